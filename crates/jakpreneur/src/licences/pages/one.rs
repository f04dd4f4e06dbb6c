//! One permit: what is written on it, what happened to it, and what may be recorded next.
use super::{
    choices::{form, kinds, odd, refusals, standing},
    member::{FIELDS, id},
};
use crate::{
    App, FieldError, House, Problem,
    licences::{self, Said, Seen, StepRow},
    staff::{Officer, log_read},
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, LicenceId, MemberId, licensing::LicenceState};

/// The page.
#[derive(Template)]
#[template(path = "licences/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static words::Licences,
    wrong: Mistakes,
    notice: Option<&'static str>,
    warning: Option<String>,
    id: LicenceId,
    member: MemberId,
    standing: &'static str,
    colour: &'static str,
    details: Vec<(&'static str, String)>,
    steps: Vec<Step>,
    files: Vec<(String, String)>,
    forms: Forms,
    kinds: Vec<Choice>,
    refusals: Vec<Choice>,
    typed: Fields,
    act_id: String,
}

/// Which forms the officer is offered.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four forms, each offered or not by itself")]
struct Forms {
    issue: bool,
    revoke: bool,
    correct: bool,
    void: bool,
}

/// Something that happened.
struct Step {
    what: String,
    said: String,
    before: Option<String>,
    recorded: String,
}

/// Shows a permit; that it was opened is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(licence): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<OnePage>, Problem> {
    let mut page = OnePage::of(&app, &visit, id(&licence)?, Fields::default()).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let done = [("berubah", page.w.changed_now), ("berkas", page.w.evidence_now)];
    page.notice = done.into_iter().find_map(|(word, said)| asked.some(word).map(|_| said));
    Ok(Page::of(page))
}

impl OnePage {
    pub(super) async fn of(
        app: &App,
        visit: &Visit,
        id: LicenceId,
        typed: Fields,
    ) -> Result<Self, Problem> {
        let (officer, at) = (visit.officer()?, app.house.now());
        let asker = officer.clone();
        let read = app.change(move |tx, house| {
            let seen = licences::see(tx, house, &asker, id)?;
            let member = seen.row.member.0;
            log_read(tx, house.new_id(), at, &asker, "licences.open", Some(member), 1)?;
            Ok(seen)
        });
        let seen = read.await?;
        let (w, lang, house) = (words::Licences::of(visit.lang), visit.lang, &*app.house);
        let (standing, colour) = standing(house.today(), lang, &seen.row);
        let kind = house.permits().kind_name(seen.row.kind, lang);
        let title = format!("{kind} {}", seen.details.number);
        Ok(Self {
            shell: visit.shell(app, title.trim()),
            w,
            wrong: Mistakes::none(),
            notice: None,
            warning: odd(lang, &seen.row.warnings),
            id,
            member: seen.row.member,
            standing,
            colour,
            details: details(lang, &seen),
            steps: seen.steps.iter().map(|(row, said)| step(house, lang, row, said)).collect(),
            files: files(lang, &seen),
            forms: Forms::of(&officer, &seen),
            kinds: kinds(house, lang, w.choose, typed.get("kind")),
            refusals: refusals(lang, typed.get("refusal")),
            act_id: house.new_id().to_string(),
            typed,
        })
    }

    /// The page again, with what is wrong in one of its forms.
    pub(super) fn with(mut self, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        let mut fields = FIELDS.to_vec();
        fields.extend(["reason", "void-reason", "file"]);
        self.wrong = Mistakes::of(wrong, lang).in_order(&fields);
        self
    }

    /// Whether a form came back with mistakes.
    fn came_back(&self, form: &str) -> bool {
        self.wrong.any() && self.typed.get("to") == form
    }
}

impl Forms {
    fn of(officer: &Officer, seen: &Seen) -> Self {
        let (role, row) = (officer.role, &seen.row);
        let stands = row.voided_at_position.is_none() && seen.member.salt.is_some();
        let may = stands && role.may(Act::ManageLicences);
        let own = row.recorded_by == officer.actor() || !role.only_own(Act::VoidService);
        Self {
            issue: may && row.state == LicenceState::Requested,
            revoke: may && row.state == LicenceState::Issued,
            correct: may,
            void: stands && own && role.may(Act::VoidService),
        }
    }
}

