//! Mentoring, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    activity::{self, DomicileForm, EndForm, OverruleForm},
    mentoring::{self, Assignment, VisitForm},
    staff::{self, Officer},
};
use rules::Role;
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn visiting() -> Tries {
    vec![("visit", visit), ("check home", check)]
}

pub fn assigning() -> Tries {
    vec![("assign", assign), ("offer", offer)]
}

fn visit(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    let form = VisitForm { met: "member".to_owned(), ..VisitForm::default() };
    tried(world, move |tx, house| mentoring::visit(tx, house, &asking, member, &form))
}

fn check(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    let form = DomicileForm { result: "matches".to_owned(), ..DomicileForm::default() };
    tried(world, move |tx, house| activity::check(tx, house, &asking, member, &form))
}

/// Ends the membership.
pub fn end(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    let form = EndForm { end_reason: "moved_out".to_owned(), ..EndForm::default() };
    tried(world, move |tx, _| activity::end(tx, &asking, member, &form))
}

/// Says that the member is inactive.
pub fn overrule(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    let form = OverruleForm {
        activity: "inactive".to_owned(),
        reason: "usaha tutup".to_owned(),
        ..OverruleForm::default()
    };
    tried(world, move |tx, house| activity::overrule(tx, house, &asking, member, &form))
}

/// Gives the member to whatever mentor may see them.
fn assign(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member, mentor) = (world.asking(by), at.member, some_mentor(world, at)?);
    let asked = Assignment { mentor, members: vec![member] };
    tried(world, move |tx, _| mentoring::assign(tx, &asking, &asked))
}

/// Offers the member to whatever mentor may see them.
fn offer(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member, mentor) = (world.asking(by), at.member, some_mentor(world, at)?);
    tried(world, move |tx, _| mentoring::offer(tx, &asking, mentor, &[member]))
}

fn some_mentor(world: &World, at: &Place) -> Result<rules::UserId, Problem> {
    let agency = rules::Agency::parse(at.agency).expect("an agency");
    let office = at.office.parse().expect("a region");
    let everywhere = world.app.operator().scope.clone();
    let all = world.app.db.look(|tx| staff::accounts(tx, &everywhere))?;
    let mentor =
        all.into_iter().find(|one| one.role == Role::Mentor && one.scope().covers(&agency, office));
    Ok(mentor.map_or(rules::UserId(uuid::Uuid::nil()), |one| one.id))
}
