//! The page of one person's place in a class.
use crate::{
    App, FieldError,
    classes::{Class, Line},
    places::Participant,
    web::{Choice, Fields, Mistakes, Shell, Visit},
    words::{self, ClassWork, Lang, fill},
};
use askama::Template;
use rules::{
    ClassId, MemberId,
    number::thousands,
    training::{ClassState, PlaceState},
};

/// What the page is made from.
pub(super) struct Seen {
    pub class: Class,
    pub one: Participant,
    pub others: Vec<Line>,
}

/// The page.
#[derive(Template)]
#[template(path = "places/pages/place.html")]
pub(super) struct PlacePage {
    shell: Shell,
    w: &'static words::Places,
    back: &'static str,
    wrong: Mistakes,
    id: ClassId,
    member: MemberId,
    act_ids: [String; 3],
    class_title: String,
    name: String,
    details: Vec<(&'static str, String)>,
    /// Whether the place can be given up.
    may_cancel: bool,
    /// Whether a place can be asked for.
    may_ask: bool,
    /// The classes to go over to; none for who is not in this one.
    to: Option<Vec<Choice>>,
    typed: Fields,
}

impl PlacePage {
    pub(super) fn of(app: &App, visit: &Visit, seen: &Seen, typed: Fields) -> Self {
        let (lang, one) = (visit.lang, &seen.one);
        let w = words::Places::of(lang);
        let name = if one.name.is_empty() { one.number.clone() } else { one.name.clone() };
        let announced = seen.class.state == ClassState::Announced;
        let finished = seen.class.state == ClassState::Finished;
        let to = seen.others.iter().map(|line| other(app, lang, line, typed.get("to")));
        Self {
            shell: visit.shell(app, name.clone()),
            w,
            back: ClassWork::of(lang).to_class,
            wrong: Mistakes::none(),
            id: seen.class.id,
            member: one.member,
            act_ids: std::array::from_fn(|_| app.house.new_id().to_string()),
            class_title: seen.class.announced.title.clone(),
            details: details(app, lang, one),
            may_cancel: announced && (one.state.is_live() || one.state == PlaceState::Invited),
            may_ask: announced && !one.state.is_live(),
            to: (!finished && one.state.is_live()).then(|| choosing(w.choose, to)),
            typed,
            name,
        }
    }

    /// The page again, with what is wrong.
    pub(super) fn with(mut self, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = Mistakes::of(wrong, lang).in_order(&["reason", "to", "transfer_reason"]);
        self
    }
}

fn details(app: &App, lang: Lang, one: &Participant) -> Vec<(&'static str, String)> {
    let (w, work) = (words::Places::of(lang), ClassWork::of(lang));
    let mut state = lang.pick(one.state.label_id(), one.state.label_en()).to_owned();
    if let Some(n) = one.queue {
        state = format!("{state} · {}", fill(w.queue, &[("n", &n.to_string())]));
    }
    let office = app.house.region_name(one.office);
    let kecamatan = format!("{office}, {}", one.agency.to_string().to_uppercase());
    let said = one.reason.clone().unwrap_or_default();
    let details =
        [(w.state, state), (w.nik, one.nik.clone()), (work.kecamatan, kecamatan), (w.said, said)];
    details.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// Those there are, after an empty choice that moves nobody by mistake.
fn choosing(choose: &str, to: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut to: Vec<Choice> = to.collect();
    if !to.is_empty() {
        to.insert(0, Choice::of("", choose, "-"));
    }
    to
}

/// `3 Desember 2026 · Kuliner dasar · Kebon Jeruk · 12 kursi`.
fn other(app: &App, lang: Lang, line: &Line, now: &str) -> Choice {
    let w = words::Places::of(lang);
    let left = line.capacity.saturating_sub(line.counts.confirmed);
    let seats = match (left, line.counts.waiting) {
        (1.., 0) => fill(w.seats_left, &[("n", &thousands(u64::from(left)))]),
        _ => w.no_seats.to_owned(),
    };
    let day = words::day(line.first_on, lang);
    let area = app.house.region_name(line.area);
    Choice::of(line.id.to_string(), format!("{day} · {} · {area} · {seats}", line.title), now)
}
