//! An answer as text, for a terminal.
use super::{
    Answer, By,
    facts::{NOTES, facts, title},
    lines::{Lines, lines},
};
use crate::House;

/// The answer as a table of letters.
pub fn text(house: &House, answer: &Answer, by: &[By]) -> String {
    let mut text = vec![title(answer), String::new()];
    let facts = facts(house, answer);
    text.extend(facts.iter().map(|(label, value)| format!("{label:<14} {value}")));
    text.push(format!("{:<14} {}", "Orang", rules::number::thousands(answer.persons)));
    text.push(String::new());
    text.extend(table(&lines(answer, by)));
    text.push(String::new());
    text.extend(NOTES.map(str::to_owned));
    text.join("\n")
}

fn table(lines: &Lines) -> Vec<String> {
    let all = || std::iter::once(&lines.titles).chain(&lines.lines).chain(&lines.total);
    let widest = |at: usize| {
        all().filter_map(|line| line.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..lines.titles.len()).map(widest).collect();
    let drawn = |line: &Vec<String>| {
        let cell = |(at, (cell, width)): (usize, (&String, &usize))| {
            if at < lines.texts { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        };
        let cells: Vec<String> = line.iter().zip(&widths).enumerate().map(cell).collect();
        cells.join("  ").trim_end().to_owned()
    };
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join("  ");
    let mut table = vec![drawn(&lines.titles), rule.clone()];
    table.extend(lines.lines.iter().map(drawn));
    if let Some(total) = &lines.total {
        table.push(rule);
        table.push(drawn(total));
    }
    table
}
