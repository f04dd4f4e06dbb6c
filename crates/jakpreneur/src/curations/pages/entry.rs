//! One entry: the product, its day and place, its grade with advice, what happened, and what is done next.
use super::{id, saying};
use crate::{
    App, Problem,
    curations::{self, SeenEntry, Side},
    residents::Resident,
    staff::Officer,
    web::{Fields, Mistakes, Page, Shell, Visit},
    words::{self, Curation, fill},
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use rules::{Act, CurationEntryId, marketing::curation::EntryState};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "curations/pages/entry.html")]
pub(super) struct EntryPage {
    pub(super) shell: Shell,
    w: &'static Curation,
    pub(super) wrong: Mistakes,
    notice: Option<&'static str>,
    own: bool,
    base: String,
    back: String,
    state: String,
    colour: &'static str,
    round: String,
    category: &'static str,
    price: String,
    text: String,
    /// Whose it is, and their file; none for curators and for the member.
    owner: Option<(String, String)>,
    held: Option<String>,
    bring: bool,
    result: Option<String>,
    passed: bool,
    scores: Vec<(String, String)>,
    advice: String,
    certificate: Option<String>,
    /// What happened, the day, and why.
    history: Vec<(&'static str, String, String)>,
    may: May,
    /// The fields of the scores with their names; none for those who do not grade.
    criteria: Vec<(String, String)>,
    pub(super) typed: Fields,
    act_id: String,
}

/// Which next steps are this officer's.
#[expect(clippy::struct_excessive_bools, reason = "a page shows or leaves out one form each")]
struct May {
    verify: bool,
    validate: bool,
    schedule: bool,
    grade: bool,
    decline: bool,
}

impl May {
    fn of(seen: &SeenEntry, officer: &Officer) -> Self {
        let office = seen.side == Side::Office;
        let may = |act: Act| office && officer.role.may(act);
        let state = seen.row.state;
        let mine = seen.row.verified_by.as_deref() == Some(officer.actor().as_str());
        let has_day = state == EntryState::Scheduled;
        let next = curations::next_act(state).filter(|_| !has_day);
        let grades = office || seen.side == Side::Curator;
        Self {
            verify: state == EntryState::Registered && may(Act::VerifyEntries),
            validate: state == EntryState::Verified && !mine && may(Act::ValidateEntries),
            schedule: (state == EntryState::Validated || has_day) && may(Act::ManageCurations),
            grade: has_day && grades && officer.role.may(Act::GradeEntries),
            decline: next.is_some_and(may),
        }
    }
}

impl EntryPage {
    pub(super) async fn of(
        app: &App,
        visit: &Visit,
        officer: Arc<Officer>,
        entry: CurationEntryId,
    ) -> Result<Self, Problem> {
        let asker = officer.clone();
        let at = app.house.now();
        let read = app.change(move |tx, house| {
            let log = (at, house.new_id());
            let seen = curations::see(tx, house, &asker, entry, log)?;
            Ok((seen, curations::names(tx)?))
        });
        let (seen, names) = read.await?;
        Ok(Self::told(app, visit, &officer, &seen, &names))
    }

    fn told(
        app: &App,
        visit: &Visit,
        officer: &Officer,
        seen: &SeenEntry,
        names: &[curations::Named],
    ) -> Self {
        let (lang, row) = (visit.lang, &seen.row);
        let w = Curation::of(lang);
        let own = seen.side == Side::Own;
        let door = if own { "/saya/kurasi".to_owned() } else { "/kurasi/produk".to_owned() };
        let may = May::of(seen, officer);
        let (state, colour) = saying::standing(row, lang);
        let named = |code: &str| curations::criterion(names, code, lang);
        let criteria = seen.criteria.iter().filter(|_| may.grade);
        let criterion = |it: &rules::marketing::curation::Criterion| {
            (format!("score-{}", it.code), named(&it.code))
        };
        let result = row.grade.as_ref().zip(row.mean).map(|(grade, mean)| {
            fill(w.result_said, &[("grade", grade), ("mean", &mean.to_string())])
        });
        let owner = seen.member.as_ref().filter(|_| !own);
        let base = format!("{door}/{}", row.id);
        let step = |(step, why): &(curations::StepRow, String)| {
            (saying::state(step.state, lang), words::day(step.on, lang), why.clone())
        };
        Self {
            shell: visit.shell(app, seen.told.name.clone()),
            w,
            wrong: Mistakes::none(),
            notice: None,
            own,
            back: if own { door } else { format!("/kurasi/{}", row.round) },
            certificate: seen.certificate.as_ref().map(|_| format!("{base}/sertifikat.pdf")),
            base,
            state,
            colour,
            round: seen.round.title.clone(),
            category: lang.pick(seen.product.category.label_id(), seen.product.category.label_en()),
            price: seen.product.price.to_string(),
            text: seen.told.text.clone(),
            owner: owner.map(|it| (it.name.clone(), format!("/warga/{}", it.row.id))),
            held: saying::held(row, lang),
            bring: own && row.state == EntryState::Scheduled,
            result,
            passed: row.passed,
            scores: seen.scores.iter().map(|(code, it)| (named(code), it.to_string())).collect(),
            advice: seen.advice.clone(),
            history: seen.steps.iter().map(step).collect(),
            criteria: criteria.map(criterion).collect(),
            may,
            typed: Fields::default(),
            act_id: app.house.new_id().to_string(),
        }
    }

    fn noticing(mut self, query: Option<&str>) -> Self {
        self.notice = query.filter(|it| it.contains("tersimpan")).map(|_| self.w.saved);
        self
    }
}

/// The member's own.
pub(super) async fn own(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    Path(entry): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<EntryPage>, Problem> {
    let page = EntryPage::of(&app, &visit, resident.officer(), id(&entry)?).await?;
    Ok(Page::of(page.noticing(query.as_deref())))
}

/// An officer's within scope, or a curator's.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(entry): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<EntryPage>, Problem> {
    let page = EntryPage::of(&app, &visit, visit.officer()?, id(&entry)?).await?;
    Ok(Page::of(page.noticing(query.as_deref())))
}
