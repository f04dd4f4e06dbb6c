//! The first difference that was found.
use crate::Problem;
use db::{Broken, Position};

/// What is not as the journal says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Difference {
    /// The journal itself is not whole.
    #[error("the journal: {0}")]
    Chain(#[from] Broken),
    /// The journal's end is not where its head says.
    #[error("the journal ends at {ends}, its head says {says}")]
    Head {
        /// The last entry.
        ends: Position,
        /// What the head says.
        says: Position,
    },
    /// The journal's last entry is not the one the head was written for.
    #[error("the journal's head does not bind to the entry at {0}")]
    HeadHash(Position),
    /// An entry cannot be replayed.
    #[error("the entry at {position} ({act}) cannot be replayed: {why}")]
    Replay {
        /// Where it is.
        position: Position,
        /// What was done.
        act: String,
        /// What stood in the way.
        why: String,
    },
    /// A row that the journal does not explain.
    #[error("table {table}: the row {key} is in the database and not in the journal")]
    Added {
        /// The table.
        table: String,
        /// Its key.
        key: String,
    },
    /// A row that the journal says must be there.
    #[error("table {table}: the row {key} is in the journal and not in the database")]
    Missing {
        /// The table.
        table: String,
        /// Its key.
        key: String,
    },
    /// A row that holds something else.
    #[error("table {table}: the row {key} has another {column} than the journal says")]
    Changed {
        /// The table.
        table: String,
        /// Its key.
        key: String,
        /// The first column that differs.
        column: String,
    },
    /// A released report whose bytes are not those released.
    #[error("the release {number} is not what was released")]
    Release {
        /// Its number.
        number: String,
    },
    /// A figure that comes out differently.
    #[error("the figure {what} is {shown}, counted anew it is {counted}")]
    Figure {
        /// Which one.
        what: String,
        /// As shown.
        shown: String,
        /// As counted from the rebuilt tables.
        counted: String,
    },
    /// A figure and the list behind it.
    #[error("the figure {what} is {shown}, its list has {listed}")]
    List {
        /// Which one.
        what: String,
        /// As shown.
        shown: u64,
        /// How long the list is.
        listed: u64,
    },
}

/// Why something is not verified.
#[derive(Debug, thiserror::Error)]
pub enum NotVerified {
    /// Something differs.
    #[error(transparent)]
    Differs(#[from] Difference),
    /// Something broke on the way.
    #[error(transparent)]
    Problem(#[from] Problem),
}

impl From<db::Error> for NotVerified {
    fn from(error: db::Error) -> Self {
        Self::Problem(error.into())
    }
}

impl From<Broken> for NotVerified {
    fn from(broken: Broken) -> Self {
        Self::Differs(broken.into())
    }
}
