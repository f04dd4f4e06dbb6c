//! Sign-in, accounts and tokens.
use super::{
    browser::{Browser, own, tidy},
    world::{self, PASSWORD},
};
use axum::http::StatusCode;
use testkit::Fresh;

#[test]
fn signing_in_leads_to_where_one_was_going() {
    let fresh = Fresh::sqlite();
    let mut browser = Browser::new(&world::inhabited(&fresh));
    let answer = browser.get("/akun");
    assert_eq!(answer.header("location"), "/masuk?next=%2Fakun");
    let page = browser.open("/masuk?next=%2Fakun");
    insta::assert_snapshot!("sign-in", tidy(&page));
    let sent = [("name", "Admin"), ("password", PASSWORD), ("next", "/akun")];
    let page = browser.follow("/masuk", &sent);
    assert!(page.contains("<p class=\"jp-who\">admin<span>Administrator</span></p>"));

    browser.follow("/keluar", &[]);
    assert_eq!(browser.get("/akun").status, StatusCode::SEE_OTHER);
}

#[test]
fn each_role_has_a_menu_of_its_own() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let menus = ["admin", "petugas-kebonjeruk", "sudin-barat", "pimpinan"].map(|name| {
        let mut browser = Browser::new(&app);
        browser.sign_in(name);
        let page = browser.open("/angka/tahap");
        let menu = page.split_once("<nav class=\"jp-nav\"").expect("a menu").1;
        format!("{name}{}", menu.split_once("</nav>").expect("an end").0)
    });
    insta::assert_snapshot!("menus", menus.join("\n"));
}

#[test]
fn each_role_begins_where_its_work_is() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    for (name, place) in [
        ("admin", "/akun"),
        ("petugas-kebonjeruk", "/loket-kerja/daftar"),
        ("sudin-barat", "/angka/tahap"),
        ("pimpinan", "/angka/tahap"),
    ] {
        let mut browser = Browser::new(&app);
        browser.open("/masuk");
        let sent = [("name", name), ("password", PASSWORD), ("next", "https://contoh.id")];
        let answer = browser.send("/masuk", &sent);
        assert_eq!(answer.header("location"), place, "{name}");
    }
}

#[test]
fn a_wrong_password_keeps_the_name_and_says_neither_which() {
    let fresh = Fresh::sqlite();
    let mut browser = Browser::new(&world::inhabited(&fresh));
    browser.open("/masuk");
    let wrong = browser.send("/masuk", &[("name", "admin"), ("password", "bukan ini")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    insta::assert_snapshot!("sign-in-wrong", own(&wrong.text()));
    let nobody = browser.send("/masuk", &[("name", "siapa"), ("password", "bukan ini")]);
    assert_eq!(nobody.text(), wrong.text().replace("value=\"admin\"", "value=\"siapa\""));
    let empty = browser.send("/masuk", &[("name", "admin"), ("password", "")]);
    assert!(empty.text().contains("<a href=\"#password\">Isi bagian ini</a>"));

    for _ in 0..4 {
        browser.send("/masuk", &[("name", "admin"), ("password", "bukan ini")]);
    }
    let locked = browser.send("/masuk", &[("name", "admin"), ("password", PASSWORD)]);
    assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(locked.header("retry-after"), "30");
    assert!(locked.text().contains("Coba lagi 30 detik lagi."));
}

#[test]
fn an_account_is_made_given_a_password_and_closed() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = Browser::new(&app);
    browser.sign_in("admin");
    let page = browser.open("/akun");
    insta::assert_snapshot!("accounts", own(&page));

    let typed = [("name", "Kasatpel"), ("role", "kecamatan_head"), ("agency", "ppkukm")];
    let wrong = browser.send("/akun", &typed);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = wrong.text();
    assert!(page.contains("<title>Kesalahan: Akun"));
    assert!(page.contains("<a href=\"#area\">") && page.contains("<a href=\"#password\">"));
    assert!(page.contains("value=\"Kasatpel\""), "what was typed is kept");
    assert!(page.contains("<option value=\"kecamatan_head\" selected>"));

    let act_id = browser.hidden("act_id");
    let mut sent = typed.to_vec();
    sent.extend([("area", "31.73.01"), ("password", PASSWORD), ("act_id", act_id.as_str())]);
    let page = browser.follow("/akun", &sent);
    assert!(page.contains("Akun kasatpel dibuat."));
    assert!(page.contains("5 akun"));
    let again = browser.follow("/akun", &sent);
    assert!(again.contains("5 akun"), "sent twice, made once");

    let id = action_of(&page, "kasatpel", "sandi");
    let page = browser.send(&format!("/akun/{id}/sandi"), &[]).text();
    let secret = page.split_once("id=\"sandi-baru\" readonly value=\"").expect("shown").1;
    let secret = secret.split_once('"').expect("a value").0.to_owned();
    let mut theirs = Browser::new(&app);
    theirs.open("/masuk");
    let old = theirs.send("/masuk", &[("name", "kasatpel"), ("password", PASSWORD)]);
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    let new = theirs.send("/masuk", &[("name", "kasatpel"), ("password", &secret)]);
    assert_eq!(new.header("location"), "/angka/tahap");

    let page = browser.follow(&format!("/akun/{id}/nonaktif"), &[]);
    assert!(page.contains("Nonaktif</span>"));
    assert_eq!(theirs.get("/angka/tahap").status, StatusCode::SEE_OTHER, "signed out");
}

fn action_of(page: &str, name: &str, act: &str) -> String {
    let row = page.split_once(&format!("<th scope=\"row\">{name}</th>")).expect("a row").1;
    let id = row.split_once("action=\"/akun/").expect("a form").1;
    let (id, rest) = id.split_once('/').expect("an id");
    assert!(rest.starts_with(act));
    id.to_owned()
}

#[test]
fn a_token_is_shown_once_works_and_is_revoked() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = Browser::new(&app);
    browser.sign_in("admin");
    let page = browser.open("/token");
    insta::assert_snapshot!("tokens", own(&page));
    let empty = browser.send("/token", &[("user", "sudin-barat"), ("label", " ")]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("<option value=\"sudin-barat\" selected>"));
    let made = browser.send("/token", &[("user", "sudin-barat"), ("label", "Papan angka")]);
    let page = made.text();
    let token = page.split_once("value=\"jp_").expect("a token").1.split_once('"').expect("it").0;
    let bearer = format!("Bearer jp_{token}");
    let mut program = Browser::new(&app);
    let request = || axum::http::Request::get("/angka/tahap").header("authorization", &bearer);
    let answer = program.request(request(), axum::body::Body::empty());
    assert_eq!(answer.status, StatusCode::OK);
    let page = browser.open("/token");
    assert!(!page.contains(token), "not shown again");
    let id = page.split_once("action=\"/token/").expect("a form").1.split_once('/').expect("id").0;
    browser.follow(&format!("/token/{id}/cabut"), &[]);
    let answer = program.request(request(), axum::body::Body::empty());
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "the token is dead");
}

#[test]
fn only_an_administrator_opens_the_accounts() {
    let fresh = Fresh::sqlite();
    let mut browser = Browser::new(&world::inhabited(&fresh));
    browser.sign_in("petugas-kebonjeruk");
    for path in ["/akun", "/token"] {
        assert_eq!(browser.get(path).status, StatusCode::FORBIDDEN, "{path}");
    }
    let answer = browser.send("/akun", &[("name", "baru")]);
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    browser.page.clear();
    let forged = browser.send("/keluar", &[]);
    assert_eq!(forged.status, StatusCode::FORBIDDEN, "a form without its token");
}
