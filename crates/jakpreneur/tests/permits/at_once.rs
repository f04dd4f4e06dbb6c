//! Three hundred people ask for the fifty permits of a wave at once, over HTTP.
use crate::{
    common::{self, open, server::Client},
    waves::{see, wave},
    world::is_verified,
};
use jakpreneur::{
    App, Problem, people, serving,
    staff::{self, AccountForm, Cost},
    web,
};
use rules::{ActId, MemberId};
use serde_json::Value;
use std::{
    sync::{Arc, Mutex},
    thread,
};
use testkit::on_both_engines;
use tokio::{net::TcpListener, runtime::Runtime, sync::oneshot};

const PEOPLE: u32 = 300;
const CONNECTIONS: usize = 32;

on_both_engines!(of_three_hundred_asking_at_once_exactly_fifty_are_enrolled, |fresh| {
    let app = open(&fresh);
    let members = registered(&app);
    let wave = wave(&app, "50");
    let token = token(&app);
    let runtime = Runtime::new().expect("a runtime");
    let (stop, stopped) = oneshot::channel::<()>();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("listens");
    let address = listener.local_addr().expect("an address");
    let router = web::router(app.clone());
    let serving = runtime.spawn(async move {
        serving::serve(listener, router, async { drop(stopped.await) }).await;
    });
    let waiting = Arc::new(Mutex::new(members));
    let path = format!("/api/v1/licence-waves/{wave}/places");
    let asking = |_| {
        let (waiting, path, token) = (waiting.clone(), path.clone(), token.clone());
        thread::spawn(move || {
            let mut client = Client::connect(address, &token).expect("connects");
            let mut told = Vec::new();
            loop {
                let next = waiting.lock().expect("nobody fell").pop();
                let Some(member) = next else { return told };
                let body = format!("{{\"member\":\"{member}\"}}");
                let (status, text) = client.post(&path, testkit::id(), &body).expect("is answered");
                assert_eq!(status, 201, "{text}");
                told.push(serde_json::from_str::<Value>(&text).expect("JSON"));
            }
        })
    };
    let threads: Vec<_> = (0..CONNECTIONS).map(asking).collect();
    let mut told: Vec<Value> =
        threads.into_iter().flat_map(|thread| thread.join().expect("asked")).collect();
    stop.send(()).expect("stops");
    runtime.block_on(serving).expect("stopped");
    told.sort_by_key(|told| told["position"].as_u64());
    assert_eq!(told.len(), PEOPLE as usize);
    let (first, rest) = told.split_at(50);
    assert!(first.iter().all(|told| told["state"] == "enrolled"), "a late one overtook");
    let queue = rest.iter().filter_map(|told| told["queue"].as_u64());
    assert!(queue.eq(1..=u64::from(PEOPLE - 50)), "the queue is not the order");
    let counts = see(&app, wave).counts;
    assert_eq!((counts.enrolled, counts.waiting), (50, PEOPLE - 50));
    is_verified(&app);
});

fn token(app: &App) -> String {
    let form = AccountForm {
        name: "penguji".to_owned(),
        role: "administrator".to_owned(),
        agency: String::new(),
        area: String::new(),
        password: "kuda laut berenang".to_owned(),
    };
    let new = form.understand(&app.house).expect("an account");
    let asking = common::asking(app);
    let made = app.change_now(move |tx, house| {
        let hash = new.password.hash(Cost { memory: 64, passes: 1 }, house.bytes())?;
        staff::add(tx, house, &asking, &new, &hash)
    });
    made.expect("adds");
    let asking = common::asking(app);
    let made =
        app.change_now(move |tx, house| staff::make_token(tx, house, &asking, "penguji", "uji"));
    made.expect("a token").1
}

fn registered(app: &App) -> Vec<MemberId> {
    let asked = common::asking(app);
    let all = app.change_now(move |tx, house| {
        let register = |number| {
            let form = common::form(number, "ppkukm", "2022-01-03");
            let new = form.understand(house, &asked.officer)?;
            let act_id = ActId(house.new_id());
            let asking = jakpreneur::journal::Asking { act_id, ..asked.clone() };
            Ok(people::register(tx, house, &asking, &new)?.event.member)
        };
        (0..PEOPLE).map(register).collect::<Result<_, Problem>>()
    });
    all.expect("registers")
}
