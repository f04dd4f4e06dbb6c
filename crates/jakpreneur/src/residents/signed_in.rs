//! The member who sends a request, by the cookie of their session.
use super::session::{self, COOKIE};
use crate::{
    App, Problem,
    staff::{Officer, Secret, Use},
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use rules::{MemberId, PersonId};
use std::sync::Arc;

/// A member who is signed in, and who reaches the records of one person: themselves. Nobody else makes one.
#[derive(Clone, Copy, Debug)]
pub struct Resident {
    /// The record they signed in with.
    pub(super) member: MemberId,
    /// Who they are.
    pub(super) person: PersonId,
}

impl Resident {
    /// The member as who asks for an act of their own.
    pub fn officer(self) -> Arc<Officer> {
        Arc::new(Officer::resident(self.member))
    }
}

impl FromRequestParts<App> for Resident {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let secret = session_secret(&parts.headers).ok_or(Problem::SignedOut)?;
        let (digest, now) = (secret.digest(Use::Member), app.house.now());
        let found = app.look(move |tx, _| Ok(session::of_digest(tx, &digest, now)?)).await?;
        let (member, person) = found.ok_or(Problem::SignedOut)?;
        Ok(Self { member, person })
    }
}

/// The secret in the cookie of a member's session, if the request carries one.
pub(super) fn session_secret(headers: &HeaderMap) -> Option<Secret> {
    let values = headers.get_all(header::COOKIE).into_iter().filter_map(|it| it.to_str().ok());
    let mut cookies = values.flat_map(|it| it.split(';')).filter_map(|it| it.split_once('='));
    let (_, text) = cookies.find(|(name, _)| name.trim() == COOKIE)?;
    Secret::parse(text.trim())
}
