//! The counter: registering a walk-in, the check beside it, pairs to decide.
use super::{
    browser::{Browser, own, tidy},
    world,
};
use axum::http::StatusCode;
use testkit::Fresh;

const PAGE: &str = "/loket-kerja/daftar";

fn at_the_counter(fresh: &Fresh) -> Browser {
    let mut browser = Browser::new(&world::inhabited(fresh));
    browser.sign_in("petugas-kebonjeruk");
    browser
}

/// What a walk-in's form holds when everything is right.
fn walk_in<'t>(nik: &'t str, name: &'t str) -> Vec<(&'t str, &'t str)> {
    vec![
        ("nik", nik),
        ("name", name),
        ("phone", "0812 0000 0001"),
        ("kelurahan", "Duri Kepa"),
        ("business_type", "kerajinan"),
        ("has_business", "false"),
        ("birth_date", ""),
        ("consent", "true"),
        ("registered_on", "2022-06-22"),
        ("channel", "counter"),
        ("office", "31.73.05"),
    ]
}

#[test]
fn the_counter_opens_ready_to_type_and_is_light() {
    let fresh = Fresh::sqlite();
    let mut browser = at_the_counter(&fresh);
    assert_eq!(browser.get("/loket-kerja").header("location"), PAGE);
    let page = browser.open(PAGE);
    insta::assert_snapshot!("counter", own(&page));
    let assets = ["jakpreneur.css", "nik.js", "loket.js", "ikon.svg"];
    let assets: usize =
        assets.iter().map(|name| browser.weigh(&jakpreneur::web::asset(name))).sum();
    let whole = browser.weigh(PAGE) + assets;
    assert!(whole < 90_000, "{whole} bytes at first view");
}

#[test]
fn a_walk_in_is_saved_counted_and_shown_to_the_next() {
    let fresh = Fresh::sqlite();
    let mut browser = at_the_counter(&fresh);
    let page = browser.open(PAGE);
    assert!(page.contains("<strong>0 orang</strong></a> terdaftar di loket ini"));
    let act_id = browser.hidden("act_id");
    let mut sent = walk_in("317305 550690 0017", "Contoh Tujuh");
    sent.push(("act_id", &act_id));
    let page = browser.follow(PAGE, &sent);
    assert!(page.contains("<h3>Contoh Tujuh tersimpan</h3>"));
    assert!(page.contains("Terakhir: Contoh Tujuh, 19.13"));
    assert!(page.contains("<strong>1 orang</strong></a> terdaftar di loket ini"));
    let list = page.split_once("<p><a href=\"/orang?").expect("a link").1;
    let list = list.split_once('"').expect("an address").0.replace("&#38;", "&");
    let people = browser.open(&format!("/orang?{list}"));
    assert!(people.contains("<strong>1 orang</strong>") && people.contains("Contoh Tujuh"));

    browser.open(PAGE);
    let again = browser.follow(PAGE, &sent);
    assert!(again.contains("<strong>1 orang</strong></a> terdaftar"), "sent twice, saved once");
    let last = browser.hidden("terakhir");
    let page = browser.open(&format!("{PAGE}?terakhir={last}"));
    assert!(page.contains("Terakhir: Contoh Tujuh") && !page.contains("tersimpan</h3>"));
}

#[test]
fn a_form_with_mistakes_comes_back_with_all_that_was_typed() {
    let fresh = Fresh::sqlite();
    let mut browser = at_the_counter(&fresh);
    browser.open(PAGE);
    let typed = [
        ("nik", "317305 550690 00"),
        ("name", "1"),
        ("phone", "0812"),
        ("kelurahan", "Entah"),
        ("business_type", "jasa"),
        ("address", "Jalan Contoh 1"),
        ("target_groups", "disability"),
    ];
    let answer = browser.send(PAGE, &typed);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    insta::assert_snapshot!("counter-wrong", own(&page));
    assert!(page.contains("<title>Kesalahan: Daftarkan warga"));
    let summary = page.split_once("jp-error-summary").expect("a summary").1;
    let summary = summary.split_once("</ul>").expect("its end").0;
    let places: Vec<usize> = ["nik", "name", "phone", "kelurahan", "has_business", "consent"]
        .iter()
        .map(|field| summary.find(&format!("href=\"#{field}\"")).expect("a link"))
        .collect();
    assert!(places.is_sorted(), "in the order of the page");
}

