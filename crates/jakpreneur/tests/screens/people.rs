//! The list of people, the look-up and the file.
use super::{
    browser::{Browser, own},
    world,
};
use axum::http::StatusCode;
use jakpreneur::{
    App,
    reports::{self, Narrowing},
};
use rules::MemberId;
use testkit::Fresh;

fn signed_in(app: &App, name: &str) -> Browser {
    let mut browser = Browser::new(app);
    browser.sign_in(name);
    browser
}

/// The number above the list.
fn total(page: &str) -> &str {
    let total = page.split_once("<p role=\"status\"><strong>").expect("a total").1;
    total.split_once(' ').expect("a number").0
}

/// The number of lines of the list.
fn lines(page: &str) -> usize {
    page.matches("<th role=\"rowheader\" scope=\"row\"><a href=\"/warga/").count()
}

#[test]
fn the_list_shows_who_is_within_scope_with_masked_nik() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let page = browser.open("/orang");
    insta::assert_snapshot!("people", own(&page));
    assert!(!page.contains("3173055506900003"));
    assert_eq!((total(&page), lines(&page)), ("2", 2));
    let page = browser.open("/orang?area=31.73.01");
    assert_eq!(total(&page), "0", "Cengkareng is not the officer's");
    let weight = browser.weigh("/orang");
    assert!(weight < 20_000, "{weight} bytes");
}

#[test]
fn a_name_part_or_a_number_finds_people() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "admin");
    let page = browser.open("/orang?q=lima+con");
    assert!(total(&page) == "1" && page.contains("Contoh Lima"));
    let number = page.split_once("<span class=\"jp-nowrap\">JP").expect("a number").1;
    let number = number.split_once('<').expect("its end").0;
    let page = browser.open(&format!("/orang?q=jp{}", number.replace('-', "+")));
    assert!(total(&page) == "1" && page.contains("Contoh Lima"));
    let page = browser.open("/orang?q=zzz");
    assert!(page.contains("cocok dengan &#34;zzz&#34;") && page.contains("lihat semua orang"));
}

#[test]
fn every_number_equals_its_list() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    for (name, narrowed) in [("admin", ""), ("sudin-barat", "")] {
        let mut browser = signed_in(&app, name);
        for filter in [
            "",
            "&area=31.73.05",
            "&agency=ppapp",
            "&sex=female&channel=counter",
            "&registered_from=2022-01-01&registered_to=2022-02-01",
            "&as_at=2022-02-01",
            "&as_at=2022-03-01&known_at=9&scheme=jakbar2022",
            "&track=starter&business_type=kuliner",
        ] {
            let query = format!("{narrowed}{filter}");
            let words: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect();
            let answer = asked(&app, name, &words);
            let page = browser.open(&format!("/orang?{query}"));
            assert_eq!(total(&page), answer.persons.to_string(), "{name} {query}");
            for row in &answer.rows {
                let numbers = [("reached", row.reached), ("open", row.open), ("at", row.at)];
                for (measure, number) in numbers {
                    let address =
                        format!("/orang?{query}&stage={}&measure={measure}", row.stage.word());
                    let page = browser.open(&address);
                    assert_eq!(total(&page), number.to_string(), "{name} {address}");
                    assert_eq!(lines(&page).to_string(), number.to_string(), "{name} {address}");
                }
            }
        }
    }
}

fn asked(app: &App, name: &str, words: &[(String, String)]) -> reports::Answer {
    let name = name.to_owned();
    let operator = app.operator();
    let account = app.db.look(|tx| jakpreneur::staff::account_named(tx, &operator.scope, &name));
    let officer = account.map_err(jakpreneur::Problem::from).expect("looks").expect("is there");
    let word =
        |field: &str| words.iter().find(|(name, _)| name == field).map(|(_, value)| value.clone());
    let asked = reports::Words {
        as_at: word("as_at"),
        known_at: word("known_at"),
        area: word("area"),
        agency: word("agency"),
        sex: word("sex"),
        track: word("track"),
        business_type: word("business_type"),
        channel: word("channel"),
        registered_from: word("registered_from"),
        registered_to: word("registered_to"),
        scheme: word("scheme"),
        by: None,
        unknown: None,
    };
    let narrowing: Narrowing = asked.understand(&app.house).expect("sound");
    reports::ask(&app.db, &app.house, &officer.officer(), &narrowing).expect("answers")
}

