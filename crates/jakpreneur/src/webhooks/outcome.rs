//! What became of one attempt.

/// What a receiver did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It answered that it took everything.
    Taken(u16),
    /// It answered something else.
    Declined(u16),
    /// It sent us elsewhere, and we do not go.
    Redirected(u16),
    /// It did not answer in time.
    TimedOut,
    /// It could not be reached.
    Unreachable,
    /// Its certificate is not one that can be trusted.
    Insecure,
    /// What it answered is no HTTP.
    Garbled,
    /// Its answer ended before its end.
    Cut,
    /// Its name leads into the operator's own network.
    Refused,
}

impl Outcome {
    /// By the status of an answer.
    pub fn of_status(status: u16) -> Self {
        match status {
            200..=299 => Self::Taken(status),
            300..=399 => Self::Redirected(status),
            _ => Self::Declined(status),
        }
    }

    /// Whether everything sent has arrived.
    pub fn is_taken(self) -> bool {
        matches!(self, Self::Taken(_))
    }

    /// The status, where there was an answer.
    pub fn status(self) -> Option<u16> {
        match self {
            Self::Taken(status) | Self::Declined(status) | Self::Redirected(status) => Some(status),
            Self::TimedOut
            | Self::Unreachable
            | Self::Insecure
            | Self::Garbled
            | Self::Cut
            | Self::Refused => None,
        }
    }

    /// Its word, for programs and for the column.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken(_) => "taken",
            Self::Declined(_) => "declined",
            Self::Redirected(_) => "redirected",
            Self::TimedOut => "timed_out",
            Self::Unreachable => "unreachable",
            Self::Insecure => "insecure",
            Self::Garbled => "garbled",
            Self::Cut => "cut",
            Self::Refused => "refused",
        }
    }

    /// The outcome again, as kept.
    pub(super) fn of_word(word: &str, status: Option<i16>) -> Option<Self> {
        let status = u16::try_from(status.unwrap_or_default()).unwrap_or_default();
        let all = [
            Self::Taken(status),
            Self::Declined(status),
            Self::Redirected(status),
            Self::TimedOut,
            Self::Unreachable,
            Self::Insecure,
            Self::Garbled,
            Self::Cut,
            Self::Refused,
        ];
        all.into_iter().find(|outcome| outcome.word() == word)
    }
}
