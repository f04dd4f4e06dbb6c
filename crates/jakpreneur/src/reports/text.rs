//! A paper as text, for a terminal.
use documents::print::{Column, Report};

/// The paper's title, facts, table and notes.
pub fn text(paper: &Report) -> String {
    let mut text = vec![paper.title.clone(), String::new()];
    let longest = paper.facts.iter().map(|fact| fact.label.chars().count()).max().unwrap_or(0);
    text.extend(paper.facts.iter().map(|fact| format!("{:<longest$}  {}", fact.label, fact.value)));
    text.push(String::new());
    text.extend(table(paper));
    text.push(String::new());
    text.extend(paper.notes.iter().cloned());
    text.push(paper.footer.clone());
    text.join("\n")
}

fn table(paper: &Report) -> Vec<String> {
    let titles: Vec<String> = paper.columns.iter().map(|column| column.title.clone()).collect();
    let all = || std::iter::once(&titles).chain(&paper.rows).chain(&paper.total);
    let widest = |at: usize| {
        all().filter_map(|line| line.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..titles.len()).map(widest).collect();
    let drawn = |line: &Vec<String>| drawn(&paper.columns, &widths, line);
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join("  ");
    let mut table = vec![drawn(&titles), rule.clone()];
    table.extend(paper.rows.iter().map(drawn));
    if let Some(total) = &paper.total {
        table.push(rule);
        table.push(drawn(total));
    }
    table
}

fn drawn(columns: &[Column], widths: &[usize], line: &[String]) -> String {
    let cell = |((column, width), cell): ((&Column, &usize), &String)| {
        if column.is_numeric { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
    };
    let cells: Vec<String> = columns.iter().zip(widths).zip(line).map(cell).collect();
    cells.join("  ").trim_end().to_owned()
}
