//! What is tried for the acts of training.
pub mod attendance;
pub mod bazaars;
pub mod books;
pub mod capital;
pub mod classes;
pub mod curation;
pub mod growth;
pub mod licences;
pub mod mentoring;
pub mod papers;
pub mod partners;
pub mod plans;
pub mod products;
pub mod releases;
pub mod support;
pub mod targets;
pub mod webhooks;
