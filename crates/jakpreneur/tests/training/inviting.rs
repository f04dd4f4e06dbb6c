//! Finding the right people and inviting them.
use crate::{
    common::{self, open as open_app, serve},
    world::{announce, ask, cancel, class, form, is_verified, members, officer, state},
};
use jakpreneur::{
    App, Problem,
    journal::Done,
    places::{self, PlacesInvited, Whom, Why, Wish},
    reports::Narrowing,
};
use rules::{BusinessType, ClassId, MemberId, StageKind, training::PlaceState};
use testkit::on_both_engines;

fn invite(
    app: &App,
    class: ClassId,
    members: Vec<MemberId>,
) -> Result<Done<PlacesInvited>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| places::invite(tx, house, &asking, class, &members, ""))
}

on_both_engines!(those_not_trained_yet_are_found_longest_registered_first, |fresh| {
    let app = open_app(&fresh);
    app.load_names().expect("names");
    let id = class(&app, 10);
    let them = members(&app, 6);
    serve(&app, them[1], StageKind::Training, "2022-03-01").expect("trains");
    ask(&app, id, them[2]).expect("asks");
    let not_reached = Some(StageKind::Training);
    let whom = Whom { not_reached, limit: 3, ..Whom::default() };
    let find = |whom: &Whom| {
        places::candidates(&app.db, &app.house, &app.operator(), id, whom).expect("finds")
    };
    assert_eq!(find(&whom), [them[0], them[3], them[4]]);
    let business_type = Some(BusinessType::Jasa);
    let narrowing = Narrowing { business_type, ..Narrowing::default() };
    assert_eq!(find(&Whom { narrowing, ..whom.clone() }), []);
    let reached = Whom { reached: not_reached, not_reached: None, ..whom };
    assert_eq!(find(&reached), [them[1]]);
    let done = invite(&app, id, them.clone()).expect("invites").event;
    assert_eq!(done.members.len(), 5);
    assert_eq!(done.left_out[0].why, Why::AlreadyInClass);
    is_verified(&app);
});

on_both_engines!(an_invitation_takes_no_seat_and_is_answered_like_anybodys_wish, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 1);
    let them = members(&app, 2);
    invite(&app, id, them.clone()).expect("invites");
    assert_eq!(invite(&app, id, them.clone()).expect("invites").event.members, []);
    assert_eq!(state(&app, id, them[0]), Some(PlaceState::Invited));
    assert_eq!(ask(&app, id, them[1]).expect("asks").event.state, PlaceState::Confirmed);
    assert_eq!(ask(&app, id, them[0]).expect("asks").event.state, PlaceState::Waiting);
    let counts = app.db.look(|tx| jakpreneur::classes::counts(tx, id)).expect("counts");
    assert_eq!((counts.invited, counts.registered, counts.confirmed), (2, 2, 1));
    cancel(&app, id, them[1]).expect("cancels");
    assert_eq!(invite(&app, id, vec![them[1]]).expect("invites").event.members, [them[1]]);
    is_verified(&app);
});

on_both_engines!(whoever_is_outside_the_scope_is_left_out_as_not_found, |fresh| {
    let app = open_app(&fresh);
    let mut basic = form(5);
    basic.kind = Some("basic".to_owned());
    let id = announce(&app, basic).expect("announces").event.class;
    let own = members(&app, 1)[0];
    let other = common::register(&app, 9, "ppapp", "2022-01-03").expect("registers").event.member;
    let head = officer(&app, "kepala", "kecamatan_head", "ppkukm", "31.73.05");
    let mut asking = common::asking(&app);
    asking.officer = head;
    let done = app.change_now(move |tx, house| {
        places::invite(tx, house, &asking, id, &[own, other, own], "")
    });
    let done = done.expect("invites").event;
    assert_eq!(done.members, [own]);
    assert_eq!((done.left_out[0].member, done.left_out[0].why), (other, Why::NotFound));
});

on_both_engines!(a_list_of_nik_is_answered_line_by_line_and_once, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 2);
    members(&app, 3);
    let mut niks: Vec<String> = (0..3).map(common::nik).collect();
    niks.extend([common::nik(0), common::nik(77), "317".to_owned()]);
    let mut asking = common::asking(&app);
    asking.asked = Some([7; 32]);
    let answer = || {
        let (asking, niks) = (asking.clone(), niks.clone());
        let answered = app.change_now(move |tx, house| {
            places::ask_for_all(tx, house, &asking, id, &niks, &Wish::default())
        });
        let said = |answer: &places::Answered| match answer {
            Ok(done) => done.event.state.word(),
            Err(code) => code.slug(),
        };
        answered.expect("asks").iter().map(said).collect::<Vec<_>>().join(" ")
    };
    let expected = "confirmed confirmed waiting already-in-class nik-unknown nik-short";
    assert_eq!(answer(), expected);
    assert_eq!(answer(), expected);
    let counts = app.db.look(|tx| jakpreneur::classes::counts(tx, id)).expect("counts");
    assert_eq!((counts.confirmed, counts.waiting), (2, 1));
});
