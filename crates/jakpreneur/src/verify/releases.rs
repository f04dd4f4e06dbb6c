//! Whether every released report is still what was released: its bytes beside the digest in the journal.
use super::{Difference, NotVerified};
use crate::{
    Problem,
    releases::{content, page},
    staff::Officer,
};
use db::Tx;

/// So many releases are read at once; their bytes one after the other.
const PAGE: i64 = 500;

/// Digests the bytes of every release anew; answers how many there are.
pub(super) fn compare(live: &mut Tx<'_>) -> Result<u64, NotVerified> {
    let (scope, mut before, mut compared) = (Officer::operator().scope, None, 0);
    loop {
        let releases = page(live, &scope, before, PAGE).map_err(Problem::from)?;
        for release in &releases {
            match content(live, release) {
                Err(Problem::Refused(_)) => {
                    let number = release.number.to_string();
                    return Err(Difference::Release { number }.into());
                }
                done => done?,
            };
        }
        compared += releases.len() as u64;
        match releases.last() {
            Some(last) => before = Some(last.position),
            None => return Ok(compared),
        }
    }
}
