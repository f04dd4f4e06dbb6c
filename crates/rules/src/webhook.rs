//! Telling partner systems what changed: where to, of which kinds, and when to try again.
mod kinds;
mod reach;
mod retry;

pub use kinds::Kinds;
pub use reach::is_public;
pub use retry::{PAUSED_AFTER, retry_after};

/// Why a subscription is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refused {
    /// The address cannot be read.
    Address,
    /// The address is not of `https`.
    NotHttps,
    /// The address lies inside the operator's own network.
    Private,
    /// No kind of change is called so.
    Kind,
}

impl Refused {
    /// The stable slug of this reason, for programs.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Address => "webhook-address",
            Self::NotHttps => "webhook-not-https",
            Self::Private => "webhook-private",
            Self::Kind => "webhook-kind",
        }
    }
}
