//! What the books say no to.

use super::*;
use crate::growth::Month;

fn month(raw: &str) -> Month {
    Month::parse_officer(raw).unwrap()
}

/// A sale in January and one in March, January closed.
fn books() -> Books {
    let mut books = Books::default();
    for on in ["2025-01-10", "2025-03-05"] {
        let sale = entered(&books, day(on), Kind::Sale, Purse::Cash, 50_000);
        books.entries.push(sale);
    }
    books.closed.push(month("2025-01"));
    books
}

#[test]
fn an_amount_is_above_zero_and_possible_and_its_day_is_open() {
    let (books, today) = (books(), day("2025-04-02"));
    let may = |on, amount| books.may_enter(day(on), Rupiah(amount), today);
    assert_eq!(may("2025-02-01", 1), Ok(()));
    assert_eq!(may("2025-02-01", 0), Err(Refused::NotPositive));
    assert_eq!(may("2025-02-01", -5), Err(Refused::NotPositive));
    assert_eq!(may("2025-02-01", 1_000_000_000_000), Ok(()));
    assert_eq!(may("2025-02-01", 1_000_000_000_001), Err(Refused::TooLarge));
    assert_eq!(may("2025-04-03", 1), Err(Refused::InFuture));
    assert_eq!(may("1999-12-31", 1), Err(Refused::TooLongAgo));
    assert_eq!(may("2025-01-31", 1), Err(Refused::MonthClosed));
    assert_eq!(may("2024-06-01", 1), Err(Refused::MonthClosed));
}

#[test]
fn an_entry_of_a_closed_month_is_taken_back_today_and_only_once() {
    let (mut books, today) = (books(), day("2025-04-02"));
    let january = *books.entry(id(1)).unwrap();
    assert_eq!(books.day_to_reverse(&january, today), today);
    assert_eq!(taken_back(&books, id(1), day("2025-01-10"), today), Err(Refused::MonthClosed));
    assert_eq!(taken_back(&books, id(1), day("2025-01-09"), today), Err(Refused::BeforeEntry));
    assert_eq!(taken_back(&books, id(9), today, today), Err(Refused::NoSuchEntry));
    let reversal = taken_back(&books, id(1), today, today).unwrap();
    books.entries.push(reversal);
    assert_eq!(taken_back(&books, id(1), today, today), Err(Refused::AlreadyReversed));
    assert_eq!(taken_back(&books, reversal.id, today, today), Err(Refused::ReversalOfReversal));
    let march = books.entry(id(2)).unwrap();
    assert_eq!(books.day_to_reverse(march, today), day("2025-03-05"));
}

#[test]
fn months_close_in_order_and_the_last_one_opens_again() {
    let (mut books, today) = (books(), day("2025-04-30"));
    assert_eq!(books.may_close(month("2025-01"), today), Err(Refused::MonthClosed));
    assert_eq!(books.may_close(month("2025-02"), today), Err(Refused::MonthEmpty));
    assert_eq!(books.may_close(month("2025-04"), today), Err(Refused::MonthNotOver));
    assert_eq!(books.may_close(month("2025-04"), day("2025-05-01")), Err(Refused::EarlierOpen));
    assert_eq!(books.may_close(month("2025-03"), today), Ok(()));
    books.closed.push(month("2025-03"));
    assert_eq!(books.may_reopen(month("2025-01")), Err(Refused::NotLastClosed));
    assert_eq!(books.may_reopen(month("2025-03")), Ok(()));
    assert_eq!(books.next_to_close(), None);
}

#[test]
fn a_report_is_kept_of_closed_months_in_which_something_happened() {
    let books = books();
    let of = |first, last| Period::months(month(first), month(last)).unwrap();
    assert_eq!(books.may_report(of("2025-01", "2025-01")), Ok(()));
    assert_eq!(books.may_report(of("2025-01", "2025-03")), Err(Refused::PeriodOpen));
    assert_eq!(books.may_report(of("2024-01", "2024-12")), Err(Refused::MonthEmpty));
    assert_eq!(Period::new(day("2025-02-01"), day("2025-01-31")), Err(Refused::NoPeriod));
    assert_eq!(Period::new(day("2015-01-01"), day("2025-01-01")), Err(Refused::NoPeriod));
    assert!(Period::new(day("2015-01-01"), day("2024-12-31")).is_ok());
}

#[test]
fn every_refusal_has_a_code_of_its_own() {
    let mut codes = Refused::ALL.map(|refused| refused.to_string()).to_vec();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Refused::ALL.len());
}

#[test]
fn every_kind_moves_two_accounts_of_which_none_is_retained_earnings() {
    for kind in Kind::ALL {
        for purse in Purse::ALL {
            let (debit, credit) = kind.accounts(purse);
            assert_ne!(debit, credit, "{kind}");
            assert_ne!(debit, Account::RetainedEarnings);
            assert_ne!(credit, Account::RetainedEarnings);
        }
        let moves = kind.accounts(Purse::Cash) != kind.accounts(Purse::Bank);
        assert_eq!(kind.asks_purse(), moves, "{kind}");
        let expected = matches!(kind.group(), Group::MoneyIn | Group::MoneyOut);
        assert_eq!(kind.asks_purse(), expected, "{kind}");
    }
}
