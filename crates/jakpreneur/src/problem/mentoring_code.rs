//! Why something about mentoring is refused: one closed list.

/// Every such reason. The words are in `words/mentoring_refusals.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentoringCode {
    /// The visit has as many photos as it may.
    PhotosFull,
    /// The member is the mentor's already, or is being offered.
    OfferedAlready,
    /// The offer was answered.
    Answered,
    /// Nobody is without a mentor, or no mentor may have them.
    NobodyToShare,
    /// The membership ended already.
    EndedAlready,
    /// The membership has not ended.
    NotEnded,
    /// The mentor has no term that runs today and covers the place.
    NoTerm,
    /// The term would end before it begins.
    TermEndsFirst,
    /// The term would last longer than five years.
    TermLong,
    /// Another term of the mentor has some of its days.
    TermOverlaps,
    /// The day is none of the term's.
    NotInTerm,
    /// The term ended early before.
    TermEnded,
}

impl MentoringCode {
    /// The stable slug of this reason, for programs.
    pub fn slug(self) -> &'static str {
        match self {
            Self::PhotosFull => "photos-full",
            Self::OfferedAlready => "offered-already",
            Self::Answered => "offer-answered",
            Self::NobodyToShare => "nobody-to-share",
            Self::EndedAlready => "ended-already",
            Self::NotEnded => "not-ended",
            Self::NoTerm => "no-term",
            Self::TermEndsFirst => "term-ends-first",
            Self::TermLong => "term-long",
            Self::TermOverlaps => "term-overlaps",
            Self::NotInTerm => "not-in-term",
            Self::TermEnded => "term-ended",
        }
    }
}
