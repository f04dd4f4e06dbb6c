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
