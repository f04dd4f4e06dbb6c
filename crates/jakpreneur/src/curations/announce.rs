//! Announcing a round of curation: for whom, when, and what is looked at (BR-24).
use super::{reference, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, Agency, CurationRoundId, Date, RegionCode,
    marketing::curation::{Criterion, Grade, Refused, may_announce},
};
use serde::{Deserialize, Serialize};

/// A round as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundForm {
    /// What it is called.
    pub title: String,
    /// The agency that holds it; empty: the officer's own.
    pub agency: String,
    /// For whom: a city, a kecamatan or the province; empty: the officer's own.
    pub area: String,
    /// The first day of entering; empty: today.
    pub opens_on: String,
    /// The last day of entering.
    pub closes_on: String,
    /// Codes of criteria with their weights; none named: those in force, as usual. No weight leaves one out.
    pub criteria: Vec<(String, String)>,
    /// The grades; none named: those in force.
    pub grades: Vec<Grade>,
}

/// A round was announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundAnnounced {
    /// The round.
    pub round: CurationRoundId,
    /// What it is called.
    pub title: String,
    /// The agency that holds it.
    pub agency: Agency,
    /// For whom.
    pub area: RegionCode,
    /// The first day of entering.
    pub opens_on: Date,
    /// The last.
    pub closes_on: Date,
    /// What is looked at.
    pub criteria: Vec<Criterion>,
    /// The grades.
    pub grades: Vec<Grade>,
}

impl Event for RoundAnnounced {
    const ACT: &'static str = "curation.announce";
}

/// The longest title.
const LONGEST: usize = 120;

/// Announces a round for an area of the officer's.
pub fn announce(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    form: &RoundForm,
) -> Result<Done<RoundAnnounced>, Problem> {
    asking.officer.may(Act::ManageCurations)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let event = form.understand(tx, house, asking)?;
    let done = journal::record(tx, asking, Some(event.round.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl RoundForm {
    fn understand(
        &self,
        tx: &mut Tx<'_>,
        house: &House,
        asking: &Asking,
    ) -> Result<RoundAnnounced, Problem> {
        let mut wrong = Vec::new();
        let mut read = |field, code| wrong.push(FieldError::new(field, code));
        let today = asking.at.date();
        let title = line(&self.title, LONGEST).map_err(|code| read("title", code)).ok();
        let agency = asking
            .officer
            .agency_meant(house, &self.agency)
            .map_err(|code| read("agency", code))
            .ok();
        let area =
            asking.officer.area_meant(house, &self.area).map_err(|code| read("area", code)).ok();
        let opens_on = day(&self.opens_on, Some(today)).map_err(|code| read("opens_on", code)).ok();
        let closes_on = day(&self.closes_on, None).map_err(|code| read("closes_on", code)).ok();
        if opens_on.zip(closes_on).is_some_and(|(opens, closes)| closes < opens) {
            read("closes_on", Code::EndsBeforeStart);
        }
        let terms = reference::terms_on(tx, opens_on.unwrap_or(today))?;
        let criteria = self.criteria(&terms).map_err(|code| read("criteria", code)).ok();
        let grades = if self.grades.is_empty() { terms.grades } else { self.grades.clone() };
        let known = criteria.as_deref().map(|criteria| may_announce(criteria, &grades));
        if let Some(Err(no)) = known {
            read(if no == Refused::Grades { "grades" } else { "criteria" }, Code::Curation(no));
        }
        match (title, agency, area, opens_on, closes_on, criteria) {
            (
                Some(title),
                Some(agency),
                Some(area),
                Some(opens_on),
                Some(closes_on),
                Some(criteria),
            ) if wrong.is_empty() => Ok(RoundAnnounced {
                round: CurationRoundId(house.new_id()),
                title,
                agency,
                area,
                opens_on,
                closes_on,
                criteria,
                grades,
            }),
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn criteria(&self, terms: &reference::Terms) -> Result<Vec<Criterion>, Code> {
        if self.criteria.is_empty() {
            return Ok(terms.criteria.iter().map(|it| it.criterion.clone()).collect());
        }
        let mut read = Vec::new();
        for (code, weight) in &self.criteria {
            let known = terms.criteria.iter().any(|it| it.criterion.code == *code);
            let weight = weight.trim();
            let number: u16 = if weight.is_empty() {
                0
            } else {
                weight.parse().ok().filter(|it| *it <= 1000).ok_or(Code::Number)?
            };
            if !known {
                return Err(Code::Word);
            }
            if number > 0 {
                read.push(Criterion { code: code.clone(), weight: number });
            }
        }
        Ok(read)
    }
}

/// Words on one line, neither none nor too many.
pub(super) fn line(raw: &str, most: usize) -> Result<String, Code> {
    let words = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.chars().count() {
        0 => Err(Code::Empty),
        long if long > most => Err(Code::Long),
        _ => Ok(words),
    }
}

/// A day as typed, or the one that is meant by nothing.
pub(super) fn day(typed: &str, otherwise: Option<Date>) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return otherwise.ok_or(Code::Empty);
    }
    rules::date::parse_officer(typed).map_err(|_| Code::Date)
}

/// The rows of a round.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &RoundAnnounced) -> Result<(), Problem> {
    Ok(written::announce(tx, stamp, event)?)
}
