//! The delivered terms of bazaars; what the operator added stays.
use crate::{Result, Tx, sql};
use rules::bazaar::Configured;

sql!(
    KEEP_TERMS = "
    insert into bazaar_terms (valid_from, stands_a_tent, outsiders, window_months, ground)
    values ($1, $2, $3, $4, $5) on conflict (valid_from) do nothing"
);
/// Adds what is missing; answers how many rows that were.
pub(crate) fn reference(tx: &mut Tx<'_>) -> Result<u64> {
    let mut added = 0;
    for it in Configured::SEED {
        let stands = i16::try_from(it.stands_a_tent).unwrap_or(i16::MAX);
        let months = i16::try_from(it.window.0).unwrap_or(i16::MAX);
        added += tx.run(KEEP_TERMS, (it.valid_from, stands, it.outsiders, months, it.ground))?;
    }
    Ok(added)
}
