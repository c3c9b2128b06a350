//! The operation, route cards, and manifests to print.

use crate::error::Answer;
use crate::session::{Asker, Now};
use crate::state::{Server, not_found};
use app::{Audience, Language, OperationView, Problem, Routes, Style, operation_view, texts};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;

/// Day of knowledge.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Day {
    as_of: Option<String>,
}

/// `GET /api/operation`.
#[utoipa::path(get, path = "/operation", tag = "movement", params(Day), responses((status = 200, body = Now<OperationView>)))]
pub async fn show(State(server): State<Arc<Server>>, Query(day): Query<Day>) -> Result<Json<Now<OperationView>>, Answer> {
    let (known, planned) = {
        let mut desk = server.desk();
        let known = match &day.as_of {
            Some(day) => desk.known_on(day)?,
            None => desk.known(),
        };
        (known, desk.planned_arrivals())
    };
    let mut findings = known.findings.clone();
    findings.extend(server.reading.findings());
    let what = operation_view(&known.operation, &known.groups, &findings, known.as_of, &planned);
    Ok(Json(Now { what, reading_in: server.reading.progress() }))
}

/// Two places and a day.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Pair {
    from: String,
    to: String,
    as_of: Option<String>,
}

/// `GET /api/routes`.
#[utoipa::path(get, path = "/routes", tag = "movement", params(Pair), responses((status = 200, body = Routes)))]
pub async fn routes(State(server): State<Arc<Server>>, Query(pair): Query<Pair>) -> Result<Json<Routes>, Answer> {
    let (known, changes) = {
        let mut desk = server.desk();
        let known = match &pair.as_of {
            Some(day) => desk.known_on(day)?,
            None => desk.known(),
        };
        (known, desk.accepted().map(|m| m.plan.changes.clone()).unwrap_or_default())
    };
    Ok(Json(app::routes(&known, changes, &pair.from, &pair.to)?))
}

/// For whom, in which language and form.
#[derive(Debug, Deserialize)]
pub struct Copy {
    #[serde(rename = "for")]
    audience: Option<String>,
    lang: Option<String>,
    format: Option<String>,
}

/// `GET /manifest/{trip}`.
pub async fn manifest(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    Path(trip): Path<u32>,
    Query(copy): Query<Copy>,
) -> Result<Response, Answer> {
    let audience = copy.audience.as_deref().unwrap_or("driver");
    let audience =
        audience.parse::<Audience>().map_err(|e| Problem::new("audience-unknown", e, "ask for driver, escort, receiving or sending"))?;
    let language = copy.lang.as_deref().and_then(Language::find).unwrap_or_default();
    let (known, plan) = {
        let desk = server.desk();
        (desk.known(), desk.accepted()?.plan.clone())
    };
    let texts = texts(language);
    let operation = server.office.operation_to_print(&who.subject, &known, &plan, trip, audience).await?;
    if copy.format.as_deref() == Some("csv") {
        let table = app::manifest_csv(&operation, &plan, trip, audience, texts).ok_or_else(|| not_found("trip"))?;
        let name = format!("attachment; filename=\"trip-{trip}.csv\"");
        return Ok(
            ([(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)], table).into_response()
        );
    }
    let page = app::manifest_html(&operation, &plan, trip, audience, texts, server.clock.now(), Style::At("/manifest/print.css"))
        .ok_or_else(|| not_found("trip"))?;
    Ok(Html(page).into_response())
}

/// `GET /manifest/print.css`.
pub async fn print_css() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], app::PRINT_CSS).into_response()
}
