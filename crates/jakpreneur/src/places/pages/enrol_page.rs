//! The page of the desk of a class: a NIK or a name, and who got what just now.
use crate::{
    App, FieldError,
    classes::{Class, Counts},
    people::{self, Brief},
    places::Participant,
    web::{Fields, Mistakes, Shell, Visit},
    words::{self, ClassWork, Lang, fill},
};
use askama::Template;
use rules::{ClassId, number::thousands};

const NIK: &str = "inputmode=\"numeric\" data-nik";
const NIK_FOCUSED: &str = "inputmode=\"numeric\" data-nik autofocus";

/// What the page is made from.
pub(super) struct Seen {
    pub class: Class,
    pub counts: Counts,
    pub meets_today: bool,
    pub just_now: Option<Participant>,
    pub found: Option<people::Found>,
}

/// The page.
#[derive(Template)]
#[template(path = "places/pages/enrol.html")]
pub(super) struct EnrolPage {
    shell: Shell,
    w: &'static words::Places,
    back: &'static str,
    wrong: Mistakes,
    id: ClassId,
    act_id: String,
    title: String,
    seats: String,
    notice: Option<String>,
    meets_today: bool,
    typed: Fields,
    lines: Option<Vec<Line>>,
    more: Option<String>,
}

/// Somebody found by name.
struct Line {
    member: String,
    name: String,
    about: String,
    latest: &'static str,
}

impl EnrolPage {
    pub(super) fn of(app: &App, visit: &Visit, seen: Seen, typed: Fields) -> Self {
        let lang = visit.lang;
        let (w, it) = (words::Places::of(lang), &seen.class.announced);
        let found = seen.found;
        let more = found.as_ref().filter(|found| found.total > found.items.len() as u64);
        let more = more.map(|found| fill(w.more_found, &[("n", &thousands(found.total))]));
        let lines =
            found.map(|found| found.items.into_iter().map(|it| line(app, lang, it)).collect());
        Self {
            shell: visit.shell(app, w.enrol),
            w,
            back: ClassWork::of(lang).to_class,
            wrong: Mistakes::none(),
            id: seen.class.id,
            act_id: app.house.new_id().to_string(),
            title: it.title.clone(),
            seats: seats(lang, it.capacity, seen.counts),
            notice: seen.just_now.map(|one| told(w, &one)),
            meets_today: seen.meets_today,
            typed,
            lines,
            more,
        }
    }

    /// The page again, with what is wrong.
    pub(super) fn with(mut self, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = Mistakes::of(wrong, lang).in_order(&["nik", "reason"]);
        self
    }

    /// The cursor waits in the NIK, unless something is wrong or a name was searched.
    fn nik_field(&self) -> &'static str {
        if self.wrong.any() || self.lines.is_some() { NIK } else { NIK_FOCUSED }
    }
}

/// What somebody got.
fn told(w: &words::Places, one: &Participant) -> String {
    let name = if one.name.is_empty() { &one.number } else { &one.name };
    match one.queue {
        Some(n) => fill(w.got_queue, &[("name", name), ("n", &n.to_string())]),
        None => fill(w.got_place, &[("name", name)]),
    }
}

/// `24 dari 24 kursi terisi · 3 menunggu`.
fn seats(lang: Lang, capacity: u32, counts: Counts) -> String {
    let w = ClassWork::of(lang);
    let [taken, all, waiting] =
        [counts.confirmed, capacity, counts.waiting].map(|n| thousands(u64::from(n)));
    let seats = fill(w.seats_taken, &[("n", &taken), ("of", &all)]);
    format!("{seats} · {}", fill(w.waits, &[("n", &waiting)]))
}

fn line(app: &App, lang: Lang, brief: Brief) -> Line {
    let office = app.house.region_name(brief.row.office);
    let agency = brief.row.agency.to_string().to_uppercase();
    Line {
        member: brief.row.id.to_string(),
        about: format!("{} · {} · {office} · {agency}", brief.row.number, brief.nik),
        name: if brief.name.is_empty() { brief.row.number } else { brief.name },
        latest: lang.pick(brief.latest.label_id(), brief.latest.label_en()),
    }
}
