//! One list of steps for both engines; each reads the same file with its own words for a few types.
use crate::{
    Address, Error, Result, Tx, bazaars, capital, curation, engine::Connection, only, permits, sql,
};
use rules::Regions;

const STEPS: &[(i64, &str)] = &[
    (1, include_str!("../migrations/0001_programme.sql")),
    (3, include_str!("../migrations/0003_imports.sql")),
    (4, include_str!("../migrations/0004_training.sql")),
    (5, include_str!("../migrations/0005_undecided.sql")),
    (6, include_str!("../migrations/0006_corrections.sql")),
    (9, include_str!("../migrations/0009_residents.sql")),
    (10, include_str!("../migrations/0010_mentoring.sql")),
    (11, include_str!("../migrations/0011_growth.sql")),
    (12, include_str!("../migrations/0012_permits.sql")),
    (13, include_str!("../migrations/0013_targets.sql")),
    (14, include_str!("../migrations/0014_releases.sql")),
    (16, include_str!("../migrations/0016_mentoring.sql")),
    (17, include_str!("../migrations/0017_assessments.sql")),
    (18, include_str!("../migrations/0018_support.sql")),
    (20, include_str!("../migrations/0020_books.sql")),
    (21, include_str!("../migrations/0021_products.sql")),
    (25, include_str!("../migrations/0025_capital.sql")),
    (27, include_str!("../migrations/0027_webhooks.sql")),
    (28, include_str!("../migrations/0028_book_terms.sql")),
    (29, include_str!("../migrations/0029_bazaars.sql")),
    (31, include_str!("../migrations/0031_mentor_terms.sql")),
    (32, include_str!("../migrations/0032_activity.sql")),
    (33, include_str!("../migrations/0033_outside.sql")),
    (34, include_str!("../migrations/0034_curation.sql")),
    (35, include_str!("../migrations/0035_partners.sql")),
];

/// The newest schema step this program knows.
pub const SCHEMA_VERSION: i64 = STEPS[STEPS.len() - 1].0;

const SQLITE: &[(&str, &str)] = &[
    ("{uuid}", "blob"),
    ("{text}", "text"),
    ("{instant}", "integer"),
    ("{date}", "integer"),
    ("{bytes}", "blob"),
    ("{int}", "integer"),
    ("{small}", "integer"),
    ("{strict}", "strict"),
    ("{rowless}", "strict, without rowid"),
    ("{zero}", "zeroblob(32)"),
];
const POSTGRES: &[(&str, &str)] = &[
    ("{uuid}", "uuid"),
    ("{text}", "text collate \"C\""),
    ("{instant}", "timestamptz"),
    ("{date}", "date"),
    ("{bytes}", "bytea"),
    ("{int}", "bigint"),
    ("{small}", "smallint"),
    (" {strict}", ""),
    (" {rowless}", ""),
    ("{zero}", "decode(repeat('00', 32), 'hex')"),
];

/// What bringing a database up to date did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Migrated {
    /// Steps that were applied now.
    pub steps: usize,
    /// Regions, agencies, trades and kinds of permits that were added or renamed now.
    pub reference_rows: usize,
}

sql!(DONE = "select step from migration where step = $1");
sql!(MARK_DONE = "insert into migration (step) values ($1)");
sql!(NEWEST = "select coalesce(max(step), 0) from migration");

impl Migrated {
    /// Brings the schema and the reference data up to date, one transaction a step.
    pub fn bring(address: &Address) -> Result<Self> {
        let mut connection = Connection::owner(address)?;
        only::one_at_a_time(&mut connection, |connection| {
            connection.within(|tx| {
                let int = if tx.is_sqlite() { "integer" } else { "bigint" };
                tx.batch(&format!(
                    "create table if not exists migration (step {int} not null primary key)"
                ))
            })?;
            let known = refuse_newer(connection)?;
            let mut done = Self::default();
            for &(step, text) in STEPS.iter().filter(|(step, _)| *step > known) {
                done.steps += usize::from(connection.within(|tx| apply(tx, step, text))?);
            }
            done.reference_rows = connection.within(reference)?;
            only::guard(connection)?;
            Ok(done)
        })
    }

    /// Whether the schema is the one this program knows.
    pub fn is_current(tx: &mut Tx<'_>) -> Result<bool> {
        let newest: Option<(i64,)> = tx.maybe(NEWEST, ())?;
        Ok(newest == Some((SCHEMA_VERSION,)))
    }
}

fn refuse_newer(connection: &mut Connection) -> Result<i64> {
    let found: Option<(i64,)> = connection.within(|tx| tx.maybe(NEWEST, ()))?;
    match found {
        Some((found,)) if found > SCHEMA_VERSION => {
            Err(Error::TooNew { found, known: SCHEMA_VERSION })
        }
        Some((found,)) => Ok(found),
        None => Ok(0),
    }
}

fn apply(tx: &mut Tx<'_>, step: i64, text: &str) -> Result<bool> {
    if tx.maybe::<(i64,)>(DONE, (step,))?.is_some() {
        return Ok(false);
    }
    let words = if tx.is_sqlite() { SQLITE } else { POSTGRES };
    let sql = words.iter().fold(text.to_owned(), |sql, (word, meaning)| sql.replace(word, meaning));
    tx.batch(&sql)?;
    tx.run(MARK_DONE, (step,))?;
    Ok(true)
}

sql!(
    KEEP_REGION = "
    insert into region (code, name, valid_from, valid_to) values ($1, $2, $3, $4)
    on conflict (code) do update set name = excluded.name, valid_from = excluded.valid_from, valid_to = excluded.valid_to
    where region.name <> excluded.name or region.valid_from <> excluded.valid_from
       or region.valid_to is distinct from excluded.valid_to"
);
sql!(KEEP_AGENCY = "insert into agency (code, name) values ($1, $2) on conflict (code) do nothing");
sql!(
    KEEP_REPORT_TERMS = "
    insert into report_terms (valid_from, months) values ($1, $2) on conflict (valid_from) do nothing"
);
sql!(
    KEEP_FINANCE_TRADE = "
    insert into finance_trade (trade, valid_from) values ($1, $2)
    on conflict (trade, valid_from) do nothing"
);
sql!(
    KEEP_TRADE = "
    insert into trade (code, name, name_en, business_type) values ($1, $2, $3, $4)
    on conflict (code) do nothing"
);

fn reference(tx: &mut Tx<'_>) -> Result<usize> {
    let mut changed = 0;
    for region in Regions::jakarta().all() {
        changed += tx.run(
            KEEP_REGION,
            (region.code, region.name.as_str(), region.valid_from, region.valid_to),
        )?;
    }
    for (code, name) in rules::Agency::SEED {
        changed += tx.run(KEEP_AGENCY, (code, name))?;
    }
    for (code, name, name_en, business_type) in rules::trade::SEED {
        changed += tx.run(KEEP_TRADE, (code, name, name_en, business_type))?;
    }
    for (valid_from, terms) in rules::books::ReportTerms::SEED {
        let months = i16::try_from(terms.months).unwrap_or(i16::MAX);
        changed += tx.run(KEEP_REPORT_TERMS, (valid_from, months))?;
    }
    for (trade, valid_from) in rules::trade::FINANCE {
        changed += tx.run(KEEP_FINANCE_TRADE, (trade, valid_from))?;
    }
    changed += permits::reference(tx)?;
    changed += capital::reference(tx)?;
    changed += curation::reference(tx)?;
    changed += bazaars::reference(tx)?;
    Ok(usize::try_from(changed).unwrap_or(usize::MAX))
}
