//! Waves on pages: opened, filled up to the quota and a queue behind it, left, closed; their results are permits.
use super::{browser::Browser, world::inhabited};
use axum::http::StatusCode;
use testkit::Fresh;

/// Contoh Satu, Dua and Tiga of West Jakarta.
const SATU: &str = "3173055506900003";
const DUA: &str = "3173051506910004";
const TIGA: &str = "3173011506920005";

const WAVE: [(&str, &str); 6] = [
    ("kind", "halal_declared"),
    ("quota", "2"),
    ("area", "31.73"),
    ("agency", "ppkukm"),
    ("closes_on", "2022-06-30"),
    ("title", "Halal Juni"),
];

fn after<'p>(page: &'p str, mark: &str) -> &'p str {
    let rest = page.split_once(mark).map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default()
}

/// Opens a wave; says where it is.
fn opened(office: &mut Browser) -> String {
    office.open("/gelombang");
    let sent = office.send("/gelombang", &WAVE);
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let to = sent.header("location").to_owned();
    assert!(office.open(&to).contains("Gelombang dibuka."));
    to.split('?').next().unwrap_or_default().to_owned()
}

#[test]
fn a_wave_fills_up_to_its_quota_and_the_next_one_waits() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let mut office = Browser::new(&app);
    office.sign_in("sudin-barat");
    assert!(office.open("/izin").contains("href=\"/gelombang\""), "the permits lead there");
    let empty = office.open("/gelombang");
    assert!(empty.contains("Belum ada gelombang.") && empty.contains("Kosongkan untuk 50 orang"));
    let at = opened(&mut office);
    let add = format!("{at}/peserta");
    assert!(office.follow(&add, &[("nik", SATU)]).contains("Peserta masuk gelombang."));
    let full = office.follow(&add, &[("nik", DUA)]);
    assert!(full.contains("Penuh") && full.contains("2 dari 2 terisi"), "{full}");
    assert!(full.contains("Masukkan ke daftar tunggu"), "who comes now waits");
    let waits = office.follow(&add, &[("nik", TIGA)]);
    assert!(waits.contains("Gelombang penuh. Orang ini menunggu di urutan 1."), "{waits}");
    let again = office.send(&add, &[("nik", SATU)]);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Orang ini sudah ada di gelombang ini"));

    let page = office.open(&at);
    let leaver = after(&page, "<option value=\"").to_owned();
    let out = format!("{at}/keluar");
    let unreasoned = office.send(&out, &[("leaver", &leaver), ("reason", "")]);
    assert_eq!(unreasoned.status, StatusCode::UNPROCESSABLE_ENTITY);
    let left = office.follow(&out, &[("leaver", &leaver), ("reason", "Tidak jadi")]);
    assert!(left.contains("Peserta keluar. 1 orang naik dari daftar tunggu."), "{left}");
    let list = office.open("/gelombang");
    assert!(list.contains("Halal Juni") && list.contains("2 dari 2 terisi · 0 menunggu"), "{list}");

    let closed = office.follow(&format!("{at}/tutup"), &[]);
    assert!(closed.contains("Gelombang ditutup.") && closed.contains("Ditutup"));
    assert!(!closed.contains("Masukkan peserta"), "nobody is added any more");
    let late = office.send(&add, &[("nik", SATU)]);
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn what_comes_of_a_place_is_recorded_among_the_persons_permits() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let mut office = Browser::new(&app);
    office.sign_in("sudin-barat");
    let at = opened(&mut office);
    let page = office.follow(&format!("{at}/peserta"), &[("nik", DUA)]);
    let permits = format!("/warga/{}", after(&page, "href=\"/warga/"));
    let form = office.open(&permits);
    assert!(form.contains("Halal Juni"), "the wave can be chosen: {form}");
    let wave = at.trim_start_matches("/gelombang/").to_owned();
    let issued = [
        ("kind", "halal_declared"),
        ("state", "issued"),
        ("wave", wave.as_str()),
        ("number", "ID31110000123450622"),
        ("issued_on", "2022-06-20"),
    ];
    assert!(office.follow(&permits, &issued).contains("Izin dicatat."));
    let page = office.open(&at);
    assert!(page.contains("1 terbit, 0 ditolak") && page.contains("Lihat izin"), "{page}");
}

#[test]
fn an_officer_at_the_desk_fills_a_wave_and_opens_none() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let mut office = Browser::new(&app);
    office.sign_in("sudin-barat");
    let at = opened(&mut office);
    let mut desk = Browser::new(&app);
    desk.sign_in("petugas-kebonjeruk");
    assert!(!desk.open("/gelombang").contains("Buka gelombang"));
    assert_eq!(desk.send("/gelombang", &WAVE).status, StatusCode::FORBIDDEN);
    desk.open(&at);
    let outside = desk.send(&format!("{at}/peserta"), &[("nik", TIGA)]);
    assert!(outside.text().contains("NIK"), "who is outside one's scope is nobody's");
    assert_eq!(outside.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(desk.follow(&format!("{at}/peserta"), &[("nik", DUA)]).contains("Contoh Dua"));
    let mut heads = Browser::new(&app);
    heads.sign_in("pimpinan");
    assert_eq!(heads.get("/gelombang").status, StatusCode::FORBIDDEN, "names are none of theirs");
    let in_english = {
        desk.speak("en");
        desk.open(&at)
    };
    assert!(in_english.contains("Add somebody") && in_english.contains("1 of 2 taken"));
}
