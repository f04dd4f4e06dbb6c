//! The figures: every number is the length of the list behind it, on the page and in the files.
use super::{
    browser::{Browser, own, tidy},
    world,
};
use axum::http::StatusCode;
use jakpreneur::{
    App,
    people::{self, Asked},
    reports::{Narrowing, Words, stage_of},
    staff,
};
use rules::StageKind;
use std::sync::Arc;
use testkit::{Fresh, on_both_engines};

pub fn signed_in(app: &App, name: &str) -> Browser {
    let mut browser = Browser::new(app);
    browser.sign_in(name);
    browser
}

#[test]
fn the_page_of_a_city_office_and_the_map_of_all_jakarta() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut city = signed_in(&app, "sudin-barat");
    let path = "/angka/tahap?scheme=jakbar2022&registered_from=2022-01-01&by=area:kecamatan&by=sex";
    insta::assert_snapshot!("figures-city", own(&city.open(path)));
    let mut admin = signed_in(&app, "admin");
    let page = admin.open("/angka/tahap?by=area:kecamatan");
    insta::assert_snapshot!("figures-map", own(&page));
    assert!(admin.weigh("/angka/tahap?by=area:kecamatan") < 15_000);
    insta::assert_snapshot!("figures-print", tidy(&admin.open("/angka/tahap?cetak=1&by=month")));
}

/// The numbers of a page that lead to a list, with the list's address.
pub fn numbers(page: &str) -> Vec<(u64, String)> {
    let links = page.split("<a href=\"/orang").skip(1);
    let number = |link: &str| {
        let (href, rest) = link.split_once("\">").expect("an address");
        let (said, _) = rest.split_once("</a>").expect("a number");
        let n = said.replace('.', "").parse().ok()?;
        Some((n, href.replace("&#38;", "&").replace("&amp;", "&")))
    };
    links.filter_map(number).collect()
}

pub fn listed(app: &App, officer: &staff::Officer, href: &str) -> u64 {
    let query = href.trim_start_matches('?');
    let mut words = Words::default();
    let (mut stage, mut measure) = (None, String::new());
    let (mut since, mut without) = (None, None);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let value = value.into_owned();
        match name.as_ref() {
            "area" => words.area = Some(value),
            "agency" => words.agency = Some(value),
            "sex" => words.sex = Some(value),
            "unknown" => words.unknown = Some(value),
            "track" => words.track = Some(value),
            "business_type" => words.business_type = Some(value),
            "channel" => words.channel = Some(value),
            "registered_from" => words.registered_from = Some(value),
            "registered_to" => words.registered_to = Some(value),
            "scheme" => words.scheme = Some(value),
            "as_at" => words.as_at = Some(value),
            "known_at" => words.known_at = Some(value),
            "stage" => stage = StageKind::of_word(&value),
            "measure" => measure = value,
            "since" => since = value.parse().ok().map(|day| rules::Day::of(day).0),
            "without" => without = StageKind::of_word(&value),
            other => panic!("the list does not know {other}"),
        }
    }
    let narrowing: Narrowing = words.understand(&app.house).expect("the list understands");
    let number = |stage: StageKind| (0..7).find(|n| stage_of(*n) == stage).expect("a stage");
    let measure = stage.map(|stage| match measure.as_str() {
        _ if since.is_some() => figures::Measure::First(number(stage), since.expect("a day")),
        _ if without.is_some() => {
            figures::Measure::Without(number(stage), number(without.expect("a stage")))
        }
        "reached" => figures::Measure::Reached(number(stage)),
        "open" => figures::Measure::Open(number(stage)),
        "at" => figures::Measure::At(number(stage)),
        other => panic!("no measure is called {other}"),
    });
    let asked = Asked { narrowing, measure, limit: 200, ..Asked::default() };
    let found = people::list(&app.db, &app.house, officer, &asked).expect("lists");
    assert_eq!(found.total, u64::try_from(found.items.len()).expect("few"), "{href}");
    found.total
}

pub fn officer(app: &App, name: &str) -> Arc<staff::Officer> {
    let name = name.to_owned();
    let all = app.operator();
    let account = app.db.look(move |tx| staff::account_named(tx, &all.scope, &name));
    Arc::new(
        account.map_err(jakpreneur::Problem::from).expect("looks").expect("is there").officer(),
    )
}

