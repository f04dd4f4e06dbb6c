//! Changing one's own password: the one in force is asked, and whoever is signed in elsewhere no longer is.
use super::{
    credential, failures,
    password::{Cost, Hashed, Password},
    secret::Use,
    session,
    signed_in::session_secret,
};
use crate::{
    App, Code, FieldError, House, Problem,
    board::News,
    journal::{Asking, Change, Done, Event, done_before, record},
};
use axum::http::HeaderMap;
use rules::UserId;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// An account changed its own password, which the journal never sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPasswordChanged {
    /// The account.
    pub user: UserId,
}

impl Event for OwnPasswordChanged {
    const ACT: &'static str = "user.change_password";
}

/// Changes the password of whoever asks; the session that asks stays. A wrong current password counts like
/// one at sign-in, so that nobody guesses it here.
pub async fn change_own_password(
    app: &App,
    asking: Asking,
    headers: &HeaderMap,
    now: &str,
    new: &str,
) -> Result<Done<OwnPasswordChanged>, Problem> {
    let name = asking.officer.name.clone();
    let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
    let password = Password::parse(new, &name).map_err(|code| wrong("password", code))?;
    let proven = prove(app, &name, now).await?;
    let hashed = password.hash_beside(app, Cost::STANDARD).await?;
    let stays = session_secret(headers).map(|secret| secret.digest(Use::Session));
    app.change(move |tx, house| keep(tx, house, &asking, &proven, &hashed, stays.as_ref())).await
}

/// The hash that the current password fits.
async fn prove(app: &App, name: &str, now: &str) -> Result<Hashed, Problem> {
    let known_by = app.house.seal.name_hash(name);
    let (name, now) = (name.to_owned(), Zeroizing::new(now.to_owned()));
    // Held until the failure is counted, so that a rush of guesses cannot outrun the lock.
    let _turn = app.house.gate.turn().await?;
    let hash = app.look(move |tx, house| {
        failures::refuse_locked(tx, &known_by, house.now())?;
        Ok(credential::of_name(tx, &name)?.map(|(_, hash)| hash))
    });
    let hash = hash.await?.ok_or(Problem::Forbidden)?;
    let tried = hash.clone();
    if app.blocking(move || Ok(tried.fits(&now))).await? {
        return Ok(hash);
    }
    app.change(move |tx, house| Ok(failures::count(tx, &known_by, house.now())?)).await?;
    Err(Problem::Invalid(vec![FieldError::new("current", Code::OldPassword)]))
}

fn keep(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    proven: &Hashed,
    new: &Hashed,
    stays: Option<&super::secret::Digest>,
) -> Result<Done<OwnPasswordChanged>, Problem> {
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let user = asking.officer.user.ok_or(Problem::Forbidden)?;
    let name = &asking.officer.name;
    let still = credential::of_name(tx, name)?.is_some_and(|(_, hash)| hash.0 == proven.0);
    if !still {
        return Err(Problem::Invalid(vec![FieldError::new("current", Code::OldPassword)]));
    }
    let done = record(tx, asking, Some(user.0), OwnPasswordChanged { user })?;
    credential::keep(tx, user, new, asking.at)?;
    failures::forget(tx, &house.seal.name_hash(name))?;
    session::end_others(tx, user, stays)?;
    tx.tell(News::Access(user));
    Ok(done)
}
