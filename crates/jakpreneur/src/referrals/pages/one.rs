//! One referral: what the bank sees, what happened, and what may be done next.
use super::{
    saying::{self, Line, line},
    whose::id,
};
use crate::{
    App, Problem,
    referrals::{self, Seen, SeenStep, Shown, Side},
    residents::Resident,
    staff::Officer,
    web::{Choice, Fields, Mistakes, Page, Shell, Visit, given_out},
    words::{self, Capital, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use rules::{
    Act, FileId, ReferralId,
    capital::{NotLent, Shared, Step},
};
use std::sync::Arc;

/// The page.
#[expect(clippy::struct_excessive_bools, reason = "a page shows or leaves out one thing each")]
#[derive(Template)]
#[template(path = "referrals/pages/one.html")]
pub(super) struct OnePage {
    pub(super) shell: Shell,
    w: &'static Capital,
    pub(super) wrong: Mistakes,
    notice: Option<&'static str>,
    own: bool,
    base: String,
    back: String,
    at: Line,
    advice: String,
    purpose: String,
    is_withdrawn: bool,
    shown: Vec<(&'static str, Vec<String>)>,
    /// Where each opens, and what it proves.
    documents: Vec<(String, String)>,
    steps: Vec<Told>,
    others: Vec<Line>,
    may_reply: bool,
    may_withdraw: bool,
    may_take_back: bool,
    may_slik: bool,
    answers: Vec<Choice>,
    is_letter: bool,
    reasons: Vec<Choice>,
    today: String,
    act_id: String,
}

/// A step as it is read.
struct Told {
    step: &'static str,
    day: String,
    amount: Option<String>,
    said: String,
    letter: bool,
    taken_back: Option<String>,
}

fn told(it: &SeenStep, lang: Lang) -> Told {
    let w = Capital::of(lang);
    let reason = it.row.reason.map(|why| lang.pick(why.label_id(), why.label_en()).to_owned());
    let said = [reason, Some(it.said.clone()).filter(|said| !said.is_empty())];
    let back = it.row.voided_at_position.is_some();
    Told {
        step: saying::step(it.row.step, lang),
        day: words::day(it.row.on, lang),
        amount: it.row.amount.map(|amount| amount.to_string()),
        said: said.into_iter().flatten().collect::<Vec<_>>().join(". "),
        letter: it.row.by_letter,
        taken_back: back.then(|| fill(w.taken_back, &[("why", &it.void_reason)])),
    }
}

fn shown(all: &[Shown], lang: Lang) -> Vec<(&'static str, Vec<String>)> {
    let said = |it: &Shown| {
        let none = vec!["–".to_owned()];
        let lines = if it.lines.is_empty() { none } else { it.lines.clone() };
        (lang.pick(it.what.label_id(), it.what.label_en()), lines)
    };
    all.iter().map(said).collect()
}

/// The steps that may follow now, for who may record them.
fn answers(seen: &Seen, officer: &Officer, lang: Lang) -> Vec<Choice> {
    let may = officer.resident.is_none() && officer.role.may(Act::AnswerReferrals);
    if !may || seen.row.withdrawn_at.is_some() {
        return Vec::new();
    }
    let next = Step::ALL.into_iter().filter(|next| next.is_banks());
    let next = next.filter(|next| seen.row.step.may_lead_to(*next));
    next.map(|step| Choice::of(step.word(), saying::step(step, lang), "")).collect()
}

impl OnePage {
    pub(super) async fn of(
        app: &App,
        visit: &Visit,
        officer: Arc<Officer>,
        id: ReferralId,
    ) -> Result<Self, Problem> {
        let (lang, at, asker) = (visit.lang, app.house.now(), officer.clone());
        let read = app.change(move |tx, house| {
            let seen = referrals::see(tx, house, &asker, (id, lang), at)?;
            Ok((seen, referrals::banks(tx)?))
        });
        let (seen, banks) = read.await?;
        let (w, today, row) = (Capital::of(lang), app.house.today(), &seen.row);
        let own = seen.side == Side::Own;
        let door = if own { "/saya/modal" } else { "/rujukan" };
        let base = format!("{door}/{id}");
        let standing = seen.steps.iter().rfind(|it| it.row.voided_at_position.is_none());
        let office = seen.side == Side::Office;
        let last =
            standing.is_some_and(|it| it.row.step.is_banks() && (it.row.by_letter || !office));
        let applies = own || officer.role.may(Act::ReferMember) && office;
        let is_withdrawn = row.withdrawn_at.is_some();
        let answering = !own && officer.role.may(Act::AnswerReferrals);
        let other = |it: &referrals::ReferralRow| {
            line(it, &banks, today, (format!("{door}/{}", it.id), String::new()), lang)
        };
        let files = format!("{base}/berkas");
        let document = |it: &referrals::Document| (format!("{files}/{}", it.file), it.name.clone());
        let why = |it: NotLent| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), "");
        let none = Choice::of("", w.choose, "");
        Ok(Self {
            shell: visit.shell(app, format!("{}: {}", w.title, banks.name(row.bank))),
            w,
            wrong: Mistakes::none(),
            notice: None,
            own,
            back: door.to_owned(),
            at: line(row, &banks, today, (base.clone(), String::new()), lang),
            base,
            advice: saying::advised(&banks, row.asked, row.recorded_at.date(), lang),
            purpose: seen.purpose.clone(),
            is_withdrawn,
            shown: shown(&seen.shown, lang),
            documents: seen.documents.iter().map(document).collect(),
            steps: seen.steps.iter().map(|it| told(it, lang)).collect(),
            others: seen.others.iter().map(other).collect(),
            may_reply: applies && !is_withdrawn && row.step == Step::Asked,
            may_withdraw: applies && !is_withdrawn,
            may_take_back: answering && last,
            may_slik: answering && !is_withdrawn && row.shared.contains(&Shared::Slik),
            answers: answers(&seen, &officer, lang),
            is_letter: office,
            reasons: [none].into_iter().chain(NotLent::ALL.map(why)).collect(),
            today: today.to_string(),
            act_id: app.house.new_id().to_string(),
        })
    }

    fn noticing(mut self, query: Option<String>) -> Self {
        let asked = Fields::parse(query.unwrap_or_default().as_bytes());
        let all = [("terkirim", self.w.sent_now), ("tersimpan", self.w.kept_now)];
        self.notice = all.into_iter().find_map(|(word, said)| asked.some(word).map(|_| said));
        self
    }
}

/// The member's own.
pub(super) async fn own(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    Path(text): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<OnePage>, Problem> {
    let page = OnePage::of(&app, &visit, resident.officer(), id(&text)?).await?;
    Ok(Page::of(page.noticing(query)))
}

/// An officer's within scope, or the bank's.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(text): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<OnePage>, Problem> {
    let page = OnePage::of(&app, &visit, visit.officer()?, id(&text)?).await?;
    Ok(Page::of(page.noticing(query)))
}

/// Gives a document out.
pub(super) async fn document(
    State(app): State<App>,
    visit: Visit,
    Path(which): Path<(String, String)>,
) -> Result<Response, Problem> {
    opened(&app, visit.officer()?, which).await
}

/// Gives a document back to the member who enclosed it.
pub(super) async fn own_document(
    State(app): State<App>,
    resident: Resident,
    Path(which): Path<(String, String)>,
) -> Result<Response, Problem> {
    opened(&app, resident.officer(), which).await
}

async fn opened(
    app: &App,
    officer: Arc<Officer>,
    (referral, file): (String, String),
) -> Result<Response, Problem> {
    let (referral, file): (ReferralId, FileId) = (id(&referral)?, id(&file)?);
    let at = app.house.now();
    let act = app.change(move |tx, house| {
        let log = (at, house.new_id());
        referrals::take_document(tx, house, &officer, log, (referral, file))
    });
    let (media, bytes) = act.await?;
    Ok(given_out(file, media, bytes))
}
