//! The terms of a mentor: what is recorded, one more, an early end.
use crate::{
    App, FieldError, House, Problem,
    mentoring::{self, EndTermForm, TermForm, TermRow},
    staff::{self, Account},
    web::{Choice, Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words::{self, Lang, MentorTerms, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, ActId, Date, UserId, mentoring::EndedBecause};

/// The fields in the order of the page.
const FIELDS: [&str; 6] = ["last_on", "because", "from_on", "until_on", "agency", "area"];

#[derive(Template)]
#[template(path = "mentoring/pages/terms.html")]
pub(super) struct TermsPage {
    shell: Shell,
    w: &'static MentorTerms,
    wrong: Mistakes,
    notice: Option<&'static str>,
    mentor: UserId,
    lines: Vec<Line>,
    may_lead: bool,
    /// The term that can be ended.
    open: Option<ActId>,
    agencies: Choices,
    areas: Vec<Choices>,
    reasons: Vec<Choice>,
    typed: Fields,
    add_id: String,
    end_id: String,
}

struct Line {
    from_on: String,
    until_on: String,
    agency: String,
    area: String,
    state: String,
}

/// Shows the terms.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(mentor): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<TermsPage>, Problem> {
    let mentor = mentor.parse().map_err(|_| Problem::NotFound)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = TermsPage::of(&app, &visit, mentor, Fields::default()).await?;
    page.notice = asked.some("tersimpan").map(|_| page.w.saved);
    Ok(Page::of(page))
}

impl TermsPage {
    async fn of(app: &App, visit: &Visit, mentor: UserId, typed: Fields) -> Result<Self, Problem> {
        let (officer, asker) = (visit.officer()?, visit.officer()?);
        let look = app.look(move |tx, _| {
            let terms = mentoring::terms(tx, &asker, mentor)?;
            let known = staff::accounts(tx, &asker.scope)?.into_iter().find(|it| it.id == mentor);
            Ok((terms, known.ok_or(Problem::NotFound)?))
        });
        let (terms, account): (Vec<TermRow>, Account) = look.await?;
        let (w, lang, today) = (MentorTerms::of(visit.lang), visit.lang, app.house.today());
        let is_open = |row: &&TermRow| row.term.ended_on.is_none() && today <= row.term.until_on;
        let agency = account.agency.map(|agency| agency.to_string()).unwrap_or_default();
        let agency = typed.some("agency").unwrap_or(agency);
        let own = account.area.map(|area| area.to_string()).unwrap_or_default();
        let area = typed.some("area").unwrap_or(own);
        Ok(Self {
            shell: visit.shell(app, fill(w.of_mentor, &[("name", &account.name)])),
            w,
            wrong: Mistakes::none(),
            notice: None,
            mentor,
            lines: terms.iter().map(|row| line(&app.house, w, lang, row, today)).collect(),
            may_lead: officer.role.may(Act::AssignMentors),
            open: terms.iter().find(is_open).map(|row| row.id),
            agencies: Choices::agencies(&app.house, &officer.scope, None, &agency),
            areas: areas(&app.house, account.area, None, &area),
            reasons: reasons(w, lang, typed.get("because")),
            add_id: app.house.new_id().to_string(),
            end_id: app.house.new_id().to_string(),
            typed,
        })
    }
}

fn line(house: &House, w: &MentorTerms, lang: Lang, row: &TermRow, today: Date) -> Line {
    let state = match row.because {
        Some(why) => fill(w.ended, &[("reason", lang.pick(why.label_id(), why.label_en()))]),
        None if row.term.runs_on(today) => w.running.to_owned(),
        None if today < row.term.from_on => w.coming.to_owned(),
        None => w.over.to_owned(),
    };
    Line {
        from_on: words::day(row.term.from_on, lang),
        until_on: words::day(row.term.last_on(), lang),
        agency: house.agency_name(&row.agency),
        area: house.region_name(row.area),
        state,
    }
}

fn reasons(w: &MentorTerms, lang: Lang, chosen: &str) -> Vec<Choice> {
    let choice =
        |it: EndedBecause| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), chosen);
    let none = [Choice::of("", w.choose, chosen)];
    none.into_iter().chain(EndedBecause::ALL.map(choice)).collect()
}

/// Tells one more term.
pub(super) async fn appoint(
    State(app): State<App>,
    Path(mentor): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let mentor: UserId = mentor.parse().map_err(|_| Problem::NotFound)?;
    let (asking, text) = (posted.asking(&app)?, |field| posted.fields.get(field).to_owned());
    let form = TermForm {
        agency: text("agency"),
        area: text("area"),
        from_on: text("from_on"),
        until_on: text("until_on"),
    };
    let act = app.change(move |tx, house| mentoring::appoint(tx, house, &asking, mentor, &form));
    let done = act.await.map(drop);
    answered(&app, posted, mentor, done).await
}

/// Ends a term early.
pub(super) async fn end(
    State(app): State<App>,
    Path((mentor, term)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let mentor: UserId = mentor.parse().map_err(|_| Problem::NotFound)?;
    let term: ActId = term.parse().map_err(|_| Problem::NotFound)?;
    let (asking, text) = (posted.asking(&app)?, |field| posted.fields.get(field).to_owned());
    let form = EndTermForm { last_on: text("last_on"), because: text("because") };
    let act = app.change(move |tx, _| mentoring::end_term(tx, &asking, term, &form));
    let done = act.await.map(drop);
    answered(&app, posted, mentor, done).await
}

async fn answered(
    app: &App,
    posted: Posted,
    mentor: UserId,
    done: Result<(), Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok(()) => {
            let to = format!("/dampingi/masa/{mentor}?tersimpan=1");
            Ok(Redirect::to(&to).into_response())
        }
        Err(Problem::Invalid(wrong)) => again(app, posted, mentor, &wrong).await,
        Err(other) => Err(other),
    }
}

async fn again(
    app: &App,
    posted: Posted,
    mentor: UserId,
    wrong: &[FieldError],
) -> Result<Response, Problem> {
    let mut page = TermsPage::of(app, &posted.visit, mentor, posted.fields.clone()).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = Mistakes::of(wrong, posted.visit.lang).in_order(&FIELDS);
    Ok(Page::wrong(page).into_response())
}
