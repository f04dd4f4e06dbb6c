//! The permits of people within the officer's scope, and those that end soon.
use super::choices::{kinds, standing};
use crate::{
    App, Problem,
    licences::{self, After, Listed, SOON, Wanted, Which},
    web::{Choice, Fields, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::Level;

/// So many permits are on a page.
const PAGE: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "licences/pages/listing.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static words::Licences,
    which: Vec<Choice>,
    kinds: Vec<Choice>,
    total: String,
    lines: Vec<Line>,
    next: Option<String>,
    further: bool,
}

/// A permit in the list.
struct Line {
    open: String,
    kind: String,
    number: String,
    name: String,
    kecamatan: String,
    standing: &'static str,
    colour: &'static str,
    until: String,
}

const WHICH: [(&str, Which); 7] = [
    ("semua", Which::All),
    ("menunggu", Which::Waiting),
    ("berlaku", Which::Valid),
    ("habis", Which::Ending(SOON)),
    ("kedaluwarsa", Which::Expired),
    ("ditolak", Which::Refused),
    ("dicabut", Which::Revoked),
];

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<ListPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (officer, lang) = (visit.officer()?, visit.lang);
    let word = asked.some("tampil").unwrap_or_else(|| "semua".to_owned());
    let which = WHICH.into_iter().find(|(it, _)| *it == word).map(|(_, which)| which);
    let permits = app.house.permits();
    let wanted = Wanted {
        which: which.unwrap_or_default(),
        kind: permits.kind(asked.get("jenis")),
        after: after(&asked),
        limit: PAGE,
    };
    let further = wanted.after.is_some();
    let look =
        app.look(move |tx, house| licences::list(tx, house, &officer, &wanted, house.today()));
    let found = look.await?;
    let w = words::Licences::of(lang);
    let kind = asked.get("jenis").to_owned();
    let next = found.next.map(|next| {
        let day = next.expires_on.map(|on| format!("&hari={on}")).unwrap_or_default();
        format!("/izin?tampil={word}&jenis={kind}&setelah={}{day}", next.position)
    });
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        w,
        which: choices(w, &word),
        kinds: kinds(&app.house, lang, w.all_kinds, &kind),
        total: fill(w.count, &[("n", &rules::number::thousands(found.total))]),
        lines: found.items.into_iter().map(|it| line(&app, lang, it)).collect(),
        next,
        further,
    }))
}

fn after(asked: &Fields) -> Option<After> {
    let position = asked.get("setelah").parse().ok()?;
    Some(After { expires_on: asked.get("hari").parse().ok(), position })
}

fn choices(w: &'static words::Licences, now: &str) -> Vec<Choice> {
    let said = [
        w.which_all,
        w.which_waiting,
        w.which_valid,
        w.which_ending,
        w.which_expired,
        w.which_refused,
        w.which_revoked,
    ];
    WHICH.iter().zip(said).map(|((word, _), said)| Choice::of(*word, said, now)).collect()
}

fn line(app: &App, lang: Lang, it: Listed) -> Line {
    let house = &*app.house;
    let (standing, colour) = standing(house, lang, &it.row);
    let member = &it.member.row;
    let until = it.row.dates.expires_on.map(|on| words::day(on, lang));
    let name = if it.member.name.is_empty() { member.number.clone() } else { it.member.name };
    let kecamatan = member.office.at(Level::Kecamatan).unwrap_or(member.office);
    Line {
        open: format!("/izin/{}", it.row.id),
        kind: house.permits().kind_name(it.row.kind, lang),
        number: if it.details.number.is_empty() { "–".to_owned() } else { it.details.number },
        name,
        kecamatan: house.region_name(kecamatan),
        standing,
        colour,
        until: until.unwrap_or_else(|| "–".to_owned()),
    }
}
