//! What everybody may see of bazaars: when and where, and the draw with all it takes to compute it again.
use super::saying::{self, Line, Stand, id, line};
use crate::{
    App, Problem,
    bazaars::{self, BazaarRow, Standing, Wanted},
    reports::pages::{File, attachment},
    staff::Officer,
    web::{Fields, Page, Shell, Visit},
    words::{self, Bazaars, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use rules::{BazaarId, number::thousands};

/// So many applications are on a page.
const PAGE: usize = 200;

/// The list.
#[derive(Template)]
#[template(path = "bazaars/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static Bazaars,
    lines: Vec<Line>,
}

/// One bazaar.
#[derive(Template)]
#[template(path = "bazaars/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static Bazaars,
    it: Line,
    has_stands: bool,
    commitment: String,
    /// When it was shown, and the seed.
    seed: Option<(String, String)>,
    count: String,
    order: Vec<Stand>,
    csv: String,
    next: Option<String>,
}

/// The bazaars that are not over.
pub(super) async fn list(State(app): State<App>, visit: Visit) -> Result<Page<ListPage>, Problem> {
    let (today, lang) = (app.house.today(), visit.lang);
    let wanted = Wanted { from: Some(today), limit: PAGE, ..Wanted::default() };
    let look = app.look(move |tx, _| bazaars::list(tx, &Officer::public(), &wanted));
    let listed = look.await?;
    let w = Bazaars::of(lang);
    let line = |row: &BazaarRow| line(&app.house, row, "/bazar", today, lang);
    let lines = listed.items.iter().map(line).collect();
    Ok(Page::of(ListPage { shell: visit.shell(&app, w.title), w, lines }))
}

async fn found(app: &App, id: BazaarId) -> Result<(BazaarRow, Vec<Standing>), Problem> {
    let look = app.look(move |tx, _| {
        let row = bazaars::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
        let all = bazaars::public(tx, &row)?;
        Ok((row, all))
    });
    look.await
}

/// One bazaar with its draw.
pub(super) async fn one(
    State(app): State<App>,
    visit: Visit,
    Path(text): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<OnePage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let before: usize = asked.get("setelah").parse().unwrap_or_default();
    let (row, all) = found(&app, id(&text)?).await?;
    let (w, lang) = (Bazaars::of(visit.lang), visit.lang);
    let total = all.len();
    let seed = row
        .drawn_on
        .zip(row.seed)
        .map(|(on, seed)| (fill(w.seed, &[("day", &words::day(on, lang))]), seed.published()));
    let next = before.saturating_add(PAGE);
    Ok(Page::of(OnePage {
        shell: visit.shell(&app, row.announced.title.clone()),
        w,
        it: line(&app.house, &row, "/bazar", app.house.today(), lang),
        has_stands: row.announced.terms().has_stands(),
        commitment: row.commitment.clone(),
        count: fill(w.count, &[("n", &thousands(total as u64))]),
        order: if seed.is_some() {
            all.iter().skip(before).take(PAGE).map(|it| saying::stand(it, lang)).collect()
        } else {
            Vec::new()
        },
        csv: format!("/bazar/{}/undian.csv", row.id),
        next: (seed.is_some() && next < total).then(|| format!("/bazar/{}?setelah={next}", row.id)),
        seed,
    }))
}

/// The whole order, for whoever computes it again.
pub(super) async fn order(
    State(app): State<App>,
    Path(text): Path<String>,
) -> Result<Response, Problem> {
    let (row, all) = found(&app, id(&text)?).await?;
    if row.seed.is_none() {
        return Err(Problem::NotFound);
    }
    let mut csv = "rank,application,is_member,earlier_stands,given_up\n".to_owned();
    for it in all.iter().filter(|it| it.row.rank.is_some()) {
        let rank = it.row.rank.unwrap_or_default();
        let (member, earlier) = (it.row.member.is_some(), it.row.earlier_stands);
        let cells =
            [rank.to_string(), it.row.id.to_string(), member.to_string(), earlier.to_string()];
        csv.push_str(&cells.join(","));
        csv.push_str(if it.row.given_up { ",true\n" } else { ",false\n" });
    }
    Ok(attachment(csv.into_bytes(), File::Csv, &format!("undian-{}", row.id)))
}
