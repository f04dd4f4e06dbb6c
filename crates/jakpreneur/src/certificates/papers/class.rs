//! What papers of a class say of it.
use crate::{
    House, Problem,
    classes::{self, Announcement, Class, Session},
    places::{self, Participant, Roster},
    staff::Officer,
};
use db::Tx;
use rules::{ClassId, Date, MemberId, training::PlaceState};

/// More people than any class has.
const ALL: usize = 2000;

/// Everybody who stands so to a class, by name; who was erased comes last, without one.
pub fn people(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    state: PlaceState,
) -> Result<Vec<Participant>, Problem> {
    let wanted = Roster { state: Some(state), after: None, limit: ALL };
    let mut all = places::roster(tx, house, officer, class, &wanted)?.items;
    let place =
        |one: &Participant| (one.name.is_empty(), rules::name::fold(&one.name), one.position);
    all.sort_by_cached_key(place);
    Ok(all)
}

/// The record ids in the order of a list: what a list's code is made of.
pub fn order(listed: &[Participant]) -> Vec<MemberId> {
    listed.iter().map(|one| one.member).collect()
}

/// What the class is about, as it is printed.
pub fn trade(tx: &mut Tx<'_>, class: &Announcement) -> Result<String, Problem> {
    let known = classes::trades(tx)?.into_iter().find(|trade| trade.code == class.trade);
    Ok(known.map_or_else(|| class.trade.clone(), |trade| trade.name))
}

/// Who holds it, its own agency first.
pub fn organisers(house: &House, class: &Announcement) -> Vec<String> {
    let own = house.agency_name(&class.agency);
    std::iter::once(own).chain(class.organisers.iter().map(|it| it.name.clone())).collect()
}

/// Who teaches, by name.
pub fn trainers(class: &Announcement) -> Vec<String> {
    class.trainers.iter().map(|it| it.name.clone()).collect()
}

/// `Senin, 10 Agustus 2020`.
pub fn weekday(day: Date) -> String {
    format!("{}, {}", rules::spelled::weekday(day), rules::date::words(day))
}

/// `08.00–16.00 WIB`.
pub fn hours(session: &Session) -> String {
    let shown = |time: rules::training::TimeOfDay| time.to_string().replace(':', ".");
    format!("{}–{} WIB", shown(session.starts), shown(session.ends))
}

/// Where the class is told to everybody.
pub fn address(url: &str, class: &Class) -> String {
    format!("{url}/kelas/{}", class.id)
}
