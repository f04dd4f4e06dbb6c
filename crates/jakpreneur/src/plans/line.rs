//! A line of a plan as somebody writes it: in a form, a file or a request.
use super::Trades;
use crate::{Code, FieldError, House};
use rules::{
    Date, Found, RegionCode, Rupiah, date, number,
    training::{
        ClassKind,
        plan::{PlannedClasses, Refused},
    },
};

/// The fields of a line, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineForm {
    /// A kind of class, by word or label.
    pub kind: String,
    /// A trade, by code or name.
    pub trade: String,
    /// A kecamatan, by code or name.
    pub area: String,
    /// By number or name.
    pub month: String,
    /// How many classes.
    pub classes: String,
    /// Seats of each.
    pub seats: String,
    /// Sessions of each.
    pub sessions: String,
    /// People whom no other line counts.
    pub persons: String,
    /// The line of the budget.
    pub budget_line: String,
    /// Rupiah.
    pub budget: String,
    /// The day the first class begins.
    pub first_on: String,
    /// The room.
    pub place: String,
    /// Who teaches.
    pub trainer: String,
}

/// The longest room, trainer or budget line.
const LONGEST: usize = 200;

/// Collects what is wrong while a line is read.
#[derive(Default)]
struct Reading(Vec<FieldError>);

impl Reading {
    fn wrong<T>(&mut self, field: &'static str, code: Code) -> Option<T> {
        self.0.push(FieldError::new(field, code));
        None
    }

    /// A field that must be there.
    fn must<T>(
        &mut self,
        field: &'static str,
        text: &str,
        code: Code,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = text.trim();
        let code = if text.is_empty() { Code::Empty } else { code };
        read(text).or_else(|| self.wrong(field, code))
    }

    /// A field that may stay empty.
    fn may<T>(
        &mut self,
        field: &'static str,
        text: &str,
        code: Code,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        if text.trim().is_empty() { None } else { self.must(field, text, code, read) }
    }

    fn count(&mut self, field: &'static str, text: &str) -> Option<u32> {
        let read = |text: &str| number::whole(text).and_then(|n| u32::try_from(n).ok());
        self.must(field, text, Code::Number, read)
    }

    fn name(&mut self, field: &'static str, text: &str) -> Option<String> {
        let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.may(field, text, Code::Long, |_| (tidy.chars().count() <= LONGEST).then_some(tidy))
    }

    fn area(&mut self, house: &House, text: &str) -> Option<RegionCode> {
        let text = text.trim();
        match house.regions.find_kecamatan(text) {
            Found::One(code) => Some(code),
            Found::Several => self.wrong("area", Code::RegionAmbiguous),
            Found::None if text.is_empty() => self.wrong("area", Code::Empty),
            Found::None => self.wrong("area", Code::Region),
        }
    }
}

impl LineForm {
    /// The line of a plan for an area and a year, or everything that is wrong with it.
    pub fn understand(
        &self,
        house: &House,
        trades: &Trades,
        around: RegionCode,
        year: i16,
    ) -> Result<PlannedClasses, Vec<FieldError>> {
        let mut read = Reading::default();
        let line = self.read(&mut read, house, trades);
        match line {
            Some(line) if read.0.is_empty() => {
                line.check(around, year).map_err(|refused| vec![wrong(refused)])?;
                Ok(line)
            }
            _ => Err(read.0),
        }
    }

    fn read(&self, read: &mut Reading, house: &House, trades: &Trades) -> Option<PlannedClasses> {
        let kind = read.must("kind", &self.kind, Code::Word, ClassKind::parse_officer);
        let trade = |text: &str| trades.named(text).map(|trade| trade.code.clone());
        let trade = read.must("trade", &self.trade, Code::Trade, trade);
        let area = read.area(house, &self.area);
        let month = read.must("month", &self.month, Code::Month, date::month);
        let classes = read.count("classes", &self.classes);
        let seats = read.count("seats", &self.seats);
        let sessions = read.count("sessions", &self.sessions);
        let persons = read.count("persons", &self.persons);
        let budget_line = read.name("budget_line", &self.budget_line).unwrap_or_default();
        let budget = read.may("budget", &self.budget, Code::Number, Rupiah::parse_officer);
        let day = |text: &str| date::parse_officer(text).ok();
        let first_on: Option<Date> = read.may("first_on", &self.first_on, Code::Date, day);
        let place = read.name("place", &self.place);
        let trainer = read.name("trainer", &self.trainer);
        Some(PlannedClasses {
            kind: kind?,
            trade: trade?,
            area: area?,
            month: month?,
            classes: classes?,
            seats: seats?,
            sessions: sessions?,
            persons: persons?,
            budget_line,
            budget,
            first_on,
            place,
            trainer,
        })
    }

    /// The line as it is written in a form.
    pub fn of(line: &PlannedClasses) -> Self {
        Self {
            kind: line.kind.word().to_owned(),
            trade: line.trade.clone(),
            area: line.area.to_string(),
            month: line.month.to_string(),
            classes: line.classes.to_string(),
            seats: line.seats.to_string(),
            sessions: line.sessions.to_string(),
            persons: line.persons.to_string(),
            budget_line: line.budget_line.clone(),
            budget: line.budget.map(|budget| budget.0.to_string()).unwrap_or_default(),
            first_on: line.first_on.map(|on| on.to_string()).unwrap_or_default(),
            place: line.place.clone().unwrap_or_default(),
            trainer: line.trainer.clone().unwrap_or_default(),
        }
    }
}

/// Which field a rule speaks of.
pub(super) fn wrong(refused: Refused) -> FieldError {
    let (field, code) = match refused {
        Refused::NotAKecamatan => ("area", Code::Region),
        Refused::OutsidePlan => ("area", Code::OutsidePlan),
        Refused::Month => ("month", Code::Month),
        Refused::Classes => ("classes", Code::Number),
        Refused::Seats => ("seats", Code::Number),
        Refused::Sessions => ("sessions", Code::Number),
        Refused::PersonsOverSeats => ("persons", Code::PersonsOverSeats),
        Refused::Budget => ("budget", Code::Number),
        Refused::OutsideMonth => ("first_on", Code::OutsideMonth),
    };
    FieldError::new(field, code)
}
