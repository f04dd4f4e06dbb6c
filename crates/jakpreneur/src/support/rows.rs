//! The rows behind support.
use db::{Position, Result, Tx, sql};
use rules::{Agency, Date, FileId, Instant, MemberId, Rupiah, SupportId, support::SupportKind};

/// A support as kept.
#[derive(Clone, Debug)]
pub struct SupportRow {
    /// The support.
    pub id: SupportId,
    /// Who got it.
    pub member: MemberId,
    /// Its kind.
    pub kind: SupportKind,
    /// Who gave it.
    pub agency: Agency,
    /// The day.
    pub given_on: Date,
    /// What it is worth; none where not known.
    pub value: Option<Rupiah>,
    /// What exactly, sealed.
    pub details: Vec<u8>,
    /// Where it was recorded in the journal.
    pub position: Position,
    /// When.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
    /// Where it was taken back, because it never was.
    pub voided_at_position: Option<Position>,
    /// Why, sealed.
    pub void_reason: Option<Vec<u8>>,
}

/// A file that proves support.
#[derive(Clone, Debug)]
pub struct EvidenceRow {
    /// The file.
    pub file: FileId,
    /// What kind of file.
    pub media: String,
    /// Its size in bytes.
    pub size: i64,
    /// Where it was recorded in the journal.
    pub position: Position,
}

pub(super) type Row = (
    SupportId,
    MemberId,
    SupportKind,
    Agency,
    Date,
    Option<i64>,
    Vec<u8>,
    Position,
    Instant,
    String,
    Option<Position>,
    Option<Vec<u8>>,
);

pub(super) fn row(row: Row) -> SupportRow {
    SupportRow {
        id: row.0,
        member: row.1,
        kind: row.2,
        agency: row.3,
        given_on: row.4,
        value: row.5.map(Rupiah),
        details: row.6,
        position: row.7,
        recorded_at: row.8,
        recorded_by: row.9,
        voided_at_position: row.10,
        void_reason: row.11,
    }
}

sql!(
    SUPPORT = "
    select id, member_id, kind, agency, given_on, value_rp, details, position, recorded_at, recorded_by,
        voided_at_position, void_reason
    from support where shard = $1 and id = $2"
);
/// A support; the caller looks for its member within a scope next.
pub(super) fn support(tx: &mut Tx<'_>, id: SupportId) -> Result<Option<SupportRow>> {
    Ok(tx.maybe::<Row>(SUPPORT, (id.shard(), id))?.map(row))
}

sql!(
    OF_MEMBER = "
    select id, member_id, kind, agency, given_on, value_rp, details, position, recorded_at, recorded_by,
        voided_at_position, void_reason
    from support where shard = $1 and member_id = $2 order by position"
);
/// What a member got whom the caller was let to see, the oldest first, also what was taken back.
pub fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<SupportRow>> {
    Ok(tx.all::<Row>(OF_MEMBER, (member.shard(), member))?.into_iter().map(row).collect())
}

sql!(
    EVIDENCE = "
    select file_id, media, size, position from support_evidence
    where shard = $1 and support_id = $2 order by position"
);
/// The files that prove a support.
pub(super) fn evidence(tx: &mut Tx<'_>, support: SupportId) -> Result<Vec<EvidenceRow>> {
    let row = |(file, media, size, position)| EvidenceRow { file, media, size, position };
    Ok(tx.all(EVIDENCE, (support.shard(), support))?.into_iter().map(row).collect())
}
