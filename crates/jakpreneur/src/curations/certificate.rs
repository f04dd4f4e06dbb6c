//! The certificate of a passed curation: issued with the grade, checked by anybody who holds it.
use super::{entries::EntryRow, rows, told};
use crate::{House, Problem, journal::Sealed, people, people::MemberRow, products};
use db::{Result as Read, Tx, sql};
use rules::{Agency, CurationEntryId, Date, PersonId, marketing::curation::CurationNumber};
use serde::{Deserialize, Serialize};

/// The fields of a certificate as printed, in Indonesian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// Whose product it is.
    pub name: String,
    /// What the product is called.
    pub product: String,
    /// What sort of thing it is.
    pub category: String,
    /// The grade.
    pub grade: String,
    /// What the round was called.
    pub round: String,
    /// Who held it.
    pub agency: String,
    /// Where and when it was issued.
    pub issued: String,
}

/// A certificate that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certified {
    /// Its number, as printed.
    pub number: String,
    /// The agency whose numbers run.
    pub agency: Agency,
    /// The year of the number.
    pub year: i16,
    /// The place in the agency's year.
    pub sequence: u32,
    /// The person whose key seals it.
    pub keyed_by: PersonId,
    /// What was printed, sealed.
    pub printed: Sealed,
}

/// A certificate as whoever checks it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The number, as printed.
    pub number: String,
    /// The day of issue.
    pub issued_on: Date,
    /// Every field as printed; none once the person's data was erased.
    pub printed: Option<Printed>,
}

/// The next certificate of the round's agency.
pub(super) fn issue(
    tx: &mut Tx<'_>,
    house: &House,
    (row, member): (&EntryRow, &MemberRow),
    grade: &str,
    today: Date,
) -> Result<Certified, Problem> {
    let round = rows::round(tx, row.round)?.ok_or(Problem::NotFound)?;
    let (product, said) = products::told_of(tx, house, member, row.product)?;
    let identity = member.identity(&house.seal);
    let sequence = last_sequence(tx, round.agency, today.year())? + 1;
    let code = house.seal.curation_code(row.id);
    let (agency, year) = (round.agency, today.year());
    let printed = Printed {
        name: identity.map(|it| it.name.as_str().to_owned()).unwrap_or_default(),
        product: said.name,
        category: product.category.label_id().to_owned(),
        grade: grade.to_owned(),
        round: round.title,
        agency: house.agency_name(&agency),
        issued: format!("Jakarta, {}", rules::date::words(today)),
    };
    let clear = serde_json::to_string(&printed).map_err(|it| Problem::Broken(it.to_string()))?;
    Ok(Certified {
        number: CurationNumber { sequence, agency, year, code }.to_string(),
        agency,
        year,
        sequence,
        keyed_by: member.keyed_by,
        printed: told::seal(house, member, row.id, &clear)?,
    })
}

sql!(
    LAST_SEQUENCE = "
    select sequence from curation_certificate where agency = $1 and year = $2 order by sequence desc limit 1"
);
fn last_sequence(tx: &mut Tx<'_>, agency: Agency, year: i16) -> Read<u32> {
    let found: Option<(i64,)> = tx.maybe(LAST_SEQUENCE, (agency, year))?;
    Ok(found.map_or(0, |(last,)| u32::try_from(last).unwrap_or(u32::MAX)))
}

type Row = (CurationEntryId, String, PersonId, Vec<u8>, Date);

sql!(
    NUMBERED = "
    select entry_id, number, keyed_by, printed, issued_on from curation_certificate
    where agency = $1 and year = $2 and sequence = $3"
);
/// What a number stands for; open to all. The letters are compared in a time that does not tell which is wrong.
pub fn check(
    tx: &mut Tx<'_>,
    house: &House,
    number: &CurationNumber,
) -> Result<Option<Checked>, Problem> {
    let place = (number.agency, number.year, i64::from(number.sequence));
    let found: Option<Row> = tx.maybe(NUMBERED, place)?;
    let Some(row) = found else { return Ok(None) };
    if !house.seal.curation_code(row.0).same(&number.code) {
        return Ok(None);
    }
    opened(tx, house, row).map(Some)
}

sql!(
    OF_ENTRY = "
    select entry_id, number, keyed_by, printed, issued_on from curation_certificate
    where shard = $1 and entry_id = $2"
);
/// The certificate of an entry that the caller was let to see.
pub(super) fn of_entry(
    tx: &mut Tx<'_>,
    house: &House,
    entry: CurationEntryId,
) -> Result<Option<Checked>, Problem> {
    let found: Option<Row> = tx.maybe(OF_ENTRY, (entry.shard(), entry))?;
    found.map(|row| opened(tx, house, row)).transpose()
}

fn opened(tx: &mut Tx<'_>, house: &House, row: Row) -> Result<Checked, Problem> {
    let (entry, number, keyed_by, sealed, issued_on) = row;
    let salt = people::salt(tx, keyed_by)?;
    let key = salt.as_ref().map(|salt| house.seal.person_key(keyed_by, salt));
    let clear = key.and_then(|key| key.open(entry.0.as_bytes(), &sealed));
    let printed = clear.and_then(|clear| serde_json::from_slice(&clear).ok());
    Ok(Checked { number, issued_on, printed })
}
