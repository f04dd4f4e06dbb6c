//! The statements as an officer sees them, while the member consents.
use super::statements::{StatementsPage, asked, of};
use crate::{
    App, Problem,
    books::seen_by,
    web::{Fields, Page, Visit},
    words::{Books, fill},
};
use axum::extract::{Path, RawQuery, State};
use rules::MemberId;

/// Shows them; that they were opened is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(text): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<StatementsPage>, Problem> {
    let member: MemberId = text.parse().map_err(|_| Problem::NotFound)?;
    let months = asked(&app, &Fields::parse(query.unwrap_or_default().as_bytes()))?;
    let (officer, at) = (visit.officer()?, app.house.now());
    let read = app.change(move |tx, house| seen_by(tx, house, &officer, member, at));
    let (row, opened) = read.await?;
    let title = fill(Books::of(visit.lang).of_member, &[("number", &row.number)]);
    let page = StatementsPage::of(&app, &visit, title, &opened, &of(&opened, months)?);
    Ok(Page::of(page.back_to(format!("/warga/{member}"))))
}
