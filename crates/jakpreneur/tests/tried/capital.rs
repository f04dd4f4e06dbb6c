//! Referrals sent, seen, answered and withdrawn, tried by every role; a bank's officer of the bank addressed.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    House, Problem,
    journal::{Asking, Change},
    referrals::{self, AnswerForm, ReferralForm},
    staff::Officer,
    words::Lang,
};
use rules::{MemberId, ReferralId, Role};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn referring() -> Tries {
    vec![("send", send), ("withdraw", withdraw)]
}

pub fn reading() -> Tries {
    vec![("open", open)]
}

pub fn answering() -> Tries {
    vec![("answer", answer), ("take back", take_back)]
}

fn form() -> ReferralForm {
    ReferralForm {
        bank: "bri".to_owned(),
        product: "kur".to_owned(),
        amount: "5000000".to_owned(),
        purpose: "Membeli oven".to_owned(),
        shared: vec!["name".to_owned()],
        documents: Vec::new(),
        consent: true,
    }
}

fn received() -> AnswerForm {
    AnswerForm { step: "received".to_owned(), ..AnswerForm::default() }
}

fn send(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| referrals::send(tx, house, &asking, member, &form()))
}

/// A referral of the operator's to a bank, to which the officer belongs if to any.
fn sent(
    tx: &mut Change<'_>,
    house: &House,
    firsts: &[Asking; 2],
    (member, by): (MemberId, &Officer),
) -> Result<ReferralId, Problem> {
    let [first, then] = firsts;
    if by.role == Role::BankOfficer {
        referrals::bind(tx, then, &by.name, "bri")?;
    }
    Ok(referrals::send(tx, house, first, member, &form())?.event.referral)
}

fn firsts(world: &World) -> [Asking; 2] {
    [world.asking(&world.app.operator()), world.asking(&world.app.operator())]
}

fn withdraw(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (firsts, then, by, member) = (firsts(world), world.asking(by), by.clone(), at.member);
    tried(world, move |tx, house| {
        let id = sent(tx, house, &firsts, (member, &by))?;
        referrals::withdraw(tx, &then, id)
    })
}

fn open(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (firsts, by, member) = (firsts(world), by.clone(), at.member);
    let now = world.app.house.now();
    tried(world, move |tx, house| {
        let id = sent(tx, house, &firsts, (member, &by))?;
        referrals::see(tx, house, &by, (id, Lang::Id), now)
    })
}

fn answer(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (firsts, then, by, member) = (firsts(world), world.asking(by), by.clone(), at.member);
    tried(world, move |tx, house| {
        let id = sent(tx, house, &firsts, (member, &by))?;
        referrals::answer(tx, house, &then, id, &received())
    })
}

fn take_back(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (firsts, then, by, member) = (firsts(world), world.asking(by), by.clone(), at.member);
    let letter = world.asking(&world.app.operator());
    tried(world, move |tx, house| {
        let id = sent(tx, house, &firsts, (member, &by))?;
        referrals::answer(tx, house, &letter, id, &received())?;
        referrals::take_back(tx, house, &then, id, "salah orang")
    })
}
