//! The bytes of files, apart from every record.
use db::{Result, Tx, sql};
use rules::FileId;

sql!(ADD = "insert into stored_file (shard, id, sealed) values ($1, $2, $3)");
/// A file that is kept.
pub(super) fn add(tx: &mut Tx<'_>, file: FileId, sealed: &[u8]) -> Result<()> {
    tx.run(ADD, (file.shard(), file, sealed)).map(drop)
}

sql!(SEALED = "select sealed from stored_file where shard = $1 and id = $2");
/// A file's sealed bytes.
pub(super) fn sealed(tx: &mut Tx<'_>, file: FileId) -> Result<Option<Vec<u8>>> {
    let found: Option<(Vec<u8>,)> = tx.maybe(SEALED, (file.shard(), file))?;
    Ok(found.map(|(sealed,)| sealed))
}
