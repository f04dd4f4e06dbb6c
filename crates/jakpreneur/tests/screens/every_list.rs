//! Every number of training and of growth opens a list of that length: each role, each page, each filter.
use super::{
    browser::Browser,
    classes::announced,
    every_number::{WHO, length},
    figures::signed_in,
    world,
};
use axum::http::StatusCode;
use jakpreneur::App;
use rules::MemberId;
use std::collections::HashMap;
use testkit::on_both_engines;

const FILTERS: [&str; 5] =
    ["", "area=31.73", "agency=ppapp", "agency=ppkukm&area=31.73.05", "area=31.74.01.1001"];
const TRAINING: [&str; 3] = ["by=kecamatan", "by=month&year=2022", "by=trade"];
const GROWTH: [&str; 7] = [
    "by=agency",
    "by=area:kelurahan",
    "by=year&definition=class",
    "by=mentor",
    "by=area:city&threshold=60",
    "by=area:kecamatan&as_at=2022-04-15",
    "by=year&indicators=workers&registered_from=2022-01-01",
];

/// The numbers of a page that lead to lists at a path: as they are said, with the list's address.
fn numbers(page: &str, path: &str) -> Vec<(String, String)> {
    let begins = format!("<a href=\"{path}?");
    let number = |link: &str| {
        let (query, rest) = link.split_once("\">").expect("an address");
        let (said, _) = rest.split_once("</a>").expect("a number");
        let query = query.replace("&#38;", "&").replace("&amp;", "&");
        (said.to_owned(), format!("{path}?{query}"))
    };
    page.split(&begins).skip(1).map(number).collect()
}

/// A month of a business.
fn told(browser: &mut Browser, member: MemberId, fields: &[(&str, &str)]) {
    let path = format!("/warga/{member}/perkembangan");
    browser.open(&path);
    browser.follow(&path, &[fields, &[("source", "books"), ("confirmed", "true")]].concat());
}

/// A class, somebody in it, and businesses of which one grew and one shrank.
fn busy(app: &App) {
    let at = |place: (&str, &str), nik: &str, name: &str| {
        world::member(app, nik, name, place, "2022-01-03", &[])
    };
    let grew = at(("ppkukm", "31.73.05.1001"), "3173055506900103", "Contoh Tujuh");
    let shrank = at(("ppkukm", "31.73.05"), "3173055506900104", "Contoh Delapan");
    let mut admin = signed_in(app, "admin");
    for (member, workers) in [(grew, ["1", "3"]), (shrank, ["4", "1"])] {
        for (month, workers) in ["2022-01", "2022-05"].into_iter().zip(workers) {
            let turnover = if workers == "3" { "3000000" } else { "2000000" };
            told(
                &mut admin,
                member,
                &[("month", month), ("turnover", turnover), ("women_paid", workers)],
            );
        }
    }
    let mut city = signed_in(app, "sudin-barat");
    let class = announced(&mut city, &super::classes::CLASS);
    let invite = format!("/kelas-kerja/{class}/undang");
    city.open(&invite);
    city.follow(&invite, &[("area", "31.73.05"), ("not_reached", ""), ("limit", "20")]);
    let desk = format!("/kelas-kerja/{class}/daftarkan");
    city.open(&desk);
    city.follow(&desk, &[("member", &grew.to_string())]);
}

/// Compares each number with its list; answers how many were.
fn compared(
    browser: &mut Browser,
    page: &str,
    lists: &str,
    seen: &mut HashMap<String, u64>,
) -> usize {
    let html = browser.open(page);
    let mut checked = 0;
    for (said, href) in numbers(&html, lists) {
        // Behind workers gained stand businesses.
        let of_workers = href.contains("=gaining") || href.contains("=losing");
        if of_workers && !said.contains("usaha") {
            continue;
        }
        let digits: String = said.chars().filter(char::is_ascii_digit).collect();
        let listed = seen.entry(href.clone()).or_insert_with(|| length(browser, &href));
        assert_eq!(digits.parse().ok(), Some(*listed), "{page} -> {href}");
        checked += 1;
    }
    checked
}

on_both_engines!(every_number_of_training_and_growth_opens_a_list_of_that_length, |fresh| {
    let app = world::inhabited(&fresh);
    busy(&app);
    for (name, role, agency, area) in WHO.into_iter().filter(|(_, role, ..)| !role.is_empty()) {
        world::account(&app, name, role, agency, area);
    }
    for (name, ..) in WHO {
        let mut browser = signed_in(&app, name);
        let (mut seen, mut growth, mut training) = (HashMap::new(), 0, 0);
        for filter in FILTERS {
            for by in GROWTH {
                let page = format!("/angka/naik-kelas?{by}&{filter}");
                growth += compared(&mut browser, &page, "/angka/naik-kelas/usaha", &mut seen);
            }
            for by in TRAINING {
                let page = format!("/angka/pelatihan?{by}&{filter}");
                if browser.get(&page).status != StatusCode::FORBIDDEN {
                    training += compared(&mut browser, &page, "/angka/pelatihan/orang", &mut seen);
                }
            }
        }
        assert!(growth > 300, "{name}: {growth}");
        assert!(training == 0 || training > 50, "{name}: {training}");
        if name == "admin" {
            assert!(seen.keys().any(|href| href.contains("unknown=mentor")), "{seen:?}");
            assert!(seen.keys().any(|href| href.contains("unknown=area%3Akelurahan")), "{seen:?}");
            let invited = seen.iter().any(|(href, n)| href.contains("measure=invited") && *n == 4);
            assert!(invited, "{seen:?}");
        }
    }
});
