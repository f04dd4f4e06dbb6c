//! Released reports: figures frozen under a number, with their exact bytes and the digest of these.
mod act;
mod agencies;
mod comparing;
mod digest;
mod document;
mod draft;
mod file;
mod form;
mod freeze;
mod grouping;
mod growth;
mod kind;
mod lines;
mod members;
mod number;
mod open;
mod outside;
mod outside_rows;
pub mod pages;
mod paper;
mod question;
mod replaying;
mod restating;
mod rows;
mod stages;
mod targets;
mod training;
mod unit;

pub use act::{ReportReleased, release, replay};
pub use digest::Digest;
pub use document::{Change, Counted, Document, Line, Part, Restated, ScopeFrozen};
pub use draft::{Draft, prepare, preview};
pub use file::{plain, sheet};
pub use form::ReleaseForm;
pub use freeze::freeze;
pub use kind::{Kind, Reason};
pub use number::ReleaseNumber;
pub use open::{Opened, checked, content, open, opened, released};
pub use outside::{
    OutsideEntered, OutsideFigure, OutsideForm, enter_outside, replay_outside,
};
use paper::period;
pub use paper::{paper, unreleased};
pub use rows::{Released, by_number, count, page, restated_by};
