//! The people behind a partner's number.
use super::one::id;
use crate::{
    App, Problem, partners,
    people::Brief,
    staff::log_read,
    web::{Fields, Page, Shell, Visit},
    words::{Partners, fill},
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use rules::number::thousands;

/// So many are on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "partners/pages/people.html")]
pub(super) struct PeoplePage {
    shell: Shell,
    w: &'static Partners,
    back: String,
    count: String,
    /// The file, the name, the number and the kecamatan.
    lines: Vec<(String, String, String, String)>,
    next: Option<String>,
}

/// Shows them; the look is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(partner): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<PeoplePage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (partner, officer) = (id(&partner)?, visit.officer()?);
    let (after, at) = (asked.get("setelah").parse().ok(), app.house.now());
    let read = app.change(move |tx, house| {
        let found = partners::people(tx, house, &officer, partner, (after, PAGE))?;
        let many = i64::try_from(found.1.len()).unwrap_or(i64::MAX);
        log_read(tx, house.new_id(), at, &officer, "partner.people", Some(partner.0), many)?;
        Ok((found, partners::see(tx, &officer, partner)?))
    });
    let ((total, people, next), seen) = read.await?;
    let w = Partners::of(visit.lang);
    let line = |it: &Brief| {
        let row = &it.row;
        let kecamatan = app.house.region_name(row.office);
        (format!("/warga/{}", row.id), it.name.clone(), row.number.clone(), kecamatan)
    };
    Ok(Page::of(PeoplePage {
        shell: visit.shell(&app, seen.row.name),
        w,
        back: format!("/mitra/{partner}"),
        count: fill(w.who_count, &[("n", &thousands(total))]),
        lines: people.iter().map(line).collect(),
        next: next.map(|at| format!("/mitra/{partner}/orang?setelah={at}")),
    }))
}
