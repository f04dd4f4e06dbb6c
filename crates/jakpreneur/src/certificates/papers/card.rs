//! The card of a member.
use super::letterhead::place;
use crate::{Code, House, Problem, people, staff::Officer};
use db::Tx;
use documents::print::MemberCard;
use rules::{Act, CardCode, MemberId};

/// The card of somebody whose file the officer may open.
pub fn card(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    member: MemberId,
) -> Result<MemberCard, Problem> {
    officer.may(Act::OpenFile)?;
    let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
    let known = row.identity(&house.seal).ok_or(Problem::Refused(Code::Erased))?;
    let code = CardCode { member, code: house.seal.card_code(member) };
    Ok(MemberCard {
        name: known.name.as_str().to_owned(),
        area: place(house, row.office),
        agency: row.agency.to_string().to_uppercase(),
        registered: rules::date::words(row.registered_on),
        code: code.to_string(),
        number: row.number,
    })
}
