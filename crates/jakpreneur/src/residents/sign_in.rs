//! Signing in with a code, and out. Whether a number is registered, whether it has a code, and which of the
//! two is wrong: the answer is one and the same.
use super::{
    rows::{self, Kept},
    session::{self, Begun},
    signed_in::session_secret,
};
use crate::{
    App, House, Problem,
    journal::Change,
    people,
    privacy::Hash,
    staff::{Secret, Use, count_failure, forget_failures, refuse_locked, sweep_failures},
};
use axum::http::HeaderMap;
use db::Tx;
use rules::{Instant, Phone, SignInCode, member_number, sign_in_code::is_good};

/// What somebody says they are registered by.
enum Named {
    /// A member number, by its position in the journal.
    Number(u64),
    /// A phone number.
    Phone(Phone),
    /// Nothing that anybody could be registered by.
    Nobody,
}

impl Named {
    fn of(typed: &str) -> Self {
        let number = member_number::parse(typed).map(Self::Number);
        number.or_else(|_| Phone::parse(typed).map(Self::Phone)).unwrap_or(Self::Nobody)
    }

    /// By what wrong tries are counted; no account's name has a slash in it.
    fn known_by(&self, house: &House) -> Hash {
        house.seal.name_hash(&match self {
            Self::Number(position) => format!("member/{position}"),
            Self::Phone(phone) => format!("phone/{}", phone.digits()),
            Self::Nobody => "nobody/".to_owned(),
        })
    }

    /// The codes that could be meant.
    fn codes(&self, tx: &mut Tx<'_>, house: &House) -> db::Result<Vec<Kept>> {
        let mut codes = Vec::new();
        match self {
            Self::Number(position) => {
                let position = i64::try_from(*position).unwrap_or(i64::MAX);
                codes.extend(rows::of_number(tx, position)?);
            }
            Self::Phone(phone) => {
                for member in people::same_phone(tx, &house.seal.phone_hash(phone))? {
                    codes.extend(rows::of_member(tx, member)?);
                }
            }
            Self::Nobody => {}
        }
        Ok(codes)
    }
}

/// Begins a session; none where number and code do not fit. A number with too many wrong tries waits, whether
/// or not anybody has it.
pub async fn sign_in(app: &App, who: &str, code: &str) -> Result<Option<Begun>, Problem> {
    let (named, code) = (Named::of(who), SignInCode::parse(code));
    app.change(move |tx, house| {
        let (now, known_by) = (house.now(), named.known_by(house));
        if !matches!(named, Named::Nobody) {
            refuse_locked(tx, &known_by, now)?;
        }
        let codes = named.codes(tx, house)?;
        let fitting = code.and_then(|code| codes.iter().find(|it| fits(house, it, &code, now)));
        if let Some(kept) = fitting {
            forget_failures(tx, &known_by)?;
            return let_in(tx, house, kept, now).map(Some);
        }
        count_failure(tx, &known_by, now)?;
        codes.iter().try_for_each(|kept| rows::missed(tx, kept.member))?;
        Ok(None)
    })
    .await
}

fn fits(house: &House, kept: &Kept, code: &SignInCode, now: Instant) -> bool {
    let hash = house.seal.sign_in_code_hash(kept.member, code);
    is_good(now, kept.good_until, kept.wrong_tries) && kept.hash == hash
}

fn let_in(tx: &mut Change<'_>, house: &House, kept: &Kept, now: Instant) -> Result<Begun, Problem> {
    rows::use_up(tx, kept.member)?;
    rows::sweep(tx, now)?;
    session::sweep(tx, now)?;
    sweep_failures(tx, now)?;
    Ok(session::begin(tx, kept.member, Secret::new(house.bytes()), now)?)
}

/// Ends the session whose cookie the request carries; nothing happens where there is none.
pub async fn sign_out(app: &App, headers: &HeaderMap) -> Result<(), Problem> {
    let Some(secret) = session_secret(headers) else { return Ok(()) };
    let digest = secret.digest(Use::Member);
    app.change(move |tx, _| Ok(session::end(tx, &digest)?)).await
}
