//! The pages of referrals: what a bank reaches, what a member opens, and which account is whose.
use crate::{
    browser::Browser,
    city::{City, form},
};
use axum::http::StatusCode;
use testkit::Fresh;

#[test]
fn a_bank_officer_reaches_no_page_but_the_referrals() {
    let fresh = Fresh::sqlite();
    let city = City::of(&fresh);
    let id = city.send(form("bri")).expect("sends");
    let member = city.member;
    let mut browser = Browser::new(&city.world.app);
    browser.sign_in("petugas.bri");
    for path in [
        "/orang".to_owned(),
        "/kelompok".to_owned(),
        "/izin".to_owned(),
        "/dukungan".to_owned(),
        "/dasbor".to_owned(),
        "/angka/tahap".to_owned(),
        "/angka/dukungan".to_owned(),
        "/angka/rujukan".to_owned(),
        "/kelas-kerja".to_owned(),
        "/target".to_owned(),
        "/rilis".to_owned(),
        "/rencana".to_owned(),
        "/dampingi".to_owned(),
        "/impor".to_owned(),
        "/akun".to_owned(),
        format!("/warga/{member}"),
        format!("/warga/{member}/modal"),
        format!("/warga/{member}/modal/baru"),
        format!("/warga/{member}/pembukuan"),
        format!("/warga/{member}/dukungan"),
    ] {
        let page = browser.get(&path);
        let closed = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
        assert!(closed.contains(&page.status), "{path}: {}", page.status);
        assert!(!page.text().contains("Warga Contoh"), "{path}");
    }
    let page = browser.get(&format!("/rujukan/{id}"));
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Warga Contoh"));
    let mut other = Browser::new(&city.world.app);
    other.sign_in("petugas.bni");
    assert_eq!(other.get(&format!("/rujukan/{id}")).status, StatusCode::NOT_FOUND);
    let list = other.get("/rujukan");
    assert!(list.status == StatusCode::OK && !list.text().contains("Warga Contoh"));
}

#[test]
fn an_account_of_a_bank_is_given_its_bank_on_a_page() {
    let fresh = Fresh::sqlite();
    let city = City::of(&fresh);
    let id = city.send(form("bri")).expect("sends");
    city.world.officer("petugas.baru", "bank_officer", "", "");
    city.world.officer("kepala", "administrator", "", "");
    let mut browser = Browser::new(&city.world.app);
    browser.sign_in("kepala");
    assert!(browser.get("/akun").text().contains("/akun/bank"));
    assert!(browser.get("/akun/bank").text().contains("belum ditetapkan"));
    let wrong = browser.send("/akun/bank", &[("name", "petugas.baru"), ("bank", "")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text());
    let mut newcomer = Browser::new(&city.world.app);
    newcomer.sign_in("petugas.baru");
    assert_eq!(newcomer.get(&format!("/rujukan/{id}")).status, StatusCode::NOT_FOUND);
    browser.send("/akun/bank", &[("name", "petugas.baru"), ("bank", "bri")]);
    assert!(!browser.get("/akun/bank").text().contains("belum ditetapkan"));
    assert_eq!(newcomer.get(&format!("/rujukan/{id}")).status, StatusCode::OK);
    assert_eq!(newcomer.get("/akun/bank").status, StatusCode::FORBIDDEN);
}
