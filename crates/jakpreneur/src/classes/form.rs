//! A class as typed, and what is understood of it.
use super::{Announcement, Trade, hosts, rows, sessions};
use crate::{Code, FieldError, House, Problem, staff::Officer};
use db::Tx;
use rules::{
    Agency, Date, Found, PlanId, RegionCode,
    training::{ClassKind, Share},
};

/// A class as typed. What is not given is empty when a class is announced, and stays when it is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassForm {
    /// A kind's word, or its name.
    pub kind: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// A trade's code or name.
    pub trade: Option<String>,
    /// An agency's code; empty: the officer's own.
    pub agency: Option<String>,
    /// A region's code, or a kecamatan's name; empty: the officer's own.
    pub area: Option<String>,
    /// The building and the room.
    pub place: Option<String>,
    /// How many places.
    pub capacity: Option<String>,
    /// The last day of registration; empty: the first day of the class.
    pub closes_on: Option<String>,
    /// The share of sessions in percent; empty: the usual.
    pub share: Option<String>,
    /// What else participants should know.
    pub notes: Option<String>,
    /// The plan's id.
    pub plan: Option<String>,
    /// Who holds it beside the agency.
    pub organisers: Option<Vec<OrganiserForm>>,
    /// Who teaches.
    pub trainers: Option<Vec<TrainerForm>>,
    /// Every session.
    pub sessions: Option<Vec<SessionForm>>,
    /// Sessions that come beside those the class has.
    pub added: Vec<SessionForm>,
}

/// An organiser as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganiserForm {
    /// A kind's word, or its name.
    pub kind: String,
    /// Its name; may be empty for an agency of the programme.
    pub name: String,
    /// Its code, for an agency of the programme.
    pub agency: String,
}

/// A trainer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainerForm {
    /// The name as announced.
    pub name: String,
    /// The name of their account; may be empty.
    pub account: String,
}

/// A session as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionForm {
    /// The number it has; none for a new one.
    pub number: Option<i16>,
    /// The day.
    pub held_on: String,
    /// When it begins.
    pub starts: String,
    /// When it ends.
    pub ends: String,
    /// Theory or practice.
    pub mode: String,
    /// Where, if elsewhere than the class.
    pub place: String,
    /// Who teaches, if not every trainer of the class.
    pub trainer: String,
    /// What it is about.
    pub topic: String,
}

/// The longest title, place or name.
pub(super) const LONGEST: usize = 200;
/// The longest notes and reasons.
pub(super) const LONGEST_NOTES: usize = 2000;
/// The largest hall the programme ever filled, and room to spare.
const MOST_SEATS: u32 = 1000;

/// Reads field after field, and keeps what is wrong.
#[derive(Default)]
struct Reading {
    wrong: Vec<FieldError>,
}

impl Reading {
    /// What was given, read; else what the class has; else what an empty field means.
    fn of<T>(
        &mut self,
        field: &'static str,
        given: Option<&String>,
        has: Option<T>,
        read: impl FnOnce(&str) -> Result<T, Code>,
    ) -> Option<T> {
        if let (None, Some(has)) = (given, has) {
            return Some(has);
        }
        let text = given.map_or("", |text| text.trim());
        self.keep(field, read(text))
    }

    fn keep<T>(&mut self, field: &'static str, read: Result<T, Code>) -> Option<T> {
        read.map_err(|code| self.wrong.push(FieldError::new(field, code))).ok()
    }

    fn list<T>(&mut self, read: Result<T, Vec<FieldError>>) -> Option<T> {
        read.map_err(|wrong| self.wrong.extend(wrong)).ok()
    }
}

