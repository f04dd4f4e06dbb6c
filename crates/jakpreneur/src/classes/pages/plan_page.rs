//! The page where a class is planned: every field, and a row for each session, host and trainer.
use super::{listing::trade_choices, typed::Typed};
use crate::{
    App, House, Problem,
    classes::Trade,
    staff::Officer,
    web::{Choice, Choices, Fields, Mistakes, Shell, Visit, areas},
    words::{ClassPlan, Lang, fill},
};
use askama::Template;
use rules::{
    ClassId,
    training::{ClassKind, OrganiserKind, SessionMode},
};

/// Which class is planned.
#[derive(Clone, Copy, Debug)]
pub(super) enum Planned {
    /// One that is not announced yet.
    New,
    /// One that is.
    Known(ClassId),
}

impl Planned {
    pub(super) fn id(self) -> Option<ClassId> {
        match self {
            Self::New => None,
            Self::Known(id) => Some(id),
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "classes/pages/plan_page.html")]
pub(super) struct PlanPage {
    shell: Shell,
    w: &'static ClassPlan,
    wrong: Mistakes,
    pub notice: Option<String>,
    pub clashes: Vec<String>,
    heading: &'static str,
    button: &'static str,
    action: String,
    back: String,
    act_id: String,
    typed: Fields,
    kinds: Vec<Choice>,
    trades: Vec<Choice>,
    /// Empty for an officer of one agency.
    agencies: Vec<Choice>,
    areas: Vec<Choices>,
    sessions: Vec<SessionRow>,
    hosts: Vec<HostRow>,
    trainers: Vec<TrainerRow>,
}

/// The fields of a session.
struct SessionRow {
    at: usize,
    legend: String,
    typed: [String; 8],
    modes: Vec<Choice>,
}

/// The fields of a host.
struct HostRow {
    at: usize,
    legend: String,
    name: String,
    kinds: Vec<Choice>,
    agencies: Vec<Choice>,
}

/// The fields of a trainer.
struct TrainerRow {
    at: usize,
    legend: String,
    typed: [String; 2],
}

impl SessionRow {
    /// The id of one of its fields on the page.
    fn id(&self, field: &str) -> String {
        row_field(field, self.at)
    }
}

impl HostRow {
    /// The id of one of its fields on the page.
    fn id(&self, field: &str) -> String {
        row_field(field, self.at)
    }
}

impl TrainerRow {
    /// The id of one of its fields on the page.
    fn id(&self, field: &str) -> String {
        row_field(field, self.at)
    }
}

impl PlanPage {
    pub(super) fn of(
        app: &App,
        visit: &Visit,
        planned: Planned,
        typed: Typed,
        trades: &[Trade],
    ) -> Result<Self, Problem> {
        let (officer, lang) = (visit.officer()?, visit.lang);
        let (w, house) = (ClassPlan::of(lang), &app.house);
        let known = planned.id();
        let (heading, button) =
            if known.is_none() { (w.new, w.announce) } else { (w.change, w.save) };
        let at = known.map(|id| format!("/kelas-kerja/{id}"));
        let Typed { fields, sessions, hosts, trainers } = typed;
        let now = |field: &str| fields.get(field).to_owned();
        Ok(Self {
            shell: visit.shell(app, heading),
            w,
            wrong: Mistakes::none(),
            notice: None,
            clashes: Vec::new(),
            heading,
            button,
            action: at.as_ref().map_or("/kelas-kerja/baru".to_owned(), |at| format!("{at}/ubah")),
            back: at.unwrap_or_else(|| "/kelas-kerja".to_owned()),
            act_id: app.house.new_id().to_string(),
            kinds: kinds(lang, w.choose, &now("kind")),
            trades: trade_choices(trades, lang, w.choose, &now("trade")),
            agencies: agencies(house, &officer, w.choose, &now("agency")),
            areas: areas(house, officer.scope.area(), None, &area(&officer, &now("area"))),
            sessions: (1..).zip(sessions).map(|row| session(lang, row)).collect(),
            hosts: (1..).zip(hosts).map(|row| host(house, lang, row)).collect(),
            trainers: (1..).zip(trainers).map(|row| trainer(w, row)).collect(),
            typed: fields,
        })
    }

    /// The page again, with what is wrong in it.
    pub(super) fn with(mut self, wrong: Mistakes) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = wrong;
        self
    }
}

/// The id of a field in a row.
fn row_field(field: &str, at: usize) -> String {
    format!("{field}-{at}")
}

fn kinds(lang: Lang, choose: &str, now: &str) -> Vec<Choice> {
    let kinds = ClassKind::ALL;
    let kinds = kinds.map(|it| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), now));
    [Choice::of("", choose, now)].into_iter().chain(kinds).collect()
}

fn agencies(house: &House, officer: &Officer, choose: &str, now: &str) -> Vec<Choice> {
    if officer.scope.agency().is_some() {
        return Vec::new();
    }
    Choices::agencies(house, &officer.scope, Some(choose), now).choices
}

/// The area chosen, or the officer's own.
fn area(officer: &Officer, now: &str) -> String {
    let own = officer.scope.area().map(|area| area.to_string()).unwrap_or_default();
    if now.is_empty() { own } else { now.to_owned() }
}

fn session(lang: Lang, (at, typed): (usize, [String; 8])) -> SessionRow {
    let mode =
        |it: SessionMode| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), &typed[4]);
    let legend = fill(ClassPlan::of(lang).session, &[("n", &at.to_string())]);
    SessionRow { at, legend, modes: SessionMode::ALL.map(mode).into(), typed }
}

fn host(house: &House, lang: Lang, (at, typed): (usize, [String; 3])) -> HostRow {
    let w = ClassPlan::of(lang);
    let [kind, name, agency] = typed;
    let beside = [OrganiserKind::Ministry, OrganiserKind::University, OrganiserKind::Company];
    let kinds =
        beside.map(|it| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), &kind));
    let none = [Choice::of("", w.no_agency, &agency)];
    let known = house.known_agencies().into_iter();
    let known = known.map(|(code, name)| Choice::of(code.to_string(), name, &agency));
    HostRow {
        at,
        legend: fill(w.host, &[("n", &at.to_string())]),
        name,
        kinds: kinds.into(),
        agencies: none.into_iter().chain(known).collect(),
    }
}

fn trainer(w: &ClassPlan, (at, typed): (usize, [String; 2])) -> TrainerRow {
    TrainerRow { at, legend: fill(w.trainer, &[("n", &at.to_string())]), typed }
}
