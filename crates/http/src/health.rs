//! Whether the program lives and whether it can serve, for whatever watches over it. Says nothing else.

use crate::state::Server;
use axum::extract::State;
use axum::http::StatusCode;
use std::sync::Arc;

/// `GET /healthz`: the program answers.
pub async fn live() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: the records can be reached; their migrations are done, or the program would not have begun.
pub async fn ready(State(server): State<Arc<Server>>) -> (StatusCode, &'static str) {
    match server.office.reach().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the records can't be reached\n"),
    }
}
