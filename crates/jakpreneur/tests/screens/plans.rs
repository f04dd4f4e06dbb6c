//! Plans: laid out by hand, changed line by line, copied, brought in as a file; light with 1.500 classes.
use super::{
    browser::{Browser, tidy},
    world,
};
use axum::http::StatusCode;
use jakpreneur::demo;
use testkit::{Fresh, on_both_engines};

const HEAD: [(&str, &str); 5] = [
    ("agency", "ppkukm"),
    ("area", "31.73"),
    ("year", "2022"),
    ("title", "Rencana 2022"),
    ("persons_target", "100"),
];
const LINE: [(&str, &str); 11] = [
    ("version", "1"),
    ("kind", "trade"),
    ("trade", "kuliner"),
    ("area", "31.73.05"),
    ("month", "7"),
    ("classes", "2"),
    ("seats", "40"),
    ("sessions", "3"),
    ("persons", "70"),
    ("first_on", "2022-07-05"),
    ("place", "Aula Contoh"),
];

fn with<'f>(fields: &[(&'f str, &'f str)], more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = fields.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more).copied().collect()
}

/// Lays out a plan by hand; answers where it is.
fn lay_out(browser: &mut Browser) -> String {
    browser.open("/rencana/baru");
    let answer = browser.send("/rencana/baru", &HEAD);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header("location").to_owned()
}

on_both_engines!(a_plan_is_laid_out_and_changed_line_by_line, |fresh| {
    let app = world::inhabited(&fresh);
    let mut browser = Browser::new(&app);
    browser.sign_in("sudin-barat");
    let place = lay_out(&mut browser);
    let new = format!("{place}/baris/baru");
    browser.open(&new);
    let wrong = browser.send(&new, &with(&LINE, &[("persons", "81"), ("reason", "Baru")]));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.text().contains("<a href=\"#persons\">")
            && wrong.text().contains("value=\"Aula Contoh\"")
    );
    let page = browser.follow(&new, &with(&LINE, &[("reason", "Kelas pertama")]));
    assert!(
        page.contains("Versi 2 tersimpan.")
            && page.contains("1 baris, 2 kelas, 80 kursi, 70 orang"),
        "{page}"
    );

    let page = browser.open(&place);
    insta::assert_snapshot!("plan", tidy(&page));
    assert!(page.contains("70,00% dari sasaran") && page.contains("masih kurang 30 orang"));
    let line = format!("{place}/baris/1");
    browser.open(&line);
    let old = browser.send(&line, &with(&LINE, &[("seats", "50"), ("reason", "Ruang besar")]));
    assert_eq!(old.status, StatusCode::CONFLICT, "version 1 is no longer the newest");
    let now = [("seats", "50"), ("version", "2"), ("reason", "Ruang besar")];
    browser.open(&line);
    assert!(browser.follow(&line, &with(&LINE, &now)).contains("2 kelas, 100 kursi"));
    browser.open(&line);
    let gone = [("version", "3"), ("reason", "Batal")];
    assert!(browser.follow(&format!("{line}/hapus"), &gone).contains("Tidak ada baris."));
    let before = browser.open(&format!("{place}?versi=2"));
    assert!(before.contains("Ini versi 2") && before.contains("<p class=\"jp-figure\">80</p>"));
    let target =
        [("title", "Rencana 2022"), ("persons_target", "90"), ("version", "4"), ("reason", "x")];
    browser.open(&format!("{place}/sasaran"));
    assert!(browser.follow(&format!("{place}/sasaran"), &target).contains("Versi 5 tersimpan."));
    let twice = browser.send("/rencana/baru", &HEAD);
    assert_eq!(twice.status, StatusCode::CONFLICT);
});

#[test]
fn a_file_is_tried_out_before_it_becomes_a_plan() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = Browser::new(&app);
    browser.sign_in("sudin-barat");
    browser.open("/rencana/impor");
    let missing = browser.send_file("/rencana/impor", &HEAD, ("r.csv", "Jenis,Bidang\nx,y\n"));
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.text().contains("Kolom Kecamatan tidak ada dalam berkas"));
    browser.open("/rencana/impor");
    let file = "Jenis,Bidang,Kecamatan,Bulan,Jumlah Kelas,Kursi,Sesi,Orang\n\
        dasar,kuliner,Kebon Jeruk,Maret,1,40,2,30\ndasar,kuliner,Tebet,Maret,1,40,2,30\n";
    let sent = browser.send_file("/rencana/impor", &HEAD, ("r.csv", file));
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let tried = sent.header("location").to_owned();
    let page = browser.open(&tried);
    insta::assert_snapshot!("plan-tried", tidy(&page));
    assert!(browser.open("/rencana").contains("Belum ada rencana."), "nothing is recorded yet");
    let back = browser.get(&format!("{tried}/ditolak"));
    assert!(back.header("content-disposition").contains("r-ditolak.csv"));
    assert!(back.text().contains("di luar wilayah rencana"));
    browser.open(&tried);
    let page = browser.follow(&format!("{tried}/simpan"), &[]);
    assert!(page.contains("<h1>Rencana 2022</h1>") && page.contains("Kebon Jeruk"));
    let mut other = Browser::new(&app);
    other.sign_in("admin");
    assert_eq!(other.get(&tried).status, StatusCode::NOT_FOUND);
}

#[test]
fn the_year_of_fifteen_hundred_classes_is_a_light_page() {
    let fresh = Fresh::sqlite();
    let app = world::open(&fresh);
    demo::tell(&app, demo::Demo { members: 5, seed: 1 }, &mut |_, _, _| {}).expect("is told");
    world::account(&app, "pimpinan", "executive", "", "");
    world::account(&app, "petugas", "registration_officer", "ppkukm", "31.73.05");
    let mut browser = Browser::new(&app);
    browser.sign_in("pimpinan");
    let list = browser.open("/rencana");
    assert!(list.contains("43.000") && list.contains("147.000") && list.contains("1.500"));
    assert!(!list.contains("/rencana/baru"), "whoever may not plan is offered nothing");
    assert_eq!(browser.get("/rencana/baru").status, StatusCode::FORBIDDEN);
    let href = list.split("href=\"/rencana/").nth(1).and_then(|rest| rest.split('"').next());
    let place = format!("/rencana/{}", href.expect("a plan"));
    for path in ["/rencana".to_owned(), place.clone(), format!("{place}/baris")] {
        let weight = browser.weigh(&path);
        assert!(weight < 16_000, "{path} weighs {weight}");
    }
    let first = browser.open(&format!("{place}/baris"));
    assert_eq!(first.matches("<tr><th scope=\"row\"").count(), 50);
    assert!(first.contains("1.320 baris, 1.500 kelas, 147.000 kursi, 43.000 orang"));
    let file = browser.get(&format!("{place}/unduh?format=csv"));
    assert_eq!(file.text().lines().count(), 1_321);

    let mut clerk = Browser::new(&app);
    clerk.sign_in("petugas");
    let own = clerk.open(&place);
    assert!(own.contains("Anda melihat baris Kebon Jeruk saja") && !own.contains("Tebet"));
}
