//! The page of growth figures: who rose, fell and stayed, by which indicator, each number with its list.
use super::{asked::Asked, figures_file::download, saying};
use crate::{
    App, Problem,
    growth::figures::{self, By, Definition, GrowthAnswer, GrowthGroup, GrowthNumbers, Measure},
    reports::{Key, pages::Number},
    staff::Officer,
    web::{Choice, Choices, Mistakes, Page, Shell, Visit, areas},
    words::{GrowthFigures, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use rules::{
    Act, RegionCode,
    growth::{Indicator, Need, Outcome},
    number::thousands,
};

/// Where the page is, and its lists.
const HERE: &str = "/angka/naik-kelas";
const LIST: &str = "/angka/naik-kelas/usaha";

/// From best to worst, and who cannot be judged.
const OUTCOMES: [Outcome; 4] = [Outcome::Rose, Outcome::Stayed, Outcome::Fell, Outcome::Unknown];

#[derive(Template)]
#[template(path = "growth/pages/figures.html")]
struct FiguresPage {
    shell: Shell,
    w: &'static GrowthFigures,
    mistakes: Mistakes,
    asked: Asked,
    definitions: Vec<Choice>,
    indicators: Vec<Choice>,
    needs: Vec<Choice>,
    by: Vec<Choice>,
    areas: Vec<Choices>,
    agencies: Choices,
    answered: Option<Answered>,
}

/// The part of the page that needs an answer.
struct Answered {
    about: String,
    caption: String,
    outcomes: Vec<&'static str>,
    cards: Vec<Cell>,
    indicators: Vec<Row>,
    workers: Vec<Absorbed>,
    total: Row,
    rows: Vec<Row>,
    csv: Option<String>,
}

/// A line of a table.
struct Row {
    head: String,
    cells: Vec<Cell>,
}

/// A number with its name.
struct Cell {
    label: String,
    number: Number,
}

/// Workers gained or lost, and in which businesses.
struct Absorbed {
    said: String,
    number: Number,
}

/// Shows the page, or hands out its table.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let typed = Asked::of(query.as_deref());
    let mut asked = match typed.words().understand(&app.house) {
        Ok(understood) => understood,
        Err(wrong) => {
            let mut page = FiguresPage::bare(&app, &visit, &officer, typed);
            page.mistakes = Mistakes::of(&wrong, visit.lang);
            return Ok(Page::wrong(page).into_response());
        }
    };
    if asked.by.is_empty() {
        asked.by = vec![By::Kecamatan];
    }
    asked.by.truncate(1);
    asked.unknown = None;
    let (here, who, question) = (app.clone(), officer.clone(), asked.clone());
    let answer = app.blocking(move || figures::ask(&here.db, &here.house, &who, &question)).await?;
    if !typed.get("format").is_empty() {
        return download(&app, &visit, &officer, typed.get("format"), (asked, answer)).await;
    }
    let mut page = FiguresPage::bare(&app, &visit, &officer, typed);
    page.answered = Some(Answered::of(&page.asked, &officer, &asked, &answer, visit.lang));
    Ok(Page::of(page).into_response())
}

impl FiguresPage {
    fn bare(app: &App, visit: &Visit, officer: &Officer, asked: Asked) -> Self {
        let (w, lang, house) = (GrowthFigures::of(visit.lang), visit.lang, &app.house);
        let usual = |name: &str, usual: &str| {
            let typed = asked.get(name);
            if typed.is_empty() { usual.to_owned() } else { typed.to_owned() }
        };
        let now = usual("definition", Definition::Programme.word());
        let named = |of: Definition| match of {
            Definition::Programme => w.programme,
            Definition::Class => w.class,
        };
        let definitions = Definition::ALL.map(|of| Choice::of(of.word(), named(of), &now)).into();
        let indicator = |of: Indicator| {
            Choice::of(of.word(), saying::indicator(of, lang), asked.get("indicators"))
        };
        let all = Choice::of("", w.all_indicators, asked.get("indicators"));
        let now = usual("need", Need::Any.word());
        let need = |of: Need| Choice::of(of.word(), lang.pick(of.label_id(), of.label_en()), &now);
        let now = usual("by", By::Kecamatan.word());
        Self {
            shell: visit.shell(app, w.title),
            w,
            mistakes: Mistakes::none(),
            definitions,
            indicators: [all].into_iter().chain(Indicator::ALL.map(indicator)).collect(),
            needs: Need::ALL.map(need).into(),
            by: By::ALL.map(|by| Choice::of(by.word(), saying::dimension(by, lang), &now)).into(),
            areas: areas(house, officer.scope.area(), Some(w.all_areas), asked.get("area")),
            agencies: Choices::agencies(
                house,
                &officer.scope,
                Some(w.all_agencies),
                asked.get("agency"),
            ),
            answered: None,
            asked,
        }
    }
}

/// What links need: the question, whether lists may be seen, and whose caseload alone counts.
struct Links<'a> {
    typed: &'a Asked,
    as_at: String,
    mentor: Option<String>,
    allowed: bool,
    lang: Lang,
}

