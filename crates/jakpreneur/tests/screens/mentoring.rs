//! A mentor's day without scripts: the visit with its photo, members handed over, the month, activity.
use super::{
    browser::Browser,
    world::{self, inhabited},
};
use axum::http::StatusCode;
use base64::{Engine, engine::general_purpose::STANDARD};
use jakpreneur::App;
use rules::MemberId;
use testkit::Fresh;

/// A picture of one dot.
const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

fn dot() -> Vec<u8> {
    STANDARD.decode(DOT).expect("base64")
}

/// Two mentors of Kebon Jeruk, and somebody to visit.
fn mentored(fresh: &Fresh) -> (App, MemberId) {
    let app = inhabited(fresh);
    for name in ["pendamping-satu", "pendamping-dua"] {
        world::account(&app, name, "mentor", "ppkukm", "31.73.05");
    }
    world::account(&app, "kasatpel", "kecamatan_head", "ppkukm", "31.73.05");
    let place = ("ppkukm", "31.73.05.1001");
    let member = world::member(&app, "3173055506900103", "Contoh Tujuh", place, "2022-01-03", &[]);
    (app, member)
}

fn signed_in(app: &App, name: &str) -> Browser {
    let mut browser = Browser::new(app);
    browser.sign_in(name);
    browser
}

const VISIT: [(&str, &str); 6] = [
    ("act_id", "0190b0f2-0000-7000-8000-0000000000aa"),
    ("met", "member"),
    ("topics", "permit"),
    ("note", "Mau urus NIB"),
    ("again_in", "2w"),
    ("need", "institution"),
];

#[test]
fn a_visit_is_kept_with_its_photo_and_the_photo_is_given_out() {
    let fresh = Fresh::sqlite();
    let (app, member) = mentored(&fresh);
    let mut browser = signed_in(&app, "pendamping-satu");
    let path = format!("/dampingi/{member}/kunjungan");
    let form = browser.open(&path);
    assert!(form.contains("enctype=\"multipart/form-data\"") && form.contains("name=\"photo\""));
    assert!(form.contains(&format!("/warga/{member}/perkembangan")), "last values are a tap away");
    for _ in 0..2 {
        let sent = browser.send_photo(&path, &VISIT, &dot());
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    }
    let page = browser.open(&path);
    let photo = format!("/dampingi/{member}/foto/");
    assert_eq!(page.matches(&photo).count(), 1, "sent twice, it is kept once");
    let from = page.find(&photo).expect("a link");
    let address: String = page[from..].chars().take_while(|letter| *letter != '"').collect();
    let given = browser.get(&address);
    assert_eq!(given.header("content-type"), "image/jpeg");
    assert!(given.header("content-disposition").starts_with("attachment"));
    assert!(given.bytes.starts_with(&[0xff, 0xd8, 0xff]), "what was sent as PNG is kept anew");
}

#[test]
fn what_is_no_photo_is_refused_at_its_field_and_no_visit_is_kept() {
    let fresh = Fresh::sqlite();
    let (app, member) = mentored(&fresh);
    let mut browser = signed_in(&app, "pendamping-satu");
    let path = format!("/dampingi/{member}/kunjungan");
    browser.open(&path);
    let heic = [&b"\0\0\0\x18ftypheic"[..], &[0; 64]].concat();
    for (photo, said) in [
        (&b"<html><script>alert(1)</script>"[..], "Berkas ini bukan foto"),
        (&heic, "Paling Kompatibel"),
        (&dot()[..40], "rusak atau terpotong"),
    ] {
        let sent = browser.send_photo(&path, &VISIT[1..], photo);
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = sent.text();
        assert!(page.contains("href=\"#photo\"") && page.contains(said), "{said}");
        assert!(page.contains("Mau urus NIB"), "what was typed is still there");
    }
    let large = vec![0; 12 * 1024 * 1024 + 1];
    let sent = browser.send_photo(&path, &VISIT[1..], &large);
    assert!(sent.text().contains("lebih besar dari 12 MB"));
    assert!(!browser.open(&path).contains("Terakhir"), "no visit was kept");
    let plain = browser.send_photo(&path, &VISIT[1..], b"");
    assert_eq!(plain.status, StatusCode::SEE_OTHER, "a visit needs no photo");
}

