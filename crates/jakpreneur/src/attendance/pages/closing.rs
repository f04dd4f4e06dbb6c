//! The result of a class: who finishes, closing it, and opening it again.
use crate::{
    App, Problem,
    attendance::{self, Fate, Numbers, Outlook, Prospect},
    classes::Session,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill, message},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, ClassId, training::ClassState};

#[derive(Template)]
#[template(path = "attendance/pages/closing.html")]
pub(super) struct ClosingPage {
    shell: Shell,
    w: &'static words::Attendance,
    wrong: Mistakes,
    notice: Option<String>,
    class: ClassId,
    state: ClassState,
    numbers: Vec<(&'static str, u64)>,
    rule: String,
    unmarked: Option<String>,
    lines: Vec<Line>,
    close: String,
    close_lead: String,
    may_reopen: bool,
    certificates: bool,
    reason: String,
    act_id: String,
}

struct Line {
    name: String,
    attended: String,
    said: String,
    colour: &'static str,
}

fn id(class: &str) -> Result<ClassId, Problem> {
    class.parse().map_err(|_| Problem::NotFound)
}

/// Shows how the class ends.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<ClosingPage>, Problem> {
    let mut page = ClosingPage::of(&app, &visit, id(&class)?).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let closed: Option<u32> = asked.get("ditutup").parse().ok();
    let closed = closed.map(|n| fill(page.w.closed_now, &[("n", &n.to_string())]));
    let reopened = asked.some("dibuka").map(|_| page.w.reopened_now.to_owned());
    page.notice = closed.or(reopened);
    Ok(Page::of(page))
}

impl ClosingPage {
    async fn of(app: &App, visit: &Visit, class: ClassId) -> Result<Self, Problem> {
        let (officer, asker) = (visit.officer()?, visit.officer()?);
        let read = app.look(move |tx, house| {
            let seen = attendance::outlook(tx, house, &asker, class, house.today())?;
            Ok((seen, attendance::numbers(tx, &asker, class)?))
        });
        let (seen, numbers) = read.await?;
        let (w, lang) = (words::Attendance::of(visit.lang), visit.lang);
        let n = seen.people.iter().filter(|one| one.fate == Fate::Finishes).count().to_string();
        let about = &seen.class.announced;
        let held = seen.held.len().to_string();
        let rule = [("share", &*about.share.percent().to_string()), ("held", &held)];
        let covers = officer.scope.covers(&about.agency, about.area);
        Ok(Self {
            shell: visit.shell(app, format!("{}: {}", w.result, about.title)),
            w,
            wrong: Mistakes::none(),
            notice: None,
            class,
            state: seen.class.state,
            numbers: said(w, numbers),
            rule: fill(w.rule, &rule),
            unmarked: unmarked(w, &seen.unmarked),
            close: fill(w.close, &[("n", &n)]),
            close_lead: fill(w.close_lead, &[("n", &n)]),
            may_reopen: officer.role.may(Act::VoidService) && covers,
            certificates: officer.role.may(Act::IssueCertificates),
            lines: lines(&seen, lang),
            reason: String::new(),
            act_id: app.house.new_id().to_string(),
        })
    }
}

fn said(w: &words::Attendance, it: Numbers) -> Vec<(&'static str, u64)> {
    vec![
        (w.invited, it.invited),
        (w.registered, it.registered),
        (w.came, it.present),
        (w.finished, it.finished),
        (w.walk_ins, it.walk_ins),
    ]
}

fn unmarked(w: &words::Attendance, sessions: &[Session]) -> Option<String> {
    let said = |it: &Session| fill(w.session, &[("n", &it.number.to_string())]).to_lowercase();
    let all: Vec<String> = sessions.iter().map(said).collect();
    (!all.is_empty()).then(|| fill(w.not_held, &[("sessions", &all.join(", "))]))
}

fn lines(seen: &Outlook, lang: Lang) -> Vec<Line> {
    let w = words::Attendance::of(lang);
    let line = |one: &Prospect| {
        let (said, colour) = match one.fate {
            Fate::Finishes => (w.will_finish.to_owned(), "jp-tag--green"),
            Fate::TooFew => (w.too_few.to_owned(), "jp-tag--amber"),
            Fate::Cannot(code) => (fill(w.cannot, &[("why", &message(code, lang))]), "jp-tag--red"),
        };
        let name = if one.name.is_empty() { w.erased.to_owned() } else { one.name.clone() };
        Line { name, attended: format!("{}/{}", one.attended, seen.held.len()), said, colour }
    };
    seen.people.iter().map(line).collect()
}

/// Closes the class.
pub(super) async fn close(
    State(app): State<App>,
    Path(class): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (class, asking) = (id(&class)?, posted.asking(&app)?);
    let done = app.change(move |tx, house| attendance::finish(tx, house, &asking, class)).await;
    let done = done.map(|done| format!("ditutup={}", done.event.finishers.len()));
    answered(&app, posted, class, done).await
}

/// Opens the class again.
pub(super) async fn reopen(
    State(app): State<App>,
    Path(class): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (class, asking) = (id(&class)?, posted.asking(&app)?);
    let reason = posted.fields.get("reason").to_owned();
    let act = app.change(move |tx, house| attendance::reopen(tx, house, &asking, class, &reason));
    let done = act.await.map(|_| "dibuka=1".to_owned());
    answered(&app, posted, class, done).await
}

async fn answered(
    app: &App,
    posted: Posted,
    class: ClassId,
    done: Result<String, Problem>,
) -> Result<Response, Problem> {
    let lang = posted.visit.lang;
    let wrong = match done {
        Ok(said) => {
            let next = format!("/kelas-saya/{class}/hasil?{said}");
            return Ok(Redirect::to(&next).into_response());
        }
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, lang),
        Err(Problem::Refused(code)) => Mistakes::one("reason", code, lang),
        Err(other) => return Err(other),
    };
    let mut page = ClosingPage::of(app, &posted.visit, class).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.reason = posted.fields.get("reason").to_owned();
    page.wrong = wrong;
    Ok(Page::wrong(page).into_response())
}
