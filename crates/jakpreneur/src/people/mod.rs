//! People: who is registered where, once a person, once an agency.
mod check;
mod export;
mod file;
mod find;
mod form;
mod just_now;
mod lookalikes;
mod pages;
mod register;
mod registered;
mod rows;

pub use check::{Checked, Match, Seen, check};
pub use export::{export, log as log_export, stated};
pub use file::{Fact, File, What, open_file, timeline};
pub use find::{Asked, Brief, Found, by_nik, by_phone, is_within, latest_stage, list};
pub use form::{Registration, RegistrationForm, nik_code};
pub use just_now::JustNow;
pub use lookalikes::{
    Beside, Decided, Decision, Pair, decide, link_news, pairs, replay as replay_decision, similar,
    undecided,
};
pub use pages::routes;
pub use register::{register, register_of_many, would_register};
pub use registered::{Registered, news_of, number, replay};
pub use rows::{MemberRow, member as record, records_by_nik, records_of, salt};
