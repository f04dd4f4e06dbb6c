//! One wave: its days and places, everybody in it, and the forms to add and to take out.
use super::standing;
use crate::{
    App, FieldError, Problem,
    people::{self, Brief},
    staff::Officer,
    waves::{self, InWave, SeenWave},
    web::{Choice, Fields, Mistakes, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use rules::{
    Act, Level, MemberId, WaveId,
    licensing::{WavePlaceState, WaveStanding},
    number::thousands,
};

/// So many of those found by name are shown.
const SHOWN: usize = 20;
/// The fields in the order of the page.
const FIELDS: [&str; 3] = ["nik", "leaver", "reason"];

/// The page.
#[derive(Template)]
#[template(path = "waves/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static words::Waves,
    wrong: Mistakes,
    notice: Option<String>,
    id: WaveId,
    standing: &'static str,
    colour: &'static str,
    details: Vec<(&'static str, String)>,
    count: String,
    lines: Vec<Line>,
    forms: Forms,
    button: &'static str,
    leavers: Vec<Choice>,
    found: Option<Vec<Candidate>>,
    more: Option<String>,
    typed: Fields,
    act_id: String,
}

/// Which forms the officer is offered.
struct Forms {
    add: bool,
    close: bool,
}

/// Somebody in the wave.
struct Line {
    permits: String,
    name: String,
    kecamatan: String,
    standing: &'static str,
    colour: &'static str,
    queue: String,
    licence: Option<String>,
}

/// Somebody found by name.
struct Candidate {
    member: String,
    name: String,
    about: String,
}

/// Shows a wave.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(wave): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<OnePage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = OnePage::of(&app, &visit, super::posts::id(&wave)?, asked.clone()).await?;
    page.notice = page.told(&asked);
    Ok(Page::of(page))
}

impl OnePage {
    pub(super) async fn of(
        app: &App,
        visit: &Visit,
        id: WaveId,
        typed: Fields,
    ) -> Result<Self, Problem> {
        let officer = visit.officer()?;
        let asker = officer.clone();
        let seen = app.look(move |tx, house| waves::see(tx, house, &asker, id)).await?;
        let forms = Forms::of(app, &officer, &seen);
        let found = if forms.add { find(app, &officer, &typed).await? } else { None };
        Ok(Self::drawn(app, visit, seen, forms, found, typed))
    }

    fn drawn(
        app: &App,
        visit: &Visit,
        seen: SeenWave,
        forms: Forms,
        found: Option<people::Found>,
        typed: Fields,
    ) -> Self {
        let (lang, w) = (visit.lang, words::Waves::of(visit.lang));
        let (standing, colour) = standing::of_wave(&app.house, lang, &seen);
        let full = seen.standing_on(app.house.today()) == WaveStanding::Full;
        let more = found.as_ref().filter(|found| found.total > found.items.len() as u64);
        let people = seen.people.len() as u64;
        Self {
            shell: visit.shell(app, seen.row.title.as_str()),
            w,
            wrong: Mistakes::none(),
            notice: None,
            id: seen.row.id,
            standing,
            colour,
            details: details(app, lang, &seen),
            count: fill(w.people, &[("n", &thousands(people))]),
            button: if full { w.queue_up } else { w.add },
            leavers: leavers(&seen, &typed),
            more: more.map(|found| fill(w.more_found, &[("n", &thousands(found.total))])),
            found: found.map(|it| it.items.into_iter().map(|it| candidate(app, &it)).collect()),
            lines: seen.people.into_iter().map(|it| line(app, lang, &it)).collect(),
            forms,
            act_id: app.house.new_id().to_string(),
            typed,
        }
    }

    /// The page again, with what is wrong in one of its forms.
    pub(super) fn with(mut self, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
        self
    }

    /// What was done just now.
    fn told(&self, asked: &Fields) -> Option<String> {
        let w = self.w;
        let done = [
            ("dibuka", w.opened_now.to_owned()),
            ("masuk", w.added_now.to_owned()),
            ("antre", fill(w.queued_now, &[("n", asked.get("antre"))])),
            ("naik", fill(w.left_now, &[("n", asked.get("naik"))])),
            ("ditutup", w.closed_now.to_owned()),
        ];
        // A number from the address is shown as one, or not at all.
        let said = |word: &str| asked.some(word).and_then(|it| it.parse::<u32>().ok());
        done.into_iter().find_map(|(word, said_so)| said(word).map(|_| said_so))
    }
}

async fn find(
    app: &App,
    officer: &std::sync::Arc<Officer>,
    typed: &Fields,
) -> Result<Option<people::Found>, Problem> {
    let Some(q) = typed.some("q") else { return Ok(None) };
    let (looking, officer) = (app.clone(), officer.clone());
    let asked = people::Asked { q: Some(q), limit: SHOWN, ..people::Asked::default() };
    let found = app.blocking(move || people::list(&looking.db, &looking.house, &officer, &asked));
    found.await.map(Some)
}

impl Forms {
    fn of(app: &App, officer: &Officer, seen: &SeenWave) -> Self {
        let standing = seen.standing_on(app.house.today());
        let takes = matches!(standing, WaveStanding::Open | WaveStanding::Full);
        let own = officer.scope.covers(&seen.row.agency, seen.row.area);
        Self {
            add: takes && officer.role.may(Act::ManageLicences),
            close: own && seen.row.ended_on.is_none() && officer.role.may(Act::ManageWaves),
        }
    }
}

fn details(app: &App, lang: Lang, seen: &SeenWave) -> Vec<(&'static str, String)> {
    let (w, row) = (words::Waves::of(lang), &seen.row);
    let results = [("issued", seen.counts.issued), ("refused", seen.counts.refused)];
    let results = results.map(|(place, n)| (place, thousands(u64::from(n))));
    let results = results.each_ref().map(|(place, n)| (*place, n.as_str()));
    vec![
        (w.kind, app.house.permits().kind_name(row.kind, lang)),
        (w.places, standing::taken(lang, seen)),
        (w.results, fill(w.results_so_far, &results)),
        (w.days, standing::days(lang, row)),
        (w.area, app.house.region_name(row.area)),
        (w.agency, row.agency.to_string().to_uppercase()),
    ]
}

/// Those who may still leave.
fn leavers(seen: &SeenWave, typed: &Fields) -> Vec<Choice> {
    let may =
        |it: &&InWave| matches!(it.place.state, WavePlaceState::Enrolled | WavePlaceState::Waiting);
    let chosen = typed.get("leaver");
    let choice = |it: &InWave| Choice::of(it.member.row.id.to_string(), name(&it.member), chosen);
    seen.people.iter().filter(may).map(choice).collect()
}

fn name(brief: &Brief) -> String {
    if brief.name.is_empty() { brief.row.number.clone() } else { brief.name.clone() }
}

fn line(app: &App, lang: Lang, it: &InWave) -> Line {
    let (standing, colour) = standing::of_place(lang, it.place.state);
    let member: MemberId = it.member.row.id;
    let office = it.member.row.office;
    Line {
        permits: format!("/warga/{member}/izin"),
        name: name(&it.member),
        kecamatan: app.house.region_name(office.at(Level::Kecamatan).unwrap_or(office)),
        standing,
        colour,
        queue: it.queue.map_or_else(|| "–".to_owned(), |place| place.to_string()),
        licence: it.place.licence.map(|licence| format!("/izin/{licence}")),
    }
}

fn candidate(app: &App, brief: &Brief) -> Candidate {
    let office = app.house.region_name(brief.row.office);
    let agency = brief.row.agency.to_string().to_uppercase();
    Candidate {
        member: brief.row.id.to_string(),
        about: format!("{} · {} · {office} · {agency}", brief.row.number, brief.nik),
        name: name(brief),
    }
}
