//! Rounds announced and entries taken step by step, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    House, Problem,
    curations::{self, GradeForm, RoundForm, ScheduleForm},
    journal::{Asking, Change},
    products::{self, ProductForm},
    staff::Officer,
};
use rules::{CurationEntryId, MemberId, marketing::curation::EntryState};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn managing() -> Tries {
    vec![("announce", announce), ("schedule", schedule)]
}

pub fn verifying() -> Tries {
    vec![("verify", verify)]
}

pub fn validating() -> Tries {
    vec![("validate", validate)]
}

pub fn grading() -> Tries {
    vec![("grade", grade)]
}

pub fn reading() -> Tries {
    vec![("open", open), ("see e-order", e_order)]
}

fn form(at: &Place) -> RoundForm {
    RoundForm {
        title: "Kurasi contoh".to_owned(),
        agency: at.agency.to_owned(),
        area: at.office.to_owned(),
        closes_on: "2030-12-31".to_owned(),
        ..RoundForm::default()
    }
}

fn today(asking: &Asking) -> ScheduleForm {
    ScheduleForm {
        held_on: asking.at.date().to_string(),
        held_at: "09.00".to_owned(),
        place: "Aula".to_owned(),
    }
}

fn announce(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, form) = (world.asking(by), form(at));
    tried(world, move |tx, house| curations::announce(tx, house, &asking, &form))
}

/// What the operator does before somebody tries the next step.
struct Before {
    round: RoundForm,
    member: MemberId,
    askings: [Asking; 6],
    head: Arc<Officer>,
}

impl Before {
    fn of(world: &World, at: &Place) -> Self {
        let operator = world.app.operator();
        // Nobody validates what they verified: a second administrator stands in for the mentor.
        let head = Arc::new(Officer {
            user: Some(rules::UserId(world.app.house.new_id())),
            ..(*operator).clone()
        });
        let askings = [(); 6].map(|()| world.asking(&operator));
        Self { round: form(at), member: at.member, askings, head }
    }

    /// An entry of the member's, as far as wanted.
    fn entry(
        &self,
        tx: &mut Change<'_>,
        house: &House,
        until: EntryState,
    ) -> Result<CurationEntryId, Problem> {
        let [announced, added, entered, verified, validated, scheduled] = &self.askings;
        let round = curations::announce(tx, house, announced, &self.round)?.event.round;
        let crisps = ProductForm {
            name: "Keripik contoh".to_owned(),
            text: "Keripik singkong".to_owned(),
            category: "food".to_owned(),
            price: "15000".to_owned(),
        };
        let product = products::add(tx, house, added, self.member, &crisps)?.event.product;
        let entry = curations::register(tx, house, entered, round, product)?.event.entry;
        if until >= EntryState::Verified {
            let by = Asking { officer: self.head.clone(), ..verified.clone() };
            curations::verify(tx, &by, entry)?;
        }
        if until >= EntryState::Validated {
            curations::validate(tx, validated, entry)?;
        }
        if until >= EntryState::Scheduled {
            curations::schedule(tx, scheduled, entry, &today(scheduled))?;
        }
        Ok(entry)
    }
}

fn verify(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (before, asking) = (Before::of(world, at), world.asking(by));
    tried(world, move |tx, house| {
        let entry = before.entry(tx, house, EntryState::Registered)?;
        curations::verify(tx, &asking, entry)
    })
}

fn validate(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (before, asking) = (Before::of(world, at), world.asking(by));
    tried(world, move |tx, house| {
        let entry = before.entry(tx, house, EntryState::Verified)?;
        curations::validate(tx, &asking, entry)
    })
}

fn schedule(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (before, asking) = (Before::of(world, at), world.asking(by));
    tried(world, move |tx, house| {
        let entry = before.entry(tx, house, EntryState::Validated)?;
        curations::schedule(tx, &asking, entry, &today(&asking))
    })
}

fn grade(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (before, asking) = (Before::of(world, at), world.asking(by));
    tried(world, move |tx, house| {
        let entry = before.entry(tx, house, EntryState::Scheduled)?;
        let codes = rules::marketing::curation::CRITERIA.map(|(code, ..)| code);
        let form = GradeForm {
            scores: codes.map(|code| (code.to_owned(), "80".to_owned())).into(),
            advice: "Lanjutkan".to_owned(),
        };
        curations::grade(tx, house, &asking, entry, &form)
    })
}

fn open(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (before, asking) = (Before::of(world, at), world.asking(by));
    tried(world, move |tx, house| {
        let entry = before.entry(tx, house, EntryState::Scheduled)?;
        let log = (asking.at, house.new_id());
        curations::see(tx, house, &asking.officer, entry, log)
    })
}

fn e_order(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (before, by) = (Before::of(world, at), by.clone());
    tried(world, move |tx, house| {
        before.entry(tx, house, EntryState::Registered)?;
        curations::e_order(tx, house, &by, &curations::Sought { limit: 1, ..Default::default() })
    })
}
