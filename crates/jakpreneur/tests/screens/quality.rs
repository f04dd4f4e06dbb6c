//! The board of data quality: each number opens its list, and says what it touches.
use crate::{
    figures::{numbers, signed_in},
    world,
};
use axum::http::StatusCode;
use testkit::on_both_engines;

/// The numbers of the page that lead to lists of records, with their addresses.
fn findings(page: &str) -> Vec<(usize, String)> {
    let links = page.split("<a href=\"/mutu/").skip(1);
    let read = |link: &str| {
        let (href, rest) = link.split_once("\">").expect("an address");
        let (said, _) = rest.split_once("</a>").expect("a number");
        let n = said.replace('.', "").parse().expect("a number");
        (n, format!("/mutu/{}", href.replace("&#38;", "&").replace("&amp;", "&")))
    };
    links.map(read).collect()
}

on_both_engines!(each_number_of_the_quality_board_opens_a_list_of_that_length, |fresh| {
    let app = world::inhabited(&fresh);
    let mut seen = Vec::new();
    for name in ["admin", "sudin-barat", "petugas-kebonjeruk"] {
        let mut browser = signed_in(&app, name);
        for months in [1, 6] {
            let page = browser.open(&format!("/mutu?months={months}"));
            let found = findings(&page);
            assert!(found.len() >= 5, "{page}");
            for (n, href) in found {
                let list = browser.open(&href);
                let lines = list.matches("<th role=\"rowheader\"").count();
                assert_eq!(n, lines, "{name}: {href}");
                seen.push((name, n));
            }
            for (n, href) in numbers(&page) {
                let list = browser.open(&format!("/orang{href}"));
                assert_eq!(n, list.matches("<th role=\"rowheader\"").count() as u64, "{href}");
            }
        }
    }
    assert!(seen.iter().any(|(_, n)| *n > 0), "nothing was found at all");
    let of = |name: &str| seen.iter().filter(|(by, _)| *by == name).map(|(_, n)| n).max().copied();
    assert!(of("admin") > of("petugas-kebonjeruk"), "each sees the records within reach");
});

on_both_engines!(the_board_counts_what_the_records_say, |fresh| {
    let app = world::inhabited(&fresh);
    let place = ("ppkukm", "31.73.05.1001");
    // A NIK first issued outside Jakarta, registered today: odd, and neither late nor without contact.
    world::member(&app, "3201055506900009", "Contoh Tujuh", place, "2022-06-22", &[]);
    let mut admin = signed_in(&app, "admin");
    let csv = admin.get("/mutu?format=csv").text();
    let count = |finding: &str| {
        let line = csv.lines().find(|line| line.starts_with(finding)).expect("a finding");
        line.split(',').nth(1).and_then(|n| n.parse::<u64>().ok()).expect("a number")
    };
    assert_eq!(count("odd-nik"), 1, "{csv}");
    assert_eq!(count("no-kelurahan"), 0);
    assert_eq!(count("before-registration"), 0);
    assert_eq!(count("no-contact"), 1, "registered in November 2021 and nothing since: {csv}");
    assert_eq!(count("entered-late"), 6, "all but the two registered on the day: {csv}");
    let mut executive = signed_in(&app, "pimpinan");
    let page = executive.open("/mutu");
    assert!(!page.contains("href=\"/mutu/") && page.contains("Mutu data"));
    assert_eq!(executive.get("/mutu/odd-nik").status, StatusCode::FORBIDDEN);
    assert_eq!(admin.get("/mutu/rahasia").status, StatusCode::NOT_FOUND);
    assert_eq!(admin.get("/mutu?months=0").status, StatusCode::UNPROCESSABLE_ENTITY);
});
