//! Looks that take no scope because nothing of what they find is shown: for look-alikes and for linking.
use crate::privacy::Hash;
use db::{Position, Result, Tx, sql};
use rules::{MemberId, PersonId};

sql!(SAME_PHONE = "select id from member where phone_hash = $1 order by position limit 5");
/// Who else has this phone number: for the look-alike check alone, which shows nothing of them.
pub fn same_phone(tx: &mut Tx<'_>, hash: &Hash) -> Result<Vec<MemberId>> {
    Ok(tx.all(SAME_PHONE, (hash.as_slice(),))?.into_iter().map(|(member,)| member).collect())
}

sql!(POSITION_OF = "select position from member where shard = $1 and id = $2");
/// Where a record was registered, whoever asks: for linking what the journal already links.
pub fn position_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Position>> {
    Ok(tx.maybe(POSITION_OF, (member.shard(), member))?.map(|(position,)| position))
}

sql!(
    RECORD_BEFORE = "
    select m.position from member m
    where m.person_id = $1 and m.position < $2
    order by case when exists (
        select l.position from identity_link l where l.shard = m.shard and l.member_id = m.id
    ) then 1 else 0 end, m.position limit 1"
);
/// A record that a person had before a position, whoever asks; one that was never linked, if there is one,
/// because a linked one may have come later.
pub fn record_before(
    tx: &mut Tx<'_>,
    person: PersonId,
    position: Position,
) -> Result<Option<Position>> {
    let found: Option<(Position,)> = tx.maybe(RECORD_BEFORE, (person, position))?;
    Ok(found.map(|(position,)| position))
}