impl ClassForm {
    /// What is to be announced, or everything that is wrong with it.
    pub(super) fn understand(
        &self,
        tx: &mut Tx<'_>,
        house: &House,
        officer: &Officer,
        has: Option<&Announcement>,
    ) -> Result<Announcement, Problem> {
        let trades = rows::trades(tx)?;
        let trainers = match &self.trainers {
            Some(typed) => hosts::trainers(tx, officer, typed)?,
            None => Ok(has.map(|has| has.trainers.clone()).unwrap_or_default()),
        };
        let mut it = Reading::default();
        let trainers = it.list(trainers);
        let organisers = match &self.organisers {
            Some(typed) => hosts::organisers(house, typed),
            None => Ok(has.map(|has| has.organisers.clone()).unwrap_or_default()),
        };
        let organisers = it.list(organisers);
        let sessions = it.list(sessions::of(self, has));
        let first_on = sessions.as_ref().and_then(|them| them.first()).map(|it| it.held_on);
        let kind = it.of("kind", self.kind.as_ref(), has.map(|has| has.kind), kind);
        let title = it.of("title", self.title.as_ref(), has.map(|has| has.title.clone()), named);
        let trade = has.map(|has| has.trade.clone());
        let trade = it.of("trade", self.trade.as_ref(), trade, |text| trade_of(&trades, text));
        let agency = it.of("agency", self.agency.as_ref(), has.map(|has| has.agency), |text| {
            agency(house, officer, text)
        });
        let area = it.of("area", self.area.as_ref(), has.map(|has| has.area), |text| {
            area(house, officer, text)
        });
        let place = it.of("place", self.place.as_ref(), has.map(|has| has.place.clone()), named);
        let capacity = has.map(|has| has.capacity);
        let capacity = it.of("capacity", self.capacity.as_ref(), capacity, seats);
        let closes_on = has.map(|has| has.closes_on);
        let closes_on =
            it.of("closes_on", self.closes_on.as_ref(), closes_on, |text| closing(text, first_on));
        let share = it.of("share", self.share.as_ref(), has.map(|has| has.share), share);
        let notes = it.of("notes", self.notes.as_ref(), has.map(|has| has.notes.clone()), noted);
        let plan = it.of("plan", self.plan.as_ref(), has.map(|has| has.plan), plan);
        let whole = (|| {
            Some(Announcement {
                kind: kind?,
                title: title?,
                trade: trade?,
                agency: agency?,
                area: area?,
                place: place?,
                capacity: capacity?,
                closes_on: closes_on?,
                share: share?,
                notes: notes?,
                plan: plan?,
                organisers: organisers?,
                trainers: trainers?,
                sessions: sessions?,
            })
        })();
        if whole.as_ref().is_some_and(|new| new.closes_on > new.last_on()) {
            it.wrong.push(FieldError::new("closes_on", Code::ClosesAfterEnd));
        }
        whole.filter(|_| it.wrong.is_empty()).ok_or(Problem::Invalid(it.wrong))
    }
}

fn kind(text: &str) -> Result<ClassKind, Code> {
    ClassKind::parse_officer(text).ok_or_else(|| blank(text, Code::Word))
}

/// A text that must be there.
pub(super) fn named(text: &str) -> Result<String, Code> {
    if text.is_empty() { Err(Code::Empty) } else { short(text) }
}

/// A text that may be empty.
pub(super) fn short(text: &str) -> Result<String, Code> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > LONGEST { Err(Code::Long) } else { Ok(text) }
}

fn noted(text: &str) -> Result<String, Code> {
    if text.chars().count() > LONGEST_NOTES { Err(Code::Long) } else { Ok(text.to_owned()) }
}

pub(super) fn blank(text: &str, otherwise: Code) -> Code {
    if text.is_empty() { Code::Empty } else { otherwise }
}

fn trade_of(trades: &[Trade], text: &str) -> Result<String, Code> {
    let is = |name: &str| name.eq_ignore_ascii_case(text);
    let found = trades.iter().find(|it| is(&it.code) || is(&it.name) || is(&it.name_en));
    found.map(|it| it.code.clone()).ok_or_else(|| blank(text, Code::Trade))
}

fn agency(house: &House, officer: &Officer, text: &str) -> Result<Agency, Code> {
    let own = officer.scope.agency().copied().filter(|_| text.is_empty());
    let agency = match own {
        Some(own) => own,
        None => Agency::parse(text).map_err(|_| blank(text, Code::Agency))?,
    };
    if !house.knows(&agency) {
        return Err(Code::Agency);
    }
    if officer.scope.covers_agency(&agency) { Ok(agency) } else { Err(Code::OutsideScope) }
}

fn area(house: &House, officer: &Officer, text: &str) -> Result<RegionCode, Code> {
    let found = match (text.parse::<RegionCode>(), officer.scope.area()) {
        (_, Some(own)) if text.is_empty() => Found::One(own),
        (_, None) if text.is_empty() => return Err(Code::Empty),
        (Ok(code), _) if house.regions.get(code).is_some() => Found::One(code),
        (Ok(_), _) => Found::None,
        (Err(_), _) => house.regions.find_kecamatan(text),
    };
    let area = match found {
        Found::One(area) => area,
        Found::None => return Err(Code::Region),
        Found::Several => return Err(Code::RegionAmbiguous),
    };
    let within = officer.scope.area().is_none_or(|own| area.within(&own));
    if within { Ok(area) } else { Err(Code::OutsideScope) }
}

fn seats(text: &str) -> Result<u32, Code> {
    let number = text.parse().ok().filter(|seats| (1..=MOST_SEATS).contains(seats));
    number.ok_or_else(|| blank(text, Code::Number))
}

fn closing(text: &str, first_on: Option<Date>) -> Result<Date, Code> {
    match first_on {
        Some(first_on) if text.is_empty() => Ok(first_on),
        Some(_) | None => rules::date::parse_officer(text).map_err(|_| blank(text, Code::Date)),
    }
}

fn share(text: &str) -> Result<Share, Code> {
    if text.is_empty() {
        return Ok(Share::USUAL);
    }
    text.parse().ok().and_then(Share::new).ok_or(Code::Number)
}

fn plan(text: &str) -> Result<Option<PlanId>, Code> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Code::Word)
}
