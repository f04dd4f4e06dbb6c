//! A support as typed, and as understood.
use super::Told;
use crate::{Code, FieldError, House, Problem, journal::Asking, people::MemberRow};
use rules::{
    Agency, Date, Rupiah,
    support::{Refused, SupportKind, SupportKindTold, kind_called, may_give},
};

/// The longest sentence kept.
const LONGEST: usize = 500;

/// A support as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SupportForm {
    /// A kind's code or name.
    pub kind: String,
    /// The day; empty: today.
    pub given_on: String,
    /// What it is worth, in rupiah; empty is not known.
    pub value: String,
    /// What exactly was given.
    pub what: String,
    /// The agency that gives; empty: the officer's, else the member's.
    pub agency: String,
}

/// A support that is understood and possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// Its kind.
    pub kind: SupportKind,
    /// The day.
    pub given_on: Date,
    /// What it is worth.
    pub value: Option<Rupiah>,
    /// What is sealed.
    pub told: Told,
    /// Who gives.
    pub agency: Agency,
}

impl SupportForm {
    /// Reads every field, tells all that are wrong, and refuses what cannot be.
    pub fn understand(
        &self,
        house: &House,
        asking: &Asking,
        to: &MemberRow,
        kinds: &[SupportKindTold],
    ) -> Result<Understood, Problem> {
        let (mut wrong, today) = (Vec::new(), asking.at.date());
        let mut read = |field, code| wrong.push(FieldError::new(field, code));
        let kind = self.kind(kinds).map_err(|code| read("kind", code)).ok();
        let given_on = self.given_on(today).map_err(|code| read("given_on", code)).ok();
        let value = self.value().map_err(|code| read("value", code)).ok();
        let what = self.what().map_err(|code| read("what", code)).ok();
        let agency = self.agency(house, asking, to).map_err(|code| read("agency", code)).ok();
        let (Some(told), Some(given_on), Some(value), Some(what), Some(agency)) =
            (kind, given_on, value, what, agency)
        else {
            return Err(Problem::Invalid(wrong));
        };
        may_give(told, given_on, to.registered_on, today, value).map_err(refused)?;
        Ok(Understood { kind: told.kind, given_on, value, told: Told { what }, agency })
    }

    fn kind<'k>(&self, kinds: &'k [SupportKindTold]) -> Result<&'k SupportKindTold, Code> {
        let empty = self.kind.trim().is_empty();
        kind_called(kinds, &self.kind).ok_or(if empty { Code::Empty } else { Code::Word })
    }

    fn given_on(&self, today: Date) -> Result<Date, Code> {
        if self.given_on.trim().is_empty() {
            return Ok(today);
        }
        rules::date::parse_officer(&self.given_on).map_err(|_| Code::Date)
    }

    fn value(&self) -> Result<Option<Rupiah>, Code> {
        let typed = self.value.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        Rupiah::parse_officer(typed).map(Some).ok_or(Code::Number)
    }

    fn what(&self) -> Result<String, Code> {
        let what = self.what.split_whitespace().collect::<Vec<_>>().join(" ");
        match what.chars().count() {
            0 => Err(Code::Empty),
            long if long > LONGEST => Err(Code::Long),
            _ => Ok(what),
        }
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

fn refused(no: Refused) -> Problem {
    let (field, code) = match no {
        Refused::InFuture => ("given_on", Code::Future),
        Refused::BeforeRegistration => ("given_on", Code::BeforeRegistration),
        Refused::NotGiven => ("kind", Code::Word),
        Refused::Value => ("value", Code::Number),
    };
    Problem::Invalid(vec![FieldError::new(field, code)])
}
