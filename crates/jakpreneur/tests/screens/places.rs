//! The pages about places in a class: invited, registered, waiting, cancelled, transferred.
use super::{
    browser::Browser,
    classes::{CLASS, announced, class_with},
    world,
};
use axum::http::StatusCode;
use testkit::Fresh;

/// Contoh Satu, Dua and Tiga of West Jakarta.
const SATU: &str = "3173055506900003";
const DUA: &str = "3173051506910004";
const TIGA: &str = "3173011506920005";

fn office(app: &jakpreneur::App) -> Browser {
    let mut office = Browser::new(app);
    office.sign_in("sudin-barat");
    office
}

/// The id of the first participant whose place can be changed.
fn first_place(page: &str) -> String {
    let rest = page.split_once("/peserta/").map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn places_are_given_in_order_and_a_freed_seat_goes_to_the_first_who_waits() {
    let fresh = Fresh::sqlite();
    let mut office = office(&world::inhabited(&fresh));
    let one_seat = class_with(&[("capacity", "1")]);
    let at = format!("/kelas-kerja/{}", announced(&mut office, &one_seat));
    let desk = format!("{at}/daftarkan");
    assert!(office.open(&desk).contains("data-nik autofocus"));
    assert!(office.follow(&desk, &[("nik", DUA)]).contains("Contoh Dua mendapat tempat."));
    let waits = office.follow(&desk, &[("nik", TIGA)]);
    assert!(waits.contains("Contoh Tiga masuk daftar tunggu, urutan 1."), "{waits}");
    let again = office.send(&desk, &[("nik", DUA)]);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Orang ini sudah ada di kelas"));

    let place = format!("{at}/peserta/{}", first_place(&office.open(&at)));
    let page = office.open(&place);
    assert!(page.contains("Contoh Dua") && page.contains("3173********0004"));
    let cancel = format!("{place}/batal");
    let unreasoned = office.send(&cancel, &[("reason", "")]);
    assert_eq!(unreasoned.status, StatusCode::UNPROCESSABLE_ENTITY);
    let work = office.follow(&cancel, &[("reason", "Sakit")]);
    assert!(work.contains("1 orang dari daftar tunggu mendapat tempat."), "{work}");
    assert!(work.contains("Contoh Tiga"), "who waited has the place");
    assert!(office.open(&format!("{at}?keadaan=cancelled")).contains("Contoh Dua"));
    assert!(office.open(&place).contains("Sakit"), "the reason is read by who may open the file");
}

#[test]
fn a_file_is_tried_out_before_anybody_has_a_place() {
    let fresh = Fresh::sqlite();
    let mut office = office(&world::inhabited(&fresh));
    let at = format!("/kelas-kerja/{}", announced(&mut office, &class_with(&[("capacity", "1")])));
    let desk = format!("{at}/berkas");
    let file = format!("NIK\n{DUA}\n{TIGA}\n317\n");
    office.open(&desk);
    let trial = office.send_file(&desk, &[("coba", "1")], ("peserta.csv", &file)).text();
    assert!(trial.contains("Ini percobaan: belum ada yang dicatat."), "{trial}");
    assert!(trial.contains("NIK kurang 13 angka"), "{trial}");
    assert!(!office.open(&at).contains("Contoh Dua"), "nobody has a place");
    office.open(&desk);
    let sent = office.send_file(&desk, &[], ("peserta.csv", &file)).text();
    assert!(!sent.contains("Ini percobaan"), "{sent}");
    assert!(office.open(&at).contains("Contoh Dua"));
}

#[test]
fn who_is_found_by_name_is_registered_with_one_button() {
    let fresh = Fresh::sqlite();
    let app = world::inhabited(&fresh);
    app.load_names().expect("names");
    let mut office = office(&app);
    let desk = format!("/kelas-kerja/{}/daftarkan", announced(&mut office, &CLASS));
    let page = office.open(&format!("{desk}?q=tiga"));
    assert!(page.contains("Contoh Tiga") && !page.contains("Contoh Dua"), "{page}");
    let member = page.split_once("name=\"member\" value=\"").map_or("", |(_, rest)| rest);
    let member = member.split('"').next().unwrap_or_default().to_owned();
    let done = office.follow(&desk, &[("member", member.as_str()), ("q", "tiga")]);
    assert!(done.contains("Contoh Tiga mendapat tempat."));
    let file = office.open(&format!("/warga/{member}"));
    assert!(file.contains("Kuliner dasar: keripik") && file.contains("Mendapat tempat"), "{file}");
}

#[test]
fn those_whom_filters_find_are_counted_before_they_are_invited() {
    let fresh = Fresh::sqlite();
    let mut office = office(&world::inhabited(&fresh));
    let class = class_with(&[("area", "31.73"), ("capacity", "20")]);
    let at = format!("/kelas-kerja/{}", announced(&mut office, &class));
    let invite = format!("{at}/undang");
    let untrained = office.open(&invite);
    assert!(
        untrained.contains("Undang 1 orang"),
        "only Contoh Empat was never trained: {untrained}"
    );
    let all = [("area", "31.73"), ("not_reached", ""), ("limit", "20")];
    let page = office.open(&format!("{invite}?area=31.73&limit=20&business_type=&not_reached="));
    assert!(page.contains("Undang 4 orang"), "{page}");
    let work = office.follow(&invite, &all);
    assert!(work.contains("4 orang diundang."), "{work}");
    assert!(office.open(&invite).contains("Tidak ada orang yang cocok"));
    let wrong = office.get(&format!("{invite}?limit=banyak"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn somebody_goes_over_to_another_class_and_nobody_without_choosing_one() {
    let fresh = Fresh::sqlite();
    let mut office = office(&world::inhabited(&fresh));
    let from = announced(&mut office, &CLASS);
    let to =
        announced(&mut office, &class_with(&[("title", "Kue kering"), ("from", "2022-07-11")]));
    let at = format!("/kelas-kerja/{from}");
    office.follow(&format!("{at}/daftarkan"), &[("nik", SATU)]);
    let place = format!("{at}/peserta/{}", first_place(&office.open(&at)));
    assert!(office.open(&place).contains("Kue kering"));
    let over = format!("{place}/pindah");
    assert_eq!(office.send(&over, &[("to", "")]).status, StatusCode::UNPROCESSABLE_ENTITY);
    let work = office.follow(&over, &[("to", to.as_str())]);
    assert!(work.contains("Peserta pindah ke kelas lain."), "{work}");
    let there = office.open(&format!("/kelas-kerja/{to}"));
    assert!(there.contains("Contoh Satu") && there.contains("pindahan"), "{there}");
}
