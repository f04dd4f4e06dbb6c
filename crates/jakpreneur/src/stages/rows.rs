//! The rows behind services.
use super::{ServiceRecorded, ServiceVoided, State, record::Remarks};
use crate::{
    journal::Stamp,
    people::{Fact, What},
    privacy::{PersonKey, Salt},
    staff::Scope,
};
use db::{Position, Result, Tx, sql};
use rules::{Agency, Date, Instant, MemberId, PersonId, RegionCode, ServiceId, StageKind};

/// A service as kept.
#[derive(Clone, Debug)]
pub struct ServiceRow {
    /// The service.
    pub id: ServiceId,
    /// Who received it.
    pub member: MemberId,
    /// Where it was recorded in the journal.
    pub position: Position,
    /// Which stage it is of.
    pub stage: StageKind,
    /// Whether it is finished.
    pub state: State,
    /// When it happened.
    pub occurred_on: Date,
    /// Who gave it.
    pub agency: Agency,
    /// Where it was given.
    pub area: Option<RegionCode>,
    /// Evidence and note, sealed.
    pub remarks: Option<Vec<u8>>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
    /// Where it was taken back, if it was.
    pub voided_at_position: Option<Position>,
    /// When.
    pub voided_at: Option<Instant>,
    /// By whom.
    pub voided_by: Option<String>,
    /// Why, sealed.
    pub void_reason: Option<Vec<u8>>,
}

impl ServiceRow {
    /// The service as a line of the timeline, its remarks opened with the person's key.
    pub fn fact(&self, key: Option<&PersonKey>) -> Fact {
        let open = |sealed: &Option<Vec<u8>>| {
            let clear = key?.open(self.member.0.as_bytes(), sealed.as_ref()?)?;
            String::from_utf8(clear.to_vec()).ok()
        };
        let remarks = open(&self.remarks);
        let remarks = remarks.and_then(|text| serde_json::from_str::<Remarks>(&text).ok());
        let note = remarks.map(|kept| {
            let parts = [kept.evidence, kept.note];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        });
        let voided = self.voided_at.map(|at| {
            (
                at,
                self.voided_by.clone().unwrap_or_default(),
                open(&self.void_reason).unwrap_or_default(),
            )
        });
        Fact {
            what: What::Service {
                id: self.id,
                stage: self.stage,
                completed: self.state == State::Completed,
                agency: self.agency,
                note,
                voided,
            },
            occurred_on: self.occurred_on,
            recorded_at: self.recorded_at,
            recorded_by: self.recorded_by.clone(),
            position: self.position,
        }
    }
}

sql!(
    ADD = "
    insert into service (shard, id, member_id, position, stage, state, occurred_on, agency, area,
        remarks, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
);
/// A service that was received.
pub fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &ServiceRecorded) -> Result<()> {
    let remarks = event.remarks.as_ref().map(|sealed| sealed.0.clone());
    let (shard, state) = (event.member.shard(), event.state.word());
    tx.run(
        ADD,
        (
            shard,
            event.service,
            event.member,
            stamp.position,
            event.stage,
            state,
            event.occurred_on,
            event.agency,
            event.area,
            remarks,
            stamp.at,
            stamp.actor.as_str(),
        ),
    )
    .map(drop)
}

sql!(
    VOID = "
    update service set voided_at_position = $1, voided_at = $2, voided_by = $3, void_reason = $4
    where shard = $5 and id = $6 and voided_at_position is null"
);
/// The service is taken back.
pub fn void(tx: &mut Tx<'_>, stamp: &Stamp, event: &ServiceVoided) -> Result<()> {
    let reason = event.reason.0.as_slice();
    let shard = event.service.shard();
    tx.run(VOID, (stamp.position, stamp.at, stamp.actor.as_str(), reason, shard, event.service))
        .map(drop)
}

type Row = (
    ServiceId,
    MemberId,
    i64,
    StageKind,
    String,
    Date,
    Agency,
    Option<RegionCode>,
    Option<Vec<u8>>,
    Instant,
    String,
    Option<i64>,
    Option<Instant>,
    Option<String>,
    Option<Vec<u8>>,
);

