//! One round: what it looks at, how many stand where, and its products.
use super::{
    id,
    saying::{self, Line},
};
use crate::{
    App, Problem,
    curations::{self, Wanted},
    web::{Choice, Fields, Page, Posted, Shell, Visit},
    words::{Curation, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, CurationRoundId, marketing::curation::EntryState, number::thousands};

/// So many are on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "curations/pages/round.html")]
pub(super) struct RoundPage {
    shell: Shell,
    w: &'static Curation,
    notice: Option<&'static str>,
    id: String,
    standing: &'static str,
    colour: &'static str,
    days: String,
    area: String,
    agency: String,
    /// Name and weight.
    criteria: Vec<(String, String)>,
    grades: Vec<String>,
    counts: Vec<String>,
    states: Vec<Choice>,
    lines: Vec<Line>,
    total: String,
    next: Option<String>,
    may_close: bool,
    act_id: String,
}

/// Shows the round.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<RoundPage>, Problem> {
    let round: CurationRoundId = id(&round)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (officer, lang) = (visit.officer()?, visit.lang);
    let (asker, state) = (officer.clone(), asked.get("keadaan").to_owned());
    let wanted = Wanted {
        round: Some(round),
        state: EntryState::of_word(&state),
        waiting: false,
        after: asked.get("setelah").parse().ok(),
        limit: PAGE,
    };
    let look = app.look(move |tx, house| {
        let seen = curations::round(tx, &asker, round)?;
        Ok((seen, curations::list(tx, house, &asker, &wanted)?, curations::names(tx)?))
    });
    let (seen, (total, items, next), names) = look.await?;
    let (w, house, row) = (Curation::of(lang), &app.house, &seen.row);
    let (standing, colour) = saying::round_standing(row, house.today(), lang);
    let any = Choice::of("", w.all_states, &state);
    let of = |it: EntryState| Choice::of(it.word(), saying::state(it, lang), &state);
    let open = |it: &curations::Listed| format!("/kurasi/produk/{}", it.row.id);
    let counted = |(state, many): &(EntryState, u64)| {
        fill(w.count_of, &[("state", saying::state(*state, lang)), ("n", &thousands(*many))])
    };
    let covered = officer.scope.covers(&row.agency, row.area);
    let criterion = |it: &rules::marketing::curation::Criterion| {
        (curations::criterion(&names, &it.code, lang), it.weight.to_string())
    };
    let noticed = [("diumumkan", w.announced_now), ("tersimpan", w.saved)];
    Ok(Page::of(RoundPage {
        shell: visit.shell(&app, row.title.clone()),
        w,
        notice: noticed.into_iter().find_map(|(word, said)| asked.some(word).map(|_| said)),
        id: round.to_string(),
        standing,
        colour,
        days: saying::days(row, lang),
        area: house.region_name(row.area),
        agency: house.agency_name(&row.agency),
        criteria: seen.criteria.iter().map(criterion).collect(),
        grades: seen.grades.iter().map(|it| saying::grade(it, lang)).collect(),
        counts: seen.counts.iter().map(counted).collect(),
        states: [any].into_iter().chain(EntryState::ALL.map(of)).collect(),
        lines: items.iter().map(|it| saying::line(it, open(it), lang)).collect(),
        total: fill(w.entries_count, &[("n", &thousands(total))]),
        next: next.map(|at| format!("/kurasi/{round}?keadaan={state}&setelah={at}")),
        may_close: officer.role.may(Act::ManageCurations) && covered && row.ended_on.is_none(),
        act_id: app.house.new_id().to_string(),
    }))
}

/// Closes it early.
pub(super) async fn close(
    State(app): State<App>,
    Path(round): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (round, asking): (CurationRoundId, _) = (id(&round)?, posted.asking(&app)?);
    app.change(move |tx, _| curations::close(tx, &asking, round)).await?;
    Ok(Redirect::to(&format!("/kurasi/{round}?tersimpan=1")).into_response())
}
