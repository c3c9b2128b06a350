//! Routes and wire types; the only room that knows HTTP.
//!
//! In: an office, a desk, a clock. Out: a router that serves the page and its API. Always true: every answer carries a strict content security
//! policy; a request that another site made is refused; but for welcome, sign-in and health, nobody is answered who isn't signed in.
//! Absent: rules of movement and of access, which are asked for.

mod assets;
mod boarding;
mod error;
mod guard;
mod jobs;
mod operation;
mod plan;
mod records;
mod session;
mod state;
mod users;

pub use state::Server;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{delete, get, post};
use std::sync::Arc;

/// All routes of a server.
pub fn router(server: Arc<Server>) -> Router {
    let movements = Router::new()
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
        .layer(from_fn_with_state(server.clone(), session::movements));
    let manifests = Router::new()
        .route("/manifest/{trip}", get(operation::manifest))
        .layer(from_fn_with_state(server.clone(), session::movements))
        .layer(from_fn_with_state(server.clone(), session::required));
    let inside = Router::new()
        .route("/session", get(session::show).delete(session::end))
        .route("/session/step-up", post(session::step_up))
        .route("/forms", get(records::forms))
        .route("/forms/{form}", get(records::form))
        .route("/people/like", post(records::like))
        .route("/records", post(records::create))
        .route("/records/search", post(records::list))
        .route("/records/{id}", get(records::show))
        .route("/records/{id}/entries", post(records::write))
        .route("/records/{id}/commands", post(records::command))
        .route("/records/{id}/history", get(records::history))
        .route("/records/{id}/seen", get(records::seen))
        .route("/acts/{act}/undo", post(records::undo))
        .route("/audit", get(records::audit))
        .route("/audit/verify", get(records::verify))
        .route("/users", get(users::list).post(users::add))
        .route("/users/{id}", delete(users::end))
        .route("/users/{id}/grants", post(users::grant))
        .route("/grants/{id}", delete(users::end_grant))
        .route("/break-glass", post(users::break_glass))
        .merge(movements)
        .layer(from_fn_with_state(server.clone(), session::required));
    let api = Router::new()
        .route("/welcome", get(session::welcome))
        .route("/session", post(session::begin))
        .route("/health", get(|| async { "ok" }))
        .merge(inside)
        .fallback(error::no_such_route);
    Router::new()
        .nest("/api", api)
        .route("/manifest/print.css", get(operation::print_css))
        .merge(manifests)
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
