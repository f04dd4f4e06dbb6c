//! The participants on the page of a class: by how they stand to it, in the order of asking.
use crate::{
    House,
    places::{Listed, Participant, Roster},
    web::Fields,
    words::{ClassWork, Lang},
};
use db::Position;
use rules::{ClassId, MemberId, number::thousands, training::PlaceState};

/// So many participants are on a page.
const PAGE: usize = 120;

/// The part of the page.
pub(super) struct Participants {
    /// The states, each with its number and its address.
    pub tabs: Vec<Tab>,
    pub lines: Vec<Line>,
    /// Whether those shown wait.
    pub waiting: bool,
    pub beginning: Option<String>,
    pub next: Option<String>,
}

/// A state that can be looked at.
pub(super) struct Tab {
    pub label: &'static str,
    pub number: String,
    pub open: String,
    pub here: bool,
}

/// A participant.
pub(super) struct Line {
    pub name: String,
    pub nik: String,
    pub kecamatan: String,
    pub agency: String,
    pub queue: String,
    pub how: String,
    /// Where the place is changed; none for who is outside the officer's scope.
    pub manage: Option<String>,
}

impl Participants {
    /// What the address asks for: those with a place unless it says otherwise.
    pub(super) fn wanted(asked: &Fields) -> Roster {
        let after = asked.get("setelah").split_once('_');
        let after = after.and_then(|(at, id)| {
            Some((at.parse::<Position>().ok()?, id.parse::<MemberId>().ok()?))
        });
        Roster { state: Some(state(asked)), after, limit: PAGE, ..Roster::default() }
    }

    pub(super) fn of(
        house: &House,
        lang: Lang,
        class: ClassId,
        asked: &Fields,
        listed: &Listed,
        by_state: &[(PlaceState, u64)],
    ) -> Self {
        let here = state(asked);
        let open =
            |state: PlaceState| format!("/kelas-kerja/{class}?keadaan={}#peserta", state.word());
        let tab = |it: PlaceState| {
            let number = by_state.iter().find(|(state, _)| *state == it);
            let number = thousands(number.map_or(0, |(_, number)| *number));
            let label = lang.pick(it.label_id(), it.label_en());
            Tab { label, number, open: open(it), here: it == here }
        };
        let next = listed.next.map(|(at, member)| {
            format!("/kelas-kerja/{class}?keadaan={}&setelah={at}_{member}#peserta", here.word())
        });
        Self {
            tabs: order().map(tab).into(),
            lines: listed.items.iter().map(|it| line(house, lang, class, it)).collect(),
            waiting: here == PlaceState::Waiting,
            beginning: asked.some("setelah").map(|_| open(here)),
            next,
        }
    }
}

fn state(asked: &Fields) -> PlaceState {
    PlaceState::of_word(asked.get("keadaan")).unwrap_or(PlaceState::Confirmed)
}

/// The states in the order of the page.
fn order() -> [PlaceState; 5] {
    use PlaceState::{Cancelled, Confirmed, Invited, Transferred, Waiting};
    [Confirmed, Waiting, Invited, Cancelled, Transferred]
}

fn line(house: &House, lang: Lang, class: ClassId, it: &Participant) -> Line {
    let w = ClassWork::of(lang);
    let how = [
        (it.walk_in, w.walked_in),
        (it.invited && it.state != PlaceState::Invited, w.was_invited),
        (it.came_from.is_some(), w.transferred_in),
    ];
    let how: Vec<&str> = how.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
    Line {
        name: if it.name.is_empty() { w.erased.to_owned() } else { it.name.clone() },
        nik: it.nik.clone(),
        kecamatan: house.region_name(it.office),
        agency: it.agency.to_string().to_uppercase(),
        queue: it.queue.map(|n| n.to_string()).unwrap_or_default(),
        how: how.join(", "),
        manage: it.openable.then(|| format!("/kelas-kerja/{class}/peserta/{}", it.member)),
    }
}
