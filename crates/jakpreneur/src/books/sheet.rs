//! Statements as lines that page, paper and workbook share.
use crate::words::{Books, Lang, day, fill};
use documents::{
    print::{Column, Report},
    table::Format,
    write::{Column as SheetColumn, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use rules::{
    Date, Rupiah,
    books::{Activity, Class, Line, Note, Position, Statements},
    number::thousands,
};
use std::io::Cursor;

/// One statement.
pub(super) struct Told {
    /// What it is called, with its day or days.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Said>,
}

/// A line of a statement.
pub(super) struct Said {
    /// The account's number; empty for sums.
    pub number: &'static str,
    /// What it is.
    pub label: String,
    /// Whole rupiah.
    pub amount: i64,
    /// Whether it sums up.
    pub is_sum: bool,
}

impl Said {
    /// As it is read; what lessens stands in brackets.
    pub fn amount(&self) -> String {
        let digits = thousands(self.amount.unsigned_abs());
        if self.amount < 0 { format!("({digits})") } else { digits }
    }
}

/// The three statements.
pub(super) fn told(of: &Statements, lang: Lang) -> [Told; 3] {
    let w = Books::of(lang);
    let (from, to) = (day(of.period.from(), lang), day(of.period.to(), lang));
    let over = |text| fill(text, &[("from", &from), ("to", &to)]);
    [
        Told { title: fill(w.position, &[("day", &to)]), lines: position(&of.position, lang) },
        Told { title: over(w.income), lines: income(of, lang) },
        Told { title: over(w.cash_flow), lines: cash_flow(of, lang) },
    ]
}

fn accounts(lines: &[Line], lang: Lang) -> impl Iterator<Item = Said> {
    lines.iter().map(move |line| Said {
        number: line.account.number(),
        label: lang.pick(line.account.label_id(), line.account.label_en()).to_owned(),
        amount: line.amount.0,
        is_sum: false,
    })
}

fn sum(label: impl Into<String>, amount: Rupiah) -> Said {
    Said { number: "", label: label.into(), amount: amount.0, is_sum: true }
}

fn total(class: Class, amount: Rupiah, lang: Lang) -> Said {
    let name = lang.pick(class.label_id(), class.label_en()).to_lowercase();
    sum(fill(Books::of(lang).total, &[("class", &name)]), amount)
}

fn position(of: &Position, lang: Lang) -> Vec<Said> {
    let (owed, owned) = (of.total_liabilities(), of.total_equity());
    let mut lines: Vec<Said> = accounts(&of.assets, lang).collect();
    lines.push(total(Class::Asset, of.total_assets(), lang));
    lines.extend(accounts(&of.liabilities, lang));
    lines.push(total(Class::Liability, owed, lang));
    lines.extend(accounts(&of.equity, lang));
    lines.push(total(Class::Equity, owned, lang));
    lines.push(sum(Books::of(lang).total_owed, Rupiah(owed.0 + owned.0)));
    lines
}

fn income(of: &Statements, lang: Lang) -> Vec<Said> {
    let (w, income) = (Books::of(lang), &of.income);
    let mut lines: Vec<Said> = accounts(&income.income, lang).collect();
    lines.push(total(Class::Income, income.total_income(), lang));
    lines.extend(accounts(&income.expenses, lang));
    lines.push(total(Class::Expense, income.total_expenses(), lang));
    let result = income.result();
    lines.push(sum(if result.0 < 0 { w.loss } else { w.profit }, result));
    lines
}

fn cash_flow(of: &Statements, lang: Lang) -> Vec<Said> {
    let (w, flow) = (Books::of(lang), &of.cash_flow);
    let mut lines = vec![sum(w.opening, flow.opening)];
    for (activity, moved) in Activity::ALL.into_iter().zip(flow.flows) {
        let name = lang.pick(activity.label_id(), activity.label_en());
        let side = |text, amount| Said {
            number: "",
            label: fill(text, &[("activity", name)]),
            amount,
            is_sum: false,
        };
        lines.push(side(w.inflow, moved.inflow.0));
        lines.push(side(w.outflow, -moved.outflow.0));
    }
    lines.push(sum(w.closing, flow.closing));
    lines
}

/// The notes in words.
pub(super) fn notes(of: &Statements, lang: Lang) -> Vec<String> {
    of.notes.iter().map(|note| said(*note, lang)).collect()
}

fn said(note: Note, lang: Lang) -> String {
    let w = Books::of(lang);
    let on = |text, date: Date| fill(text, &[("day", &day(date, lang))]);
    let rupiah = |text, of: Rupiah| fill(text, &[("rupiah", &of.to_string())]);
    match note {
        Note::Standard => w.note_standard.to_owned(),
        Note::Entity => w.note_entity.to_owned(),
        Note::Open => w.note_open.to_owned(),
        Note::Corrected(n) => fill(w.note_corrected, &[("n", &thousands(n))]),
        Note::MoneyBelowZero(date) => on(w.note_money, date),
        Note::StockBelowZero(of) => rupiah(w.note_stock, of),
        Note::NoDepreciation => w.note_depreciation.to_owned(),
        Note::NoMaterials => w.note_materials.to_owned(),
        Note::Drawn(of) => rupiah(w.note_drawn, of),
    }
}

/// The statements to print, for the business of this member number.
pub(super) fn paper(of: &Statements, number: &str, lang: Lang, printed_at: DateTime) -> Report {
    let w = Books::of(lang);
    let column = |title: &str, is_numeric| Column { title: title.to_owned(), is_numeric };
    let mut rows = Vec::new();
    for statement in told(of, lang) {
        rows.push(vec![String::new(), statement.title.to_uppercase(), String::new()]);
        let line = |line: &Said| vec![line.number.to_owned(), line.label.clone(), line.amount()];
        rows.extend(statement.lines.iter().map(line));
    }
    let moment = format!("{} {}", day(printed_at.date(), lang), printed_at.strftime("%H.%M"));
    Report {
        letterhead: Vec::new(),
        title: w.statements.to_owned(),
        facts: vec![documents::print::Fact {
            label: crate::words::Residents::of(lang).number.to_owned(),
            value: number.to_owned(),
        }],
        columns: vec![column(w.number, false), column(w.account, false), column(w.rupiah, true)],
        rows,
        total: None,
        notes: notes(of, lang),
        footer: fill(w.printed, &[("moment", &moment)]),
        printed_at,
    }
}

/// The statements as a workbook, notes at its end.
pub(super) fn workbook(
    of: &Statements,
    lang: Lang,
    made_at: DateTime,
) -> Result<Vec<u8>, Unwritable> {
    let w = Books::of(lang);
    let columns = [
        (w.statement, Kind::LongText),
        (w.number, Kind::Text),
        (w.account, Kind::LongText),
        (w.rupiah, Kind::Number),
    ];
    let columns = columns.iter().map(|(title, kind)| SheetColumn::new(*title, *kind)).collect();
    let name = w.statements.to_owned();
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), Format::Xlsx)?;
    let text = |text: &str| {
        if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
    };
    for statement in told(of, lang) {
        for line in &statement.lines {
            let amount = Value::Whole(line.amount);
            out.row(&[text(&statement.title), text(line.number), text(&line.label), amount])?;
        }
    }
    for note in notes(of, lang) {
        out.row(&[text(w.notes), Value::Empty, text(&note), Value::Empty])?;
    }
    Ok(out.finish()?.into_inner())
}
