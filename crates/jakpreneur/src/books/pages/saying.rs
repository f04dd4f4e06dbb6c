//! Entries and months as these pages say them.
use crate::{
    books::{Kept, Opened},
    words::{self, Books, Lang, fill},
};
use rules::{Rupiah, growth::Month};

/// An entry in a list.
pub(super) struct Line {
    pub id: String,
    pub day: String,
    pub said: String,
    pub note: String,
    pub amount: String,
    pub is_back: bool,
}

/// What an entry is called.
pub(super) fn called(kept: &Kept, lang: Lang) -> String {
    let kind = lang.pick(kept.entry.kind.label_id(), kept.entry.kind.label_en());
    match kept.entry.reverses {
        Some(_) => fill(Books::of(lang).is_correction, &[("kind", kind)]),
        None => kind.to_owned(),
    }
}

/// So many entries, the newest day first.
pub(super) fn lines(opened: &Opened, most: usize, lang: Lang) -> Vec<Line> {
    let mut kept: Vec<&Kept> = opened.kept.iter().collect();
    kept.sort_by_key(|it| std::cmp::Reverse((it.entry.on, it.position)));
    let line = |it: &Kept| Line {
        id: it.entry.id.to_string(),
        day: words::day(it.entry.on, lang),
        said: called(it, lang),
        note: it.told.note.clone(),
        amount: signed(it),
        is_back: opened.books.reversal_of(it.entry.id).is_some(),
    };
    kept.into_iter().take(most).map(line).collect()
}

/// The amount with its sign as far as money moved.
fn signed(kept: &Kept) -> String {
    let posting = &kept.entry.posting;
    let (comes, goes) = (posting.debit.is_money(), posting.credit.is_money());
    let amount = posting.amount;
    match (comes, goes) {
        (true, false) => format!("+{amount}"),
        (false, true) => Rupiah(-amount.0).to_string(),
        (true, true) | (false, false) => amount.to_string(),
    }
}

/// A month as it is read: `Maret 2022`.
pub(super) fn month(month: Month, lang: Lang) -> String {
    let number = i8::try_from(month.number()).unwrap_or(1);
    format!("{} {}", words::month(number, lang), month.year())
}

/// The classes about finance that were finished, or that there is none.
pub(super) fn finance(opened: &Opened, lang: Lang) -> Vec<String> {
    let w = Books::of(lang);
    let said = opened.classes.iter().map(|it| {
        let day = words::day(it.last_on, lang);
        fill(w.finance_class, &[("title", &it.title), ("day", &day)])
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { vec![w.no_finance_class.to_owned()] } else { said }
}
