//! Plans: make, make anew, compare, accept, undo.

use crate::error::Answer;
use crate::jobs::JobView;
use crate::state::{Server, not_found};
use app::{BOUND_STEPS, Changes, Made, PlanRequest, PlanView, Request, plan, replan, sensitivity};
use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use base::Instant;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// Search time if the page names none, seconds.
const USUAL_SECONDS: f64 = 5.0;
/// Longest search time the page may ask for, seconds.
const MOST_SECONDS: f64 = 600.0;

/// `POST /api/replan`.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplanRequest {
    now: Instant,
    #[serde(default)]
    seconds: Option<f64>,
    changes: Changes,
}

/// A job that was started.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct JobStarted {
    job: u64,
}

fn limit(seconds: Option<f64>) -> f64 {
    seconds.filter(|s| s.is_finite()).unwrap_or(USUAL_SECONDS).clamp(0.1, MOST_SECONDS)
}

/// `POST /api/plan`.
#[utoipa::path(post, path = "/plan", tag = "movement", request_body = PlanRequest, responses((status = 202, body = JobStarted)))]
pub async fn make(
    State(server): State<Arc<Server>>,
    asked: Result<Json<PlanRequest>, JsonRejection>,
) -> Result<(StatusCode, Json<JobStarted>), Answer> {
    let Json(asked) = asked?;
    server.reading.refuse_while_it_runs()?;
    let (known, request) = {
        let mut desk = server.desk();
        let known = match &asked.as_of {
            Some(day) => desk.known_on(day)?,
            None => desk.known(),
        };
        let request = desk.request(&known, &asked);
        (known, request)
    };
    let jobs = server.clone();
    let job = jobs.jobs.start(limit(asked.seconds), move |job| {
        let made = plan(&known.operation, &request, &mut |p| job.paces(p));
        job.checks();
        let report = app::report(&known.operation, &made);
        server.desk().accept_first(known.clone(), Made { plan: made.clone(), report })?;
        job.shows();
        let shifts = sensitivity(&known.operation, &request, &made, &|| !job.is_stopped());
        if !job.is_stopped() {
            server.desk().add_sensitivity(&made, shifts);
        }
        Ok(())
    })?;
    Ok((StatusCode::ACCEPTED, Json(JobStarted { job })))
}

/// `POST /api/replan`.
#[utoipa::path(post, path = "/replan", tag = "movement", request_body = ReplanRequest, responses((status = 202, body = JobStarted)))]
pub async fn remake(
    State(server): State<Arc<Server>>,
    asked: Result<Json<ReplanRequest>, JsonRejection>,
) -> Result<(StatusCode, Json<JobStarted>), Answer> {
    let Json(asked) = asked?;
    let (known, old) = {
        let desk = server.desk();
        (desk.known(), desk.accepted()?.plan.clone())
    };
    let request = Request {
        mode: old.mode,
        as_of: known.as_of,
        seed: old.seed,
        iterations: None,
        hazard_scale: 1.0,
        changes: asked.changes,
        bound_steps: BOUND_STEPS,
    };
    let jobs = server.clone();
    let job = jobs.jobs.start(limit(asked.seconds), move |job| {
        let made = replan(&known.operation, &old, asked.now, &request, &mut |p| job.paces(p));
        job.checks();
        let report = app::report(&known.operation, &made);
        server.desk().propose(Made { plan: made, report })
    })?;
    Ok((StatusCode::ACCEPTED, Json(JobStarted { job })))
}

/// `GET /api/jobs/{job}`.
#[utoipa::path(get, path = "/jobs/{job}", tag = "movement", params(("job" = u64, Path)), responses((status = 200, body = JobView)))]
pub async fn job(State(server): State<Arc<Server>>, Path(job): Path<u64>) -> Result<Json<JobView>, Answer> {
    Ok(Json(server.jobs.find(job).ok_or_else(|| not_found("job"))?))
}

/// `DELETE /api/jobs/{job}`.
#[utoipa::path(delete, path = "/jobs/{job}", tag = "movement", params(("job" = u64, Path)), responses((status = 204)))]
pub async fn stop(State(server): State<Arc<Server>>, Path(job): Path<u64>) -> Result<StatusCode, Answer> {
    server.jobs.stop(job).ok_or_else(|| not_found("job"))?;
    Ok(StatusCode::NO_CONTENT)
}

fn json(value: impl Serialize) -> Result<Json<Value>, Answer> {
    serde_json::to_value(value).map(Json).map_err(|_| {
        Answer(StatusCode::INTERNAL_SERVER_ERROR, app::Problem::new("unwritable", "the answer can't be written", "report this"))
    })
}

/// `GET /api/plan`.
#[utoipa::path(get, path = "/plan", tag = "movement", responses((status = 200, body = PlanView)))]
pub async fn show(State(server): State<Arc<Server>>) -> Result<Json<Value>, Answer> {
    json(server.desk().plan_view()?)
}

/// `GET /api/proposal`.
#[utoipa::path(get, path = "/proposal", tag = "movement", responses((status = 200, body = PlanView)))]
pub async fn proposal(State(server): State<Arc<Server>>) -> Result<Json<Value>, Answer> {
    json(server.desk().proposal_view()?)
}

/// `DELETE /api/proposal`.
#[utoipa::path(delete, path = "/proposal", tag = "movement", responses((status = 204)))]
pub async fn discard(State(server): State<Arc<Server>>) -> StatusCode {
    server.desk().discard();
    StatusCode::NO_CONTENT
}

/// `POST /api/proposal/accept`.
#[utoipa::path(post, path = "/proposal/accept", tag = "movement", responses((status = 200, body = PlanView)))]
pub async fn accept(State(server): State<Arc<Server>>) -> Result<Json<Value>, Answer> {
    let mut desk = server.desk();
    desk.accept()?;
    json(desk.plan_view()?)
}

/// `POST /api/plan/undo`.
#[utoipa::path(post, path = "/plan/undo", tag = "movement", responses((status = 200, body = PlanView)))]
pub async fn undo(State(server): State<Arc<Server>>) -> Result<Json<Value>, Answer> {
    let mut desk = server.desk();
    desk.undo()?;
    json(desk.plan_view()?)
}
