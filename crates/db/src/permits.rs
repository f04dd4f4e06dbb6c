//! The delivered reference data of permits, support and activity; what the operator added stays.
use crate::{Result, Tx, sql};
use rules::{
    activity::Patience,
    licensing::{Exclusion, HalalLimits, LicenceKindTold, LicenceTerms, UsualQuota},
    support::SupportKindTold,
};

sql!(
    KEEP_KIND = "
    insert into licence_kind (code, name, name_en, also, family, valid_from, valid_to)
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (code) do nothing"
);
sql!(
    KEEP_TERMS = "
    insert into licence_terms (kind, valid_from, valid_to, format, years, issuer, source)
    values ($1, $2, $3, $4, $5, $6, $7) on conflict (kind, valid_from) do nothing"
);
sql!(
    KEEP_EXCLUSION = "
    insert into licence_exclusion (kind, product, name, name_en, valid_from, valid_to)
    values ($1, $2, $3, $4, $5, $6) on conflict (kind, product, valid_from) do nothing"
);
sql!(
    KEEP_LIMITS = "
    insert into halal_limits (valid_from, sales, outlets) values ($1, $2, $3)
    on conflict (valid_from) do nothing"
);
sql!(
    KEEP_QUOTA = "
    insert into wave_quota (valid_from, quota) values ($1, $2) on conflict (valid_from) do nothing"
);
sql!(
    KEEP_PATIENCE = "
    insert into activity_patience (valid_from, months) values ($1, $2)
    on conflict (valid_from) do nothing"
);
sql!(
    KEEP_SUPPORT = "
    insert into support_kind (code, name, name_en, also, valid_from, valid_to)
    values ($1, $2, $3, $4, $5, $6) on conflict (code) do nothing"
);
/// Adds what is missing; answers how many rows that were.
pub(crate) fn reference(tx: &mut Tx<'_>) -> Result<u64> {
    let mut added = 0;
    for it in LicenceKindTold::delivered() {
        let (name, name_en, also) = (&*it.name, &*it.name_en, &*it.also);
        added += tx.run(
            KEEP_KIND,
            (it.kind, name, name_en, also, it.family.word(), it.valid_from, it.valid_to),
        )?;
    }
    for it in LicenceTerms::delivered() {
        let (format, years) = (it.format.to_string(), it.years.map(i16::from));
        let source = it.source.as_deref();
        added += tx.run(
            KEEP_TERMS,
            (it.kind, it.valid_from, it.valid_to, format, years, &*it.issuer, source),
        )?;
    }
    for it in Exclusion::delivered() {
        let (product, name, name_en) = (&*it.product, &*it.name, &*it.name_en);
        added +=
            tx.run(KEEP_EXCLUSION, (it.kind, product, name, name_en, it.valid_from, it.valid_to))?;
    }
    for it in HalalLimits::SEED {
        added += tx.run(KEEP_LIMITS, (it.valid_from, it.sales.0, i64::from(it.outlets)))?;
    }
    for it in UsualQuota::SEED {
        added += tx.run(KEEP_QUOTA, (it.valid_from, i64::from(it.quota)))?;
    }
    for it in Patience::SEED {
        let months = i16::try_from(it.after.get()).unwrap_or(i16::MAX);
        added += tx.run(KEEP_PATIENCE, (it.valid_from, months))?;
    }
    for it in SupportKindTold::delivered() {
        let (name, name_en, also) = (&*it.name, &*it.name_en, &*it.also);
        added +=
            tx.run(KEEP_SUPPORT, (it.kind, name, name_en, also, it.valid_from, it.valid_to))?;
    }
    Ok(added)
}
