//! The journal as plain text that ledger and hledger read, so that nobody is bound to this program.

use super::{Account, Entry};
use std::fmt::Write as _;

/// One transaction for each entry, in the order given, each with what the owner noted.
pub fn plain_text<'e>(entries: impl IntoIterator<Item = (&'e Entry, &'e str)>) -> String {
    let mut text = String::new();
    for (entry, noted) in entries {
        // Writing into a string cannot fail.
        let _ = write_entry(&mut text, entry, noted);
    }
    text
}

fn write_entry(text: &mut String, entry: &Entry, noted: &str) -> std::fmt::Result {
    let said = one_line(noted);
    let back = if entry.reverses.is_some() { "Koreksi: " } else { "" };
    let dash = if said.is_empty() { "" } else { " - " };
    writeln!(text, "{} * {back}{}{dash}{said}", entry.on, entry.kind.label_id())?;
    writeln!(text, "    ; id:{}", entry.id)?;
    let amount = entry.posting.amount.0;
    writeln!(text, "    {}  IDR {amount}", account(entry.posting.debit))?;
    writeln!(text, "    {}  IDR {}\n", account(entry.posting.credit), -amount)
}

/// `Aset:1.1 Kas`.
pub fn account(account: Account) -> String {
    format!("{}:{} {}", account.class().label_id(), account.number(), account.label_id())
}

/// What was noted cannot begin a line, a comment or a payee of its own.
fn one_line(noted: &str) -> String {
    let plain = |c: char| if c.is_control() || ";|".contains(c) { ' ' } else { c };
    let text: String = noted.chars().map(plain).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
