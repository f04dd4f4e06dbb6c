//! Caseloads with their history, and visits of which the first is the service.
use crate::{
    common::{asking, day, open},
    world::{assign, id, member, mentor, visit},
};
use jakpreneur::{
    Problem,
    mentoring::{self, Assignment},
    stages,
    verify::verify,
};
use rules::{MemberId, StageKind};
use testkit::on_both_engines;

on_both_engines!(the_first_visit_that_meets_somebody_is_the_mentoring_service, |fresh| {
    let app = open(&fresh);
    let (to, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    assert!(visit(&app, &by, to, "nobody").expect("records").event.service.is_none());
    let first = visit(&app, &by, to, "family").expect("records").event;
    assert!(first.service.is_some());
    assert_eq!(first.topics.len(), 1, "a topic named twice is one");
    assert!(visit(&app, &by, to, "member").expect("records").event.service.is_none());
    let asked = asking(&app);
    let service = first.service.expect("a service");
    app.change_now(move |tx, house| stages::void(tx, house, &asked, service, "Salah peserta"))
        .expect("takes back");
    let again = visit(&app, &by, to, "member").expect("records").event;
    assert!(again.service.is_some(), "what was taken back is received by the next visit");
    let services = app.db.look(|tx| stages::services_of(tx, to)).expect("looks");
    assert_eq!(services.iter().filter(|it| it.stage == StageKind::Mentoring).count(), 2);
    verify(&app, &mut |_, _, _| {}).expect("every row follows from the journal");
});

on_both_engines!(a_member_given_to_another_mentor_keeps_the_days_with_the_first, |fresh| {
    let app = open(&fresh);
    let to = member(&app, 1);
    let (one, other) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "tono", "31.73.05"));
    assign(&app, &one, &[to, to]).expect("assigns");
    assert!(assign(&app, &one, &[to]).expect("assigns").event.members.is_empty());
    assign(&app, &other, &[to]).expect("assigns");
    let kept = app.db.look(|tx| mentoring::assignments_of(tx, to)).expect("looks");
    assert_eq!(kept.len(), 2);
    assert_eq!((kept[0].mentor, kept[0].until_on), (id(&one), Some(kept[1].from_on)));
    assert_eq!((kept[1].mentor, kept[1].until_on), (id(&other), None));
    verify(&app, &mut |_, _, _| {}).expect("every row follows from the journal");
});

on_both_engines!(who_is_due_comes_first_and_a_visit_moves_the_day, |fresh| {
    let app = open(&fresh);
    let (visited, waiting) = (member(&app, 1), member(&app, 2));
    let by = mentor(&app, "sri", "31.73.05");
    assign(&app, &by, &[visited, waiting]).expect("assigns");
    visit(&app, &by, visited, "member").expect("records");
    let today = app.house.today();
    let found = app.db.look(|tx| mentoring::caseload(tx, &by, id(&by), today)).expect("looks");
    let order: Vec<MemberId> = found.iter().map(|one| one.member).collect();
    assert_eq!(order, [waiting, visited]);
    assert!(found[0].is_due(today) && !found[1].is_due(today));
    assert_eq!(found[1].next_on, Some(day("2022-07-06")));
});

on_both_engines!(a_mentor_sees_neither_another_caseload_nor_members_elsewhere, |fresh| {
    let app = open(&fresh);
    let to = member(&app, 1);
    let (near, beside) = (mentor(&app, "sri", "31.73.05"), mentor(&app, "tono", "31.73.05"));
    let far = mentor(&app, "far", "31.74.01");
    assign(&app, &near, &[to]).expect("assigns");
    let today = app.house.today();
    for by in [&beside, &far] {
        let seen = app.db.look(|tx| mentoring::caseload(tx, by, id(&near), today));
        assert!(matches!(seen, Err(Problem::NotFound)));
    }
    assert!(matches!(visit(&app, &far, to, "member"), Err(Problem::NotFound)));
    assert!(matches!(assign(&app, &far, &[to]), Err(Problem::Invalid(_))));
    let mut asked = asking(&app);
    asked.officer = near.clone();
    let own = Assignment { mentor: id(&near), members: vec![to] };
    let refused = app.change_now(move |tx, _| mentoring::assign(tx, &asked, &own));
    assert!(matches!(refused, Err(Problem::Forbidden)));
});
