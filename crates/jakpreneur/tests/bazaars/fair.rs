//! The draw: members and fewest stands first, computed again from what is published, its seed a secret till then.
use crate::market::{DAY, Market, form};
use jakpreneur::bazaars::{self, BazaarForm};
use rules::bazaar::{Applicant, Decided, Holding, Seed, draw};
use std::collections::HashSet;
use testkit::on_both_engines;

on_both_engines!(members_go_first_and_whoever_had_a_stand_waits_behind_who_had_none, |fresh| {
    let market = Market::of(&fresh);
    let one_tent = |first: &str, last_to_ask: &str| BazaarForm {
        first_on: first.to_owned(),
        last_on: first.to_owned(),
        closes_on: last_to_ask.to_owned(),
        tents: "1".to_owned(),
        ..form()
    };
    let first = market.announce(one_tent("2022-06-25", "2022-06-22")).expect("announces");
    let old: Vec<_> = (0..2).map(|number| market.member(number)).collect();
    for member in &old {
        market.ask_own(first, *member).expect("asks");
    }
    market.world.pass(DAY);
    market.draw(first).expect("draws");
    let then = market.announce(one_tent("2022-07-02", "2022-06-23")).expect("announces");
    let guest = market.ask_outsider(then, "Kedai Tamu").expect("asks");
    let again = market.ask_own(then, old[0]).expect("asks");
    let new = market.ask_own(then, market.member(7)).expect("asks");
    market.world.pass(DAY);
    market.draw(then).expect("draws");
    let order = market.standings(then);
    let ids: Vec<_> = order.iter().map(|it| it.row.id).collect();
    assert_eq!(ids, [new, again, guest]);
    assert_eq!(order[1].row.earlier_stands, 1);
    let why: Vec<_> = order.iter().map(|it| it.placed.expect("took part").decided).collect();
    assert_eq!(why, [Decided::First, Decided::FewerStands, Decided::MembersFirst]);
    assert_eq!(order[2].holding, Some(Holding::Waiting(1)));
});

on_both_engines!(anybody_computes_the_draw_again_from_what_is_published, |fresh| {
    let market = Market::of(&fresh);
    let id = market.announce(form()).expect("announces");
    for number in 0..20 {
        market.ask_own(id, market.member(number)).expect("asks");
    }
    let app = &market.world.app;
    let row = || app.db.look(|tx| bazaars::bazaar(tx, id)).expect("looks").expect("is there");
    let promised = row().commitment;
    assert!(row().seed.is_none(), "the seed is a secret till the draw");
    market.world.pass(2 * DAY);
    market.draw(id).expect("draws");
    let drawn = row();
    let seed: Seed = drawn.seed.expect("is published");
    assert_eq!(
        (drawn.commitment.clone(), seed.commitment().to_string()),
        (promised.clone(), promised)
    );
    let standings = market.standings(id);
    let asked: Vec<_> = standings
        .iter()
        .rev()
        .map(|it| Applicant {
            application: it.row.id.0,
            is_member: it.row.member.is_some(),
            earlier_stands: it.row.earlier_stands,
        })
        .collect();
    let again: Vec<_> = draw(&asked, seed).into_iter().map(|it| it.applicant.application).collect();
    let kept: Vec<_> = standings.iter().map(|it| it.row.id.0).collect();
    assert_eq!(again, kept);
    let ranks: Vec<_> = standings.iter().filter_map(|it| it.row.rank).collect();
    assert_eq!(ranks, (1..=20).collect::<Vec<_>>());
    let with: HashSet<_> = standings
        .iter()
        .filter(|it| it.holding == Some(Holding::Stand))
        .map(|it| it.row.id)
        .collect();
    assert_eq!(with.len(), 6);
});
