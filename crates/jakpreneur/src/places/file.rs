//! A file with the participants of a class: a column of NIK, and whatever else an office writes beside it.
use super::{Given, Wish, ask_for_all, try_out};
use crate::{
    Code, House, Problem,
    journal::{Asking, Change},
    staff::Officer,
    words::{Lang, message},
};
use db::Tx;
use documents::{
    table::{self, Cell, Format, Limits, Row},
    write::{Back, RowBack, Unwritable},
};
use jiff::civil::DateTime;
use rules::{ClassId, Date};
use std::io::Cursor;

/// The column there must be.
const NIK: &str = "NIK";
/// What a file that came back once more carries: known, and ignored.
const REASONS: &str = "Alasan";
/// A class has at most a thousand seats, and as many may wait.
const MOST: usize = 2000;

/// A file that was read.
#[derive(Clone, Debug)]
pub struct NikFile {
    header: Vec<String>,
    delimiter: Option<u8>,
    format: Format,
    rows: Vec<ListedNik>,
}

/// A row of it.
#[derive(Clone, Debug)]
struct ListedNik {
    line: u64,
    cells: Vec<String>,
    nik: Result<String, Code>,
}

/// What became of a row: its line in the file, and the place or why there is none.
pub type FiledNik = (u64, Result<Given, Code>);

/// Whether a row was refused; who is in the class already was taken by an earlier request.
pub fn is_rejected(answered: &Result<Given, Code>) -> bool {
    matches!(answered, Err(code) if *code != Code::AlreadyInClass)
}

impl NikFile {
    /// Reads a file, or says why the whole of it cannot be taken.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self, Code> {
        let format = Format::of(name, &bytes);
        let read = table::read(Cursor::new(bytes), format, Limits::default());
        let table = read.map_err(|_| Code::File)?;
        let place = table::position(&table.header, NIK).ok_or(Code::NikColumn)?;
        let mut rows = Vec::new();
        for row in table.rows {
            if rows.len() == MOST {
                return Err(Code::FileLarge);
            }
            rows.push(listed(place, &row.map_err(|_| Code::File)?));
        }
        Ok(Self { header: table.header, delimiter: table.delimiter, format, rows })
    }

    /// The format that came.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Asks for a place for every row, in the order of the file; a refused row keeps nobody else out.
    pub fn ask(
        &self,
        tx: &mut Change<'_>,
        house: &House,
        asking: &Asking,
        class: ClassId,
        wish: &Wish,
    ) -> Result<Vec<FiledNik>, Problem> {
        let answered = ask_for_all(tx, house, asking, class, &self.niks(), wish)?;
        Ok(self.filed(answered.into_iter().map(|it| it.map(|done| Given::of(&done.event)))))
    }

    /// What asking would say to every row today, with nothing recorded.
    pub fn try_out(
        &self,
        tx: &mut Tx<'_>,
        house: &House,
        officer: &Officer,
        (class, today): (ClassId, Date),
        wish: &Wish,
    ) -> Result<Vec<FiledNik>, Problem> {
        let answered = try_out(tx, house, officer, (class, today), &self.niks(), wish)?;
        Ok(self.filed(answered.into_iter()))
    }

    fn niks(&self) -> Vec<String> {
        self.rows.iter().map(|row| row.nik.clone().unwrap_or_default()).collect()
    }

    fn filed(&self, answered: impl Iterator<Item = Result<Given, Code>>) -> Vec<FiledNik> {
        let answered = self.rows.iter().zip(answered).map(|(row, answered)| {
            let unreadable = row.nik.as_ref().err().copied();
            (row.line, unreadable.map_or(answered, Err))
        });
        answered.collect()
    }

    /// The rows that were refused, as the same kind of file with the reasons beside.
    pub fn rejects(&self, filed: &[FiledNik], made_at: DateTime) -> Result<Vec<u8>, Unwritable> {
        let back = Back {
            titles: &self.header,
            delimiter: self.delimiter,
            format: self.format,
            reasons: REASONS,
            made_at,
        };
        let refused = self.rows.iter().zip(filed).filter(|(_, (_, it))| is_rejected(it));
        let refused: Vec<RowBack> = refused
            .filter_map(|(row, (_, it))| {
                let code = it.as_ref().err().copied()?;
                Some((row.cells.clone(), message(code, Lang::Id)))
            })
            .collect();
        back.file(&refused)
    }
}

fn listed(place: usize, row: &Row) -> ListedNik {
    let nik = match row.cells.get(place).unwrap_or(&Cell::Empty) {
        Cell::Number(_) => Err(Code::NikAsNumber),
        Cell::Empty => Err(Code::Empty),
        cell @ (Cell::Text(_) | Cell::Date(_) | Cell::Truth(_) | Cell::Failed(_)) => {
            Ok(cell.text().trim().to_owned())
        }
    };
    ListedNik { line: row.line, cells: row.cells.iter().map(Cell::text).collect(), nik }
}
