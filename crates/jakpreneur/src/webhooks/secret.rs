//! The secrets that sign deliveries (Standard Webhooks): shown once, kept sealed, two valid while one is changed.
use crate::House;
use base64::{Engine, engine::general_purpose::STANDARD};
use db::{Result, Tx, sql};
use hmac::{Hmac, KeyInit, Mac};
use rules::{Instant, WebhookId};
use sha2::Sha256;
use std::time::Duration;
use zeroize::Zeroizing;

/// How a secret begins, so that a scanner of leaked secrets finds it.
const PREFIX: &str = "whsec_";
/// So long the old secret stays valid.
const OVERLAP: Duration = Duration::from_hours(24);

/// A secret that signs.
pub struct SigningSecret(Zeroizing<[u8; 32]>);

impl SigningSecret {
    /// A new one.
    pub(super) fn new(house: &House) -> Self {
        Self(Zeroizing::new(house.bytes()))
    }

    /// As the receiver's library takes it.
    pub fn text(&self) -> String {
        format!("{PREFIX}{}", STANDARD.encode(self.0.as_slice()))
    }
}

/// What the header `webhook-signature` holds for one secret: `v1,` and the HMAC of id, timestamp and body.
pub fn signature(secret: &SigningSecret, id: &str, timestamp: i64, body: &[u8]) -> Option<String> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.0.as_slice()).ok()?;
    mac.update(format!("{id}.{timestamp}.").as_bytes());
    mac.update(body);
    Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

/// What is kept is bound to the subscription, so that it opens for no other.
fn about(webhook: WebhookId) -> Vec<u8> {
    [b"webhook secret".as_slice(), webhook.0.as_bytes()].concat()
}

sql!(
    KEEP = "
    insert into webhook_secret (webhook_id, number, secret, made_at)
    select $1, coalesce(max(number), 0) + 1, $2, $3 from webhook_secret where webhook_id = $4"
);
sql!(
    END = "
    update webhook_secret set ends_at = $1 where webhook_id = $2 and ends_at is null"
);
sql!(SWEEP = "delete from webhook_secret where webhook_id = $1 and ends_at is not null");
/// Makes a secret; the one before stays valid for a while, those before that do not.
pub(super) fn make(
    tx: &mut Tx<'_>,
    house: &House,
    webhook: WebhookId,
    at: Instant,
) -> Result<SigningSecret> {
    let secret = SigningSecret::new(house);
    let sealed = house.seal.own_key().seal(house.bytes(), &about(webhook), secret.0.as_slice());
    tx.run(SWEEP, (webhook,))?;
    tx.run(END, (super::courier::later(at, OVERLAP), webhook))?;
    tx.run(KEEP, (webhook, sealed.as_slice(), at, webhook))?;
    Ok(secret)
}

sql!(
    VALID = "
    select secret from webhook_secret where webhook_id = $1 and (ends_at is null or ends_at > $2)
    order by number desc"
);
/// The secrets that sign now, the newest first.
pub(super) fn valid(
    tx: &mut Tx<'_>,
    house: &House,
    webhook: WebhookId,
    now: Instant,
) -> Result<Vec<SigningSecret>> {
    let key = house.seal.own_key();
    let open = |(sealed,): (Vec<u8>,)| {
        let clear = key.open(&about(webhook), &sealed)?;
        let bytes: [u8; 32] = clear.as_slice().try_into().ok()?;
        Some(SigningSecret(Zeroizing::new(bytes)))
    };
    Ok(tx.all(VALID, (webhook, now))?.into_iter().filter_map(open).collect())
}

sql!(FORGET = "delete from webhook_secret where webhook_id = $1");
/// Forgets every secret of a subscription that ended.
pub(super) fn forget(tx: &mut Tx<'_>, webhook: WebhookId) -> Result<()> {
    tx.run(FORGET, (webhook,)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checked against `openssl dgst -sha256 -mac HMAC` over the same bytes.
    #[test]
    fn the_signature_is_the_hmac_of_id_time_and_body() {
        let secret = SigningSecret(Zeroizing::new(*b"0123456789abcdef0123456789abcdef"));
        let made = signature(&secret, "msg_1", 1_655_874_000, br#"{"type":"changes"}"#);
        assert_eq!(made.as_deref(), Some("v1,PRiEdmN09jZHvrIHWND+82sDS7XPIXetEu4M8BpTBE0="));
        assert_ne!(made, signature(&secret, "msg_1", 1_655_874_001, br#"{"type":"changes"}"#));
    }
}
