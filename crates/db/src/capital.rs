//! The delivered reference data of capital; what the operator added stays.
use crate::{Result, Tx, sql};
use rules::capital::{BANKS, Counts, DELIVERED_FROM, PRODUCTS, TierTerms};

sql!(
    KEEP_BANK = "
    insert into bank (code, name, valid_from) values ($1, $2, $3) on conflict (code) do nothing"
);
sql!(
    KEEP_PRODUCT = "
    insert into bank_product (bank, code, name, least_rp, most_rp, valid_from) values ($1, $2, $3, $4, $5, $6)
    on conflict (bank, code, valid_from) do nothing"
);
sql!(
    KEEP_TIER = "
    insert into kur_tier (valid_from, tier, most_rp) values ($1, $2, $3)
    on conflict (valid_from, tier) do nothing"
);
sql!(
    KEEP_TERMS = "
    insert into capital_terms (valid_from, counts) values ($1, $2) on conflict (valid_from) do nothing"
);
/// Adds what is missing; answers how many rows that were.
pub(crate) fn reference(tx: &mut Tx<'_>) -> Result<u64> {
    let mut added = 0;
    for (bank, name) in BANKS {
        added += tx.run(KEEP_BANK, (bank, name, DELIVERED_FROM))?;
        for (code, name, least, most) in PRODUCTS {
            added += tx.run(KEEP_PRODUCT, (bank, code, name, least, most, DELIVERED_FROM))?;
        }
    }
    for it in TierTerms::SEED {
        added += tx.run(KEEP_TIER, (it.valid_from, it.tier.word(), it.most.0))?;
    }
    added += tx.run(KEEP_TERMS, (DELIVERED_FROM, Counts::Disbursed.word()))?;
    Ok(added)
}
