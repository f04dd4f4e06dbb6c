//! Correcting a record, groups, one's own password, and decisions that are undone.
use super::{
    browser::{Browser, own},
    world,
};
use axum::http::StatusCode;
use jakpreneur::App;
use testkit::Fresh;

const KEBON_JERUK: (&str, &str) = ("ppkukm", "31.73.05.1001");

fn signed_in(app: &App, name: &str) -> Browser {
    let mut browser = Browser::new(app);
    browser.sign_in(name);
    browser
}

/// What the browser would send of the open form: every field as it is, but for those given.
fn filled<'f>(page: &'f str, changed: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let main = page.split_once("<main").expect("a page").1;
    let mut fields = Vec::new();
    for input in main.split("<input ").skip(1) {
        let tag = input.split_once('>').expect("an end").0;
        let of = |name: &str| tag.split_once(&format!("{name}=\"")).map(|it| it.1);
        let of = |name: &str| of(name).and_then(|it| it.split_once('"')).map(|it| it.0);
        let (name, kind) = (of("name").unwrap_or_default(), of("type").unwrap_or_default());
        let chosen = !["radio", "checkbox"].contains(&kind) || tag.contains(" checked");
        if chosen && name != "csrf" && changed.iter().all(|(changed, _)| *changed != name) {
            fields.push((name, of("value").unwrap_or_default()));
        }
    }
    let office = main.split_once("<select ").and_then(|it| it.1.split_once("\" selected"));
    let office = office.and_then(|it| it.0.rsplit_once('"')).map(|it| it.1).unwrap_or_default();
    if changed.iter().all(|(changed, _)| *changed != "office") {
        fields.push(("office", office));
    }
    fields.extend(changed.iter().copied());
    fields
}

#[test]
fn a_record_is_corrected_and_its_file_tells_what_and_why() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let member = world::member(
        &app,
        "3173054506930123",
        "Contoh Tujuh",
        KEBON_JERUK,
        "2022-05-02",
        &[("training", "2022-05-09")],
    );
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let file = browser.open(&format!("/warga/{member}"));
    let path = format!("/warga/{member}/ubah");
    assert!(file.contains(&format!("href=\"{path}\"")), "the file leads to the correction");
    let form = browser.open(&path);
    insta::assert_snapshot!("correct", own(&form));
    let silent = filled(&form, &[("name", "Contoh Delapan"), ("reason", "")]);
    let silent = browser.send(&path, &silent);
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text().contains("<a href=\"#reason\">Tulis alasannya</a>"));
    assert!(silent.text().contains("value=\"Contoh Delapan\""), "what was typed stays");
    let same = filled(&form, &[("reason", "iseng")]);
    let same = browser.send(&path, &same);
    assert!(same.text().contains("Tidak ada yang berubah"), "{}", same.text());
    let late = filled(&form, &[("registered_on", "2022-05-10"), ("reason", "salah")]);
    assert!(browser.send(&path, &late).text().contains("Ada layanan sebelum tanggal ini"));
    let right = filled(&form, &[("name", "Contoh Delapan"), ("reason", "salah ketik")]);
    let file = browser.follow(&path, &right);
    insta::assert_snapshot!("file-corrected", own(&file));
    assert!(file.contains("Nama: Contoh Tujuh → Contoh Delapan"));
    assert!(file.contains("Alasan: salah ketik"));
    assert!(browser.open("/orang?q=delapan").contains("Contoh Delapan"));

    let form = browser.open(&path);
    let taken = filled(&form, &[("nik", "3173055506900003"), ("reason", "salah")]);
    let taken = browser.send(&path, &taken);
    assert_eq!(taken.status, StatusCode::CONFLICT);
    assert!(taken.text().contains("NIK ini sudah terdaftar"));
}

#[test]
fn who_moves_to_another_kecamatan_leaves_the_officers_sight_and_the_old_figure_stays() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let nik = "3173054506930123";
    let member = world::member(&app, nik, "Contoh Tujuh", KEBON_JERUK, "2022-05-02", &[]);
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let before = browser.open("/orang?as_at=2022-05-31");
    let path = format!("/warga/{member}/ubah");
    let form = browser.open(&path);
    let moved = [
        ("kelurahan", "31.74.01.1001"),
        ("office", "31.74.01"),
        ("moved_on", "2022-06-01"),
        ("reason", "pindah rumah"),
    ];
    let page = browser.follow(&path, &filled(&form, &moved));
    assert!(page.contains("Berkasnya kini di luar wilayah Anda"), "{page}");
    assert_eq!(browser.get(&path).status, StatusCode::NOT_FOUND);
    let total = |page: &str| {
        let total = page.split_once("<p role=\"status\"><strong>").expect("a total").1;
        total.split_once(' ').expect("a number").0.to_owned()
    };
    let after = browser.open("/orang?as_at=2022-05-31");
    assert_eq!(total(&after), total(&before), "the figure of that day stays");
    assert!(after.contains("1 orang di halaman ini terhitung di sini saat itu"));
    assert!(!after.contains("Contoh Tujuh"));
    assert!(!browser.open("/orang").contains("terhitung di sini saat itu"));
    let mut admin = signed_in(&app, "admin");
    let file = admin.open(&format!("/warga/{member}"));
    assert!(file.contains("Pindah") && file.contains("berlaku sejak 1 Juni 2022"), "{file}");
    assert!(file.contains("2 Mei 2022 · PPKUKM · Kebon Jeruk"), "registered where it was then");
}

