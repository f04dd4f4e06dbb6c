//! Tables in and out (CSV, XLSX) and printed pages (PDF).
//!
//! Knows nothing of the programme, the database or the web: [`table`] reads what an officer sends,
//! [`write`] makes the file an officer takes away, [`print`] makes the page that is signed.

#[cfg(feature = "print")]
pub mod print;
pub mod table;
pub mod write;
