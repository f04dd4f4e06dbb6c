//! Laying out, revising and copying a plan, each within somebody's scope.
use super::world::{
    asking, draft, figures, lay_out, line, lines, officer, open, plan, refused, revise,
};
use jakpreneur::{
    Code, Problem,
    plans::{self, Revision, Wanted},
    verify::verify,
};
use rules::training::plan::PlannedClasses;
use testkit::on_both_engines;

on_both_engines!(a_plan_changes_line_by_line_and_its_old_versions_stay_readable, |fresh| {
    let app = open(&fresh);
    let by = app.operator();
    let first = [line("31.73.05", 3, 30), line("31.73.01", 4, 40)];
    let id = lay_out(&app, &by, draft("ppkukm", "31", 2022, &first)).expect("lays out").event.plan;
    let changed = line("31.73.01", 5, 45);
    revise(&app, &by, id, 1, Wanted::Change(2, changed.clone())).expect("changes");
    revise(&app, &by, id, 2, Wanted::Add(line("31.74.01", 6, 1))).expect("adds");
    revise(&app, &by, id, 3, Wanted::Drop(3)).expect("drops");
    revise(&app, &by, id, 4, Wanted::Add(line("31.74.02", 7, 2))).expect("adds");
    let at = |version| lines(&app, &by, id, version);
    assert_eq!(at(1), [(1, first[0].clone()), (2, first[1].clone())]);
    assert_eq!(at(2), [(1, first[0].clone()), (2, changed.clone())]);
    assert_eq!(at(3).len(), 3);
    assert_eq!(at(4), at(2));
    assert_eq!(at(5).last().expect("a line").0, 4, "a number is never given twice");
    let versions = app.db.look(|tx| plans::versions(tx, &by.scope, id)).expect("looks");
    assert_eq!(versions.len(), 5);
    assert_eq!(versions[0].reason.as_deref(), Some("Ruang kelas pindah"));
    assert_eq!(versions[4].reason, None);
    let these = [changed, line("31.71.01", 9, 9)];
    let done = revise(&app, &by, id, 5, Wanted::These(these.to_vec())).expect("replaces");
    assert_eq!((done.event.changes.gone.len(), done.event.changes.lines.len()), (2, 1));
    verify(&app, &mut |_, _, _| {}).expect("the journal gives the same rows");
});

on_both_engines!(what_cannot_stand_in_a_plan_is_refused_and_leaves_nothing, |fresh| {
    let app = open(&fresh);
    let by = app.operator();
    let try_line =
        |line: PlannedClasses| refused(lay_out(&app, &by, draft("ppkukm", "31.73", 2022, &[line])));
    assert_eq!(try_line(line("31.74.01", 3, 1)), ("area", Code::OutsidePlan));
    assert_eq!(try_line(line("31.73.99", 3, 1)), ("area", Code::Region));
    assert_eq!(try_line(line("31.73.05", 3, 101)), ("persons", Code::PersonsOverSeats));
    let unknown = PlannedClasses { trade: "las".to_owned(), ..line("31.73.05", 3, 1) };
    assert_eq!(try_line(unknown), ("trade", Code::Trade));
    assert_eq!(
        refused(lay_out(&app, &by, draft("ppkukm", "31", 1999, &[]))),
        ("year", Code::Number)
    );
    let id = lay_out(&app, &by, draft("ppkukm", "31", 2022, &[])).expect("lays out").event.plan;
    let twice = lay_out(&app, &by, draft("ppkukm", "31", 2022, &[]));
    assert_eq!(refused(twice), ("", Code::PlanThere));
    let add = || Wanted::Add(line("31.73.05", 3, 1));
    revise(&app, &by, id, 1, add()).expect("adds");
    assert_eq!(refused(revise(&app, &by, id, 1, add())), ("", Code::PlanChanged));
    assert_eq!(refused(revise(&app, &by, id, 2, Wanted::AsTheyAre)), ("", Code::Unchanged));
    let same = Wanted::Change(1, line("31.73.05", 3, 1));
    assert_eq!(refused(revise(&app, &by, id, 2, same)), ("", Code::Unchanged));
    let without = asking(&app, &by);
    let revision = Revision {
        plan: id,
        version: 2,
        title: None,
        persons_target: Some(7),
        reason: " ".to_owned(),
        lines: Wanted::AsTheyAre,
    };
    let done = app.change_now(move |tx, house| plans::revise(tx, house, &without, &revision));
    assert_eq!(refused(done), ("reason", Code::Reason));
});