#[test]
fn the_pages_of_a_list_hold_everybody_once() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    for n in 0..60 {
        let nik = format!("31730515069{:02}{:03}", n % 90, 100 + n);
        let place = ("ppkukm", "31.73.05.1002");
        world::member(&app, &nik, "Contoh Ramai", place, "2022-05-05", &[]);
    }
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let page = browser.open("/orang?q=ramai&as_at=2022-06-01");
    assert_eq!((total(&page), lines(&page)), ("60", 50));
    let next = page.split_once("rel=\"next\"").expect("a next page").0;
    let next = next.rsplit_once("href=\"").expect("a link").1.trim_end_matches(['"', ' ']);
    let second = browser.open(&next.replace("&#38;", "&"));
    assert_eq!((total(&second), lines(&second)), ("60", 10));
    assert!(second.contains("Ke awal daftar") && !second.contains("rel=\"next\""));
    let opened = |page: &str| -> Vec<String> {
        let links = page.split("<th role=\"rowheader\" scope=\"row\"><a href=\"/warga/").skip(1);
        links.map(|link| link.chars().take(36).collect()).collect()
    };
    let mut all = opened(&page);
    all.extend(opened(&second));
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 60);
}

#[test]
fn an_address_that_makes_no_sense_says_so() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "admin");
    for (query, field) in [
        ("stage=x", "stage"),
        ("stage=training&measure=x", "measure"),
        ("area=99", "area"),
        ("as_at=kemarin", "as_at"),
        ("known_at=999999", "known_at"),
    ] {
        let answer = browser.get(&format!("/orang?{query}"));
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        let page = answer.text();
        assert!(page.contains(&format!("<a href=\"#{field}\">")), "{query}");
        assert!(page.contains("<title>Kesalahan: Orang"), "{query}");
        assert!(!page.contains("<table"), "{query}");
    }
}

#[test]
fn filters_are_taken_off_one_by_one() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "admin");
    let page = browser.open("/orang?area=31.73&stage=training&measure=at&as_at=2022-06-22");
    insta::assert_snapshot!("people-filtered", own(&page));
    assert!(page.contains("Tahap terakhir Pelatihan</a>"));
    assert!(page.contains("<a href=\"/orang?area=31.73&#38;as_at=2022-06-22\">"));
}

#[test]
fn looking_up_is_logged_and_leaves_no_nik_in_an_address() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let page = browser.open("/orang/cari");
    insta::assert_snapshot!("look-up", own(&page));
    let answer = browser.send("/orang/cari", &[("nik", "3173-0555.0690 0003"), ("phone", "")]);
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text().contains("1 data ditemukan") && answer.text().contains("Contoh Satu"));
    browser.open("/orang/cari");
    let answer = browser.send("/orang/cari", &[("nik", "3174011506940007")]);
    assert!(answer.text().contains("Tidak ada di wilayah dan OPD Anda."), "out of scope");
    assert_eq!(reads(&app, "member.look_up_nik"), 2);
    for (sent, field) in [(("nik", ""), "nik"), (("nik", "31"), "nik"), (("phone", "1"), "phone")] {
        browser.open("/orang/cari");
        let answer = browser.send("/orang/cari", &[sent]);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains(&format!("<a href=\"#{field}\">")));
    }
    assert_eq!(reads(&app, "member.look_up_nik"), 2, "what was not looked up is not logged");
}

/// How often something was read.
fn reads(app: &App, what: &str) -> i64 {
    const READS: &str = "select count(*) from read_log where what = $1";
    let found: Option<(i64,)> =
        app.db.look(|tx| Ok::<_, jakpreneur::Problem>(tx.maybe(READS, (what,))?)).expect("counts");
    found.map_or(0, |(count,)| count)
}

/// The first person of the list that a word finds.
fn first(browser: &mut Browser, q: &str) -> MemberId {
    let page = browser.open(&format!("/orang?q={q}"));
    let link = page.split_once("<a href=\"/warga/").expect("somebody").1;
    link.chars().take(36).collect::<String>().parse().expect("an id")
}

