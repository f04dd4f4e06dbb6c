//! The rows behind corrections: what a record said as of each position.
use super::MemberRow;
use crate::{
    House,
    journal::Stamp,
    privacy::{Identity, PersonKey},
};
use db::{Position, Result, Tx, sql};
use rules::{BusinessType, Date, Instant, MemberId, RegionCode, Sex, Track};

/// What a record said from a position on.
#[derive(Clone, Debug)]
pub struct Version {
    /// Where it was said: the registration's place, then each correction's.
    pub position: Position,
    /// From which day on the area and the office hold; none where they always did.
    pub holds_from: Option<Date>,
    /// The responsible kecamatan.
    pub office: RegionCode,
    /// The kelurahan, or the kecamatan where it is not known.
    pub area: RegionCode,
    /// Female, male, or not known.
    pub sex: Option<Sex>,
    /// Starter or established.
    pub track: Track,
    /// The trade.
    pub business_type: BusinessType,
    /// When the registration happened.
    pub registered_on: Date,
    /// Name, NIK and the rest, sealed.
    pub identity: Vec<u8>,
    /// Why it was corrected, sealed; none for the registration.
    pub reason: Option<Vec<u8>>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
}

impl Version {
    /// What a record says now, as long as it was never corrected.
    pub fn registered(row: &MemberRow) -> Self {
        Self {
            position: row.position,
            holds_from: None,
            office: row.office,
            area: row.area,
            sex: row.sex,
            track: row.track,
            business_type: row.business_type,
            registered_on: row.registered_on,
            identity: row.identity.clone(),
            reason: None,
            recorded_at: row.recorded_at,
            recorded_by: row.recorded_by.clone(),
        }
    }

    /// The sealed values, opened; none once the person's key is erased.
    pub fn identity(&self, house: &House, row: &MemberRow) -> Option<Identity> {
        let salt = row.salt.as_ref();
        Identity::read(&house.seal, row.keyed_by, salt, row.id, &self.identity)
    }

    /// Why it was corrected, opened.
    pub fn reason(&self, key: Option<&PersonKey>, member: MemberId) -> Option<String> {
        let clear = key?.open(member.0.as_bytes(), self.reason.as_ref()?)?;
        String::from_utf8(clear.to_vec()).ok()
    }
}

/// The responsible kecamatan on a day, by all that is known now.
pub fn office_on(versions: &[Version], day: Date) -> Option<RegionCode> {
    let holds = |version: &&Version| version.holds_from.is_none_or(|from| from <= day);
    versions.iter().rev().find(holds).map(|version| version.office)
}

type Row = (
    i64,
    Option<Date>,
    RegionCode,
    RegionCode,
    Option<Sex>,
    Track,
    BusinessType,
    Date,
    Vec<u8>,
    Option<Vec<u8>>,
    Instant,
    String,
);

fn version(row: Row) -> Version {
    Version {
        position: row.0,
        holds_from: row.1,
        office: row.2,
        area: row.3,
        sex: row.4,
        track: row.5,
        business_type: row.6,
        registered_on: row.7,
        identity: row.8,
        reason: row.9,
        recorded_at: row.10,
        recorded_by: row.11,
    }
}

sql!(
    VERSIONS = "
    select position, holds_from, office, area, sex, track, business_type, registered_on, identity, reason,
        recorded_at, recorded_by
    from member_version where shard = $1 and member_id = $2 order by position"
);
/// What a record that the caller was let to see said, oldest first; nothing when it was never corrected.
pub fn versions_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Version>> {
    let rows: Vec<Row> = tx.all(VERSIONS, (member.shard(), member))?;
    Ok(rows.into_iter().map(version).collect())
}

sql!(
    ADD = "
    insert into member_version (shard, member_id, position, holds_from, office, area, sex, track,
        business_type, registered_on, identity, reason, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
);
/// Something is said of a record.
pub(super) fn add(tx: &mut Tx<'_>, member: MemberId, said: &Version) -> Result<()> {
    let row = (
        member.shard(),
        member,
        said.position,
        said.holds_from,
        said.office,
        said.area,
        said.sex,
        said.track,
        said.business_type,
        said.registered_on,
        said.identity.as_slice(),
        said.reason.as_deref(),
        said.recorded_at,
        said.recorded_by.as_str(),
    );
    tx.run(ADD, row).map(drop)
}

sql!(
    SAY = "
    update member set office = $1, area = $2, sex = $3, track = $4, business_type = $5, registered_on = $6,
        identity = $7
    where shard = $8 and id = $9"
);
/// The member's own row says what the newest version says.
pub(super) fn say(tx: &mut Tx<'_>, member: MemberId, said: &Version) -> Result<()> {
    let row = (
        said.office,
        said.area,
        said.sex,
        said.track,
        said.business_type,
        said.registered_on,
        said.identity.as_slice(),
        member.shard(),
        member,
    );
    tx.run(SAY, row).map(drop)
}

sql!(RUN = "update business set business_type = $1, area = $2 where shard = $3 and member_id = $4");
/// The business is where and what the member says.
pub(super) fn say_of_business(tx: &mut Tx<'_>, member: MemberId, said: &Version) -> Result<()> {
    tx.run(RUN, (said.business_type, said.area, member.shard(), member)).map(drop)
}

impl Stamp {
    /// The version that this stamp's correction makes of the one before.
    pub(super) fn version_after(&self, before: &Version) -> Version {
        let (position, recorded_at) = (self.position, self.at);
        Version { position, recorded_at, recorded_by: self.actor.clone(), ..before.clone() }
    }
}
