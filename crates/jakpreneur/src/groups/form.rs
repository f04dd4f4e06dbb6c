//! Forming a group.
use super::rows;
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, Agency, GroupId, RegionCode};
use serde::{Deserialize, Serialize};

/// A group was formed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFormed {
    /// The group.
    pub group: GroupId,
    /// What it calls itself; a business name, not a person's.
    pub name: String,
    /// The agency that knows it.
    pub agency: Agency,
    /// The responsible kecamatan.
    pub office: RegionCode,
}

impl Event for GroupFormed {
    const ACT: &'static str = "group.form";
}

/// The longest name kept.
const LONGEST: usize = 100;

/// Forms a group within the officer's scope.
pub fn form(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    name: &str,
    agency: Agency,
    office: RegionCode,
) -> Result<Done<GroupFormed>, Problem> {
    asking.officer.may(Act::RegisterMember)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
    if name.is_empty() {
        return Err(wrong("name", Code::Empty));
    }
    if name.chars().count() > LONGEST {
        return Err(wrong("name", Code::Long));
    }
    if !house.knows(&agency) {
        return Err(wrong("agency", Code::Agency));
    }
    if !asking.officer.scope.covers(&agency, office) {
        return Err(wrong("office", Code::OutsideScope));
    }
    let group = GroupId(house.new_id());
    let event = GroupFormed { group, name, agency, office };
    let done = journal::record(tx, asking, Some(group.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a group.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &GroupFormed) -> Result<(), Problem> {
    Ok(rows::add(tx, event, stamp.position)?)
}