fn details(lang: Lang, seen: &Seen) -> Vec<(&'static str, String)> {
    let (w, row) = (words::Licences::of(lang), &seen.row);
    let day = |on: Option<rules::Date>| on.map(|on| words::day(on, lang));
    let refusal = row.refusal.map(|it| lang.pick(it.label_id(), it.label_en()).to_owned());
    let note = Some(seen.details.note.clone()).filter(|note| !note.is_empty());
    let until = day(row.dates.expires_on)
        .or_else(|| (row.state == LicenceState::Issued).then(|| w.without_end.to_owned()));
    let all = [
        (w.issuer, Some(row.issuer.clone())),
        (w.agency, Some(row.agency.to_string().to_uppercase())),
        (w.requested_on, day(row.dates.requested_on)),
        (w.issued_on, day(row.dates.issued_on)),
        (w.expires_on, until),
        (w.ended_on, day(row.ended_on)),
        (w.refusal, refusal),
        (w.note, note),
    ];
    all.into_iter().filter_map(|(what, said)| Some((what, said?))).collect()
}

fn step(house: &House, lang: Lang, row: &StepRow, said: &Said) -> Step {
    let w = words::Licences::of(lang);
    let words = [
        ("requested", w.requested),
        ("issued", w.issued),
        ("refused", w.refused),
        ("revoked", w.revoked),
        ("corrected", w.corrected),
        ("voided", w.voided),
    ];
    let what = words.into_iter().find(|(word, _)| *word == row.step).map_or("", |(_, said)| said);
    let date = words::day(row.happened_on, lang);
    let before = said.before.as_ref().map(|it| {
        let kind = house.permits().kind_name(it.kind, lang);
        let values = [("kind", kind.as_str()), ("number", &it.number), ("issuer", &it.issuer)];
        fill(w.before, &values)
    });
    Step {
        what: fill(w.step, &[("what", what), ("date", &date)]),
        said: said.reason.clone(),
        before,
        recorded: fill(w.step_recorded, &[("at", &row.recorded_at.wib())]),
    }
}

fn files(lang: Lang, seen: &Seen) -> Vec<(String, String)> {
    let w = words::Licences::of(lang);
    let line = |(n, it): (usize, &licences::EvidenceRow)| {
        let size = (it.size / 1024).max(1).to_string();
        let said = fill(w.file_line, &[("n", &(n + 1).to_string()), ("size", &size)]);
        (format!("/izin/{}/berkas/{}", seen.row.id, it.file), said)
    };
    seen.evidence.iter().enumerate().map(line).collect()
}

/// Records what the issuer decided.
pub(super) async fn decide(
    State(app): State<App>,
    Path(licence): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (licence, asking) = (id(&licence)?, posted.asking(&app)?);
    let to = LicenceState::of_word(posted.fields.get("to")).ok_or(Problem::NotFound)?;
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| licences::decide(tx, house, &asking, licence, to, &form));
    let done = act.await.map(drop);
    answer(&app, posted, licence, done).await
}

/// Corrects what was recorded wrongly.
pub(super) async fn correct(
    State(app): State<App>,
    Path(licence): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (licence, asking) = (id(&licence)?, posted.asking(&app)?);
    let (form, why) = (form(&posted.fields), posted.fields.get("reason").to_owned());
    let act =
        app.change(move |tx, house| licences::correct(tx, house, &asking, licence, &form, &why));
    let done = act.await.map(drop);
    answer(&app, posted, licence, done).await
}

/// Takes a permit back that never was.
pub(super) async fn void(
    State(app): State<App>,
    Path(licence): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (licence, asking) = (id(&licence)?, posted.asking(&app)?);
    let why = posted.fields.get("reason").to_owned();
    let act = app.change(move |tx, house| licences::void(tx, house, &asking, licence, &why));
    let done = act.await.map(drop).map_err(at_the_void);
    answer(&app, posted, licence, done).await
}

/// The reason of taking back has a field of its own.
fn at_the_void(problem: Problem) -> Problem {
    let at = |wrong: FieldError| FieldError::new("void-reason", wrong.code);
    if let Problem::Invalid(wrong) = problem {
        Problem::Invalid(wrong.into_iter().map(at).collect())
    } else {
        problem
    }
}

async fn answer(
    app: &App,
    posted: Posted,
    licence: LicenceId,
    done: Result<(), Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/izin/{licence}?berubah=1")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let lang = posted.visit.lang;
            let page = OnePage::of(app, &posted.visit, licence, posted.fields).await?;
            Ok(Page::wrong(page.with(&wrong, lang)).into_response())
        }
        Err(other) => Err(other),
    }
}
