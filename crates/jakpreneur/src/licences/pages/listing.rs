//! The permits of people within the officer's scope, and those that end soon.
use super::choices::{kinds, standing};
use crate::{
    App, Problem,
    licences::{self, After, Listed, SOON, VERY_SOON, Wanted, Which},
    mentoring,
    web::{Choice, Fields, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{Date, Level, Role, number::thousands};

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
    /// How many end very soon; none where none do.
    reminder: Option<String>,
    as_at: String,
    is_mentor: bool,
    mine: bool,
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

const WHICH: [(&str, Which); 8] = [
    ("semua", Which::All),
    ("menunggu", Which::Waiting),
    ("berlaku", Which::Valid),
    ("habis", Which::Ending(SOON)),
    ("habis30", Which::Ending(VERY_SOON)),
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
    let mut wanted = Wanted {
        which: which.unwrap_or_default(),
        kind: permits.kind(asked.get("jenis")),
        among: None,
        after: after(&asked),
        limit: PAGE,
    };
    let further = wanted.after.is_some();
    let as_at = rules::date::parse_officer(asked.get("per")).unwrap_or_else(|_| app.house.today());
    let mine = officer.role == Role::Mentor && asked.yes("binaan");
    let is_mentor = officer.role == Role::Mentor;
    let look = app.look(move |tx, house| {
        if let Some(mentor) = officer.user.filter(|_| mine) {
            let all = mentoring::caseload(tx, &officer, mentor, house.today())?;
            wanted.among = Some(all.into_iter().map(|one| one.member).collect());
        }
        let soon = Wanted { which: Which::Ending(VERY_SOON), limit: 1, ..Wanted::default() };
        let soon = licences::list(tx, house, &officer, &soon, as_at)?.total;
        Ok((soon, licences::list(tx, house, &officer, &wanted, as_at)?))
    });
    let (soon, found) = look.await?;
    let w = words::Licences::of(lang);
    let kind = asked.get("jenis").to_owned();
    let next = found.next.map(|next| {
        let day = next.expires_on.map(|on| format!("&hari={on}")).unwrap_or_default();
        let own = if mine { "&binaan=1" } else { "" };
        let at = format!("{}{day}", next.position);
        format!("/izin?tampil={word}&jenis={kind}&per={as_at}{own}&setelah={at}")
    });
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        w,
        which: choices(w, &word),
        kinds: kinds(&app.house, lang, w.all_kinds, &kind),
        total: fill(w.count, &[("n", &thousands(found.total)), ("date", &words::day(as_at, lang))]),
        reminder: (soon > 0).then(|| fill(w.reminder, &[("n", &thousands(soon))])),
        as_at: as_at.to_string(),
        is_mentor,
        mine,
        lines: found.items.into_iter().map(|it| line(&app, lang, as_at, it)).collect(),
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
        w.which_very_soon,
        w.which_expired,
        w.which_refused,
        w.which_revoked,
    ];
    WHICH.iter().zip(said).map(|((word, _), said)| Choice::of(*word, said, now)).collect()
}

fn line(app: &App, lang: Lang, as_at: Date, it: Listed) -> Line {
    let house = &*app.house;
    let (standing, colour) = standing(as_at, lang, &it.row);
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
