//! Asking for the stage figures: the answer behind the page, the API, `report` and `export`.
use super::{By, Narrowing, Tally};
use crate::{
    House, Problem,
    board::{Board, bring_up_to_date, codes::SEX_UNKNOWN},
    journal::Db,
    staff::Officer,
};
use db::Position;
use rules::{Act, BusinessType, Channel, Date, Percent, Scheme, Sex, StageKind, Track};
use serde::Serialize;
use utoipa::ToSchema;

/// How many people reached which stage.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Answer {
    /// The last day that counts.
    #[schema(value_type = String, format = Date)]
    pub as_at: Date,
    /// The journal position up to which it is known.
    pub known_at: i64,
    /// Whose stage numbers `code` uses.
    #[schema(value_type = String)]
    pub scheme: Scheme,
    /// Whose records count.
    pub scope: ScopeAnswer,
    /// Distinct persons registered, in scope.
    pub persons: u64,
    /// How many more the groups add up to, because a person may be in several.
    pub overlap: u64,
    /// A line a stage, in the scheme's order.
    pub rows: Vec<StageRow>,
    /// The same, for each group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<GroupAnswer>>,
}

/// Whose records count: what was asked, narrowed to what the asker may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct ScopeAnswer {
    /// Records of this area.
    pub area: Option<String>,
    /// Records of this agency.
    pub agency: Option<String>,
    /// The only area the asker sees.
    pub seen_area: Option<String>,
    /// The only agency the asker sees.
    pub seen_agency: Option<String>,
    /// Registered on this day or later.
    #[schema(value_type = Option<String>, format = Date)]
    pub registered_from: Option<Date>,
    /// Registered on this day or earlier.
    #[schema(value_type = Option<String>, format = Date)]
    pub registered_to: Option<Date>,
    /// Of this sex.
    pub sex: Option<String>,
    /// On this track.
    pub track: Option<String>,
    /// In this trade.
    pub business_type: Option<String>,
    /// Through this channel.
    pub channel: Option<String>,
}

/// A stage's numbers, in persons.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct StageRow {
    /// The stage's word.
    #[schema(value_type = String)]
    pub stage: StageKind,
    /// Its number in the scheme: `P2`.
    pub code: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Persons who reached it.
    pub reached: u64,
    /// Persons who began it and have not reached it.
    pub open: u64,
    /// Persons whose latest stage it is; adds up to `persons`.
    pub at: u64,
    /// `reached` in percent of `persons`, two decimals, half up; null where nobody is registered.
    pub share: Option<f64>,
    /// The share in hundredths of a percent, for exact printing.
    #[serde(skip)]
    pub percent: Option<Percent>,
}

/// One group's numbers.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[schema(as = StageFigureGroup)]
pub struct GroupAnswer {
    /// Its place on each dimension.
    pub key: Vec<Key>,
    /// Distinct persons in the group.
    pub persons: u64,
    /// A line a stage.
    pub rows: Vec<StageRow>,
}

/// A place on a dimension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Key {
    /// The dimension's word.
    pub dimension: &'static str,
    /// The value: a region code, a word, a month `2021-03`; null where it is not known.
    pub code: Option<String>,
    /// Its name.
    pub label: String,
}

/// Answers a question within the officer's scope. Blocks for a look at the journal's end.
pub fn ask(
    db: &Db,
    house: &House,
    officer: &Officer,
    narrowing: &Narrowing,
) -> Result<Answer, Problem> {
    answer(house, officer, narrowing, bring_up_to_date(db, house)?)
}

/// The same for whoever has just looked at the journal's end, and saw it at `seen`.
pub fn answer(
    house: &House,
    officer: &Officer,
    narrowing: &Narrowing,
    seen: Position,
) -> Result<Answer, Problem> {
    officer.may(Act::ReadFigures)?;
    let board = house.board();
    let tally = Tally::new(house, &board, &officer.scope, narrowing)?.as_seen(&board, seen);
    let answer = board.figures.ask(&tally.question);
    let grouped = !narrowing.by.is_empty();
    let group = |group: &figures::Group| GroupAnswer {
        key: keys(house, &board, &narrowing.by, group.key),
        persons: group.persons,
        rows: rows(narrowing.scheme, group.persons, &group.reached, &group.open, &group.at),
    };
    Ok(Answer {
        as_at: narrowing.as_at.unwrap_or_else(|| house.today()),
        known_at: narrowing.known_at.unwrap_or(seen),
        scheme: narrowing.scheme,
        scope: scope_of(officer, narrowing),
        persons: answer.persons,
        overlap: answer.overlap,
        rows: rows(narrowing.scheme, answer.persons, &answer.reached, &answer.open, &answer.at),
        groups: grouped.then(|| answer.groups.iter().map(group).collect()),
    })
}

