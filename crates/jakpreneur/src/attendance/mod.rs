//! Attendance: who was at which session, who finished the class by it, and the numbers of both (BR-19).
mod admit;
mod card;
mod finance;
mod finish;
mod listed;
mod mark;
mod measure;
mod numbers;
mod outlook;
mod pages;
mod photo;
mod remembered;
mod reopen;
mod rows;
mod standing;
mod standings;
mod who;

pub use admit::{Admitted, admit};
pub use card::of_card;
pub use finance::{FinanceClass, finance_classes};
pub use finish::{ClassFinished, Finisher, NotFinished, finish, replay as replay_finished};
pub use listed::{Line, Listed, listed};
pub use mark::{
    Answer, AttendanceMarked, Marked, Marking, Outcome, Told, mark, replay as replay_marked,
};
pub use measure::Measure;
pub use numbers::{InSeats, Numbers, Sums, numbers, sums};
pub use outlook::{Fate, Outlook, Prospect, outlook};
pub use pages::routes;
pub(crate) use pages::{group_named, measure_label};
pub use photo::code_in;
pub use remembered::Remembered;
pub use reopen::{ClassReopened, reopen, replay as replay_reopened};
pub use rows::{Kept, kept, marks_of, marks_of_member};
pub use standing::{By, Wanted};
pub use who::{Counted, Trainee, counted_in, may_see_who, who};
