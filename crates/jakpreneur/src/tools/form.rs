//! A handover as typed, and as understood.
use super::Item;
use crate::{Code, FieldError, House, Problem, journal::Asking, people::MemberRow};
use rules::{Agency, Date, Rupiah, training::PermitKind};

/// The most lines of tools in one record.
pub(super) const MOST_ITEMS: usize = 20;
/// The longest text of a field.
const LONGEST: usize = 120;

/// A handover as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GrantForm {
    /// The number of the record; empty: one is made.
    pub number: String,
    /// What is handed over; lines without a name do not count.
    pub items: Vec<ItemForm>,
    /// What it is worth, in rupiah; may be empty.
    pub value: String,
    /// The day; empty: today.
    pub given_on: String,
    /// Who gives; empty: the officer's agency, else the member's.
    pub agency: String,
    /// `nib`, `other` or `stage`.
    pub permit_kind: String,
    /// The permit's number.
    pub permit: String,
    /// Whether somebody looked at the KTP of Jakarta.
    pub ktp_seen: bool,
    /// Who hands over.
    pub giver: String,
    /// As what.
    pub giver_position: String,
}

/// A line of tools as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemForm {
    /// What it is.
    pub name: String,
    /// How many; empty: one.
    pub quantity: String,
    /// Counted in what; empty: `unit`.
    pub unit: String,
}

/// A handover that is understood; what BR-20 says of the person comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grantable {
    /// The number of the record, where one was typed.
    pub number: String,
    /// What is handed over.
    pub items: Vec<Item>,
    /// What it is worth.
    pub value: Option<Rupiah>,
    /// The day.
    pub given_on: Date,
    /// Who gives.
    pub agency: Agency,
    /// What permit is shown.
    pub permit_kind: PermitKind,
    /// Its number as typed.
    pub permit: String,
    /// Whether somebody looked at the KTP.
    pub ktp_seen: bool,
    /// Who hands over.
    pub giver: String,
    /// As what.
    pub giver_position: String,
}

struct Reading(Vec<FieldError>);

impl Reading {
    fn wrong(&mut self, field: &'static str, code: Code) {
        self.0.push(FieldError::new(field, code));
    }

    fn text(&mut self, field: &'static str, typed: &str, needed: bool) -> String {
        let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if needed && text.is_empty() {
            self.wrong(field, Code::Empty);
        }
        if text.chars().count() > LONGEST {
            self.wrong(field, Code::Long);
        }
        text
    }

    fn item(&mut self, typed: &ItemForm) -> Option<Item> {
        let name = self.text("items", &typed.name, false);
        if name.is_empty() {
            return None;
        }
        let quantity = typed.quantity.trim();
        let quantity = if quantity.is_empty() { Ok(1) } else { quantity.parse() };
        let quantity = quantity.ok().filter(|number| (1..=10_000).contains(number));
        if quantity.is_none() {
            self.wrong("items", Code::Number);
        }
        let unit = self.text("items", &typed.unit, false);
        let unit = if unit.is_empty() { "unit".to_owned() } else { unit };
        Some(Item { name, quantity: quantity?, unit })
    }

    fn items(&mut self, typed: &[ItemForm]) -> Vec<Item> {
        let items: Vec<Item> = typed.iter().filter_map(|line| self.item(line)).collect();
        if items.is_empty() {
            self.wrong("items", Code::Empty);
        }
        if items.len() > MOST_ITEMS {
            self.wrong("items", Code::Long);
        }
        items
    }

    fn value(&mut self, typed: &str) -> Option<Rupiah> {
        let digits: String = typed
            .trim()
            .trim_start_matches("Rp")
            .chars()
            .filter(|c| !matches!(c, '.' | ' '))
            .collect();
        if digits.is_empty() {
            return None;
        }
        let value = digits.parse().ok().filter(|value| (0..=1_000_000_000_i64).contains(value));
        if value.is_none() {
            self.wrong("value", Code::Number);
        }
        value.map(Rupiah)
    }

    fn day(&mut self, typed: &str, today: Date, registered_on: Date) -> Date {
        if typed.trim().is_empty() {
            return today;
        }
        match rules::date::parse_officer(typed) {
            Ok(day) if day > today => self.wrong("given_on", Code::Future),
            Ok(day) if day < registered_on => self.wrong("given_on", Code::BeforeRegistration),
            Ok(day) => return day,
            Err(_) => self.wrong("given_on", Code::Date),
        }
        today
    }
}

impl GrantForm {
    /// Reads every field, and tells all that are wrong.
    pub fn understand(
        &self,
        house: &House,
        asking: &Asking,
        to: &MemberRow,
    ) -> Result<Grantable, Problem> {
        let mut reading = Reading(Vec::new());
        let kind = PermitKind::parse_officer(&self.permit_kind);
        if kind.is_none() {
            reading.wrong("permit_kind", Code::Word);
        }
        let agency = self.agency(house, asking, to);
        if let Err(code) = agency {
            reading.wrong("agency", code);
        }
        let new = Grantable {
            number: reading.text("number", &self.number, false),
            items: reading.items(&self.items),
            value: reading.value(&self.value),
            given_on: reading.day(&self.given_on, asking.at.date(), to.registered_on),
            agency: agency.unwrap_or(to.agency),
            permit_kind: kind.unwrap_or(PermitKind::Nib),
            permit: self.permit.clone(),
            ktp_seen: self.ktp_seen,
            giver: reading.text("giver", &self.giver, true),
            giver_position: reading.text("giver_position", &self.giver_position, true),
        };
        if reading.0.is_empty() { Ok(new) } else { Err(Problem::Invalid(reading.0)) }
    }

    fn agency(&self, house: &House, asking: &Asking, to: &MemberRow) -> Result<Agency, Code> {
        let scope = &asking.officer.scope;
        if self.agency.trim().is_empty() {
            return Ok(scope.agency().copied().unwrap_or(to.agency));
        }
        let agency = Agency::parse(&self.agency).map_err(|_| Code::Agency)?;
        if !house.knows(&agency) {
            return Err(Code::Agency);
        }
        if scope.covers_agency(&agency) { Ok(agency) } else { Err(Code::OutsideScope) }
    }
}
