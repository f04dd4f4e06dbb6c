//! The rows behind handovers.
use super::{Item, ToolsGranted, ToolsTakenBack};
use crate::journal::Stamp;
use db::{Error, Position, Result, Tx, sql};
use rules::{Agency, Date, MemberId, Rupiah, ToolGrantId, training::PermitKind};

/// A handover as kept.
#[derive(Clone, Debug)]
pub struct GrantRow {
    /// The handover.
    pub id: ToolGrantId,
    /// Who received.
    pub member: MemberId,
    /// Who gave.
    pub agency: Agency,
    /// The number of the record.
    pub number: String,
    /// What was handed over.
    pub items: Vec<Item>,
    /// What it is worth.
    pub value: Option<Rupiah>,
    /// What permit was shown.
    pub permit: PermitKind,
    /// Who handed over to whom, and the permit's number, sealed.
    pub handed: Vec<u8>,
    /// The day.
    pub given_on: Date,
    /// Where it was recorded in the journal.
    pub position: Position,
    /// The day it was taken back.
    pub taken_back_on: Option<Date>,
    /// Why, sealed.
    pub take_back_reason: Option<Vec<u8>>,
}

sql!(
    ADD = "
    insert into tool_grant (shard, id, member_id, agency, number, items, value, permit, details, given_on,
        position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
/// Tools that were handed over.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &ToolsGranted) -> Result<()> {
    let items = serde_json::to_string(&event.items).unwrap_or_default();
    let row = (
        event.grant.shard(),
        event.grant,
        event.member,
        event.agency,
        event.number(stamp.position),
        items,
        event.value.map(|value| value.0),
        event.permit.word(),
        event.handed.0.as_slice(),
        event.given_on,
        stamp.position,
    );
    tx.run(ADD, row).map(drop)
}

sql!(
    TAKE_BACK = "
    update tool_grant set taken_back_at_position = $1, taken_back_on = $2, take_back_reason = $3
    where shard = $4 and id = $5"
);
/// Tools that were taken back.
pub(super) fn take_back(tx: &mut Tx<'_>, stamp: &Stamp, event: &ToolsTakenBack) -> Result<()> {
    let (grant, reason) = (event.grant, event.reason.0.as_slice());
    let row = (stamp.position, stamp.at.date(), reason, grant.shard(), grant);
    tx.run(TAKE_BACK, row).map(drop)
}

sql!(
    HAS_TOOLS = "
    select id from tool_grant
    where shard = $1 and member_id = $2 and agency = $3 and taken_back_at_position is null limit 1"
);
/// Whether an agency gave a record tools and has not taken them back.
pub(super) fn has_tools(tx: &mut Tx<'_>, member: MemberId, agency: &Agency) -> Result<bool> {
    let found: Option<(ToolGrantId,)> = tx.maybe(HAS_TOOLS, (member.shard(), member, agency))?;
    Ok(found.is_some())
}

type Row = (
    ToolGrantId,
    MemberId,
    Agency,
    String,
    String,
    Option<i64>,
    String,
    Vec<u8>,
    Date,
    Position,
    Option<Date>,
    Option<Vec<u8>>,
);

fn row(row: Row) -> Result<GrantRow> {
    let items = serde_json::from_str(&row.4).map_err(|_| Error::Unreadable(4, row.4.clone()))?;
    let permit = PermitKind::of_word(&row.6).ok_or_else(|| Error::Unreadable(6, row.6.clone()))?;
    Ok(GrantRow {
        id: row.0,
        member: row.1,
        agency: row.2,
        number: row.3,
        items,
        value: row.5.map(Rupiah),
        permit,
        handed: row.7,
        given_on: row.8,
        position: row.9,
        taken_back_on: row.10,
        take_back_reason: row.11,
    })
}

sql!(
    GRANTED = "
    select id, member_id, agency, number, items, value, permit, details, given_on, position, taken_back_on,
        take_back_reason
    from tool_grant where shard = $1 and id = $2"
);
/// A handover; the caller looks for its member within a scope next.
pub fn granted(tx: &mut Tx<'_>, grant: ToolGrantId) -> Result<Option<GrantRow>> {
    tx.maybe(GRANTED, (grant.shard(), grant))?.map(row).transpose()
}

sql!(
    OF_MEMBER = "
    select id, member_id, agency, number, items, value, permit, details, given_on, position, taken_back_on,
        take_back_reason
    from tool_grant where shard = $1 and member_id = $2 order by position"
);
/// The handovers to a member whom the caller was let to see.
pub fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<GrantRow>> {
    tx.all::<Row>(OF_MEMBER, (member.shard(), member))?.into_iter().map(row).collect()
}
