//! Who sees what of curation: the member their own, officers those within scope, curators what has a day in a
//! round that reaches into their agency and area. To everybody else there is none.
use super::{
    entries::{self, EntryRow},
    rows::{self, RoundRow},
};
use crate::{
    Problem,
    people::{self, MemberRow},
    staff::{Officer, Scope},
};
use db::Tx;
use rules::{Act, CurationEntryId, CurationRoundId, Role, marketing::curation::EntryState};

/// From which side somebody looks at an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The member.
    Own,
    /// An officer of the programme.
    Office,
    /// A curator, who sees the product and not whose it is.
    Curator,
}

pub(super) fn reaches(scope: &Scope, row: &RoundRow) -> bool {
    let meets = |own: rules::RegionCode| own.within(&row.area) || row.area.within(&own);
    scope.covers_agency(&row.agency) && scope.area().is_none_or(meets)
}

/// A round that reaches into the officer's scope.
pub(super) fn round(
    tx: &mut Tx<'_>,
    officer: &Officer,
    id: CurationRoundId,
) -> Result<RoundRow, Problem> {
    officer.may(Act::ReadCurations)?;
    let row = rows::round(tx, id)?.filter(|row| reaches(&officer.scope, row));
    row.ok_or(Problem::NotFound)
}

/// An entry that the asker may see, and whose it is.
pub(super) fn found(
    tx: &mut Tx<'_>,
    officer: &Officer,
    id: CurationEntryId,
) -> Result<(EntryRow, MemberRow, Side), Problem> {
    if officer.resident.is_none() {
        officer.may(Act::ReadCurations)?;
    }
    let row = entries::entry(tx, id)?.ok_or(Problem::NotFound)?;
    let (member, side) = match officer.resident {
        Some(own) => {
            let own = people::own_record(tx, own)?.ok_or(Problem::NotFound)?;
            let of = people::own_record(tx, row.member)?;
            (of.filter(|of| of.person == own.person), Side::Own)
        }
        None if officer.role == Role::Curator => {
            let round = rows::round(tx, row.round)?.ok_or(Problem::NotFound)?;
            let has_day = matches!(row.state, EntryState::Scheduled | EntryState::Graded);
            let seen = has_day && reaches(&officer.scope, &round);
            // A round that reaches the curator's agency is what lets them see the product.
            (people::own_record(tx, row.member)?.filter(|_| seen), Side::Curator)
        }
        None => (people::record(tx, &officer.scope, row.member)?, Side::Office),
    };
    Ok((row, member.ok_or(Problem::NotFound)?, side))
}

/// The same for an officer of the programme alone.
pub(super) fn office(
    tx: &mut Tx<'_>,
    officer: &Officer,
    id: CurationEntryId,
) -> Result<(EntryRow, MemberRow), Problem> {
    match found(tx, officer, id)? {
        (row, member, Side::Office) => Ok((row, member)),
        (_, _, Side::Own | Side::Curator) => Err(Problem::Forbidden),
    }
}
