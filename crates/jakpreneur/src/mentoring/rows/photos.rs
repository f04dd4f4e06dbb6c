//! The rows of photos.
use crate::{journal::Stamp, mentoring::PhotoAdded};
use db::{Result, Tx, sql};
use rules::{ActId, FileId, MemberId};

sql!(
    ADD = "
    insert into visit_photo (shard, file_id, member_id, visit_id, media, size, digest, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
/// A photo that was added.
pub(in crate::mentoring) fn add_photo(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &PhotoAdded,
) -> Result<()> {
    let row = (
        event.member.shard(),
        event.file.file,
        event.member,
        event.visit,
        event.file.media.as_str(),
        event.file.size,
        event.file.digest.0.as_slice(),
        stamp.position,
    );
    tx.run(ADD, row).map(drop)
}

/// A photo of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoRow {
    /// The photo.
    pub file: FileId,
    /// The visit.
    pub visit: ActId,
}

sql!(
    PHOTOS_OF = "
    select file_id, visit_id from visit_photo where shard = $1 and member_id = $2 order by position"
);
/// The photos of the visits to a member whom the caller was let to see, oldest first.
pub fn photos_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<PhotoRow>> {
    let rows: Vec<(FileId, ActId)> = tx.all(PHOTOS_OF, (member.shard(), member))?;
    Ok(rows.into_iter().map(|(file, visit)| PhotoRow { file, visit }).collect())
}