impl Answered {
    fn of(
        typed: &Asked,
        officer: &Officer,
        asked: &figures::Asked,
        answer: &GrowthAnswer,
        lang: Lang,
    ) -> Self {
        let w = GrowthFigures::of(lang);
        let links = Links {
            typed,
            // The list is asked as at the same day, also tomorrow.
            as_at: answer.as_at.to_string(),
            mentor: answer.scope.mentor.clone(),
            allowed: officer.role.may(Act::SearchMembers),
            lang,
        };
        let total = &answer.total;
        let whole = |measure| links.cell(total, &[], measure);
        let what = asked.by.first().map_or("", |by| saying::dimension(*by, lang));
        let absorbed = |said: &str, workers: u64, measure: Measure| {
            let mut number = whole(measure).number;
            number.said = fill(w.n_businesses, &[("n", &number.said)]);
            Absorbed { said: fill(said, &[("n", &thousands(workers))]), number }
        };
        let groups = answer.groups.iter().flatten();
        let may = officer.role.may(Act::ExportFigures);
        Self {
            about: saying::about(asked, answer, lang),
            caption: fill(w.told_by, &[("what", &what.to_lowercase())]),
            outcomes: OUTCOMES.map(|of| saying::outcome(of, lang)).into(),
            cards: std::iter::once(Measure::Businesses)
                .chain(OUTCOMES.map(Measure::Outcome))
                .map(whole)
                .collect(),
            indicators: Indicator::ALL
                .map(|of| Row {
                    head: saying::indicator(of, lang).to_owned(),
                    cells: OUTCOMES.map(|to| whole(Measure::Change(of, to))).into(),
                })
                .into(),
            workers: vec![
                absorbed(w.gained, total.workers_gained, Measure::Gaining),
                absorbed(w.lost, total.workers_lost, Measure::Losing),
            ],
            total: links.row(w.total.to_owned(), total, &[]),
            rows: groups.map(|group| links.group(group)).collect(),
            csv: may.then(|| typed.at(HERE, &[("format", "csv".to_owned())])),
        }
    }
}

impl Links<'_> {
    fn group(&self, group: &GrowthGroup) -> Row {
        let head = group.key.iter().map(|key| key.label.clone()).collect::<Vec<_>>().join(", ");
        self.row(head, &group.numbers, &group.key)
    }

    /// The line of a group: businesses, the four outcomes, and the workers gained.
    fn row(&self, head: String, numbers: &GrowthNumbers, key: &[Key]) -> Row {
        let mut cells: Vec<Cell> = std::iter::once(Measure::Businesses)
            .chain(OUTCOMES.map(Measure::Outcome))
            .map(|measure| self.cell(numbers, key, measure))
            .collect();
        let mut gained = self.cell(numbers, key, Measure::Gaining);
        gained.number.said = thousands(numbers.workers_gained);
        GrowthFigures::of(self.lang).workers_gained.clone_into(&mut gained.label);
        cells.push(gained);
        Row { head, cells }
    }

    fn cell(&self, numbers: &GrowthNumbers, key: &[Key], measure: Measure) -> Cell {
        let label = saying::measure(measure, self.lang);
        let said = thousands(measure.number(numbers));
        let narrowed = if self.allowed { self.narrowed(key) } else { None };
        let href = narrowed.map(|mut more| {
            more.push(("measure", measure.word()));
            self.typed.at(LIST, &more)
        });
        Cell { label, number: Number { said, href } }
    }

    /// What narrows the question to a group, also to those of whom it is not known.
    fn narrowed(&self, key: &[Key]) -> Option<Vec<(&'static str, String)>> {
        let mut more = vec![("as_at", self.as_at.clone()), ("by", String::new())];
        more.extend(self.mentor.clone().map(|mentor| ("mentor", mentor)));
        for key in key {
            let Some(code) = key.code.clone() else {
                more.push(("unknown", By::unknown_of_word(key.dimension)?.word().to_owned()));
                continue;
            };
            match By::of_word(key.dimension)? {
                By::City | By::Kecamatan | By::Kelurahan => {
                    let group: RegionCode = code.parse().ok()?;
                    let own: Option<RegionCode> = self.typed.get("area").parse().ok();
                    // A question about a kelurahan, grouped by city, stays with the kelurahan.
                    let narrower = own.filter(|own| own.within(&group)).unwrap_or(group);
                    more.push(("area", narrower.to_string()));
                }
                By::Agency => more.push(("agency", code)),
                By::Mentor => {
                    more.retain(|(name, _)| *name != "mentor");
                    more.push(("mentor", code));
                }
                By::Year => {
                    let (first, last) = (format!("{code}-01-01"), format!("{code}-12-31"));
                    let (from, to) =
                        (self.typed.date("registered_from"), self.typed.date("registered_to"));
                    more.push(("registered_from", first.max(from)));
                    let to = if to.is_empty() { last } else { last.min(to) };
                    more.push(("registered_to", to));
                }
            }
        }
        Some(more)
    }
}
