//! The page: how far from target, when, who is where, which area lags, how people move.
use super::flow::{self, Inversion};
use crate::{
    App, House, Problem,
    board::caught_up,
    reports::{
        self, Answer, By, Narrowing, Words, group_label,
        pages::{
            File, Links, Map, Number, StageLine, address, attachment, jakarta, lines, map, pairs,
        },
        scope_line,
    },
    staff::{Officer, Scope},
    targets::{
        self, Selection,
        pages::{Curve, Row, curve, row},
    },
    web::{Choices, Mistakes, Page, Shell, Visit, areas},
    words::{self, Figures, Lang, Targets, fill},
};
use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use db::Tx;
use rules::{Act, Instant, Level, Percent, StageKind, number::thousands};

/// So many targets stand on a dashboard; the rest are a click away.
const TARGETS: usize = 5;
/// So many areas that lag.
const LAGGING: usize = 10;

#[derive(Template)]
#[template(path = "dashboard/page.html")]
struct DashboardPage {
    shell: Shell,
    w: &'static words::Dashboard,
    t: &'static Targets,
    f: &'static Figures,
    mistakes: Mistakes,
    as_at: String,
    areas: Vec<Choices>,
    agencies: Choices,
    answered: Option<Answered>,
}

/// The five answers.
struct Answered {
    scope: String,
    date: String,
    fresh: String,
    printed: String,
    targets: Vec<Row>,
    targets_href: String,
    targets_csv: String,
    curve: Option<(String, String, Curve)>,
    lines: Vec<StageLine>,
    persons: Number,
    stages_csv: String,
    inversions: Vec<(String, Number)>,
    medians: Vec<(&'static str, String)>,
    flow_csv: String,
    map: Option<Map>,
    lagging_title: String,
    lagging: Vec<(String, Number, Number, String)>,
    areas_csv: String,
    files: bool,
}

/// What was counted, of one state of the records.
struct Counted {
    stages: Answer,
    targets: targets::Answer,
    flow: flow::Answer,
    last: Option<Instant>,
}

/// Shows the page, or hands out the flow as CSV.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(sent): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let get = |name: &str| {
        let found = sent.iter().find(|(key, value)| key == name && !value.trim().is_empty());
        found.map(|(_, value)| value.trim().to_owned())
    };
    let words = Words {
        as_at: get("as_at"),
        known_at: get("known_at"),
        area: get("area"),
        agency: get("agency"),
        scheme: get("scheme"),
        ..Words::default()
    };
    let mut page = bare(&app, &visit, &officer, &words);
    let mut narrowing = match words.understand(&app.house) {
        Ok(narrowing) => narrowing,
        Err(wrong) => {
            page.mistakes = Mistakes::of(&wrong, visit.lang);
            return Ok(Page::wrong(page).into_response());
        }
    };
    narrowing.by = vec![inside(&officer.scope, &narrowing)];
    let (asker, asked) = (officer.clone(), narrowing.clone());
    let counted = app.look(move |tx, house| count(tx, house, &asker, &asked)).await?;
    if get("format").is_some() {
        officer.may(Act::ExportFigures)?;
        let bytes = flow::csv(&counted.flow);
        return Ok(attachment(bytes, File::Csv, &format!("alur-{}", counted.flow.as_at)));
    }
    page.answered = Some(answered(&app, &visit, &officer, &narrowing, &counted));
    Ok(Page::of(page).into_response())
}

/// What the areas of the page are: kecamatan, and kelurahan within one.
fn inside(scope: &Scope, asked: &Narrowing) -> By {
    let area = asked.area.or(scope.area());
    let narrow = area.is_some_and(|area| area.level() >= Level::Kecamatan);
    if narrow { By::Kelurahan } else { By::Kecamatan }
}

fn count(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    asked: &Narrowing,
) -> Result<Counted, Problem> {
    let seen = caught_up(tx, house)?;
    let stages = reports::answer(house, officer, asked, seen)?;
    let selection = Selection {
        area: asked.area,
        agency: asked.agency,
        running: true,
        most: Some(TARGETS),
        counting: Narrowing {
            as_at: asked.as_at,
            known_at: asked.known_at,
            ..Narrowing::default()
        },
        ..Selection::default()
    };
    let targets = targets::answer(tx, house, officer, &selection)?;
    let flow = flow::answer(house, officer, asked, seen)?;
    let mut last = None;
    let known = asked.known_at.unwrap_or(seen);
    tx.entries(known - 1, 1, |entry| {
        last = Some(entry.at);
        Ok(())
    })?;
    Ok(Counted { stages, targets, flow, last: last.filter(|_| known > 0) })
}

fn bare(app: &App, visit: &Visit, officer: &Officer, asked: &Words) -> DashboardPage {
    let w = words::Dashboard::of(visit.lang);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (area, agency) = (text(&asked.area), text(&asked.agency));
    let all = Some(w.all_agencies);
    DashboardPage {
        shell: visit.shell(app, w.title),
        t: Targets::of(visit.lang),
        f: Figures::of(visit.lang),
        mistakes: Mistakes::none(),
        as_at: text(&asked.as_at),
        areas: areas(&app.house, officer.scope.area(), Some(w.all_areas), &area),
        agencies: Choices::agencies(&app.house, &officer.scope, all, &agency),
        answered: None,
        w,
    }
}

