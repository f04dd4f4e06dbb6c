//! People: who is registered where, once a person, once an agency.
mod check;
mod export;
mod file;
mod find;
mod form;
mod lookalikes;
mod register;
pub mod rows;

pub use check::{Checked, Seen, check};
pub use export::{export, log as log_export, stated};
pub use file::{Fact, File, What, open_file, timeline};
pub use find::{Asked, Brief, Found, by_nik, by_phone, list};
pub use form::{Registration, RegistrationForm, nik_code};
pub use lookalikes::{
    Beside, Decided, Decision, Pair, decide, link_news, pairs, replay as replay_decision,
    similar_beside,
};
pub use register::{Registered, news_of, number, register, replay, would_register};