fn row(row: Row) -> Result<ServiceRow> {
    let state = State::of_word(&row.4).ok_or(db::Error::Unreadable(4, row.4))?;
    Ok(ServiceRow {
        id: row.0,
        member: row.1,
        position: row.2,
        stage: row.3,
        state,
        occurred_on: row.5,
        agency: row.6,
        area: row.7,
        remarks: row.8,
        recorded_at: row.9,
        recorded_by: row.10,
        voided_at_position: row.11,
        voided_at: row.12,
        voided_by: row.13,
        void_reason: row.14,
    })
}

sql!(
    OF_MEMBER = "
    select id, member_id, position, stage, state, occurred_on, agency, area, remarks, recorded_at,
        recorded_by, voided_at_position, voided_at, voided_by, void_reason
    from service where shard = $1 and member_id = $2 order by occurred_on, position"
);
/// Every service of a record that the caller was let to see, also those taken back.
pub fn services_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<ServiceRow>> {
    let rows: Vec<Row> = tx.all(OF_MEMBER, (member.shard(), member))?;
    rows.into_iter().map(row).collect()
}

sql!(
    SERVICE = "
    select id, member_id, position, stage, state, occurred_on, agency, area, remarks, recorded_at,
        recorded_by, voided_at_position, voided_at, voided_by, void_reason
    from service where shard = $1 and id = $2"
);
/// A service; whether the caller may see its member is the act's question.
pub(super) fn service(tx: &mut Tx<'_>, id: ServiceId) -> Result<Option<ServiceRow>> {
    tx.maybe::<Row>(SERVICE, (id.shard(), id))?.map(row).transpose()
}

sql!(
    SAME = "
    select id from service
    where shard = $1 and member_id = $2 and stage = $3 and occurred_on = $4 and agency = $5
      and voided_at_position is null limit 1"
);
/// The same service, recorded before: what makes importing a file twice change nothing.
pub fn same_service(
    tx: &mut Tx<'_>,
    member: MemberId,
    stage: StageKind,
    occurred_on: Date,
    agency: Agency,
) -> Result<Option<ServiceId>> {
    let found: Option<(ServiceId,)> =
        tx.maybe(SAME, (member.shard(), member, stage, occurred_on, agency))?;
    Ok(found.map(|(service,)| service))
}

/// A service, with what opens its member's NIK.
pub(super) struct Kept {
    pub member: MemberId,
    pub keyed_by: PersonId,
    pub salt: Option<Salt>,
    pub identity: Vec<u8>,
    pub stage: StageKind,
    pub occurred_on: Date,
    pub agency: Agency,
    pub area: Option<RegionCode>,
    pub remarks: Option<Vec<u8>>,
    pub state: State,
    pub voided: bool,
}

type KeptRow = (
    MemberId,
    PersonId,
    Option<Vec<u8>>,
    Vec<u8>,
    StageKind,
    Date,
    Agency,
    Option<RegionCode>,
    Option<Vec<u8>>,
    String,
    Option<i64>,
);

sql!(
    EVERY_SERVICE = "
    select m.id, m.keyed_by, p.salt, m.identity, s.stage, s.occurred_on, s.agency, s.area, s.remarks,
        s.state, s.voided_at_position
    from service s
    join member m on m.shard = s.shard and m.id = s.member_id
    join person p on p.shard = m.shard and p.id = m.keyed_by
    where m.agency between $1 and $2 and m.office between $3 and $4
    order by s.position"
);
/// Each service of members within scope, also those begun only or taken back, as it is read.
pub(super) fn each_service(
    tx: &mut Tx<'_>,
    scope: &Scope,
    mut take: impl FnMut(Kept) -> Result<()>,
) -> Result<()> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    tx.each(EVERY_SERVICE, bounds, |row: KeptRow| {
        let state = State::of_word(&row.9).ok_or(db::Error::Unreadable(9, row.9))?;
        take(Kept {
            member: row.0,
            keyed_by: row.1,
            salt: row.2.and_then(|salt| salt.try_into().ok()),
            identity: row.3,
            stage: row.4,
            occurred_on: row.5,
            agency: row.6,
            area: row.7,
            remarks: row.8,
            state,
            voided: row.10.is_some(),
        })
    })
}