fn answered(
    app: &App,
    visit: &Visit,
    officer: &Officer,
    asked: &Narrowing,
    counted: &Counted,
) -> Answered {
    let (lang, house) = (visit.lang, &app.house);
    let w = words::Dashboard::of(lang);
    let stages = &counted.stages;
    let links = Links::of(asked, stages, officer.role.may(Act::SearchMembers));
    let lists = officer.role.may(Act::SearchMembers);
    let of_page = |path: &str, more: &[(&'static str, &str)]| {
        let mut all = pairs(asked);
        all.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        address(path, &all)
    };
    let by = asked.by.first().map_or("", |by| by.word());
    let moment = |at: Instant| format!("{} {}", words::day(at.date(), lang), at.clock());
    let now = jakarta(house.now());
    let printed = format!("{} {}", words::day(now.date(), lang), now.strftime("%H.%M"));
    let who = lang.pick(officer.role.label_id(), officer.role.label_en());
    let first = counted.targets.rows.first();
    Answered {
        scope: scope_line(house, &stages.scope, lang),
        date: words::day(stages.as_at, lang),
        fresh: counted.last.map_or(String::new(), |at| fill(w.fresh, &[("moment", &moment(at))])),
        printed: fill(Targets::of(lang).printed, &[("moment", &printed), ("who", who)]),
        targets: counted.targets.rows.iter().map(|it| row(house, it, lists, lang)).collect(),
        targets_href: of_page("/target", &[]),
        targets_csv: of_page("/target", &[("format", "csv")]),
        curve: first.and_then(|line| {
            let title = row(house, line, false, lang);
            let csv = format!("/target/{}?format=csv&as_at={}", line.id, stages.as_at);
            Some((
                format!("{}: {}", title.indicator, title.outlook),
                csv,
                curve(line, false, lang)?,
            ))
        }),
        lines: lines(stages, &links, lang),
        persons: links.number(&[], None, stages.persons),
        stages_csv: of_page("/angka/tahap", &[("format", "csv")]),
        inversions: inversions(asked, counted, lists, lang),
        medians: medians(&counted.flow, w, lang),
        flow_csv: of_page("/dasbor", &[("format", "csv")]),
        map: map(house, &officer.scope, asked, stages, StageKind::Training, lang),
        lagging_title: fill(w.lagging, &[("stage", label(StageKind::Training, lang))]),
        lagging: lagging(stages, &links, lang),
        areas_csv: of_page("/angka/tahap", &[("by", by), ("format", "csv")]),
        files: officer.role.may(Act::ExportFigures),
    }
}

fn label(stage: StageKind, lang: Lang) -> &'static str {
    lang.pick(stage.label_id(), stage.label_en())
}

/// `Pelatihan tanpa Pendampingan tercatat`, each with its list.
fn inversions(
    asked: &Narrowing,
    counted: &Counted,
    lists: bool,
    lang: Lang,
) -> Vec<(String, Number)> {
    let w = words::Dashboard::of(lang);
    let said = |it: &Inversion| {
        let places = [("stage", label(it.stage, lang)), ("other", label(it.without, lang))];
        let day = Some(counted.stages.as_at);
        let mut list = pairs(&Narrowing { as_at: day, by: Vec::new(), ..asked.clone() });
        list.push(("stage", it.stage.word().to_owned()));
        list.push(("without", it.without.word().to_owned()));
        let href = lists.then(|| address("/orang", &list));
        (fill(w.without, &places), Number { said: thousands(it.persons), href })
    };
    counted.flow.inversions.iter().filter(|it| it.persons > 0).map(said).collect()
}

fn medians(
    flow: &flow::Answer,
    w: &'static words::Dashboard,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    let said = |days: Option<u32>| {
        days.map_or("–".to_owned(), |days| fill(w.days, &[("n", &thousands(days.into()))]))
    };
    flow.rows.iter().map(|line| (label(line.stage, lang), said(line.median_days))).collect()
}

/// The areas of the smallest share of people trained: registered, trained, and the share.
fn lagging(stages: &Answer, links: &Links, lang: Lang) -> Vec<(String, Number, Number, String)> {
    let groups = stages.groups.iter().flatten();
    let trained = |group: &reports::GroupAnswer| {
        let row = group.rows.iter().find(|row| row.stage == StageKind::Training);
        row.and_then(|row| Some((row.reached, row.percent?)))
    };
    let mut all: Vec<(Percent, u64, &reports::GroupAnswer)> = groups
        .filter_map(|group| trained(group).map(|(reached, percent)| (percent, reached, group)))
        .collect();
    all.sort_by_key(|(percent, ..)| *percent);
    let line = |(percent, reached, group): (Percent, u64, &reports::GroupAnswer)| {
        let name = group.key.first().map_or(String::new(), |key| group_label(key, lang));
        let measure = Some((StageKind::Training, "reached"));
        let trained = links.number(&group.key, measure, reached);
        (name, links.number(&group.key, None, group.persons), trained, format!("{percent}%"))
    };
    all.into_iter().take(LAGGING).map(line).collect()
}
