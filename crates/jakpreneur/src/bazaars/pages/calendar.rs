//! The bazaars as a calendar (RFC 5545) that phones subscribe to.
use crate::{
    App, Problem,
    bazaars::{self, BazaarRow, Wanted},
    staff::Officer,
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use rules::Date;

/// So many bazaars are in the calendar.
const MOST: usize = 200;
/// A line has no more bytes than this; what is longer goes on in the next after a space.
const LONGEST: usize = 74;

/// Gives the calendar of those that are not over.
pub(super) async fn give(State(app): State<App>) -> Result<Response, Problem> {
    let today = app.house.today();
    let wanted = Wanted { from: Some(today), limit: MOST, ..Wanted::default() };
    let listed = app.look(move |tx, _| bazaars::list(tx, &Officer::public(), &wanted)).await?;
    let stamp = app.house.now().rfc3339().replace(['-', ':'], "");
    let stamp = stamp.split('.').next().unwrap_or_default().trim_end_matches('Z').to_owned();
    let place = |row: &BazaarRow| app.house.region_name(row.announced.area);
    let events = listed.items.iter().map(|row| event(row, &place(row), &stamp));
    let body = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Jakpreneur//Bazar//ID\r\n{}END:VCALENDAR\r\n",
        events.collect::<String>()
    );
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], body).into_response())
}

fn event(row: &BazaarRow, area: &str, stamp: &str) -> String {
    let it = &row.announced;
    let day = |on: Date| on.strftime("%Y%m%d").to_string();
    let after = it.last_on.tomorrow().unwrap_or(it.last_on);
    let state = if row.called_off.is_some() { "CANCELLED" } else { "CONFIRMED" };
    let lines = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@jakpreneur", row.id),
        format!("DTSTAMP:{stamp}Z"),
        format!("DTSTART;VALUE=DATE:{}", day(it.first_on)),
        format!("DTEND;VALUE=DATE:{}", day(after)),
        format!("SUMMARY:{}", escaped(&it.title)),
        format!("LOCATION:{}", escaped(&format!("{}, {area}", it.place))),
        format!("STATUS:{state}"),
        "END:VEVENT".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

/// What has a meaning of its own is written with a backslash.
fn escaped(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => read.extend(['\\', letter]),
            '\n' => read.push_str("\\n"),
            other if other.is_control() => {}
            other => read.push(other),
        }
    }
    read
}

fn folded(line: &str) -> String {
    let (mut read, mut long) = (String::with_capacity(line.len() + 2), 0);
    for letter in line.chars() {
        if long + letter.len_utf8() > LONGEST {
            read.push_str("\r\n ");
            long = 1;
        }
        read.push(letter);
        long += letter.len_utf8();
    }
    read + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_line_is_longer_than_allowed_and_unfolds_to_what_it_was(text in "[^\r\n]{0,200}") {
            let written = folded(&escaped(&text));
            prop_assert!(written.split("\r\n").all(|line| line.len() <= 75));
            let unfolded = written.replace("\r\n ", "");
            prop_assert_eq!(unfolded.trim_end_matches("\r\n"), escaped(&text));
        }
    }
}
