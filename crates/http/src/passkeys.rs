//! One's own means of signing in over the wire: passkeys, authenticator, recovery codes, sessions, notices.

use crate::error::Answer;
use crate::session::{Asker, begun, cleared};
use crate::state::{Server, not_found};
use app::identity::{Authenticator, Ceremony, Codes, Means, PasskeyAnswer, SignedIn};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::Uuid;
use serde::Deserialize;
use std::sync::Arc;

/// `GET /api/me`.
#[utoipa::path(get, path = "/me", tag = "identity", responses((status = 200, body = Means)))]
pub async fn means(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Means>, Answer> {
    Ok(Json(server.office.means(&who).await?))
}

/// `POST /api/passkeys/enrol/start`.
#[utoipa::path(post, path = "/passkeys/enrol/start", tag = "identity", responses((status = 200, body = Ceremony)))]
pub async fn enrol_start(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Ceremony>, Answer> {
    Ok(Json(server.office.begin_passkey(&who).await?))
}

/// `POST /api/passkeys/enrol/finish`.
#[utoipa::path(post, path = "/passkeys/enrol/finish", tag = "identity", request_body = PasskeyAnswer, responses((status = 204)))]
pub async fn enrol_finish(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<PasskeyAnswer>, JsonRejection>,
) -> Result<StatusCode, Answer> {
    let Json(answer) = asked?;
    server.office.finish_passkey(&who, &answer).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/passkeys/{id}`.
#[utoipa::path(delete, path = "/passkeys/{id}", tag = "identity", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn remove(State(server): State<Arc<Server>>, Asker(who): Asker, Path(passkey): Path<String>) -> Result<StatusCode, Answer> {
    server.office.remove_passkey(&who, uuid(&passkey)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/session/passkey/start`: for anyone.
#[utoipa::path(post, path = "/session/passkey/start", tag = "identity", security(()), responses((status = 200, body = Ceremony)))]
pub async fn ask(State(server): State<Arc<Server>>) -> Result<Json<Ceremony>, Answer> {
    Ok(Json(server.office.ask_passkey().await?))
}

/// `POST /api/session/passkey/finish`: for anyone with a passkey.
#[utoipa::path(post, path = "/session/passkey/finish", tag = "identity", security(()), request_body = PasskeyAnswer, responses((status = 200, body = SignedIn)))]
pub async fn sign_in(State(server): State<Arc<Server>>, asked: Result<Json<PasskeyAnswer>, JsonRejection>) -> Result<Response, Answer> {
    let Json(answer) = asked?;
    Ok(begun(&server, server.office.sign_in_by_passkey(&answer).await?))
}

/// `POST /api/me/authenticator/start`.
#[utoipa::path(post, path = "/me/authenticator/start", tag = "identity", responses((status = 200, body = Authenticator)))]
pub async fn authenticator(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Authenticator>, Answer> {
    Ok(Json(server.office.begin_authenticator(&who).await?))
}

/// A password, and the first code of the authenticator that goes with it.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    password: String,
    code: String,
}

/// `POST /api/me/authenticator/finish`.
#[utoipa::path(post, path = "/me/authenticator/finish", tag = "identity", request_body = NewPassword, responses((status = 200, body = Codes)))]
pub async fn confirm_authenticator(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<NewPassword>, JsonRejection>,
) -> Result<Json<Codes>, Answer> {
    let Json(asked) = asked?;
    Ok(Json(server.office.finish_authenticator(&who, asked.password, &asked.code).await?))
}

/// `DELETE /api/me/authenticator`.
#[utoipa::path(delete, path = "/me/authenticator", tag = "identity", responses((status = 204)))]
pub async fn remove_authenticator(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<StatusCode, Answer> {
    server.office.remove_authenticator(&who).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/me/codes`.
#[utoipa::path(post, path = "/me/codes", tag = "identity", responses((status = 200, body = Codes)))]
pub async fn renew_codes(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Codes>, Answer> {
    Ok(Json(server.office.renew_codes(&who).await?))
}

/// `DELETE /api/me/sessions`.
#[utoipa::path(delete, path = "/me/sessions", tag = "identity", responses((status = 204)))]
pub async fn sign_out_everywhere(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Response, Answer> {
    server.office.sign_out_everywhere(&who).await?;
    Ok(cleared(&server))
}

/// `DELETE /api/me/notices/{id}`.
#[utoipa::path(delete, path = "/me/notices/{id}", tag = "identity", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn understood(State(server): State<Arc<Server>>, Asker(who): Asker, Path(notice): Path<String>) -> Result<StatusCode, Answer> {
    server.office.understood(&who, uuid(&notice)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn uuid(text: &str) -> Result<Uuid, Answer> {
    text.parse().map_err(|_| Answer::from(not_found("passkey or notice")))
}
