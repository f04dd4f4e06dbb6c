//! How much support agencies gave, each number a link to its list.
use crate::{
    App, Problem,
    support::{self, Counts, Figures, Span},
    web::{Choice, Fields, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{
    Agency,
    number::thousands,
    support::{SupportKindTold, kind_called},
};

/// What a list or the figures are narrowed to.
pub(super) struct Narrowing {
    pub from: String,
    pub to: String,
    pub agencies: Vec<Choice>,
    pub kinds: Vec<Choice>,
}

/// The page.
#[derive(Template)]
#[template(path = "support/pages/figures.html")]
pub(super) struct FiguresPage {
    shell: Shell,
    w: &'static words::Support,
    narrowing: Narrowing,
    lines: Vec<Line>,
    total: Line,
    scope: String,
    may_list: bool,
}

/// An agency, or a kind within it.
struct Line {
    name: String,
    is_agency: bool,
    list: String,
    services: String,
    persons: String,
    valued: String,
    value: String,
}

/// Shows the figures.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<FiguresPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (officer, lang) = (visit.officer()?, visit.lang);
    let (asker, typed) = (officer.clone(), asked.clone());
    let look = app.look(move |tx, _| {
        let kinds = support::kinds(tx)?;
        let figures = support::figures(tx, &asker, &span(&kinds, &typed))?;
        Ok((kinds, figures))
    });
    let (kinds, figures) = look.await?;
    let w = words::Support::of(lang);
    let narrowing = Narrowing::of(&app, &visit, &kinds, &asked);
    let total =
        line(w.all.to_owned(), true, format!("/dukungan?{}", narrowing.address()), &figures.total);
    let place = officer.scope.area().map(|area| app.house.region_name(area));
    let place = place.unwrap_or_else(|| w.province.to_owned());
    let today = words::day(app.house.today(), lang);
    Ok(Page::of(FiguresPage {
        shell: visit.shell(&app, w.figures),
        w,
        lines: lines(&app, lang, &kinds, &figures, &narrowing),
        narrowing,
        total,
        scope: fill(w.scope, &[("place", &place), ("date", &today)]),
        may_list: officer.role.may(rules::Act::SearchMembers),
    }))
}

/// What the address asks for; what is no day, agency or kind narrows nothing.
pub(super) fn span(kinds: &[SupportKindTold], asked: &Fields) -> Span {
    let day = |field: &str| rules::date::parse_officer(asked.get(field)).ok();
    Span {
        from: day("dari"),
        to: day("sampai"),
        agency: Agency::parse(asked.get("opd")).ok(),
        kind: kind_called(kinds, asked.get("jenis")).map(|told| told.kind),
    }
}

impl Narrowing {
    pub(super) fn of(app: &App, visit: &Visit, kinds: &[SupportKindTold], asked: &Fields) -> Self {
        let (w, lang, span) = (words::Support::of(visit.lang), visit.lang, span(kinds, asked));
        let agency = span.agency.map(|agency| agency.to_string()).unwrap_or_default();
        let kind = span.kind.map(|kind| kind.to_string()).unwrap_or_default();
        let day = |on: Option<rules::Date>| on.map(|on| on.to_string()).unwrap_or_default();
        let agencies = app.house.known_agencies().into_iter();
        let agencies = agencies.map(|(code, _)| {
            Choice::of(code.to_string(), code.to_string().to_uppercase(), &agency)
        });
        let kinds = kinds.iter().map(|it| {
            Choice::of(it.kind.to_string(), lang.pick(&it.name, &it.name_en).to_string(), &kind)
        });
        Self {
            from: day(span.from),
            to: day(span.to),
            agencies: [Choice::of("", w.all_agencies, &agency)]
                .into_iter()
                .chain(agencies)
                .collect(),
            kinds: [Choice::of("", w.all_kinds, &kind)].into_iter().chain(kinds).collect(),
        }
    }

    /// The same in an address, each part ending in `&`.
    pub(super) fn address(&self) -> String {
        let chosen = |all: &[Choice]| {
            all.iter().find(|it| it.chosen).map(|it| it.value.clone()).unwrap_or_default()
        };
        self.with(&chosen(&self.agencies), &chosen(&self.kinds))
    }

    fn with(&self, agency: &str, kind: &str) -> String {
        let parts =
            [("dari", self.from.as_str()), ("sampai", &self.to), ("opd", agency), ("jenis", kind)];
        let mut address = String::new();
        for (name, value) in parts.iter().filter(|(_, value)| !value.is_empty()) {
            address.extend([*name, "=", *value, "&"]);
        }
        address
    }
}

fn lines(
    app: &App,
    lang: Lang,
    kinds: &[SupportKindTold],
    figures: &Figures,
    narrowing: &Narrowing,
) -> Vec<Line> {
    let chosen = narrowing.kinds.iter().find(|it| it.chosen).map(|it| it.value.clone());
    let one = |it: &support::Line| {
        let agency = it.agency.to_string();
        let kind = it.kind.map(|kind| kind.to_string()).or_else(|| chosen.clone());
        let name = match it.kind {
            Some(kind) => support::kind_name(kinds, kind, lang),
            None => app.house.agency_name(&it.agency),
        };
        let list = format!("/dukungan?{}", narrowing.with(&agency, &kind.unwrap_or_default()));
        line(name, it.kind.is_none(), list, &it.counts)
    };
    figures.lines.iter().map(one).collect()
}

fn line(name: String, is_agency: bool, list: String, counts: &Counts) -> Line {
    Line {
        name,
        is_agency,
        list,
        services: thousands(counts.services),
        persons: thousands(counts.persons),
        valued: thousands(counts.valued),
        value: counts.value.to_string(),
    }
}
