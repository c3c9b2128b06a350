//! The page, embedded in the binary, compressed beforehand.

use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Dist;

/// A file of the page; any other address shows the page itself.
pub async fn serve(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let path = if path.is_empty() || Dist::get(path).is_none() { "index.html" } else { path };
    if Dist::get(path).is_none() {
        return (StatusCode::NOT_FOUND, "The page is not in this binary: run 'npm run build' in web/ and build it again.").into_response();
    }
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let kinds = [("br", ".br"), ("gzip", ".gz"), ("", "")];
    let found = kinds
        .iter()
        .filter(|(name, _)| name.is_empty() || accepts.contains(name))
        .find_map(|(name, ending)| Some((name, Dist::get(&format!("{path}{ending}"))?)));
    let Some((encoding, file)) = found else { return StatusCode::NOT_FOUND.into_response() };
    // Names under assets/ carry a hash of their content.
    let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = ([(header::CONTENT_TYPE, kind(path)), (header::CACHE_CONTROL, cache), (header::VARY, "accept-encoding")], file.data)
        .into_response();
    if !encoding.is_empty()
        && let Ok(value) = encoding.parse()
    {
        response.headers_mut().insert(header::CONTENT_ENCODING, value);
    }
    response
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" | "json" => "application/json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
