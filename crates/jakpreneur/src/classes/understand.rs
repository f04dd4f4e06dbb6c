//! What is understood of a class as typed, with everything that is wrong named at once.
use super::{Announcement, ClassForm, Organiser, Session, Trade, Trainer, hosts, rows, sessions};
use crate::{Code, FieldError, House, Problem, plans, staff::Officer};
use db::Tx;
use rules::{
    Agency, Date, Found, PlanId, RegionCode,
    registration::PROGRAMME_BEGAN,
    training::{ClassKind, Share},
};

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

/// What a class is about.
type About = (ClassKind, String, String, String, Option<PlanId>);
/// Whose it is, and where.
type Where = (Agency, RegionCode, String);
/// How many, until when, and who finishes.
type Terms = (u32, Date, Share);

impl ClassForm {
    /// What is to be announced, or everything that is wrong with it.
    pub(super) fn understand(
        &self,
        tx: &mut Tx<'_>,
        house: &House,
        officer: &Officer,
        has: Option<&Announcement>,
    ) -> Result<Announcement, Problem> {
        let mut it = Reading::default();
        let trades = rows::trades(tx)?;
        let trainers = match &self.trainers {
            Some(typed) => hosts::trainers(tx, officer, typed)?,
            None => Ok(has.map(|has| has.trainers.clone()).unwrap_or_default()),
        };
        let trainers = it.list(trainers);
        let organisers = it.list(self.held_with(house, has));
        let sessions = it.list(sessions::of(self, has));
        let days = sessions.as_deref().and_then(|them| Some((them.first()?, them.last()?)));
        let days = days.map(|(first, last)| (first.held_on, last.held_on));
        let about = self.about(&mut it, &trades, has);
        if let Some((.., Some(plan))) = about
            && has.is_none_or(|has| has.plan != Some(plan))
            && plans::plan(tx, &officer.scope, plan)?.is_none()
        {
            it.wrong.push(FieldError::new("plan", Code::Plan));
        }
        let place = self.whose(&mut it, house, officer, has);
        let terms = self.terms(&mut it, days, has);
        match (about, place, terms, organisers, trainers, sessions) {
            (
                Some(about),
                Some(place),
                Some(terms),
                Some(organisers),
                Some(trainers),
                Some(sessions),
            ) if it.wrong.is_empty() => {
                Ok(whole(about, place, terms, (organisers, trainers, sessions)))
            }
            _ => Err(Problem::Invalid(it.wrong)),
        }
    }

    fn held_with(
        &self,
        house: &House,
        has: Option<&Announcement>,
    ) -> Result<Vec<Organiser>, Vec<FieldError>> {
        match &self.organisers {
            Some(typed) => hosts::organisers(house, typed),
            None => Ok(has.map(|has| has.organisers.clone()).unwrap_or_default()),
        }
    }

    fn about(
        &self,
        it: &mut Reading,
        trades: &[Trade],
        has: Option<&Announcement>,
    ) -> Option<About> {
        let kind = it.of("kind", self.kind.as_ref(), has.map(|has| has.kind), kind);
        let title = it.of("title", self.title.as_ref(), has.map(|has| has.title.clone()), named);
        let trade = has.map(|has| has.trade.clone());
        let trade = it.of("trade", self.trade.as_ref(), trade, |text| trade_of(trades, text));
        let notes = it.of("notes", self.notes.as_ref(), has.map(|has| has.notes.clone()), noted);
        let plan = it.of("plan", self.plan.as_ref(), has.map(|has| has.plan), plan);
        Some((kind?, title?, trade?, notes?, plan?))
    }

    fn whose(
        &self,
        it: &mut Reading,
        house: &House,
        officer: &Officer,
        has: Option<&Announcement>,
    ) -> Option<Where> {
        let agency = it.of("agency", self.agency.as_ref(), has.map(|has| has.agency), |text| {
            agency(house, officer, text)
        });
        let area = it.of("area", self.area.as_ref(), has.map(|has| has.area), |text| {
            area(house, officer, text)
        });
        let place = it.of("place", self.place.as_ref(), has.map(|has| has.place.clone()), named);
        Some((agency?, area?, place?))
    }

    fn terms(
        &self,
        it: &mut Reading,
        days: Option<(Date, Date)>,
        has: Option<&Announcement>,
    ) -> Option<Terms> {
        let capacity = has.map(|has| has.capacity);
        let capacity = it.of("capacity", self.capacity.as_ref(), capacity, seats);
        let closes_on =
            it.of("closes_on", self.closes_on.as_ref(), has.map(|has| has.closes_on), |text| {
                closing(text, days.map(|days| days.0))
            });
        let late = closes_on.zip(days).is_some_and(|(closes_on, days)| closes_on > days.1);
        it.keep("closes_on", if late { Err(Code::ClosesAfterEnd) } else { Ok(()) });
        let share = it.of("share", self.share.as_ref(), has.map(|has| has.share), share);
        Some((capacity?, closes_on?, share?))
    }
}

fn whole(
    (kind, title, trade, notes, plan): About,
    (agency, area, place): Where,
    (capacity, closes_on, share): Terms,
    (organisers, trainers, sessions): (Vec<Organiser>, Vec<Trainer>, Vec<Session>),
) -> Announcement {
    Announcement {
        kind,
        title,
        trade,
        agency,
        area,
        place,
        capacity,
        closes_on,
        share,
        notes,
        plan,
        organisers,
        trainers,
        sessions,
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
    if text.is_empty() {
        // Where the sessions are wrong that is said already, and any day does.
        return Ok(first_on.unwrap_or(PROGRAMME_BEGAN));
    }
    rules::date::parse_officer(text).map_err(|_| Code::Date)
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
