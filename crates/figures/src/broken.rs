//! Why a fact cannot be counted: the journal it came from contradicts itself.

use std::fmt;

/// What is wrong with a fact. The figures stay as they were before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// Its position is not greater than the last one counted.
    OutOfOrder,
    /// It refers to a registration that is not among the facts before it.
    UnknownMember,
    /// It refers to a service that is not among the facts before it.
    UnknownService,
    /// Its stage is not one that a service can have.
    UnknownStage,
    /// It voids a service that was voided before.
    AlreadyVoided,
    /// Its day is beyond what can be counted (the year 2179).
    DayTooLate,
    /// It takes back a month of which nothing stands.
    NothingMeasured,
    /// Its month is before 2000 or beyond what can be counted.
    UnknownMonth,
    /// Its position does not fit in 32 bits, or an amount or number in what it is counted with.
    Overflow,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OutOfOrder => "position does not increase",
            Self::UnknownMember => "refers to an unknown registration",
            Self::UnknownService => "refers to an unknown service",
            Self::UnknownStage => "stage is not between 1 and 6",
            Self::AlreadyVoided => "service is already voided",
            Self::DayTooLate => "day is too late to count",
            Self::NothingMeasured => "nothing is measured for the month",
            Self::UnknownMonth => "month cannot be counted",
            Self::Overflow => "number does not fit",
        })
    }
}

impl std::error::Error for Broken {}
