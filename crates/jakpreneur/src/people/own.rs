//! What is recorded of a person, for themselves alone: no scope of an officer narrows it.
use super::{
    File,
    rows::{self, MemberRow},
    versions,
};
use crate::{House, Problem, curations, stages};
use db::{Tx, sql};
use rules::{MemberId, PersonId};

/// Every record of a person, oldest first: for themselves, who may see all that is recorded of them, whoever
/// recorded it (BR-44).
pub fn own_files(tx: &mut Tx<'_>, house: &House, person: PersonId) -> Result<Vec<File>, Problem> {
    let mut files = Vec::new();
    for row in own_records(tx, person)? {
        files.push(File {
            identity: row.identity(&house.seal),
            others: Vec::new(),
            known_elsewhere: false,
            curated: curations::curated(tx, house, &row)?,
            services: stages::services_of(tx, row.id)?,
            versions: versions::versions_of(tx, row.id)?,
            row,
        });
    }
    Ok(files)
}

sql!(
    OWN_RECORDS = "
    select m.id, m.person_id, m.keyed_by, p.salt, m.position, m.number, m.agency, m.office, m.area, m.sex,
        m.track, m.business_type, m.channel, m.registered_on, m.identity, m.recorded_at, m.recorded_by
    from member m join person p on p.shard = m.shard and p.id = m.keyed_by
    where m.person_id = $1 order by m.position"
);
/// Every record of a person, for themselves alone.
fn own_records(tx: &mut Tx<'_>, person: PersonId) -> db::Result<Vec<MemberRow>> {
    Ok(tx.all::<rows::Row>(OWN_RECORDS, (person,))?.into_iter().map(rows::row).collect())
}

sql!(
    OWN_RECORD = "
    select m.id, m.person_id, m.keyed_by, p.salt, m.position, m.number, m.agency, m.office, m.area, m.sex,
        m.track, m.business_type, m.channel, m.registered_on, m.identity, m.recorded_at, m.recorded_by
    from member m join person p on p.shard = m.shard and p.id = m.keyed_by
    where m.shard = $1 and m.id = $2"
);
/// The record a member signed in with, for an act of their own alone.
pub fn own_record(tx: &mut Tx<'_>, member: MemberId) -> db::Result<Option<MemberRow>> {
    let found = tx.maybe::<rows::Row>(OWN_RECORD, (member.shard(), member))?;
    Ok(found.map(rows::row))
}