#[test]
fn a_head_shares_out_and_offers_and_the_other_mentor_accepts() {
    let fresh = Fresh::sqlite();
    let (app, _) = mentored(&fresh);
    let mut head = signed_in(&app, "kasatpel");
    let page = head.open("/dampingi/bagi");
    assert!(page.contains("3 orang belum punya pendamping"), "{page}");
    let page = head.follow("/dampingi/bagi", &[("act_id", "")]);
    assert!(page.contains("Binaan dibagi.") && page.contains("0 orang belum punya pendamping"));
    let ids: Vec<&str> = page
        .match_indices("href=\"/dampingi?pendamping=")
        .map(|(at, found)| {
            let from = at + found.len();
            &page[from..from + 36]
        })
        .collect();
    let [one, other] = ids[..] else { panic!("two mentors: {ids:?}") };
    let (one, other) = (one.to_owned(), other.to_owned());
    let empty = head.send("/dampingi/serahkan", &[("from", "pindah"), ("to", &other)]);
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody has moved");
    let page = head.follow("/dampingi/serahkan", &[("from", &one), ("to", &other)]);
    assert!(page.contains("Penyerahan ditawarkan."));

    let mut taker = signed_in(&app, "pendamping-satu");
    if !taker.open("/dampingi").contains("menunggu jawaban Anda") {
        taker = signed_in(&app, "pendamping-dua");
    }
    let page = taker.open("/dampingi/serahan");
    let from = page.find("/dampingi/serahan/").expect("a form");
    let action: String = page[from..].chars().take_while(|letter| *letter != '"').collect();
    let wrong = taker.send(&action, &[("reason", "")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "a refusal needs a reason");
    let page = taker.follow(&action, &[("answer", "accept")]);
    assert!(page.contains("Jawaban tercatat.") && page.contains("dari 3 binaan"));
}

#[test]
fn a_month_is_a_page_and_a_paper_and_only_heads_set_its_target() {
    let fresh = Fresh::sqlite();
    let (app, member) = mentored(&fresh);
    let mut browser = signed_in(&app, "pendamping-satu");
    let path = format!("/dampingi/{member}/kunjungan");
    browser.open(&path);
    browser.send_photo(&path, &VISIT[1..], b"");
    let page = browser.open("/dampingi/lapbul?bulan=2022-06");
    assert!(page.contains("<tr><th scope=\"row\">Kunjungan</th><td class=\"jp-num\">1</td></tr>"));
    assert!(page.contains("belum ditetapkan") && !page.contains("name=\"persons\""));
    let paper = browser.get("/dampingi/lapbul.pdf?bulan=2022-06");
    assert_eq!(paper.header("content-type"), "application/pdf");
    assert!(paper.bytes.starts_with(b"%PDF-"));

    let mut head = signed_in(&app, "kasatpel");
    let list = head.open("/dampingi");
    let from =
        list.find("/dampingi?pendamping=").expect("a mentor") + "/dampingi?pendamping=".len();
    let mentor = list[from..from + 36].to_owned();
    let at = "/dampingi/lapbul";
    head.open(&format!("{at}?pendamping={mentor}"));
    let set = [("pendamping", mentor.as_str()), ("bulan", "2022-06"), ("month", "2022-06")];
    let wrong = head.send(at, &[&set[..], &[("persons", "banyak"), ("basis", "")]].concat());
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let more = [("persons", "60"), ("basis", "Rencana kerja 2022")];
    let page = head.follow(at, &[&set[..], &more].concat());
    assert!(page.contains("Target ditetapkan.") && page.contains(">60</td>"));
}

#[test]
fn activity_is_shown_overruled_ended_and_resumed() {
    let fresh = Fresh::sqlite();
    let (app, member) = mentored(&fresh);
    let path = format!("/warga/{member}/keaktifan");
    let mut mentor = signed_in(&app, "pendamping-satu");
    let page = mentor.open(&path);
    assert!(page.contains("<strong>Aktif</strong>") && !page.contains("name=\"end_reason\""));
    let check = [("result", "moved_out"), ("note", "Rumah kosong")];
    let page = mentor.follow(&format!("{path}/domisili"), &check);
    assert!(page.contains("Pindah luar DKI, ") && page.contains("Rumah kosong"));

    let mut officer = signed_in(&app, "petugas-kebonjeruk");
    assert!(officer.open(&format!("/warga/{member}")).contains(&format!("href=\"{path}\"")));
    assert!(officer.open(&path).contains("menyarankan akhir kepesertaan: Pindah ke luar DKI"));
    let wrong = officer.send(&path, &[("activity", "inactive"), ("reason", "")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = officer.follow(&path, &[("activity", "inactive"), ("reason", "Usaha tutup")]);
    assert!(page.contains("<strong>Tidak aktif</strong>") && page.contains("Usaha tutup"));
    let page = officer.follow(&format!("{path}/akhir"), &[("end_reason", "moved_out")]);
    assert!(page.contains("<strong>Berakhir"), "{page}");
    let page = officer.follow(&format!("{path}/lanjut"), &[("resume_reason", "Keliru")]);
    assert!(page.contains("<strong>Tidak aktif</strong>"), "the officer's word holds again");
}
