//! Asking for a stand: a member from their own door, an officer for a member or for somebody who is none.
use super::{BazaarRow, form, rows, sealed, whose, written};
use crate::{
    FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{ApplicationId, BazaarId, MemberId, bazaar};
use serde::{Deserialize, Serialize};

/// Somebody asked for a stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BazaarAsked {
    /// The bazaar.
    pub bazaar: BazaarId,
    /// The application: their number in the draw.
    pub application: ApplicationId,
    /// Who asked, where they are a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// Who asked, where they are none; sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outsider: Option<Sealed>,
}

impl Event for BazaarAsked {
    const ACT: &'static str = "bazaar.ask";
}

/// Asks for the member who is signed in, or for a member within the officer's scope. A person asks once, by
/// whatever record of theirs.
pub fn ask(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    id: BazaarId,
    of: MemberId,
) -> Result<Done<BazaarAsked>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = whose::member(tx, asking, of)?;
    let has_asked = rows::standing_of_person(tx, id, row.person)?.is_some();
    may_ask(&whose::announced(tx, id)?, asking, true, has_asked)?;
    // Made by the service and without a shard: it is published with the draw.
    let application = ApplicationId(house.new_id());
    let event = BazaarAsked { bazaar: id, application, member: Some(row.id), outsider: None };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Asks for somebody who is no member; only officers of the bazaar do.
pub fn ask_for_outsider(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    id: BazaarId,
    name: &str,
) -> Result<Done<BazaarAsked>, Problem> {
    whose::officer(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let bazaar = whose::announced(tx, id)?;
    whose::covers(&asking.officer, &bazaar.announced)?;
    let wrong = |code| Problem::Invalid(vec![FieldError::new("name", code)]);
    let name = form::words(name).map_err(wrong)?;
    may_ask(&bazaar, asking, false, false)?;
    let application = ApplicationId(house.new_id());
    let outsider = Some(sealed::outsider(house, application, &name));
    let event = BazaarAsked { bazaar: id, application, member: None, outsider };
    let done = journal::record(tx, asking, Some(id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn may_ask(
    of: &BazaarRow,
    asking: &Asking,
    is_member: bool,
    has_asked: bool,
) -> Result<(), Problem> {
    let asked = bazaar::Asking { is_member, has_asked, is_drawn: of.seed.is_some() };
    of.announced.terms().may_ask(asked, asking.at.date()).map_err(form::refused)
}

/// The row of an application.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &BazaarAsked) -> Result<(), Problem> {
    Ok(written::ask(tx, stamp, event)?)
}