#[test]
fn a_known_nik_is_not_saved_again_but_opened() {
    let fresh = Fresh::sqlite();
    let mut browser = at_the_counter(&fresh);
    browser.open(PAGE);
    let answer = browser.send(PAGE, &walk_in("3173055506900003", "Contoh Satu"));
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = answer.text();
    assert!(page.contains("<h3>Sudah terdaftar</h3>") && page.contains("data-kunci=\"F4\""));
    assert!(page.contains("C••••• S•••"), "masked");
    assert!(page.contains("value=\"Contoh Satu\""), "what was typed is kept");
}

#[test]
fn the_check_says_who_is_known_who_is_alike_and_what_is_odd() {
    let fresh = Fresh::sqlite();
    let mut browser = at_the_counter(&fresh);
    browser.open(PAGE);
    let check = "/loket-kerja/periksa";
    for (name, nik, who, born) in [
        ("new", "3173055506900017", "", ""),
        ("registered", "3173055506900003", "", ""),
        ("elsewhere", "3174011506940007", "", ""),
        ("similar", "3173051506910099", "Contoh Dua", "1991-06-15"),
        ("odd", "3273053206900000", "", "2010-01-01"),
    ] {
        let sent = [("nik", nik), ("name", who), ("birth_date", born), ("phone", "")];
        let answer = browser.send(check, &sent);
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.text().contains("Contoh"), "{name}: nobody's name is shown in full");
        insta::assert_snapshot!(format!("check-{name}"), tidy(&answer.text()));
        browser.open(PAGE);
    }
    let short = browser.send(check, &[("nik", "31730")]);
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_minor_needs_a_guardian_also_without_scripts() {
    let fresh = Fresh::sqlite();
    let mut browser = at_the_counter(&fresh);
    browser.open(PAGE);
    let mut sent = walk_in("3173051506060031", "Contoh Muda");
    let answer = browser.send(PAGE, &sent);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("<a href=\"#guardian_consent\">") && page.contains("<details open>"));
    sent.push(("guardian_consent", "true"));
    assert!(browser.follow(PAGE, &sent).contains("Contoh Muda tersimpan"));
}

#[test]
fn only_who_registers_opens_the_counter_and_no_address_fills_its_form() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut nobody = Browser::new(&app);
    assert_eq!(nobody.get(PAGE).header("location"), "/masuk?next=%2Floket-kerja%2Fdaftar");
    let mut browser = Browser::new(&app);
    browser.sign_in("pimpinan");
    for path in [PAGE, "/loket-kerja/ganda"] {
        assert_eq!(browser.get(path).status, StatusCode::FORBIDDEN, "{path}");
    }
    let answer = browser.send(PAGE, &walk_in("3173055506900017", "Contoh Tujuh"));
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let mut browser = Browser::new(&app);
    browser.sign_in("admin");
    let page = browser.open(&format!("{PAGE}?name=Contoh&nik=3173055506900017"));
    assert!(!page.contains("value=\"Contoh\"") && !page.contains("value=\"3173055506900017\""));
    assert!(page.contains("<option value=\"ppkukm\">Dinas"), "who is of no agency chooses one");
}

#[test]
fn pairs_are_decided_one_by_one() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = Browser::new(&app);
    browser.sign_in("sudin-barat");
    assert!(browser.open("/loket-kerja/ganda").contains("Tidak ada pasangan"));
    let place = ("ppkukm", "31.73.05.1001");
    world::member(&app, "3173051506910099", "Contoh Dua", place, "2022-06-22", &[]);
    world::member(&app, "3173051506910100", "Contoh Duwa", place, "2022-06-22", &[]);
    let page = browser.open("/loket-kerja/ganda");
    insta::assert_snapshot!("duplicates", own(&page));
    assert!(page.contains("<strong>3 pasangan</strong>"));
    let persons = |browser: &mut Browser| {
        let page = browser.open("/orang");
        let total = page.split_once("<p role=\"status\"><strong>").expect("a total").1;
        total.split_once(' ').expect("a number").0.to_owned()
    };
    assert_eq!(persons(&mut browser), "6");
    for (verdict, left, said) in [
        ("different", "2 pasangan", "Tercatat sebagai dua orang."),
        ("same", "1 pasangan", "Kedua catatan kini satu orang."),
    ] {
        browser.open("/loket-kerja/ganda");
        let hidden = |name: &str| browser.hidden(name);
        let (member, other, act) = (hidden("member"), hidden("other"), hidden("act_id"));
        let sent =
            [("member", &*member), ("other", &*other), ("act_id", &*act), ("verdict", verdict)];
        let page = browser.follow("/loket-kerja/ganda", &sent);
        assert!(page.contains(left) && page.contains(said), "{verdict}");
    }
    assert_eq!(persons(&mut browser), "5", "two records of one person count once");
}
