//! The businesses behind a number of growth, page by page, each with where it stands.
use super::{Asked, Measure, measure::of_count, tally::Tally};
use crate::{
    House, Problem,
    board::{Board, caught_up, load_growth},
    journal::Db,
    people::{self, Brief},
    staff::Officer,
};
use db::Position;
use figures::growth::{Listed, Standing};
use rules::{
    Act, MemberId,
    growth::{Indicator, Outcome},
};

/// A business of a list.
#[derive(Clone, Debug)]
pub struct GrowthLine {
    /// Whose it is, the NIK masked.
    pub member: Brief,
    /// Where it stands by the definition asked for.
    pub outcome: Outcome,
    /// By each indicator.
    pub changes: [Outcome; 3],
    /// Workers at the baseline and on the day, where both are known.
    pub workers: Option<(u64, u64)>,
}

impl GrowthLine {
    /// What an indicator did.
    pub fn change(&self, of: Indicator) -> Outcome {
        self.changes[of.index()]
    }
}

/// A page of a list, with the exact number of all.
#[derive(Clone, Debug)]
pub struct GrowthFound {
    /// The lines.
    pub items: Vec<GrowthLine>,
    /// What to ask the next page after.
    pub next: Option<u32>,
    /// How many there are over all pages.
    pub total: u64,
    /// How many of this page counted here then and are recorded outside the scope now: who moved away.
    pub elsewhere: u64,
}

/// A page of the businesses that a number counts, the newest registration first. Blocks.
pub fn list(
    db: &Db,
    house: &House,
    officer: &Officer,
    (asked, measure): (&Asked, Measure),
    after: Option<u32>,
    limit: usize,
) -> Result<GrowthFound, Problem> {
    officer.may(Act::ReadFigures)?;
    officer.may(Act::SearchMembers)?;
    load_growth(db, house)?;
    let (listed, rows) = db.look(|tx| {
        let seen = caught_up(tx, house)?;
        let asked = Asked { by: Vec::new(), ..asked.clone() };
        let (listed, members) =
            listed(house, officer, (&asked, measure), seen, (after, limit.clamp(1, 200)))?;
        let rows = people::records(tx, &officer.scope, &members)?;
        Ok::<_, Problem>((listed, rows))
    })?;
    let elsewhere = listed.standings.len().saturating_sub(rows.len());
    let items = people::briefs(house, rows).into_iter();
    Ok(GrowthFound {
        items: items.filter_map(|member| line(member, &listed.standings)).collect(),
        next: listed.next,
        total: listed.total,
        elsewhere: u64::try_from(elsewhere).unwrap_or_default(),
    })
}

/// Where the businesses of a number were registered, oldest first. Growth must be counted.
pub fn positions(
    house: &House,
    officer: &Officer,
    (asked, measure): (&Asked, Measure),
    seen: Position,
) -> Result<Vec<u32>, Problem> {
    officer.may(Act::ReadFigures)?;
    let board = house.board();
    let tally = Tally::new(house, &board, officer, asked, seen)?;
    let listed =
        board.growing.growth.list(&tally.question, measure.counted(), None, usize::MAX - 1);
    Ok(listed.standings.iter().rev().map(|of| of.position).collect())
}

fn listed(
    house: &House,
    officer: &Officer,
    (asked, measure): (&Asked, Measure),
    seen: Position,
    (after, limit): (Option<u32>, usize),
) -> Result<(Listed, Vec<MemberId>), Problem> {
    let board = house.board();
    let tally = Tally::new(house, &board, officer, asked, seen)?;
    let listed = board.growing.growth.list(&tally.question, measure.counted(), after, limit);
    let members = members(&board, &listed.standings);
    Ok((listed, members))
}

fn members(board: &Board, standings: &[Standing]) -> Vec<MemberId> {
    standings.iter().filter_map(|of| board.names.member_at(of.position)).collect()
}

fn line(member: Brief, standings: &[Standing]) -> Option<GrowthLine> {
    let at = u32::try_from(member.row.position).ok()?;
    let standing = standings.iter().find(|of| of.position == at)?;
    Some(GrowthLine {
        member,
        outcome: of_count(standing.outcome),
        changes: standing.changes.map(of_count),
        workers: standing.workers,
    })
}
