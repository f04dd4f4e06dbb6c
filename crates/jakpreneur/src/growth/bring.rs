//! A month of a business from a file: new, a correction, or known already.
use super::{
    MeasureForm, Standing,
    measure::{enter, judged},
};
use crate::{
    Code, House, Problem,
    journal::{Asking, Change},
    people::MemberRow,
};
use rules::{Act, Date};
use uuid::Uuid;

/// Does what a row says; answers whether anything was new.
pub fn bring(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    form: &MeasureForm,
    import: Uuid,
) -> Result<bool, Problem> {
    asking.officer.may(Act::Measure)?;
    match enter(tx, house, asking, row, form, Some(import)) {
        Ok(_) => Ok(true),
        Err(Problem::Refused(Code::Unchanged)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Says what a row would do to the months told before it, those of earlier rows among them, and adds it to
/// them; answers whether anything would be new.
pub fn would_bring(
    series: &mut Vec<Standing>,
    asking: &Asking,
    row: &MemberRow,
    form: &MeasureForm,
    today: Date,
) -> Result<bool, Problem> {
    asking.officer.may(Act::Measure)?;
    let (new, is_baseline) = match judged(series, form, today) {
        Ok(judged) => judged,
        Err(Problem::Refused(Code::Unchanged)) => return Ok(false),
        Err(other) => return Err(other),
    };
    if row.salt.is_none() {
        return Err(Problem::Refused(Code::Erased));
    }
    let month = new.measurement.month;
    series.retain(|stands| stands.month != month);
    let at = series.partition_point(|stands| stands.month < month);
    let stands = Standing {
        month,
        position: 0,
        measured_on: new.measurement.measured_on,
        source: new.source,
        is_baseline,
        told: new.told,
    };
    series.insert(at, stands);
    Ok(true)
}
