//! The delivered reference data of curation; what the operator added stays.
use crate::{Result, Tx, sql};
use rules::marketing::curation::{CRITERIA, DELIVERED_FROM, GRADES};

sql!(
    KEEP_CRITERION = "
    insert into curation_criterion (valid_from, code, name, name_en, weight, turn) values ($1, $2, $3, $4, $5, $6)
    on conflict (valid_from, code) do nothing"
);
sql!(
    KEEP_GRADE = "
    insert into curation_grade (valid_from, name, least_score, passes) values ($1, $2, $3, $4)
    on conflict (valid_from, name) do nothing"
);
/// Adds what is missing; answers how many rows that were.
pub(crate) fn reference(tx: &mut Tx<'_>) -> Result<u64> {
    let mut added = 0;
    for (turn, (code, name, name_en, weight)) in (0_i16..).zip(CRITERIA) {
        added += tx.run(KEEP_CRITERION, (DELIVERED_FROM, code, name, name_en, weight, turn))?;
    }
    for (name, least, passes) in GRADES {
        added += tx.run(KEEP_GRADE, (DELIVERED_FROM, name, least, i16::from(passes)))?;
    }
    Ok(added)
}
