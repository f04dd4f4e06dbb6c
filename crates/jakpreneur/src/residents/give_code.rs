//! Handing a member a code at the counter: for whoever has no phone that gets messages, and for the first time.
use super::{rows, session};
use crate::{
    Code, House, Problem,
    journal::{Asking, Change, Done, Event, done_before, record},
    people,
};
use rules::{Act, MemberId, SignInCode, sign_in_code::good_until};
use serde::{Deserialize, Serialize};

/// A member was handed a code; what it is, only they have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInCodeGiven {
    /// Whose code it is.
    pub member: MemberId,
}

impl Event for SignInCodeGiven {
    const ACT: &'static str = "member.give_sign_in_code";
}

/// Makes a code for a member within the officer's scope; answers the code itself, which nobody can show
/// again. Whoever was signed in as the member no longer is: they may have lost the phone.
pub fn give_code(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    member: MemberId,
) -> Result<(Done<SignInCodeGiven>, SignInCode), Problem> {
    asking.officer.may(Act::GiveSignInCode)?;
    if done_before::<SignInCodeGiven>(tx, asking)?.is_some() {
        return Err(Problem::KeyReused);
    }
    let row = people::record(tx, &asking.officer.scope, member)?.ok_or(Problem::NotFound)?;
    row.identity(&house.seal).ok_or(Problem::Refused(Code::Erased))?;
    let done = record(tx, asking, Some(member.0), SignInCodeGiven { member })?;
    let code = SignInCode::of(u64::from_be_bytes(house.bytes()));
    let hash = house.seal.sign_in_code_hash(member, &code);
    rows::keep(tx, (member, row.position), &hash, good_until(asking.at))?;
    session::end_all(tx, member)?;
    Ok((done, code))
}
