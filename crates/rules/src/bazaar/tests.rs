//! The draw can be computed again, is fair and never over; what may be announced, asked and told.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;
use crate::Rupiah;
use jiff::civil::{Date, date};
use proptest::{collection, option, prelude::*};
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;

const TERMS: Terms = Terms {
    kind: Kind::OnSite,
    first_on: date(2026, 6, 10),
    last_on: date(2026, 6, 12),
    closes_on: date(2026, 6, 1),
    tents: 15,
    stands_a_tent: Terms::STANDS_A_TENT,
    outsiders: Outsiders::WhilePlacesRemain,
    window: Window::USUAL,
};

fn applicant(number: u128) -> Applicant {
    let earlier_stands = u32::try_from(number % 4).unwrap();
    Applicant {
        application: Uuid::from_u128(number),
        is_member: !number.is_multiple_of(7),
        earlier_stands,
    }
}

fn with_stand(order: &[Placed], given_up: &BTreeSet<Uuid>, stands: u32) -> Vec<Uuid> {
    let held = holding(order, given_up, stands);
    let with = order.iter().zip(held).filter(|(_, held)| *held == Holding::Stand);
    with.map(|(placed, _)| placed.applicant.application).collect()
}

#[test]
fn fifteen_tents_are_thirty_stands() {
    assert_eq!(TERMS.stands(), 30);
    assert_eq!(TERMS.may_announce(), Ok(()));
}

#[test]
fn what_makes_no_sense_is_not_announced() {
    let refused = |terms: Terms| terms.may_announce().unwrap_err();
    let early = date(2026, 6, 9);
    assert_eq!(refused(Terms { last_on: early, ..TERMS }), Refused::DaysOutOfOrder);
    assert_eq!(refused(Terms { closes_on: date(2026, 6, 11), ..TERMS }), Refused::DaysOutOfOrder);
    assert_eq!(refused(Terms { last_on: date(2026, 9, 10), ..TERMS }), Refused::TooManyDays);
    assert_eq!(Terms { last_on: date(2026, 9, 9), ..TERMS }.may_announce(), Ok(()));
    assert_eq!(refused(Terms { tents: 0, ..TERMS }), Refused::NoStands);
    assert_eq!(refused(Terms { tents: u32::MAX, ..TERMS }), Refused::TooManyStands);
    assert_eq!(refused(Terms { window: Window(0), ..TERMS }), Refused::NoWindow);
}

#[test]
fn on_the_network_everybody_finds_a_place_and_nothing_is_drawn() {
    let online = Terms { kind: Kind::Online, tents: 0, ..TERMS };
    assert_eq!(online.may_announce(), Ok(()));
    assert_eq!(Terms { tents: 1, ..online }.may_announce(), Err(Refused::TentsOnline));
    assert_eq!(online.may_draw(false, date(2026, 6, 2)), Err(Refused::NothingToDraw));
    assert_eq!(online.stands(), u32::MAX);
}

#[test]
fn what_is_configured_holds_from_its_day_on() {
    let later =
        Configured { valid_from: date(2026, 1, 1), stands_a_tent: 3, ..Configured::SEED[0] };
    let all = [later, Configured::SEED[0]];
    assert_eq!(Configured::on(&all, date(2025, 12, 31)).stands_a_tent, 2);
    assert_eq!(Configured::on(&all, date(2026, 1, 1)).stands_a_tent, 3);
    assert_eq!(Configured::on(&[], date(2026, 1, 1)), Configured::SEED[0]);
}

#[test]
fn one_asks_once_until_the_last_day_and_an_outsider_only_where_they_may_come() {
    let asking = Asking { is_member: true, has_asked: false, is_drawn: false };
    let outsider = Asking { is_member: false, ..asking };
    let members = Terms { outsiders: Outsiders::Never, ..TERMS };
    assert_eq!(members.may_ask(asking, TERMS.closes_on), Ok(()));
    assert_eq!(TERMS.may_ask(outsider, TERMS.closes_on), Ok(()));
    assert_eq!(members.may_ask(outsider, TERMS.closes_on), Err(Refused::MembersOnly));
    assert_eq!(TERMS.may_ask(asking, date(2026, 6, 2)), Err(Refused::Closed));
    let again = Asking { has_asked: true, ..asking };
    assert_eq!(TERMS.may_ask(again, TERMS.closes_on), Err(Refused::AskedBefore));
    let drawn = Asking { is_drawn: true, ..asking };
    assert_eq!(TERMS.may_ask(drawn, TERMS.closes_on), Err(Refused::Closed));
}

