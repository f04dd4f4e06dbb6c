//! Closing a class: who was there often enough has received training, and the numbers stay apart.
use crate::{
    attending::{SECOND, admit, mark_at, present},
    certificates::{issue, revoke},
    common::{self, NOON, open, serve},
    world::{announce, ask, class, form, is_verified, members, refused, session},
};
use jakpreneur::{
    App, Problem,
    attendance::{self, By, ClassFinished, ClassReopened, InSeats, Numbers, Wanted},
    classes::ClassForm,
    journal::Done,
    places::{self, Wish},
};
use rules::{ClassId, Instant, MemberId, StageKind, training::Mark};
use testkit::on_both_engines;

pub fn finish_at(app: &App, at: Instant, class: ClassId) -> Result<Done<ClassFinished>, Problem> {
    let asking = common::asking_at(app, at);
    app.change_now(move |tx, house| attendance::finish(tx, house, &asking, class))
}

pub fn reopen(
    app: &App,
    class: ClassId,
    reason: &'static str,
) -> Result<Done<ClassReopened>, Problem> {
    let asking = common::asking_at(app, SECOND);
    app.change_now(move |tx, house| attendance::reopen(tx, house, &asking, class, reason))
}

fn numbers(app: &App, class: ClassId) -> Numbers {
    app.db.look(|tx| attendance::numbers(tx, &app.operator(), class)).expect("counts")
}

/// How many services of training hold in a member's file.
fn trainings(app: &App, member: MemberId) -> usize {
    let found = app.db.look(|tx| jakpreneur::stages::services_of(tx, member)).expect("looks");
    let holds = |it: &jakpreneur::stages::ServiceRow| {
        it.stage == StageKind::Training && it.voided_at_position.is_none()
    };
    found.into_iter().filter(holds).count()
}

/// Four with a place: two at both sessions, one at one, one at none; and one who walks in.
fn held(app: &App) -> (ClassId, Vec<MemberId>) {
    let (class, them) = (class(app, 5), members(app, 5));
    them.iter().take(4).for_each(|member| drop(ask(app, class, *member).expect("asks")));
    present(app, class, 1, &them[..3]);
    admit(app, class, them[4]).expect("walks in");
    present(app, class, 2, &them[..2]);
    (class, them)
}

on_both_engines!(who_was_there_often_enough_has_received_training, |fresh| {
    let app = open(&fresh);
    let (class, them) = held(&app);
    let early = Instant(SECOND.0 - 86_400_000_000);
    assert_eq!(refused(finish_at(&app, early, class)), "class-not-over");
    let done = finish_at(&app, SECOND, class).expect("closes").event;
    let finished: Vec<_> = done.finishers.iter().map(|one| one.member).collect();
    assert_eq!((finished.len(), done.others.len()), (2, 3));
    let received: Vec<_> = them.iter().map(|member| trainings(&app, *member)).collect();
    assert_eq!(received, [1, 1, 0, 0, 0]);
    let counted = Numbers {
        classes: 1,
        seats: 5,
        invited: 0,
        registered: 4,
        present: 4,
        finished: 2,
        walk_ins: 1,
        attendances: 6,
        in_seats: InSeats { invited: 0, registered: 4, present: 4, finished: 2, walk_ins: 1 },
    };
    assert_eq!(numbers(&app, class), counted);
    assert_eq!(refused(finish_at(&app, SECOND, class)), "class-over");
    is_verified(&app);
});

on_both_engines!(
    opening_a_class_again_takes_its_trainings_back_unless_certificates_hold,
    |fresh| {
        let app = open(&fresh);
        let (class, them) = held(&app);
        finish_at(&app, SECOND, class).expect("closes");
        assert_eq!(refused(reopen(&app, class, "")), "reason");
        let issued = issue(&app, class).expect("issues").event.issued;
        assert_eq!(refused(reopen(&app, class, "salah catat")), "certificates-issued");
        for one in &issued {
            drop(revoke(&app, one.number, "salah catat").expect("revokes"));
        }
        let done = reopen(&app, class, "salah catat").expect("opens again").event;
        assert_eq!(done.services.len(), 2);
        assert_eq!(trainings(&app, them[0]), 0);
        assert_eq!(numbers(&app, class).finished, 0);
        finish_at(&app, SECOND, class).expect("closes again");
        assert_eq!(trainings(&app, them[0]), 1);
        is_verified(&app);
    }
);

on_both_engines!(who_was_registered_after_the_class_keeps_nobody_else_from_finishing, |fresh| {
    let app = open(&fresh);
    let day = Instant(NOON.0 - 2 * 86_400_000_000);
    let held = ClassForm {
        closes_on: Some("2022-06-20".to_owned()),
        sessions: Some(vec![session("2022-06-20"), session("2022-06-20")]),
        ..form(5)
    };
    let class = announce(&app, held).expect("announces").event.class;
    let early = members(&app, 1)[0];
    let late = common::register(&app, 70, "ppkukm", "2022-06-22").expect("registers").event.member;
    for member in [early, late] {
        let asking = common::asking_at(&app, day);
        let wish = Wish::default();
        let asked =
            app.change_now(move |tx, house| places::ask(tx, house, &asking, class, member, &wish));
        asked.expect("asks");
    }
    let here = [early, late].map(|member| (member, Mark::Present));
    mark_at(&app, day, (class, 1), &here, "").expect("marks");
    let done = finish_at(&app, NOON, class).expect("closes").event;
    assert_eq!(done.held, 1, "nobody was marked at the second session");
    assert_eq!(done.finishers.iter().map(|one| one.member).collect::<Vec<_>>(), [early]);
    assert_eq!(done.others[0].cannot.as_deref(), Some("before-registration"));
    is_verified(&app);
});

on_both_engines!(a_person_in_two_classes_is_one_person_and_two_attendances, |fresh| {
    let app = open(&fresh);
    let (one, other, them) = (class(&app, 5), class(&app, 5), members(&app, 2));
    for class in [one, other] {
        ask(&app, class, them[0]).expect("asks");
        present(&app, class, 1, &them[..1]);
    }
    ask(&app, other, them[1]).expect("asks");
    serve(&app, them[1], StageKind::Mentoring, "2022-06-01").expect("is served");
    let wanted = Wanted::default();
    let officer = app.operator();
    let sums = app
        .db
        .look(|tx| attendance::sums(tx, &app.house, &officer, By::Month, &wanted))
        .expect("counts");
    assert_eq!((sums.all.classes, sums.all.seats, sums.all.registered), (2, 10, 2));
    assert_eq!((sums.all.present, sums.all.attendances), (1, 2));
    assert_eq!(sums.groups.keys().collect::<Vec<_>>(), ["2022-06"]);
});
