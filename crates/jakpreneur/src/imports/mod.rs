//! Files that officers send: good rows are recorded, bad rows come back with their reasons.
mod enter;
mod failure;
mod job;
mod lines;
mod outcome;
mod parts;
mod queue;
mod reading;
mod rejects;
mod rows;
mod run;
mod see;
mod shell;
mod try_out;
mod upload;
mod words;

pub use failure::Failure;
pub use job::{Counts, Job, Kind, NewImport, State};
pub use lines::Column;
pub use outcome::Outcome;
pub use queue::{Queue, resume_all};
pub use run::Watch;
pub use see::{Jobs, Rejects, job, jobs, rejects};
pub use shell::{import_file, write_rejects};
pub use upload::{Accepted, LARGEST, Upload};
pub use words::failure as failure_words;
