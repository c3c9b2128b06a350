//! Records over the wire.

use crate::error::Answer;
use crate::session::Asker;
use crate::state::Server;
use app::Problem;
use app::records::{
    Act, Ask, CertificateShown, Colleague, Command, FormLine, FormShown, Given, Likeness, Lines, OfferShown, Pairs, Received, RecordShown,
    Refused, Saved, Seen, Submission, Undone,
};
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
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
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
#[utoipa::path(get, path = "/forms", tag = "records", params(Spoken), responses((status = 200, body = Vec<FormLine>)))]
pub async fn forms(State(server): State<Arc<Server>>, Asker(who): Asker, Query(spoken): Query<Spoken>) -> Json<Vec<FormLine>> {
    Json(server.office.forms(&who.subject, &spoken.lang))
}

/// `GET /api/forms/{id}`.
#[utoipa::path(get, path = "/forms/{form}", tag = "records", params(("form" = String, Path), Spoken), responses((status = 200, body = FormShown)))]
pub async fn form(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(form): Path<String>,
    Query(spoken): Query<Spoken>,
) -> Result<Json<FormShown>, Answer> {
    Ok(Json(server.office.form(&who.subject, &form, spoken.version, &spoken.lang)?))
}

/// A registration so far.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct SoFar {
    answers: BTreeMap<Field, Given>,
}

/// `POST /api/people/like`.
#[utoipa::path(post, path = "/people/like", tag = "records", request_body = SoFar, responses((status = 200, body = Vec<Likeness>)))]
pub async fn like(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<SoFar>, JsonRejection>,
) -> Result<Json<Vec<Likeness>>, Answer> {
    let Json(so_far) = asked?;
    Ok(Json(server.office.alike(&who.subject, &so_far.answers).await?))
}

/// `POST /api/records/search`: a question holds names, which belong in no address.
#[utoipa::path(post, path = "/records/search", tag = "records", request_body = Ask, responses((status = 200, body = Lines)))]
pub async fn list(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<Ask>, JsonRejection>,
) -> Result<Json<Lines>, Answer> {
    let Json(ask) = asked?;
    Ok(Json(server.office.list(&who.subject, &ask).await?))
}

/// What was wrong with answers, beside their fields.
#[derive(Serialize, utoipa::ToSchema)]
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
#[utoipa::path(post, path = "/records", tag = "records", request_body = Submission, responses((status = 200, body = Saved), (status = 422, body = AnswersRefused)))]
pub async fn create(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<Submission>, JsonRejection>,
) -> Result<Json<Saved>, Response> {
    let Json(given) = asked.map_err(|r| Answer::from(r).into_response())?;
    Ok(Json(server.office.submit(&who.subject, &given).await.map_err(refused)?))
}

/// `POST /api/records/{id}/entries`.
#[utoipa::path(post, path = "/records/{id}/entries", tag = "records", params(("id" = RecordId, Path), Spoken), request_body = Submission, responses((status = 200, body = RecordShown), (status = 422, body = AnswersRefused)))]
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
#[utoipa::path(get, path = "/records/{id}", tag = "records", params(("id" = RecordId, Path), Spoken), responses((status = 200, body = RecordShown)))]
pub async fn show(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(record): Path<String>,
    Query(spoken): Query<Spoken>,
) -> Result<Json<RecordShown>, Answer> {
    Ok(Json(server.office.open(&who.subject, id(&record)?, &spoken.lang).await?))
}

/// `POST /api/records/{id}/commands`: the record as it is after; nothing if the asker can't see it any more.
#[utoipa::path(post, path = "/records/{id}/commands", tag = "records", params(("id" = RecordId, Path), Spoken), request_body = Command, responses((status = 200, body = Option<RecordShown>)))]
pub async fn command(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(record): Path<String>,
    Query(spoken): Query<Spoken>,
    asked: Result<Json<Command>, JsonRejection>,
) -> Result<Json<Option<RecordShown>>, Answer> {
    let Json(given) = asked?;
    let record = id(&record)?;
    server.office.command(&who.subject, record, &given).await?;
    // Whoever gives a record away, turns it down or has it erased may have lost sight of it by that.
    match server.office.open(&who.subject, record, &spoken.lang).await {
        Err(problem) if problem.code == "not-found" || problem.code.starts_with("access-") => Ok(Json(None)),
        shown => Ok(Json(Some(shown?))),
    }
}

