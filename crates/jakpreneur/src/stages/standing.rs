//! How a service stands today: finished, begun only, or taken back.
use super::State;

/// How a service stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is finished, and counts.
    Finished,
    /// It was begun: the stage is open.
    Begun,
    /// It was taken back, and counts no more.
    TakenBack,
}

impl Standing {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Finished, Self::Begun, Self::TakenBack];

    /// Of a service with this state.
    pub fn of(state: State, voided: bool) -> Self {
        match (voided, state) {
            (true, State::Completed | State::Started) => Self::TakenBack,
            (false, State::Completed) => Self::Finished,
            (false, State::Started) => Self::Begun,
        }
    }

    /// The word in answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Finished => "completed",
            Self::Begun => "started",
            Self::TakenBack => "voided",
        }
    }

    /// The words in a file.
    pub fn label_id(self) -> &'static str {
        match self {
            Self::Finished => "Selesai",
            Self::Begun => "Baru dimulai",
            Self::TakenBack => "Dibatalkan",
        }
    }

    /// What an officer wrote in a file; nothing is written of what is finished.
    pub fn parse_officer(text: &str) -> Option<Self> {
        let text = text.trim();
        let says = |standing: &Self| {
            standing.label_id().eq_ignore_ascii_case(text)
                || standing.word().eq_ignore_ascii_case(text)
        };
        if text.is_empty() { Some(Self::Finished) } else { Self::ALL.into_iter().find(says) }
    }
}
