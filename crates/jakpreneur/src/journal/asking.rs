//! A request to act: who, when, under which key.
use crate::staff::Officer;
use rules::{ActId, Instant};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Who asks for an act, when, and under which key it may happen once.
#[derive(Clone, Debug)]
pub struct Asking {
    /// Who asks.
    pub officer: Arc<Officer>,
    /// The server's clock.
    pub at: Instant,
    /// The clock of the device that kept the act until it could be sent, where it did.
    pub made_at: Option<Instant>,
    /// The client's key; made by the server where the client sent none.
    pub act_id: ActId,
    /// A digest of what was asked, where the client chose the key.
    pub asked: Option<[u8; 32]>,
}

impl Asking {
    /// The same asker for one part of a larger act: its key follows from the whole's, so that the whole
    /// done again does no part twice.
    #[must_use]
    pub fn part(&self, number: usize) -> Self {
        let mut digest = Sha256::new();
        digest.update(self.act_id.0.as_bytes());
        digest.update((number as u64).to_be_bytes());
        let digest: [u8; 32] = digest.finalize().into();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        let act_id = ActId(uuid::Builder::from_custom_bytes(bytes).into_uuid());
        Self { act_id, ..self.clone() }
    }

    /// The digest of a request: what act, and with which body.
    pub fn digest(act: &str, body: &[u8]) -> [u8; 32] {
        let mut digest = Sha256::new();
        digest.update(act.as_bytes());
        digest.update([0]);
        digest.update(body);
        digest.finalize().into()
    }
}
