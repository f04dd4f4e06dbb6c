//! People: who is registered where, once a person, once an agency.
mod check;
mod file;
mod find;
mod form;
mod lookalikes;
mod pages;
mod register;
pub mod rows;

pub use check::{Checked, Match, Seen, check};
pub use file::{Fact, File, What, open_file, timeline};
pub use find::{Asked, Brief, Found, by_nik, by_phone, latest_stage, list};
pub use form::{Registration, RegistrationForm};
pub use lookalikes::{
    Decided, Decision, Pair, decide, link_news, pairs, pairs_total, replay as replay_decision,
};
pub use pages::routes;
pub use register::{Registered, news_of, number, register, replay};
