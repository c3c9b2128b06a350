//! The OpenAPI document: what the routes say of themselves, and what is the same for all of them.

use crate::error;
use app::Problem;
use axum::Json;
use std::sync::LazyLock;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ContentBuilder, InfoBuilder, OpenApi, OpenApiBuilder, Ref, Response, ResponseBuilder};
use utoipa::{PartialSchema, ToSchema};

/// The name of the session's cookie, as a way to prove who asks.
const SESSION: &str = "session";

static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(|| complete(crate::api().into_openapi()));

/// The document of every route under `/api`.
pub fn document() -> &'static OpenApi {
    &DOCUMENT
}

/// This document.
#[utoipa::path(get, path = "/openapi.json", tag = "about", security(()), responses((status = 200, body = serde_json::Value)))]
pub(crate) async fn show() -> Json<&'static OpenApi> {
    Json(document())
}

fn complete(gathered: OpenApi) -> OpenApi {
    let mut components = gathered.components.unwrap_or_default();
    components.schemas.insert(Problem::name().into_owned(), Problem::schema());
    let cookie = ApiKey::Cookie(ApiKeyValue::new(crate::session::COOKIE));
    components.add_security_scheme(SESSION, SecurityScheme::ApiKey(cookie));
    let mut paths = gathered.paths;
    for (path, item) in &mut paths.paths {
        let methods = [
            ("get", &mut item.get),
            ("put", &mut item.put),
            ("post", &mut item.post),
            ("delete", &mut item.delete),
            ("patch", &mut item.patch),
        ];
        for (method, operation) in methods {
            if let Some(operation) = operation {
                finish(method, path, operation);
            }
        }
    }
    let about = "Every refusal is a problem: a stable code, what is wrong, and what to do. See docs/api.md.";
    let info = InfoBuilder::new().title("Amana").version(env!("CARGO_PKG_VERSION")).description(Some(about)).build();
    OpenApiBuilder::new().info(info).paths(paths).components(Some(components)).build()
}

/// A name of its own, who may ask, and the problems that any route can answer with.
fn finish(method: &str, path: &str, operation: &mut Operation) {
    let words = path.split(['/', '{', '}', '-', '.']).filter(|word| !word.is_empty() && *word != "api");
    operation.operation_id = Some(std::iter::once(method).chain(words).collect::<Vec<_>>().join("_"));
    let open = operation.security.is_some();
    if !open {
        operation.security = Some(vec![SecurityRequirement::new(SESSION, Vec::<String>::new())]);
    }
    let writes = method != "get";
    let takes = operation.request_body.is_some();
    let names_one = path.contains('{');
    let refusals = [
        (400, takes || operation.parameters.is_some()),
        (401, !open || takes),
        (403, true),
        (404, names_one || path.ends_with("plan") || path.ends_with("proposal") || writes),
        (409, writes),
        (413, takes),
        (429, takes && open),
        (500, true),
        (503, true),
    ];
    for (status, _) in refusals.into_iter().filter(|(_, possible)| *possible) {
        operation.responses.responses.entry(status.to_string()).or_insert_with(|| refusal(status).into());
    }
}

fn refusal(status: u16) -> Response {
    let codes: Vec<&str> = error::CODES.iter().filter(|(_, s)| s.as_u16() == status).map(|(code, _)| *code).collect();
    let said = match status {
        403 => "Refused: another site or host, or a code that begins with `access-`.".to_owned(),
        409 => "Something stands against it as things are; the code says what.".to_owned(),
        _ => format!("Codes: `{}`.", codes.join("`, `")),
    };
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(Problem::name()))).build();
    ResponseBuilder::new().description(said).content("application/json", content).build()
}
