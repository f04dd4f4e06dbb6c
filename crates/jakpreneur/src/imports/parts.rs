//! The bytes of a sent file, sealed, in parts.
use crate::{House, Problem, journal::Db};
use db::{Result, Tx, sql};
use std::{
    io::{self, Read, Seek, SeekFrom},
    sync::Arc,
};
use uuid::Uuid;
use zeroize::Zeroizing;

/// The bytes of every part but the last.
pub const PART: usize = 256 * 1024;

sql!(ADD = "insert into import_part (import_id, part, bytes) values ($1, $2, $3)");
/// Keeps a part.
pub fn add(tx: &mut Tx<'_>, house: &House, import: Uuid, part: i64, clear: &[u8]) -> Result<()> {
    let sealed = house.seal.own_key().seal(house.bytes(), &about(import, part), clear);
    tx.run(ADD, (import, part, sealed)).map(drop)
}

sql!(PART_OF = "select bytes from import_part where import_id = $1 and part = $2");
fn part(tx: &mut Tx<'_>, import: Uuid, part: i64) -> Result<Option<Vec<u8>>> {
    Ok(tx.maybe(PART_OF, (import, part))?.map(|(bytes,)| bytes))
}

sql!(COUNT = "select count(*) from import_part where import_id = $1");
/// Whether a file is still kept.
pub fn are_kept(tx: &mut Tx<'_>, import: Uuid) -> Result<bool> {
    let count: Option<(i64,)> = tx.maybe(COUNT, (import,))?;
    Ok(count.is_some_and(|(count,)| count > 0))
}

sql!(FORGET = "delete from import_part where import_id = $1");
/// Forgets a file.
pub fn forget(tx: &mut Tx<'_>, import: Uuid) -> Result<()> {
    tx.run(FORGET, (import,)).map(drop)
}

sql!(
    FORGET_ABANDONED = "
    delete from import_part where import_id < $1
      and not exists (select j.id from import_job j
        where j.id = import_part.import_id and j.state in ('waiting', 'running'))"
);
/// Forgets files sent before `before` that nobody will read: those that never arrived whole, and those
/// that were only tried out.
pub fn forget_abandoned(tx: &mut Tx<'_>, before: Uuid) -> Result<()> {
    tx.run(FORGET_ABANDONED, (before,)).map(drop)
}

/// What a sealed piece is bound to, so that no other takes its place.
pub(super) fn about(import: Uuid, number: i64) -> Vec<u8> {
    [import.as_bytes().as_slice(), &number.to_be_bytes()].concat()
}

/// A sent file, read from its parts.
pub struct Sent {
    db: Arc<Db>,
    house: Arc<House>,
    import: Uuid,
    size: u64,
    at: u64,
    held: Option<(u64, Zeroizing<Vec<u8>>)>,
}

impl Sent {
    /// The file of an import.
    pub fn of(db: Arc<Db>, house: Arc<House>, import: Uuid, size: u64) -> Self {
        Self { db, house, import, size, at: 0, held: None }
    }

    fn part(&mut self, number: u64) -> io::Result<&[u8]> {
        if self.held.as_ref().is_none_or(|(held, _)| *held != number) {
            let clear = self.open(number).map_err(io::Error::other)?;
            self.held = Some((number, clear));
        }
        Ok(self.held.as_ref().map(|(_, clear)| clear.as_slice()).unwrap_or_default())
    }

    fn open(&self, number: u64) -> std::result::Result<Zeroizing<Vec<u8>>, Problem> {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let sealed = self.db.look(|tx| Ok::<_, Problem>(part(tx, self.import, number)?))?;
        let key = self.house.seal.own_key();
        let clear = sealed.and_then(|sealed| key.open(&about(self.import, number), &sealed));
        clear.ok_or_else(|| Problem::Broken("a part of a sent file cannot be opened".to_owned()))
    }
}

impl Read for Sent {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size {
            return Ok(0);
        }
        let whole = PART as u64;
        let (number, within) = (self.at / whole, self.at % whole);
        let within = usize::try_from(within).map_err(io::Error::other)?;
        let left = self.part(number)?.get(within..).unwrap_or_default();
        let count = left.len().min(into.len());
        into[..count].copy_from_slice(&left[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Sent {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(self.at)
    }
}
