//! Problems as HTTP answers.

use app::Problem;
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// A problem on its way to the page.
pub struct Answer(pub StatusCode, pub Problem);

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        (self.0, Json(self.1)).into_response()
    }
}

impl From<Problem> for Answer {
    fn from(problem: Problem) -> Self {
        let status = match problem.code.as_str() {
            "no-plan" | "no-proposal" | "not-found" => StatusCode::NOT_FOUND,
            "date-unreadable" | "place-unknown" | "request-unreadable" | "cursor-unreadable" => StatusCode::BAD_REQUEST,
            "signed-out" | "wrong-sign-in" | "second-factor-needed" => StatusCode::UNAUTHORIZED,
            "too-many-tries" => StatusCode::TOO_MANY_REQUESTS,
            "store-unavailable" => StatusCode::SERVICE_UNAVAILABLE,
            "store-failed" | "disk-full" => StatusCode::INTERNAL_SERVER_ERROR,
            code if code.starts_with("access-") => StatusCode::FORBIDDEN,
            _ => StatusCode::CONFLICT,
        };
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
