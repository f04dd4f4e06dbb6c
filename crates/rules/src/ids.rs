//! Ids, and the shard that the ids of person data carry.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::{Builder, Uuid};

/// One of 4,096 places person data can live in; fixed for a person's life.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shard(u16);

impl Shard {
    /// How many shards there are.
    pub const COUNT: u16 = 4096;

    /// The shard of this number, where there is one.
    pub const fn new(number: u16) -> Option<Self> {
        if number < Self::COUNT { Some(Self(number)) } else { None }
    }

    /// Its number, below `COUNT`.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A `UUIDv7` whose `rand_a` is the shard, so that every address and foreign key knows its place.
pub fn with_shard(millis: u64, random: [u8; 10], shard: Shard) -> Uuid {
    let [_, _, rest @ ..] = random;
    let [high, low] = shard.0.to_be_bytes();
    let mut bytes = [0; 10];
    bytes[0] = high;
    bytes[1] = low;
    bytes[2..].copy_from_slice(&rest);
    Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}

/// The shard in the id's `rand_a`.
pub fn shard_of(id: Uuid) -> Shard {
    let bytes = id.as_bytes();
    Shard(u16::from_be_bytes([bytes[6] & 0x0f, bytes[7]]))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(raw: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(raw).map(Self)
            }
        }
    };
    ($(#[$doc:meta])* $name:ident, sharded) => {
        id!($(#[$doc])* $name);

        impl $name {
            /// Where the data of this id lives.
            pub fn shard(self) -> Shard {
                shard_of(self.0)
            }
        }
    };
}

id!(
    /// A human being, across all agencies.
    PersonId, sharded
);
id!(
    /// What one agency recorded of a person.
    MemberId, sharded
);
id!(
    /// A business of a member.
    BusinessId, sharded
);
id!(
    /// A service a member received.
    ServiceId, sharded
);
id!(
    /// A business group of several members.
    GroupId
);
id!(
    /// A class.
    ClassId
);
id!(
    /// A year's plan of trainings.
    PlanId
);
id!(
    /// A target.
    TargetId
);
id!(
    /// A released report.
    ReleaseId
);
id!(
    /// A certificate, in the shard of whom it was issued to.
    CertificateId, sharded
);
id!(
    /// A handover of production tools, in the shard of who got them.
    ToolGrantId, sharded
);
id!(
    /// A permit of a member, from the asking to its end.
    LicenceId, sharded
);
id!(
    /// A referral of a member to a bank.
    ReferralId, sharded
);
id!(
    /// A product of a member.
    ProductId, sharded
);
id!(
    /// A product at an address of a marketplace.
    ListingId, sharded
);
id!(
    /// Support that a member got, in the shard of who got it.
    SupportId, sharded
);
id!(
    /// A file kept as evidence, in the shard of whom it is about.
    FileId, sharded
);
id!(
    /// An entry in the books of a member's business.
    BookEntryId, sharded
);
id!(
    /// A partner system's subscription to changes.
    WebhookId
);
id!(
    /// A facilitation wave.
    WaveId
);
id!(
    /// A round of curation.
    CurationRoundId
);
id!(
    /// A product in a round of curation, in the shard of whose it is.
    CurationEntryId, sharded
);
id!(
    /// A partner of the programme.
    PartnerId
);
id!(
    /// An agreement with a partner.
    AgreementId
);
id!(
    /// A bazaar.
    BazaarId
);
id!(
    /// A request for a stand. Published with the draw, so it tells nothing of who asks.
    ApplicationId
);
id!(
    /// An account.
    UserId
);
id!(
    /// An act, made once by whoever wants it done: the idempotency key.
    ActId
);

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_keeps_its_shard_and_is_a_version_7(
            millis in 0_u64..1 << 48, random: [u8; 10], number in 0..Shard::COUNT
        ) {
            let shard = Shard::new(number).unwrap();
            let id = with_shard(millis, random, shard);
            prop_assert_eq!(shard_of(id), shard);
            prop_assert_eq!(MemberId(id).shard(), shard);
            prop_assert_eq!(id.get_version_num(), 7);
            prop_assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
            prop_assert_eq!(id.to_string().parse::<MemberId>().unwrap(), MemberId(id));
        }

        #[test]
        fn later_ids_sort_later(millis in 0_u64..1 << 47, a: [u8; 10], b: [u8; 10]) {
            let shard = Shard::new(4095).unwrap();
            prop_assert!(with_shard(millis, a, shard) < with_shard(millis + 1, b, shard));
        }
    }

    #[test]
    fn there_is_no_shard_4096() {
        assert_eq!(Shard::new(4096), None);
    }
}
