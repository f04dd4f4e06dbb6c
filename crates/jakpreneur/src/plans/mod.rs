//! The year's plan of trainings: laid out, revised, copied, imported, and held against what became of it.
mod copy;
mod draft;
mod figures;
mod held;
mod lay_out;
mod line;
mod revise;
mod rows;
mod trade;

pub use copy::copy;
pub use draft::{Draft, Heading};
pub use figures::{Both, Figures, figures};
pub use held::{Held, HeldClass, Taken};
pub use lay_out::{LaidOut, lay_out, replay as replay_laid_out};
pub use line::LineForm;
pub use revise::{Revised, Revision, Wanted, replay as replay_revised, revise};
pub use rows::{Plan, PlanInList, Version, count, lines, plan, plans, versions};
pub use trade::{Trade, Trades, trades};
