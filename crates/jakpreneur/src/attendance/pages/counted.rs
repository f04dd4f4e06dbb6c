//! The list behind a number of training: the same question, with the persons it counts, the NIK masked.
use super::{
    asked::Asked,
    figures::{label, named},
};
use crate::{
    App, House, Problem,
    attendance::{self, Counted, Measure, Trainee},
    classes::{self, pages::Saying},
    web::{Page, Shell, Visit},
    words::{TrainingFigures, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{Act, PersonId, number::thousands};

/// So many persons are on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "attendance/pages/counted.html")]
pub(super) struct CountedPage {
    shell: Shell,
    w: &'static TrainingFigures,
    back: String,
    total: String,
    group: Option<String>,
    lines: Vec<Line>,
    beginning: Option<String>,
    next: Option<String>,
}

/// Somebody who counts.
struct Line {
    open: Option<String>,
    name: String,
    nik: String,
    agency: String,
    kecamatan: String,
}

/// Shows a page of the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<CountedPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let asked = Asked::of(query.as_deref());
    let measure = Measure::of_word(asked.get("measure")).ok_or(Problem::NotFound)?;
    let trades = app.look(|tx, _| Ok(classes::trades(tx)?)).await?;
    let (by, mut wanted) = asked.understand(&app.house, &trades).map_err(Problem::Invalid)?;
    let group = Some(asked.get("group")).filter(|group| !group.is_empty());
    wanted.group = group.map(|group| (by, group.to_owned()));
    let after: Option<PersonId> = asked.get("after").parse().ok();
    let counted = app.look(move |tx, house| {
        attendance::who(tx, house, &officer, (measure, &wanted), after, PAGE)
    });
    let counted = counted.await?;
    let saying = Saying { house: &app.house, lang: visit.lang, trades: &trades };
    let group = group.map(|group| named(&saying, by, group));
    let of = TrainingFigures::of(visit.lang).title;
    let shell = visit.shell(&app, format!("{of}: {}", label(measure, visit.lang)));
    Ok(Page::of(CountedPage::of(shell, &app.house, &visit, &asked, group, counted)))
}

impl CountedPage {
    fn of(
        shell: Shell,
        house: &House,
        visit: &Visit,
        asked: &Asked,
        group: Option<String>,
        counted: Counted,
    ) -> Self {
        let w = TrainingFigures::of(visit.lang);
        let kept = [("measure", asked.get("measure")), ("group", asked.get("group"))];
        let here = |after: &str| {
            let more = [kept[0], kept[1], ("after", after)];
            asked.at("/angka/pelatihan/orang", &more)
        };
        let further = !asked.get("after").is_empty();
        Self {
            shell,
            w,
            back: asked.at("/angka/pelatihan", &[]),
            total: fill(w.people, &[("n", &thousands(counted.total))]),
            group,
            beginning: further.then(|| here("")),
            next: counted.next.map(|person| here(&person.to_string())),
            lines: counted.items.into_iter().map(|it| line(house, w, it)).collect(),
        }
    }
}

fn line(house: &House, w: &TrainingFigures, it: Trainee) -> Line {
    Line {
        open: it.openable.then(|| format!("/warga/{}", it.row.id)),
        name: if it.name.is_empty() { w.erased.to_owned() } else { it.name },
        nik: it.nik,
        agency: it.row.agency.to_string().to_uppercase(),
        kecamatan: house.region_name(it.row.office),
    }
}
