//! Accounts, grants and the broken glass over the wire.

use crate::error::Answer;
use crate::session::Asker;
use crate::state::{Server, not_found};
use app::identity::{NewGrant, NewUser, UserShown};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use base::{Area, Instant, UserId, Uuid};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is to be written down by a new user and is shown once.
#[derive(Serialize, utoipa::ToSchema)]
pub struct SheetShown {
    authenticator: String,
    codes: Vec<String>,
}

/// `GET /api/users`.
#[utoipa::path(get, path = "/users", tag = "identity", responses((status = 200, body = Vec<UserShown>)))]
pub async fn list(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Vec<UserShown>>, Answer> {
    Ok(Json(server.office.users(&who).await?))
}

/// `POST /api/users`.
#[utoipa::path(post, path = "/users", tag = "identity", request_body = NewUser, responses((status = 200, body = SheetShown)))]
pub async fn add(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<NewUser>, JsonRejection>,
) -> Result<Json<SheetShown>, Answer> {
    let Json(asked) = asked?;
    let sheet = server.office.add_user(&who, &asked).await?;
    Ok(Json(SheetShown { authenticator: sheet.authenticator_text().to_owned(), codes: sheet.code_texts().map(str::to_owned).collect() }))
}

/// `DELETE /api/users/{id}`.
#[utoipa::path(delete, path = "/users/{id}", tag = "identity", params(("id" = UserId, Path)), responses((status = 204)))]
pub async fn end(State(server): State<Arc<Server>>, Asker(who): Asker, Path(user): Path<String>) -> Result<StatusCode, Answer> {
    server.office.end_user(&who, UserId(uuid(&user)?)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `POST /api/users/{id}/grants`.
#[utoipa::path(post, path = "/users/{id}/grants", tag = "identity", params(("id" = UserId, Path)), request_body = NewGrant, responses((status = 204)))]
pub async fn grant(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(user): Path<String>,
    asked: Result<Json<NewGrant>, JsonRejection>,
) -> Result<StatusCode, Answer> {
    let Json(asked) = asked?;
    server.office.grant(&who, UserId(uuid(&user)?), &asked).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/grants/{id}`.
#[utoipa::path(delete, path = "/grants/{id}", tag = "identity", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn end_grant(State(server): State<Arc<Server>>, Asker(who): Asker, Path(grant): Path<String>) -> Result<StatusCode, Answer> {
    server.office.end_grant(&who, uuid(&grant)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An emergency.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Glass {
    area: Area,
    reason: String,
    hours: u32,
}

/// How long the glass stays broken.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Broken {
    until: Option<Instant>,
    second_look: Instant,
}

/// `POST /api/break-glass`.
#[utoipa::path(post, path = "/break-glass", tag = "identity", request_body = Glass, responses((status = 200, body = Broken)))]
pub async fn break_glass(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<Glass>, JsonRejection>,
) -> Result<Json<Broken>, Answer> {
    let Json(glass) = asked?;
    let broken = server.office.break_glass(&who, &BTreeSet::from([glass.area]), &glass.reason, glass.hours).await?;
    Ok(Json(Broken { until: broken.grants.iter().filter_map(|grant| grant.until).min(), second_look: broken.second_look }))
}

fn uuid(text: &str) -> Result<Uuid, Answer> {
    text.parse().map_err(|_| Answer::from(not_found("user or grant")))
}
