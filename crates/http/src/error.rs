//! Problems as HTTP answers.

use app::Problem;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Problems with a status of their own; one that the table of access gives is 403, any other 409.
pub const CODES: [(&str, StatusCode); 16] = [
    ("date-unreadable", StatusCode::BAD_REQUEST),
    ("place-unknown", StatusCode::BAD_REQUEST),
    ("request-unreadable", StatusCode::BAD_REQUEST),
    ("cursor-unreadable", StatusCode::BAD_REQUEST),
    ("signed-out", StatusCode::UNAUTHORIZED),
    ("wrong-sign-in", StatusCode::UNAUTHORIZED),
    ("second-factor-needed", StatusCode::UNAUTHORIZED),
    ("passkey-refused", StatusCode::UNAUTHORIZED),
    ("no-plan", StatusCode::NOT_FOUND),
    ("no-proposal", StatusCode::NOT_FOUND),
    ("not-found", StatusCode::NOT_FOUND),
    ("too-large", StatusCode::PAYLOAD_TOO_LARGE),
    ("too-many-tries", StatusCode::TOO_MANY_REQUESTS),
    ("store-failed", StatusCode::INTERNAL_SERVER_ERROR),
    ("disk-full", StatusCode::INTERNAL_SERVER_ERROR),
    ("store-unavailable", StatusCode::SERVICE_UNAVAILABLE),
];

/// A problem on its way to the page.
pub struct Answer(pub StatusCode, pub Problem);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        (self.0, Json(self.1)).into_response()
    }
}

impl From<Problem> for Answer {
    fn from(problem: Problem) -> Self {
        let listed = CODES.iter().find(|(code, _)| *code == problem.code).map(|(_, status)| *status);
        let usual = if problem.code.starts_with("access-") { StatusCode::FORBIDDEN } else { StatusCode::CONFLICT };
        let status = listed.unwrap_or(usual);
        Self(status, problem)
    }
}

impl From<axum::extract::rejection::JsonRejection> for Answer {
    fn from(rejection: axum::extract::rejection::JsonRejection) -> Self {
        Problem::new("request-unreadable", rejection.body_text(), "load the page again").into()
    }
}

/// Any other address under `/api`.
pub async fn no_such_route() -> Answer {
    crate::state::not_found("address").into()
}
