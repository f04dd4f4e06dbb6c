//! The terms of bazaars, as the operator keeps them.
use db::{Result, Tx, sql};
use rules::{
    Date,
    bazaar::{Configured, Outsiders, Window},
    marketing::bazaar::Ground,
};

sql!(
    TERMS = "
    select valid_from, stands_a_tent, outsiders, window_months, ground from bazaar_terms order by valid_from"
);
/// What holds for a bazaar that is announced on a day.
pub fn configured(tx: &mut Tx<'_>, day: Date) -> Result<Configured> {
    let rows: Vec<(Date, i16, Outsiders, i16, Ground)> = tx.all(TERMS, ())?;
    let one =
        |(valid_from, stands, outsiders, months, ground): (Date, i16, Outsiders, i16, Ground)| {
            Configured {
                valid_from,
                stands_a_tent: u16::try_from(stands).unwrap_or(1),
                outsiders,
                window: Window(u16::try_from(months).unwrap_or(1)),
                ground,
            }
        };
    let all: Vec<_> = rows.into_iter().map(one).collect();
    Ok(Configured::on(&all, day))
}