/// Whose records a question counts: what was asked, and what the officer may see.
pub fn scope_of(officer: &Officer, asked: &Narrowing) -> ScopeAnswer {
    ScopeAnswer {
        area: asked.area.map(|area| area.to_string()),
        agency: asked.agency.map(|agency| agency.to_string()),
        seen_area: officer.scope.area().map(|area| area.to_string()),
        seen_agency: officer.scope.agency().map(ToString::to_string),
        registered_from: asked.registered_from,
        registered_to: asked.registered_to,
        sex: asked.sex.map(|sex| sex.to_string()),
        track: asked.track.map(|track| track.to_string()),
        business_type: asked.business_type.map(|kind| kind.to_string()),
        channel: asked.channel.map(|channel| channel.to_string()),
    }
}

fn rows(
    scheme: Scheme,
    persons: u64,
    reached: &[u64; 7],
    open: &[u64; 7],
    at: &[u64; 7],
) -> Vec<StageRow> {
    let row = |stage: StageKind| {
        let of = |numbers: &[u64; 7]| numbers.get(stage.index()).copied().unwrap_or_default();
        let percent = Percent::of(of(reached), persons);
        StageRow {
            stage,
            code: scheme.code(stage),
            label: stage.label_id(),
            reached: of(reached),
            open: of(open),
            at: of(at),
            share: percent.map(Percent::as_f64),
            percent,
        }
    };
    scheme.order().into_iter().map(row).collect()
}

fn keys(house: &House, board: &Board, by: &[By], key: [u16; 3]) -> Vec<Key> {
    by.iter().zip(key).map(|(by, number)| named(house, board, *by, number)).collect()
}

const UNKNOWN: &str = "Belum diketahui";

fn named(house: &House, board: &Board, by: By, number: u16) -> Key {
    let place = usize::from(number);
    let of = |code: Option<(String, String)>| {
        let (code, label) =
            code.map_or((None, UNKNOWN.to_owned()), |(code, label)| (Some(code), label));
        Key { dimension: by.word(), code, label }
    };
    of(match by {
        By::City | By::Kecamatan | By::Kelurahan => {
            board.codes.region_of(number).map(|code| (code.to_string(), house.region_name(code)))
        }
        By::Agency => u8::try_from(number)
            .ok()
            .and_then(|number| board.codes.agency_of(number))
            .map(|agency| (agency.to_string(), house.agency_name(&agency))),
        By::BusinessType => {
            labelled(&BusinessType::ALL, place, BusinessType::word, BusinessType::label_id)
        }
        By::Sex if place == usize::from(SEX_UNKNOWN) => None,
        By::Sex => labelled(&Sex::ALL, place, Sex::word, Sex::label_id),
        By::Track => labelled(&Track::ALL, place, Track::word, Track::label_id),
        By::Channel => labelled(&Channel::ALL, place, Channel::word, Channel::label_id),
        By::Month => {
            let (year, month) = (number / 12, number % 12 + 1);
            let name = rules::date::words(
                jiff::civil::Date::new(
                    i16::try_from(year).unwrap_or(0),
                    i8::try_from(month).unwrap_or(1),
                    1,
                )
                .unwrap_or_default(),
            );
            Some((format!("{year}-{month:02}"), name.trim_start_matches("1 ").to_owned()))
        }
        By::Year => Some((number.to_string(), number.to_string())),
    })
}

fn labelled<T: Copy>(
    all: &[T],
    place: usize,
    word: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> &'static str,
) -> Option<(String, String)> {
    all.get(place).map(|it| (word(*it).to_owned(), label(*it).to_owned()))
}
