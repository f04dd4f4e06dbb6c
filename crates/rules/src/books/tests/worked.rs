//! A year of somebody who makes cassava crisps, with statements worked out by hand.
//!
//! Cash: 47.600.000 came in (5.000.000 capital, 41.400.000 sales, 1.000.000 borrowed, 200.000 a prize), 41.185.000 went
//! out. Bank: 17.000.000 in (3.000.000 capital, 2.000.000 of a shop, 10.000.000 KUR, 2.000.000 from the cash box),
//! 9.950.000 out. A wage typed with a nought too many was taken back on the same day.

use super::*;

pub(super) const YEAR: &str = include_str!("worked_year.csv");

/// The entries of the year with what was noted.
pub(super) fn year() -> (Books, Vec<String>) {
    let (mut books, mut noted) = (Books::default(), Vec::new());
    for row in YEAR.lines().skip(1) {
        let [on, kind, purse, amount, note]: [&str; 5] =
            row.split(',').collect::<Vec<_>>().try_into().unwrap();
        let entry = if kind == "reversal" {
            let wrong = books.entries.last().unwrap().id;
            taken_back(&books, wrong, day(on), day("2026-01-05")).unwrap()
        } else {
            let purse = Purse::of_word(purse).unwrap_or(Purse::Cash);
            let amount = amount.parse().unwrap();
            entered(&books, day(on), Kind::of_word(kind).unwrap(), purse, amount)
        };
        books.entries.push(entry);
        noted.push(note.to_owned());
    }
    (books, noted)
}

fn lines(of: &[Line]) -> Vec<(Account, i64)> {
    of.iter().map(|line| (line.account, line.amount.0)).collect()
}

fn whole_year() -> Period {
    Period::new(day("2025-01-01"), day("2025-12-31")).unwrap()
}

#[test]
fn the_position_at_the_end_of_the_year_is_the_one_worked_out_by_hand() {
    let position = Position::of(&year().0, day("2025-12-31"));
    let assets = [
        (Account::Cash, 6_415_000),
        (Account::Bank, 7_050_000),
        (Account::Receivable, 1_000_000),
        (Account::Stock, 1_700_000),
        (Account::Supplies, 50_000),
        (Account::FixedAssets, 8_400_000),
        (Account::AccumulatedDepreciation, -2_000_000),
    ];
    assert_eq!(lines(&position.assets), assets);
    let owed = [(Account::Payable, 350_000), (Account::BankLoan, 6_800_000)];
    assert_eq!(lines(&position.liabilities), owed);
    let equity = [
        (Account::Capital, 10_400_000),
        (Account::Drawings, -8_500_000),
        (Account::RetainedEarnings, 13_565_000),
    ];
    assert_eq!(lines(&position.equity), equity);
    assert_eq!(position.total_assets(), Rupiah(22_615_000));
    assert_eq!(position.total_liabilities(), Rupiah(7_150_000));
    assert_eq!(position.total_equity(), Rupiah(15_465_000));
}

#[test]
fn the_income_of_the_year_is_the_one_worked_out_by_hand() {
    let income = Income::of(&year().0, whole_year());
    let earned = [(Account::Sales, 44_400_000), (Account::OtherIncome, 200_000)];
    assert_eq!(lines(&income.income), earned);
    let cost = [
        (Account::Materials, 16_800_000),
        (Account::Wages, 7_200_000),
        (Account::Rent, 1_200_000),
        (Account::Utilities, 1_800_000),
        (Account::Transport, 960_000),
        (Account::Marketing, 350_000),
        (Account::Depreciation, 2_000_000),
        (Account::Interest, 400_000),
        (Account::OtherExpenses, 325_000),
    ];
    assert_eq!(lines(&income.expenses), cost);
    assert_eq!(income.result(), Rupiah(13_565_000));
}

#[test]
fn the_cash_flow_of_the_year_is_the_one_worked_out_by_hand() {
    let flow = CashFlow::of(&year().0, whole_year());
    let of = |activity: Activity| {
        let Flow { inflow, outflow } = flow.flows[activity.index()];
        (inflow.0, outflow.0)
    };
    assert_eq!(of(Activity::Operating), (43_600_000, 30_535_000));
    assert_eq!(of(Activity::Investing), (0, 6_000_000));
    assert_eq!(of(Activity::Financing), (19_000_000, 12_600_000));
    assert_eq!((flow.opening, flow.closing), (Rupiah(0), Rupiah(13_465_000)));
}

#[test]
fn the_notes_of_the_year_name_the_correction_and_what_was_taken_out() {
    let notes = Statements::of(&year().0, whole_year()).notes;
    let expected = [
        Note::Standard,
        Note::Entity,
        Note::Open,
        Note::Corrected(1),
        Note::Drawn(Rupiah(8_500_000)),
    ];
    assert_eq!(notes, expected);
}

#[test]
fn turnover_of_a_month_is_what_was_sold_paid_or_not() {
    let books = year().0;
    let month = |raw| crate::growth::Month::parse_officer(raw).unwrap();
    assert_eq!(books.turnover(month("2025-03")), Rupiah(4_500_000));
    assert_eq!(books.turnover(month("2025-12")), Rupiah(4_700_000));
    assert_eq!(books.turnover(month("2026-01")), Rupiah(0));
}
