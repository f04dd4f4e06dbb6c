//! Keeping a file, and giving it out again.
use super::{Ready, rows};
use crate::{House, Problem, journal::Sealed, privacy::PersonKey};
use db::Tx;
use rules::{FileId, Shard};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A file as the journal tells of it; its bytes stand beside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The file.
    pub file: FileId,
    /// Its type.
    pub media: String,
    /// Its size in bytes.
    pub size: i64,
    /// A digest of its sealed bytes.
    pub digest: Sealed,
}

/// Keeps a file, sealed with the key of whom it is about.
pub fn keep(
    tx: &mut Tx<'_>,
    house: &House,
    key: &PersonKey,
    shard: Shard,
    ready: &Ready,
) -> Result<Kept, Problem> {
    let file = FileId(house.new_sharded(shard));
    let sealed = key.seal(house.bytes(), file.0.as_bytes(), &ready.bytes);
    let digest = Sealed(Sha256::digest(&sealed).to_vec());
    rows::add(tx, file, &sealed)?;
    let size = i64::try_from(ready.bytes.len()).unwrap_or(i64::MAX);
    Ok(Kept { file, media: ready.media.word().to_owned(), size, digest })
}

/// A file's bytes; none once the person's key is erased, or where they were changed.
pub fn open(tx: &mut Tx<'_>, key: &PersonKey, file: FileId) -> Result<Option<Vec<u8>>, Problem> {
    let sealed = rows::sealed(tx, file)?;
    Ok(sealed.and_then(|sealed| key.open(file.0.as_bytes(), &sealed)).map(|clear| clear.to_vec()))
}
