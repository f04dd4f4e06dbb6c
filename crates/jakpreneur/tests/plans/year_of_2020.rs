//! The published plan of 2020, as the demonstration lays it out.
use super::{
    common::{asking, opening},
    world::{figures, plan},
};
use jakpreneur::{App, demo, plans};
use rules::{Instant, Level, Percent};
use std::collections::BTreeSet;
use testkit::Fresh;

/// 22 June 2022: everything of the demonstration has happened.
const AFTER: Instant = Instant(1_655_874_000_000_000);

#[test]
fn forty_three_thousand_people_are_not_a_hundred_and_fifty_thousand_seats() {
    let fresh = Fresh::sqlite();
    let app = App::open(opening(&fresh, AFTER)).expect("opens");
    demo::tell(&app, demo::Demo { members: 5, seed: 1 }, &mut |_, _, _| {}).expect("is told");
    let by = asking(&app).officer;
    let all = app.db.look(|tx| plans::plans(tx, &by.scope, Some(2020), None, 9)).expect("looks");
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].classes, all[0].persons), (1_500, 43_000));
    let id = all[0].plan.id;
    let seen = figures(&app, &by, id);
    let planned = seen.total.planned;
    assert_eq!((planned.persons, planned.classes, planned.seats), (43_000, 1_500, 147_000));
    assert_eq!(seen.areas.len(), 44);
    assert_eq!(seen.months.keys().copied().collect::<Vec<_>>(), (3..=12).collect::<Vec<i8>>());
    assert!(seen.areas.keys().all(|area| area.level() == Level::Kecamatan));
    let trades: BTreeSet<&str> = seen.trades.keys().map(String::as_str).collect();
    assert_eq!(trades, BTreeSet::from(["kewirausahaan", "kriya", "kuliner"]));
    assert!(seen.groups.values().all(|both| both.planned.classes <= 2));
    let target = plan(&app, &by, id).expect("is seen").persons_target;
    assert_eq!(seen.gap(target).attainment(), Some(Percent(10_000)));
    assert!(seen.clashes.is_empty(), "{:?}", seen.clashes);
}
