//! Accounts and grants over the wire.

use crate::error::Answer;
use crate::session::Asker;
use crate::state::{Server, not_found};
use app::identity::{FirstSheet, NewGrant, NewUser, UserShown};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use base::{UserId, Uuid};
use serde::Serialize;
use std::sync::Arc;

/// `GET /api/users`.
#[utoipa::path(get, path = "/users", tag = "identity", responses((status = 200, body = Vec<UserShown>)))]
pub async fn list(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Vec<UserShown>>, Answer> {
    Ok(Json(server.office.users((&who).into()).await?))
}

/// `POST /api/users`.
#[utoipa::path(post, path = "/users", tag = "identity", request_body = NewUser, responses((status = 200, body = FirstSheet)))]
pub async fn add(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<NewUser>, JsonRejection>,
) -> Result<Json<FirstSheet>, Answer> {
    let Json(asked) = asked?;
    Ok(Json(server.office.add_user((&who).into(), &asked).await?))
}

/// `POST /api/users/{id}/reset`.
#[utoipa::path(post, path = "/users/{id}/reset", tag = "identity", params(("id" = UserId, Path)), responses((status = 200, body = FirstSheet)))]
pub async fn reset(State(server): State<Arc<Server>>, Asker(who): Asker, Path(user): Path<String>) -> Result<Json<FirstSheet>, Answer> {
    Ok(Json(server.office.reset_user((&who).into(), UserId(uuid(&user)?)).await?))
}

/// `DELETE /api/users/{id}/sessions`.
#[utoipa::path(delete, path = "/users/{id}/sessions", tag = "identity", params(("id" = UserId, Path)), responses((status = 204)))]
pub async fn sign_out(State(server): State<Arc<Server>>, Asker(who): Asker, Path(user): Path<String>) -> Result<StatusCode, Answer> {
    server.office.sign_out_user((&who).into(), UserId(uuid(&user)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/users/{id}`.
#[utoipa::path(delete, path = "/users/{id}", tag = "identity", params(("id" = UserId, Path)), responses((status = 204)))]
pub async fn end(State(server): State<Arc<Server>>, Asker(who): Asker, Path(user): Path<String>) -> Result<StatusCode, Answer> {
    server.office.end_user((&who).into(), UserId(uuid(&user)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/users/{id}/open`.
#[utoipa::path(post, path = "/users/{id}/open", tag = "identity", params(("id" = UserId, Path)), responses((status = 204)))]
pub async fn open(State(server): State<Arc<Server>>, Asker(who): Asker, Path(user): Path<String>) -> Result<StatusCode, Answer> {
    server.office.open_user((&who).into(), UserId(uuid(&user)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What came of giving a grant.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Granted {
    /// Whether it waits for another person.
    proposed: bool,
}

/// `POST /api/users/{id}/grants`.
#[utoipa::path(post, path = "/users/{id}/grants", tag = "identity", params(("id" = UserId, Path)), request_body = NewGrant, responses((status = 200, body = Granted)))]
pub async fn grant(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(user): Path<String>,
    asked: Result<Json<NewGrant>, JsonRejection>,
) -> Result<Json<Granted>, Answer> {
    let Json(asked) = asked?;
    let proposal = server.office.grant((&who).into(), UserId(uuid(&user)?), &asked).await?;
    Ok(Json(Granted { proposed: proposal.is_some() }))
}

/// `DELETE /api/grants/{id}`.
#[utoipa::path(delete, path = "/grants/{id}", tag = "identity", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn end_grant(State(server): State<Arc<Server>>, Asker(who): Asker, Path(grant): Path<String>) -> Result<StatusCode, Answer> {
    server.office.end_grant((&who).into(), uuid(&grant)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn uuid(text: &str) -> Result<Uuid, Answer> {
    text.parse().map_err(|_| Answer::from(not_found("user or grant")))
}
