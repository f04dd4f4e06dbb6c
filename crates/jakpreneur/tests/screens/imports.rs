//! Sending files: tried out, recorded, and what comes back.
use super::{
    browser::{Browser, own},
    world,
};
use axum::http::StatusCode;
use jakpreneur::App;
use std::{thread, time::Duration};
use testkit::{Fresh, on_both_engines};

/// One new, one that is there already, two that are refused.
const FILE: &str = "NIK,Nama,Kelurahan,Tanggal Daftar,Catatan Lama\n\
    3173055706960009,Contoh Tujuh,31.73.05.1001,2022-05-01,x\n\
    3173055506900003,Contoh Satu,31.73.05.1001,2022-01-03,x\n\
    31730557069600,Contoh Delapan,31.73.05.1001,2022-05-01,x\n\
    3173055806970010,Contoh Sembilan,31.73.05.1001,2023-01-01,x\n";

fn settle(app: &App) {
    for _ in 0..200 {
        if app.imports.is_idle() {
            return;
        }
        thread::sleep(Duration::from_millis(25));
    }
    panic!("the import does not end");
}

fn send(browser: &mut Browser, fields: &[(&str, &str)]) -> String {
    browser.open("/impor");
    let answer = browser.send_file("/impor", fields, ("peserta.csv", FILE));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header("location").to_owned()
}

fn cards(page: &str) -> Vec<&str> {
    let numbers = page.split("<p class=\"jp-figure\">").skip(1);
    numbers.filter_map(|part| part.split_once('<')).map(|(n, _)| n).collect()
}

on_both_engines!(a_file_is_tried_out_then_recorded_and_its_bad_rows_come_back, |fresh| {
    let app = world::inhabited(&fresh);
    let mut browser = Browser::new(&app);
    browser.sign_in("petugas-kebonjeruk");
    let place = send(&mut browser, &[("kind", "members"), ("dry_run", "true")]);
    settle(&app);
    let page = browser.open(&place);
    insta::assert_snapshot!("import-tried", own(&page));
    assert_eq!(cards(&page), ["1", "1", "0", "2"]);
    assert!(page.contains("Belum ada yang disimpan.") && page.contains("Simpan 1 baris"));

    browser.follow(&format!("{place}/simpan"), &[]);
    settle(&app);
    let page = browser.open(&place);
    insta::assert_snapshot!("import-done", own(&page));
    assert_eq!(cards(&page), ["1", "1", "0", "2"]);
    assert!(page.contains("<h1>Hasil impor</h1>") && !page.contains("Simpan 1 baris"));
    browser.follow(&format!("{place}/simpan"), &[]);
    settle(&app);
    assert_eq!(cards(&browser.open(&place)), ["1", "1", "0", "2"], "confirmed once");

    let back = browser.get(&format!("{place}/ditolak"));
    assert!(back.header("content-disposition").contains("peserta-ditolak.csv"));
    let text = back.text();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    assert!(lines.next().is_some_and(|head| head.ends_with("Catatan Lama,Alasan")));
    assert!(lines.next().is_some_and(|row| row.contains("NIK kurang 2 angka")));
    let again = send(&mut browser, &[("kind", "members")]);
    settle(&app);
    assert_eq!(
        cards(&browser.open(&again)),
        ["0", "2", "0", "2"],
        "the second time nothing is new"
    );
    insta::assert_snapshot!("imports", own(&browser.open("/impor")));
});

#[test]
fn a_file_is_seen_by_whoever_reaches_as_far_and_by_nobody_else() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    world::account(&app, "petugas-tebet", "registration_officer", "ppkukm", "31.74.01");
    let mut sender = Browser::new(&app);
    sender.sign_in("petugas-kebonjeruk");
    let place = send(&mut sender, &[("kind", "members"), ("dry_run", "true")]);
    settle(&app);
    let mut city = Browser::new(&app);
    city.sign_in("sudin-barat");
    let page = city.open(&place);
    assert!(page.contains("Hasil percobaan") && !page.contains("Simpan 1 baris"));
    let theirs = city.send(&format!("{place}/simpan"), &[]);
    assert_eq!(theirs.status, StatusCode::NOT_FOUND, "only the sender records it");
    let mut other = Browser::new(&app);
    other.sign_in("petugas-tebet");
    for path in [place.clone(), format!("{place}/ditolak")] {
        assert_eq!(other.get(&path).status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(other.open("/impor").contains("Belum ada berkas yang dikirim."));
    let mut head = Browser::new(&app);
    head.sign_in("pimpinan");
    assert_eq!(head.get("/impor").status, StatusCode::FORBIDDEN);
}

#[test]
fn a_form_without_its_token_or_its_file_leaves_nothing() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = Browser::new(&app);
    browser.sign_in("petugas-kebonjeruk");
    browser.open("/impor");
    let empty = browser.send_file("/impor", &[("kind", "services")], ("", ""));
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = empty.text();
    assert!(page.contains("<title>Kesalahan: Impor") && page.contains("<a href=\"#file\">"));
    assert!(page.contains("value=\"services\" checked>"), "what was chosen is kept");
    browser.page.clear();
    let forged = browser.send_file("/impor", &[("kind", "members")], ("peserta.csv", FILE));
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    assert!(browser.open("/impor").contains("Belum ada berkas yang dikirim."));
}
