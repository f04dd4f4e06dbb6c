//! The first page of the books: money now, four things to note, the latest entries, months, who may see it.
use super::saying::{Line, finance, lines, month};
use crate::{
    App, Problem,
    books::Opened,
    residents::Resident,
    web::{Mistakes, Page, Shell, Visit},
    words::{Books, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{
    Date,
    books::{CashFlow, Group, Period},
    growth::Month,
};

/// So many entries stand on the first page.
const LATEST: usize = 10;

#[derive(Template)]
#[template(path = "books/pages/home.html")]
pub(super) struct HomePage {
    pub shell: Shell,
    pub w: &'static Books,
    pub wrong: Mistakes,
    notice: Option<&'static str>,
    money: String,
    this_month: String,
    groups: Vec<(&'static str, &'static str)>,
    lines: Vec<Line>,
    more: bool,
    /// The month to close: its word and what the button says.
    close: Option<(String, String)>,
    last_closed: Option<String>,
    /// The month to open again: its word and what the button says.
    reopen: Option<(String, String)>,
    consent: Option<String>,
    finance: Vec<String>,
    /// The first and the last month of the statements to look at.
    months: (String, String),
    act_ids: [String; 3],
}

/// Shows the page.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    RawQuery(query): RawQuery,
) -> Result<Page<HomePage>, Problem> {
    let mut page = page(&app, &visit, resident, LATEST).await?;
    let done = query.as_deref() == Some("tersimpan=1");
    page.notice = done.then_some(page.w.saved);
    Ok(Page::of(page))
}

/// Shows it with every entry.
pub(super) async fn all(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
) -> Result<Page<HomePage>, Problem> {
    Ok(Page::of(page(&app, &visit, resident, usize::MAX).await?))
}

/// The page with the newest entries.
pub(super) async fn page(
    app: &App,
    visit: &Visit,
    resident: Resident,
    most: usize,
) -> Result<HomePage, Problem> {
    let opened = app.look(move |tx, house| Opened::own(tx, house, resident.member())).await?;
    let (w, lang, today) = (Books::of(visit.lang), visit.lang, app.house.today());
    let this = Month::of(today);
    let began = opened.books.entries.iter().map(|it| Month::of(it.on)).min().unwrap_or(this);
    let flow = flow_of(&opened, this, today)?;
    let named = |of: Month, text| (of.to_string(), fill(text, &[("month", &month(of, lang))]));
    let next = opened.books.next_to_close().filter(|of| *of < this);
    let last = opened.books.closed.last().copied();
    Ok(HomePage {
        shell: visit.shell(app, w.title),
        w,
        wrong: Mistakes::none(),
        notice: None,
        money: flow.closing.to_string(),
        this_month: said(w, &flow),
        groups: groups(lang),
        lines: lines(&opened, most, lang),
        more: opened.kept.len() > most,
        close: next.map(|of| named(of, w.close)),
        last_closed: last.map(|of| named(of, w.last_closed).1),
        reopen: last.map(|of| named(of, w.reopen)),
        finance: finance(&opened, lang),
        consent: opened.consent.map(|it| fill(w.consent_since, &[("at", &it.given_at.wib())])),
        months: (began.to_string(), last.unwrap_or(this).to_string()),
        act_ids: [(); 3].map(|()| app.house.new_id().to_string()),
    })
}

fn flow_of(opened: &Opened, this: Month, today: Date) -> Result<CashFlow, Problem> {
    let first = this.first_day().unwrap_or(today);
    let period = Period::new(first, today).map_err(crate::books::made::refused)?;
    Ok(CashFlow::of(&opened.books, period))
}

fn said(w: &Books, flow: &CashFlow) -> String {
    let total = flow.total();
    let (inflow, outflow) = (total.inflow.to_string(), total.outflow.to_string());
    fill(w.this_month, &[("inflow", &inflow), ("outflow", &outflow)])
}

/// The groups of entries by their words, as the buttons name them.
fn groups(lang: Lang) -> Vec<(&'static str, &'static str)> {
    Group::ALL.map(|of| (of.word(), lang.pick(of.label_id(), of.label_en()))).into()
}
