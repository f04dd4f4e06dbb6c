//! Telling a mentor's term, the first or one more.
use super::rows;
use crate::{
    Code, FieldError, House, MentoringCode, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    mentoring::caseload::mentor,
    staff::Account,
};
use db::Tx;
use rules::{
    Act, ActId, Agency, Date, RegionCode, UserId,
    mentoring::{Term, TermRefused, may_add_term},
};
use serde::{Deserialize, Serialize};

/// A term as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermForm {
    /// The agency's code; empty: the account's.
    pub agency: String,
    /// The code of a city or kecamatan; empty: the account's.
    pub area: String,
    /// The first day.
    pub from_on: String,
    /// The last day.
    pub until_on: String,
}

/// A mentor's term was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorAppointed {
    /// The term: the id its maker gave the act.
    pub term: ActId,
    /// The mentor's account.
    pub mentor: UserId,
    /// For whom.
    pub agency: Agency,
    /// Where.
    pub area: RegionCode,
    /// The first day.
    pub from_on: Date,
    /// The last day.
    pub until_on: Date,
}

impl Event for MentorAppointed {
    const ACT: &'static str = "mentor.term";
}

/// Tells a term of a mentor within scope; one that follows another renews it.
pub fn appoint(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    of: UserId,
    form: &TermForm,
) -> Result<Done<MentorAppointed>, Problem> {
    asking.officer.may(Act::AssignMentors)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let mentor = mentor(tx, &asking.officer.scope, of)?.ok_or(Problem::NotFound)?;
    let event = form.understand(house, asking, &mentor)?;
    let before: Vec<Term> = rows::of_mentor(tx, of)?.iter().map(|row| row.term).collect();
    let new = Term { from_on: event.from_on, until_on: event.until_on, ended_on: None };
    may_add_term(&new, &before).map_err(refused)?;
    let done = journal::record(tx, asking, Some(of.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl TermForm {
    fn understand(
        &self,
        house: &House,
        asking: &Asking,
        of: &Account,
    ) -> Result<MentorAppointed, Problem> {
        let mut wrong = Vec::new();
        let mut say = |field, code| wrong.push(FieldError::new(field, code));
        let agency = self.agency(house, of).map_err(|code| say("agency", code)).ok();
        let area = self.area(house, of).map_err(|code| say("area", code)).ok();
        let from_on = day(&self.from_on).map_err(|code| say("from_on", code)).ok();
        let until_on = day(&self.until_on).map_err(|code| say("until_on", code)).ok();
        let (Some(agency), Some(area), Some(from_on), Some(until_on)) =
            (agency, area, from_on, until_on)
        else {
            return Err(Problem::Invalid(wrong));
        };
        let asker = &asking.officer.scope;
        if !of.scope().covers(&agency, area) || !asker.covers(&agency, area) {
            return Err(Problem::Invalid(vec![FieldError::new("area", Code::OutsideScope)]));
        }
        let term = asking.act_id;
        Ok(MentorAppointed { term, mentor: of.id, agency, area, from_on, until_on })
    }

    fn agency(&self, house: &House, of: &Account) -> Result<Agency, Code> {
        if self.agency.trim().is_empty() {
            return of.agency.ok_or(Code::Empty);
        }
        let agency = Agency::parse(self.agency.trim()).map_err(|_| Code::Agency)?;
        if house.knows(&agency) { Ok(agency) } else { Err(Code::Agency) }
    }

    fn area(&self, house: &House, of: &Account) -> Result<RegionCode, Code> {
        if self.area.trim().is_empty() {
            return of.area.ok_or(Code::Empty);
        }
        let area = RegionCode::parse(self.area.trim()).map_err(|_| Code::Region)?;
        if house.regions.name(area).is_some() { Ok(area) } else { Err(Code::Region) }
    }
}

pub(super) fn day(typed: &str) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return Err(Code::Empty);
    }
    rules::date::parse_officer(typed).map_err(|_| Code::Date)
}

pub(super) fn refused(no: TermRefused) -> Problem {
    let (field, code) = match no {
        TermRefused::EndsFirst => ("until_on", MentoringCode::TermEndsFirst),
        TermRefused::TooLong => ("until_on", MentoringCode::TermLong),
        TermRefused::Overlaps => ("from_on", MentoringCode::TermOverlaps),
        TermRefused::NotWithin => ("last_on", MentoringCode::NotInTerm),
        TermRefused::EndedAlready => {
            return Problem::Refused(Code::Mentoring(MentoringCode::TermEnded));
        }
    };
    Problem::Invalid(vec![FieldError::new(field, Code::Mentoring(code))])
}

/// The row of a term.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &MentorAppointed) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}
