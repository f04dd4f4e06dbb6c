//! The board as CSV: a row a finding and stage.
use super::Board;
use rules::Date;

/// The file's bytes; all of it are words of the product and numbers.
pub(super) fn csv(board: &Board, as_at: Date) -> Vec<u8> {
    let mut text = "finding,records,of_records,stage,reached,touched,as_at\n".to_owned();
    for line in &board.lines {
        for (stage, reached, touched) in &line.touched {
            let cells = [
                line.finding.word().to_owned(),
                line.records.to_string(),
                board.records.to_string(),
                stage.word().to_owned(),
                reached.to_string(),
                touched.to_string(),
                as_at.to_string(),
            ];
            text.push_str(&cells.join(","));
            text.push('\n');
        }
    }
    text.into_bytes()
}
