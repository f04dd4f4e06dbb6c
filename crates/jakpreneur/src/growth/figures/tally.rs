//! A question about growth in the counts' small numbers, narrowed to somebody's scope.
use super::{Asked, By, Definition};
use crate::{Code, FieldError, House, Problem, board::Board, staff::Officer};
use db::Position;
use figures::{
    UNMAPPED,
    growth::{Dimension, Filter, Limits, Question, Terms},
};
use rules::{
    Date, Day, Level, Role, UserId,
    growth::{Need, SizeRules, rules_on},
};

/// No agency and no mentor has these numbers: asking for one nobody was given to counts nobody.
const NO_AGENCY: u8 = u8::MAX;
const NO_MENTOR: u16 = u16::MAX - 1;

/// What is asked of the counts.
pub(super) struct Tally {
    pub question: Question,
    pub as_at: Date,
    pub known_at: Position,
    /// The mentor whose caseload alone counts.
    pub mentor: Option<UserId>,
    /// The law whose classes count, where classes decide.
    pub law: Option<String>,
}

impl Tally {
    /// Narrows a question to an officer's scope, as seen when the journal ended at `seen`; there is no other
    /// way to ask.
    pub fn new(
        house: &House,
        board: &Board,
        officer: &Officer,
        asked: &Asked,
        seen: Position,
    ) -> Result<Self, Problem> {
        let as_at = asked.as_at.unwrap_or_else(|| house.today());
        let known_at = asked.known_at.unwrap_or(seen);
        let bad = || Problem::Invalid(vec![FieldError::new("known_at", Code::Position)]);
        let known =
            u32::try_from(known_at).ok().filter(|_| known_at <= board.position).ok_or_else(bad)?;
        let law = law(asked, as_at)?;
        let mentor = mentor(officer, asked)?;
        let by = |at: usize| asked.by.get(at).map(|by| dimension(board, *by));
        Ok(Self {
            question: Question {
                as_at: Day::of(as_at).0,
                known_at: (known_at < board.position).then_some(known),
                filter: filter(board, officer, asked, mentor),
                by: [by(0), by(1)],
                terms: terms(&asked.terms),
                strict: law.map(limits),
            },
            as_at,
            known_at,
            mentor,
            law: law.map(|law| law.code.to_string()),
        })
    }
}

/// The law of the day, where classes decide; before the first there are no classes to ask for.
fn law(asked: &Asked, day: Date) -> Result<Option<&'static SizeRules>, Problem> {
    match asked.definition {
        Definition::Programme => Ok(None),
        Definition::Class => {
            let law = rules_on(SizeRules::delivered(), day);
            let too_early = || Problem::Invalid(vec![FieldError::new("as_at", Code::Date)]);
            law.map(Some).ok_or_else(too_early)
        }
    }
}

/// A mentor sees the own caseload where caseloads are told apart, and no other's.
fn mentor(officer: &Officer, asked: &Asked) -> Result<Option<UserId>, Problem> {
    match (officer.role, asked.mentor) {
        (Role::Mentor, Some(other)) if officer.user != Some(other) => Err(Problem::NotFound),
        (Role::Mentor, None) if asked.by.contains(&By::Mentor) => Ok(officer.user),
        (_, asked) => Ok(asked),
    }
}

fn filter(board: &Board, officer: &Officer, asked: &Asked, mentor: Option<UserId>) -> Filter {
    let codes = &board.growing.codes;
    let day = |date: Option<Date>| date.map(|date| Day::of(date).0);
    let agency = |agency: &rules::Agency| codes.agency(agency).unwrap_or(NO_AGENCY);
    Filter {
        agency: asked.agency.as_ref().map(agency),
        scope_agency: officer.scope.agency().map(agency),
        areas: areas(board, asked),
        offices: officer.scope.area().map(|area| codes.within(area)),
        mentor: caseload(board, asked, mentor),
        registered_from: day(asked.registered_from),
        registered_to: day(asked.registered_to),
    }
}

/// In whose caseload; nobody's has a number too, and who is asked for by both is in none.
fn caseload(board: &Board, asked: &Asked, mentor: Option<UserId>) -> Option<u16> {
    let number = mentor.map(|mentor| board.growing.mentor(mentor).unwrap_or(NO_MENTOR));
    match (asked.unknown, number) {
        (Some(By::Mentor), None) => Some(UNMAPPED),
        (Some(By::Mentor), Some(_)) => Some(NO_MENTOR),
        (_, number) => number,
    }
}

/// The regions within the area asked for, of which only those count that say no more than is known.
fn areas(board: &Board, asked: &Asked) -> Option<Vec<bool>> {
    let codes = &board.growing.codes;
    let areas = asked.area.map(|area| codes.within(area));
    let level = match asked.unknown {
        Some(By::City) => Level::City,
        Some(By::Kecamatan) => Level::Kecamatan,
        Some(By::Kelurahan) => Level::Kelurahan,
        None | Some(By::Agency | By::Mentor | By::Year) => return areas,
    };
    let above = codes.grouped(level).into_iter().map(|group| group == UNMAPPED);
    Some(match areas {
        None => above.collect(),
        Some(areas) => {
            areas.into_iter().zip(above).map(|(inside, above)| inside && above).collect()
        }
    })
}

fn dimension(board: &Board, by: By) -> Dimension {
    let codes = &board.growing.codes;
    match by {
        By::City => Dimension::Area(codes.grouped(Level::City)),
        By::Kecamatan => Dimension::Area(codes.grouped(Level::Kecamatan)),
        By::Kelurahan => Dimension::Area(codes.grouped(Level::Kelurahan)),
        By::Agency => Dimension::Agency,
        By::Mentor => Dimension::Mentor,
        By::Year => Dimension::Year,
    }
}

fn terms(terms: &rules::growth::Terms) -> Terms {
    Terms {
        indicators: terms.indicators,
        needs_all: terms.need == Need::All,
        threshold_percent: terms.threshold_percent,
        turnover_months: terms.turnover_months,
        fresh_months: terms.fresh_months,
    }
}

fn limits(law: &SizeRules) -> Limits {
    let amounts = |most: [rules::Rupiah; 3]| most.map(|of| u64::try_from(of.0).unwrap_or_default());
    Limits { sales: amounts(law.sales), capital: amounts(law.capital) }
}
