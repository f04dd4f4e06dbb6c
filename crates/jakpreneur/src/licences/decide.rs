//! What the issuer decided: issued, refused, or taken back later. An end does not undo what was reached.
use super::{
    Details, LicenceForm, LicenceRow, Said, details,
    form::LONGEST_NOTE,
    record::{not_there, said},
    rows, stage, written,
};
use crate::{
    Code, FieldError, House, LicensingCode, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
    waves,
};
use db::Tx;
use rules::{
    Act, Date, LicenceId, MemberId, ServiceId, WaveId,
    licensing::{LicenceState, RefusalReason, may_become},
};
use serde::{Deserialize, Serialize};

/// The issuer decided about a permit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceDecided {
    /// The permit.
    pub licence: LicenceId,
    /// Whose it is.
    pub member: MemberId,
    /// What it became.
    pub to: LicenceState,
    /// Who issues it.
    pub issuer: String,
    /// The day it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Date>,
    /// The last day it is good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<Date>,
    /// The day it was refused or revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<RefusalReason>,
    /// Its number and a note, sealed.
    pub details: Sealed,
    /// What was said, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Sealed>,
    /// What is odd about it: stable codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// The licensing service that stands for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The wave it is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<WaveId>,
}

impl Event for LicenceDecided {
    const ACT: &'static str = "licence.decide";
}

/// Records what the issuer decided about a permit of a member within scope.
pub fn decide(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    licence: LicenceId,
    to: LicenceState,
    form: &LicenceForm,
) -> Result<Done<LicenceDecided>, Problem> {
    asking.officer.may(Act::ManageLicences)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (row, member) = found(tx, asking, licence)?;
    enter(tx, house, asking, (&row, &member), to, form)
}

