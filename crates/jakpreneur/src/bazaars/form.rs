//! A bazaar as typed, and as understood.
use super::{Announced, reference};
use crate::{Code, FieldError, House, Problem, journal::Asking};
use db::Tx;
use jiff::ToSpan;
use rules::{
    Date,
    bazaar::{Configured, Kind, Outsiders, Refused},
};

/// A bazaar as typed. What is empty is as usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BazaarForm {
    /// What it is called.
    pub title: String,
    /// A kind's word or name; empty: on site.
    pub kind: String,
    /// The agency that holds it; empty: the officer's own.
    pub agency: String,
    /// A city's, kecamatan's or kelurahan's code; empty: the officer's own area.
    pub area: String,
    /// The place, or the address on the network.
    pub place: String,
    /// The first day of selling.
    pub first_on: String,
    /// The last; empty: the first.
    pub last_on: String,
    /// The last day to ask; empty: the day before the first, today at the earliest.
    pub closes_on: String,
    /// How many tents; empty on the network.
    pub tents: String,
    /// How many sellers share one; empty: as configured.
    pub stands_a_tent: String,
    /// Whether outsiders may come; empty: as configured.
    pub outsiders: String,
}

/// The longest title and place.
const LONGEST: usize = 160;

/// What the asker hears of a rule.
pub(super) fn refused(no: Refused) -> Problem {
    let code = Code::Bazaar(no);
    match field(no) {
        Some(field) => Problem::Invalid(vec![FieldError::new(field, code)]),
        None => Problem::Refused(code),
    }
}

const fn field(no: Refused) -> Option<&'static str> {
    match no {
        Refused::DaysOutOfOrder | Refused::TooManyDays => Some("last_on"),
        Refused::NoStands | Refused::TooManyStands | Refused::TentsOnline => Some("tents"),
        Refused::NoDayOfIt | Refused::DayToCome => Some("on"),
        Refused::NoWindow
        | Refused::Closed
        | Refused::AskedBefore
        | Refused::MembersOnly
        | Refused::StillOpen
        | Refused::DrawnBefore
        | Refused::NothingToDraw
        | Refused::CalledOff
        | Refused::GivenUp
        | Refused::NoStand => None,
    }
}

/// Words on one line, neither none nor too many.
pub(super) fn words(typed: &str) -> Result<String, Code> {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.chars().count() {
        0 => Err(Code::Empty),
        long if long > LONGEST => Err(Code::Long),
        _ => Ok(words),
    }
}

/// A day as an officer types it.
pub(super) fn day(typed: &str, otherwise: Option<Date>) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return otherwise.ok_or(Code::Empty);
    }
    rules::date::parse_officer(typed).map_err(|_| Code::Date)
}

impl BazaarForm {
    /// Reads every field and tells all that are wrong; then asks the rules.
    pub(super) fn understand(
        &self,
        tx: &mut Tx<'_>,
        house: &House,
        asking: &Asking,
    ) -> Result<Announced, Problem> {
        let today = asking.at.date();
        let usual = reference::configured(tx, today)?;
        let it = self.read(house, asking, usual).map_err(Problem::Invalid)?;
        it.terms().may_announce().map_err(refused)?;
        if it.closes_on < today {
            let over = Code::Bazaar(Refused::Closed);
            return Err(Problem::Invalid(vec![FieldError::new("closes_on", over)]));
        }
        Ok(it)
    }

    fn read(
        &self,
        house: &House,
        asking: &Asking,
        usual: Configured,
    ) -> Result<Announced, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let mut keep = |field, code| wrong.push(FieldError::new(field, code));
        let today = asking.at.date();
        let title = words(&self.title).map_err(|code| keep("title", code)).ok();
        let place = words(&self.place).map_err(|code| keep("place", code)).ok();
        let kind = worded(&self.kind, Kind::OnSite, Kind::named).map_err(|code| keep("kind", code));
        let outsiders = worded(&self.outsiders, usual.outsiders, Outsiders::named);
        let outsiders = outsiders.map_err(|code| keep("outsiders", code));
        let agency = asking
            .officer
            .agency_meant(house, &self.agency)
            .map_err(|code| keep("agency", code))
            .ok();
        let area =
            asking.officer.area_meant(house, &self.area).map_err(|code| keep("area", code)).ok();
        let first = day(&self.first_on, None).map_err(|code| keep("first_on", code)).ok();
        let last = day(&self.last_on, first).map_err(|code| keep("last_on", code)).ok();
        let before = first.map(|on| on.saturating_sub(1.day()).max(today.min(on)));
        let closes = day(&self.closes_on, before).map_err(|code| keep("closes_on", code)).ok();
        let tents = number(&self.tents, 0).map_err(|code| keep("tents", code));
        let shared = number(&self.stands_a_tent, usual.stands_a_tent)
            .and_then(|many| if many == 0 { Err(Code::Number) } else { Ok(many) });
        let shared = shared.map_err(|code| keep("stands_a_tent", code));
        let (Some(title), Some(place), Ok(kind), Ok(outsiders), Some(agency), Some(area)) =
            (title, place, kind, outsiders, agency, area)
        else {
            return Err(wrong);
        };
        let (Some(first_on), Some(last_on), Some(closes_on), Ok(tents), Ok(stands_a_tent)) =
            (first, last, closes, tents, shared)
        else {
            return Err(wrong);
        };
        Ok(Announced {
            title,
            kind,
            agency,
            area,
            place,
            first_on,
            last_on,
            closes_on,
            tents,
            stands_a_tent,
            outsiders,
            window_months: usual.window.0,
            ground: usual.ground,
        })
    }
}

fn worded<T>(typed: &str, usual: T, read: fn(&str) -> Option<T>) -> Result<T, Code> {
    if typed.trim().is_empty() { Ok(usual) } else { read(typed).ok_or(Code::Word) }
}

fn number<T: TryFrom<u64>>(typed: &str, usual: T) -> Result<T, Code> {
    if typed.trim().is_empty() {
        return Ok(usual);
    }
    let whole = rules::number::whole(typed.trim()).ok_or(Code::Number)?;
    T::try_from(whole).map_err(|_| Code::Number)
}
