//! Correcting a permit that was recorded wrongly: a fact of its own, with a reason and what it replaced.
use super::{
    Details, LicenceForm, LicenceRow, Recordable, Said,
    decide::{found, reason},
    details::{self, Before},
    record::not_there,
    stage, written,
};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::MemberRow,
};
use db::Tx;
use rules::{
    Act, Date, LicenceId, MemberId, ServiceId,
    licensing::{Dates, LicenceKind, LicenceState, RefusalReason, reached},
};
use serde::{Deserialize, Serialize};

/// A permit was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceCorrected {
    /// The permit.
    pub licence: LicenceId,
    /// Whose it is.
    pub member: MemberId,
    /// Its kind.
    pub kind: LicenceKind,
    /// Who issues it.
    pub issuer: String,
    /// Its days.
    #[serde(flatten)]
    pub dates: Dates,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<RefusalReason>,
    /// Its number and a note, sealed.
    pub details: Sealed,
    /// Why, and what it said before, sealed.
    pub said: Sealed,
    /// What is odd about it: stable codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// The licensing service that stands for it now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

impl Event for LicenceCorrected {
    const ACT: &'static str = "licence.correct";
}

/// Corrects a permit of a member within scope; what is left empty stays.
pub fn correct(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    licence: LicenceId,
    form: &LicenceForm,
    why: &str,
) -> Result<Done<LicenceCorrected>, Problem> {
    asking.officer.may(Act::ManageLicences)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (row, member) = found(tx, asking, licence)?;
    let why = reason(why, "reason")?;
    let key = details::key_of(house, &member)?;
    let kept = row.details(Some(&key));
    let new = kept_where_empty(&row, &kept, form).understand(house, asking, &member)?;
    let same = new.kind == row.kind && new.dates == row.dates && new.issuer == row.issuer;
    if same && new.details == kept && new.refusal == row.refusal {
        return Err(Problem::Refused(Code::Unchanged));
    }
    not_there(tx, house, &member, Some(licence), (new.kind, &new.details))?;
    let service = renewed(tx, house, asking, (&row, &member), &kept, &new, &why)?;
    let said = Said { reason: why, before: Some(before(&row, kept)) };
    let event = LicenceCorrected {
        licence,
        member: row.member,
        kind: new.kind,
        issuer: new.issuer,
        dates: new.dates,
        refusal: new.refusal,
        details: details::seal(house, &key, licence, &new.details)?,
        said: details::seal(house, &key, licence, &said)?,
        warnings: new.warnings.iter().map(ToString::to_string).collect(),
        service,
    };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn before(row: &LicenceRow, kept: Details) -> Before {
    let Dates { requested_on, issued_on, expires_on } = row.dates;
    let (kind, issuer, number) = (row.kind, row.issuer.clone(), kept.number);
    Before { kind, number, issuer, requested_on, issued_on, expires_on }
}

/// The permit as typed, with what it said where nothing was typed. The last day is as the terms say where
/// what it follows from was typed.
fn kept_where_empty(row: &LicenceRow, kept: &Details, typed: &LicenceForm) -> LicenceForm {
    let or = |typed: &str, known: String| {
        if typed.trim().is_empty() { known } else { typed.to_owned() }
    };
    let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
    let touched = [&typed.kind, &typed.number, &typed.issued_on];
    let touched = touched.iter().any(|field| !field.trim().is_empty());
    let expires_on = if touched { String::new() } else { day(row.dates.expires_on) };
    let state = match row.state {
        LicenceState::Revoked => LicenceState::Issued,
        state @ (LicenceState::Requested | LicenceState::Issued | LicenceState::Refused) => state,
    };
    LicenceForm {
        kind: or(&typed.kind, row.kind.to_string()),
        state: state.word().to_owned(),
        number: or(&typed.number, kept.number.clone()),
        issuer: or(&typed.issuer, row.issuer.clone()),
        requested_on: or(&typed.requested_on, day(row.dates.requested_on)),
        issued_on: or(&typed.issued_on, day(row.dates.issued_on)),
        expires_on: or(&typed.expires_on, expires_on),
        ended_on: day(row.ended_on),
        refusal: or(&typed.refusal, row.refusal.map(|it| it.word().to_owned()).unwrap_or_default()),
        product: typed.product.clone(),
        agency: String::new(),
        note: or(&typed.note, kept.note.clone()),
        wave: row.wave,
    }
}

/// The licensing service that stands for the permit: another one where what it says has changed.
fn renewed(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    (row, member): (&LicenceRow, &MemberRow),
    kept: &Details,
    new: &Recordable,
    why: &str,
) -> Result<Option<ServiceId>, Problem> {
    let (Some(was), Some(is)) = (row.dates.issued_on, new.dates.issued_on) else {
        return Ok(row.service);
    };
    let same_day = stage::reached_on(member, was) == stage::reached_on(member, is);
    let same_paper = row.kind == new.kind && kept.number == new.details.number;
    if !reached(row.state) || (same_day && same_paper) {
        return Ok(row.service);
    }
    if !stage::unreached(tx, house, asking, row, why)? {
        // Somebody took the service back by itself; correcting the paper does not bring it back.
        return Ok(row.service);
    }
    let paper = stage::Paper { licence: row.id, kind: new.kind, number: &new.details.number };
    stage::reached(tx, house, asking, member, (row.agency, is), &paper, None).map(Some)
}

/// The rows of a correction.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceCorrected) -> Result<(), Problem> {
    written::correct(tx, stamp, event)?;
    let step = ("corrected", stamp.at.date());
    Ok(written::step(tx, stamp, event.licence, step, Some(&event.said.0))?)
}
