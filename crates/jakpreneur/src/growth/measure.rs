//! Telling a month of a member's business, for the first time or instead of what stands.
use super::{MeasureForm, Standing, Understood, news, rows, series_of};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
};
use db::Tx;
use rules::{
    Act, Date, MemberId,
    growth::{Month, Odd, Plausible},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A month of a business was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasurementRecorded {
    /// Whose business.
    pub member: MemberId,
    /// The month.
    pub month: Month,
    /// The day on which assets and workers were so.
    pub measured_on: Date,
    /// Where it comes from, by its word.
    pub source: String,
    /// Whether growth is counted from here.
    pub is_baseline: bool,
    /// The import it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Uuid>,
    /// Amounts, workers and the reason of a correction, sealed.
    pub told: Sealed,
}

impl Event for MeasurementRecorded {
    const ACT: &'static str = "growth.measure";
}

/// Takes a month of a member within scope. The first one told is the baseline, and a corrected baseline
/// stays one; what jumps is asked back, and what stands is corrected with a reason.
pub fn measure(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    of: MemberId,
    form: &MeasureForm,
) -> Result<Done<MeasurementRecorded>, Problem> {
    asking.officer.may(Act::Measure)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, of)?.ok_or(Problem::NotFound)?;
    enter(tx, house, asking, &row, form, None)
}

/// The same for a record that was found within scope; an import says which it is.
pub(super) fn enter(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    form: &MeasureForm,
    import: Option<Uuid>,
) -> Result<Done<MeasurementRecorded>, Problem> {
    let series = series_of(tx, house, row)?;
    let (new, is_baseline) = judged(&series, form, asking.at.date())?;
    let salt = row.salt.ok_or(Problem::Refused(Code::Erased))?;
    let key = house.seal.person_key(row.keyed_by, &salt);
    let event = MeasurementRecorded {
        member: row.id,
        month: new.measurement.month,
        measured_on: new.measurement.measured_on,
        source: new.source.word().to_owned(),
        is_baseline,
        import,
        told: Sealed(new.told.seal(house, &key, row.id)),
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    tx.tell(news::measured(&done.stamp, &done.event, row.position, &new.told));
    Ok(done)
}

/// What a form says after the months told before, and whether growth is counted from it; refuses what is not
/// understood, what cannot be, what changes nothing, and what jumps and nobody stands by.
pub(super) fn judged(
    series: &[Standing],
    form: &MeasureForm,
    today: Date,
) -> Result<(Understood, bool), Problem> {
    let new = form.understand(today)?;
    let is_baseline = is_baseline(series, &new)?;
    if !form.confirmed {
        plausible(series, &new)?;
    }
    Ok((new, is_baseline))
}

/// Whether growth is counted from the new month; refuses a correction that changes or explains nothing.
fn is_baseline(series: &[Standing], new: &Understood) -> Result<bool, Problem> {
    let Some(stands) = series.iter().find(|of| of.month == new.measurement.month) else {
        return Ok(!series.iter().any(|of| of.is_baseline));
    };
    let mut same = stands.measurement();
    same.is_baseline = false;
    if same == new.measurement && stands.source == new.source {
        return Err(Problem::Refused(Code::Unchanged));
    }
    if new.told.reason.is_empty() {
        return Err(Problem::Invalid(vec![FieldError::new("reason", Code::Reason)]));
    }
    Ok(stands.is_baseline)
}

/// Asks back where something jumped since the last month told before.
fn plausible(series: &[Standing], new: &Understood) -> Result<(), Problem> {
    let before = series.iter().rev().find(|of| of.month < new.measurement.month);
    let Some(before) = before else { return Ok(()) };
    let field = |odd: Odd| match odd {
        Odd::TurnoverJumped | Odd::TurnoverDropped => "turnover",
        Odd::AssetsJumped | Odd::AssetsDropped => "assets",
        Odd::WorkersJumped | Odd::WorkersDropped => "women_paid",
    };
    let odd = Plausible::USUAL.odd(&before.measurement(), &new.measurement);
    let mut wrong: Vec<FieldError> =
        odd.into_iter().map(|odd| FieldError::new(field(odd), Code::Odd)).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    wrong.push(FieldError::new("confirmed", Code::Unconfirmed));
    Err(Problem::Invalid(wrong))
}

/// The rows of a month told.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &MeasurementRecorded) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}
