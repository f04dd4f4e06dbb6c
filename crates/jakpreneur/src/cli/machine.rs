//! The machine's clock and randomness: the only place that asks for them.
use crate::{Clock, Random};
use rules::Instant;
use std::{
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

/// The machine's clock.
pub fn clock() -> Clock {
    Arc::new(|| {
        #[expect(clippy::disallowed_methods, reason = "the one clock everything else is given")]
        let now = SystemTime::now();
        let since = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        Instant(i64::try_from(since.as_micros()).unwrap_or(i64::MAX))
    })
}

/// The machine's randomness. A machine without any cannot keep a secret, so the process ends.
pub fn random() -> Random {
    Arc::new(|bytes| {
        if let Err(error) = getrandom::fill(bytes) {
            tracing::error!(%error, "the machine gives no randomness");
            std::process::abort();
        }
    })
}
