//! A member's own permits with how they stand, and the support they got.
use crate::{
    App, House, Problem, licences,
    people::{File, MemberRow},
    privacy::PersonKey,
    residents::{Resident, own},
    support::{self, SupportRow, Told},
    web::{Page, Shell, Visit},
    words::{self, Lang, Residents},
};
use askama::Template;
use axum::extract::State;
use rules::support::SupportKindTold;

#[derive(Template)]
#[template(path = "residents/pages/business.html")]
pub(super) struct BusinessPage {
    shell: Shell,
    w: &'static Residents,
    permits: Vec<Permit>,
    supports: Vec<Got>,
}

struct Permit {
    kind: String,
    number: String,
    standing: &'static str,
    colour: &'static str,
    until: Option<String>,
}

struct Got {
    kind: String,
    what: String,
    value: Option<String>,
    when: String,
    agency: String,
}

/// A record with what belongs to it.
struct Had {
    row: MemberRow,
    permits: Vec<licences::LicenceRow>,
    supports: Vec<SupportRow>,
}

/// Shows the page; nothing of anybody else's records is read.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
) -> Result<Page<BusinessPage>, Problem> {
    let look = app.look(move |tx, house| {
        let mut all = Vec::new();
        for File { row, .. } in own(tx, house, resident)?.files {
            let permits = licences::of_member(tx, row.id)?;
            let supports = support::of_member(tx, row.id)?;
            all.push(Had { row, permits, supports });
        }
        Ok((all, support::kinds(tx)?))
    });
    let (all, kinds) = look.await?;
    let (w, lang) = (Residents::of(visit.lang), visit.lang);
    let (mut permits, mut supports) = (Vec::new(), Vec::new());
    for had in &all {
        let key = had.row.salt.map(|salt| app.house.seal.person_key(had.row.keyed_by, &salt));
        let stands = had.permits.iter().filter(|it| it.voided_at_position.is_none());
        permits.extend(stands.map(|it| permit(&app.house, lang, key.as_ref(), it)));
        let given = had.supports.iter().filter(|it| it.voided_at_position.is_none());
        supports.extend(given.map(|it| got(&app.house, lang, &kinds, key.as_ref(), it)));
    }
    Ok(Page::of(BusinessPage { shell: visit.shell(&app, w.business), w, permits, supports }))
}

fn permit(
    house: &House,
    lang: Lang,
    key: Option<&PersonKey>,
    row: &licences::LicenceRow,
) -> Permit {
    let (standing, colour) = licences::standing(house.today(), lang, row);
    Permit {
        kind: house.permits().kind_name(row.kind, lang),
        number: row.details(key).number,
        standing,
        colour,
        until: row.dates.expires_on.map(|on| words::day(on, lang)),
    }
}

fn got(
    house: &House,
    lang: Lang,
    kinds: &[SupportKindTold],
    key: Option<&PersonKey>,
    row: &SupportRow,
) -> Got {
    let told = key.and_then(|key| Told::open(key, row.id, &row.details));
    Got {
        kind: support::kind_name(kinds, row.kind, lang),
        what: told.unwrap_or_default().what,
        value: row.value.map(|value| value.to_string()),
        when: words::day(row.given_on, lang),
        agency: house.agency_name(&row.agency),
    }
}
