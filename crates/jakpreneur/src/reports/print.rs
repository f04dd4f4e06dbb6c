//! An answer on paper.
use super::{
    Answer, By,
    facts::{NOTES, facts, title},
    lines::lines,
};
use crate::{House, Problem};
use documents::print::{self, Column, Fact, Report};

/// The answer as a PDF.
pub fn print(house: &House, answer: &Answer, by: &[By]) -> Result<Vec<u8>, Problem> {
    let lines = lines(answer, by);
    let now = house.now();
    let fact = |(label, value): (&str, String)| Fact { label: label.to_owned(), value };
    let mut said: Vec<Fact> = facts(house, answer).into_iter().map(fact).collect();
    said.push(fact(("Orang", rules::number::thousands(answer.persons))));
    said.push(fact(("Dicetak", now.wib())));
    let column = |(at, title): (usize, String)| Column { title, is_numeric: at >= lines.texts };
    let report = Report {
        letterhead: vec!["PEMERINTAH PROVINSI DAERAH KHUSUS IBUKOTA JAKARTA".to_owned()],
        title: title(answer),
        facts: said,
        columns: lines.titles.into_iter().enumerate().map(column).collect(),
        rows: lines.lines,
        total: lines.total,
        notes: NOTES.map(str::to_owned).to_vec(),
        footer: format!("Jakpreneur · {}", title(answer)),
        printed_at: now.civil(),
    };
    print::report(&report)
        .map_err(|why| Problem::Broken(format!("the paper was not printed: {why}")))
}
