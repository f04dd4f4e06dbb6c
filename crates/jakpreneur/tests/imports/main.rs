//! Files that officers send: what goes in, what comes back, and that nothing is lost or doubled.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod api;
mod dry_run;
mod hostile;
mod licences;
mod measurements;
mod members;
mod queue;
mod resume;
mod services;
mod setup;
mod support;
