//! A programme with a partner, and time that passes when the test says so.
use crate::{receiver::Receiver, staff_world::World};
use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use jakpreneur::{
    House, Problem,
    journal::{Asking, Change},
    staff::Officer,
    verify::verify,
    webhooks::{self, Courier, Outcome, Seen, Step, Terms, WebhookForm},
};
use rules::WebhookId;
use sha2::Sha256;
use std::{sync::Arc, time::Duration};
use testkit::Fresh;
use tokio::runtime::Runtime;

/// So that a receiver that hangs costs a test little.
pub const TERMS: Terms = Terms {
    timeout: Duration::from_millis(200),
    pace: Duration::from_secs(1),
    lease: Duration::from_secs(20),
};

pub struct Partner {
    pub world: World,
    pub receiver: Receiver,
    pub webhook: WebhookId,
    pub secret: String,
    pub courier: Arc<Courier>,
    pub runtime: Runtime,
    registered: u32,
}

impl Partner {
    /// A partner that the operator subscribed to everything from the beginning.
    pub fn of(fresh: &Fresh) -> Self {
        let world = World::open(fresh);
        world.app.house.own_network.set(true).expect("is not set");
        let receiver = Receiver::start();
        let asking = world.asking(&world.app.operator());
        let (webhook, secret) = subscribe(&world, asking, &form(&receiver.url()));
        let courier = Arc::new(Courier::new(world.app.clone(), TERMS).expect("a courier"));
        let runtime = Runtime::new().expect("a runtime");
        Self { world, receiver, webhook, secret, courier, runtime, registered: 0 }
    }

    /// Another process on the same database.
    pub fn another(&self) -> Courier {
        Courier::new(self.world.app.clone(), TERMS).expect("a courier")
    }

    pub fn register(&mut self, count: u32) {
        for _ in 0..count {
            self.registered += 1;
            self.world.member(&crate::common::nik(self.registered), "ppkukm", "31.73.05");
        }
    }

    pub fn step(&self) -> Step {
        self.runtime.block_on(self.courier.step(self.webhook)).expect("a step")
    }

    /// Steps until there is nothing more to do at this moment; how often something was sent.
    pub fn settle(&self) -> usize {
        let mut sent = 0;
        loop {
            match self.step() {
                Step::Sent(_) => sent += 1,
                Step::NotYet(_) | Step::Nothing | Step::Paused | Step::Elsewhere => return sent,
            }
        }
    }

    /// Lets time pass, a second at a time; how often something was sent.
    pub fn live(&self, seconds: i64, each: i64) -> usize {
        let mut sent = 0;
        for _ in 0..seconds / each {
            sent += self.settle();
            self.world.pass(each);
        }
        sent
    }

    /// What came of the next try.
    pub fn try_once(&self) -> Outcome {
        for _ in 0..4_000 {
            match self.step() {
                Step::Sent(outcome) => return outcome,
                Step::NotYet(_) | Step::Elsewhere => self.world.pass(1),
                other @ (Step::Nothing | Step::Paused) => panic!("{other:?}"),
            }
        }
        panic!("nothing was sent within an hour")
    }

    pub fn act<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let asking = self.world.asking(&self.world.app.operator());
        self.world.app.change_now(move |tx, house| act(tx, house, &asking))
    }

    pub fn seen(&self) -> Seen {
        let (app, operator) = (&self.world.app, self.world.app.operator());
        let seen = app.db.look(|tx| webhooks::see(tx, &app.house, &operator, self.webhook));
        seen.expect("sees").0
    }

    /// Every position of the journal that the feed tells, up to its end.
    pub fn everything(&self) -> Vec<i64> {
        let look = self.world.app.db.look(|tx| {
            let mut all = Vec::new();
            tx.entries(0, i64::MAX, |entry| {
                all.push(entry.position);
                Ok(())
            })?;
            Ok::<_, Problem>(all)
        });
        look.expect("looks")
    }

    pub fn is_verified(&self) {
        if let Err(differs) = verify(&self.world.app, &mut |_, _, _| {}) {
            panic!("{differs:?}");
        }
    }
}

pub fn form(url: &str) -> WebhookForm {
    WebhookForm {
        label: "Mitra Contoh".to_owned(),
        address: url.to_owned(),
        after: "0".to_owned(),
        ..WebhookForm::default()
    }
}

pub fn subscribe(world: &World, asking: Asking, form: &WebhookForm) -> (WebhookId, String) {
    let officer: Arc<Officer> = asking.officer.clone();
    let new = form.understand(&world.app.house, &officer).expect("understands");
    let made = world.app.change_now(move |tx, house| {
        let (done, secret) = webhooks::subscribe(tx, house, &asking, &new)?;
        Ok((done.event.webhook, secret.expect("is new").text()))
    });
    made.expect("subscribes")
}

/// The signature as a receiver computes it, from the documented recipe alone.
pub fn signature(secret: &str, id: &str, timestamp: i64, body: &[u8]) -> String {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").expect("a secret")).expect("base64");
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("a key");
    mac.update(&[id.as_bytes(), b".", timestamp.to_string().as_bytes(), b".", body].concat());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}