#[test]
fn the_draw_waits_for_the_last_day_to_ask_and_is_made_once() {
    assert_eq!(TERMS.may_draw(false, TERMS.closes_on), Err(Refused::StillOpen));
    assert_eq!(TERMS.may_draw(false, date(2026, 6, 2)), Ok(()));
    assert_eq!(TERMS.may_draw(true, date(2026, 6, 2)), Err(Refused::DrawnBefore));
}

#[test]
fn sales_are_told_of_days_that_were() {
    assert_eq!(TERMS.may_tell(date(2026, 6, 11), date(2026, 6, 11)), Ok(()));
    assert_eq!(TERMS.may_tell(date(2026, 6, 12), date(2026, 6, 11)), Err(Refused::DayToCome));
    assert_eq!(TERMS.may_tell(date(2026, 6, 13), date(2026, 7, 1)), Err(Refused::NoDayOfIt));
    assert_eq!(TERMS.may_tell(date(2026, 6, 9), date(2026, 7, 1)), Err(Refused::NoDayOfIt));
}

#[test]
fn stands_of_the_year_before_count_and_older_and_later_ones_do_not() {
    let held = [
        date(2025, 6, 9),
        date(2025, 6, 10),
        date(2026, 6, 9),
        date(2026, 6, 10),
        date(2026, 7, 1),
    ];
    assert_eq!(earlier_stands_on(&held, Window::USUAL, TERMS.first_on), 2);
    assert_eq!(earlier_stands_on(&held, Window(13), TERMS.first_on), 3);
}

/// What `printf 'jakpreneur-bazaar-draw-1\n%s\n%s' SEED ID | sha256sum` prints.
#[test]
fn anyone_computes_the_same_lot_and_fingerprint_with_sha256sum() {
    let seed = Seed([7; 32]);
    let lot = seed.lot("01890a5d-ac96-774b-bcce-b302099a8057".parse().unwrap());
    assert_eq!(lot.to_string(), "8a68507c44baa744e1d4499d5649d09deea953f87aa440b71ed6f7066af2106f");
    let told = seed.commitment();
    assert_eq!(
        told.to_string(),
        "f9999e6d6c144d9f78ccdbb350530dd43e2c36fcbcdc5a5cec30366ab391fd80"
    );
    assert!(told.is_of(seed) && !told.is_of(Seed([8; 32])));
    assert!(!format!("{seed:?}").contains(&seed.published()));
    assert_eq!(Seed::parse(&seed.published()), Some(seed));
    for wrong in ["07", &"+7".repeat(32), &"0G".repeat(32), &"0A".repeat(32), &"é".repeat(32)] {
        assert_eq!(Seed::parse(wrong), None);
    }
}

#[test]
fn ten_thousand_ask_for_1950_stands_and_exactly_so_many_get_one_again_and_again() {
    let asked: Vec<_> = (0..10_000).map(applicant).collect();
    let order = draw(&asked, Seed([1; 32]));
    let none = BTreeSet::new();
    let got = with_stand(&order, &none, 1_950);
    assert_eq!((order.len(), got.len()), (10_000, 1_950));
    assert_eq!(got.iter().collect::<HashSet<_>>().len(), 1_950);
    // More than 1,950 members never had a stand, so only such ones have one now.
    assert!(
        order
            .iter()
            .take(1_950)
            .all(|of| of.applicant.is_member && of.applicant.earlier_stands == 0)
    );
    assert_eq!(draw(&asked, Seed([1; 32])), order);
    assert_ne!(with_stand(&draw(&asked, Seed([2; 32])), &none, 1_950), got);
}

/// With 1,000 seeds each of ten equals is first about a hundred times; 40 is more than four deviations off.
#[test]
fn among_equals_the_lot_prefers_nobody() {
    let asked: Vec<_> = (0..10)
        .map(|at| Applicant { is_member: true, earlier_stands: 0, ..applicant(at) })
        .collect();
    let mut first = [0_u32; 10];
    for number in 0..1_000_u16 {
        let mut seed = [0; 32];
        seed[..2].copy_from_slice(&number.to_be_bytes());
        let winner = draw(&asked, Seed(seed))[0].applicant.application.as_u128();
        first[usize::try_from(winner).unwrap()] += 1;
    }
    assert!(first.iter().all(|times| times.abs_diff(100) < 40), "{first:?}");
}

