//! An answer as lines to read: a line a stage, or a line a group with a column a stage.
use super::{Answer, By, GroupAnswer, StageRow};
use rules::number::thousands;

/// Titles, lines, and the line that sums them up; numbers as they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The columns' titles; so many of them are texts, the others numbers.
    pub titles: Vec<String>,
    /// How many columns hold text.
    pub texts: usize,
    /// A line a stage or a group.
    pub lines: Vec<Vec<String>>,
    /// The whole, where the lines are groups.
    pub total: Option<Vec<String>>,
}

/// The answer as lines.
pub fn lines(answer: &Answer, by: &[By]) -> Lines {
    answer.groups.as_ref().map_or_else(|| stages(answer), |groups| grouped(answer, by, groups))
}

fn stages(answer: &Answer) -> Lines {
    let titles = ["Tahap", "Tercapai", "Berjalan", "Tahap terakhir", "Persen"];
    let line = |row: &StageRow| {
        vec![
            format!("{} {}", row.code, row.label),
            thousands(row.reached),
            thousands(row.open),
            thousands(row.at),
            row.percent.map_or_else(|| "-".to_owned(), |percent| percent.to_string()),
        ]
    };
    Lines {
        titles: titles.map(str::to_owned).to_vec(),
        texts: 1,
        lines: answer.rows.iter().map(line).collect(),
        total: None,
    }
}

fn grouped(answer: &Answer, by: &[By], groups: &[GroupAnswer]) -> Lines {
    let mut titles: Vec<String> = by.iter().map(|by| title(*by).to_owned()).collect();
    titles.extend(answer.rows.iter().map(|row| format!("{} {}", row.code, row.label)));
    let reached = |rows: &[StageRow]| rows.iter().map(|row| thousands(row.reached)).collect();
    let line = |group: &GroupAnswer| {
        let mut line: Vec<String> = group.key.iter().map(|key| key.label.clone()).collect();
        line.extend::<Vec<String>>(reached(&group.rows));
        line
    };
    let mut total = vec!["Jumlah orang".to_owned()];
    total.resize(by.len(), String::new());
    total.extend::<Vec<String>>(reached(&answer.rows));
    Lines { titles, texts: by.len(), lines: groups.iter().map(line).collect(), total: Some(total) }
}

/// A dimension's name.
pub fn title(by: By) -> &'static str {
    match by {
        By::City => "Kota/Kabupaten",
        By::Kecamatan => "Kecamatan",
        By::Kelurahan => "Kelurahan",
        By::Agency => "OPD",
        By::BusinessType => "Jenis usaha",
        By::Sex => "Jenis kelamin",
        By::Track => "Jalur",
        By::Channel => "Saluran",
        By::Month => "Bulan daftar",
        By::Year => "Tahun daftar",
    }
}
