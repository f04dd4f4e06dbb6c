//! What became of a plan: people are counted once, seats and attendances apart.
use super::{
    common::register,
    world::{draft, figures, lay_out, line, officer, open},
};
use db::sql;
use jakpreneur::App;
use rules::{ClassId, MemberId, PlanId};
use testkit::on_both_engines;

sql!(
    CLASS = "
    insert into class (id, kind, title, trade, agency, area, place, capacity, closes_on, share, notes,
        plan_id, state, first_on, last_on, position, changed_at_position)
    values ($1, 'basic', 'Kelas', 'kewirausahaan', 'ppkukm', $2, 'Aula', 40, $3, 80, '', $4, $5, $3, $3, 1, 1)"
);
sql!(
    PLACE = "
    insert into class_place (shard, class_id, member_id, state, walk_in) values ($1, $2, $3, $4, 0)"
);
sql!(
    MARK = "
    insert into attendance (shard, class_id, session, member_id, mark, way, position, recorded_at)
    values ($1, $2, $3, $4, $5, 'list', 1, $6)"
);
sql!(
    FINISHER = "
    insert into class_finisher (shard, class_id, member_id, service_id, attended, position)
    values ($1, $2, $3, $3, 2, 1)"
);

fn class(app: &App, plan: PlanId, area: &str, first_on: &str, state: &str) -> ClassId {
    let id = ClassId(app.house.new_id());
    let (area, state) = (area.to_owned(), state.to_owned());
    let on: rules::Date = first_on.parse().expect("a day");
    app.change_now(move |tx, _| Ok(tx.run(CLASS, (id, area.as_str(), on, plan, state.as_str()))?))
        .expect("a class");
    id
}

/// Somebody's place, the marks of the sessions, and whether they finished.
fn took(app: &App, class: ClassId, member: MemberId, state: &str, marks: &[&str], finished: bool) {
    let (state, now) = (state.to_owned(), app.house.now());
    let marks: Vec<String> = marks.iter().map(|mark| (*mark).to_owned()).collect();
    app.change_now(move |tx, _| {
        let shard = member.shard();
        tx.run(PLACE, (shard, class, member, state.as_str()))?;
        for (session, mark) in (1_i16..).zip(&marks) {
            tx.run(MARK, (shard, class, session, member, mark.as_str(), now))?;
        }
        if finished {
            tx.run(FINISHER, (shard, class, member))?;
        }
        Ok::<_, jakpreneur::Problem>(())
    })
    .expect("a place");
}

on_both_engines!(a_person_in_two_classes_is_one_person_and_two_agencies_records_too, |fresh| {
    let app = open(&fresh);
    let by = app.operator();
    let laid = [line("31.73.05", 3, 30), line("31.74.01", 4, 10)];
    let id = lay_out(&app, &by, draft("ppkukm", "31", 2022, &laid)).expect("lays out").event.plan;
    let of = |number, agency| {
        register(&app, number, agency, "2022-01-03").expect("registers").event.member
    };
    let (ani, budi) = (of(1, "ppkukm"), of(2, "ppkukm"));
    let ani_elsewhere = of(1, "ppapp");
    let march = class(&app, id, "31.73.05", "2022-03-08", "finished");
    let april = class(&app, id, "31.74.01", "2022-04-05", "announced");
    let off = class(&app, id, "31.74.01", "2022-04-06", "called_off");
    took(&app, march, ani, "confirmed", &["present", "present"], true);
    took(&app, march, budi, "confirmed", &["present", "absent"], false);
    took(&app, april, ani_elsewhere, "confirmed", &["present"], false);
    took(&app, april, budi, "waiting", &[], false);
    took(&app, off, budi, "cancelled", &[], false);

    let seen = figures(&app, &by, id);
    let held = seen.total.held;
    assert_eq!((held.classes, held.called_off, held.seats), (2, 1, 80));
    assert_eq!((held.confirmed, held.present, held.finished), (2, 2, 1), "people");
    assert_eq!(held.attendances, 4, "attendances");
    let (in_march, in_april) = (seen.months[&3].held, seen.months[&4].held);
    assert_eq!((in_march.confirmed, in_april.confirmed), (2, 1), "one person in both months");
    assert_eq!((seen.months[&4].planned.seats, in_april.seats), (100, 40));
    let group = seen.groups.iter().find(|((_, month, _), _)| *month == 3).expect("a group");
    assert_eq!((group.1.planned.persons, group.1.held.finished), (30, 1));

    let city = officer(&app, "sudin-barat", "city_office", "ppkukm", "31.73");
    let seen = figures(&app, &city, id);
    assert_eq!((seen.total.held.classes, seen.total.held.confirmed), (1, 2), "its own city alone");
});
