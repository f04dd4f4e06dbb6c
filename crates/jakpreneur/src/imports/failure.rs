//! Why a whole file cannot be taken.
use super::lines::Column;
use documents::table::Unreadable;

/// Why a file is not read, or not read on. Displays as the operator reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// A column that must be there is missing.
    #[error("the column {} is missing", .0.title())]
    ColumnMissing(Column),
    /// Neither delimited text nor a workbook.
    #[error("the file is not a table (CSV or XLSX)")]
    NotATable,
    /// The workbook is damaged.
    #[error("the workbook is damaged")]
    Damaged,
    /// A bound on size was passed.
    #[error("the file is larger than allowed")]
    TooLarge,
    /// Too many rows.
    #[error("the file has more than 2,000,000 rows")]
    TooManyRows,
    /// Too many columns.
    #[error("the file has more than 200 columns")]
    TooManyColumns,
    /// The workbook has a password.
    #[error("the workbook opens only with a password")]
    PasswordProtected,
    /// A workbook of Excel before 2007.
    #[error("the workbook is of the old format .xls: save it as .xlsx")]
    OldExcel,
    /// Nothing is written in it.
    #[error("the file is empty")]
    NoHeader,
    /// Text in no known encoding.
    #[error("the text is in no known encoding: save it as UTF-8")]
    Encoding,
    /// The bytes could not be read.
    #[error("the file could not be read")]
    Io,
    /// Whoever sent it may no longer do so.
    #[error("whoever sent it may not import any more")]
    NotAllowed,
    /// The programme could not record the rows.
    #[error("the rows could not be recorded")]
    Interrupted,
}

impl From<Unreadable> for Failure {
    fn from(reason: Unreadable) -> Self {
        match reason {
            Unreadable::NotATable => Self::NotATable,
            Unreadable::BrokenZip | Unreadable::BrokenSheet => Self::Damaged,
            Unreadable::TooLarge(_) => Self::TooLarge,
            Unreadable::TooManyRows => Self::TooManyRows,
            Unreadable::TooManyColumns => Self::TooManyColumns,
            Unreadable::PasswordProtected => Self::PasswordProtected,
            Unreadable::OldExcel => Self::OldExcel,
            Unreadable::NoHeader => Self::NoHeader,
            Unreadable::Encoding => Self::Encoding,
            Unreadable::Io(_) => Self::Io,
        }
    }
}

impl Failure {
    const PLAIN: [Self; 12] = [
        Self::NotATable,
        Self::Damaged,
        Self::TooLarge,
        Self::TooManyRows,
        Self::TooManyColumns,
        Self::PasswordProtected,
        Self::OldExcel,
        Self::NoHeader,
        Self::Encoding,
        Self::Io,
        Self::NotAllowed,
        Self::Interrupted,
    ];

    /// The stable slug, for programs.
    pub fn slug(self) -> &'static str {
        match self {
            Self::ColumnMissing(_) => "column-missing",
            Self::NotATable => "not-a-table",
            Self::Damaged => "damaged",
            Self::TooLarge => "file-large",
            Self::TooManyRows => "too-many-rows",
            Self::TooManyColumns => "too-many-columns",
            Self::PasswordProtected => "password-protected",
            Self::OldExcel => "old-excel",
            Self::NoHeader => "empty",
            Self::Encoding => "encoding",
            Self::Io => "unreadable",
            Self::NotAllowed => "not-allowed",
            Self::Interrupted => "interrupted",
        }
    }

    /// The word in the rows: the slug, and which column.
    pub(super) fn word(self) -> String {
        if let Self::ColumnMissing(column) = self {
            return format!("{}:{}", self.slug(), column.title());
        }
        self.slug().to_owned()
    }

    /// The failure with this word.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        match word.split_once(':') {
            Some((_, title)) => Column::of_title(title).map(Self::ColumnMissing),
            None => Self::PLAIN.into_iter().find(|failure| failure.slug() == word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_read_back_from_its_word() {
        let missing = Column::ALL.map(Failure::ColumnMissing);
        for failure in Failure::PLAIN.into_iter().chain(missing) {
            assert_eq!(Failure::of_word(&failure.word()), Some(failure));
        }
    }
}
