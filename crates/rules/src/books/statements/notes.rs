//! What a reader must know to read the statements right, found in the entries themselves.

use super::{Period, cash_flow::money};
use crate::{
    Rupiah,
    books::{Account, Books},
};
use jiff::civil::Date;

/// A note; the words are the screen's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Made by SAK EMKM: accrual, at cost, going on.
    Standard,
    /// The owner's private money is apart from that of the business.
    Entity,
    /// Part of the period is not closed, so that the statements may change.
    Open,
    /// So many entries of the period were taken back.
    Corrected(u64),
    /// Money fell below zero first on this day: something was not entered.
    MoneyBelowZero(Date),
    /// More stock was used than was bought; on the last day it stands so far below zero.
    StockBelowZero(Rupiah),
    /// There are tools and machines, and no depreciation in the period.
    NoDepreciation,
    /// Something was sold, and no materials were used in the period.
    NoMaterials,
    /// The owner took so much in the period, money and goods.
    Drawn(Rupiah),
}

/// The notes of a period.
pub(super) fn of(books: &Books, period: Period) -> Vec<Note> {
    let (from, to) = (period.from(), period.to());
    let moved = |account| books.moved(account, from, to);
    let within = |on: Date| from <= on && on <= to;
    let reversed = books.entries.iter().filter(|it| it.reverses.is_some() && within(it.on)).count();
    let stock = books.balance(Account::Stock, to);
    let drawn = moved(Account::Drawings);
    let has_tools = books.balance(Account::FixedAssets, to) > 0;
    let unused = moved(Account::Sales) < 0 && moved(Account::Materials) == 0;
    let found = [
        Some(Note::Standard),
        Some(Note::Entity),
        (!books.is_closed(to)).then_some(Note::Open),
        (reversed > 0).then_some(Note::Corrected(reversed as u64)),
        below_zero(books, period).map(Note::MoneyBelowZero),
        (stock < 0).then_some(Note::StockBelowZero(Rupiah(-stock))),
        (has_tools && moved(Account::Depreciation) == 0).then_some(Note::NoDepreciation),
        unused.then_some(Note::NoMaterials),
        (drawn > 0).then_some(Note::Drawn(Rupiah(drawn))),
    ];
    found.into_iter().flatten().collect()
}

/// The first day of the period at whose end there was less than no money.
fn below_zero(books: &Books, period: Period) -> Option<Date> {
    let before = period.from().yesterday().unwrap_or(Date::MIN);
    let mut moves: Vec<(Date, i64)> = books.entries.iter().map(move_of).collect();
    moves.retain(|(on, _)| period.from() <= *on && *on <= period.to());
    moves.sort_unstable();
    let mut money = money(books, before).0;
    for day in moves.chunk_by(|(one, _), (other, _)| one == other) {
        money += day.iter().map(|(_, moved)| moved).sum::<i64>();
        if money < 0 {
            return day.first().map(|(on, _)| *on);
        }
    }
    None
}

fn move_of(entry: &crate::books::Entry) -> (Date, i64) {
    let posting = &entry.posting;
    (entry.on, posting.moves(Account::Cash) + posting.moves(Account::Bank))
}
