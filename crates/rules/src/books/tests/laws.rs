//! What holds for any entries, reversals, closings and reopenings.

use super::*;
use crate::growth::Month;
use jiff::ToSpan;
use proptest::prelude::*;

/// What an owner may try to do.
#[derive(Debug, Clone)]
enum Try {
    Enter { kind: usize, bank: bool, amount: i64, day: i32 },
    TakeBack { which: usize, day: i32 },
    Close,
    Reopen,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let days = 0..400;
    let enter = (0..Kind::ALL.len(), any::<bool>(), 1..1_000_000_000_i64, days.clone());
    let enter = enter.prop_map(|(kind, bank, amount, day)| Try::Enter { kind, bank, amount, day });
    let back = (0..40_usize, days).prop_map(|(which, day)| Try::TakeBack { which, day });
    prop::collection::vec(
        prop_oneof![6 => enter, 2 => back, 1 => Just(Try::Close), 1 => Just(Try::Reopen)],
        0..60,
    )
}

fn first() -> Date {
    day("2024-01-01")
}

fn today() -> Date {
    day("2025-02-20")
}

/// What became of trying it; what is refused changes nothing.
fn done(books: &mut Books, tried: &Try) -> Result<(), Refused> {
    let on = |day: i32| first().saturating_add(day.days());
    match *tried {
        Try::Enter { kind, bank, amount, day } => {
            books.may_enter(on(day), Rupiah(amount), today())?;
            let purse = if bank { Purse::Bank } else { Purse::Cash };
            let entry = entered(books, on(day), Kind::ALL[kind], purse, amount);
            books.entries.push(entry);
        }
        Try::TakeBack { which, day } => {
            let entry = taken_back(books, id(which as u128 + 1), on(day), today())?;
            books.entries.push(entry);
        }
        Try::Close => {
            let month = books.next_to_close().ok_or(Refused::MonthEmpty)?;
            books.may_close(month, today())?;
            books.closed.push(month);
        }
        Try::Reopen => {
            let last = *books.closed.last().ok_or(Refused::NotLastClosed)?;
            books.may_reopen(last)?;
            books.closed.pop();
        }
    }
    Ok(())
}

fn kept(tries: &[Try]) -> Books {
    let mut books = Books::default();
    for tried in tries {
        let _ = done(&mut books, tried);
    }
    books
}

/// The statements of closed months.
fn told(books: &Books) -> Vec<Statements> {
    let periods = books.closed.iter().map(|month| Period::months(*month, *month).unwrap());
    periods
        .map(|period| Statements { notes: Vec::new(), ..Statements::of(books, period) })
        .collect()
}

proptest! {
    #[test]
    fn assets_are_liabilities_and_equity_at_every_date(tries in tries()) {
        let books = kept(&tries);
        for on in (0..430).step_by(7).map(|day| first().saturating_add(day.days())) {
            prop_assert!(Position::of(&books, on).balances(), "on {on}");
            prop_assert_eq!(books.trial(on), 0);
        }
    }

    #[test]
    fn closing_cash_is_opening_and_inflow_less_outflow(
        tries in tries(), start in 0..400_i32, length in 0..400_i32,
    ) {
        let books = kept(&tries);
        let from = first().saturating_add(start.days());
        let period = Period::new(from, from.saturating_add(length.days())).unwrap();
        let flow = CashFlow::of(&books, period);
        prop_assert!(flow.balances(), "{flow:?}");
        let position = Position::of(&books, period.to());
        let money = position.assets.iter().filter(|line| line.account.is_money());
        prop_assert_eq!(money.map(|line| line.amount.0).sum::<i64>(), flow.closing.0);
    }

    #[test]
    fn a_period_begins_with_the_money_the_one_before_ended_with(tries in tries(), cut in 1..399_i32) {
        let books = kept(&tries);
        let cut = first().saturating_add(cut.days());
        let before = CashFlow::of(&books, Period::new(first(), cut.yesterday().unwrap()).unwrap());
        let after = CashFlow::of(&books, Period::new(cut, today()).unwrap());
        prop_assert_eq!(before.closing, after.opening);
        let whole = CashFlow::of(&books, Period::new(first(), today()).unwrap());
        prop_assert_eq!(whole.total().net().0, before.total().net().0 + after.total().net().0);
    }

    #[test]
    fn results_of_periods_add_up_to_retained_earnings(tries in tries(), cut in 1..399_i32) {
        let books = kept(&tries);
        let cut = first().saturating_add(cut.days());
        let of = |from, to| Income::of(&books, Period::new(from, to).unwrap()).result().0;
        let retained = Position::of(&books, today()).equity.into_iter()
            .find(|line| line.account == Account::RetainedEarnings).map_or(0, |line| line.amount.0);
        prop_assert_eq!(of(first(), cut) + of(cut.tomorrow().unwrap(), today()), retained);
    }

    #[test]
    fn what_is_closed_never_changes_until_it_is_opened_again(before in tries(), after in tries()) {
        let mut books = kept(&before);
        let frozen = told(&books);
        for tried in &after {
            if !matches!(tried, Try::Reopen) {
                let _ = done(&mut books, tried);
            }
        }
        prop_assert_eq!(&told(&books)[..frozen.len()], &frozen[..]);
    }

    #[test]
    fn an_entry_and_its_reversal_leave_nothing(tries in tries()) {
        let mut books = kept(&tries);
        books.closed.clear();
        let before = kept(&[]);
        let open: Vec<BookEntryId> = books.entries.iter()
            .filter(|it| it.reverses.is_none() && books.reversal_of(it.id).is_none())
            .map(|it| it.id).collect();
        for of in open {
            let entry = taken_back(&books, of, today(), today()).unwrap();
            books.entries.push(entry);
        }
        let (position, nothing) = (Position::of(&books, today()), Position::of(&before, today()));
        prop_assert_eq!(position, nothing);
        let whole = CashFlow::of(&books, Period::new(first(), today()).unwrap());
        prop_assert_eq!(whole.flows, [Flow::default(); 3]);
    }

    #[test]
    fn nothing_is_taken_back_twice_and_closings_stand_in_order(tries in tries()) {
        let books = kept(&tries);
        let mut taken: Vec<BookEntryId> = books.entries.iter().filter_map(|it| it.reverses).collect();
        let number = taken.len();
        taken.sort_unstable();
        taken.dedup();
        prop_assert_eq!(taken.len(), number);
        prop_assert!(books.closed.is_sorted_by(|one, next| one < next));
        prop_assert!(books.closed.iter().all(|month| *month < Month::of(today())));
    }
}
