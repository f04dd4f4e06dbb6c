//! The statements and the journal to take away.
use super::statements::{asked, of};
use crate::{
    App, Problem,
    books::{Opened, sheet},
    certificates::{taken_away, unprinted},
    people,
    residents::Resident,
    web::{Fields, Visit},
};
use axum::{
    extract::{RawQuery, State},
    response::Response,
};
use documents::print;
use rules::{books::Statements, growth::Month};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async fn told(
    app: &App,
    resident: Resident,
    query: Option<String>,
) -> Result<(String, Statements, (Month, Month)), Problem> {
    let months = asked(app, &Fields::parse(query.unwrap_or_default().as_bytes()))?;
    let read = app.look(move |tx, house| {
        let row = people::own_record(tx, resident.member())?.ok_or(Problem::NotFound)?;
        let opened = Opened::of(tx, house, &row)?;
        Ok((row.number, opened))
    });
    let (number, opened) = read.await?;
    Ok((number, of(&opened, months)?, months))
}

/// As a PDF.
pub(super) async fn pdf(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (number, told, (first, last)) = told(&app, resident, query).await?;
    let (lang, now) = (visit.lang, app.house.now().civil());
    let paper = sheet::paper(&told, &number, lang, now);
    let bytes = app.blocking(move || print::report(&paper).map_err(unprinted)).await?;
    let name = format!("laporan-keuangan-{first}-{last}.pdf");
    Ok(taken_away(&name, "application/pdf", bytes))
}

/// As a workbook.
pub(super) async fn xlsx(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (_, told, (first, last)) = told(&app, resident, query).await?;
    let bytes = sheet::workbook(&told, visit.lang, app.house.now().civil());
    let bytes = bytes.map_err(|error| Problem::Broken(error.to_string()))?;
    Ok(taken_away(&format!("laporan-keuangan-{first}-{last}.xlsx"), XLSX, bytes))
}

/// The journal as plain text.
pub(super) async fn journal(
    State(app): State<App>,
    resident: Resident,
) -> Result<Response, Problem> {
    let opened = app.look(move |tx, house| Opened::own(tx, house, resident.member())).await?;
    let text = opened.plain_text().into_bytes();
    Ok(taken_away("jurnal.txt", "text/plain; charset=utf-8", text))
}
