//! A mentor's month as a page and on paper, and setting what the mentor is to reach.
use crate::{
    App, FieldError, Problem,
    mentoring::{self, MentorMonth, MentorTargetForm},
    people,
    staff::log_read,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit, jakarta},
    words::{self, Lang},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use documents::print;
use rules::{Act, Role, UserId, growth::Month};

/// So many names of whom nobody met are shown; the number says how many there are.
const NAMED: usize = 200;
/// So many months back can be chosen.
const MONTHS: u16 = 24;
/// The fields in the order of the page.
const FIELDS: [&str; 3] = ["month", "persons", "basis"];

#[derive(Template)]
#[template(path = "mentoring/pages/month.html")]
pub(super) struct MonthPage {
    shell: Shell,
    w: &'static words::MentorMonths,
    wrong: Mistakes,
    notice: Option<&'static str>,
    mentor: UserId,
    name: String,
    months: Vec<Choice>,
    month: String,
    lines: Vec<(String, String)>,
    not_reached: Vec<(String, String)>,
    may_set: bool,
    typed: Fields,
    act_id: String,
}

struct Asked {
    mentor: UserId,
    month: Month,
}

struct Read {
    month: MentorMonth,
    names: Vec<(String, String)>,
}

impl Asked {
    fn of(app: &App, visit: &Visit, typed: &Fields) -> Result<Self, Problem> {
        let officer = visit.officer()?;
        let own = officer.user.filter(|_| officer.role == Role::Mentor);
        let chosen = typed.some("pendamping").map(|id| id.parse().map_err(|_| Problem::NotFound));
        let mentor = chosen.transpose()?.or(own).ok_or(Problem::NotFound)?;
        let month = match typed.some("bulan") {
            Some(text) => Month::parse_officer(&text).map_err(|_| Problem::NotFound)?,
            None => Month::of(app.house.today()),
        };
        Ok(Self { mentor, month })
    }

    async fn read(&self, app: &App, visit: &Visit) -> Result<Read, Problem> {
        let (officer, mentor, month) = (visit.officer()?, self.mentor, self.month);
        let look = app.look(move |tx, house| {
            let month = mentoring::month(tx, &officer, mentor, month)?;
            let mut rows = Vec::new();
            for member in month.not_reached.iter().take(NAMED) {
                rows.extend(people::record(tx, &officer.scope, *member)?);
            }
            let name = |brief: people::Brief| {
                let address = format!("/dampingi/{}/kunjungan", brief.row.id);
                (address, if brief.name.is_empty() { brief.row.number } else { brief.name })
            };
            let names = people::briefs(house, rows).into_iter().map(name).collect();
            Ok(Read { month, names })
        });
        look.await
    }
}

/// Shows the month.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<MonthPage>, Problem> {
    let typed = Fields::parse(query.unwrap_or_default().as_bytes());
    let asked = Asked::of(&app, &visit, &typed)?;
    let mut page = MonthPage::of(&app, &visit, &asked, Fields::default()).await?;
    page.notice = typed.some("ditetapkan").map(|_| page.w.target_set);
    Ok(Page::of(page))
}

impl MonthPage {
    async fn of(app: &App, visit: &Visit, asked: &Asked, typed: Fields) -> Result<Self, Problem> {
        let read = asked.read(app, visit).await?;
        let (w, lang) = (words::MentorMonths::of(visit.lang), visit.lang);
        let chosen = read.month.month.to_string();
        let now = Month::of(app.house.today());
        let choice = |back: u16| {
            let month = now.before(back);
            Choice::of(month.to_string(), mentoring::said(month, lang), &chosen)
        };
        Ok(Self {
            shell: visit.shell(app, w.title),
            w,
            wrong: Mistakes::none(),
            notice: None,
            mentor: asked.mentor,
            name: read.month.mentor.name.clone(),
            months: (0..MONTHS).map(choice).collect(),
            month: chosen,
            lines: mentoring::lines(&read.month, lang),
            not_reached: read.names,
            may_set: visit.officer()?.role.may(Act::AssignMentors),
            typed,
            act_id: app.house.new_id().to_string(),
        })
    }

    fn month_typed(&self) -> String {
        self.typed.some("month").unwrap_or_else(|| self.month.clone())
    }
}

/// The month on paper.
pub(super) async fn pdf(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let typed = Fields::parse(query.unwrap_or_default().as_bytes());
    let asked = Asked::of(&app, &visit, &typed)?;
    let read = asked.read(&app, &visit).await?;
    let (lang, officer, at) = (visit.lang, visit.officer()?, app.house.now());
    let who = officer.name.clone();
    let named = i64::try_from(read.names.len()).unwrap_or(i64::MAX);
    let log = app.change(move |tx, house| {
        Ok(log_read(tx, house.new_id(), at, &officer, "mentor.month", None, named)?)
    });
    log.await?;
    let printed = app.blocking({
        let app = app.clone();
        move || printed(&app, &read, lang, &who)
    });
    let name = format!("inline; filename=\"lapbul-{}.pdf\"", asked.month);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, printed.await?).into_response())
}

fn printed(app: &App, read: &Read, lang: Lang, who: &str) -> Result<Vec<u8>, Problem> {
    let names: Vec<String> = read.names.iter().map(|(_, name)| name.clone()).collect();
    let at = jakarta(app.house.now());
    let paper = mentoring::paper(&app.house, &read.month, &names, lang, who, at);
    print::report(&paper).map_err(|unprintable| Problem::Broken(format!("no file: {unprintable}")))
}

/// Sets what the mentor is to reach.
pub(super) async fn set(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asked = Asked::of(&app, &posted.visit, &posted.fields)?;
    let (asking, mentor) = (posted.asking(&app)?, asked.mentor);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let form =
        MentorTargetForm { month: text("month"), persons: text("persons"), basis: text("basis") };
    let act = app.change(move |tx, _| mentoring::set_target(tx, &asking, mentor, &form));
    match act.await {
        Ok(_) => {
            let to =
                format!("/dampingi/lapbul?pendamping={mentor}&bulan={}&ditetapkan=1", asked.month);
            Ok(Redirect::to(&to).into_response())
        }
        Err(Problem::Invalid(wrong)) => again(&app, &posted, &asked, &wrong).await,
        Err(other) => Err(other),
    }
}

async fn again(
    app: &App,
    posted: &Posted,
    asked: &Asked,
    wrong: &[FieldError],
) -> Result<Response, Problem> {
    let mut page = MonthPage::of(app, &posted.visit, asked, posted.fields.clone()).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = Mistakes::of(wrong, posted.visit.lang).in_order(&FIELDS);
    Ok(Page::wrong(page).into_response())
}