on_both_engines!(a_city_office_plans_its_own_kecamatan_and_no_other, |fresh| {
    let app = open(&fresh);
    let all = app.operator();
    let city = officer(&app, "sudin-barat", "city_office", "ppkukm", "31.73");
    let other = officer(&app, "sudin-lain", "city_office", "ppapp", "31.73");
    let clerk = officer(&app, "petugas", "registration_officer", "ppkukm", "31.73.05");
    let laid = [line("31.73.05", 3, 30), line("31.74.01", 3, 40)];
    let id = lay_out(&app, &all, draft("ppkukm", "31", 2022, &laid)).expect("lays out").event.plan;
    let outside = refused(lay_out(&app, &city, draft("ppkukm", "31.74", 2022, &[])));
    assert_eq!(outside, ("area", Code::OutsideScope));
    let outside = refused(lay_out(&app, &city, draft("ppapp", "31.73", 2022, &[])));
    assert_eq!(outside, ("agency", Code::OutsideScope));
    let forbidden = lay_out(&app, &clerk, draft("ppkukm", "31.73.05", 2022, &[]));
    assert!(matches!(forbidden, Err(Problem::Forbidden)));
    lay_out(&app, &city, draft("ppkukm", "31.73", 2022, &[])).expect("lays out its own");

    assert!(plan(&app, &other, id).is_none(), "another agency's plan is not there");
    assert_eq!(lines(&app, &city, id, 1).len(), 1, "only its own lines");
    let seen = figures(&app, &city, id);
    assert_eq!((seen.whole, seen.total.planned.persons), (false, 30));
    let new = |kecamatan| Wanted::Add(line(kecamatan, 4, 5));
    assert_eq!(refused(revise(&app, &city, id, 1, new("31.74.01"))), ("area", Code::OutsideScope));
    let theirs = revise(&app, &city, id, 1, Wanted::Drop(2));
    assert!(matches!(theirs, Err(Problem::NotFound)), "{theirs:?}");
    revise(&app, &city, id, 1, new("31.73.01")).expect("adds its own");
    revise(&app, &city, id, 2, Wanted::These(Vec::new())).expect("empties its own");
    assert_eq!(lines(&app, &all, id, 3), [(2, laid[1].clone())]);
    let asking = asking(&app, &city);
    let target = Revision {
        plan: id,
        version: 3,
        title: None,
        persons_target: Some(1),
        reason: "Sasaran baru".to_owned(),
        lines: Wanted::AsTheyAre,
    };
    let done = app.change_now(move |tx, house| plans::revise(tx, house, &asking, &target));
    assert_eq!(refused(done), ("persons_target", Code::OutsideScope));
});

on_both_engines!(last_years_plan_is_copied_with_its_days_moved_and_into_a_city, |fresh| {
    let app = open(&fresh);
    let by = app.operator();
    let dated = PlannedClasses {
        first_on: Some("2022-03-01".parse().expect("a day")),
        ..line("31.73.05", 3, 30)
    };
    let lines_of = [dated, line("31.74.01", 4, 40)];
    let from = lay_out(&app, &by, draft("ppkukm", "31", 2022, &lines_of)).expect("lays out");
    let from = from.event.plan;
    let copy = |around, year| {
        let (asking, draft) = (asking(&app, &by), draft("ppkukm", around, year, &[]));
        app.change_now(move |tx, house| plans::copy(tx, house, &asking, from, &draft))
    };
    let next = copy("31", 2023).expect("copies").event;
    assert_eq!((next.lines.len(), next.copied_from), (2, Some(from)));
    assert_eq!(next.lines[0].first_on, Some("2023-03-07".parse().expect("a Tuesday")));
    let city = copy("31.74", 2023).expect("copies").event;
    assert_eq!(city.lines, [line("31.74.01", 4, 40)]);
    verify(&app, &mut |_, _, _| {}).expect("the journal gives the same rows");
});
