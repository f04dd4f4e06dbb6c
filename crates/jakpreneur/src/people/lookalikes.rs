//! Records that look like one person: found when somebody is registered, or a record is corrected.
use super::{form::Registration, unscoped};
use crate::{House, Problem};
use db::Tx;
use rules::{Date, MemberId, Phone};

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

/// By what a record looks like another one.
#[derive(Clone, Debug, Default)]
pub struct Looks {
    /// The folded name, and the birth date.
    pub born: Option<(String, Date)>,
    /// The phone.
    pub phone: Option<Phone>,
}

impl Looks {
    /// What is said of somebody who is registered.
    pub fn of(new: &Registration) -> Self {
        let born = new.birth_date.map(|birth| (new.name.folded(), birth));
        Self { born, phone: new.phone.clone() }
    }
}

/// Records that look so: the same birth date and a similar name, or the same phone.
/// The person's own records do not count.
pub fn similar(
    tx: &mut Tx<'_>,
    house: &House,
    looks: &Looks,
    own: &[MemberId],
    beside: &Beside,
) -> Result<Vec<(MemberId, String)>, Problem> {
    let mut found = Vec::new();
    if let Some((name, birth)) = &looks.born {
        let by_name = house.board().names.similar(name, *birth);
        let by_name = by_name.into_iter().chain(beside.named.iter().copied());
        found.extend(by_name.map(|member| (member, "name+birth_date")));
    }
    if let Some(phone) = &looks.phone {
        let same = unscoped::same_phone(tx, &house.seal.phone_hash(phone))?;
        let same = same.into_iter().chain(beside.phoned.iter().copied());
        found.extend(same.take(MOST).map(|member| (member, "phone")));
    }
    found.retain(|(member, _)| !own.contains(member));
    found.sort_by_key(|(member, _)| *member);
    found.dedup_by_key(|(member, _)| *member);
    found.truncate(MOST);
    Ok(found.into_iter().map(|(member, basis)| (member, basis.to_owned())).collect())
}
