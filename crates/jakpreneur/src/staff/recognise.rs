//! Knowing somebody again by what they show: a session's cookie or a token.
use super::{
    Officer,
    secret::{Digest, Secret, Use},
    session::{self, NOTED_EVERY, Shown, later},
    token,
};
use crate::{App, Problem};
use rules::Instant;
use std::sync::Arc;

/// What is shown: the digest of a session's secret or of a token's.
#[derive(Clone, Copy)]
enum Proof {
    Session(Digest),
    Token(Digest),
}

/// Whose session this is; none where it is over or never was.
pub(super) async fn session(app: &App, secret: &Secret) -> Result<Option<Arc<Officer>>, Problem> {
    recognise(app, Proof::Session(secret.digest(Use::Session))).await
}

/// Whose token this is; none where it is revoked or never was.
pub(super) async fn token(app: &App, text: &str) -> Result<Option<Arc<Officer>>, Problem> {
    let Some(secret) = text.strip_prefix(token::PREFIX).and_then(Secret::parse) else {
        return Ok(None);
    };
    recognise(app, Proof::Token(secret.digest(Use::Token))).await
}

async fn recognise(app: &App, proof: Proof) -> Result<Option<Arc<Officer>>, Problem> {
    let (Proof::Session(digest) | Proof::Token(digest)) = proof;
    let (recent, now) = (&app.house.gate.recent, app.house.now());
    if let Some(officer) = recent.of(&digest, now) {
        return Ok(Some(officer));
    }
    let forgettings = recent.forgettings();
    let shown = app.look(move |tx, _| Ok(proof.look(tx, now)?)).await?;
    let Some(shown) = shown else { return Ok(None) };
    if shown.seen_at.is_none_or(|seen| now >= later(seen, NOTED_EVERY)) {
        note_use(app, proof, now).await;
    }
    let officer = Arc::new(shown.officer);
    recent.remember(digest, &officer, now, shown.ends_at, forgettings);
    Ok(Some(officer))
}

/// Whoever shows a good secret is let in also while nothing can be written.
async fn note_use(app: &App, proof: Proof, now: Instant) {
    let noted = app.change(move |tx, _| Ok(proof.note_use(tx, now)?)).await;
    if let Err(problem) = noted {
        tracing::warn!(%problem, "the use of a session or token was not noted");
    }
}

impl Proof {
    fn look(self, tx: &mut db::Tx<'_>, now: Instant) -> db::Result<Option<Shown>> {
        match self {
            Self::Session(digest) => session::of_digest(tx, &digest, now),
            Self::Token(digest) => token::of_digest(tx, &digest),
        }
    }

    fn note_use(self, tx: &mut db::Tx<'_>, now: Instant) -> db::Result<()> {
        match self {
            Self::Session(digest) => session::note_use(tx, &digest, now),
            Self::Token(digest) => token::note_use(tx, &digest, now),
        }
    }
}
