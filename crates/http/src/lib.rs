//! Routes and wire types; the only room that knows HTTP.
//!
//! In: an office, a desk, a clock. Out: a router that serves the page and its API. Always true: every answer carries a strict content security
//! policy; a request that another site made is refused; but for welcome, sign-in and health, nobody is answered who isn't signed in.
//! Absent: rules of movement and of access, which are asked for.

mod assets;
mod boarding;
mod decide;
mod document;
mod error;
mod guard;
mod health;
mod jobs;
mod operation;
mod passkeys;
mod plan;
mod reading;
mod records;
mod session;
mod state;
mod users;

pub use document::document;
pub use state::Server;

/// Brings a server's desk up to date with the records, and begins to read the operation's list of people in if that was never done.
pub async fn refresh(server: Arc<Server>) {
    // What goes wrong is said again to whoever asks for movements.
    let _ = server.refresh().await;
}

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::sync::Arc;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

type Routes = OpenApiRouter<Arc<Server>>;

/// What anyone may ask.
fn outside() -> Routes {
    OpenApiRouter::default()
        .routes(routes!(session::welcome))
        .routes(routes!(session::begin))
        .routes(routes!(passkeys::ask))
        .routes(routes!(passkeys::sign_in))
        .routes(routes!(document::show))
}

/// What whoever is signed in may ask; the table of access decides on the rest.
fn inside() -> Routes {
    OpenApiRouter::default()
        .routes(routes!(session::show, session::end))
        .routes(routes!(session::step_up))
        .routes(routes!(records::forms))
        .routes(routes!(records::form))
        .routes(routes!(records::like))
        .routes(routes!(records::pairs))
        .routes(routes!(records::offers))
        .routes(routes!(records::create))
        .routes(routes!(records::list))
        .routes(routes!(records::show))
        .routes(routes!(records::write))
        .routes(routes!(records::command))
        .routes(routes!(records::colleagues))
        .routes(routes!(records::received))
        .routes(routes!(records::like_record))
        .routes(routes!(records::history))
        .routes(routes!(records::seen))
        .routes(routes!(records::undo))
        .routes(routes!(records::audit))
        .routes(routes!(records::certificates))
        .routes(routes!(records::verify))
        .routes(routes!(users::list, users::add))
        .routes(routes!(users::end))
        .routes(routes!(users::grant))
        .routes(routes!(users::end_grant))
        .routes(routes!(users::reset))
        .routes(routes!(users::sign_out))
        .routes(routes!(users::open))
        .routes(routes!(decide::proposals))
        .routes(routes!(decide::approve, decide::decline))
        .routes(routes!(decide::break_glass))
        .routes(routes!(decide::glasses))
        .routes(routes!(decide::close_glass))
        .routes(routes!(decide::look))
        .routes(routes!(passkeys::means))
        .routes(routes!(passkeys::authenticator))
        .routes(routes!(passkeys::confirm_authenticator))
        .routes(routes!(passkeys::remove_authenticator))
        .routes(routes!(passkeys::renew_codes))
        .routes(routes!(passkeys::sign_out_everywhere))
        .routes(routes!(passkeys::understood))
        .routes(routes!(passkeys::enrol_start))
        .routes(routes!(passkeys::enrol_finish))
        .routes(routes!(passkeys::remove))
}

/// What those who work with movements may ask.
fn movements() -> Routes {
    OpenApiRouter::default()
        .routes(routes!(operation::show))
        .routes(routes!(operation::routes))
        .routes(routes!(plan::show, plan::make))
        .routes(routes!(plan::undo))
        .routes(routes!(plan::remake))
        .routes(routes!(plan::proposal, plan::discard))
        .routes(routes!(plan::accept))
        .routes(routes!(plan::job, plan::stop))
        .routes(routes!(boarding::codes))
        .routes(routes!(boarding::people))
        .routes(routes!(boarding::mark))
        .routes(routes!(boarding::undo))
        .routes(routes!(boarding::step))
}

/// Every route of the API, as it is documented.
fn api() -> Routes {
    OpenApiRouter::default().nest("/api", outside().merge(inside()).merge(movements()))
}

/// Everything that a server answers: the page, its API, manifests to print.
#[allow(clippy::disallowed_methods, reason = "manifests are pages to print and health is for watchers: neither is of the API")]
pub fn router(server: Arc<Server>) -> Router {
    let may_move = from_fn_with_state(server.clone(), session::movements);
    let signed_in = from_fn_with_state(server.clone(), session::required);
    let manifests = Router::new().route("/manifest/{trip}", get(operation::manifest)).layer(may_move.clone()).layer(signed_in.clone());
    let inside = inside().merge(movements().layer(may_move)).layer(signed_in);
    let (api, _) = outside().merge(inside).fallback(error::no_such_route).split_for_parts();
    Router::new()
        .nest("/api", api)
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
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
