//! Reports that members keep: what counts as the service, and the published number that rises from them.
use crate::{HOME, Shop, form, month, staff_world::World};
use jakpreneur::{
    House, Problem, books,
    journal::{Asking, Change},
    reports::{self, Narrowing},
    staff::Officer,
    stages,
};
use rules::{MemberId, StageKind};
use std::sync::Arc;
use testkit::on_both_engines;

// S4, 22 June 2022: 49 in West Jakarta had reached financial reporting.
on_both_engines!(west_jakartas_49_rise_from_reports_that_members_keep, |fresh| {
    let shop = Shop::of(&fresh);
    let reached = || {
        let app = &shop.world.app;
        let asked = Narrowing {
            area: "31.73".parse().ok(),
            agency: rules::Agency::parse("ppkukm").ok(),
            registered_from: "2022-01-01".parse().ok(),
            ..Narrowing::default()
        };
        let answer = reports::ask(&app.db, &app.house, &app.operator(), &asked).expect("answers");
        let row = answer.rows.iter().find(|it| it.stage == StageKind::FinancialReporting);
        row.expect("a row").reached
    };
    for number in 1..=60_u8 {
        let nik = format!("31730541{:02}85{number:04}", 1 + number % 12);
        let member = shop.world.member(&nik, HOME.0, HOME.1);
        let keeper = Keeper { world: &shop.world, member };
        keeper.act(|tx, house, asking| {
            books::enter(tx, house, asking, &form("2022-05-02", "sale", "125000"))
        });
        // Who only writes things down, or closes a month, has kept no report.
        if number > 49 {
            continue;
        }
        let may = month("2022-05");
        keeper.act(move |tx, house, asking| books::close(tx, house, asking, may));
        assert_eq!(reached(), u64::from(number) - 1);
        keeper.act(move |tx, house, asking| books::report(tx, house, asking, (may, may)));
    }
    assert_eq!(reached(), 49);
    shop.is_verified();
});

/// Somebody else who keeps books.
struct Keeper<'w> {
    world: &'w World,
    member: MemberId,
}

impl Keeper<'_> {
    fn act<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> T {
        let asking = self.world.asking(&Arc::new(Officer::resident(self.member)));
        self.world.app.change_now(move |tx, house| act(tx, house, &asking)).expect("is done")
    }
}

on_both_engines!(what_counts_as_a_report_is_configured_from_a_day_on, |fresh| {
    let shop = Shop::of(&fresh);
    let app = &shop.world.app;
    let set = |from: &str, months: i16| {
        let from: rules::Date = from.parse().expect("a date");
        let change =
            app.change_now(move |tx, _| Ok::<_, Problem>(tx.run(SET_TERMS, (from, months))?));
        change.expect("is set");
    };
    set("2022-06-01", 2);
    set("2022-07-01", 9);
    shop.enter("2022-03-05", "sale", "100000").expect("enters");
    shop.enter("2022-04-05", "sale", "100000").expect("enters");
    shop.close("2022-03").expect("closes");
    shop.close("2022-04").expect("closes");
    let services = || {
        let services = app.db.look(|tx| stages::services_of(tx, shop.member)).expect("looks");
        services.iter().filter(|it| it.stage == StageKind::FinancialReporting).count()
    };
    shop.report("2022-03", "2022-03").expect("is kept");
    assert_eq!(services(), 0, "one month is too little from June on");
    shop.report("2022-03", "2022-04").expect("is kept");
    assert_eq!(services(), 1, "and what begins in July is not yet so");
    shop.is_verified();
});

db::sql!(SET_TERMS = "insert into report_terms (valid_from, months) values ($1, $2)");
