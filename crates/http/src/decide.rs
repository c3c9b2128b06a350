//! What waits for a second person, over the wire: grants to approve, broken glasses to look at.

use crate::error::Answer;
use crate::session::Asker;
use crate::state::{Server, not_found};
use app::identity::{GlassShown, ProposalShown};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use base::{Area, Instant, Uuid};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// `GET /api/proposals`.
#[utoipa::path(get, path = "/proposals", tag = "identity", responses((status = 200, body = Vec<ProposalShown>)))]
pub async fn proposals(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Vec<ProposalShown>>, Answer> {
    Ok(Json(server.office.proposals(&who).await?))
}

/// `POST /api/proposals/{id}`.
#[utoipa::path(post, path = "/proposals/{id}", tag = "identity", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn approve(State(server): State<Arc<Server>>, Asker(who): Asker, Path(proposal): Path<String>) -> Result<StatusCode, Answer> {
    server.office.approve_grant(&who, uuid(&proposal)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `DELETE /api/proposals/{id}`.
#[utoipa::path(delete, path = "/proposals/{id}", tag = "identity", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn decline(State(server): State<Arc<Server>>, Asker(who): Asker, Path(proposal): Path<String>) -> Result<StatusCode, Answer> {
    server.office.decline_grant(&who, uuid(&proposal)?).await?;
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

/// `GET /api/glass`.
#[utoipa::path(get, path = "/glass", tag = "identity", responses((status = 200, body = Vec<GlassShown>)))]
pub async fn glasses(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Vec<GlassShown>>, Answer> {
    Ok(Json(server.office.glasses(&who).await?))
}

/// `DELETE /api/glass/{id}`.
#[utoipa::path(delete, path = "/glass/{id}", tag = "identity", params(("id" = Uuid, Path)), responses((status = 204)))]
pub async fn close_glass(State(server): State<Arc<Server>>, Asker(who): Asker, Path(glass): Path<String>) -> Result<StatusCode, Answer> {
    server.office.close_glass(&who, uuid(&glass)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a second look found.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Found {
    justified: bool,
    remarks: String,
}

/// `POST /api/glass/{id}/look`.
#[utoipa::path(post, path = "/glass/{id}/look", tag = "identity", params(("id" = Uuid, Path)), request_body = Found, responses((status = 204)))]
pub async fn look(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(glass): Path<String>,
    asked: Result<Json<Found>, JsonRejection>,
) -> Result<StatusCode, Answer> {
    let Json(found) = asked?;
    server.office.look(&who, uuid(&glass)?, found.justified, &found.remarks).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn uuid(text: &str) -> Result<Uuid, Answer> {
    text.parse().map_err(|_| Answer::from(not_found("proposal or glass")))
}
