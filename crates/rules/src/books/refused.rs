//! Why the books say no.

/// Why something cannot be done to the books; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// An amount of nothing or less.
    #[error("amount-not-positive")]
    NotPositive,
    /// An amount that no micro business has: beyond a trillion rupiah.
    #[error("amount-too-large")]
    TooLarge,
    /// The day has not come.
    #[error("in-future")]
    InFuture,
    /// A day before books of this programme can be: 1 January 2000.
    #[error("too-long-ago")]
    TooLongAgo,
    /// The month of the day is closed.
    #[error("month-closed")]
    MonthClosed,
    /// There is no such entry in these books.
    #[error("no-such-entry")]
    NoSuchEntry,
    /// The entry has been taken back already.
    #[error("already-reversed")]
    AlreadyReversed,
    /// A reversal cannot be taken back; the entry is made anew.
    #[error("reversal-of-reversal")]
    ReversalOfReversal,
    /// A reversal before what it takes back.
    #[error("before-entry")]
    BeforeEntry,
    /// The month is not over.
    #[error("month-not-over")]
    MonthNotOver,
    /// Nothing happened in the month.
    #[error("month-empty")]
    MonthEmpty,
    /// An earlier month with entries is still open.
    #[error("earlier-month-open")]
    EarlierOpen,
    /// Only the month closed last can be opened again.
    #[error("not-last-closed")]
    NotLastClosed,
    /// A period whose end lies before its beginning, or of more than ten years.
    #[error("no-period")]
    NoPeriod,
    /// A report is kept of closed months alone.
    #[error("period-open")]
    PeriodOpen,
}

impl Refused {
    /// Every one.
    pub const ALL: [Self; 15] = [
        Self::NotPositive,
        Self::TooLarge,
        Self::InFuture,
        Self::TooLongAgo,
        Self::MonthClosed,
        Self::NoSuchEntry,
        Self::AlreadyReversed,
        Self::ReversalOfReversal,
        Self::BeforeEntry,
        Self::MonthNotOver,
        Self::MonthEmpty,
        Self::EarlierOpen,
        Self::NotLastClosed,
        Self::NoPeriod,
        Self::PeriodOpen,
    ];
}
