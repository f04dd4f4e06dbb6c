//! Handing production tools over.
use super::{GrantForm, Grantable, Handed, Item, rows};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
    stages::{self, State},
};
use db::{Position, Tx};
use rules::{
    Act, Agency, Date, MemberId, Rupiah, StageKind, ToolGrantId,
    training::{NotGranted, PermitKind, Recipient, may_grant},
};
use serde::{Deserialize, Serialize};

/// Tools were handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToolsGranted {
    /// The handover.
    pub grant: ToolGrantId,
    /// Who received.
    pub member: MemberId,
    /// Who gave.
    pub agency: Agency,
    /// The number typed for the record; empty: made from where it was recorded.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// What was handed over.
    pub items: Vec<Item>,
    /// What it is worth.
    pub value: Option<Rupiah>,
    /// What permit was shown.
    pub permit: PermitKind,
    /// The day.
    pub given_on: Date,
    /// Who handed over to whom, and the permit's number, sealed.
    pub handed: Sealed,
}

impl Event for ToolsGranted {
    const ACT: &'static str = "tools.grant";
}

impl ToolsGranted {
    /// The number of the record: as typed, or from the agency, the year and the place in the journal.
    pub fn number(&self, position: Position) -> String {
        if !self.number.is_empty() {
            return self.number.clone();
        }
        let agency = self.agency.to_string().to_uppercase();
        format!("BAST/PKT-{agency}/{}/{position:06}", self.given_on.year())
    }
}

/// Hands tools over to a member within scope, where nothing of BR-20 forbids it.
pub fn grant(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    to: MemberId,
    form: &GrantForm,
) -> Result<Done<ToolsGranted>, Problem> {
    asking.officer.may(Act::GrantTools)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, to)?.ok_or(Problem::NotFound)?;
    let new = form.understand(house, asking, &row)?;
    let recipient = Recipient {
        has_tools: has_tools(tx, &row, &new.agency)?,
        ktp_seen: new.ktp_seen,
        is_licensed: is_licensed(tx, &row)?,
    };
    let permit = may_grant(recipient, new.permit_kind, &new.permit).map_err(refused)?;
    let event = event(house, &row, new, permit)?;
    let done = journal::record(tx, asking, Some(to.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn event(
    house: &House,
    row: &MemberRow,
    new: Grantable,
    permit: String,
) -> Result<ToolsGranted, Problem> {
    let erased = || Problem::Refused(Code::Erased);
    let known = row.identity(&house.seal).ok_or_else(erased)?;
    let key = house.seal.person_key(row.keyed_by, row.salt.as_ref().ok_or_else(erased)?);
    let grant = house.new_tool_grant(row.id.shard());
    let handed = Handed {
        receiver: known.name.as_str().to_owned(),
        permit,
        giver: new.giver,
        giver_position: new.giver_position,
    };
    Ok(ToolsGranted {
        grant,
        member: row.id,
        agency: new.agency,
        number: new.number,
        items: new.items,
        value: new.value,
        permit: new.permit_kind,
        given_on: new.given_on,
        handed: Sealed(handed.seal(house, &key, grant)),
    })
}

/// Whether the agency gave this person tools, under whatever record of theirs, and has not taken them back.
fn has_tools(tx: &mut Tx<'_>, row: &MemberRow, agency: &Agency) -> Result<bool, Problem> {
    for (record, _) in people::records_of(tx, row.person)? {
        if rows::has_tools(tx, record, agency)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a record of the person reached the licensing stage.
fn is_licensed(tx: &mut Tx<'_>, row: &MemberRow) -> Result<bool, Problem> {
    for (record, _) in people::records_of(tx, row.person)? {
        let reached = stages::services_of(tx, record)?.iter().any(|service| {
            service.stage == StageKind::Licensing
                && service.state == State::Completed
                && service.voided_at_position.is_none()
        });
        if reached {
            return Ok(true);
        }
    }
    Ok(false)
}

fn refused(not: NotGranted) -> Problem {
    let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
    match not {
        NotGranted::Before => Problem::Refused(Code::ToolsBefore),
        NotGranted::KtpNotSeen => wrong("ktp_seen", Code::KtpNotSeen),
        NotGranted::Permit => wrong("permit", Code::Permit),
        NotGranted::StageNotReached => wrong("permit_kind", Code::NoPermit),
    }
}

/// The rows of a handover.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ToolsGranted) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}
