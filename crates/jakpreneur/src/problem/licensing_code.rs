//! Why something about permits is refused: one closed list.

/// Every such reason. The words are in `words/licensing_refusals.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LicensingCode {
    /// So many digits are missing from a permit's number.
    NumberShort(usize),
    /// A permit's number has so many digits or letters too many.
    NumberLong(usize),
    /// A permit's number holds something that such a number does not.
    NumberCharacters,
    /// The year in the number is before the year of issue.
    NumberEndsBeforeIssue,
    /// The year in the number is more than five after the year of issue.
    NumberEndsTooLate,
    /// Issued before it was asked for.
    BeforeRequest,
    /// Ended before it began.
    BeforeIssue,
    /// The permit is recorded already.
    LicenceThere,
    /// The permit is not in a state from which this follows.
    LicenceDecided,
    /// Not a file that is kept as evidence.
    EvidenceFile,
    /// The permit has as many files as it may.
    EvidenceFull,
    /// Nobody may ask in the wave now.
    WaveOver,
    /// The wave is for another agency or area.
    NotForWave,
    /// The person is in the wave or waits for it.
    AlreadyInWave,
    /// The person has no open place in the wave.
    NotInWave,
}

impl LicensingCode {
    /// The stable slug of this reason, for programs.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NumberShort(_) => "number-short",
            Self::NumberLong(_) => "number-long",
            Self::NumberCharacters => "number-characters",
            Self::NumberEndsBeforeIssue => "number-ends-before-issue",
            Self::NumberEndsTooLate => "number-ends-too-late",
            Self::BeforeRequest => "before-request",
            Self::BeforeIssue => "before-issue",
            Self::LicenceThere => "licence-there",
            Self::LicenceDecided => "licence-decided",
            Self::EvidenceFile => "evidence-file",
            Self::EvidenceFull => "evidence-full",
            Self::WaveOver => "wave-over",
            Self::NotForWave => "not-for-wave",
            Self::AlreadyInWave => "already-in-wave",
            Self::NotInWave => "not-in-wave",
        }
    }
}
