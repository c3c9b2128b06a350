//! Every answer's headers, and the refusal of requests that another site made.

use crate::error::Answer;
use crate::state::Server;
use app::Problem;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html";

/// Adds the headers of every answer.
pub async fn headers(request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api") || request.uri().path().starts_with("/manifest");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let all = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in all {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(), microphone=(), geolocation=()"));
    if api {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Refuses requests addressed to another host name (a rebound name) and changes asked for by another site.
pub async fn same_origin(State(server): State<Arc<Server>>, request: Request, next: Next) -> Response {
    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    match refusal(&server.hosts, request.headers(), reading) {
        Some(problem) => Answer(StatusCode::FORBIDDEN, problem).into_response(),
        None => next.run(request).await,
    }
}

fn refusal(hosts: &[String], headers: &HeaderMap, reading: bool) -> Option<Problem> {
    let text = |name: header::HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    let host = text(header::HOST).unwrap_or_default();
    if !hosts.iter().any(|h| h.eq_ignore_ascii_case(host)) {
        return Some(Problem::new("wrong-host", "this address is not served here", "open the address that the server printed"));
    }
    let site = headers.get("sec-fetch-site").and_then(|v| v.to_str().ok());
    let foreign_site = site.is_some_and(|s| s != "same-origin" && s != "none");
    let foreign_origin = text(header::ORIGIN).is_some_and(|o| o.split_once("://").is_none_or(|(_, h)| !h.eq_ignore_ascii_case(host)));
    let document = headers.get("sec-fetch-mode").and_then(|v| v.to_str().ok()) == Some("navigate");
    if (foreign_site && !(reading && document)) || (foreign_origin && !reading) {
        return Some(Problem::new("other-site", "another site asked for this", "open the page itself"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(pairs: &[(&'static str, &'static str)], reading: bool) -> Option<String> {
        let headers = pairs.iter().map(|(k, v)| (header::HeaderName::from_static(k), HeaderValue::from_static(v))).collect();
        refusal(&["127.0.0.1:8080".into()], &headers, reading).map(|p| p.code)
    }

    #[test]
    fn own_page_may_and_others_may_not() {
        let own = ("host", "127.0.0.1:8080");
        assert_eq!(ask(&[own], true), None);
        assert_eq!(ask(&[own, ("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:8080")], false), None);
        assert_eq!(ask(&[("host", "evil.example")], true).as_deref(), Some("wrong-host"));
        assert_eq!(ask(&[own, ("sec-fetch-site", "cross-site")], false).as_deref(), Some("other-site"));
        assert_eq!(ask(&[own, ("origin", "http://evil.example")], false).as_deref(), Some("other-site"));
        assert_eq!(ask(&[own, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")], true), None);
        assert_eq!(ask(&[own, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")], true).as_deref(), Some("other-site"));
    }
}
