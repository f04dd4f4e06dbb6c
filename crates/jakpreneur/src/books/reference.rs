//! What is configured about books, each from a day on.
use db::{Result, Tx, sql};
use rules::{Date, books::ReportTerms};

sql!(
    TERMS = "
    select months from report_terms where valid_from <= $1 order by valid_from desc limit 1"
);
/// What a report kept on this day must hold to count.
pub(super) fn report_terms(tx: &mut Tx<'_>, on: Date) -> Result<ReportTerms> {
    let months: Option<(i16,)> = tx.maybe(TERMS, (on,))?;
    let months = months.and_then(|(months,)| u16::try_from(months).ok());
    Ok(months.map_or(ReportTerms::USUAL, |months| ReportTerms { months }))
}
