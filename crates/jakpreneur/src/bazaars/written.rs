//! Writing the rows of bazaars.
use super::{
    BazaarAnnounced, BazaarAsked, BazaarCalledOff, SellerDayTold, StandGivenUp, StandsDrawn,
};
use crate::journal::Stamp;
use db::{Result, Tx, sql};

sql!(
    ANNOUNCE = "
    insert into bazaar (id, title, kind, agency, area, place, first_on, last_on, closes_on, tents, stands_a_tent,
        outsiders, window_months, ground, commitment, sealed_seed, position, changed_at_position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
);
/// A bazaar.
pub(super) fn announce(tx: &mut Tx<'_>, stamp: &Stamp, event: &BazaarAnnounced) -> Result<()> {
    let it = &event.announced;
    let row = (
        event.bazaar,
        it.title.as_str(),
        it.kind,
        it.agency,
        it.area,
        it.place.as_str(),
        it.first_on,
        it.last_on,
        it.closes_on,
        i64::from(it.tents),
        i16::try_from(it.stands_a_tent).unwrap_or(i16::MAX),
        it.outsiders,
        i16::try_from(it.window_months).unwrap_or(i16::MAX),
        it.ground,
        event.commitment.as_str(),
        event.seed.0.as_slice(),
        stamp.position,
        stamp.position,
    );
    tx.run(ANNOUNCE, row).map(drop)
}

sql!(
    CALL_OFF = "
    update bazaar set called_off_at_position = $1, call_off_reason = $2, changed_at_position = $3 where id = $4"
);
/// A bazaar that was called off.
pub(super) fn call_off(tx: &mut Tx<'_>, stamp: &Stamp, event: &BazaarCalledOff) -> Result<()> {
    let at = stamp.position;
    tx.run(CALL_OFF, (at, event.reason.as_str(), at, event.bazaar)).map(drop)
}

sql!(
    ASK = "
    insert into bazaar_application (bazaar_id, id, shard, member_id, outsider, position, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
/// An application.
pub(super) fn ask(tx: &mut Tx<'_>, stamp: &Stamp, event: &BazaarAsked) -> Result<()> {
    let row = (
        event.bazaar,
        event.application,
        event.member.map(rules::MemberId::shard),
        event.member,
        event.outsider.as_ref().map(|sealed| sealed.0.as_slice()),
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(ASK, row).map(drop)
}

sql!(
    GIVE_UP = "
    update bazaar_application set given_up_at_position = $1 where bazaar_id = $2 and id = $3"
);
/// An application that was given up.
pub(super) fn give_up(tx: &mut Tx<'_>, stamp: &Stamp, event: &StandGivenUp) -> Result<()> {
    tx.run(GIVE_UP, (stamp.position, event.bazaar, event.application)).map(drop)
}

sql!(
    DRAWN = "
    update bazaar set drawn_at_position = $1, drawn_on = $2, seed = $3, changed_at_position = $4 where id = $5"
);
sql!(
    RANK = "
    update bazaar_application set rank = $1, earlier_stands = $2 where bazaar_id = $3 and id = $4"
);
/// A draw: everybody's place in the order.
pub(super) fn draw(tx: &mut Tx<'_>, stamp: &Stamp, event: &StandsDrawn) -> Result<()> {
    let at = stamp.position;
    tx.run(DRAWN, (at, event.on, event.seed.as_str(), at, event.bazaar))?;
    for (rank, (application, earlier)) in (1_i64..).zip(&event.order) {
        tx.run(RANK, (rank, i64::from(*earlier), event.bazaar, *application))?;
    }
    Ok(())
}

sql!(
    TELL = "
    insert into bazaar_day (bazaar_id, application_id, held_on, attended, sold_rp, position, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (bazaar_id, application_id, held_on) do update set attended = excluded.attended,
        sold_rp = excluded.sold_rp, position = excluded.position, recorded_at = excluded.recorded_at,
        recorded_by = excluded.recorded_by"
);
sql!(
    SERVE = "
    update bazaar_application set service_id = $1, service_on = $2 where bazaar_id = $3 and id = $4"
);
/// A seller's day, and the service that taking part is.
pub(super) fn tell(tx: &mut Tx<'_>, stamp: &Stamp, event: &SellerDayTold) -> Result<()> {
    let row = (
        event.bazaar,
        event.application,
        event.on,
        event.attended.map(i16::from),
        event.sold.map(|sold| sold.0),
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(TELL, row)?;
    let (service, on) = event.service.unzip();
    tx.run(SERVE, (service, on, event.bazaar, event.application)).map(drop)
}
