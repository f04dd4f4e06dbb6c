//! What is recorded of a member and who opened it, on the screen and as a file to take away.
use crate::{
    App, House, Problem,
    certificates::taken_away,
    people::{Detail, File, details},
    residents::{Own, Reading, Resident, own, taken_out},
    web::{Page, Shell, Visit},
    words::{Lang, Residents},
};
use askama::Template;
use axum::{extract::State, response::Response};

#[derive(Template)]
#[template(path = "residents/pages/recorded.html")]
pub(super) struct RecordedPage {
    shell: Shell,
    w: &'static Residents,
    records: Vec<Record>,
    readings: Vec<Line>,
}

/// One record.
struct Record {
    number: String,
    name: String,
    nik: String,
    details: Vec<Detail>,
}

/// One reading.
struct Line {
    at: String,
    what: &'static str,
    by: String,
}

async fn everything(app: &App, resident: Resident) -> Result<Own, Problem> {
    app.look(move |tx, house| own(tx, house, resident)).await
}

/// Shows the page.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
) -> Result<Page<RecordedPage>, Problem> {
    let own = everything(&app, resident).await?;
    let (w, lang) = (Residents::of(visit.lang), visit.lang);
    Ok(Page::of(RecordedPage {
        shell: visit.shell(&app, w.recorded),
        w,
        records: own.files.iter().map(|file| record(&app.house, lang, file)).collect(),
        readings: own.readings.iter().map(|it| line(&app.house, lang, it)).collect(),
    }))
}

fn record(house: &House, lang: Lang, file: &File) -> Record {
    let known = file.identity.as_ref();
    Record {
        number: file.row.number.clone(),
        name: known.map(|known| known.name.as_str().to_owned()).unwrap_or_default(),
        nik: known.map(|known| known.nik.masked()).unwrap_or_default(),
        details: details(house, lang, file),
    }
}

fn line(house: &House, lang: Lang, reading: &Reading) -> Line {
    let w = Residents::of(lang);
    let what = match reading.what.as_str() {
        "member.nik" => w.read_nik,
        "member.card" => w.read_card,
        "certificate.open" => w.read_certificate,
        "books.open" => w.read_books,
        "products.member" | "products.open" => w.read_products,
        "curations.open" => w.read_curation,
        "bazaar.sellers" => w.read_bazaar,
        _ => w.read_file,
    };
    let by = reading.seat.as_ref().map(|(role, agency, area)| {
        let role = lang.pick(role.label_id(), role.label_en()).to_owned();
        let agency = agency.map(|agency| agency.to_string().to_uppercase());
        let area = area.map(|area| house.region_name(area));
        [Some(role), agency, area].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    Line { at: reading.at.wib(), what, by: by.unwrap_or_else(|| w.operator.to_owned()) }
}

/// Gives everything as one file.
pub(super) async fn give(State(app): State<App>, resident: Resident) -> Result<Response, Problem> {
    let own = everything(&app, resident).await?;
    let name = format!("data-saya-{}.json", own.file()?.row.number);
    let text = serde_json::to_vec_pretty(&taken_out(&app.house, &own));
    let text = text.map_err(|error| Problem::Broken(error.to_string()))?;
    Ok(taken_away(&name, "application/json", text))
}
