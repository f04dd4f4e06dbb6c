//! Why something about released reports is refused: one closed list.

/// Every such reason. The words are in `words/releasing_refusals.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReleasingCode {
    /// There is no such release to restate within scope.
    Unknown,
    /// The release restated answers another question.
    OtherQuestion,
    /// The release restated knew more of the journal.
    KnownLess,
    /// The release was restated before; that one is to be restated.
    RestatedAlready,
    /// There is nothing to release.
    Nothing,
    /// The bytes are not those that were released.
    Changed,
    /// The release has no such line.
    NoLine,
    /// The reasons do not add up to the difference.
    PartsDiffer,
}

impl ReleasingCode {
    /// The stable slug of this reason, for programs.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Unknown => "release-unknown",
            Self::OtherQuestion => "other-question",
            Self::KnownLess => "known-less",
            Self::RestatedAlready => "restated-already",
            Self::Nothing => "nothing-to-release",
            Self::Changed => "release-changed",
            Self::NoLine => "no-line",
            Self::PartsDiffer => "parts-differ",
        }
    }
}
