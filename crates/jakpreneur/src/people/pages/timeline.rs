//! A file's history: every fact, when it happened, when and by whom it was recorded.
use crate::{
    House,
    people::{self, Changed, Fact, File, Version, What, timeline},
    staff::Officer,
    words::{self, Lang, fill},
};
use rules::{Act, Instant, ServiceId};
use std::collections::HashMap;

/// A line of the history.
pub(super) struct Entry {
    /// What happened.
    pub what: &'static str,
    /// When, and who gave it where.
    pub about: String,
    /// Whether it is only begun.
    pub under_way: bool,
    /// What was corrected, a line each.
    pub changes: Vec<String>,
    /// What was noted.
    pub note: Option<String>,
    /// The class that is the evidence.
    pub class: Option<Evidence>,
    /// When and by whom it was recorded, and taken back.
    pub recorded: String,
    /// Why it was taken back.
    pub voided: Option<String>,
    /// What may be taken back by this officer.
    pub may_void: Option<Void>,
}

/// A class as evidence, with its announcement.
pub(super) struct Evidence {
    pub title: String,
    pub announced_at: String,
}

impl Evidence {
    /// Parts what was noted from the class that closing it put there: `Dasar Kuliner (/kelas/…)`.
    fn apart(note: String) -> (String, Option<Self>) {
        let class = note.strip_suffix(')').and_then(|note| note.rsplit_once(" (/kelas/"));
        let Some((title, id)) = class.filter(|(_, id)| id.parse::<rules::ClassId>().is_ok()) else {
            return (note, None);
        };
        let announced_at = format!("/kelas/{id}");
        (String::new(), Some(Self { title: title.to_owned(), announced_at }))
    }
}

/// The form that takes a service back.
pub(super) struct Void {
    pub service: ServiceId,
    /// The id of its field.
    pub field: String,
    pub act_id: String,
}

/// Every fact, newest first by when it happened.
pub(super) fn entries(
    house: &House,
    officer: &Officer,
    lang: Lang,
    file: &File,
    names: &HashMap<String, String>,
) -> Vec<Entry> {
    let telling = Telling { house, officer, lang, file, names };
    let facts = timeline(house, file);
    facts.into_iter().map(|fact| telling.entry(fact)).collect()
}

struct Telling<'t> {
    house: &'t House,
    officer: &'t Officer,
    lang: Lang,
    file: &'t File,
    names: &'t HashMap<String, String>,
}

impl Telling<'_> {
    fn entry(&self, fact: Fact) -> Entry {
        let w = words::People::of(self.lang);
        let recorded = self.by(w.recorded, fact.recorded_at, &fact.recorded_by);
        let on = words::day(fact.occurred_on, self.lang);
        match fact.what {
            What::Registered(office) => Entry {
                what: w.registration,
                about: self.places(on, self.file.row.agency, Some(office)),
                under_way: false,
                changes: Vec::new(),
                note: None,
                class: None,
                recorded,
                voided: None,
                may_void: None,
            },
            What::Corrected { versions, moved_on, reason } => {
                let w = words::Corrections::of(self.lang);
                let moved = moved_on.map(|_| fill(w.holds_from, &[("date", &on)]));
                let why = reason.map(|reason| fill(w.why, &[("reason", &reason)]));
                Entry {
                    what: if moved.is_some() { w.moved } else { w.correction },
                    about: moved.unwrap_or(on),
                    under_way: false,
                    changes: self.changes(&versions.0, &versions.1),
                    note: why,
                    class: None,
                    recorded,
                    voided: None,
                    may_void: None,
                }
            }
            What::Curated(it) => Entry {
                what: self.lang.pick(it.step.state.label_id(), it.step.state.label_en()),
                about: format!("{}, {on}", fill(w.curated, &[("product", &it.product)])),
                under_way: false,
                changes: it.grade.iter().cloned().collect(),
                note: Some(it.reason).filter(|reason| !reason.is_empty()),
                class: None,
                recorded,
                voided: None,
                may_void: None,
            },
            What::Service { id, stage, completed, agency, note, voided } => {
                let area = self.file.services.iter().find(|service| service.id == id);
                let back = voided.as_ref().map(|(at, by, _)| self.by(w.void_at, *at, by));
                let (note, class) = Evidence::apart(note.unwrap_or_default());
                let may_void = voided.is_none() && self.may_void(&fact.recorded_by);
                Entry {
                    what: self.lang.pick(stage.label_id(), stage.label_en()),
                    about: self.places(on, agency, area.and_then(|service| service.area)),
                    under_way: !completed,
                    changes: Vec::new(),
                    note: Some(note).filter(|note| !note.is_empty()),
                    class,
                    recorded: back.map_or(recorded.clone(), |back| format!("{recorded}, {back}")),
                    voided: voided.map(|(_, _, why)| why),
                    may_void: may_void.then(|| self.void(id)),
                }
            }
        }
    }

    fn changes(&self, before: &Version, after: &Version) -> Vec<String> {
        let w = words::Corrections::of(self.lang);
        let line = |changed: Changed| {
            let field = self.lang.pick(changed.field.label_id(), changed.field.label_en());
            let text = |said: &Option<String>| said.clone().unwrap_or_else(|| w.nothing.to_owned());
            let (before, after) = (text(&changed.before), text(&changed.after));
            fill(w.change, &[("field", field), ("before", &before), ("after", &after)])
        };
        let changes = people::changes(self.house, &self.file.row, before, after, Some(self.lang));
        changes.into_iter().map(line).collect()
    }

    fn places(&self, on: String, agency: rules::Agency, area: Option<rules::RegionCode>) -> String {
        let agency = agency.to_string().to_uppercase();
        let area = area.map(|area| self.house.region_name(area));
        [Some(on), Some(agency), area].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn by(&self, text: &str, at: Instant, actor: &str) -> String {
        let operator = words::People::of(self.lang).operator;
        let name = self.names.get(actor).map_or(actor, String::as_str);
        let name = if name == "system" { operator } else { name };
        // A report that a member kept is recorded by the member.
        let own = actor == self.file.row.id.to_string();
        let name = if own { words::People::of(self.lang).themselves } else { name };
        let at = format!("{} {}", words::day(at.date(), self.lang), at.clock());
        fill(text, &[("at", &at), ("by", name)])
    }

    /// Some roles take back only what they recorded themselves.
    fn may_void(&self, recorded_by: &str) -> bool {
        let role = self.officer.role;
        let own = recorded_by == self.officer.actor();
        role.may(Act::VoidService) && (own || !role.only_own(Act::VoidService))
    }

    fn void(&self, service: ServiceId) -> Void {
        let act_id = self.house.new_id().to_string();
        Void { service, field: reason_field(&service.to_string()), act_id }
    }
}

/// The id of the field where a service's taking back is explained.
pub(super) fn reason_field(service: &str) -> String {
    format!("alasan-{service}")
}
