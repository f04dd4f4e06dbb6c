//! How much support agencies gave: services, persons and rupiah, by agency and kind.
use crate::{
    Problem,
    staff::{Officer, Scope},
};
use db::{Result, Tx, sql};
use rules::{Act, Agency, Date, Rupiah, support::SupportKind};

/// Which support is meant; what is none narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// Given by this agency alone.
    pub agency: Option<Agency>,
    /// Of this kind alone.
    pub kind: Option<SupportKind>,
}

/// The span as statements take it.
pub(super) struct Asked {
    pub from: Date,
    pub to: Date,
    pub agency: String,
    pub kind: String,
}

/// Before and after every day that support may have.
const FIRST: Date = jiff::civil::date(1900, 1, 1);
const LAST: Date = jiff::civil::date(9999, 12, 31);

impl Span {
    pub(super) fn asked(&self) -> Asked {
        Asked {
            from: self.from.unwrap_or(FIRST),
            to: self.to.unwrap_or(LAST),
            agency: self.agency.map(|agency| agency.to_string()).unwrap_or_default(),
            kind: self.kind.map(|kind| kind.to_string()).unwrap_or_default(),
        }
    }
}

/// How much support.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How often.
    pub services: u64,
    /// To how many persons, each once.
    pub persons: u64,
    /// Of how many services the value is known.
    pub valued: u64,
    /// What those are worth.
    pub value: Rupiah,
}

/// The support of an agency, of one kind or of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who gave.
    pub agency: Agency,
    /// Of which kind; none for all.
    pub kind: Option<SupportKind>,
    /// How much.
    pub counts: Counts,
}

/// The figures. Services and rupiah add up; persons do not, where one got support twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Everything.
    pub total: Counts,
    /// Each agency, and under it each kind.
    pub lines: Vec<Line>,
}

/// Counts what members within scope got and was not taken back.
pub fn figures(
    tx: &mut Tx<'_>,
    officer: &Officer,
    span: &Span,
) -> std::result::Result<Figures, Problem> {
    officer.may(Act::ReadFigures)?;
    let scope = &officer.scope;
    let total = counted(tx, scope, span)?;
    let mut lines = by_agency(tx, scope, span)?;
    lines.extend(by_kind(tx, scope, span)?);
    lines.sort_by_key(|line| (line.agency.to_string(), line.kind.map(|kind| kind.to_string())));
    Ok(Figures { total, lines })
}

/// How much of it a list of the same shows over all its pages.
pub fn count(tx: &mut Tx<'_>, officer: &Officer, span: &Span) -> std::result::Result<u64, Problem> {
    officer.may(Act::SearchMembers)?;
    Ok(counted(tx, &officer.scope, span)?.services)
}

type Numbers = (i64, i64, i64, i64);

fn counts((services, persons, valued, value): Numbers) -> Counts {
    let whole = |number| u64::try_from(number).unwrap_or_default();
    let (services, persons, valued) = (whole(services), whole(persons), whole(valued));
    Counts { services, persons, valued, value: Rupiah(value) }
}

sql!(
    TOTAL = "
    select count(*), count(distinct m.person_id), count(s.value_rp), cast(coalesce(sum(s.value_rp), 0) as bigint)
    from support s join member m on m.shard = s.shard and m.id = s.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and s.voided_at_position is null
      and s.given_on between $5 and $6 and ($7 = '' or s.agency = $7) and ($8 = '' or s.kind = $8)"
);
fn counted(tx: &mut Tx<'_>, scope: &Scope, span: &Span) -> Result<Counts> {
    let (b, of) = (scope.bounds(), span.asked());
    let office = (b.office_low, b.office_high);
    let params =
        (b.agency_low, b.agency_high, office.0, office.1, of.from, of.to, of.agency, of.kind);
    Ok(tx.maybe(TOTAL, params)?.map(counts).unwrap_or_default())
}

sql!(
    BY_AGENCY = "
    select s.agency, count(*), count(distinct m.person_id), count(s.value_rp),
        cast(coalesce(sum(s.value_rp), 0) as bigint)
    from support s join member m on m.shard = s.shard and m.id = s.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and s.voided_at_position is null
      and s.given_on between $5 and $6 and ($7 = '' or s.agency = $7) and ($8 = '' or s.kind = $8)
    group by s.agency"
);
fn by_agency(tx: &mut Tx<'_>, scope: &Scope, span: &Span) -> Result<Vec<Line>> {
    let (b, of) = (scope.bounds(), span.asked());
    let office = (b.office_low, b.office_high);
    let params =
        (b.agency_low, b.agency_high, office.0, office.1, of.from, of.to, of.agency, of.kind);
    let rows: Vec<(Agency, i64, i64, i64, i64)> = tx.all(BY_AGENCY, params)?;
    let line = |(agency, services, persons, valued, value)| {
        let counts = counts((services, persons, valued, value));
        Line { agency, kind: None, counts }
    };
    Ok(rows.into_iter().map(line).collect())
}

sql!(
    BY_KIND = "
    select s.agency, s.kind, count(*), count(distinct m.person_id), count(s.value_rp),
        cast(coalesce(sum(s.value_rp), 0) as bigint)
    from support s join member m on m.shard = s.shard and m.id = s.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and s.voided_at_position is null
      and s.given_on between $5 and $6 and ($7 = '' or s.agency = $7) and ($8 = '' or s.kind = $8)
    group by s.agency, s.kind"
);
fn by_kind(tx: &mut Tx<'_>, scope: &Scope, span: &Span) -> Result<Vec<Line>> {
    let (b, of) = (scope.bounds(), span.asked());
    let office = (b.office_low, b.office_high);
    let params =
        (b.agency_low, b.agency_high, office.0, office.1, of.from, of.to, of.agency, of.kind);
    let rows: Vec<(Agency, SupportKind, i64, i64, i64, i64)> = tx.all(BY_KIND, params)?;
    let line = |(agency, kind, services, persons, valued, value)| {
        let counts = counts((services, persons, valued, value));
        Line { agency, kind: Some(kind), counts }
    };
    Ok(rows.into_iter().map(line).collect())
}
