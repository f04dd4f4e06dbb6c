//! Support on pages: recorded with a value, proved by a file, taken back, counted by agency.
use super::{
    browser::Browser,
    world::{self, inhabited},
};
use axum::http::StatusCode;
use testkit::Fresh;

const FLOUR: [(&str, &str); 5] = [
    ("kind", "raw_material"),
    ("what", "25 kg tepung terigu"),
    ("value", "Rp250.000"),
    ("given_on", "2022-05-02"),
    ("agency", "ppkukm"),
];

#[test]
fn support_is_recorded_proved_and_taken_back_without_scripts() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let place = ("ppkukm", "31.73.05.1001");
    let member = world::member(&app, "3173055506900103", "Contoh Tujuh", place, "2022-01-03", &[]);
    let mut desk = Browser::new(&app);
    desk.sign_in("petugas-kebonjeruk");
    let path = format!("/warga/{member}/dukungan");
    assert!(desk.open(&format!("/warga/{member}")).contains(&path), "the file leads there");
    assert!(desk.open(&path).contains("Belum ada dukungan yang tercatat."));
    let wrong = desk.send(&path, &[("kind", ""), ("what", "")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = desk.follow(&path, &FLOUR);
    for said in ["Dukungan dicatat.", "Subsidi bahan baku, 2 Mei 2022", "Rp250.000", "tepung"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let after = |page: &str, mark: &str| {
        let rest = page.split_once(mark).map_or("", |(_, rest)| rest);
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let proof = format!("{path}/{}", after(&page, &format!("action=\"{path}/")));
    let page_as_photo = desk.send_file(&proof, &[], ("bukti.jpg", "<html><script>"));
    assert_eq!(page_as_photo.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page_as_photo.text().contains("Kirim berkas PDF, JPEG, atau PNG"));
    let sent = desk.send_file(&proof, &[], ("kuitansi.pdf", "%PDF-1.7 kuitansi"));
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = desk.open(&format!("{path}?berkas=1"));
    let file = format!("/dukungan/{}", after(&page, "href=\"/dukungan/"));
    let given = desk.get(&file);
    assert_eq!(given.header("content-type"), "application/pdf");
    assert!(given.header("content-disposition").starts_with("attachment"));

    let figures = desk.open("/angka/dukungan");
    assert!(figures.contains("Rp250.000") && figures.contains("/dukungan?opd=ppkukm"), "{figures}");
    let list = desk.open("/dukungan?opd=ppkukm&jenis=raw_material&");
    assert!(list.contains("Contoh Tujuh") && list.contains("1 dukungan"), "{list}");
    assert!(desk.open("/dukungan?opd=ppapp&").contains("Tidak ada dukungan seperti ini."));

    let page = desk.open(&path);
    let back = format!("/dukungan/{}", after(&page, "action=\"/dukungan/"));
    let id = member.to_string();
    let unreasoned = desk.send(&back, &[("member", &id), ("reason", "")]);
    assert_eq!(unreasoned.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = desk.follow(&back, &[("member", &id), ("reason", "Salah orang")]);
    assert!(page.contains("Dibatalkan: Salah orang"), "{page}");
    assert!(!desk.open("/angka/dukungan").contains("Rp250.000"));
}

#[test]
fn who_reads_figures_alone_sees_numbers_and_no_names() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let mut heads = Browser::new(&app);
    heads.sign_in("pimpinan");
    let page = heads.open("/angka/dukungan");
    assert!(page.contains("Seluruh Jakarta") && !page.contains("href=\"/dukungan"));
    assert_eq!(heads.get("/dukungan").status, StatusCode::FORBIDDEN);
    heads.speak("en");
    assert!(heads.open("/angka/dukungan").contains("Figures of support"));
}
