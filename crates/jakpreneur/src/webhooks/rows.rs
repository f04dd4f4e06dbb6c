//! The rows behind subscriptions.
use super::{WebhookEnded, WebhookSubscribed};
use crate::{House, journal::Stamp};
use db::{Position, Result, Tx, sql};
use rules::{Agency, Instant, RegionCode, WebhookId, webhook::Kinds};

/// A subscription as kept.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The subscription.
    pub id: WebhookId,
    /// Who made it: it never tells more than this account may know.
    pub owner: String,
    /// The partner.
    pub label: String,
    /// Where it is told.
    pub address: String,
    /// Of which kinds.
    pub kinds: Kinds,
    /// Of one agency alone.
    pub agency: Option<Agency>,
    /// Of one area alone.
    pub area: Option<RegionCode>,
}

type Row = (WebhookId, String, String, Vec<u8>, String, Option<Agency>, Option<RegionCode>);

fn of(house: &House, row: Row) -> Webhook {
    let (id, owner, label, destination, kinds, agency, area) = row;
    let address = house.seal.own_key().open(&about(id), &destination);
    let address = address.map(|clear| String::from_utf8_lossy(&clear).into_owned());
    Webhook {
        id,
        owner,
        label,
        address: address.unwrap_or_default(),
        kinds: Kinds::parse(&kinds).unwrap_or_default(),
        agency,
        area,
    }
}

/// What an address is sealed as.
pub(super) fn about(webhook: WebhookId) -> Vec<u8> {
    [b"webhook address".as_slice(), webhook.0.as_bytes()].concat()
}

sql!(
    ADD = "
    insert into webhook (id, owner, label, destination, kinds, agency, area, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
/// A subscription.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &WebhookSubscribed) -> Result<()> {
    let row = (
        event.webhook,
        stamp.actor.as_str(),
        event.label.as_str(),
        event.destination.0.as_slice(),
        event.kinds.as_str(),
        event.agency,
        event.area,
        stamp.position,
    );
    tx.run(ADD, row).map(drop)
}

sql!(END = "update webhook set ended_at_position = $1 where id = $2 and ended_at_position is null");
/// It ended.
pub(super) fn end(tx: &mut Tx<'_>, stamp: &Stamp, event: &WebhookEnded) -> Result<()> {
    tx.run(END, (stamp.position, event.webhook)).map(drop)
}

sql!(
    LIVE = "
    select id, owner, label, destination, kinds, agency, area
    from webhook where ended_at_position is null order by position"
);
/// Those that did not end, in the order in which they were made.
pub(super) fn live(tx: &mut Tx<'_>, house: &House) -> Result<Vec<Webhook>> {
    Ok(tx.all::<Row>(LIVE, ())?.into_iter().map(|row| of(house, row)).collect())
}

sql!(
    ONE = "
    select id, owner, label, destination, kinds, agency, area
    from webhook where id = $1 and ended_at_position is null"
);
/// One that did not end.
pub(super) fn one(tx: &mut Tx<'_>, house: &House, id: WebhookId) -> Result<Option<Webhook>> {
    Ok(tx.maybe::<Row>(ONE, (id,))?.map(|row| of(house, row)))
}

sql!(
    TOLD = "
    select w.id, p.generation, p.delivered, p.due_at
    from webhook w join webhook_progress p on p.webhook_id = w.id
    where w.ended_at_position is null and p.paused_at is null order by w.position"
);
/// A webhook, its generation, the position it was told up to, and when the next try is due.
pub(super) type Due = (WebhookId, i64, Position, Option<Instant>);
/// Those that are told now: in which generation, up to where, and not before when.
pub(super) fn told(tx: &mut Tx<'_>) -> Result<Vec<Due>> {
    tx.all(TOLD, ())
}
