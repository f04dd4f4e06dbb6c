//! Papers and the page that checks them: what anybody sees, what an officer takes away.
use super::{
    browser::Browser,
    world::{self, inhabited},
};
use axum::http::StatusCode;
use jakpreneur::{
    App, Problem,
    classes::{self, ClassForm, SessionForm, TrainerForm},
    journal::Asking,
    places::{self, Wish},
};
use rules::{ActId, ClassId, MemberId};
use testkit::Fresh;

fn asking(app: &App) -> Asking {
    let act_id = ActId(app.house.new_id());
    Asking { officer: app.operator(), at: app.house.now(), made_at: None, act_id, asked: None }
}

fn form() -> ClassForm {
    let text = |text: &str| Some(text.to_owned());
    let session = |held_on: &str| SessionForm {
        held_on: held_on.to_owned(),
        starts: "09.00".to_owned(),
        ends: "15.00".to_owned(),
        mode: "practice".to_owned(),
        topic: "Adonan dasar".to_owned(),
        ..SessionForm::default()
    };
    ClassForm {
        kind: text("trade"),
        title: text("Olahan kue kering"),
        trade: text("kue-roti"),
        agency: text("ppkukm"),
        area: text("31.73.05"),
        place: text("Aula kecamatan Kebon Jeruk"),
        capacity: text("30"),
        closes_on: text("2022-06-28"),
        trainers: Some(vec![TrainerForm {
            name: "Pelatih Contoh".to_owned(),
            account: String::new(),
        }]),
        sessions: Some(vec![session("2022-06-29"), session("2022-06-30")]),
        ..ClassForm::default()
    }
}

/// A class of the people of Kebon Jeruk, and the first of them.
fn class(app: &App) -> (ClassId, MemberId) {
    let (first, form) = (asking(app), form());
    let made = app.change_now(move |tx, house| classes::announce(tx, house, &first, &form));
    let class = made.expect("announces").event.class;
    let members = [
        world::member(
            app,
            "3173055506900103",
            "Contoh Tujuh",
            ("ppkukm", "31.73.05.1001"),
            "2022-01-03",
            &[],
        ),
        world::member(
            app,
            "3173055506900204",
            "Contoh Delapan",
            ("ppkukm", "31.73.05.1001"),
            "2022-01-03",
            &[],
        ),
    ];
    for member in members {
        let asking = asking(app);
        app.change_now(move |tx, house| {
            places::ask(tx, house, &asking, class, member, &Wish::default())
        })
        .expect("has a place");
    }
    (class, members[0])
}

/// Closes the class with both, straight in the rows.
fn finish(app: &App, class: ClassId) {
    let closed = app.change_now(move |tx, _| {
        tx.run(
            "insert into class_finisher (shard, class_id, member_id, service_id, attended, position)
             select shard, class_id, member_id, member_id, 2, 1 from class_place where class_id = $1",
            (class,),
        )?;
        tx.run("update class set state = 'finished' where id = $1", (class,))?;
        Ok::<_, Problem>(())
    });
    closed.expect("closes");
}

/// A browser of the city office, and a finished class with certificates.
fn issued(app: &App) -> (Browser, ClassId, String) {
    let (class, _) = class(app);
    finish(app, class);
    let mut browser = Browser::new(app);
    browser.sign_in("sudin-barat");
    let path = format!("/kelas-kerja/{class}/sertifikat");
    let page = browser.open(&path);
    assert!(page.contains("2 orang menyelesaikan kelas dan belum punya sertifikat"));
    let wrong = browser.send(&path, &[("signer", ""), ("position", "Kepala")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = browser.follow(&path, &[("signer", "Nama Contoh"), ("position", "Kepala")]);
    assert!(page.contains("2 sertifikat diterbitkan."));
    let (_, rest) = page.split_once("<a href=\"/cek/").expect("a number");
    let number = rest.split('"').next().expect("a number").to_owned();
    (browser, class, number)
}

#[test]
fn anybody_sees_every_field_as_issued_and_a_wrong_letter_is_no_certificate() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let (_, _, number) = issued(&app);
    let mut visitor = Browser::new(&app);
    let page = visitor.open(&format!("/cek/{number}"));
    for said in [
        "Sertifikat ini berlaku",
        "Contoh Delapan",
        "Olahan kue kering",
        "Kue dan roti",
        "29 sampai 30 Juni 2022",
        "16 jam pelajaran (JP)",
        "Aula kecamatan Kebon Jeruk",
        "Jakarta, 22 Juni 2022",
        "Nama Contoh",
        "Kepala",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let slashes = number.replacen('-', "/", 1);
    assert_eq!(visitor.get(&format!("/cek?nomor={slashes}")).status, StatusCode::SEE_OTHER);
    let last = if number.ends_with('7') { "8" } else { "7" };
    let wrong = format!("{}{last}", &number[..number.len() - 1]);
    let answer = visitor.get(&format!("/cek/{wrong}"));
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.text().contains("Tidak ada sertifikat dengan nomor ini"));
    visitor.speak("en");
    assert!(visitor.open(&format!("/cek/{number}")).contains("This certificate is valid"));
}

#[test]
fn a_name_typed_from_the_paper_is_the_same_or_differs() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let (_, _, number) = issued(&app);
    let mut visitor = Browser::new(&app);
    let path = format!("/cek/{number}");
    visitor.open(&path);
    let same = visitor.send(&path, &[("nama", "contoh  DELAPAN")]).text();
    assert!(same.contains("Nama itu sama dengan yang diterbitkan."));
    let differs = visitor.send(&path, &[("nama", "Contoh Sembilan")]).text();
    assert!(differs.contains("Nama itu berbeda dari yang diterbitkan."));
}

