//! What a report asks, understood; asked again at its day and position it has the same answer for ever.
use crate::{reports::Narrowing, targets::Selection};
use db::Position;
use rules::{Date, targets::Period};

/// The question of a report.
#[derive(Clone, Debug)]
pub(super) enum Question {
    Stages(Narrowing),
    Targets(Selection),
    Agencies(Narrowing),
    Unit(Narrowing, Period),
}

impl Question {
    /// Whose records count, as at when, as known when.
    pub fn narrowing(&self) -> &Narrowing {
        match self {
            Self::Stages(asked) | Self::Agencies(asked) | Self::Unit(asked, _) => asked,
            Self::Targets(asked) => &asked.counting,
        }
    }

    /// The question with its day and its position. A period that is over ends on its last day.
    pub fn pinned(self, today: Date, seen: Position) -> Self {
        let last = match &self {
            Self::Unit(_, period) => period.last(),
            Self::Stages(_) | Self::Targets(_) | Self::Agencies(_) => Date::constant(9999, 12, 31),
        };
        self.with(|asked| Narrowing {
            as_at: Some(asked.as_at.unwrap_or(today).min(last)),
            known_at: Some(asked.known_at.unwrap_or(seen)),
            by: Vec::new(),
            ..asked
        })
    }

    /// The same question as known at another position.
    pub fn known(&self, at: Position) -> Self {
        self.clone().with(|asked| Narrowing { known_at: Some(at), ..asked })
    }

    fn with(self, pin: impl Fn(Narrowing) -> Narrowing) -> Self {
        match self {
            Self::Stages(asked) => Self::Stages(pin(asked)),
            Self::Agencies(asked) => Self::Agencies(pin(asked)),
            Self::Unit(asked, period) => Self::Unit(pin(asked), period),
            Self::Targets(mut asked) => {
                asked.counting = pin(asked.counting);
                Self::Targets(asked)
            }
        }
    }
}
