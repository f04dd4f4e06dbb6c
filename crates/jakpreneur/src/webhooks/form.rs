//! A subscription as typed, and as understood.
use super::Destination;
use crate::{
    Code, FieldError, House, Problem,
    staff::{Officer, Scope},
};
use db::Position;
use rules::{Agency, RegionCode, webhook::Kinds};

/// The longest name of a partner.
const LONGEST: usize = 100;

/// A subscription as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebhookForm {
    /// The partner.
    pub label: String,
    /// Where it is told.
    pub address: String,
    /// Kinds of changes; empty for all.
    pub kinds: String,
    /// One agency alone; empty for all that the officer sees.
    pub agency: String,
    /// One area alone; empty for all that the officer sees.
    pub area: String,
    /// The position after which to begin; empty: with the next change.
    pub after: String,
}

/// A subscription that is understood and possible.
#[derive(Clone, Debug)]
pub struct Understood {
    /// The partner.
    pub label: String,
    /// Where it is told.
    pub destination: Destination,
    /// Of which kinds.
    pub kinds: Kinds,
    /// Whom it reaches.
    pub scope: Scope,
    /// The position after which to begin.
    pub after: Option<Position>,
}

impl WebhookForm {
    /// Reads every field, and tells all that are wrong.
    pub fn understand(&self, house: &House, officer: &Officer) -> Result<Understood, Problem> {
        let mut wrong = Vec::new();
        let mut read = |field, code| wrong.push(FieldError::new(field, code));
        let own_network = house.own_network.get().copied().unwrap_or_default();
        let label = self.label().map_err(|code| read("label", code)).ok();
        let destination = Destination::parse(&self.address, own_network);
        let destination = destination.map_err(|no| read("address", Code::Webhook(no))).ok();
        let kinds = Kinds::parse(&self.kinds).map_err(|no| read("kinds", Code::Webhook(no))).ok();
        let scope = self.scope(house, officer).map_err(|(field, code)| read(field, code)).ok();
        let after = position(&self.after).map_err(|code| read("after", code)).ok();
        let (Some(label), Some(destination), Some(kinds), Some(scope), Some(after)) =
            (label, destination, kinds, scope, after)
        else {
            return Err(Problem::Invalid(wrong));
        };
        Ok(Understood { label, destination, kinds, scope, after })
    }

    fn label(&self) -> Result<String, Code> {
        match self.label.trim() {
            "" => Err(Code::Empty),
            long if long.chars().count() > LONGEST => Err(Code::Long),
            label => Ok(label.to_owned()),
        }
    }

    fn scope(&self, house: &House, officer: &Officer) -> Result<Scope, (&'static str, Code)> {
        let agency = Some(self.agency.trim()).filter(|it| !it.is_empty());
        let agency = agency.map(Agency::parse).transpose().map_err(|_| ("agency", Code::Agency))?;
        if agency.is_some_and(|agency| !house.knows(&agency)) {
            return Err(("agency", Code::Agency));
        }
        let area = Some(self.area.trim()).filter(|it| !it.is_empty());
        let area: Option<RegionCode> =
            area.map(str::parse).transpose().map_err(|_| ("area", Code::Region))?;
        if area.is_some_and(|area| house.regions.name(area).is_none()) {
            return Err(("area", Code::Region));
        }
        officer.scope.narrowed(agency, area).ok_or(("area", Code::OutsideScope))
    }
}

/// A position as typed; empty for none.
pub(super) fn position(raw: &str) -> Result<Option<Position>, Code> {
    let raw = Some(raw.trim()).filter(|it| !it.is_empty());
    let read = raw.map(str::parse).transpose().map_err(|_| Code::Number)?;
    if read.is_some_and(|at: Position| at < 0) { Err(Code::Number) } else { Ok(read) }
}
