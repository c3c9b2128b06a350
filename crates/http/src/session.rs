//! Who is signed in: the session's cookie, signing in and out, proving anew who one is.

use crate::error::Answer;
use crate::state::Server;
use app::identity::{Begun, PasskeyAnswer, SignIn, SignedIn, Welcome, Who};
use app::{Problem, ReadIn};
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The cookie that carries a session's token. Scripts can't read it, and no other site can send it.
pub(crate) const COOKIE: &str = "amana-session";

/// Whoever asks: put in place by [`required`], so a route that names it can't be reached by anyone else.
pub struct Asker(pub Who);

impl<S: Send + Sync> FromRequestParts<S> for Asker {
    type Rejection = Answer;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Answer> {
        let Extension(who) =
            Extension::<Who>::from_request_parts(parts, state).await.map_err(|_| Answer(StatusCode::UNAUTHORIZED, signed_out()))?;
        Ok(Self(who))
    }
}

/// An answer, and how far reading the operation's list of people in has come while it runs.
#[derive(Serialize, utoipa::ToSchema)]
pub struct Now<T> {
    /// The answer.
    #[serde(flatten)]
    pub what: T,
    /// Records made and to be made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading_in: Option<ReadIn>,
}

fn signed_out() -> Problem {
    Problem::new("signed-out", "you are not signed in", "sign in")
}

fn token(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// Lets a request through with whoever asks, or answers that nobody is signed in.
pub async fn required(State(server): State<Arc<Server>>, mut request: Request, next: Next) -> Response {
    let Some(token) = token(request.headers()) else { return Answer(StatusCode::UNAUTHORIZED, signed_out()).into_response() };
    match server.office.who(token).await {
        Ok(who) => {
            request.extensions_mut().insert(who);
            next.run(request).await
        }
        Err(problem) => Answer::from(problem).into_response(),
    }
}

/// Lets a request to the movement page through if whoever asks works with movements; one that changes something asks for more.
pub async fn movements(State(server): State<Arc<Server>>, Asker(who): Asker, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let may = server.office.may_use_movements(&who.subject, reads);
    let ready = match may {
        Ok(()) => server.refresh().await,
        refused => refused,
    };
    match ready {
        Ok(()) => next.run(request).await,
        Err(problem) => Answer::from(problem).into_response(),
    }
}

/// `GET /api/welcome`.
#[utoipa::path(get, path = "/welcome", tag = "identity", security(()), responses((status = 200, body = Now<Welcome>)))]
pub async fn welcome(State(server): State<Arc<Server>>) -> Result<Json<Now<Welcome>>, Answer> {
    Ok(Json(Now { what: server.office.welcome().await?, reading_in: server.reading.progress() }))
}

/// `GET /api/session`.
#[utoipa::path(get, path = "/session", tag = "identity", responses((status = 200, body = SignedIn)))]
pub async fn show(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Json<SignedIn>, Answer> {
    Ok(Json(server.office.signed_in(&who).await?))
}

/// `POST /api/session`.
#[utoipa::path(post, path = "/session", tag = "identity", security(()), request_body = SignIn, responses((status = 200, body = SignedIn)))]
pub async fn begin(State(server): State<Arc<Server>>, asked: Result<Json<SignIn>, JsonRejection>) -> Result<Response, Answer> {
    let Json(asked) = asked?;
    let begun = server.office.sign_in(&asked).await?;
    Ok(self::begun(&server, begun))
}

/// Who is signed in, with the cookie of the session that was begun.
pub fn begun(server: &Server, begun: Begun) -> Response {
    let cookie = server.cookie(COOKIE, begun.token(), begun.longest);
    ([(header::SET_COOKIE, cookie)], Json(begun.signed_in)).into_response()
}

/// Done, and the cookie is taken back.
pub fn cleared(server: &Server) -> Response {
    (StatusCode::NO_CONTENT, [(header::SET_COOKIE, server.cookie(COOKIE, "", 0))]).into_response()
}

/// `DELETE /api/session`.
#[utoipa::path(delete, path = "/session", tag = "identity", responses((status = 204)))]
pub async fn end(State(server): State<Arc<Server>>, Asker(who): Asker) -> Result<Response, Answer> {
    server.office.sign_out(&who).await?;
    Ok(cleared(&server))
}

/// A fresh proof of who asks.
#[derive(Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    #[serde(default)]
    password: Option<String>,
    #[serde(default)]
    code: Option<String>,
    /// A passkey's answer, in place of both.
    #[serde(default)]
    passkey: Option<PasskeyAnswer>,
}

/// `POST /api/session/step-up`.
#[utoipa::path(post, path = "/session/step-up", tag = "identity", request_body = Proof, responses((status = 200, body = SignedIn)))]
pub async fn step_up(
    State(server): State<Arc<Server>>,
    Asker(who): Asker,
    asked: Result<Json<Proof>, JsonRejection>,
) -> Result<Json<SignedIn>, Answer> {
    let Json(proof) = asked?;
    Ok(Json(match &proof.passkey {
        Some(answer) => server.office.step_up_by_passkey(&who, answer).await?,
        None => server.office.step_up(&who, proof.password.as_deref(), proof.code.as_deref()).await?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_is_found_among_others() {
        let found = |line: &str| {
            let headers = HeaderMap::from_iter([(header::COOKIE, line.parse().unwrap())]);
            token(&headers).map(str::to_owned)
        };
        assert_eq!(found("a=b; amana-session=xyz; c=d").as_deref(), Some("xyz"));
        assert_eq!(found("amana-session-old=xyz"), None);
        assert_eq!(found(""), None);
    }
}
