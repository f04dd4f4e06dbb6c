//! The member's own door: codes from the counter, own records and nobody else's.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
#[path = "../screens/browser.rs"]
#[allow(dead_code, reason = "other tests need the rest of it")]
mod browser;
mod classes;
#[path = "../staff_world/mod.rs"]
mod staff_world;

/// What the browser signs officers in with.
mod world {
    pub use super::staff_world::PASSWORD;
}

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use browser::{Answer, Browser};
use jakpreneur::{
    residents,
    verify::{NotVerified, verify},
};
use rules::MemberId;
use staff_world::World;
use testkit::{Fresh, on_both_engines};

const HOME: (&str, &str) = ("ppkukm", "31.73.05");
const NIK: &str = "3173051203850001";
const OTHER_NIK: &str = "3173055203860002";

/// A programme with an officer, a member and their neighbour.
struct Street {
    world: World,
    member: MemberId,
    neighbour: MemberId,
}

impl Street {
    fn of(fresh: &Fresh) -> Self {
        let world = World::open(fresh);
        world.officer("petugas", "registration_officer", HOME.0, HOME.1);
        let member = world.member(NIK, HOME.0, HOME.1);
        let neighbour = world.member(OTHER_NIK, HOME.0, HOME.1);
        Self { world, member, neighbour }
    }

    fn browser(&self) -> Browser {
        Browser::new(&self.world.app)
    }

    /// What the counter hands over: the member number and the code.
    fn code(&self, member: MemberId) -> (String, String) {
        let mut counter = self.browser();
        counter.sign_in("petugas");
        counter.open(&format!("/warga/{member}"));
        let answer = counter.send(&format!("/warga/{member}/kode-masuk"), &[]);
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let page = answer.text();
        let within = |before: &str| {
            let (_, rest) = page.split_once(before).expect("is on the page");
            rest.split_once('<').expect("ends").0.to_owned()
        };
        (within("<span class=\"jp-code\">"), within("<p class=\"jp-figure\">"))
    }

    /// A browser that is signed in as a member.
    fn signed_in(&self, member: MemberId) -> Browser {
        let (number, code) = self.code(member);
        let mut browser = self.browser();
        let page = sign_in(&mut browser, &number, &code);
        assert_eq!(page.header("location"), "/saya", "{}", page.text());
        browser
    }
}

fn sign_in(browser: &mut Browser, who: &str, code: &str) -> Answer {
    browser.open("/saya/masuk");
    browser.send("/saya/masuk", &[("who", who), ("code", code)])
}

/// Six digits that are not the code.
fn another(code: &str) -> String {
    let last = code.chars().last().and_then(|digit| digit.to_digit(10)).expect("a digit");
    format!("{}{}", &code[..code.len() - 1], (last + 1) % 10)
}

on_both_engines!(a_code_lets_its_member_in_once_and_shows_their_stages, |fresh| {
    let street = Street::of(&fresh);
    let (number, code) = street.code(street.member);
    let mut browser = street.browser();
    assert_eq!(browser.get("/saya").header("location"), "/saya/masuk?next=%2Fsaya");
    assert_eq!(sign_in(&mut browser, &number, &code).status, StatusCode::SEE_OTHER);
    let page = browser.open("/saya");
    assert!(page.contains("Halo, Warga Contoh") && page.contains(&number));
    assert!(page.contains("<span>Pendaftaran</span><span>sejak 3 Januari 2022</span>"), "{page}");
    assert!(page.contains("Pilih kelas di dekat Anda"), "what to do next");
    let again = sign_in(&mut street.browser(), &number, &code);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "used up");
    browser.send("/saya/keluar", &[]);
    assert_eq!(browser.get("/saya").status, StatusCode::SEE_OTHER, "signed out");
});

on_both_engines!(a_phone_number_and_a_pasted_code_are_understood, |fresh| {
    let street = Street::of(&fresh);
    let (_, code) = street.code(street.neighbour);
    let mut browser = street.browser();
    let pasted = format!(" {} ", code.replace(' ', "-"));
    assert_eq!(sign_in(&mut browser, "+62 812-0000-0001", &pasted).status, StatusCode::SEE_OTHER);
    let data = browser.open("/saya/data.json");
    assert!(
        data.contains(OTHER_NIK) && !data.contains(NIK),
        "the phone is shared, the code is not"
    );
});

on_both_engines!(a_code_dies_after_a_quarter_of_an_hour, |fresh| {
    let street = Street::of(&fresh);
    let (number, code) = street.code(street.member);
    street.world.pass(15 * 60);
    let late = sign_in(&mut street.browser(), &number, &code);
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
});