/// The same of a permit that was found within the asker's scope.
pub(super) fn enter(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    (row, member): (&LicenceRow, &MemberRow),
    to: LicenceState,
    form: &LicenceForm,
) -> Result<Done<LicenceDecided>, Problem> {
    if !may_become(row.state, to) {
        return Err(Problem::Refused(Code::Licensing(LicensingCode::LicenceDecided)));
    }
    let event = match to {
        LicenceState::Issued => issued(tx, house, asking, row, member, form)?,
        LicenceState::Refused => refused(house, asking, row, member, form)?,
        LicenceState::Revoked => revoked(house, asking, row, member, form)?,
        LicenceState::Requested => {
            return Err(Problem::Refused(Code::Licensing(LicensingCode::LicenceDecided)));
        }
    };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// A permit that stands, of a member within the asker's scope.
pub(super) fn found(
    tx: &mut Tx<'_>,
    asking: &Asking,
    licence: LicenceId,
) -> Result<(LicenceRow, MemberRow), Problem> {
    let row = rows::licence(tx, licence)?.ok_or(Problem::NotFound)?;
    let member = people::record(tx, &asking.officer.scope, row.member)?.ok_or(Problem::NotFound)?;
    if row.voided_at_position.is_some() {
        return Err(Problem::Refused(Code::AlreadyVoided));
    }
    Ok((row, member))
}

/// The permit as it would be recorded, with what is known of it already.
fn known(
    house: &House,
    row: &LicenceRow,
    member: &MemberRow,
    form: &LicenceForm,
) -> Result<(LicenceForm, Details), Problem> {
    let kept = row.details(Some(&details::key_of(house, member)?));
    let or = |typed: &str, known: &str| {
        if typed.trim().is_empty() { known.to_owned() } else { typed.to_owned() }
    };
    let form = LicenceForm {
        kind: row.kind.to_string(),
        number: or(&form.number, &kept.number),
        issuer: or(&form.issuer, &row.issuer),
        requested_on: row.dates.requested_on.map(|on| on.to_string()).unwrap_or_default(),
        agency: String::new(),
        wave: row.wave,
        ..form.clone()
    };
    Ok((form, kept))
}

fn issued(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &LicenceRow,
    member: &MemberRow,
    form: &LicenceForm,
) -> Result<LicenceDecided, Problem> {
    let (form, kept) = known(house, row, member, form)?;
    let form = LicenceForm { state: LicenceState::Issued.word().to_owned(), ..form };
    let new = form.understand(house, asking, member)?;
    let written = Details { number: new.details.number, note: kept.note };
    not_there(tx, house, member, Some(row.id), (row.kind, &written))?;
    let on = new.dates.issued_on.unwrap_or_else(|| asking.at.date());
    let paper = stage::Paper { licence: row.id, kind: row.kind, number: &written.number };
    let service = stage::reached(tx, house, asking, member, (row.agency, on), &paper, None)?;
    let words = Said { reason: new.details.note, before: None };
    Ok(LicenceDecided {
        issuer: new.issuer,
        issued_on: Some(on),
        expires_on: new.dates.expires_on,
        warnings: new.warnings.iter().map(ToString::to_string).collect(),
        service: Some(service),
        details: details::seal(house, &details::key_of(house, member)?, row.id, &written)?,
        said: said(house, member, row.id, &words)?,
        ..as_it_is(row, LicenceState::Issued)
    })
}

fn refused(
    house: &House,
    asking: &Asking,
    row: &LicenceRow,
    member: &MemberRow,
    form: &LicenceForm,
) -> Result<LicenceDecided, Problem> {
    let (form, _) = known(house, row, member, form)?;
    let state = LicenceState::Refused.word().to_owned();
    let form = LicenceForm { state, issued_on: String::new(), number: String::new(), ..form };
    let new = form.understand(house, asking, member)?;
    before(row.dates.requested_on, new.ended_on)?;
    let words = Said { reason: new.details.note, before: None };
    Ok(LicenceDecided {
        ended_on: new.ended_on,
        refusal: new.refusal,
        said: said(house, member, row.id, &words)?,
        ..as_it_is(row, LicenceState::Refused)
    })
}

fn revoked(
    house: &House,
    asking: &Asking,
    row: &LicenceRow,
    member: &MemberRow,
    form: &LicenceForm,
) -> Result<LicenceDecided, Problem> {
    let reason = reason(&form.note, "note")?;
    let today = asking.at.date();
    let ended_on = if form.ended_on.trim().is_empty() {
        Ok(today)
    } else {
        rules::date::parse_officer(&form.ended_on).map_err(|_| invalid("ended_on", Code::Date))
    }?;
    if ended_on > today {
        return Err(invalid("ended_on", Code::Future));
    }
    before(row.dates.issued_on, Some(ended_on))?;
    Ok(LicenceDecided {
        ended_on: Some(ended_on),
        said: said(house, member, row.id, &Said { reason, before: None })?,
        ..as_it_is(row, LicenceState::Revoked)
    })
}

fn before(first: Option<Date>, ended_on: Option<Date>) -> Result<(), Problem> {
    let wrong = first.zip(ended_on).is_some_and(|(first, end)| end < first);
    if wrong {
        Err(invalid("ended_on", Code::Licensing(LicensingCode::BeforeIssue)))
    } else {
        Ok(())
    }
}

/// A reason that is stated and not too long.
pub(super) fn reason(typed: &str, field: &'static str) -> Result<String, Problem> {
    match typed.trim() {
        "" => Err(invalid(field, Code::Reason)),
        long if long.chars().count() > LONGEST_NOTE => Err(invalid(field, Code::Long)),
        stated => Ok(stated.to_owned()),
    }
}

pub(super) fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// The permit as it is, but for its state.
fn as_it_is(row: &LicenceRow, to: LicenceState) -> LicenceDecided {
    LicenceDecided {
        licence: row.id,
        member: row.member,
        to,
        issuer: row.issuer.clone(),
        issued_on: row.dates.issued_on,
        expires_on: row.dates.expires_on,
        ended_on: None,
        refusal: None,
        details: Sealed(row.details.clone()),
        said: None,
        warnings: row.warnings.clone(),
        service: row.service,
        wave: row.wave,
    }
}

/// The rows of a decision; the licensing service is an entry of its own.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceDecided) -> Result<(), Problem> {
    written::decide(tx, stamp, event)?;
    let day = if event.to == LicenceState::Issued { event.issued_on } else { event.ended_on };
    let step = (event.to.word(), day.unwrap_or_else(|| stamp.at.date()));
    let said = event.said.as_ref().map(|sealed| sealed.0.as_slice());
    written::step(tx, stamp, event.licence, step, said)?;
    if let Some(wave) = event.wave {
        let place = (wave, event.member);
        waves::replay_result(tx, stamp.position, place, event.licence, event.to)?;
    }
    Ok(())
}
