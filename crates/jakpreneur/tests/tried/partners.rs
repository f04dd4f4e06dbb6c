//! Partners kept and agreed with, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    partners::{self, AgreementForm, PartForm, PartnerForm},
    staff::Officer,
};
use std::sync::Arc;

pub fn managing() -> Vec<(&'static str, Try)> {
    vec![("keep a partner", keep), ("agree with it", agree), ("say its part", take_part)]
}

fn ministry() -> PartnerForm {
    PartnerForm {
        kind: "ministry".to_owned(),
        name: "Kementerian Contoh".to_owned(),
        marketplace: String::new(),
    }
}

fn keep(world: &World, by: &Arc<Officer>, _: &Place) -> Result<bool, Problem> {
    let asking = world.asking(by);
    tried(world, move |tx, house| partners::keep(tx, house, &asking, &ministry()))
}

fn agree(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let form = AgreementForm {
        number: "PKS/1/2022".to_owned(),
        title: "Bimbingan teknis".to_owned(),
        agency: at.agency.to_owned(),
        starts_on: "2022-01-01".to_owned(),
        ends_on: "2022-12-31".to_owned(),
        gives: vec!["training".to_owned()],
    };
    tried(world, move |tx, house| {
        let partner = partners::keep(tx, house, &first, &ministry())?.event.partner;
        partners::agree(tx, house, &then, partner, &form)
    })
}

fn take_part(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let form = PartForm { kind: "class".to_owned(), subject: at.class.to_string() };
    tried(world, move |tx, house| {
        let partner = partners::keep(tx, house, &first, &ministry())?.event.partner;
        partners::take_part(tx, &then, partner, &form)
    })
}
