//! Certificates: one on each page, A4 laid across.

use jiff::civil::DateTime;
use serde::Serialize;

use super::{Unprintable, inputs, page_by_page, printed};

/// What a certificate says, as it is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// `0012/PKT-PPKUKM/31.75.06/2020/K7QX2M9T`.
    pub number: String,
    /// Who finished.
    pub name: String,
    /// What the class is called.
    pub title: String,
    /// What it is about.
    pub trade: String,
    /// Who held it, the issuing agency first.
    pub organisers: Vec<String>,
    /// `10 sampai 13 Agustus 2020`.
    pub days: String,
    /// `32 jam pelajaran (JP)`.
    pub hours: String,
    /// Where it was held.
    pub place: String,
    /// `Jakarta, 14 Agustus 2020`.
    pub issued: String,
    /// Who signs.
    pub signer: String,
    /// As what.
    pub position: String,
    /// The address the code leads to.
    pub address: String,
    /// What it replaces or why it no longer holds; empty for one that holds.
    pub notice: String,
}

/// Prints certificates, a page each. The same ones give the same bytes.
pub fn certificates(all: &[Certificate], at: DateTime) -> Result<Vec<u8>, Unprintable> {
    let inputs = inputs::all(all, |certificate| &certificate.address)?;
    printed("certificate.typ", inputs, at)
}

/// The same, a file for each: laid out once, taken apart by page.
pub fn each_certificate(all: &[Certificate], at: DateTime) -> Result<Vec<Vec<u8>>, Unprintable> {
    let inputs = inputs::all(all, |certificate| &certificate.address)?;
    page_by_page("certificate.typ", inputs, at)
}
