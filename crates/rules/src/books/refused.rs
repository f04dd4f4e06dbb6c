//! Why the books say no.

/// Why something cannot be done to the books; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refused {
    /// An amount of nothing or less.
    NotPositive,
    /// An amount that no micro business has: beyond a trillion rupiah.
    TooLarge,
    /// The day has not come.
    InFuture,
    /// A day before books of this programme can be: 1 January 2000.
    TooLongAgo,
    /// The month of the day is closed.
    MonthClosed,
    /// There is no such entry in these books.
    NoSuchEntry,
    /// The entry has been taken back already.
    AlreadyReversed,
    /// A reversal cannot be taken back; the entry is made anew.
    ReversalOfReversal,
    /// A reversal before what it takes back.
    BeforeEntry,
    /// The month is not over.
    MonthNotOver,
    /// Nothing happened in the month.
    MonthEmpty,
    /// An earlier month with entries is still open.
    EarlierOpen,
    /// Only the month closed last can be opened again.
    NotLastClosed,
    /// A period whose end lies before its beginning, or of more than ten years.
    NoPeriod,
    /// A report is kept of closed months alone.
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

    /// Its stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotPositive => "amount-not-positive",
            Self::TooLarge => "amount-too-large",
            Self::InFuture => "in-future",
            Self::TooLongAgo => "too-long-ago",
            Self::MonthClosed => "month-closed",
            Self::NoSuchEntry => "no-such-entry",
            Self::AlreadyReversed => "already-reversed",
            Self::ReversalOfReversal => "reversal-of-reversal",
            Self::BeforeEntry => "before-entry",
            Self::MonthNotOver => "month-not-over",
            Self::MonthEmpty => "month-empty",
            Self::EarlierOpen => "earlier-month-open",
            Self::NotLastClosed => "not-last-closed",
            Self::NoPeriod => "no-period",
            Self::PeriodOpen => "period-open",
        }
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Refused {}
