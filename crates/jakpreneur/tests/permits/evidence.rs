//! Files that prove a permit: sealed, of a kind that is known, given out to who may open the file.
use crate::{
    common::{self, open},
    world::{is_verified, member, nib, record, refused},
};
use jakpreneur::{
    App, Problem,
    files::{self, Media},
    licences,
};
use rules::{FileId, LicenceId};
use testkit::on_both_engines;

const PDF: &[u8] = b"%PDF-1.7 rahasia";

fn add(app: &App, licence: LicenceId, bytes: &'static [u8]) -> Result<FileId, Problem> {
    let (asking, ready) = (common::asking(app), files::ready("file", bytes.to_vec())?);
    let done = app
        .change_now(move |tx, house| licences::add_evidence(tx, house, &asking, licence, &ready));
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

/// A picture of four pixels that says where it was taken: `-6.1754,106.8272`.
const PLACED: &str = "\
    89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001474455874475053002d362e\
    313735342c3130362e38323732f0ccc10a0000001049444154789c6338212707440c100a001f260411a28f22af000000\
    0049454e44ae426082";

fn bytes_of(hex: &str) -> Vec<u8> {
    let pairs = hex.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("digits"));
    pairs.map(|pair| u8::from_str_radix(pair, 16).expect("hex")).collect()
}

on_both_engines!(of_a_picture_only_the_pixels_are_kept, |fresh| {
    let app = open(&fresh);
    let member = member(&app, 1);
    let licence = record(&app, member, nib()).expect("records").event.licence;
    let placed = bytes_of(PLACED);
    assert!(placed.windows(7).any(|part| part == b"-6.1754"), "the picture tells its place");
    let file = add(&app, licence, placed.leak()).expect("keeps");
    let (media, kept) = take(&app, licence, file).expect("gives");
    assert_eq!(media, Media::Jpeg);
    assert_eq!(Media::of(&kept), Some(Media::Jpeg));
    assert!(!kept.windows(7).any(|part| part == b"-6.1754"), "the place was kept");
    is_verified(&app);
});

#[test]
fn what_is_no_document_and_no_picture_is_refused_with_a_way_out() {
    let refusal = |bytes: &[u8]| refused(files::ready("file", bytes.to_vec()));
    assert_eq!(refusal(b"<html><script>alert(1)</script>"), ("file", "evidence-file"));
    assert_eq!(refusal(b"\0\0\0\x18ftypheic\0\0\0\0"), ("file", "photo-heic"));
    assert_eq!(refusal(&[0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), ("file", "photo-broken"));
    let cut = bytes_of(PLACED);
    assert_eq!(refusal(&cut[..60]), ("file", "photo-broken"));
    assert_eq!(refusal(b""), ("file", "empty"));
    let mut large = b"%PDF-1.7".to_vec();
    large.resize(files::LARGEST_DOCUMENT + 1, b' ');
    assert_eq!(refusal(&large), ("file", "file-large"));
}
