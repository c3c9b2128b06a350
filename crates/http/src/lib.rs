//! Routes and wire types; the only room that knows HTTP.
//!
//! In: a desk, a clock. Out: a router that serves the page and its API on this machine. Always true: every answer carries a strict
//! content security policy; a request that another site made is refused. Absent: rules of movement; accounts and roles, which come with records.

mod assets;
mod boarding;
mod error;
mod guard;
mod jobs;
mod operation;
mod plan;
mod state;

pub use state::Server;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use std::sync::Arc;

/// All routes of a server.
pub fn router(server: Arc<Server>) -> Router {
    let api = Router::new()
        .route("/operation", get(operation::show))
        .route("/routes", get(operation::routes))
        .route("/plan", get(plan::show).post(plan::make))
        .route("/plan/undo", post(plan::undo))
        .route("/replan", post(plan::remake))
        .route("/proposal", get(plan::proposal).delete(plan::discard))
        .route("/proposal/accept", post(plan::accept))
        .route("/jobs/{job}", get(plan::job).delete(plan::stop))
        .route("/no-boarding", get(boarding::codes))
        .route("/trips/{trip}/people", get(boarding::people))
        .route("/trips/{trip}/people/{person}", post(boarding::mark))
        .route("/trips/{trip}/undo", post(boarding::undo))
        .route("/trips/{trip}/{step}", post(boarding::step))
        .route("/health", get(|| async { "ok" }))
        .fallback(error::no_such_route);
    Router::new()
        .nest("/api", api)
        .route("/manifest/print.css", get(operation::print_css))
        .route("/manifest/{trip}", get(operation::manifest))
        .fallback(assets::serve)
        .layer(from_fn_with_state(server.clone(), guard::same_origin))
        .layer(from_fn(guard::headers))
        .with_state(server)
}

/// Answers requests until `stop` is over.
pub async fn serve(
    listener: tokio::net::TcpListener,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, router).with_graceful_shutdown(stop).await
}
