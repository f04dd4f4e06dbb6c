//! What ends soon: within 90 or 30 days of a day, for everybody in scope or a mentor's own members.
use crate::{
    common::{self, open},
    world::{member, record, text},
};
use jakpreneur::{
    App,
    licences::{self, LicenceForm, SOON, VERY_SOON, Wanted, Which},
};
use rules::MemberId;
use std::collections::HashSet;
use testkit::on_both_engines;

fn until(app: &App, member: MemberId, expires_on: &str) {
    let form = LicenceForm {
        kind: text("slhs"),
        number: format!("SLHS {expires_on}"),
        issued_on: text("2020-01-15"),
        expires_on: text(expires_on),
        ..LicenceForm::default()
    };
    record(app, member, form).expect("records");
}

/// The last days of what a question finds, and how many there are.
fn found(app: &App, wanted: &Wanted, as_at: &str) -> (Vec<String>, u64) {
    let officer = app.operator();
    let found = app
        .db
        .look(|tx| licences::list(tx, &app.house, &officer, wanted, common::day(as_at)))
        .expect("lists");
    let days = found.items.iter().filter_map(|it| it.row.dates.expires_on);
    (days.map(|day| day.to_string()).collect(), found.total)
}

fn wanted(which: Which) -> Wanted {
    Wanted { which, limit: 50, ..Wanted::default() }
}

on_both_engines!(what_ends_is_listed_from_so_many_days_before_until_its_last_day, |fresh| {
    let app = open(&fresh);
    let of: Vec<MemberId> = (1..=5).map(|n| member(&app, n)).collect();
    let days = ["2022-06-21", "2022-06-22", "2022-07-22", "2022-09-20", "2022-09-21"];
    for (member, day) in of.iter().zip(days) {
        until(&app, *member, day);
    }
    let soon = |as_at: &str| found(&app, &wanted(Which::Ending(SOON)), as_at).0;
    let very_soon = |as_at: &str| found(&app, &wanted(Which::Ending(VERY_SOON)), as_at).0;
    assert_eq!(
        soon("2022-06-22"),
        &days[1..4],
        "the last day is a good one, 90 days are counted in"
    );
    assert_eq!(very_soon("2022-06-22"), &days[1..3]);
    assert_eq!(very_soon("2022-06-23"), &days[2..3], "the day after it has ended");
    let expired = |as_at: &str| found(&app, &wanted(Which::Expired), as_at).1;
    assert_eq!([expired("2022-06-21"), expired("2022-06-22"), expired("2022-06-23")], [0, 1, 2]);
});

on_both_engines!(a_mentor_sees_what_ends_of_ones_own_members_page_by_page, |fresh| {
    let app = open(&fresh);
    let of: Vec<MemberId> = (1..=6).map(|n| member(&app, n)).collect();
    for (n, member) in of.iter().enumerate() {
        until(&app, *member, &format!("2022-07-0{}", n + 1));
    }
    let own: HashSet<MemberId> = [of[0], of[2], of[5]].into();
    let mut asked = Wanted { among: Some(own), limit: 2, ..wanted(Which::Ending(VERY_SOON)) };
    assert_eq!(
        found(&app, &asked, "2022-06-22"),
        (vec![text("2022-07-01"), text("2022-07-03")], 3)
    );
    let officer = app.operator();
    let page = |asked: &Wanted| {
        let today = common::day("2022-06-22");
        app.db
            .look(|tx| licences::list(tx, &app.house, &officer, asked, today))
            .expect("lists")
            .next
    };
    asked.after = page(&asked);
    assert_eq!(found(&app, &asked, "2022-06-22"), (vec![text("2022-07-06")], 3));
    assert_eq!(page(&asked), None);
});
