//! What a bazaar keeps sealed with the installation's key: the seed until the draw, and who an outsider is.
use crate::{House, Problem, journal::Sealed};
use rules::{ApplicationId, BazaarId, bazaar::Seed};

/// What is kept is bound to the bazaar, so that it opens for no other.
fn about_seed(bazaar: BazaarId) -> Vec<u8> {
    [b"bazaar seed".as_slice(), bazaar.0.as_bytes()].concat()
}

fn about_outsider(application: ApplicationId) -> Vec<u8> {
    [b"bazaar outsider".as_slice(), application.0.as_bytes()].concat()
}

/// Seals the seed of a draw that is to come.
pub(super) fn seed(house: &House, bazaar: BazaarId, seed: Seed) -> Sealed {
    Sealed(house.seal.own_key().seal(house.bytes(), &about_seed(bazaar), &seed.0))
}

/// Opens it when the stands are drawn.
pub(super) fn open_seed(house: &House, bazaar: BazaarId, sealed: &[u8]) -> Result<Seed, Problem> {
    let clear = house.seal.own_key().open(&about_seed(bazaar), sealed);
    let bytes = clear.and_then(|clear| clear.as_slice().try_into().ok());
    let broken = || Problem::Broken("the seed of a bazaar cannot be opened".to_owned());
    bytes.map(Seed).ok_or_else(broken)
}

/// Seals the name of somebody who is no member.
pub(super) fn outsider(house: &House, application: ApplicationId, name: &str) -> Sealed {
    let key = house.seal.own_key();
    Sealed(key.seal(house.bytes(), &about_outsider(application), name.as_bytes()))
}

/// Opens it again; empty where it was tampered with.
pub(super) fn open_outsider(house: &House, application: ApplicationId, sealed: &[u8]) -> String {
    let clear = house.seal.own_key().open(&about_outsider(application), sealed);
    clear.and_then(|clear| String::from_utf8(clear.to_vec()).ok()).unwrap_or_default()
}
