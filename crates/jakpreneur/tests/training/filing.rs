//! A file of participants: good rows get their places in its order, bad rows come back with the reason.
use crate::{
    common::{self, day, open},
    world::{class, is_verified, members},
};
use jakpreneur::{
    App, Code,
    places::{FiledNik, NikFile, Wish, is_rejected},
};
use rules::{ClassId, training::PlaceState};
use testkit::on_both_engines;

fn file(text: &str) -> NikFile {
    NikFile::read("peserta.csv", text.as_bytes().to_vec()).expect("is a file")
}

fn send(app: &App, class: ClassId, file: &NikFile) -> Vec<FiledNik> {
    let (asking, file) = (common::asking(app), file.clone());
    let filed =
        app.change_now(move |tx, house| file.ask(tx, house, &asking, class, &Wish::default()));
    filed.expect("answers")
}

fn states(filed: &[FiledNik]) -> Vec<Result<PlaceState, Code>> {
    let state = |it: &FiledNik| it.1.map(|given| given.state);
    filed.iter().map(state).collect()
}

/// What sending the file would say now.
fn try_out(app: &App, class: ClassId, file: &NikFile) -> Vec<FiledNik> {
    let (officer, today) = (app.operator(), app.house.today());
    let tried =
        app.db.look(|tx| file.try_out(tx, &app.house, &officer, (class, today), &Wish::default()));
    tried.expect("answers")
}

on_both_engines!(a_trial_says_what_sending_says_and_records_nothing, |fresh| {
    let app = open(&fresh);
    let id = class(&app, 2);
    let them = members(&app, 4);
    crate::world::ask(&app, id, them[3]).expect("asks");
    let rows = [0, 3, 1, 0, 2, 99].map(common::nik);
    let sent = file(&format!("NIK\n{}\n3173\n", rows.join("\n")));
    let tried = try_out(&app, id, &sent);
    assert_eq!(try_out(&app, id, &sent), tried, "a trial changes nothing");
    assert!(crate::world::state(&app, id, them[0]).is_none());
    assert_eq!(send(&app, id, &sent), tried);
    assert_eq!(
        states(&tried),
        [
            Ok(PlaceState::Confirmed),
            Err(Code::AlreadyInClass),
            Ok(PlaceState::Waiting),
            Err(Code::AlreadyInClass),
            Ok(PlaceState::Waiting),
            Err(Code::NikUnknown),
            Err(Code::NikShort(12)),
        ]
    );
    let queue: Vec<_> = tried.iter().filter_map(|it| it.1.ok()?.queue).collect();
    assert_eq!(queue, [1, 2]);
    is_verified(&app);
});

on_both_engines!(rows_get_places_in_their_order_and_bad_ones_come_back, |fresh| {
    let app = open(&fresh);
    let id = class(&app, 1);
    members(&app, 2);
    let (first, second) = (common::nik(1), common::nik(0));
    let sent = file(&format!(
        "Nama;NIK;Alasan\nSiti;{first};lama\nBudi;{second};\nTanpa;3173;\nAsing;{};\n",
        common::nik(99)
    ));
    let filed = send(&app, id, &sent);
    assert_eq!(
        states(&filed),
        [
            Ok(PlaceState::Confirmed),
            Ok(PlaceState::Waiting),
            Err(Code::NikShort(12)),
            Err(Code::NikUnknown)
        ]
    );
    let back = sent.rejects(&filed, day("2022-06-22").at(12, 0, 0, 0)).expect("writes");
    let back = String::from_utf8(back).expect("is text");
    let lines: Vec<&str> = back.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Nama;NIK;Alasan");
    assert_eq!(lines.len(), 3, "{back}");
    assert!(lines[1].starts_with("Tanpa;3173;"), "{back}");

    let again = send(&app, id, &sent);
    assert_eq!(states(&again)[..2], [Err(Code::AlreadyInClass), Err(Code::AlreadyInClass)]);
    assert_eq!(again.iter().filter(|it| is_rejected(&it.1)).count(), 2, "who is in is no reject");
    is_verified(&app);
});

#[test]
fn a_file_without_a_column_of_nik_is_refused_whole() {
    let read = |text: &str| NikFile::read("peserta.csv", text.as_bytes().to_vec()).map(drop);
    assert_eq!(read("Nama;Alamat\nSiti;Kebon Jeruk\n"), Err(Code::NikColumn));
    assert_eq!(read(""), Err(Code::File));
}
