//! The pages about classes: planned, announced, read by everybody, changed, called off.
use super::{browser::Browser, world};
use axum::http::StatusCode;
use testkit::Fresh;

/// A class of two days in Kebon Jeruk, a week after the tests' today.
pub const CLASS: [(&str, &str); 16] = [
    ("title", "Kuliner dasar: keripik"),
    ("kind", "trade"),
    ("trade", "makanan-ringan"),
    ("area", "31.73.05"),
    ("place", "Aula kantor kecamatan"),
    ("capacity", "2"),
    ("closes_on", ""),
    ("share", "80"),
    ("notes", "Bawa celemek"),
    ("from", "2022-06-30"),
    ("days", "2"),
    ("all_starts", "09:00"),
    ("all_ends", "12:00"),
    ("t_name", "Instruktur Contoh"),
    ("h_kind", "ministry"),
    ("h_name", "Kementerian Contoh"),
];

/// The same with some fields otherwise.
pub fn class_with<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = CLASS.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more.iter().copied()).collect()
}

/// Announces a class, and says where it is.
pub fn announced(browser: &mut Browser, fields: &[(&str, &str)]) -> String {
    browser.open("/kelas-kerja/baru");
    let answer = browser.send("/kelas-kerja/baru", fields);
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let at = answer.header("location").split('?').next().unwrap_or_default();
    at.rsplit('/').next().unwrap_or_default().to_owned()
}

#[test]
fn a_class_is_announced_in_one_form_and_read_by_everybody() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut office = Browser::new(&app);
    office.sign_in("sudin-barat");
    let id = announced(&mut office, &CLASS);
    let work = office.open(&format!("/kelas-kerja/{id}"));
    assert!(work.contains("0 dari 2 kursi terisi") && work.contains("Kementerian Contoh"));

    let mut anybody = Browser::new(&app);
    let list = anybody.open("/kelas?kecamatan=31.73.05&bidang=makanan-ringan");
    assert!(list.contains("1 kelas akan datang") && list.contains("2 kursi lagi"), "{list}");
    assert!(anybody.open("/kelas?kecamatan=31.74.01").contains("0 kelas akan datang"));
    assert!(anybody.open("/").contains("Kuliner dasar: keripik"));
    let page = anybody.open(&format!("/kelas/{id}"));
    for said in ["30 Juni – 1 Juli 2022", "Kamis, 30 Juni 2022", "09.00–12.00", "Bawa celemek"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("kelas-kerja"), "nobody is led to pages for officers");
    let weight = anybody.weigh("/kelas");
    assert!(weight < 8_000, "the list weighs {weight} bytes");
}

#[test]
fn a_calendar_has_an_event_a_session_in_the_time_of_jakarta() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut office = Browser::new(&app);
    office.sign_in("sudin-barat");
    let id = announced(&mut office, &CLASS);
    let mut anybody = Browser::new(&app);
    for path in [format!("/kelas/{id}.ics"), "/kelas.ics?kecamatan=31.73.05".to_owned()] {
        let answer = anybody.get(&path);
        assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
        let text = answer.text();
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{text}");
        assert!(text.contains("DTSTART:20220630T020000Z\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Kuliner dasar: keripik") && text.contains("Asia/Jakarta"));
    }
    let elsewhere = anybody.get("/kelas.ics?kecamatan=31.74.01").text();
    assert!(!elsewhere.contains("BEGIN:VEVENT"));
}

#[test]
fn a_form_that_is_wrong_comes_back_with_each_mistake_at_its_field() {
    let fresh = Fresh::sqlite();
    let mut office = Browser::new(&world::inhabited(&fresh));
    office.sign_in("sudin-barat");
    office.open("/kelas-kerja/baru");
    let wrong = [
        ("title", "Kelas tanpa bidang"),
        ("kind", "basic"),
        ("area", "31.74.01"),
        ("place", "Aula"),
        ("capacity", "banyak"),
        ("s_on", "2022-06-30"),
        ("s_starts", "09:00"),
        ("s_ends", "12:00"),
        ("s_mode", "theory"),
        ("s_on", "2022-07-01"),
        ("s_starts", "09:00"),
        ("s_ends", "08:00"),
        ("s_mode", "theory"),
    ];
    let answer = office.send("/kelas-kerja/baru", &wrong);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    for (field, said) in [
        ("trade", "Bidang: Isi bagian ini"),
        ("capacity", "Jumlah kursi: Isi dengan angka yang masuk akal"),
        ("s_ends-2", "Pertemuan 2, Jam selesai: Jam selesai harus setelah jam mulai"),
    ] {
        assert!(page.contains(&format!("<a href=\"#{field}\">{said}</a>")), "{said}: {page}");
        assert!(page.contains(&format!("id=\"{field}\"")), "{field} is on the page");
    }
    assert!(page.contains("di luar wilayah"), "another city is not this officer's");
    assert!(page.contains("value=\"Kelas tanpa bidang\""), "what was typed stays");
}

