//! Whether a member still takes part: computed from when they were last seen, overruled by an officer with a
//! reason, ended for a reason; and what a check of their domicile found (BR-16, BR-50).
mod check;
mod end;
mod overrule;
pub mod pages;
mod resume;
mod rows;
mod said;
mod standing;

pub use check::{DomicileChecked, DomicileForm, check, replay as replay_checked};
pub use end::{EndForm, MembershipEnded, end, replay as replay_ended};
pub use overrule::{ActivityOverruled, OverruleForm, overrule, replay as replay_overruled};
pub use resume::{MembershipResumed, replay as replay_resumed, resume};
pub use standing::{Checked, Standing, standing};