#[test]
fn a_replaced_and_a_revoked_certificate_are_seen_as_such() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let (mut browser, class, number) = issued(&app);
    let page = format!("/kelas-kerja/{class}/sertifikat");
    let wrong = browser.send(&format!("{page}/cabut"), &[("number", &number), ("reason", "")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let signing = [("signer", "Nama Lain"), ("position", "Kepala")];
    let fields = [("number", number.as_str()), ("reason", "Nama salah"), signing[0], signing[1]];
    let shown = browser.follow(&format!("{page}/ganti"), &fields);
    assert!(shown.contains("Sertifikat diganti.") && shown.contains("Diganti</span>"));
    let mut visitor = Browser::new(&app);
    let old = visitor.open(&format!("/cek/{number}"));
    assert!(old.contains("Sertifikat ini sudah diganti") && old.contains("Alasan: Nama salah"));
    let (_, rest) = old.split_once("nomor <a href=\"").expect("the successor");
    let successor = rest.split('"').next().expect("an address").to_owned();
    assert!(visitor.open(&successor).contains("Menggantikan nomor"));
    let number = successor.trim_start_matches("/cek/").to_owned();
    let fields = [("number", number.as_str()), ("reason", "Bukan pesertanya")];
    browser.follow(&format!("{page}/cabut"), &fields);
    let revoked = visitor.open(&successor);
    assert!(revoked.contains("Sertifikat ini dicabut") && revoked.contains("Bukan pesertanya"));
}

#[test]
fn papers_are_given_as_files_and_their_reading_is_logged() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let (mut browser, class, _) = issued(&app);
    let page = browser.open(&format!("/kelas-kerja/{class}/sertifikat"));
    let (_, rest) = page
        .split_once("/sertifikat/")
        .and_then(|(_, rest)| rest.split_once("href=\"/sertifikat/"))
        .expect("a file");
    let one = rest.split('"').next().expect("a file").to_owned();
    let class_at = format!("/kelas-kerja/{class}");
    for path in [
        format!("{class_at}/sertifikat.pdf"),
        format!("/sertifikat/{one}"),
        format!("{class_at}/daftar-hadir.pdf"),
        format!("{class_at}/daftar-hadir.pdf?sesi=1"),
        format!("{class_at}/berita-acara.pdf"),
    ] {
        let answer = browser.get(&path);
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        assert_eq!(answer.header("content-type"), "application/pdf", "{path}");
        assert!(answer.bytes.starts_with(b"%PDF-"), "{path}");
    }
    let zip = browser.get(&format!("{class_at}/sertifikat.zip"));
    assert!(zip.bytes.starts_with(b"PK") && zip.header("content-type") == "application/zip");
    let read: Vec<(String, i64)> = app
        .db
        .look(|tx| {
            tx.all("select what, found from read_log where what like 'c%' order by what", ())
        })
        .expect("looks");
    let logged = |what: &str| read.iter().filter(|(logged, _)| logged == what).count();
    assert_eq!((logged("certificate.class"), logged("certificate.open")), (2, 1));
    assert_eq!(logged("class.list"), 2);
}

#[test]
fn an_officer_of_elsewhere_gets_no_paper() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    world::account(&app, "kepala-tebet", "kecamatan_head", "ppkukm", "31.74.01");
    let (_, class, _) = issued(&app);
    let mut browser = Browser::new(&app);
    browser.sign_in("kepala-tebet");
    for paper in
        ["sertifikat", "sertifikat.pdf", "sertifikat.zip", "daftar-hadir.pdf", "berita-acara.pdf"]
    {
        let answer = browser.get(&format!("/kelas-kerja/{class}/{paper}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{paper}");
    }
    let mut visitor = Browser::new(&app);
    let answer = visitor.get(&format!("/kelas-kerja/{class}/sertifikat.pdf"));
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "to the sign-in page");
}

#[test]
fn a_card_and_tools_are_on_the_members_pages() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let (_, member) = class(&app);
    let mut browser = Browser::new(&app);
    browser.sign_in("sudin-barat");
    let card = browser.get(&format!("/warga/{member}/kartu.pdf"));
    assert!(card.bytes.starts_with(b"%PDF-"), "{}", card.text());
    let tools = format!("/warga/{member}/alat");
    assert!(browser.open(&tools).contains("Belum ada alat yang diserahkan."));
    let mut fields = vec![
        ("item_1", "Mixer tangan"),
        ("quantity_1", "2"),
        ("unit_1", "unit"),
        ("permit_kind", "nib"),
        ("permit", "1234567890123"),
        ("giver", "Nama Petugas"),
        ("giver_position", "Kepala Seksi"),
        ("value", "2.400.000"),
    ];
    let wrong = browser.send(&tools, &fields);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Periksa KTP Jakarta") && wrong.text().contains("Mixer tangan"));
    fields.push(("ktp_seen", "true"));
    let page = browser.follow(&tools, &fields);
    assert!(page.contains("Serah terima dicatat.") && page.contains("2 unit Mixer tangan"));
    let (_, rest) = page.split_once("href=\"/alat/").expect("a record");
    let grant = rest.split('/').next().expect("an id").to_owned();
    let bast = browser.get(&format!("/alat/{grant}/bast.pdf"));
    assert!(bast.bytes.starts_with(b"%PDF-"), "{}", bast.text());
    let member_field = member.to_string();
    let back = [("member", member_field.as_str()), ("reason", "Pindah usaha")];
    let page = browser.follow(&format!("/alat/{grant}/tarik"), &back);
    assert!(page.contains("Ditarik 22 Juni 2022: Pindah usaha"));
}
