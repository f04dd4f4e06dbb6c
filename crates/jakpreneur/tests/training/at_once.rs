//! Two thousand people ask for a hundred seats at once, over HTTP on 64 connections.
use crate::{
    common::{self, open as open_app, server::Client},
    world::{class, is_verified},
};
use jakpreneur::{App, Problem, classes, people, serving, staff, web};
use rules::{ActId, ClassId, MemberId};
use serde_json::Value;
use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};
use testkit::on_both_engines;
use tokio::{net::TcpListener, runtime::Runtime, sync::oneshot};

const PEOPLE: u32 = 2_000;
const SEATS: u32 = 100;
const CONNECTIONS: usize = 64;

/// What somebody was told.
#[derive(Debug)]
struct Told {
    member: String,
    queue: Option<u64>,
    position: u64,
}

on_both_engines!(of_two_thousand_asking_at_once_exactly_a_hundred_have_a_seat, |fresh| {
    let app = open_app(&fresh);
    let members = registered(&app);
    let class = class(&app, SEATS);
    let token = token(&app);
    let runtime = Runtime::new().expect("a runtime");
    let (stop, stopped) = oneshot::channel::<()>();
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("listens");
    let address = listener.local_addr().expect("an address");
    let router = web::router(app.clone());
    let serving = runtime.spawn(async move {
        serving::serve(listener, router, async { drop(stopped.await) }).await;
    });
    let mut told = all_at_once(address, &token, class, members);
    stop.send(()).expect("stops");
    runtime.block_on(serving).expect("stopped");
    told.sort_by_key(|told| told.position);
    assert_eq!(told.len(), PEOPLE as usize, "somebody was lost");
    let (first, rest) = told.split_at(SEATS as usize);
    assert!(first.iter().all(|told| told.queue.is_none()), "a late one overtook");
    let queue: Vec<u64> = rest.iter().filter_map(|told| told.queue).collect();
    assert!(queue.into_iter().eq(1..=u64::from(PEOPLE - SEATS)), "the queue is not the order");
    let counts = app.db.look(|tx| classes::counts(tx, class)).expect("counts");
    assert_eq!((counts.confirmed, counts.waiting), (SEATS, PEOPLE - SEATS));
    told.dedup_by(|a, b| a.member == b.member);
    assert_eq!(told.len(), PEOPLE as usize);
    is_verified(&app);
});

/// Registers everybody, all in one act of the writer.
fn registered(app: &App) -> Vec<MemberId> {
    let asked = common::asking(app);
    let all = app.change_now(move |tx, house| {
        let register = |number| {
            let form = common::form(number, "ppkukm", "2022-01-03");
            let new = form.understand(house, &asked.officer)?;
            let asking =
                jakpreneur::journal::Asking { act_id: ActId(house.new_id()), ..asked.clone() };
            Ok(people::register(tx, house, &asking, &new)?.event.member)
        };
        (0..PEOPLE).map(register).collect::<Result<_, Problem>>()
    });
    all.expect("registers")
}

fn token(app: &App) -> String {
    crate::world::officer(app, "penguji", "administrator", "", "");
    let asking = common::asking(app);
    let made =
        app.change_now(move |tx, house| staff::make_token(tx, house, &asking, "penguji", "uji"));
    made.expect("a token").1
}

fn all_at_once(
    address: SocketAddr,
    token: &str,
    class: ClassId,
    members: Vec<MemberId>,
) -> Vec<Told> {
    let (members, next) = (Arc::new(members), Arc::new(AtomicUsize::new(0)));
    let told = Arc::new(Mutex::new(Vec::new()));
    let asking = |_| {
        let (members, next, told) = (members.clone(), next.clone(), told.clone());
        let mut client = Client::connect(address, token).expect("connects");
        thread::spawn(move || {
            while let Some(member) = members.get(next.fetch_add(1, Ordering::Relaxed)) {
                let heard = ask(&mut client, class, *member);
                told.lock().expect("nobody panicked").push(heard);
            }
        })
    };
    let threads: Vec<_> = (0..CONNECTIONS).map(asking).collect();
    for thread in threads {
        thread.join().expect("asked");
    }
    Arc::try_unwrap(told).expect("all have ended").into_inner().expect("nobody panicked")
}

fn ask(client: &mut Client, class: ClassId, member: MemberId) -> Told {
    let path = format!("/api/v1/classes/{class}/places");
    let body = format!("{{\"member\":\"{member}\"}}");
    let (status, text) = client.post(&path, testkit::id(), &body).expect("is answered");
    assert_eq!(status, 201, "{text}");
    let answer: Value = serde_json::from_str(&text).expect("JSON");
    let queue = answer["queue"].as_u64();
    assert_eq!(queue.is_some(), answer["state"] == "waiting", "{text}");
    Told {
        member: answer["member"].as_str().expect("a member").to_owned(),
        queue,
        position: answer["position"].as_u64().expect("a position"),
    }
}
