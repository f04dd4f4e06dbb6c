//! Certificates and tools, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    certificates::{self, Signing, SigningForm},
    journal::Change,
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

/// Closes the class with the member, who finished it.
fn finish(tx: &mut Change<'_>, at: &Finished) -> Result<(), Problem> {
    let row = (at.member.shard(), at.class, at.member, rules::ServiceId(at.member.0));
    tx.run(
        "insert into class_finisher (shard, class_id, member_id, service_id, attended, position)
         values ($1, $2, $3, $4, 1, 1)",
        row,
    )?;
    tx.run("update class set state = 'finished' where id = $1", (at.class,))?;
    Ok(())
}

#[derive(Clone, Copy)]
struct Finished {
    class: rules::ClassId,
    member: rules::MemberId,
}

fn of(at: &Place) -> Finished {
    Finished { class: at.class, member: at.member }
}

fn issue(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, at) = (world.asking(by), of(at));
    tried(world, move |tx, house| {
        finish(tx, &at)?;
        certificates::issue(tx, house, &asking, at.class, &[], &signing())
    })
}

fn reissue(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then, at) = (world.asking(&world.app.operator()), world.asking(by), of(at));
    tried(world, move |tx, house| {
        finish(tx, &at)?;
        let done = certificates::issue(tx, house, &first, at.class, &[], &signing())?;
        let number = done.event.issued[0].number;
        certificates::reissue(tx, house, &then, &number, &signing(), "hilang")
    })
}

fn revoke(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then, at) = (world.asking(&world.app.operator()), world.asking(by), of(at));
    tried(world, move |tx, house| {
        finish(tx, &at)?;
        let done = certificates::issue(tx, house, &first, at.class, &[], &signing())?;
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
