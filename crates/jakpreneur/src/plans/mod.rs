//! The year's plan of trainings: laid out, revised, copied, imported, and held against what became of it.
mod copy;
mod draft;
mod figures;
mod held;
pub mod import;
mod lay_out;
mod line;
pub mod pages;
mod revise;
mod rows;
mod sheet;
mod trade;

pub use copy::copy;
pub use draft::{Draft, Heading, persons_target};
pub use figures::{Both, Figures, figures};
pub use held::Held;
pub use lay_out::{LaidOut, lay_out, replay as replay_laid_out};
pub use line::LineForm;
pub use revise::{Revised, Revision, Wanted, replay as replay_revised, revise};
pub use rows::{Plan, PlanInList, Version, count, lines, plan, plans, versions};
pub use sheet::{TITLES, sheet, template};
pub use trade::{Trades, trades};
