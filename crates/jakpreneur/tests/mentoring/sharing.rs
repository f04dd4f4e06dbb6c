//! Sharing members out evenly, and handing them over by an offer that is accepted or refused.
use crate::{
    common::{asking, open},
    world::{assign, held, id, is_verified, member, mentor, on, refused},
};
use jakpreneur::{
    App, Problem,
    journal::Asking,
    mentoring::{self, CaseloadsShared, Reply, TransferAnswered, TransferOffered},
    staff::Officer,
};
use rules::{ActId, MemberId, UserId, mentoring::Answered, mentoring::RefusedBecause};
use std::sync::Arc;
use testkit::on_both_engines;

fn share(app: &App) -> Result<CaseloadsShared, Problem> {
    let asked = asking(app);
    app.change_now(move |tx, _| mentoring::share(tx, &asked)).map(|done| done.event)
}

fn offer(
    asked: Asking,
    app: &App,
    to: UserId,
    of: &[MemberId],
) -> Result<TransferOffered, Problem> {
    let of = of.to_vec();
    app.change_now(move |tx, _| mentoring::offer(tx, &asked, to, &of)).map(|done| done.event)
}

fn answer(
    app: &App,
    by: &Arc<Officer>,
    offer: ActId,
    reply: Reply,
) -> Result<TransferAnswered, Problem> {
    let asked = on(app, by, "2022-06-22");
    let act = app.change_now(move |tx, _| mentoring::answer(tx, &asked, offer, reply));
    act.map(|done| done.event)
}

on_both_engines!(whoever_has_no_mentor_goes_to_who_has_the_fewest_in_reach, |fresh| {
    let app = open(&fresh);
    let members: Vec<MemberId> = (1..=7).map(|number| member(&app, number)).collect();
    assert_eq!(refused(share(&app)), ("", "nobody-to-share"), "there is no mentor yet");
    let (one, other) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "tono", "31.73.05"));
    let far = mentor(&app, "far", "31.74.01");
    assign(&app, &one, &members[..3]).expect("assigns");
    let shared = share(&app).expect("shares");
    assert_eq!(shared.given.iter().map(|given| given.members.len()).sum::<usize>(), 4);
    assert_eq!((held(&app, &one).len(), held(&app, &other).len()), (4, 3));
    assert_eq!(held(&app, &far), []);
    assert_eq!(refused(share(&app)), ("", "nobody-to-share"));
    is_verified(&app);
});

on_both_engines!(an_offer_moves_nobody_until_the_other_mentor_accepts, |fresh| {
    let app = open(&fresh);
    let of = [member(&app, 1), member(&app, 2)];
    let (from, to) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "tono", "31.73.05"));
    assign(&app, &from, &of).expect("assigns");
    let made = offer(asking(&app), &app, id(&to), &of).expect("offers");
    assert_eq!((held(&app, &from).len(), held(&app, &to).len()), (2, 0));
    let again = offer(asking(&app), &app, id(&to), &of);
    assert_eq!(refused(again), ("members", "offered-already"));
    assert_eq!(refused(answer(&app, &from, made.transfer, Reply::Accept)), ("", "not-found"));
    let open_to = |by: &Arc<Officer>| app.db.look(|tx| mentoring::offers(tx, by)).expect("looks");
    assert_eq!((open_to(&to).len(), open_to(&from).len()), (1, 0));
    let answered = answer(&app, &to, made.transfer, Reply::Accept).expect("accepts");
    assert_eq!((answered.answer, answered.taken.len()), (Answered::Accepted, 2));
    assert_eq!((held(&app, &from).len(), held(&app, &to).len()), (0, 2));
    let kept = app.db.look(|tx| mentoring::assignments_of(tx, of[0])).expect("looks");
    assert_eq!((kept[0].mentor, kept[1].mentor), (id(&from), id(&to)), "history stays");
    assert_eq!(refused(answer(&app, &to, made.transfer, Reply::Accept)), ("", "offer-answered"));
    is_verified(&app);
});

on_both_engines!(a_refusal_has_a_reason_and_moves_nobody, |fresh| {
    let app = open(&fresh);
    let of = [member(&app, 1)];
    let (from, to) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "tono", "31.73.05"));
    assign(&app, &from, &of).expect("assigns");
    let own = on(&app, &from, "2022-06-22");
    let made = offer(own, &app, id(&to), &of).expect("a mentor offers the own");
    assert_eq!(refused(Reply::refuse("")), ("reason", "reason"));
    assert_eq!(refused(Reply::refuse("tidak mau")), ("reason", "word"));
    let why = Reply::Refuse(RefusedBecause::TooMany);
    let answered = answer(&app, &to, made.transfer, why).expect("refuses");
    assert_eq!((answered.answer, answered.taken.len()), (Answered::Refused, 0));
    assert_eq!((held(&app, &from).len(), held(&app, &to).len()), (1, 0));
    offer(asking(&app), &app, id(&to), &of).expect("may be offered again");
    let foreign = offer(on(&app, &to, "2022-06-22"), &app, id(&from), &of);
    assert_eq!(refused(foreign), ("", "not-found"), "a mentor offers nobody else's");
    is_verified(&app);
});

on_both_engines!(whoever_was_given_to_somebody_else_since_is_not_taken, |fresh| {
    let app = open(&fresh);
    let of = [member(&app, 1), member(&app, 2)];
    let (from, to) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "tono", "31.73.05"));
    let third = mentor(&app, "wati", "31.73.05");
    assign(&app, &from, &of).expect("assigns");
    let made = offer(asking(&app), &app, id(&to), &of).expect("offers");
    assign(&app, &third, &of[..1]).expect("assigns");
    let answered = answer(&app, &to, made.transfer, Reply::Accept).expect("accepts");
    assert_eq!(answered.taken, [of[1]]);
    assert_eq!((held(&app, &third), held(&app, &to)), (vec![of[0]], vec![of[1]]));
    is_verified(&app);
});
