//! Papers to take away. What carries somebody's name is in the log of reads before it is printed.
use crate::{
    App, Problem,
    certificates::papers::{self, taken_away, unprinted},
    staff::log_read,
    web::{Fields, PublicAddress, Visit},
};
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use documents::{print, write::archive};
use rules::{CertificateId, ClassId, MemberId};
use uuid::Uuid;

const PDF: &str = "application/pdf";

/// What an address names; what is no id is not found.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// Prints beside the requests and gives the file.
async fn give(
    app: &App,
    name: String,
    kind: &'static str,
    print: impl FnOnce() -> Result<Vec<u8>, print::Unprintable> + Send + 'static,
) -> Result<Response, Problem> {
    let bytes = app.blocking(move || print().map_err(unprinted)).await?;
    Ok(taken_away(&name, kind, bytes))
}

/// The certificates of a class that hold, to print.
async fn of_class(
    app: &App,
    visit: &Visit,
    class: &str,
    url: String,
) -> Result<Vec<print::Certificate>, Problem> {
    let (officer, at, class): (_, _, ClassId) = (visit.officer()?, app.house.now(), id(class)?);
    app.change(move |tx, house| {
        let all = papers::of_class(tx, house, &officer, class, &url)?;
        log_read(
            tx,
            house.new_id(),
            at,
            &officer,
            "certificate.class",
            Some(class.0),
            count(&all),
        )?;
        Ok(all)
    })
    .await
}

fn count<T>(all: &[T]) -> i64 {
    i64::try_from(all.len()).unwrap_or(i64::MAX)
}

/// All certificates of a class as one file, a page each.
pub(super) async fn class_pdf(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    PublicAddress(url): PublicAddress,
) -> Result<Response, Problem> {
    let all = of_class(&app, &visit, &class, url).await?;
    let now = app.house.now().civil();
    give(&app, format!("sertifikat-{class}.pdf"), PDF, move || print::certificates(&all, now)).await
}

/// All certificates of a class, a file each, in one archive.
pub(super) async fn class_zip(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    PublicAddress(url): PublicAddress,
) -> Result<Response, Problem> {
    let all = of_class(&app, &visit, &class, url).await?;
    let now = app.house.now().civil();
    give(&app, format!("sertifikat-{class}.zip"), "application/zip", move || {
        let files = print::each_certificate(&all, now)?;
        let name = |one: &print::Certificate| format!("{}.pdf", one.number.replace('/', "-"));
        let named: Vec<(String, Vec<u8>)> = all.iter().map(name).zip(files).collect();
        archive(&named).map_err(|_| print::Unprintable::Template)
    })
    .await
}

/// One certificate: `/sertifikat/{id}.pdf`.
pub(super) async fn one(
    State(app): State<App>,
    visit: Visit,
    Path(file): Path<String>,
    PublicAddress(url): PublicAddress,
) -> Result<Response, Problem> {
    let certificate: CertificateId = id(file.strip_suffix(".pdf").ok_or(Problem::NotFound)?)?;
    let (officer, at) = (visit.officer()?, app.house.now());
    let read = app.change(move |tx, house| {
        let (row, one) = papers::one(tx, house, &officer, certificate, &url)?;
        log_read(tx, house.new_id(), at, &officer, "certificate.open", Some(row.member.0), 1)?;
        Ok(one)
    });
    let one = read.await?;
    let name = format!("{}.pdf", one.number.replace('/', "-"));
    give(&app, name, PDF, move || print::certificates(&[one], at.civil())).await
}

/// The card of a member.
pub(super) async fn card(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
) -> Result<Response, Problem> {
    let (officer, at, member): (_, _, MemberId) = (visit.officer()?, app.house.now(), id(&member)?);
    let read = app.change(move |tx, house| {
        let card = papers::card(tx, house, &officer, member)?;
        log_read(tx, house.new_id(), at, &officer, "member.card", Some(member.0), 1)?;
        Ok(card)
    });
    let card = read.await?;
    let name = format!("kartu-{}.pdf", card.number);
    give(&app, name, PDF, move || print::member_card(&card, at.civil())).await
}

/// The list of one session (`?sesi=2`) or of every session of a class.
pub(super) async fn attendance_list(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
    PublicAddress(url): PublicAddress,
) -> Result<Response, Problem> {
    let (officer, at) = (visit.officer()?, app.house.now());
    let class: ClassId = id(&class)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let session: Option<i16> = asked.some("sesi").map(|number| id(&number)).transpose()?;
    let read = app.change(move |tx, house| {
        let lists = papers::lists(tx, house, &officer, class, session, &url)?;
        let found = lists.first().map_or(0, |list| count(&list.participants));
        log_read(tx, house.new_id(), at, &officer, "class.list", Some(class.0), found)?;
        Ok(lists)
    });
    let lists = read.await?;
    let of = session.map_or_else(String::new, |number| format!("-sesi-{number}"));
    let name = format!("daftar-hadir-{class}{of}.pdf");
    give(&app, name, PDF, move || print::attendance_lists(&lists, at.civil())).await
}

/// Letters to everybody invited who has not answered, or to one (`?warga=…`).
pub(super) async fn invitations(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
    PublicAddress(url): PublicAddress,
) -> Result<Response, Problem> {
    let (officer, at) = (visit.officer()?, app.house.now());
    let class: ClassId = id(&class)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let only: Option<MemberId> = asked.some("warga").map(|member| id(&member)).transpose()?;
    let read = app.change(move |tx, house| {
        let on = (at.date(), url.as_str());
        let letters = papers::invitations(tx, house, &officer, class, only, on)?;
        let about: Uuid = only.map_or(class.0, |member| member.0);
        log_read(tx, house.new_id(), at, &officer, "class.letters", Some(about), count(&letters))?;
        Ok(letters)
    });
    let letters = read.await?;
    let name = format!("undangan-{class}.pdf");
    give(&app, name, PDF, move || print::invitations(&letters, at.civil())).await
}

/// The minutes of a class; they name no participant.
pub(super) async fn minutes(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
) -> Result<Response, Problem> {
    let (officer, at, class): (_, _, ClassId) = (visit.officer()?, app.house.now(), id(&class)?);
    let minutes = app.look(move |tx, house| papers::minutes(tx, house, &officer, class)).await?;
    let name = format!("berita-acara-{class}.pdf");
    give(&app, name, PDF, move || print::minutes(&minutes, at.civil())).await
}
