//! A group with those of its members that the caller may see, and finding who is to join.
use super::rows::{self, GroupRow};
use crate::{
    Code, FieldError, House, Problem,
    journal::Change,
    people::{self, Brief},
    staff::{Officer, log_read},
};
use db::Tx;
use rules::{Act, GroupId, Instant, MemberId, Nik};

/// A group and who is in it now.
#[derive(Clone, Debug)]
pub struct Group {
    /// The group.
    pub row: GroupRow,
    /// Its members within scope, who joined first before.
    pub members: Vec<Brief>,
    /// How many of its members are outside the scope.
    pub elsewhere: usize,
}

/// A group within scope, with its members.
pub fn see(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    group: GroupId,
) -> Result<Group, Problem> {
    officer.may(Act::SearchMembers)?;
    let row = rows::group(tx, &officer.scope, group)?.ok_or(Problem::NotFound)?;
    let ids = rows::members_of(tx, group)?;
    let mut records = Vec::with_capacity(ids.len());
    for member in &ids {
        records.extend(people::record(tx, &officer.scope, *member)?);
    }
    let elsewhere = ids.len() - records.len();
    Ok(Group { elsewhere, row, members: people::briefs(house, records) })
}

/// The record within scope that a member number or a NIK leads to; looking up by NIK is logged. Of several
/// agencies' records of a NIK it is the one of the group's agency.
pub fn find(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Officer,
    at: Instant,
    group: GroupId,
    typed: &str,
) -> Result<MemberId, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
    officer.may(Act::CorrectMember)?;
    let row = rows::group(tx, &officer.scope, group)?.ok_or(Problem::NotFound)?;
    if typed.is_empty() {
        return Err(wrong(Code::Empty));
    }
    if let Ok(position) = rules::member_number::parse(typed) {
        let position = u32::try_from(position).map_err(|_| wrong(Code::MemberUnknown))?;
        let member = house.board().names.member_at(position);
        let member = member.ok_or_else(|| wrong(Code::MemberUnknown))?;
        let within = people::is_within(tx, &officer.scope, member)?;
        return if within { Ok(member) } else { Err(wrong(Code::MemberUnknown)) };
    }
    Nik::parse(typed).map_err(|_| wrong(Code::MemberUnknown))?;
    let found = people::by_nik(tx, house, officer, typed)?;
    let own = found.iter().find(|line| line.row.agency == row.agency);
    let member = own.or(found.first()).map(|line| line.row.id);
    let how_many = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let subject = member.map(|member| member.0);
    log_read(tx, house.new_id(), at, officer, "member.look_up_nik", subject, how_many)?;
    // The look-up stays in the log also where it found nobody.
    member.ok_or_else(|| wrong(Code::MemberUnknown))
}
