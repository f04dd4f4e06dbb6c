//! Photos of visits: kept sealed and apart, given out to who may see the member, gone with the person.
use crate::{
    common::open,
    world::{is_verified, member, mentor, on, refused, visit},
};
use jakpreneur::{
    App, Problem,
    files::CleanPicture,
    mentoring::{self, PhotoAdded},
    staff::Officer,
};
use rules::{ActId, FileId, MemberId};
use std::sync::Arc;
use testkit::on_both_engines;

fn picture() -> CleanPicture {
    let jpeg = [&[0xff, 0xd8, 0xff, 0xe0][..], b"wajah"].concat();
    CleanPicture { jpeg, width: 1, height: 1 }
}

fn add(app: &App, by: &Arc<Officer>, to: MemberId, visit: ActId) -> Result<PhotoAdded, Problem> {
    let asking = on(app, by, "2022-06-22");
    let act = move |tx: &mut jakpreneur::journal::Change<'_>, house: &jakpreneur::House| {
        mentoring::add_photo(tx, house, &asking, (to, visit), &picture())
    };
    app.change_now(act).map(|done| done.event)
}

fn take(app: &App, by: &Arc<Officer>, of: MemberId, file: FileId) -> Result<Vec<u8>, Problem> {
    let (by, at) = (by.clone(), app.house.now());
    app.change_now(move |tx, house| {
        mentoring::take_photo(tx, house, &by, (at, house.new_id()), (of, file))
    })
}

on_both_engines!(a_photo_is_kept_sealed_apart_from_its_visit_and_given_out_again, |fresh| {
    let app = open(&fresh);
    let to = member(&app, 1);
    let (by, far) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "far", "31.74.01"));
    let made = visit(&app, &by, to, "member").expect("records").event.visit;
    let file = add(&app, &by, to, made).expect("keeps").file.file;
    assert_eq!(take(&app, &by, to, file).expect("gives"), picture().jpeg);
    let sealed: Option<(Vec<u8>,)> =
        app.db.look(|tx| tx.maybe("select sealed from stored_file", ())).expect("looks");
    let sealed = sealed.expect("is there").0;
    assert!(!sealed.windows(5).any(|part| part == b"wajah"), "kept in clear");
    assert_eq!(refused(take(&app, &far, to, file)), ("", "not-found"));
    assert_eq!(refused(add(&app, &far, to, made)), ("", "not-found"));
    let strange = ActId(app.house.new_id());
    assert_eq!(refused(add(&app, &by, to, strange)), ("", "not-found"));
    let read: Option<(i64,)> = app
        .db
        .look(|tx| tx.maybe("select count(*) from read_log where what = 'visit.photo'", ()))
        .expect("looks");
    assert_eq!(read, Some((1,)), "who was given it is kept");
    is_verified(&app);
});

on_both_engines!(a_visit_has_three_photos_at_most, |fresh| {
    let app = open(&fresh);
    let (to, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    let made = visit(&app, &by, to, "member").expect("records").event.visit;
    for _ in 0..3 {
        add(&app, &by, to, made).expect("keeps");
    }
    assert_eq!(refused(add(&app, &by, to, made)), ("", "photos-full"));
    let kept = app.db.look(|tx| mentoring::photos_of(tx, to)).expect("looks");
    assert_eq!(kept.len(), 3);
});

on_both_engines!(nobody_sees_the_photo_of_an_erased_person, |fresh| {
    let app = open(&fresh);
    let (to, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    let made = visit(&app, &by, to, "member").expect("records").event.visit;
    let file = add(&app, &by, to, made).expect("keeps").file.file;
    let erase =
        "update person set salt = null where id = (select person_id from member where id = $1)";
    app.change_now(move |tx, _| Ok(tx.run(erase, (to,))?)).expect("erases");
    assert_eq!(refused(take(&app, &by, to, file)), ("", "erased"));
});
