//! The way of a referral, the limits of KUR and the event that counts, with plain values.

use super::*;

const DAY: Date = date(2022, 6, 22);

#[test]
fn an_amount_is_advised_by_the_limits_of_its_day_and_above_them_is_no_kur() {
    let on = |amount, day| advice(&TierTerms::SEED, Rupiah(amount), day);
    assert_eq!(on(10_000_000, DAY), Advice::Kur(Tier::SuperMicro));
    assert_eq!(on(10_000_001, DAY), Advice::Kur(Tier::Micro));
    assert_eq!(on(100_000_000, DAY), Advice::Kur(Tier::Micro));
    assert_eq!(on(500_000_000, DAY), Advice::Kur(Tier::Small));
    assert_eq!(on(500_000_001, DAY), Advice::NotKur);
    assert_eq!(on(1, date(2021, 12, 31)), Advice::Unknown);
    let mut later = TierTerms::SEED.to_vec();
    let most = Rupiah(20_000_000);
    later.push(TierTerms { valid_from: date(2023, 1, 1), tier: Tier::SuperMicro, most });
    assert_eq!(advice(&later, most, DAY), Advice::Kur(Tier::Micro));
    assert_eq!(advice(&later, most, date(2023, 1, 1)), Advice::Kur(Tier::SuperMicro));
}

#[test]
fn a_bank_pays_out_only_what_it_approved_and_never_before() {
    let taken = |step, amount: Option<i64>| Taken { step, on: DAY, amount: amount.map(Rupiah) };
    let approved = taken(Step::Approved, Some(5));
    let paid = |amount| may_take(approved, taken(Step::Disbursed, amount), DAY);
    assert_eq!(paid(Some(5)), Ok(()));
    assert_eq!(paid(Some(6)), Err(Refused::OverApproved));
    assert_eq!(paid(None), Err(Refused::Amount));
    let early = may_take(taken(Step::Sent, Some(9)), taken(Step::Disbursed, Some(5)), DAY);
    assert_eq!(early, Err(Refused::Step));
    let next = Taken { on: date(2022, 6, 21), ..taken(Step::Refused, None) };
    assert_eq!(may_take(approved, next, DAY), Err(Refused::Day));
}

#[test]
fn nothing_follows_what_is_over_and_nothing_leads_back_to_sending() {
    for step in Step::ALL {
        assert!(!step.may_lead_to(Step::Sent));
        for next in Step::ALL {
            assert!(step.is_open() || !step.may_lead_to(next), "{step} {next}");
        }
    }
}

#[test]
fn what_counts_is_the_latest_rule_that_began_and_disbursed_without_one() {
    let rules = [(date(2022, 1, 1), Counts::Applied), (date(2022, 7, 1), Counts::Approved)];
    assert_eq!(counts_on(&rules, date(2021, 12, 31)), Counts::Disbursed);
    assert_eq!(counts_on(&rules, DAY), Counts::Applied);
    assert_eq!(counts_on(&rules, date(2022, 7, 1)), Counts::Approved);
}
