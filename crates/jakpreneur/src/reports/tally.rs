//! A question in the counts' small numbers, narrowed to somebody's scope.
use super::{By, Narrowing};
use crate::{
    Code, FieldError, House, Problem,
    board::{
        Board,
        codes::{SEX_UNKNOWN, small},
    },
    staff::Scope,
};
use figures::{Dimension, Filter, Question, UNMAPPED};
use rules::{Day, Level, Scheme, StageKind};

/// No agency and no region has this number: asking for one nobody was registered at counts nobody.
const NOBODY: u8 = u8::MAX;

/// What is asked of the counts.
pub struct Tally {
    /// The question.
    pub question: Question,
}

impl Tally {
    /// Narrows a question to a scope; there is no other way to ask.
    pub fn new(
        house: &House,
        board: &Board,
        scope: &Scope,
        narrowing: &Narrowing,
    ) -> Result<Self, Problem> {
        let known_at = narrowing.known_at.map(|at| known(board, at)).transpose()?;
        let codes = &board.codes;
        let day = |date: Option<rules::Date>| date.map(|date| Day::of(date).0);
        let agency = |agency: &rules::Agency| codes.agency(agency).unwrap_or(NOBODY);
        let filter = Filter {
            agency: narrowing.agency.as_ref().map(agency),
            areas: areas(board, narrowing),
            offices: scope.area().map(|area| codes.within(area)),
            scope_agency: scope.agency().map(agency),
            sex: sex(narrowing),
            track: narrowing.track.map(small),
            business_type: narrowing.business_type.map(small),
            channel: narrowing.channel.map(small),
            registered_from: day(narrowing.registered_from),
            registered_to: day(narrowing.registered_to),
        };
        let mut by = narrowing.by.iter().map(|by| dimension(board, *by));
        let as_at = Day::of(narrowing.as_at.unwrap_or_else(|| house.today())).0;
        Ok(Self {
            question: Question {
                as_at,
                known_at,
                filter,
                by: [by.next(), by.next(), by.next()],
                order: order(narrowing.scheme),
            },
        })
    }

    /// Leaves out what was committed after somebody looked, so that figures and rows are of one state.
    #[must_use]
    pub fn as_seen(mut self, board: &Board, seen: db::Position) -> Self {
        if board.position > seen && self.question.known_at.is_none() {
            self.question.known_at = u32::try_from(seen).ok();
        }
        self
    }
}

/// Whose sex is not known has a number too; who is asked for by both is nobody.
fn sex(narrowing: &Narrowing) -> Option<u8> {
    let is_unknown = narrowing.unknown.contains(&By::Sex);
    match narrowing.sex {
        None => is_unknown.then_some(SEX_UNKNOWN),
        Some(_) if is_unknown => Some(NOBODY),
        Some(sex) => Some(small(sex)),
    }
}

/// The regions within the area asked for, of which only those count that say no more than is known.
fn areas(board: &Board, narrowing: &Narrowing) -> Option<Vec<bool>> {
    let codes = &board.codes;
    let mut areas = narrowing.area.map(|area| codes.within(area));
    for by in &narrowing.unknown {
        let level = match by {
            By::City => Level::City,
            By::Kecamatan => Level::Kecamatan,
            By::Kelurahan => Level::Kelurahan,
            By::Agency
            | By::BusinessType
            | By::Sex
            | By::Track
            | By::Channel
            | By::Month
            | By::Year => continue,
        };
        let above = codes.grouped(level).into_iter().map(|group| group == UNMAPPED);
        areas = Some(match areas {
            None => above.collect(),
            Some(areas) => {
                areas.into_iter().zip(above).map(|(in_it, above)| in_it && above).collect()
            }
        });
    }
    areas
}

fn known(board: &Board, at: i64) -> Result<u32, Problem> {
    if at > board.position {
        return Err(Problem::Invalid(vec![FieldError::new("known_at", Code::Position)]));
    }
    u32::try_from(at)
        .map_err(|_| Problem::Invalid(vec![FieldError::new("known_at", Code::Position)]))
}

fn dimension(board: &Board, by: By) -> Dimension {
    match by {
        By::City => Dimension::Area(board.codes.grouped(Level::City)),
        By::Kecamatan => Dimension::Area(board.codes.grouped(Level::Kecamatan)),
        By::Kelurahan => Dimension::Area(board.codes.grouped(Level::Kelurahan)),
        By::Agency => Dimension::Agency,
        By::BusinessType => Dimension::BusinessType,
        By::Sex => Dimension::Sex,
        By::Track => Dimension::Track,
        By::Channel => Dimension::Channel,
        By::Month => Dimension::Month,
        By::Year => Dimension::Year,
    }
}

/// The stages' numbers in a scheme's order.
pub fn order(scheme: Scheme) -> [u8; 7] {
    scheme.order().map(|stage| u8::try_from(stage.index()).unwrap_or_default())
}

/// The stage with this number.
pub fn stage_of(number: u8) -> StageKind {
    StageKind::ALL.get(usize::from(number)).copied().unwrap_or(StageKind::Registration)
}
