//! Webhooks, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    staff::Officer,
    webhooks::{self, WebhookForm},
};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn managing() -> Tries {
    vec![("subscribe", subscribe), ("pause", pause), ("replay", replay)]
}

fn form(at: &Place) -> WebhookForm {
    WebhookForm {
        label: "Mitra".to_owned(),
        address: "https://mitra.example/".to_owned(),
        agency: at.agency.to_owned(),
        area: at.office.to_owned(),
        ..WebhookForm::default()
    }
}

fn subscribe(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let asking = world.asking(by);
    by.may(rules::Act::ManageWebhooks)?;
    let new = form(at).understand(&world.app.house, by)?;
    tried(world, move |tx, house| {
        webhooks::subscribe(tx, house, &asking, &new).map(|(done, _)| done)
    })
}

fn pause(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, making) = (world.asking(by), world.asking(&world.app.operator()));
    let new = form(at).understand(&world.app.house, &making.officer)?;
    tried(world, move |tx, house| {
        let webhook = webhooks::subscribe(tx, house, &making, &new)?.0.event.webhook;
        webhooks::pause(tx, house, &asking, webhook)
    })
}

fn replay(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, making) = (world.asking(by), world.asking(&world.app.operator()));
    let new = form(at).understand(&world.app.house, &making.officer)?;
    tried(world, move |tx, house| {
        let webhook = webhooks::subscribe(tx, house, &making, &new)?.0.event.webhook;
        webhooks::replay_from(tx, house, &asking, webhook, "0")
    })
}
