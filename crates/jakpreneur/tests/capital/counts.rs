//! What an answer counts for.
use crate::city::{City, HOME, form, step, why};
use jakpreneur::{
    House,
    journal::{Asking, Change},
    referrals::{self, AnswerForm, Wanted},
    verify::verify,
};
use testkit::on_both_engines;

on_both_engines!(
    the_bank_answers_the_other_bank_sees_nothing_and_the_capital_figure_rises,
    |fresh| {
        let city = City::of(&fresh);
        let id = city.send(form("bri")).expect("sends");
        assert_eq!(city.listed(&city.bri), (1, 1));
        assert_eq!(city.listed(&city.bni), (0, 0));
        assert_eq!(why(city.see(&city.bni, id)), ("", "not-found"));
        assert_eq!(why(city.answer(&city.bni, id, step("received", ""))), ("", "not-found"));
        city.answer(&city.bri, id, step("received", "")).expect("received");
        let asks = AnswerForm { said: "Sudah berapa lama?".to_owned(), ..step("asked", "") };
        city.answer(&city.bri, id, asks).expect("asks");
        let replies = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            referrals::reply(tx, house, asking, id, "Dua tahun")
        };
        city.act(&city.own(), replies).expect("replies");
        city.answer(&city.bri, id, step("approved", "12000000")).expect("approves");
        assert_eq!(city.reached(), 0, "approved is not yet disbursed");
        let over = city.answer(&city.bri, id, step("disbursed", "12000001"));
        assert_eq!(why(over), ("", "over-approved"));
        city.answer(&city.bri, id, step("disbursed", "12000000")).expect("pays out");
        assert_eq!(city.reached(), 1);
        let seen = city.see(&city.own(), id).expect("sees");
        let said: Vec<&str> = seen.steps.iter().map(|it| it.said.as_str()).collect();
        assert_eq!(said, ["", "", "Sudah berapa lama?", "Dua tahun", "", ""]);
        let back = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            referrals::take_back(tx, house, asking, id, "salah orang")
        };
        let office = city.world.officer("loket", "registration_officer", HOME.0, HOME.1);
        assert_eq!(why(city.act(&office, back)), ("", "forbidden"), "only the bank takes it back");
        city.act(&city.bri, back).expect("takes back");
        assert_eq!(city.reached(), 0);
        verify(&city.world.app, &mut |_, _, _| {}).expect("verifies");
    }
);

on_both_engines!(every_number_has_its_list_and_the_days_are_counted, |fresh| {
    let city = City::of(&fresh);
    let first = city.send(form("bri")).expect("sends");
    city.send(form("bri")).expect("sends");
    city.send(form("bni")).expect("sends");
    city.world.pass(3 * 24 * 3600);
    city.answer(&city.bri, first, step("approved", "9000000")).expect("approves");
    let app = &city.world.app;
    let of = app.db.look(|tx| referrals::figures(tx, &app.operator())).expect("counts");
    assert_eq!(of.lines.iter().map(|line| line.referrals).sum::<u64>(), 3);
    for line in &of.lines {
        let (bank, step) = (Some(line.bank), Some(line.step.clone()));
        let wanted = Wanted { bank, step, limit: 50, ..Wanted::default() };
        let list = app.db.look(|tx| referrals::list(tx, &app.house, &app.operator(), &wanted));
        let (total, items, _) = list.expect("lists");
        assert_eq!((total, items.len() as u64), (line.referrals, line.referrals));
    }
    let approved = of.lines.iter().find(|line| line.step == "approved").expect("a line");
    assert_eq!((approved.granted.0, approved.asked.0), (9_000_000, 15_000_000));
    assert_eq!(of.days.iter().map(|it| (it.times, it.median)).collect::<Vec<_>>(), [(1, 3)]);
    let waiting = Wanted { waiting: Some(3), limit: 50, ..Wanted::default() };
    let list = app.db.look(|tx| referrals::list(tx, &app.house, &app.operator(), &waiting));
    assert_eq!(list.expect("lists").0, 2, "the approved one moved today");
});

db::sql!(
    APPROVED_COUNTS = "insert into capital_terms (valid_from, counts) values ($1, 'approved')"
);
on_both_engines!(from_the_day_another_rule_holds_another_event_reaches_the_stage, |fresh| {
    let city = City::of(&fresh);
    let before = city.send(form("bri")).expect("sends");
    city.answer(&city.bri, before, step("approved", "9000000")).expect("approves");
    assert_eq!(city.reached(), 0, "until the rule changes, money must be paid out");
    let from: rules::Date = "2022-06-23".parse().expect("a day");
    let app = &city.world.app;
    app.change_now(move |tx, _| Ok(tx.run(APPROVED_COUNTS, (from,)).map(drop)?)).expect("changes");
    city.world.pass(24 * 3600);
    let after = city.send(form("bni")).expect("sends");
    city.answer(&city.bni, after, step("received", "")).expect("receives");
    assert_eq!(city.reached(), 0);
    city.answer(&city.bni, after, step("approved", "9000000")).expect("approves");
    assert_eq!(city.reached(), 1, "from that day approval counts");
    verify(app, &mut |_, _, _| {}).expect("verifies");
});
