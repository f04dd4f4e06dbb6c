//! Those registered in the same batch, whom the board does not know yet.
use super::{form::Registration, lookalikes::Looks};
use crate::{
    board::{MemberNews, Names, News},
    journal::Change,
};
use rules::MemberId;

/// Those of the batch who were registered with such looks, found by looking at each: for a batch of a few hundred.
pub(super) fn alike(tx: &Change<'_>, looks: &Looks) -> Vec<MemberId> {
    let Some((name, birth)) = &looks.born else { return Vec::new() };
    let is_alike = |other: &&MemberNews| {
        other.birth_date == Some(*birth) && rules::name::similar(name, &other.name_folded)
    };
    registered(tx, 0).filter(is_alike).map(|other| other.member).collect()
}

/// The registrations among what was told, after the first `heard` pieces of news.
fn registered<'t>(tx: &'t Change<'_>, heard: usize) -> impl Iterator<Item = &'t MemberNews> {
    let later = tx.told().iter().skip(heard);
    later.filter_map(|news| if let News::Member(member) = news { Some(&**member) } else { None })
}

/// The same for one act that registers thousands: each is looked at once.
#[derive(Default)]
pub struct JustNow {
    names: Names,
    heard: usize,
}

impl JustNow {
    /// Those of the batch so far who look like this registration.
    pub(super) fn alike(&mut self, tx: &Change<'_>, new: &Registration) -> Vec<MemberId> {
        for other in registered(tx, self.heard) {
            let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
            self.names.add(place, other.member, &other.name_folded, other.birth_date);
        }
        self.heard = tx.told().len();
        let birth = new.birth_date;
        birth.map(|birth| self.names.similar(&new.name.folded(), birth)).unwrap_or_default()
    }
}
