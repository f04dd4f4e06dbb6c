//! The journal: every entry bound to the one before, and the head to the last.
use super::{Difference, NotVerified, Telling};
use db::{Broken, Chain, Tx};

/// So many entries are read at a time.
const PAGE: i64 = 10_000;

/// Follows the chain from its start to its head.
pub(super) fn follow(live: &mut Tx<'_>, telling: Telling<'_>) -> Result<Chain, NotVerified> {
    let head = live.chain()?;
    let of = u64::try_from(head.position).unwrap_or_default();
    let mut chain = Chain::start();
    loop {
        let after = chain.position;
        let mut broken: Option<Broken> = None;
        live.entries(after, PAGE, |entry| {
            if broken.is_none() {
                broken = chain.follow(&entry).err();
            }
            Ok(())
        })?;
        if let Some(broken) = broken {
            return Err(broken.into());
        }
        telling("journal", u64::try_from(chain.position).unwrap_or_default(), of);
        if chain.position == after {
            break;
        }
    }
    if chain.position != head.position {
        return Err(Difference::Head { ends: chain.position, says: head.position }.into());
    }
    if chain.hash != head.hash {
        return Err(Difference::HeadHash(head.position).into());
    }
    Ok(chain)
}
