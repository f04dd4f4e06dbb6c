//! Announcing a bazaar. The seed of its draw is made now and sealed; its fingerprint is told to everybody.
use super::{Announced, BazaarForm, sealed, whose, written};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{Act, BazaarId, bazaar::Seed};
use serde::{Deserialize, Serialize};

/// A bazaar was announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BazaarAnnounced {
    /// The bazaar.
    pub bazaar: BazaarId,
    /// All that is announced of it.
    pub announced: Announced,
    /// The fingerprint of the seed, in hexadecimal.
    pub commitment: String,
    /// The seed, sealed until the stands are drawn.
    pub seed: Sealed,
}

impl Event for BazaarAnnounced {
    const ACT: &'static str = "bazaar.announce";
}

/// Announces a bazaar within the officer's agency and area.
pub fn announce(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    form: &BazaarForm,
) -> Result<Done<BazaarAnnounced>, Problem> {
    asking.officer.may(Act::ManageBazaars)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let announced = form.understand(tx, house, asking)?;
    whose::covers(&asking.officer, &announced)?;
    let bazaar = BazaarId(house.new_id());
    let seed = Seed(house.bytes());
    let event = BazaarAnnounced {
        bazaar,
        announced,
        commitment: seed.commitment().to_string(),
        seed: sealed::seed(house, bazaar, seed),
    };
    let done = journal::record(tx, asking, Some(bazaar.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a bazaar.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &BazaarAnnounced) -> Result<(), Problem> {
    Ok(written::announce(tx, stamp, event)?)
}
