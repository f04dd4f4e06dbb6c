//! Files that prove a permit: sealed, of a kind that is known, given out to who may open the file.
use crate::{
    common::{self, open},
    world::{is_verified, member, nib, record, refused},
};
use jakpreneur::{App, Problem, files::Media, licences};
use rules::{FileId, LicenceId};
use testkit::on_both_engines;

const PDF: &[u8] = b"%PDF-1.7 rahasia";

fn add(app: &App, licence: LicenceId, bytes: &'static [u8]) -> Result<FileId, Problem> {
    let asking = common::asking(app);
    let done =
        app.change_now(move |tx, house| licences::add_evidence(tx, house, &asking, licence, bytes));
    done.map(|done| done.event.file.file)
}

fn take(app: &App, licence: LicenceId, file: FileId) -> Result<(Media, Vec<u8>), Problem> {
    let (officer, at) = (app.operator(), app.house.now());
    app.change_now(move |tx, house| {
        let log = (at, house.new_id());
        licences::take_evidence(tx, house, &officer, log, (licence, file))
    })
}

on_both_engines!(a_file_is_kept_sealed_and_given_out_again, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    let licence = record(&app, member, nib()).expect("records").event.licence;
    let file = add(&app, licence, PDF).expect("keeps");
    assert_eq!(take(&app, licence, file).expect("gives"), (Media::Pdf, PDF.to_vec()));
    let sealed: Option<(Vec<u8>,)> =
        app.db.look(|tx| tx.maybe("select sealed from stored_file", ())).expect("looks");
    let sealed = sealed.expect("is there").0;
    assert!(!sealed.windows(7).any(|part| part == b"rahasia"), "kept in clear");
    assert_eq!(refused(add(&app, licence, b"<html>")), ("file", "evidence-file"));
    assert_eq!(refused(add(&app, licence, b"")), ("file", "empty"));
    let strange = FileId(app.house.new_id());
    assert_eq!(refused(take(&app, licence, strange)), ("", "not-found"));
    is_verified(&app);
});

on_both_engines!(nobody_reads_the_file_of_an_erased_person, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    let licence = record(&app, member, nib()).expect("records").event.licence;
    let file = add(&app, licence, PDF).expect("keeps");
    let erase =
        "update person set salt = null where id = (select person_id from member where id = $1)";
    app.change_now(move |tx, _| Ok(tx.run(erase, (member,))?)).expect("erases");
    assert_eq!(refused(take(&app, licence, file)), ("", "erased"));
});
