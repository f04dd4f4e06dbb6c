//! What records said before they were corrected, and every correction, for counting at start.
use super::{ChangeNews, MemberNews};
use crate::Problem;
use db::{Position, Tx, sql};
use rules::{BusinessType, Date, RegionCode, Sex, Track};
use std::collections::HashMap;

/// Every correction in order, and what the corrected records said when they were registered.
#[derive(Default)]
pub(super) struct Versions {
    registered: HashMap<Position, ChangeNews>,
    pub changes: Vec<ChangeNews>,
}

sql!(
    VERSIONS = "
    select m.position, v.position, v.holds_from, v.office, v.area, v.sex, v.track, v.business_type,
        v.registered_on
    from member_version v join member m on m.shard = v.shard and m.id = v.member_id
    order by v.position"
);
type Row = (i64, i64, Option<Date>, RegionCode, RegionCode, Option<Sex>, Track, BusinessType, Date);

impl Versions {
    /// Reads every version.
    pub fn look(tx: &mut Tx<'_>) -> Result<Self, Problem> {
        let mut versions = Self::default();
        tx.each(VERSIONS, (), |row: Row| {
            let said = said(row);
            if said.position == said.member {
                versions.registered.insert(said.member, said);
            } else {
                versions.changes.push(said);
            }
            Ok(())
        })?;
        Ok(versions)
    }

    /// Makes of a record as it is the registration as it was.
    pub fn as_registered(&self, news: &mut MemberNews) {
        if let Some(said) = self.registered.get(&news.position) {
            news.office = said.office;
            news.area = said.area;
            news.sex = said.sex;
            news.track = said.track;
            news.business_type = said.business_type;
            news.registered_on = said.registered_on;
        }
    }
}

fn said(row: Row) -> ChangeNews {
    let (member, position, holds_from, office, area, sex, track, business_type, registered_on) =
        row;
    ChangeNews {
        position,
        member,
        holds_from,
        office,
        area,
        sex,
        track,
        business_type,
        registered_on,
        name_folded: String::new(),
        birth_date: None,
    }
}
