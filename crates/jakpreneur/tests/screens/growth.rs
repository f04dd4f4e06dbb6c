//! How a business does: the table, the form that asks back, and taking back.
use super::{
    browser::Browser,
    world::{self, inhabited},
};
use axum::http::StatusCode;
use testkit::Fresh;

#[test]
fn a_month_is_told_asked_back_and_taken_back_without_scripts() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let place = ("ppkukm", "31.73.05.1001");
    let member = world::member(&app, "3173055506900103", "Contoh Tujuh", place, "2022-01-03", &[]);
    let mut browser = Browser::new(&app);
    browser.sign_in("petugas-kebonjeruk");
    let file = browser.open(&format!("/warga/{member}"));
    let path = format!("/warga/{member}/perkembangan");
    assert!(file.contains(&format!("href=\"{path}\"")), "the file leads there");
    assert!(browser.open(&path).contains("Belum ada bulan yang didata."));
    let first = [("month", "April 2022"), ("turnover", "2.000.000"), ("source", "books")];
    let page = browser.follow(&path, &first);
    for said in ["April 2022", "awal", "Rp2.000.000", "tidak diketahui", "Pembukuan"] {
        assert!(page.contains(said), "{said}");
    }
    let odd = [("month", "2022-05"), ("turnover", "20000000"), ("source", "told")];
    let answer = browser.send(&path, &odd);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = answer.text();
    assert!(again.contains("value=\"20000000\"") && again.contains("name=\"confirmed\""));
    let page = browser.follow(&path, &[&odd[..], &[("confirmed", "true")]].concat());
    assert!(page.contains("Rp20.000.000") && !page.contains("name=\"confirmed\""));
    let back = format!("{path}/batal");
    let wrong = browser.send(&back, &[("void_month", "2022-05"), ("void_reason", "")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = browser.follow(&back, &[("void_month", "2022-05"), ("void_reason", "salah orang")]);
    assert!(page.contains("Bulan itu dibatalkan.") && !page.contains("Rp20.000.000"));
}

/// The numbers of the page with the addresses of their lists.
fn numbers(page: &str) -> Vec<(u64, String)> {
    let links = page.split("<a href=\"/angka/naik-kelas/usaha").skip(1);
    let number = |link: &str| {
        let (query, rest) = link.split_once("\">").expect("an address");
        let (said, _) = rest.split_once("</a>").expect("a number");
        let digits: String = said.chars().filter(char::is_ascii_digit).collect();
        let query = query.replace("&#38;", "&").replace("&amp;", "&");
        (digits.parse().expect("a number"), format!("/angka/naik-kelas/usaha{query}"))
    };
    links.map(number).collect()
}

#[test]
fn every_growth_number_is_as_long_as_its_list_and_can_be_taken_away() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let place = ("ppkukm", "31.73.05.1001");
    let member = world::member(&app, "3173055506900103", "Contoh Tujuh", place, "2022-01-03", &[]);
    let mut browser = Browser::new(&app);
    browser.sign_in("sudin-barat");
    let path = format!("/warga/{member}/perkembangan");
    browser.open(&path);
    browser.follow(
        &path,
        &[("month", "2022-01"), ("turnover", "2000000"), ("women_paid", "1"), ("source", "books")],
    );
    browser.follow(
        &path,
        &[("month", "2022-05"), ("turnover", "3000000"), ("women_paid", "3"), ("source", "books")],
    );
    for query in ["", "?by=year", "?by=agency&definition=class", "?by=mentor", "?threshold=60"] {
        let page = browser.open(&format!("/angka/naik-kelas{query}"));
        assert!(page.contains("Angka naik kelas"), "{query}");
        let numbers = numbers(&page);
        assert!(numbers.len() > 15, "{query}: {}", numbers.len());
        for (number, list) in numbers {
            let listed = browser.open(&list);
            let said = listed.split_once("role=\"status\"><strong>").expect("a total").1;
            let said: String = said.chars().take_while(|c| *c != ' ').collect();
            let total: u64 = said.replace('.', "").parse().expect("a total");
            if list.contains("measure=gaining") || list.contains("measure=losing") {
                continue;
            }
            assert_eq!(total, number, "{list}");
        }
    }
    let page = browser.open("/angka/naik-kelas");
    assert!(page.contains("2 tenaga kerja bertambah di"), "job absorption");
    let rose = browser.open("/angka/naik-kelas/usaha?measure=rose");
    assert!(rose.contains("Contoh Tujuh") && rose.contains("1 menjadi 3"), "{rose}");
    let csv = browser.open("/angka/naik-kelas?format=csv");
    assert!(csv.contains("Kebon Jeruk") && csv.contains("Tenaga kerja bertambah"), "{csv}");
    let mut executive = Browser::new(&app);
    executive.sign_in("pimpinan");
    let page = executive.open("/angka/naik-kelas");
    assert!(numbers(&page).is_empty(), "sees figures and no names");
}

#[test]
fn needs_are_assessed_on_a_page_and_shown_where_the_member_is() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let place = ("ppkukm", "31.73.05.1001");
    let member = world::member(&app, "3173055506900103", "Contoh Tujuh", place, "2022-01-03", &[]);
    let mut browser = Browser::new(&app);
    browser.sign_in("petugas-kebonjeruk");
    let path = format!("/warga/{member}/kebutuhan");
    assert!(browser.open(&format!("/warga/{member}")).contains(&path), "the file leads there");
    assert!(browser.open(&path).contains("belum pernah dinilai"));
    let nothing = browser.send(&path, &[("permit", "unknown")]);
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = browser.follow(&path, &[("permit", "no"), ("chat", "yes")]);
    for said in ["Penilaian tersimpan.", "Punya NIB atau izin usaha?", "Saran saja.", "1 dari 1"] {
        assert!(page.contains(said), "{said}");
    }
    let file = browser.open(&format!("/warga/{member}"));
    assert!(file.contains("Disarankan: Perizinan."), "{file}");
}
