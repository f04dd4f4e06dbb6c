//! The waves that reach into the officer's scope, and the form that opens another.
use super::standing;
use crate::{
    App, FieldError, House, Problem,
    staff::Officer,
    waves::{self, SeenWave, WaveForm},
    web::{Choice, Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, Level, number::thousands};

/// So many waves are on a page.
const PAGE: i64 = 50;
/// The fields in the order of the page.
const FIELDS: [&str; 7] = ["kind", "quota", "area", "agency", "opens_on", "closes_on", "title"];

/// The page.
#[derive(Template)]
#[template(path = "waves/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static words::Waves,
    wrong: Mistakes,
    total: String,
    lines: Vec<Line>,
    next: Option<String>,
    further: bool,
    /// What a wave may be; none for those who open none.
    form: Option<Form>,
    areas: Vec<Choices>,
    agencies: Vec<Choices>,
    typed: Fields,
    act_id: String,
}

/// A wave in the list.
struct Line {
    open: String,
    title: String,
    kind: String,
    standing: &'static str,
    colour: &'static str,
    taken: String,
    days: String,
    area: String,
    agency: String,
}

/// What the form that opens a wave offers.
struct Form {
    kinds: Vec<Choice>,
    quota_hint: String,
}

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<ListPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    Ok(Page::of(ListPage::of(&app, &visit, asked).await?))
}

/// Opens a wave.
pub(super) async fn open(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| waves::open(tx, house, &asking, &form));
    match act.await {
        Ok(done) => {
            let next = format!("/gelombang/{}?dibuka=1", done.event.wave);
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let page = ListPage::of(&app, &posted.visit, posted.fields).await?;
            Ok(Page::wrong(page.with(&wrong, posted.visit.lang)).into_response())
        }
        Err(other) => Err(other),
    }
}

fn form(typed: &Fields) -> WaveForm {
    let text = |field: &str| typed.get(field).to_owned();
    WaveForm {
        kind: text("kind"),
        title: text("title"),
        quota: text("quota"),
        agency: text("agency"),
        area: text("area"),
        opens_on: text("opens_on"),
        closes_on: text("closes_on"),
    }
}

impl ListPage {
    async fn of(app: &App, visit: &Visit, typed: Fields) -> Result<Self, Problem> {
        let (officer, lang) = (visit.officer()?, visit.lang);
        let asker = officer.clone();
        let after = typed.get("setelah").parse().ok();
        let look = app.look(move |tx, _| {
            let total = waves::count(tx, &asker)?;
            Ok((total, waves::list(tx, &asker, after, PAGE + 1)?))
        });
        let (total, mut found) = look.await?;
        let most = usize::try_from(PAGE).unwrap_or_default();
        let more = found.len() > most;
        found.truncate(most);
        let last = found.last().filter(|_| more);
        let w = words::Waves::of(lang);
        let total = u64::try_from(total).unwrap_or_default();
        Ok(Self {
            shell: visit.shell(app, w.title),
            w,
            wrong: Mistakes::none(),
            total: fill(w.count, &[("n", &thousands(total))]),
            next: last.map(|seen| format!("/gelombang?setelah={}", seen.row.position)),
            further: after.is_some(),
            lines: found.iter().map(|seen| line(&app.house, lang, seen)).collect(),
            form: officer.role.may(Act::ManageWaves).then(|| Form::of(&app.house, lang, &typed)),
            areas: within(&app.house, w, &officer, &typed),
            agencies: agencies(&app.house, &officer, &typed),
            act_id: app.house.new_id().to_string(),
            typed,
        })
    }

    /// The page again, with what is wrong in its form.
    fn with(mut self, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
        self
    }
}

impl Form {
    fn of(house: &House, lang: Lang, typed: &Fields) -> Self {
        let (w, permits, today) = (words::Waves::of(lang), house.permits(), house.today());
        let kind = typed.get("kind");
        let kinds = permits.kinds.iter().filter(|it| it.is_issued_on(today));
        let kinds = kinds.map(|it| {
            Choice::of(it.kind.to_string(), lang.pick(&it.name, &it.name_en).to_string(), kind)
        });
        let none = Choice { value: String::new(), label: w.choose.to_owned(), chosen: false };
        let usual = permits.usual_quota(today);
        let hint = usual.map(|usual| fill(w.quota_hint, &[("n", &usual.to_string())]));
        Self {
            kinds: [none].into_iter().chain(kinds).collect(),
            quota_hint: hint.unwrap_or_default(),
        }
    }
}

fn agencies(house: &House, officer: &Officer, typed: &Fields) -> Vec<Choices> {
    let own = officer.scope.agency().map(ToString::to_string).unwrap_or_default();
    let agency = typed.some("agency").unwrap_or(own);
    vec![Choices::agencies(house, &officer.scope, None, &agency)]
}

/// The areas a wave may be for; the whole province stands first for those who reach it.
fn within(house: &House, w: &words::Waves, officer: &Officer, typed: &Fields) -> Vec<Choices> {
    let around = officer.scope.area();
    let chosen = typed.some("area").or_else(|| around.map(|area| area.to_string()));
    let chosen = chosen.unwrap_or_default();
    let whole = house.regions.all().iter().find(|it| it.code.level() == Level::Province);
    let whole = whole.filter(|_| around.is_none()).map(|it| it.code.to_string());
    let first = whole.map(|code| Choices::of([(code.as_str(), w.province)], &chosen));
    first.into_iter().chain(areas(house, around, None, &chosen)).collect()
}

fn line(house: &House, lang: Lang, seen: &SeenWave) -> Line {
    let (standing, colour) = standing::of_wave(house, lang, seen);
    Line {
        open: format!("/gelombang/{}", seen.row.id),
        title: seen.row.title.clone(),
        kind: house.permits().kind_name(seen.row.kind, lang),
        standing,
        colour,
        taken: standing::taken(lang, seen),
        days: standing::days(lang, &seen.row),
        area: house.region_name(seen.row.area),
        agency: seen.row.agency.to_string().to_uppercase(),
    }
}
