//! Certificates and tools, tried by every role.
use super::attendance::{Ready, closed, ready};
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    certificates::{self, Signing, SigningForm},
    journal::Asking,
    staff::Officer,
    tools::{self, GrantForm, ItemForm},
};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn certificates() -> Tries {
    vec![("issue", issue), ("reissue", reissue), ("revoke", revoke)]
}

pub fn tools() -> Tries {
    vec![("grant", grant), ("take back", take_back)]
}

fn signing() -> Signing {
    let (signer, position) = ("Nama Contoh".to_owned(), "Kepala".to_owned());
    SigningForm { signer, position }.understand().expect("understood")
}

/// Everything until somebody has finished a class, for a role to go on from.
fn over(world: &World, at: &Place) -> (Ready, Asking, Asking) {
    let operator = world.app.operator();
    (ready(world, at, None), world.asking(&operator), world.asking(&operator))
}

fn issue(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, (ready, closing, _)) = (world.asking(by), over(world, at));
    tried(world, move |tx, house| {
        let class = closed(tx, house, &ready, &closing)?;
        certificates::issue(tx, house, &asking, class, &[], &signing())
    })
}

fn reissue(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (then, (ready, closing, first)) = (world.asking(by), over(world, at));
    tried(world, move |tx, house| {
        let class = closed(tx, house, &ready, &closing)?;
        let done = certificates::issue(tx, house, &first, class, &[], &signing())?;
        let number = done.event.issued[0].number;
        certificates::reissue(tx, house, &then, &number, &signing(), "hilang")
    })
}

fn revoke(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (then, (ready, closing, first)) = (world.asking(by), over(world, at));
    tried(world, move |tx, house| {
        let class = closed(tx, house, &ready, &closing)?;
        let done = certificates::issue(tx, house, &first, class, &[], &signing())?;
        certificates::revoke(tx, house, &then, &done.event.issued[0].number, "salah orang")
    })
}

fn handover() -> GrantForm {
    let text = |text: &str| text.to_owned();
    GrantForm {
        items: vec![ItemForm { name: text("Mixer"), ..ItemForm::default() }],
        permit_kind: text("nib"),
        permit: text("1234567890123"),
        ktp_seen: true,
        giver: text("Nama Contoh"),
        giver_position: text("Kepala"),
        ..GrantForm::default()
    }
}

fn grant(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| tools::grant(tx, house, &asking, member, &handover()))
}

fn take_back(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let member = at.member;
    tried(world, move |tx, house| {
        let done = tools::grant(tx, house, &first, member, &handover())?;
        tools::take_back(tx, house, &then, done.event.grant, "pindah usaha")
    })
}