on_both_engines!(five_wrong_tries_kill_the_code_and_make_the_number_wait, |fresh| {
    let street = Street::of(&fresh);
    let (number, code) = street.code(street.member);
    let mut browser = street.browser();
    for _ in 0..5 {
        let wrong = sign_in(&mut browser, &number, &another(&code));
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let waits = sign_in(&mut browser, &number, &code);
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(waits.header("retry-after"), "30");
    street.world.pass(31);
    let dead = sign_in(&mut browser, &number, &code);
    assert_eq!(dead.status, StatusCode::UNPROCESSABLE_ENTITY, "the right code no longer fits");
    let (_, fresh_code) = street.code(street.member);
    street.world.pass(61);
    assert_eq!(sign_in(&mut browser, &number, &fresh_code).status, StatusCode::SEE_OTHER);
});

on_both_engines!(the_answer_does_not_tell_who_is_registered, |fresh| {
    let street = Street::of(&fresh);
    let (number, code) = street.code(street.member);
    let nobodys = rules::member_number::number("31.73.05".parse().expect("a region"), 9_999_999);
    let mut answers = Vec::new();
    for (who, code) in [
        (number.as_str(), another(&code)),
        (nobodys.as_str(), code.clone()),
        ("0899 9999 9999", code.clone()),
        ("siapa saja", code.clone()),
        (nobodys.as_str(), "bukan kode".to_owned()),
    ] {
        let answer = sign_in(&mut street.browser(), who, &code);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answers.push(answer.text().replace(who, "…"));
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "all are answered alike");
});

on_both_engines!(a_new_code_signs_the_lost_phone_out, |fresh| {
    let street = Street::of(&fresh);
    let mut lost = street.signed_in(street.member);
    lost.open("/saya");
    let mut neighbours = street.signed_in(street.neighbour);
    street.code(street.member);
    assert_eq!(lost.get("/saya").header("location"), "/saya/masuk?next=%2Fsaya");
    neighbours.open("/saya");
});

on_both_engines!(a_member_reaches_nothing_of_anybody_else, |fresh| {
    let street = Street::of(&fresh);
    let mut browser = street.signed_in(street.member);
    let (own, other) = (street.member, street.neighbour);
    let theirs = [other.to_string(), OTHER_NIK.to_owned(), street.code(other).0];
    for path in ["/saya", "/saya/data", "/saya/data.json"] {
        for query in ["?q=1", "?member=ID", "?id=ID", "?warga=ID"] {
            let asked = query.replace("ID", &other.to_string());
            // The form of the language comes back to the address as it was asked for.
            let page = browser.open(&format!("{path}{asked}")).replace(&asked, "");
            assert!(theirs.iter().all(|it| !page.contains(it.as_str())), "{path}{query}");
        }
    }
    for member in [own, other] {
        for path in ["", "/ubah", "/kartu.pdf", "/alat"] {
            let answer = browser.get(&format!("/warga/{member}{path}"));
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
            assert!(answer.header("location").starts_with("/masuk?"), "{path}");
        }
        for path in ["/nik", "/kode-masuk", "/layanan"] {
            let answer = browser.send(&format!("/warga/{member}{path}"), &[]);
            assert!(answer.header("location").starts_with("/masuk?"), "{path}");
        }
        let request = Request::get(format!("/api/v1/members/{member}"));
        assert_eq!(browser.request(request, Body::empty()).status, StatusCode::UNAUTHORIZED);
    }
    for path in ["/orang", "/orang/cari", "/angka/tahap", "/kelas-kerja", "/akun", "/token"] {
        assert!(browser.get(path).header("location").starts_with("/masuk?"), "{path}");
    }
    for path in ["/saya/1", "/saya/kartu.pdf/x", &format!("/saya/{other}")] {
        assert_eq!(browser.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
});

on_both_engines!(both_records_of_one_person_are_shown_with_who_opened_them, |fresh| {
    let street = Street::of(&fresh);
    street.world.member(NIK, "ppapp", "31.74.01");
    let mut browser = street.signed_in(street.member);
    let page = browser.open("/saya/data");
    assert_eq!(page.matches("<dl class=\"jp-summary\">").count(), 2, "of both agencies");
    assert!(page.contains("Petugas pendaftaran, PPKUKM, Kebon Jeruk"), "the office");
    assert!(!page.contains("petugas<"), "and never the account");
    let data = browser.open("/saya/data.json");
    assert!(data.contains("\"ppapp\"") && data.contains("\"member.open\""));
    let card = browser.get("/saya/kartu.pdf");
    assert!(card.bytes.starts_with(b"%PDF"));
});

on_both_engines!(neither_journal_nor_tables_know_the_code_and_verify_is_content, |fresh| {
    let street = Street::of(&fresh);
    let (_, code) = street.code(street.member);
    let digits = code.replace(' ', "");
    let written: Vec<(String, String)> = street
        .world
        .app
        .db
        .look(|tx| {
            let entries: Vec<(String, String)> =
                tx.all("select act, payload from journal order by position", ())?;
            Ok::<_, jakpreneur::Problem>(entries)
        })
        .expect("looks");
    let (act, payload) = written.last().expect("an entry");
    assert_eq!(act, "member.give_sign_in_code");
    assert!(!payload.contains(&digits) && !payload.contains(&code));
    street.signed_in(street.member);
    let verified = verify(&street.world.app, &mut |_, _, _| {});
    assert!(!matches!(verified, Err(NotVerified::Differs(_) | NotVerified::Problem(_))));
});

#[test]
fn the_pages_weigh_little_and_speak_english() {
    let fresh = Fresh::sqlite();
    let street = Street::of(&fresh);
    let mut browser = street.signed_in(street.member);
    for path in ["/saya", "/saya/data", "/saya/masuk"] {
        if path == "/saya/masuk" {
            browser.send("/saya/keluar", &[]);
        }
        let weight = browser.weigh(path);
        assert!(weight < 5_000, "{path}: {weight} bytes");
        browser.speak("en");
        let page = browser.open(path);
        assert!(page.contains("lang=\"en\"") && !page.contains("Anda"), "{path}");
        assert!(!page.contains("style=\"") && !page.contains("<script"), "{path}");
        browser.speak("id");
    }
    assert_eq!(residents::COOKIE, "jp_saya");
}
