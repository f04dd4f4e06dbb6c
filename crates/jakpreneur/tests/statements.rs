//! Every statement of the sources is prepared on both engines.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
use std::path::{Path, PathBuf};
use testkit::on_both_engines;

/// The sources of all crates.
fn sources() -> Vec<PathBuf> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crates");
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = std::fs::read_dir(crates)
        .expect("read")
        .map(|one| one.expect("read").path().join("src"))
        .collect();
    while let Some(folder) = folders.pop() {
        let Ok(inside) = std::fs::read_dir(&folder) else { continue };
        for one in inside {
            let path = one.expect("read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Every `sql!` of a source: its name and its text.
fn statements(source: &str) -> Vec<(String, String)> {
    let begins = source.match_indices("sql!(").filter(|(at, _)| {
        // The macro's own definition and words about it are no statements.
        source[..*at].lines().last().is_none_or(|line| line.trim().is_empty())
    });
    let read = |(at, _): (usize, &str)| {
        let rest = &source[at + "sql!(".len()..];
        let (name, rest) = rest.split_once('=').expect("a name");
        let text = rest.trim_start().strip_prefix('"').expect("a text");
        (name.trim().to_owned(), literal(text))
    };
    begins.map(read).collect()
}

/// A string literal up to its end.
fn literal(text: &str) -> String {
    let mut read = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return read,
            '\\' => match letters.next() {
                Some('\n') => letters = letters.as_str().trim_start().chars(),
                Some(other) => read.push(other),
                None => break,
            },
            other => read.push(other),
        }
    }
    panic!("a statement does not end");
}

on_both_engines!(every_statement_is_prepared, |fresh| {
    let db = db::Db::<()>::open(&fresh.address, &db::Options::default(), ()).expect("opens");
    let mut prepared = 0;
    let mut wrong = Vec::new();
    for path in sources() {
        for (name, sql) in statements(&std::fs::read_to_string(&path).expect("read")) {
            prepared += 1;
            if let Err(error) = db.look(|tx| tx.prepare(&sql)) {
                wrong.push(format!("{} {name}: {error}", path.display()));
            }
            for word in ["::", "now()", "ilike", "= any("] {
                assert!(!sql.contains(word), "{name} is not of the common SQL: {word}");
            }
        }
    }
    assert!(prepared > 60, "only {prepared} statements were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
});

/// The places of a statement in the order in which they first appear.
fn places(sql: &str) -> Vec<u32> {
    let mut seen = Vec::new();
    for (at, _) in sql.match_indices('$') {
        let digits: String = sql[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        let Ok(place) = digits.parse() else { continue };
        if !seen.contains(&place) {
            seen.push(place);
        }
    }
    seen
}

/// SQLite numbers places by their first appearance, PostgreSQL by their name.
#[test]
fn the_places_of_a_statement_appear_in_their_order() {
    for path in sources() {
        for (name, sql) in statements(&std::fs::read_to_string(&path).expect("read")) {
            let places = places(&sql);
            let ordered = (1..).zip(&places).all(|(place, seen)| place == *seen);
            assert!(ordered, "{} {name}: {places:?}", path.display());
        }
    }
}
