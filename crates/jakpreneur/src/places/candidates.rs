//! Finding whom to invite: the same question as a figure and its list.
use super::{invite, rows};
use crate::House;
use crate::{
    Problem,
    board::Board,
    classes,
    journal::Db,
    reports::{Narrowing, Tally},
    staff::Officer,
};
use figures::{Measure, Question};
use rules::{
    Act, ClassId, MemberId, StageKind, Track,
    training::{NotOffered, offered},
};
use std::collections::HashSet;

/// Whom to find.
#[derive(Clone, Debug, Default)]
pub struct Whom {
    /// Whose records: area, business type, track and the rest of a figure's question.
    pub narrowing: Narrowing,
    /// Who reached this stage.
    pub reached: Option<StageKind>,
    /// Who did not reach this one: training, for those not trained yet.
    pub not_reached: Option<StageKind>,
    /// How many at most, 1 to 1000.
    pub limit: usize,
}

/// Those within scope whom the class is for and who have had nothing to do with it, who were registered
/// first on top. Blocks: it looks into the database.
pub fn candidates(
    db: &Db,
    house: &House,
    officer: &Officer,
    class: ClassId,
    whom: &Whom,
) -> Result<Vec<MemberId>, Problem> {
    officer.may(Act::ManagePlaces)?;
    crate::board::bring_up_to_date(db, house)?;
    let (seats, known) = db.look(|tx| {
        let seats = classes::seats(tx, officer, class)?;
        let known: HashSet<MemberId> = rows::known(tx, class)?.into_iter().collect();
        Ok::<_, Problem>((seats, known))
    })?;
    let mut narrowing = whom.narrowing.clone();
    if let Err(NotOffered::EstablishedInBasicClass) = offered(seats.kind, Track::Established) {
        narrowing.track = Some(Track::Starter);
    }
    let board = house.board();
    let tally = Tally::new(house, &board, &officer.scope, &narrowing)?;
    let found = positions(&board, &tally.question, whom);
    let members = found.into_iter().rev().filter_map(|at| board.names.member_at(at));
    let limit = whom.limit.clamp(1, invite::MOST);
    Ok(members.filter(|member| !known.contains(member)).take(limit).collect())
}

/// The positions of their registrations, newest first.
fn positions(board: &Board, question: &Question, whom: &Whom) -> Vec<u32> {
    let all = |measure| board.figures.list(question, measure, None, usize::MAX).positions;
    let stage = |stage: StageKind| u8::try_from(stage.index()).unwrap_or_default();
    let reached = whom.reached.map(stage).map_or(Measure::Registered, Measure::Reached);
    let mut found = all(reached);
    if let Some(not) = whom.not_reached {
        let not: HashSet<u32> = all(Measure::Reached(stage(not))).into_iter().collect();
        found.retain(|position| !not.contains(position));
    }
    found
}