#[test]
fn a_file_tells_every_fact_and_opening_it_is_logged() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let member = first(&mut browser, "satu");
    let page = browser.open(&format!("/warga/{member}"));
    insta::assert_snapshot!("file", own(&page));
    assert!(!page.contains("3173055506900003") && page.contains("3173********0003"));
    assert!(page.contains("Dikenal di OPD lain.") && !page.contains("PPAPP"), "and nothing more");
    assert_eq!((reads(&app, "member.open"), reads(&app, "member.nik")), (1, 0));
    let page = browser.send(&format!("/warga/{member}/nik"), &[]).text();
    assert!(page.contains("3173055506900003"));
    assert_eq!((reads(&app, "member.open"), reads(&app, "member.nik")), (2, 1));
    let weight = browser.weigh(&format!("/warga/{member}"));
    assert!(weight < 20_000, "{weight} bytes");

    let mut admin = signed_in(&app, "admin");
    let page = admin.open(&format!("/warga/{member}"));
    assert!(page.contains("Data orang ini di OPD lain") && page.contains("PPAPP"));
}

#[test]
fn a_file_out_of_scope_is_not_there() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut admin = signed_in(&app, "admin");
    let lima = first(&mut admin, "lima");
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    browser.open("/orang");
    for path in [format!("/warga/{lima}"), "/warga/1".to_owned()] {
        assert_eq!(browser.get(&path).status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["nik", "layanan"].map(|act| format!("/warga/{lima}/{act}")) {
        browser.open("/orang");
        let answer = browser.send(&path, &[("stage", "training")]);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(reads(&app, "member.open"), 0, "what was not opened is not logged");
    let mut head = signed_in(&app, "pimpinan");
    assert_eq!(head.get(&format!("/warga/{lima}")).status, StatusCode::FORBIDDEN);
}

#[test]
fn a_service_is_recorded_and_taken_back() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let member = first(&mut browser, "satu");
    let file = format!("/warga/{member}");
    let path = format!("{file}/layanan");
    browser.open(&file);
    let act_id = browser.hidden("act_id");
    let early = [("stage", "mentoring"), ("occurred_on", "2021-01-01"), ("note", "Kios <1>")];
    let answer = browser.send(&path, &early);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains("<a href=\"#occurred_on\">Tanggal ini sebelum orangnya terdaftar</a>"));
    assert!(page.contains("value=\"2021-01-01\"") && page.contains("Kios &#60;1&#62;</textarea>"));
    assert!(page.contains("<option value=\"mentoring\" selected>"));

    let sent = [("stage", "mentoring"), ("occurred_on", "2022-06-01"), ("act_id", &*act_id)];
    let page = browser.follow(&path, &sent);
    assert!(page.contains("Layanan Pendampingan tanggal 1 Juni 2022 tercatat."));
    assert!(page.contains("oleh petugas-kebonjeruk"));
    browser.follow(&path, &sent);
    let reached = |browser: &mut Browser| {
        let page = browser.open("/orang?stage=mentoring");
        total(&page).to_owned()
    };
    assert_eq!(reached(&mut browser), "2", "sent twice, recorded once");

    let page = browser.open(&file);
    let void = page.split_once("action=\"/layanan/").expect("a form").1;
    let void = format!("/layanan/{}", void.split_once('"').expect("its end").0);
    assert_eq!(page.matches("/batal\"").count(), 1, "what others recorded is not the officer's");
    let id = member.to_string();
    let answer = browser.send(&void, &[("member", &*id), ("reason", " ")]);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("<details class=\"jp-no-print\" open>"));
    let page = browser.follow(&void, &[("member", &*id), ("reason", "Salah orang")]);
    assert!(page.contains("Layanan Pendampingan tanggal 1 Juni 2022 dibatalkan."));
    insta::assert_snapshot!("file-voided", own(&page));
    assert_eq!(reached(&mut browser), "1");
}

#[test]
fn everything_is_said_in_english_too() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "admin");
    let member = first(&mut browser, "satu");
    browser.speak("en");
    for (path, said) in [
        ("/orang".to_owned(), "counts people, not attendances"),
        (format!("/warga/{member}"), "Stages need not be in order."),
        ("/loket-kerja/daftar".to_owned(), "Save and next"),
        ("/loket-kerja/ganda".to_owned(), "No pair waits for a decision."),
    ] {
        let page = browser.open(&path);
        assert!(page.contains("<html lang=\"en\">") && page.contains(said), "{path}");
    }
}

#[test]
fn every_stage_can_be_asked_for_by_its_number() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "admin");
    let by_word = browser.open("/orang?stage=training");
    let by_code = browser.open("/orang?stage=P3&scheme=jakbar2022");
    assert_eq!(total(&by_word), total(&by_code));
}
