//! An answer as a file for a spreadsheet: one row a stage, or a stage of each group, so that it can be
//! filtered; every row says what it is as at, so that it stands alone when copied. A workbook sums those at
//! each stage by a formula.
use super::{Answer, By, Key, StageRow, saying};
use crate::{
    House,
    words::{Figures, Lang},
};
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use std::io::Cursor;

/// The file's bytes.
pub fn sheet(
    house: &House,
    answer: &Answer,
    by: &[By],
    lang: Lang,
    made_at: DateTime,
    format: Format,
) -> Result<Vec<u8>, Unwritable> {
    let w = Figures::of(lang);
    let sheet = Sheet {
        name: w.title.to_owned(),
        columns: columns(by, lang),
        made_at,
        formulas: Formulas::Disarmed,
    };
    let mut out = sheet.start(Cursor::new(Vec::new()), format)?;
    let scope = saying::scope_line(house, &answer.scope, lang);
    let mut write = |key: &[Key], persons: u64, rows: &[StageRow]| {
        rows.iter().try_for_each(|row| out.row(&line(answer, &scope, key, persons, row, lang)))
    };
    match &answer.groups {
        None => write(&[], answer.persons, &answer.rows)?,
        Some(groups) => {
            groups.iter().try_for_each(|group| write(&group.key, group.persons, &group.rows))?;
        }
    }
    let at = answer.groups.as_ref().map_or_else(
        || latest(&answer.rows),
        |groups| groups.iter().map(|group| latest(&group.rows)).sum(),
    );
    let column = u16::try_from(by.len() + AT).map_err(|_| Unwritable::RaggedRow)?;
    out.sums(w.total_at, &[(column, i64::try_from(at).unwrap_or(i64::MAX))])?;
    Ok(out.finish()?.into_inner())
}

/// The column of the latest stage, behind those of the groups.
const AT: usize = 4;

/// Persons by their latest stage: everybody once, so that alone of the columns it may be summed.
fn latest(rows: &[StageRow]) -> u64 {
    rows.iter().map(|row| row.at).sum()
}

fn columns(by: &[By], lang: Lang) -> Vec<Column> {
    let w = Figures::of(lang);
    let groups = by.iter().map(|by| Column::new(saying::dimension(*by, lang), Kind::Text));
    let rest = [
        (w.stage, Kind::Text),
        (w.code, Kind::Text),
        (w.reached, Kind::Number),
        (w.open, Kind::Number),
        (w.at, Kind::Number),
        (w.registered, Kind::Number),
        (w.share_percent, Kind::Number),
        (w.as_at, Kind::Date),
        (w.known_at, Kind::Number),
        (w.scheme, Kind::Text),
        (w.scope, Kind::LongText),
    ];
    groups.chain(rest.map(|(title, kind)| Column::new(title, kind))).collect()
}

fn line(
    answer: &Answer,
    scope: &str,
    key: &[Key],
    persons: u64,
    row: &StageRow,
    lang: Lang,
) -> Vec<Value> {
    let whole = |n: u64| Value::Whole(i64::try_from(n).unwrap_or(i64::MAX));
    let text = |text: &str| Value::Text(text.to_owned());
    let share = row.percent.map_or(Value::Empty, |percent| {
        Value::Percent2(i64::try_from(percent.0).unwrap_or(i64::MAX))
    });
    let stage = lang.pick(row.stage.label_id(), row.stage.label_en());
    let scheme = lang.pick(answer.scheme.label_id(), answer.scheme.label_en());
    let groups = key.iter().map(|key| Value::Text(saying::group_label(key, lang)));
    let rest = [
        text(stage),
        text(row.code),
        whole(row.reached),
        whole(row.open),
        whole(row.at),
        whole(persons),
        share,
        Value::Date(answer.as_at),
        Value::Whole(answer.known_at),
        text(scheme),
        text(scope),
    ];
    groups.chain(rest).collect()
}
