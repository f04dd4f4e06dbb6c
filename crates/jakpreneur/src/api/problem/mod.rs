//! What the API says no with: `application/problem+json` (RFC 9457), and the log line of what broke.
mod answers;
mod declined;
mod face;
mod words;

pub use answers::{Aloud, Found, Known, Read, Written};
pub use declined::{Declined, Wrong};
pub use face::{FieldProblem, ProblemBody};
