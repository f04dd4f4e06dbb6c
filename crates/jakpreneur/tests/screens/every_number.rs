//! Every number of the pages of figures opens a list of that length: each role, each page, each filter; and
//! the list is opened as the visitor opens it.
use super::{
    browser::Browser,
    dashboard::set,
    figures::{numbers, signed_in},
    world,
};
use std::collections::HashMap;
use testkit::on_both_engines;

/// Everybody who may read figures and see who is behind them.
pub const WHO: [(&str, &str, &str, &str); 7] = [
    ("admin", "", "", ""),
    ("sudin-barat", "", "", ""),
    ("petugas-kebonjeruk", "", "", ""),
    ("pendamping", "mentor", "ppkukm", "31.73.05"),
    ("kepala-cengkareng", "kecamatan_head", "ppkukm", "31.73.01"),
    ("opd-ppapp", "agency_administrator", "ppapp", ""),
    ("auditor", "auditor", "", ""),
];

const FILTERS: [&str; 9] = [
    "",
    "area=31.73",
    "area=31.74.01.1001",
    "agency=ppapp",
    "agency=ppkukm&area=31.73.05",
    "as_at=2022-02-15",
    "known_at=12",
    "as_at=2021-12-24&known_at=14",
    "scheme=jakbar2022&area=31.73",
];

/// The pages of figures, each ready to take a filter.
fn pages(browser: &mut Browser) -> Vec<String> {
    let targets = browser.open("/target");
    let ids = targets.split("<a href=\"/target/").skip(1);
    let ids = ids.filter_map(|rest| rest.split_once('"')).map(|(id, _)| id.to_owned());
    let mut pages: Vec<String> = ids.map(|id| format!("/target/{id}?")).collect();
    pages.retain(|page| page.len() > 40);
    pages.sort();
    pages.dedup();
    let by = ["", "area:kecamatan", "area:kelurahan,sex", "agency,sex", "month,track"];
    pages.extend(by.map(|by| format!("/angka/tahap?by={by}&")));
    pages.extend(["/dasbor?".to_owned(), "/target?".to_owned()]);
    pages
}

/// How many lines a list has, over all its pages.
pub fn length(browser: &mut Browser, href: &str) -> u64 {
    let (mut lines, mut next) = (0, Some(href.to_owned()));
    while let Some(path) = next {
        let page = browser.open(&path).replace("&#38;", "&").replace("&amp;", "&");
        lines += page.matches("<th role=\"rowheader\"").count() as u64;
        let after = page.split_once("\" rel=\"next\"").map(|(before, _)| before);
        next = after.and_then(|before| before.rsplit_once('"')).map(|(_, href)| href.to_owned());
    }
    lines
}

/// Numbers in cells that lead nowhere.
fn bare(page: &str) -> Vec<&str> {
    let cells = page.split("<td class=\"jp-num\">").skip(1);
    let texts = cells.filter_map(|cell| cell.split_once("</td>")).map(|(text, _)| text);
    let is_number = |text: &&str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    texts.filter(is_number).collect()
}

/// The targets that say `8.637 dari 12.120`, with the lists of the first number.
fn bullets(page: &str) -> Vec<(u64, String)> {
    let links = page.split("<strong class=\"jp-num\"><a href=\"/orang").skip(1);
    let read = |link: &str| {
        let (href, rest) = link.split_once("\">").expect("an address");
        let (said, _) = rest.split_once(" dari ").expect("of how many");
        let n = said.replace('.', "").parse().expect("a number");
        (n, href.replace("&#38;", "&").replace("&amp;", "&"))
    };
    links.map(read).collect()
}

on_both_engines!(every_number_opens_a_list_of_that_length_for_each_role_page_and_filter, |fresh| {
    let app = world::inhabited(&fresh);
    // Of whom only the kecamatan is known.
    let place = ("ppkukm", "31.73.05");
    world::member(&app, "3173051507910021", "Contoh Delapan", place, "2022-02-02", &[]);
    set(&mut signed_in(&app, "admin"));
    for (name, role, agency, area) in WHO.into_iter().filter(|(_, role, ..)| !role.is_empty()) {
        world::account(&app, name, role, agency, area);
    }
    for (name, ..) in WHO {
        let mut browser = signed_in(&app, name);
        let (mut lengths, mut checked, mut unknown) = (HashMap::new(), 0, 0);
        for page in pages(&mut browser) {
            for filter in FILTERS {
                let path = format!("{page}{filter}");
                let html = browser.open(&path);
                if html.contains("unknown=area%3Akelurahan") {
                    unknown += 1;
                }
                if !page.starts_with("/target") {
                    assert_eq!(bare(&html), Vec::<&str>::new(), "{name}: {path}");
                }
                for (n, href) in numbers(&html).into_iter().chain(bullets(&html)) {
                    let listed = lengths.entry(href);
                    let href = format!("/orang{}", listed.key());
                    let listed = listed.or_insert_with(|| length(&mut browser, &href));
                    assert_eq!(n, *listed, "{name}: {path} -> {href}");
                    checked += 1;
                }
            }
        }
        assert!(checked > 500, "{name}: {checked}");
        let sees = ["admin", "sudin-barat", "petugas-kebonjeruk", "pendamping", "auditor"];
        assert_eq!(unknown > 0, sees.contains(&name), "{name}: {unknown} of whom it is not known");
    }
});

#[test]
fn a_share_of_a_target_and_its_bullet_lead_to_their_people() {
    let fresh = testkit::Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut admin = signed_in(&app, "admin");
    set(&mut admin);
    assert!(bullets(&admin.open("/dasbor")).len() >= 4, "{}", admin.page);
    let targets = admin.open("/target");
    let of_all = targets.split("<a href=\"/target/").skip(1).find(|rest| rest.contains("2018"));
    let (id, _) = of_all.and_then(|rest| rest.split_once('"')).expect("a target");
    let page = admin.open(&format!("/target/{id}"));
    let shares = page.split("tabel-versi").next().expect("before the versions");
    let led = numbers(shares).len();
    assert!(led >= 2, "shares by area and by agency have lists: {page}");
}
