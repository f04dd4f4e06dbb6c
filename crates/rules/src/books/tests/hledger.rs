//! The same entries read by hledger: every account has the same balance there.

use super::{worked::year, *};
use std::{
    io::Write as _,
    process::{Command, Stdio},
};

/// Without hledger the comparison is not made: said aloud, and a failure where nobody reads what is said.
#[expect(clippy::print_stderr, reason = "a test that was not made must say so")]
fn skipped() {
    eprintln!("skipped: hledger is not installed, so the books were not compared with it");
    assert!(
        std::env::var_os("CI").is_none_or(|it| it != "true"),
        "CI needs hledger: apt-get install hledger"
    );
}

/// What hledger prints; none where it is not installed.
fn hledger(journal: &str, arguments: &[&str]) -> Option<String> {
    let mut asked = Command::new("hledger");
    asked.args(["-f", "-"]).args(arguments).env("LC_ALL", "C.UTF-8");
    asked.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = asked.spawn().ok()?;
    running.stdin.take().unwrap().write_all(journal.as_bytes()).unwrap();
    let said = running.wait_with_output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    Some(String::from_utf8(said.stdout).unwrap())
}

fn journal() -> (Books, String) {
    let (books, noted) = year();
    let text = plain_text(books.entries.iter().zip(noted.iter().map(String::as_str)));
    (books, text)
}

#[test]
fn every_account_has_the_same_balance_in_hledger_at_the_end_of_each_quarter() {
    let (books, text) = journal();
    for on in ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"].map(day) {
        let until = on.tomorrow().unwrap().to_string();
        let asked = ["balance", "--flat", "--empty", "--no-total", "-O", "csv", "-e", &until];
        let Some(said) = hledger(&text, &asked) else { return skipped() };
        let mut told: Vec<(String, i64)> = said.lines().skip(1).map(balance).collect();
        told.retain(|(_, amount)| *amount != 0);
        let mut own: Vec<(String, i64)> =
            Account::ALL.map(|it| (plain_account(it), books.balance(it, on))).to_vec();
        own.retain(|(_, amount)| *amount != 0);
        told.sort();
        own.sort();
        assert_eq!(told, own, "on {on}");
    }
}

/// A row of hledger's table: `"Aset:1.1 Kas","IDR 6415000"`.
fn balance(row: &str) -> (String, i64) {
    let (account, amount) = row.trim_matches('"').split_once("\",\"").unwrap();
    let digits = amount.replace("IDR", "").replace(' ', "");
    (account.to_owned(), digits.parse().unwrap_or_else(|_| panic!("{row}")))
}

#[test]
fn what_was_noted_cannot_make_an_entry_of_its_own() {
    let mut books = Books::default();
    let sale = entered(&books, day("2025-01-02"), Kind::Sale, Purse::Cash, 1_000);
    books.entries.push(sale);
    let note = "jual\n2025-01-03 * palsu\r\n  Aset:1.1 Kas  IDR 5 ; x | y";
    let text = plain_text([(&sale, note)]);
    let expected = format!(
        "2025-01-02 * Penjualan - jual 2025-01-03 * palsu Aset:1.1 Kas IDR 5 x y\n    ; id:{}\n    \
         Aset:1.1 Kas  IDR 1000\n    Pendapatan:4.1 Penjualan  IDR -1000\n\n",
        sale.id
    );
    assert_eq!(text, expected);
}
