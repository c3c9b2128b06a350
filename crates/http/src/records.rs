//! Records over the wire.

use crate::error::Answer;
use crate::session::Asker;
use crate::state::Server;
use app::Problem;
use app::records::{Act, Ask, Command, FormLine, FormShown, Given, Likeness, Lines, RecordShown, Refused, Saved, Seen, Submission, Undone};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::{ActId, Field, Findings, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// In which language labels are wanted.
#[derive(Debug, Deserialize)]
pub struct Spoken {
    #[serde(default = "english")]
    lang: String,
    #[serde(default)]
    version: Option<u32>,
}

fn english() -> String {
    "en".into()
}

fn id<T: std::str::FromStr>(text: &str) -> Result<T, Answer> {
    text.parse().map_err(|_| Answer::from(Problem::new("not-found", "there is no such record", "look at the list")))
}

/// `GET /api/forms`.
pub async fn forms(State(server): State<Arc<Server>>, Asker(who): Asker, Query(spoken): Query<Spoken>) -> Json<Vec<FormLine>> {
    Json(server.office.forms(&who.subject, &spoken.lang))
}

/// `GET /api/forms/{id}`.
pub async fn form(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(form): Path<String>,
    Query(spoken): Query<Spoken>,
) -> Result<Json<FormShown>, Answer> {
    Ok(Json(server.office.form(&who.subject, &form, spoken.version, &spoken.lang)?))
}

/// A registration so far.
#[derive(Debug, Deserialize)]
pub struct SoFar {
    answers: BTreeMap<Field, Given>,
}

/// `POST /api/people/like`.
pub async fn like(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<SoFar>, JsonRejection>,
) -> Result<Json<Vec<Likeness>>, Answer> {
    let Json(so_far) = asked?;
    Ok(Json(server.office.alike(&who.subject, &so_far.answers).await?))
}

/// `POST /api/records/search`: a question holds names, which belong in no address.
pub async fn list(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<Ask>, JsonRejection>,
) -> Result<Json<Lines>, Answer> {
    let Json(ask) = asked?;
    Ok(Json(server.office.list(&who.subject, &ask).await?))
}

/// What was wrong with answers, beside their fields.
#[derive(Serialize)]
struct AnswersRefused {
    code: &'static str,
    text: &'static str,
    remedy: &'static str,
    findings: Findings,
}

fn refused(refused: Refused) -> Response {
    match refused {
        Refused::Problem(problem) => Answer::from(problem).into_response(),
        Refused::Answers(findings) => {
            let body = AnswersRefused {
                code: "answers-refused",
                text: "some answers can't stand as they are; nothing was written",
                remedy: "look at the fields that are marked",
                findings,
            };
            (StatusCode::UNPROCESSABLE_ENTITY, Json(body)).into_response()
        }
    }
}

/// `POST /api/records`.
pub async fn create(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<Submission>, JsonRejection>,
) -> Result<Json<Saved>, Response> {
    let Json(given) = asked.map_err(|r| Answer::from(r).into_response())?;
    Ok(Json(server.office.submit(&who.subject, &given).await.map_err(refused)?))
}

/// `POST /api/records/{id}/entries`.
pub async fn write(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(record): Path<String>,
    Query(spoken): Query<Spoken>,
    asked: Result<Json<Submission>, JsonRejection>,
) -> Result<Json<RecordShown>, Response> {
    let Json(given) = asked.map_err(|r| Answer::from(r).into_response())?;
    let record: RecordId = id(&record).map_err(IntoResponse::into_response)?;
    if record != given.record {
        let problem = Problem::new("request-unreadable", "the address and the record in the request differ", "load the page again");
        return Err(Answer::from(problem).into_response());
    }
    server.office.submit(&who.subject, &given).await.map_err(refused)?;
    let shown = server.office.open(&who.subject, record, &spoken.lang).await;
    Ok(Json(shown.map_err(|p| Answer::from(p).into_response())?))
}

/// `GET /api/records/{id}`.
pub async fn show(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(record): Path<String>,
    Query(spoken): Query<Spoken>,
) -> Result<Json<RecordShown>, Answer> {
    Ok(Json(server.office.open(&who.subject, id(&record)?, &spoken.lang).await?))
}

/// `POST /api/records/{id}/commands`.
pub async fn command(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(record): Path<String>,
    Query(spoken): Query<Spoken>,
    asked: Result<Json<Command>, JsonRejection>,
) -> Result<Json<RecordShown>, Answer> {
    let Json(given) = asked?;
    let record = id(&record)?;
    server.office.command(&who.subject, record, &given).await?;
    Ok(Json(server.office.open(&who.subject, record, &spoken.lang).await?))
}

/// `GET /api/records/{id}/history`.
pub async fn history(State(server): State<Arc<Server>>, Asker(who): Asker, Path(record): Path<String>) -> Result<Json<Vec<Act>>, Answer> {
    Ok(Json(server.office.history(&who.subject, id(&record)?).await?))
}

/// `GET /api/records/{id}/seen`.
pub async fn seen(State(server): State<Arc<Server>>, Asker(who): Asker, Path(record): Path<String>) -> Result<Json<Vec<Seen>>, Answer> {
    Ok(Json(server.office.seen(&who.subject, id(&record)?).await?))
}

/// `POST /api/acts/{act}/undo`.
pub async fn undo(State(server): State<Arc<Server>>, Asker(who): Asker, Path(act): Path<String>) -> Result<Json<Undone>, Answer> {
    let by = ActId(server.office.draw());
    Ok(Json(server.office.undo(&who.subject, id(&act)?, by).await?))
}

/// Where in the audit to begin.
#[derive(Debug, Deserialize)]
pub struct Before {
    #[serde(default)]
    before: Option<u64>,
}

/// `GET /api/audit`.
pub async fn audit(State(server): State<Arc<Server>>, Asker(who): Asker, Query(before): Query<Before>) -> Result<Json<Vec<Seen>>, Answer> {
    Ok(Json(server.office.audit(&who.subject, before.before).await?))
}

/// `GET /api/audit/verify`.
pub async fn verify(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<app::records::Verified>, Answer> {
    Ok(Json(server.office.verify_audit(&who.subject, &server.verifier, None).await?))
}
