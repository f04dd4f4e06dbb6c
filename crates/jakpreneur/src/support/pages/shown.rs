//! A support as a member's page shows it.
use crate::{
    House,
    staff::Officer,
    support::{EvidenceRow, Seen, kind_name},
    words::{self, Lang, fill},
};
use rules::{Act, SupportId, support::SupportKindTold};

/// A support with what may be done to it.
pub(super) struct Shown {
    pub id: SupportId,
    pub heading: String,
    pub what: String,
    pub value: String,
    pub agency: String,
    pub voided: Option<String>,
    pub files: Vec<(String, String)>,
    /// The field of a file, where one may be added.
    pub file_field: Option<String>,
    /// The form that takes it back: its field and the act's id.
    pub may_void: Option<(String, String)>,
}

/// Draws a support for an officer.
pub(super) fn shown(
    house: &House,
    officer: &Officer,
    lang: Lang,
    kinds: &[SupportKindTold],
    seen: Seen,
) -> Shown {
    let (w, row) = (words::Support::of(lang), &seen.row);
    let stands = row.voided_at_position.is_none();
    let own = row.recorded_by == officer.actor() || !officer.role.only_own(Act::VoidService);
    let may_void = stands && own && officer.role.may(Act::VoidService);
    let kind = kind_name(kinds, row.kind, lang);
    let heading = [("kind", kind), ("date", words::day(row.given_on, lang))];
    let heading = heading.each_ref().map(|(place, text)| (*place, text.as_str()));
    let simple = row.id.0.simple();
    Shown {
        id: row.id,
        heading: fill(w.given, &heading),
        value: row.value.map_or_else(|| w.unknown.to_owned(), |value| value.to_string()),
        agency: row.agency.to_string().to_uppercase(),
        voided: (!stands).then(|| fill(w.voided, &[("reason", &seen.reason)])),
        files: seen.evidence.iter().enumerate().map(|it| file(lang, row.id, it)).collect(),
        file_field: (stands && officer.role.may(Act::RecordService))
            .then(|| format!("file-{simple}")),
        may_void: may_void.then(|| (format!("reason-{simple}"), house.new_id().to_string())),
        what: seen.told.what,
    }
}

fn file(lang: Lang, support: SupportId, (n, it): (usize, &EvidenceRow)) -> (String, String) {
    let size = (it.size / 1024).max(1).to_string();
    let said = [("n", (n + 1).to_string()), ("size", size)];
    let said = said.each_ref().map(|(place, text)| (*place, text.as_str()));
    let said = fill(words::Support::of(lang).file_line, &said);
    (format!("/dukungan/{support}/berkas/{}", it.file), said)
}
