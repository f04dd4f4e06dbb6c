//! Signing in and out.
use super::{
    Account, credential, failures,
    password::Hashed,
    secret::{Secret, Use},
    session::{self, Session},
    signed_in::session_secret,
};
use crate::{App, Code, Problem, board::News, privacy::Hash};
use axum::http::HeaderMap;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Begins a session. Whether the name or the password is wrong is not told, neither in words nor in time;
/// a name with too many wrong passwords waits, whether or not there is such an account.
pub async fn sign_in(app: &App, name: &str, password: &str) -> Result<Session, Problem> {
    let name: Arc<str> = super::add::as_typed(name).into();
    let password = Zeroizing::new(password.to_owned());
    let known_by = app.house.seal.name_hash(&name);
    // Held until the failure is counted, so that a rush of guesses cannot outrun the lock.
    let _turn = app.house.gate.turn().await?;
    let looked_for = name.clone();
    let found = app
        .look(move |tx, house| {
            failures::refuse_locked(tx, &known_by, house.now())?;
            Ok(credential::of_name(tx, &looked_for)?)
        })
        .await?;
    let (account, hash) = match found {
        Some((account, hash)) => (Some(account), hash),
        None => (None, Hashed::nobodys()),
    };
    let proven = hash.clone();
    let fits = app.blocking(move || Ok(proven.fits(&password))).await?;
    match account.filter(|_| fits) {
        Some(account) => let_in(app, account, hash, known_by).await,
        None => turn_away(app, known_by).await,
    }
}

async fn let_in(
    app: &App,
    account: Account,
    proven: Hashed,
    known_by: Hash,
) -> Result<Session, Problem> {
    app.change(move |tx, house| {
        let still = credential::of_name(tx, &account.name)?;
        let same = still.is_some_and(|(now, hash)| now == account && hash.0 == proven.0);
        if !same {
            return Err(Problem::Refused(Code::SignIn));
        }
        let now = house.now();
        failures::forget(tx, &known_by)?;
        failures::sweep(tx, now)?;
        session::sweep(tx, now)?;
        Ok(session::begin(tx, &account, Secret::new(house.bytes()), now)?)
    })
    .await
}

async fn turn_away(app: &App, known_by: Hash) -> Result<Session, Problem> {
    app.change(move |tx, house| Ok(failures::count(tx, &known_by, house.now())?)).await?;
    Err(Problem::Refused(Code::SignIn))
}

/// Ends the session whose cookie the request carries; nothing happens where there is none.
pub async fn sign_out(app: &App, headers: &HeaderMap) -> Result<(), Problem> {
    let Some(secret) = session_secret(headers) else { return Ok(()) };
    let digest = secret.digest(Use::Session);
    app.change(move |tx, house| {
        let Some(shown) = session::of_digest(tx, &digest, house.now())? else { return Ok(()) };
        session::end(tx, &digest)?;
        shown.officer.user.into_iter().for_each(|user| tx.tell(News::Access(user)));
        Ok(())
    })
    .await
}
