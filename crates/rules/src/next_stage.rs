//! What a member may do next: stages need not come in order, yet one is named first so that nobody is lost.

use crate::{Scheme, StageKind};

/// The stage to name first: one that is under way, or else the first that was not reached; none once all
/// seven were.
pub fn next_stage(reached: &[StageKind], under_way: &[StageKind]) -> Option<StageKind> {
    let missing = |kind: &StageKind| !reached.contains(kind);
    let order = || Scheme::Pergub.order().into_iter().filter(missing);
    order().find(|kind| under_way.contains(kind)).or_else(|| order().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use StageKind::{Capital, Licensing, Marketing, Mentoring, Registration, Training};

    #[test]
    fn the_first_stage_not_reached_is_named_whatever_came_later() {
        assert_eq!(next_stage(&[Registration], &[]), Some(Training));
        assert_eq!(next_stage(&[Registration, Training, Capital], &[]), Some(Mentoring));
    }

    #[test]
    fn what_is_under_way_comes_first_and_what_is_done_never() {
        assert_eq!(next_stage(&[Registration], &[Licensing, Marketing]), Some(Licensing));
        assert_eq!(next_stage(&[Registration, Licensing], &[Licensing]), Some(Training));
    }

    #[test]
    fn who_reached_all_seven_is_told_of_none() {
        assert_eq!(next_stage(&StageKind::ALL, &[]), None);
    }
}