#[test]
fn nothing_told_is_not_nothing_sold() {
    let day = |attended, sold: Option<i64>| SellingDay {
        on: TERMS.first_on,
        told: Told { attended, sold: sold.map(Rupiah) },
    };
    let silent = [day(Some(true), None)];
    let zero = [day(Some(true), Some(0))];
    let sold = [day(None, Some(300_000)), day(Some(true), Some(200_000))];
    let away = [day(Some(false), None)];
    assert_eq!(
        sums([&silent[..], &away, &[]]),
        Sums { sellers: 3, came: 1, told: 0, turnover: None }
    );
    let all = sums([&silent[..], &zero, &sold, &away, &[]]);
    assert_eq!(all, Sums { sellers: 5, came: 3, told: 2, turnover: Some(Rupiah(500_000)) });
}

fn any_applicants() -> impl Strategy<Value = Vec<Applicant>> {
    let one = (0..200_u128, any::<bool>(), 0..4_u32);
    collection::vec(one, 0..120).prop_map(|many| {
        let mut seen = HashSet::new();
        let once = many.into_iter().filter(|(id, ..)| seen.insert(*id));
        let asked = once.map(|(id, is_member, earlier_stands)| Applicant {
            application: Uuid::from_u128(id),
            is_member,
            earlier_stands,
        });
        asked.collect()
    })
}

proptest! {
    #[test]
    fn everybody_is_ordered_once_members_and_fewest_stands_first(asked in any_applicants(), seed: [u8; 32]) {
        let order = draw(&asked, Seed(seed));
        let mut there: Vec<_> = order.iter().map(|of| of.applicant.application).collect();
        let mut all: Vec<_> = asked.iter().map(|of| of.application).collect();
        there.sort();
        all.sort();
        prop_assert_eq!(there, all);
        prop_assert!(order.iter().map(|of| of.rank).eq(1..=u32::try_from(order.len()).unwrap()));
        for pair in order.windows(2) {
            let [a, b] = [pair[0], pair[1]].map(|of| (!of.applicant.is_member, of.applicant.earlier_stands, of.lot));
            prop_assert!(a < b);
            let told = match pair[1].decided {
                Decided::First => false,
                Decided::MembersFirst => a.0 != b.0,
                Decided::FewerStands => a.0 == b.0 && a.1 != b.1,
                Decided::Lot => (a.0, a.1) == (b.0, b.1),
            };
            prop_assert!(told);
        }
    }

    #[test]
    fn the_order_in_which_they_asked_and_asking_twice_change_nothing(asked in any_applicants(), seed: [u8; 32]) {
        let mut turned = asked.clone();
        turned.reverse();
        turned.extend(asked.first());
        prop_assert_eq!(draw(&asked, Seed(seed)), draw(&turned, Seed(seed)));
    }

    #[test]
    fn never_over_never_empty_while_one_waits_and_the_next_moves_up(
        asked in any_applicants(), seed: [u8; 32], stands in 0..60_u32, gone in collection::hash_set(0..200_u128, 0..40)
    ) {
        let order = draw(&asked, Seed(seed));
        let mut given_up = BTreeSet::new();
        let mut before = with_stand(&order, &given_up, stands);
        for id in gone {
            let waits = holding(&order, &given_up, stands);
            let next = order.iter().zip(waits).find(|(_, of)| *of == Holding::Waiting(1));
            let next = next.map(|(placed, _)| placed.applicant.application);
            let id = Uuid::from_u128(id);
            given_up.insert(id);
            let now = with_stand(&order, &given_up, stands);
            let stay = order.iter().filter(|of| !given_up.contains(&of.applicant.application)).count();
            prop_assert_eq!(now.len(), stay.min(usize::try_from(stands).unwrap()));
            let mut expected: Vec<_> = before.iter().copied().filter(|of| *of != id).collect();
            if expected.len() < before.len() {
                expected.extend(next);
            }
            prop_assert_eq!(&now, &expected);
            before = now;
        }
    }

    #[test]
    fn turnover_is_known_exactly_when_somebody_told(sold in collection::vec(option::of(0..5_000_000_i64), 0..20)) {
        let days = sold.iter().map(|sold| [SellingDay {
            on: Date::MIN,
            told: Told { attended: None, sold: sold.map(Rupiah) },
        }]);
        let days: Vec<_> = days.collect();
        let told = sums(days.iter().map(<[_; 1]>::as_slice));
        prop_assert_eq!(told.turnover.map(|of| of.0), sold.iter().copied().flatten().reduce(|a, b| a + b));
        prop_assert!(told.told <= told.sellers);
    }
}