#[test]
fn the_timetable_makes_sessions_on_working_days_alone() {
    let fresh = Fresh::sqlite();
    let mut office = Browser::new(&world::inhabited(&fresh));
    office.sign_in("sudin-barat");
    office.open("/kelas-kerja/baru");
    let made = class_with(&[("days", "3"), ("do", "make")]);
    let page = office.send("/kelas-kerja/baru", &made).text();
    assert!(page.contains("3 pertemuan dibuat"), "{page}");
    for day in ["2022-06-30", "2022-07-01", "2022-07-04"] {
        assert!(page.contains(&format!("name=\"s_on\" type=\"date\" value=\"{day}\"")), "{day}");
    }
    let never = class_with(&[("days", "0"), ("do", "make")]);
    assert_eq!(office.send("/kelas-kerja/baru", &never).status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_clash_is_told_once_and_announced_when_it_is_meant() {
    let fresh = Fresh::sqlite();
    let mut office = Browser::new(&world::inhabited(&fresh));
    office.sign_in("sudin-barat");
    announced(&mut office, &CLASS);
    let page = office.send("/kelas-kerja/baru", &CLASS);
    assert_eq!(page.status, StatusCode::OK, "warned, not refused");
    assert!(page.text().contains("ruangan yang sama dengan Kuliner dasar: keripik"));
    assert!(page.text().contains("name=\"clashes\" value=\"4\""), "{}", page.text());
    let meant = class_with(&[("clashes", "4")]);
    let work = office.follow("/kelas-kerja/baru", &meant);
    assert!(work.contains("Kelas diumumkan.") && work.contains("Bentrok dengan kelas lain"));
}

#[test]
fn a_class_is_changed_and_called_off_with_a_reason() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut office = Browser::new(&app);
    office.sign_in("sudin-barat");
    let at = format!("/kelas-kerja/{}", announced(&mut office, &CLASS));
    let form = office.open(&format!("{at}/ubah"));
    assert!(
        form.contains("value=\"Aula kantor kecamatan\"") && form.contains("value=\"2022-07-01\"")
    );
    let session = [
        ("s_number", "1"),
        ("s_on", "2022-06-30"),
        ("s_starts", "09:00"),
        ("s_ends", "13:00"),
        ("s_mode", "practice"),
    ];
    let mut changed = class_with(&[("place", "Dapur latihan"), ("from", "")]);
    changed.extend(session);
    let work = office.follow(&format!("{at}/ubah"), &changed);
    assert!(work.contains("Perubahan tersimpan.") && work.contains("Dapur latihan"), "{work}");
    assert!(!work.contains("1 Juli 2022"), "the second day is dropped");

    let batal = format!("{at}/batal");
    assert_eq!(office.send(&batal, &[("reason", " ")]).status, StatusCode::UNPROCESSABLE_ENTITY);
    let work = office.follow(&batal, &[("reason", "Gedung diperbaiki")]);
    assert!(work.contains("Kelas dibatalkan: Gedung diperbaiki"), "{work}");
    let mut anybody = Browser::new(&app);
    assert!(anybody.open("/kelas").contains("0 kelas akan datang"));
    let said = anybody.open(&at.replace("-kerja", ""));
    assert!(said.contains("Kelas ini dibatalkan. Gedung diperbaiki") && !said.contains("Bawa KTP"));
}

#[test]
fn officers_see_the_classes_of_their_scope_and_the_public_page_of_every_class() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    world::account(&app, "sudin-selatan", "city_office", "ppkukm", "31.74");
    let mut office = Browser::new(&app);
    office.sign_in("sudin-barat");
    let id = announced(&mut office, &CLASS);
    let mut south = Browser::new(&app);
    south.sign_in("sudin-selatan");
    assert!(!south.open("/kelas-kerja?waktu=semua").contains("keripik"));
    for path in ["", "/ubah", "/undang", "/daftarkan"] {
        let answer = south.get(&format!("/kelas-kerja/{id}{path}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!south.open(&format!("/kelas/{id}")).contains("kelas-kerja/"));
    let mut head = Browser::new(&app);
    head.sign_in("pimpinan");
    let work = head.open(&format!("/kelas-kerja/{id}"));
    assert!(work.contains("tidak melihat nama") && !work.contains("/daftarkan"));
    for narrowed in ["waktu=2022-06&kind=trade", "area=31.73.05&state=announced"] {
        assert!(office.open(&format!("/kelas-kerja?{narrowed}")).contains("keripik"), "{narrowed}");
    }
    for narrowed in ["waktu=2022-05", "kind=basic", "state=finished", "trade=batik"] {
        assert!(
            !office.open(&format!("/kelas-kerja?{narrowed}")).contains("keripik"),
            "{narrowed}"
        );
    }
}