on_both_engines!(every_number_is_the_length_of_its_list, |fresh| {
    let app = world::inhabited(&fresh);
    let dimensions = [
        "",
        "area:city",
        "area:kecamatan",
        "area:kelurahan",
        "agency",
        "business_type",
        "sex",
        "track",
        "channel",
        "month",
        "year",
        "month,area:city,agency",
    ];
    let filters = [
        "",
        "&area=31.73",
        "&area=31.73.05.1001",
        "&agency=ppapp",
        "&as_at=2022-02-15",
        "&registered_from=2022-01-04&registered_to=2022-03-31",
        "&known_at=9",
    ];
    let mut checked = 0;
    for name in ["admin", "sudin-barat", "petugas-kebonjeruk"] {
        let (mut browser, officer) = (signed_in(&app, name), officer(&app, name));
        for by in dimensions {
            for filter in filters {
                let path = format!("/angka/tahap?by={by}{filter}");
                let page = browser.open(&path);
                let numbers = numbers(&page);
                assert!(numbers.len() >= 26, "{path}: cards, stages and the total are links");
                for (n, href) in numbers {
                    assert_eq!(n, listed(&app, &officer, &href), "{name}: {path} -> /orang{href}");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 5_000, "{checked}");
});

#[test]
fn a_question_that_cannot_be_answered_comes_back_with_what_is_wrong() {
    let fresh = Fresh::sqlite();
    let mut browser = signed_in(&world::inhabited(&fresh), "admin");
    let answer =
        browser.get("/angka/tahap?as_at=31-02-2022&by=sex&by=sex&known_at=9999&area=31.73");
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("<title>Kesalahan: Angka tahap"));
    for field in ["as_at", "by"] {
        assert!(page.contains(&format!("<a href=\"#{field}\">")), "{field}");
    }
    assert!(page.contains("value=\"31-02-2022\""), "what was typed is kept");
    assert!(page.contains("<option value=\"31.73\" selected>"));
    let beyond = browser.get("/angka/tahap?known_at=9999");
    assert_eq!(beyond.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(beyond.text().contains("<a href=\"#known_at\">"));
}

#[test]
fn the_files_say_the_same_as_the_page() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "sudin-barat");
    let path = "/angka/tahap?by=area:kecamatan&format=";
    let csv = browser.get(&format!("{path}csv"));
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    let name = "attachment; filename=\"angka-tahap-2022-06-22.csv\"";
    assert_eq!(csv.header("content-disposition"), name);
    insta::assert_snapshot!("figures-csv", csv.text());
    let pdf = browser.get(&format!("{path}pdf"));
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let xlsx = browser.get(&format!("{path}xlsx"));
    let rows = documents::table::read_all(
        &xlsx.bytes,
        documents::table::Format::Xlsx,
        documents::table::Limits::default(),
    );
    let rows = rows.expect("a workbook");
    // The workbook has a sum at its end, and the text a header.
    assert_eq!(rows.len(), csv.text().lines().count());
    let sum = rows.last().and_then(|row| row.cells.get(5));
    assert_eq!(sum, Some(&documents::table::Cell::Number(4.0)), "everybody once, by latest stage");
    let json = browser.get(&format!("{path}json"));
    let answer: serde_json::Value = serde_json::from_slice(&json.bytes).expect("JSON");
    assert_eq!(answer["persons"], 4);
    assert_eq!(browser.get(&format!("{path}doc")).status, StatusCode::UNPROCESSABLE_ENTITY);
    let taken: Vec<(i64,)> = app.db.look(|tx| tx.all(TAKEN, ())).expect("looks");
    assert_eq!(taken, vec![(4,); 4], "each file is logged with its persons");
}

const TAKEN: &str = "select found from read_log where what = 'figure.export'";

#[test]
fn who_may_not_see_lists_gets_numbers_without_them_and_nobody_else_gets_any() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let page = signed_in(&app, "pimpinan").open("/angka/tahap?by=agency");
    assert!(page.contains("<p class=\"jp-figure\">6</p>") && !page.contains("/orang"));
    let mut counter = signed_in(&app, "petugas-kebonjeruk");
    assert!(!counter.open("/angka/tahap").contains("format="));
    assert_eq!(counter.get("/angka/tahap?format=csv").status, StatusCode::FORBIDDEN);
    let nobody = Browser::new(&app).get("/angka/tahap?by=sex");
    assert_eq!(nobody.header("location"), "/masuk?next=%2Fangka%2Ftahap%3Fby%3Dsex");
}
