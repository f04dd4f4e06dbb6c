//! The journal: one entry an act, appended, never changed, each bound to the one before by its hash.
use crate::{Result, Tx, sql};
use rules::{ActId, Instant};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A place in the journal; because batches are serialised, also the order of commit.
pub type Position = i64;

/// The hash before the first entry.
pub const GENESIS: [u8; 32] = [0; 32];

/// The end of the chain: where the next entry goes, and what it binds to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The position of the last entry; 0 when there is none.
    pub position: Position,
    /// Its hash.
    pub hash: [u8; 32],
}

impl Chain {
    /// Before the first entry.
    pub fn start() -> Self {
        Self { position: 0, hash: GENESIS }
    }
}

/// An act about to be recorded.
#[derive(Clone, Debug)]
pub struct NewEntry<'e> {
    /// Made by the client; recorded at most once.
    pub act_id: ActId,
    /// What was done, as a short word: `member.register`.
    pub act: &'e str,
    /// The user's id, or `system` for the operator at the shell.
    pub actor: &'e str,
    /// The office the actor sat in, if any.
    pub office: Option<&'e str>,
    /// The server's clock.
    pub at: Instant,
    /// Whom or what it concerns.
    pub subject: Option<Uuid>,
    /// A digest of the request, to tell a replay from another request under the same key.
    pub asked: Option<[u8; 32]>,
    /// What happened, as JSON without clear personal data.
    pub payload: &'e str,
}

/// An entry as the journal holds it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its place.
    pub position: Position,
    /// The client's key.
    pub act_id: ActId,
    /// What was done.
    pub act: String,
    /// Who did it.
    pub actor: String,
    /// In which office.
    pub office: Option<String>,
    /// When it was recorded.
    pub at: Instant,
    /// Whom it concerns.
    pub subject: Option<Uuid>,
    /// The digest of the request.
    pub asked: Option<[u8; 32]>,
    /// What happened.
    pub payload: String,
    /// The hash of the entry before.
    pub previous_hash: Vec<u8>,
    /// The hash of this entry.
    pub hash: Vec<u8>,
}

/// How the chain is broken, when it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A position is missing or doubled.
    #[error("position {0} does not follow the one before")]
    Gap(Position),
    /// An entry does not bind to the one before.
    #[error("the entry at {0} is not bound to the one before")]
    Unbound(Position),
    /// An entry's content is not what was hashed.
    #[error("the entry at {0} was changed")]
    Changed(Position),
}

impl Chain {
    /// Checks that `entry` is the next link, and moves on to it.
    pub fn follow(&mut self, entry: &Entry) -> std::result::Result<(), Broken> {
        if entry.position != self.position + 1 {
            return Err(Broken::Gap(entry.position));
        }
        if entry.previous_hash != self.hash {
            return Err(Broken::Unbound(entry.position));
        }
        let hash = self.next_hash(&NewEntry {
            act_id: entry.act_id,
            act: &entry.act,
            actor: &entry.actor,
            office: entry.office.as_deref(),
            at: entry.at,
            subject: entry.subject,
            asked: entry.asked,
            payload: &entry.payload,
        });
        if entry.hash != hash {
            return Err(Broken::Changed(entry.position));
        }
        *self = Self { position: entry.position, hash };
        Ok(())
    }

    /// Every field goes in with its length before it, so that no two entries read alike.
    fn next_hash(&self, entry: &NewEntry<'_>) -> [u8; 32] {
        let mut digest = Sha256::new();
        let mut field = |bytes: &[u8]| {
            digest.update((bytes.len() as u64).to_be_bytes());
            digest.update(bytes);
        };
        field(&self.hash);
        field(&(self.position + 1).to_be_bytes());
        field(entry.act_id.0.as_bytes());
        field(entry.act.as_bytes());
        field(entry.actor.as_bytes());
        field(entry.office.unwrap_or_default().as_bytes());
        field(&entry.at.0.to_be_bytes());
        field(entry.subject.as_ref().map_or(&[][..], |subject| subject.as_bytes()));
        field(entry.asked.as_ref().map_or(&[][..], |asked| asked));
        field(entry.payload.as_bytes());
        digest.finalize().into()
    }
}

sql!(HEAD = "update journal_head set batches = batches + 1 where id = 1 returning position, hash");
/// Takes the end of the chain for this batch; on PostgreSQL other processes wait here.
pub(crate) fn head(tx: &mut Tx<'_>) -> Result<Chain> {
    let head: Option<(i64, Vec<u8>)> = tx.maybe(HEAD, ())?;
    Ok(head.map_or_else(Chain::start, |(position, hash)| Chain { position, hash: digest(&hash) }))
}

sql!(KEEP_HEAD = "update journal_head set position = $1, hash = $2 where id = 1");
pub(crate) fn keep_head(tx: &mut Tx<'_>, chain: &Chain) -> Result<()> {
    tx.run(KEEP_HEAD, (chain.position, chain.hash.as_slice())).map(drop)
}

sql!(
    APPEND = "
    insert into journal (position, act_id, act, actor, office, at, subject, asked, payload, previous_hash, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
pub(crate) fn append(tx: &mut Tx<'_>, chain: &mut Chain, entry: &NewEntry<'_>) -> Result<Position> {
    let hash = chain.next_hash(entry);
    let position = chain.position + 1;
    let asked = entry.asked.map(|asked| asked.to_vec());
    let previous = chain.hash.as_slice();
    tx.run(
        APPEND,
        (
            position,
            entry.act_id,
            entry.act,
            entry.actor,
            entry.office,
            entry.at,
            entry.subject,
            asked,
            entry.payload,
            previous,
            hash.as_slice(),
        ),
    )?;
    *chain = Chain { position, hash };
    Ok(position)
}

type Row = (
    i64,
    ActId,
    String,
    String,
    Option<String>,
    Instant,
    Option<Uuid>,
    Option<Vec<u8>>,
    String,
    Vec<u8>,
    Vec<u8>,
);

fn entry(row: Row) -> Entry {
    let (position, act_id, act, actor, office, at, subject, asked, payload, previous_hash, hash) =
        row;
    let asked = asked.map(|asked| digest(&asked));
    Entry { position, act_id, act, actor, office, at, subject, asked, payload, previous_hash, hash }
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    bytes.try_into().unwrap_or(GENESIS)
}

sql!(
    AFTER = "
    select position, act_id, act, actor, office, at, subject, asked, payload, previous_hash, hash
    from journal where position > $1 order by position limit $2"
);
sql!(
    BY_ACT = "
    select position, act_id, act, actor, office, at, subject, asked, payload, previous_hash, hash
    from journal where act_id = $1"
);
sql!(POSITION = "select position, hash from journal_head where id = 1");

impl Tx<'_> {
    /// Each entry after a position, in order, at most `limit`.
    pub fn entries(
        &mut self,
        after: Position,
        limit: i64,
        mut take: impl FnMut(Entry) -> Result<()>,
    ) -> Result<()> {
        self.each(AFTER, (after, limit), |row: Row| take(entry(row)))
    }

    /// The entry an act left, if it was recorded.
    pub fn entry_of(&mut self, act: ActId) -> Result<Option<Entry>> {
        Ok(self.maybe::<Row>(BY_ACT, (act,))?.map(entry))
    }

    /// The end of the chain as committed.
    pub fn chain(&mut self) -> Result<Chain> {
        let head: Option<(i64, Vec<u8>)> = self.maybe(POSITION, ())?;
        Ok(head
            .map_or_else(Chain::start, |(position, hash)| Chain { position, hash: digest(&hash) }))
    }
}