#[test]
fn a_decision_is_undone_on_the_page_where_it_was_made() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    for (nik, name) in
        [("3173054506930123", "Contoh Kembar"), ("3173054506930124", "Contoh Kembar")]
    {
        world::member(&app, nik, name, KEBON_JERUK, "2022-05-02", &[]);
    }
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let page = browser.open("/loket-kerja/ganda");
    assert!(page.contains("<strong>1 pasangan</strong>"), "{page}");
    let (member, other) = (browser.hidden("member"), browser.hidden("other"));
    let pair = [("member", member.as_str()), ("other", other.as_str())];
    let decide = |verdict| [pair[0], pair[1], ("verdict", verdict)];
    let page = browser.follow("/loket-kerja/ganda", &decide("same"));
    insta::assert_snapshot!("duplicates-decided", own(&page));
    let undo = |reason| [pair[0], pair[1], ("reason", reason)];
    let silent = browser.send("/loket-kerja/ganda/batal", &undo(""));
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        silent.text().contains(&format!("<a href=\"#alasan-{member}-{other}\">Tulis alasannya"))
    );
    let page = browser.follow("/loket-kerja/ganda/batal", &undo("dua bersaudara"));
    assert!(page.contains("Dua orang") && page.contains("dua bersaudara"), "{page}");
    assert!(page.contains("Tidak ada pasangan yang menunggu"), "not asked about again");
    let page = browser.follow("/loket-kerja/ganda/batal", &undo("mau dilihat lagi"));
    assert!(page.contains("<strong>1 pasangan</strong>"), "somebody asked to look again");
}

#[test]
fn a_group_is_formed_and_its_members_come_and_go() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut browser = signed_in(&app, "petugas-kebonjeruk");
    let page = browser.open("/kelompok");
    insta::assert_snapshot!("groups-none", own(&page));
    let wrong = [("name", ""), ("agency", "ppkukm"), ("office", "31.73.05")];
    let wrong = browser.send("/kelompok", &wrong);
    assert!(wrong.text().contains("<a href=\"#name\">Isi bagian ini</a>"));
    let sent = [("name", "Keripik Maju"), ("agency", "ppkukm"), ("office", "31.73.05")];
    let answer = browser.send("/kelompok", &sent);
    let group = answer.header("location").to_owned();
    browser.open(&group);
    let join = format!("{group}/anggota");
    let page = browser.follow(&join, &[("member", "3173 0555 0690 0003")]);
    insta::assert_snapshot!("group", own(&page));
    assert!(page.contains("Contoh Satu") && page.contains("1 anggota"));
    let twice = browser.send(&join, &[("member", "3173055506900003")]);
    assert!(twice.text().contains("Anggota ini sudah di kelompok ini"));
    let outside = browser.send(&join, &[("member", "3173015606930006")]);
    assert!(outside.text().contains("Tidak ada anggota dengan nomor atau NIK ini"));
    browser.open(&group);
    let member = browser.hidden("member");
    assert!(browser.open(&format!("/warga/{member}")).contains(">Keripik Maju</a>"));
    browser.open(&group);
    let page = browser.follow(&format!("{group}/keluar"), &[("member", &member)]);
    assert!(page.contains("0 anggota"), "{page}");
    assert!(browser.open("/kelompok").contains(">Keripik Maju</a>"));
    let mut elsewhere = signed_in(&app, "pimpinan");
    assert_eq!(elsewhere.get(&group).status, StatusCode::FORBIDDEN);
    world::account(&app, "petugas-tebet", "registration_officer", "ppkukm", "31.74.01");
    let mut elsewhere = signed_in(&app, "petugas-tebet");
    assert_eq!(elsewhere.get(&group).status, StatusCode::NOT_FOUND);
}

#[test]
fn the_own_password_is_changed_and_other_sessions_end() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    let mut elsewhere = signed_in(&app, "admin");
    let mut browser = signed_in(&app, "admin");
    let page = browser.open("/akun/sandi");
    insta::assert_snapshot!("own-password", own(&page));
    let new = "delapan belas kuda";
    let wrong = browser.send("/akun/sandi", &[("current", "bukan ini"), ("password", new)]);
    assert!(wrong.text().contains("<a href=\"#current\">Kata sandi sekarang tidak cocok</a>"));
    let short = [("current", world::PASSWORD), ("password", "pendek")];
    assert!(browser.send("/akun/sandi", &short).text().contains("<a href=\"#password\">"));
    let page = browser.follow("/akun/sandi", &[("current", world::PASSWORD), ("password", new)]);
    assert!(page.contains("Kata sandi diganti."), "this session goes on");
    assert_eq!(elsewhere.get("/akun").status, StatusCode::SEE_OTHER, "the other one is over");
    elsewhere.open("/masuk");
    let old = [("name", "admin"), ("password", world::PASSWORD)];
    assert_eq!(elsewhere.send("/masuk", &old).status, StatusCode::UNPROCESSABLE_ENTITY);
    let fresh_one = [("name", "admin"), ("password", new)];
    assert_eq!(elsewhere.send("/masuk", &fresh_one).status, StatusCode::SEE_OTHER);
}
