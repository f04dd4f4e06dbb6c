//! The certificate of a passed curation as a PDF, with the address where anybody checks it.
use super::id;
use crate::{
    App, Problem,
    certificates::{taken_away, unprinted},
    curations::{self, Printed, SeenEntry},
    residents::Resident,
    staff::Officer,
    web::{PublicAddress, Visit},
    words::Lang,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use documents::print::{self, Column, Fact, Report};
use rules::{CurationEntryId, marketing::curation::CurationNumber};
use std::sync::Arc;

/// For an officer within scope.
pub(super) async fn give(
    State(app): State<App>,
    visit: Visit,
    public: PublicAddress,
    Path(entry): Path<String>,
) -> Result<Response, Problem> {
    printed(&app, visit.officer()?, id(&entry)?, public.0).await
}

/// For the member.
pub(super) async fn give_own(
    State(app): State<App>,
    resident: Resident,
    public: PublicAddress,
    Path(entry): Path<String>,
) -> Result<Response, Problem> {
    printed(&app, resident.officer(), id(&entry)?, public.0).await
}

async fn printed(
    app: &App,
    officer: Arc<Officer>,
    entry: CurationEntryId,
    public: String,
) -> Result<Response, Problem> {
    let at = app.house.now();
    let read = app.change(move |tx, house| {
        let log = (at, house.new_id());
        let seen = curations::see(tx, house, &officer, entry, log)?;
        Ok((seen, curations::names(tx)?))
    });
    let (seen, names) = read.await?;
    let certificate = seen.certificate.clone().ok_or(Problem::NotFound)?;
    let said = certificate.printed.ok_or(Problem::NotFound)?;
    let number = CurationNumber::parse(&certificate.number).map_err(|_| Problem::NotFound)?;
    let address = format!("{public}/cek-kurasi/{}", number.dashed());
    let mut paper = paper(&certificate.number, &said, &seen, &names);
    paper.notes.push(address.clone());
    // The same certificate gives the same paper, whenever it is printed.
    paper.printed_at = certificate.issued_on.to_datetime(jiff::civil::Time::midnight());
    let act = move || print::report_to_check(&paper, &address).map_err(unprinted);
    let bytes = app.blocking(act).await?;
    Ok(taken_away(&format!("kurasi-{}.pdf", number.dashed()), "application/pdf", bytes))
}

/// An official paper is in Indonesian whatever language the screen has.
fn paper(number: &str, said: &Printed, seen: &SeenEntry, names: &[curations::Named]) -> Report {
    let fact = |label: &str, value: &str| Fact { label: label.to_owned(), value: value.to_owned() };
    let column = |title: &str, is_numeric| Column { title: title.to_owned(), is_numeric };
    let row = |(code, score): &(String, u8)| {
        vec![curations::criterion(names, code, Lang::Id), score.to_string()]
    };
    let mean = seen.row.mean.map(|mean| mean.to_string()).unwrap_or_default();
    Report {
        letterhead: vec![said.agency.clone()],
        title: "Sertifikat kurasi produk".to_owned(),
        facts: vec![
            fact("Nomor", number),
            fact("Produk", &said.product),
            fact("Kategori", &said.category),
            fact("Pemilik", &said.name),
            fact("Grade", &said.grade),
            fact("Putaran", &said.round),
            fact("Diterbitkan", &said.issued),
        ],
        columns: vec![column("Kriteria", false), column("Nilai", true)],
        rows: seen.scores.iter().map(row).collect(),
        total: Some(vec!["Nilai akhir".to_owned(), mean]),
        notes: Vec::new(),
        footer: number.to_owned(),
        printed_at: jiff::civil::DateTime::MIN,
    }
}
