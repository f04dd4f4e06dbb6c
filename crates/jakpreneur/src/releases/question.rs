//! What a report asks, understood; asked again at its day and position it has the same answer for ever. Who
//! was in which class is known as it holds now: of training only what was frozen stays.
use super::grouping::Grouping;
use crate::{growth::figures, reports::Narrowing, targets::Selection};
use db::Position;
use rules::{Date, targets::Period};

/// The question of a report.
#[derive(Clone, Debug)]
pub(super) enum Question {
    Stages(Narrowing, Option<Grouping>),
    Targets(Selection),
    Agencies(Narrowing),
    Unit(Narrowing, Period),
    Training(Narrowing, Period, Option<Grouping>),
    Growth(Narrowing, Option<Grouping>),
}

impl Question {
    /// Whose records count, as at when, as known when.
    pub fn narrowing(&self) -> &Narrowing {
        match self {
            Self::Stages(asked, _)
            | Self::Agencies(asked)
            | Self::Unit(asked, _)
            | Self::Training(asked, ..)
            | Self::Growth(asked, _) => asked,
            Self::Targets(asked) => &asked.counting,
        }
    }

    /// By what its lines are told apart.
    pub fn grouping(&self) -> Option<Grouping> {
        match self {
            Self::Stages(_, by) | Self::Training(_, _, by) | Self::Growth(_, by) => *by,
            Self::Targets(_) | Self::Agencies(_) | Self::Unit(..) => None,
        }
    }

    /// The period it cannot do without, where it has one.
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Unit(_, period) | Self::Training(_, period, _) => Some(*period),
            Self::Targets(asked) => asked.period,
            Self::Stages(..) | Self::Agencies(_) | Self::Growth(..) => None,
        }
    }

    /// The question with its day and its position. A period that is over ends on its last day.
    pub fn pinned(self, today: Date, seen: Position) -> Self {
        let last = match &self {
            Self::Unit(_, period) | Self::Training(_, period, _) => period.last(),
            Self::Stages(..) | Self::Targets(_) | Self::Agencies(_) | Self::Growth(..) => {
                Date::constant(9999, 12, 31)
            }
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
            Self::Stages(asked, by) => Self::Stages(pin(asked), by),
            Self::Agencies(asked) => Self::Agencies(pin(asked)),
            Self::Unit(asked, period) => Self::Unit(pin(asked), period),
            Self::Training(asked, period, by) => Self::Training(pin(asked), period, by),
            Self::Growth(asked, by) => Self::Growth(pin(asked), by),
            Self::Targets(mut asked) => {
                asked.counting = pin(asked.counting);
                Self::Targets(asked)
            }
        }
    }
}

/// The question of growth that a report asks: by the programme's definition and its usual terms.
pub(super) fn of_growth(asked: &Narrowing) -> figures::Asked {
    figures::Asked {
        as_at: asked.as_at,
        known_at: asked.known_at,
        area: asked.area,
        agency: asked.agency,
        registered_from: asked.registered_from,
        registered_to: asked.registered_to,
        ..figures::Asked::default()
    }
}
