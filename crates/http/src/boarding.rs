//! Boarding a trip, step by step.

use crate::error::Answer;
use crate::session::Asker;
use crate::state::{Server, not_found};
use app::{Act, NoBoardingCode, PassengerStatus, TripBoarding, TripPeople, no_boarding_codes};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use base::Instant;
use serde::Deserialize;
use std::sync::Arc;

/// `GET /api/no-boarding`.
#[utoipa::path(get, path = "/no-boarding", tag = "movement", responses((status = 200, body = Vec<NoBoardingCode>)))]
pub async fn codes() -> Json<Vec<NoBoardingCode>> {
    Json(no_boarding_codes())
}

/// `GET /api/trips/{trip}/people`.
#[utoipa::path(get, path = "/trips/{trip}/people", tag = "movement", params(("trip" = u32, Path)), responses((status = 200, body = TripPeople)))]
pub async fn people(State(server): State<Arc<Server>>, Asker(who): Asker, Path(trip): Path<u32>) -> Result<Json<TripPeople>, Answer> {
    let (known, people) = {
        let desk = server.desk();
        let known = desk.known();
        let people = desk.trip_people(trip, &|person| known.find_named(&server.office, &who.subject, person).is_some())?;
        (known, people)
    };
    server.office.tell_names(&who.subject, &known, people.numbers(), "read_list").await?;
    Ok(Json(people))
}

/// What is true of a person now.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    status: PassengerStatus,
    code: Option<String>,
    note: Option<String>,
    at: Option<Instant>,
}

/// `POST /api/trips/{trip}/people/{person}`.
#[utoipa::path(post, path = "/trips/{trip}/people/{person}", tag = "movement", params(("trip" = u32, Path), ("person" = String, Path)), request_body = Mark, responses((status = 200, body = TripBoarding)))]
pub async fn mark(
    State(server): State<Arc<Server>>,
    Path((trip, person)): Path<(u32, String)>,
    asked: Result<Json<Mark>, JsonRejection>,
) -> Result<Json<TripBoarding>, Answer> {
    let Json(mark) = asked?;
    let at = mark.at.unwrap_or_else(|| server.clock.now());
    let act = Act::Mark { person, status: mark.status, code: mark.code, note: mark.note };
    Ok(Json(server.desk().board(trip, at, act)?))
}

/// `POST /api/trips/{trip}/undo`.
#[utoipa::path(post, path = "/trips/{trip}/undo", tag = "movement", params(("trip" = u32, Path)), responses((status = 200, body = TripBoarding)))]
pub async fn undo(State(server): State<Arc<Server>>, Path(trip): Path<u32>) -> Result<Json<TripBoarding>, Answer> {
    let at = server.clock.now();
    Ok(Json(server.desk().board(trip, at, Act::Undo)?))
}

/// When a step was taken.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    at: Instant,
    #[serde(default)]
    acknowledged: bool,
}

/// `POST /api/trips/{trip}/{clearance|depart|arrive|close}`.
#[utoipa::path(post, path = "/trips/{trip}/{step}", tag = "movement", params(("trip" = u32, Path), ("step" = String, Path, description = "clearance, depart, arrive or close")), request_body = Step, responses((status = 200, body = TripBoarding)))]
pub async fn step(
    State(server): State<Arc<Server>>,
    Path((trip, step)): Path<(u32, String)>,
    asked: Result<Json<Step>, JsonRejection>,
) -> Result<Json<TripBoarding>, Answer> {
    let Json(asked) = asked?;
    let act = match step.as_str() {
        "clearance" => Act::Clear { given: asked.at },
        "depart" => Act::Depart { acknowledged: asked.acknowledged },
        "arrive" => Act::Arrive,
        "close" => Act::Close,
        _ => return Err(not_found("step").into()),
    };
    Ok(Json(server.desk().board(trip, asked.at, act)?))
}
