//! What may be done with a bazaar, when and by whom; verified from the journal.
use crate::market::{DAY, HOME, Market, form, own, refusal};
use jakpreneur::{
    Problem,
    bazaars::{self, BazaarForm},
    verify::verify,
};
use rules::bazaar::{Holding, Refused};
use testkit::on_both_engines;

on_both_engines!(a_bazaar_goes_from_its_announcement_to_the_marketing_service, |fresh| {
    let market = Market::of(&fresh);
    let id = market.announce(form()).expect("announces");
    let sellers: Vec<_> = (0..7).map(|number| market.member(number)).collect();
    let asked: Vec<_> =
        sellers.iter().map(|member| market.ask_own(id, *member).expect("asks")).collect();
    assert_eq!(refusal(market.ask_own(id, sellers[0])), Refused::AskedBefore);
    assert_eq!(refusal(market.draw(id)), Refused::StillOpen);
    market.world.pass(2 * DAY);
    market.draw(id).expect("draws");
    assert_eq!(refusal(market.draw(id)), Refused::DrawnBefore);
    let standings = market.standings(id);
    let with: Vec<_> = standings
        .iter()
        .filter(|it| it.holding == Some(Holding::Stand))
        .map(|it| it.row.id)
        .collect();
    assert_eq!((standings.len(), with.len()), (7, 6));
    let waits = standings[6].row.id;
    assert_eq!(standings[6].holding, Some(Holding::Waiting(1)));
    market.world.pass(DAY);
    let seller = with[0];
    let member = sellers[asked.iter().position(|it| *it == seller).expect("asked")];
    let by = own(member);
    assert_eq!(
        refusal(market.tell(&by, (id, seller), "2022-06-26", ("", "1"))),
        Refused::DayToCome
    );
    assert_eq!(
        refusal(market.tell(&by, (id, seller), "2022-06-24", ("", "1"))),
        Refused::NoDayOfIt
    );
    market.tell(&by, (id, seller), "2022-06-25", ("", "350.000")).expect("tells sales");
    assert_eq!(market.marketed(), 0, "what a seller alone tells moves no figure");
    let forbidden = market.tell(&by, (id, seller), "2022-06-25", ("yes", ""));
    assert!(matches!(forbidden, Err(Problem::Forbidden)));
    market.tell(&market.mentor, (id, seller), "2022-06-25", ("yes", "")).expect("saw them");
    assert_eq!(market.marketed(), 1);
    let none = market.tell(&market.mentor, (id, waits), "2022-06-25", ("yes", "5"));
    assert_eq!(refusal(none), Refused::NoStand);
    // Somebody gives up: the first who waits has the stand, and can sell.
    market.give_up(&market.head, id, with[1]).expect("gives up");
    market.tell(&market.mentor, (id, waits), "2022-06-25", ("yes", "5")).expect("moved up");
    assert_eq!(market.marketed(), 2);
    // The sales fall away, and the service with them.
    market.tell(&market.mentor, (id, waits), "2022-06-25", ("", "0")).expect("corrects");
    assert_eq!(market.marketed(), 1);
    let app = &market.world.app;
    let sums = app.db.look(|tx| bazaars::totals(tx, &market.head, id)).expect("adds up");
    assert_eq!((sums.sellers, sums.came, sums.told), (6, 2, 2));
    assert_eq!(sums.turnover, Some(rules::Rupiah(350_000)));
    verify(app, &mut |_, _, _| {}).unwrap_or_else(|_| panic!("differs from the journal"));
});

on_both_engines!(on_the_network_everybody_is_in_without_a_draw, |fresh| {
    let market = Market::of(&fresh);
    let online = BazaarForm {
        kind: "daring".to_owned(),
        place: "https://bazar.example".to_owned(),
        tents: String::new(),
        ..form()
    };
    let with_tents = BazaarForm { tents: "2".to_owned(), ..online.clone() };
    assert_eq!(refusal(market.announce(with_tents)), Refused::TentsOnline);
    let id = market.announce(online).expect("announces");
    let seller = market.member(1);
    let application = market.ask_own(id, seller).expect("asks");
    market.world.pass(3 * DAY);
    assert_eq!(refusal(market.draw(id)), Refused::NothingToDraw);
    assert_eq!(market.standings(id)[0].holding, Some(Holding::Stand));
    market.tell(&market.mentor, (id, application), "2022-06-25", ("yes", "90000")).expect("tells");
    assert_eq!(market.marketed(), 1);
});

on_both_engines!(a_bazaar_that_was_called_off_takes_nothing_more, |fresh| {
    let market = Market::of(&fresh);
    let id = market.announce(form()).expect("announces");
    let seller = market.member(1);
    let call_off = |reason: &'static str| {
        market.act(&market.head, move |tx, _, asking| bazaars::call_off(tx, asking, id, reason))
    };
    assert!(matches!(call_off(" "), Err(Problem::Invalid(_))));
    call_off("banjir").expect("calls off");
    assert_eq!(refusal(call_off("banjir")), Refused::CalledOff);
    assert_eq!(refusal(market.ask_own(id, seller)), Refused::CalledOff);
    market.world.pass(2 * DAY);
    assert_eq!(refusal(market.draw(id)), Refused::CalledOff);
});

on_both_engines!(nobody_acts_at_bazaars_and_for_members_that_are_not_theirs, |fresh| {
    let market = Market::of(&fresh);
    let id = market.announce(form()).expect("announces");
    let (seller, neighbour) = (market.member(1), market.member(2));
    let application = market.ask_own(id, seller).expect("asks");
    let elsewhere = market.world.officer("pendamping.lain", "mentor", HOME.0, "31.74.01");
    let head_elsewhere =
        market.world.officer("kasatpel.lain", "kecamatan_head", HOME.0, "31.74.01");
    let not_found = |answer: Result<(), Problem>| assert!(matches!(answer, Err(Problem::NotFound)));
    not_found(market.ask(&elsewhere, id, neighbour).map(drop));
    not_found(market.ask(&own(seller), id, neighbour).map(drop));
    not_found(market.give_up(&elsewhere, id, application));
    not_found(market.give_up(&own(neighbour), id, application));
    let drawn =
        market.act(&head_elsewhere, move |tx, house, asking| bazaars::draw(tx, house, asking, id));
    assert!(matches!(drawn, Err(Problem::Forbidden)));
    let listed = |by: &std::sync::Arc<jakpreneur::staff::Officer>| {
        let page = market
            .act(by, move |tx, house, asking| bazaars::sellers(tx, house, asking, id, (0, 50)));
        page.expect("lists").items.len()
    };
    assert_eq!((listed(&market.mentor), listed(&elsewhere)), (1, 0));
    let area = BazaarForm { area: "31.74.01".to_owned(), ..form() };
    assert!(matches!(market.announce(area), Err(Problem::Invalid(_))));
    market.give_up(&own(seller), id, application).expect("gives up their own");
    market.ask(&market.mentor, id, seller).expect("asks again, by an officer");
});
