//! Mentoring, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    mentoring::{self, Assignment, VisitForm},
    staff::{self, Officer},
};
use rules::Role;
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn visiting() -> Tries {
    vec![("visit", visit)]
}

pub fn assigning() -> Tries {
    vec![("assign", assign)]
}

fn visit(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    let form = VisitForm { met: "member".to_owned(), ..VisitForm::default() };
    tried(world, move |tx, house| mentoring::visit(tx, house, &asking, member, &form))
}

/// Gives the member to whatever mentor may see them.
fn assign(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    let agency = rules::Agency::parse(at.agency).expect("an agency");
    let office = at.office.parse().expect("a region");
    let everywhere = world.app.operator().scope.clone();
    let all = world.app.db.look(|tx| staff::accounts(tx, &everywhere))?;
    let mentor =
        all.into_iter().find(|one| one.role == Role::Mentor && one.scope().covers(&agency, office));
    let mentor = mentor.map_or(rules::UserId(uuid::Uuid::nil()), |one| one.id);
    let asked = Assignment { mentor, members: vec![member] };
    tried(world, move |tx, _| mentoring::assign(tx, &asking, &asked))
}
