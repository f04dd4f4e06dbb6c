//! People: who is registered where, once a person, once an agency.
mod changes;
mod check;
mod correct;
mod corrected;
mod correction;
mod decide;
mod export;
mod file;
mod find;
mod form;
mod just_now;
mod lookalikes;
mod niks;
mod own;
mod pages;
mod pairs;
mod register;
mod registered;
mod rows;
mod undo;
mod unscoped;
mod versions;

pub use changes::{Changed, changes};
pub use check::{Checked, Match, Seen, check};
pub use correct::correct;
pub use corrected::{Corrected, news_of as correction_news, replay as replay_correction};
pub use correction::{Correction, CorrectionForm, Statement};
pub use decide::{Decided, Decision, decide, link_news, replay as replay_decision};
pub use export::{export, log as log_export, stated};
pub use file::{Fact, File, What, open_file, timeline};
pub use find::{Asked, Brief, Found, briefs, by_nik, by_phone, is_within, latest_stage, list};
pub use form::{Registration, RegistrationForm, nik_code};
pub use just_now::JustNow;
pub use lookalikes::{Beside, Looks, similar};
pub use own::own_files;
pub use pages::routes;
pub(crate) use pages::{Detail, Reached, details, first, reached};
pub use pairs::{DecidedPair, Pair, decided, pairs, undecided};
pub use register::{register, register_of_many, would_register};
pub use registered::{Registered, news_of, number, replay};
pub use rows::{
    MemberRow, member as record, members as records, records_by_nik, records_of, salt,
};
pub use undo::{Undone, replay as replay_undone, undo, undo_news};
pub use unscoped::same_phone;
pub use versions::{Version, office_on, versions_of};
