//! The card of a member.
use super::letterhead::place;
use crate::{
    Code, House, Problem,
    people::{self, MemberRow},
    staff::Officer,
};
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
    own_card(house, row)
}

/// The card of a record that is the asker's own, or that they may open.
pub fn own_card(house: &House, row: MemberRow) -> Result<MemberCard, Problem> {
    let member = row.id;
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
