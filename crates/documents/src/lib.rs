//! Tables in and out (CSV, XLSX), codes in pictures, and printed pages (PDF).
//!
//! Knows nothing of the programme, the database or the web: [`table`] reads what an officer sends,
//! [`picture`] reads the code on a card, [`photo`] makes a photo clean of what the camera wrote beside it,
//! [`write`] makes the file an officer takes away, [`print`] makes the page that is signed.

pub mod photo;
pub mod picture;
#[cfg(feature = "print")]
pub mod print;
pub mod table;
pub mod write;
