//! Why one row goes back.
use crate::{Code, FieldError};

/// Why a row is not recorded. The words are in `imports/words.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A field is wrong.
    Field(FieldError),
    /// A rule says no to the row as a whole.
    Rule(Code),
    /// More cells than the header has columns: a delimiter inside a value has shifted them.
    Shifted,
    /// The programme could not record it, for no fault of the row.
    NotRecorded,
}

impl Reason {
    /// A wrong field.
    pub fn field(field: &'static str, code: Code) -> Self {
        Self::Field(FieldError::new(field, code))
    }
}
