//! The papers of one member, for their file: certificates, the card, and the production tools.
use crate::{
    certificates::CertificateRow,
    words::{self, Lang},
};
use askama::Template;
use rules::MemberId;

/// The part of the file about papers. Whoever opened the file may take every one of them.
#[derive(Template)]
#[template(path = "certificates/pages/mine.html")]
pub(crate) struct Mine {
    w: &'static words::Certificates,
    tools: &'static str,
    member: MemberId,
    /// Once erased nothing can be printed any more.
    erased: bool,
    lines: Vec<Line>,
}

/// A certificate.
struct Line {
    open: String,
    number: String,
    day: String,
    state: &'static str,
    colour: &'static str,
}

impl Mine {
    /// The certificates of a member, the newest first.
    pub(crate) fn of(lang: Lang, member: MemberId, erased: bool, all: &[CertificateRow]) -> Self {
        let w = words::Certificates::of(lang);
        let lines = all.iter().rev().map(|row| line(w, lang, row)).collect();
        Self { w, tools: words::Tools::of(lang).title, member, erased, lines }
    }
}

fn line(w: &'static words::Certificates, lang: Lang, row: &CertificateRow) -> Line {
    let (state, colour) = if row.revoked_on.is_some() {
        (w.revoked, "jp-tag--red")
    } else if row.replaced_by.is_some() {
        (w.replaced, "jp-tag--amber")
    } else {
        (w.holds, "jp-tag--green")
    };
    let (open, day) = (format!("/sertifikat/{}.pdf", row.id), words::day(row.issued_on, lang));
    Line { open, number: row.number.clone(), day, state, colour }
}
