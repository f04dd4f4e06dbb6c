//! Records that look like one person: found when somebody is registered.
use super::{form::Registration, rows};
use crate::{House, Problem};
use db::Tx;
use rules::MemberId;

/// At most so many look-alikes are put on the list for one registration.
const MOST: usize = 5;

/// Records the database does not hold, or the board does not know yet.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Those born on the same day with a similar name.
    pub named: Vec<MemberId>,
    /// Those with the same phone number.
    pub phoned: Vec<MemberId>,
}

/// Records that look like this registration: the same birth date and a similar name, or the same phone.
/// The person's own other records do not count.
pub fn similar(
    tx: &mut Tx<'_>,
    house: &House,
    new: &Registration,
    own: &[MemberId],
    beside: &Beside,
) -> Result<Vec<(MemberId, String)>, Problem> {
    let mut found = Vec::new();
    if let Some(birth) = new.birth_date {
        let by_name = house.board().names.similar(&new.name.folded(), birth);
        let by_name = by_name.into_iter().chain(beside.named.iter().copied());
        found.extend(by_name.map(|member| (member, "name+birth_date")));
    }
    if let Some(phone) = &new.phone {
        let same = rows::same_phone(tx, &house.seal.phone_hash(phone))?;
        let same = same.into_iter().chain(beside.phoned.iter().copied());
        found.extend(same.take(MOST).map(|member| (member, "phone")));
    }
    found.retain(|(member, _)| !own.contains(member));
    found.sort_by_key(|(member, _)| *member);
    found.dedup_by_key(|(member, _)| *member);
    found.truncate(MOST);
    Ok(found.into_iter().map(|(member, basis)| (member, basis.to_owned())).collect())
}