/// `GET /api/records/{id}/colleagues`.
#[utoipa::path(get, path = "/records/{id}/colleagues", tag = "records", params(("id" = RecordId, Path)), responses((status = 200, body = Vec<Colleague>)))]
pub async fn colleagues(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(record): Path<String>,
) -> Result<Json<Vec<Colleague>>, Answer> {
    Ok(Json(server.office.colleagues(&who.subject, id(&record)?).await?))
}

/// `GET /api/records/{id}/received`.
#[utoipa::path(get, path = "/records/{id}/received", tag = "records", params(("id" = RecordId, Path)), responses((status = 200, body = Vec<Received>)))]
pub async fn received(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(record): Path<String>,
) -> Result<Json<Vec<Received>>, Answer> {
    Ok(Json(server.office.received(&who.subject, id(&record)?).await?))
}

/// `GET /api/records/{id}/like`.
#[utoipa::path(get, path = "/records/{id}/like", tag = "records", params(("id" = RecordId, Path)), responses((status = 200, body = Vec<Likeness>)))]
pub async fn like_record(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(record): Path<String>,
) -> Result<Json<Vec<Likeness>>, Answer> {
    Ok(Json(server.office.alike_to(&who.subject, id(&record)?).await?))
}

/// Where in the list of people to look on.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    #[serde(default)]
    cursor: Option<String>,
}

/// `GET /api/people/pairs`.
#[utoipa::path(get, path = "/people/pairs", tag = "records", params(After), responses((status = 200, body = Pairs)))]
pub async fn pairs(State(server): State<Arc<Server>>, Asker(who): Asker, Query(after): Query<After>) -> Result<Json<Pairs>, Answer> {
    Ok(Json(server.office.pairs(&who.subject, after.cursor.as_deref()).await?))
}

/// `GET /api/offers`.
#[utoipa::path(get, path = "/offers", tag = "records", responses((status = 200, body = Vec<OfferShown>)))]
pub async fn offers(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Vec<OfferShown>>, Answer> {
    Ok(Json(server.office.offers(&who.subject).await?))
}

/// `GET /api/audit/certificates`.
#[utoipa::path(get, path = "/audit/certificates", tag = "records", responses((status = 200, body = Vec<CertificateShown>)))]
pub async fn certificates(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<Vec<CertificateShown>>, Answer> {
    Ok(Json(server.office.certificates(&who.subject).await?))
}

/// `GET /api/records/{id}/history`.
#[utoipa::path(get, path = "/records/{id}/history", tag = "records", params(("id" = RecordId, Path)), responses((status = 200, body = Vec<Act>)))]
pub async fn history(State(server): State<Arc<Server>>, Asker(who): Asker, Path(record): Path<String>) -> Result<Json<Vec<Act>>, Answer> {
    Ok(Json(server.office.history(&who.subject, id(&record)?).await?))
}

/// `GET /api/records/{id}/seen`.
#[utoipa::path(get, path = "/records/{id}/seen", tag = "records", params(("id" = RecordId, Path)), responses((status = 200, body = Vec<Seen>)))]
pub async fn seen(State(server): State<Arc<Server>>, Asker(who): Asker, Path(record): Path<String>) -> Result<Json<Vec<Seen>>, Answer> {
    Ok(Json(server.office.seen(&who.subject, id(&record)?).await?))
}

/// `POST /api/acts/{act}/undo`.
#[utoipa::path(post, path = "/acts/{act}/undo", tag = "records", params(("act" = ActId, Path)), responses((status = 200, body = Undone)))]
pub async fn undo(State(server): State<Arc<Server>>, Asker(who): Asker, Path(act): Path<String>) -> Result<Json<Undone>, Answer> {
    let by = ActId(server.office.draw());
    Ok(Json(server.office.undo(&who.subject, id(&act)?, by).await?))
}

/// Where in the audit to begin.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Before {
    #[serde(default)]
    before: Option<u64>,
}

/// `GET /api/audit`.
#[utoipa::path(get, path = "/audit", tag = "records", params(Before), responses((status = 200, body = Vec<Seen>)))]
pub async fn audit(State(server): State<Arc<Server>>, Asker(who): Asker, Query(before): Query<Before>) -> Result<Json<Vec<Seen>>, Answer> {
    Ok(Json(server.office.audit(&who.subject, before.before).await?))
}

/// `GET /api/audit/verify`.
#[utoipa::path(get, path = "/audit/verify", tag = "records", responses((status = 200, body = app::records::Verified)))]
pub async fn verify(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<app::records::Verified>, Answer> {
    Ok(Json(server.office.verify_audit(&who.subject, &server.verifier).await?))
}
