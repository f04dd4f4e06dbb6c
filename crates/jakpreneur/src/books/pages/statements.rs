//! The statements of whole months, and keeping them as a report.
use super::saying::finance;
use crate::{
    App, Problem,
    books::{
        self, Opened,
        made::refused,
        sheet::{self, Told},
    },
    residents::Resident,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{Books, message},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    books::{Period, Statements},
    growth::Month,
};

#[derive(Template)]
#[template(path = "books/pages/statements.html")]
pub(super) struct StatementsPage {
    shell: Shell,
    w: &'static Books,
    wrong: Mistakes,
    notice: Option<&'static str>,
    statements: [Told; 3],
    notes: Vec<String>,
    finance: Vec<String>,
    /// The months as they are asked for again; none for an officer.
    own: Option<(String, String)>,
    back: String,
    act_id: String,
}

/// From the first to the last month that is asked for; this month where none is.
pub(super) fn asked(app: &App, query: &Fields) -> Result<(Month, Month), Problem> {
    let this = Month::of(app.house.today());
    let month = |name: &str| match query.get(name) {
        "" => Ok(this),
        typed => Month::parse_officer(typed).map_err(|_| Problem::NotFound),
    };
    Ok((month("dari")?, month("sampai")?))
}

/// The statements of these months.
pub(super) fn of(opened: &Opened, (first, last): (Month, Month)) -> Result<Statements, Problem> {
    Ok(Statements::of(&opened.books, Period::months(first, last).map_err(refused)?))
}

impl StatementsPage {
    /// The page of statements under this title.
    pub(super) fn of(
        app: &App,
        visit: &Visit,
        title: String,
        opened: &Opened,
        told: &Statements,
    ) -> Self {
        Self {
            finance: finance(opened, visit.lang),
            shell: visit.shell(app, title),
            w: Books::of(visit.lang),
            wrong: Mistakes::none(),
            notice: None,
            statements: sheet::told(told, visit.lang),
            notes: sheet::notes(told, visit.lang),
            own: None,
            back: String::new(),
            act_id: app.house.new_id().to_string(),
        }
    }

    /// The same with a way back.
    pub(super) fn back_to(self, back: String) -> Self {
        Self { back, ..self }
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    resident: Resident,
    months: (Month, Month),
) -> Result<StatementsPage, Problem> {
    let opened = app.look(move |tx, house| Opened::own(tx, house, resident.member())).await?;
    let title = Books::of(visit.lang).statements.to_owned();
    let page = StatementsPage::of(app, visit, title, &opened, &of(&opened, months)?);
    let own = Some((months.0.to_string(), months.1.to_string()));
    Ok(StatementsPage { own, ..page.back_to("/saya/laporan".to_owned()) })
}

/// Shows them.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    RawQuery(query): RawQuery,
) -> Result<Page<StatementsPage>, Problem> {
    let query = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = page(&app, &visit, resident, asked(&app, &query)?).await?;
    page.notice = query.yes("tersimpan").then_some(page.w.kept);
    Ok(Page::of(page))
}

/// Keeps them as a report.
pub(super) async fn keep(
    State(app): State<App>,
    resident: Resident,
    posted: Posted,
) -> Result<Response, Problem> {
    let (months, asking) =
        (asked(&app, &posted.fields)?, posted.asked_by(&app, resident.officer()));
    let code = match app.change(move |tx, house| books::report(tx, house, &asking, months)).await {
        Ok(_) => {
            let (first, last) = months;
            let to = format!("/saya/laporan/keuangan?dari={first}&sampai={last}&tersimpan=1");
            return Ok(Redirect::to(&to).into_response());
        }
        Err(Problem::Refused(code)) => code,
        Err(other) => return Err(other),
    };
    let mut page = page(&app, &posted.visit, resident, months).await?;
    page.wrong = Mistakes::saying("simpan", message(code, posted.visit.lang));
    Ok(Page::wrong(page).into_response())
}
