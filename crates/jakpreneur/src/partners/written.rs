//! Writing the rows of partners.
use super::{AgreementSigned, PartGone, PartTaken, PartnerKept};
use crate::journal::Stamp;
use db::{Result, Tx, sql};
use rules::partners::Given;

sql!(
    KEEP = "
    insert into partner (id, kind, name, marketplace, position, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7)"
);
/// A partner.
pub(super) fn keep(tx: &mut Tx<'_>, stamp: &Stamp, event: &PartnerKept) -> Result<()> {
    let row = (
        event.partner,
        event.kind.word(),
        event.name.as_str(),
        event.marketplace.map(|it| it.word().to_owned()),
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(KEEP, row).map(drop)
}

sql!(
    AGREE = "
    insert into partner_agreement (id, partner_id, number, title, agency, starts_on, ends_on, gives, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
/// An agreement.
pub(super) fn agree(tx: &mut Tx<'_>, stamp: &Stamp, event: &AgreementSigned) -> Result<()> {
    let gives: Vec<&str> = event.gives.iter().map(|it: &Given| it.word()).collect();
    let row = (
        event.agreement,
        event.partner,
        event.number.as_str(),
        event.title.as_str(),
        event.agency,
        event.starts_on,
        event.ends_on,
        gives.join(" "),
        stamp.position,
    );
    tx.run(AGREE, row).map(drop)
}

sql!(
    TAKE_PART = "
    insert into partner_part (partner_id, kind, subject_id, position) values ($1, $2, $3, $4)
    on conflict (partner_id, kind, subject_id) do update
        set position = excluded.position, ended_at_position = null"
);
/// What a partner took part in.
pub(super) fn take_part(tx: &mut Tx<'_>, stamp: &Stamp, event: &PartTaken) -> Result<()> {
    tx.run(TAKE_PART, (event.partner, event.kind.word(), event.subject, stamp.position)).map(drop)
}

sql!(
    GONE = "
    update partner_part set ended_at_position = $1 where partner_id = $2 and kind = $3 and subject_id = $4"
);
/// What it did not.
pub(super) fn gone(tx: &mut Tx<'_>, stamp: &Stamp, event: &PartGone) -> Result<()> {
    tx.run(GONE, (stamp.position, event.partner, event.kind.word(), event.subject)).map(drop)
}
