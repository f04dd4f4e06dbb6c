//! The pages for everybody.
use super::{
    browser::{Browser, tidy},
    world,
};
use axum::http::StatusCode;
use testkit::Fresh;

const PAGES: [&str; 4] = ["/", "/bantuan", "/privasi", "/aksesibilitas"];

#[test]
fn everybody_reads_them_and_they_are_light() {
    let fresh = Fresh::sqlite();
    let mut browser = Browser::new(&world::inhabited(&fresh));
    for path in PAGES {
        let page = browser.open(path);
        insta::assert_snapshot!(format!("public{}", path.replace('/', "-")), tidy(&page));
        let weight = browser.weigh(path);
        assert!(weight < 8_000, "{path} weighs {weight} bytes");
    }
}

#[test]
fn the_front_page_counts_everybody_once_and_hides_small_numbers() {
    let fresh = Fresh::sqlite();
    let mut browser = Browser::new(&world::inhabited(&fresh));
    let page = browser.open("/");
    assert!(page.contains("<p class=\"jp-figure\">6 orang</p>"));
    assert!(page.contains("terdaftar per 22 Juni 2022"));
    assert!(page.contains(
        "<strong>Pelatihan</strong><span><span class=\"jp-num\">kurang dari 5 orang</span>"
    ));
}

#[test]
fn the_language_is_kept_and_leads_back() {
    let fresh = Fresh::sqlite();
    let mut browser = Browser::new(&world::open(&fresh));
    browser.open("/privasi");
    let page = browser.follow("/bahasa", &[("lang", "en"), ("next", "/privasi")]);
    assert!(page.contains("<html lang=\"en\">") && page.contains("<h1>Privacy</h1>"));
    for path in PAGES {
        assert!(browser.open(path).contains("<html lang=\"en\">"), "{path}");
    }
    let answer = browser.send("/bahasa", &[("lang", "id"), ("next", "//contoh.id")]);
    assert_eq!(answer.header("location"), "/");
    assert!(browser.open("/").contains("<html lang=\"id\">"));
}

#[test]
fn what_is_not_there_says_so_in_the_visitors_language() {
    let fresh = Fresh::sqlite();
    let mut browser = Browser::new(&world::open(&fresh));
    let answer = browser.get("/tidak-ada");
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.text().contains("Halaman ini tidak ada"));
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("content-security-policy").contains("default-src 'none'"));
}
