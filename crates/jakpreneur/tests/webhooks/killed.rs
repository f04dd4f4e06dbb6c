//! The server is killed in the middle of deliveries and started again: nothing is lost, and order is kept.
use crate::{
    common::server::{Client, Serving, token},
    receiver::{Manner, Receiver},
};
use std::{thread, time::Duration};

/// So long is waited for deliveries to go on, the lease of the dead process among it.
const PATIENCE: u32 = 450;

#[test]
fn a_server_that_is_killed_and_started_again_loses_no_delivery() {
    let folder = tempfile::tempdir().expect("a folder");
    let token = token(folder.path());
    let receiver = Receiver::start();
    receiver.be(Manner::Hang);
    let mut serving = Serving::start(folder.path());
    let mut client = Client::connect(serving.address, &token).expect("connects");
    let body = format!(r#"{{"label":"Mitra","address":"{}","after":0}}"#, receiver.url());
    let made = client.post("/api/v1/webhooks", testkit::id(), &body).expect("answers");
    assert_eq!(made.0, 201, "{}", made.1);
    for number in 1..=5 {
        assert_eq!(client.register(number).expect("answers"), 201);
    }
    wait(|| !receiver.came().is_empty());
    serving.kill();
    receiver.be(Manner::Take);
    let serving = Serving::start(folder.path());
    let mut client = Client::connect(serving.address, &token).expect("connects");
    for number in 6..=9 {
        assert_eq!(client.register(number).expect("answers"), 201);
    }
    wait(|| registered(&receiver) == 9);
    let taken = receiver.taken();
    assert!(taken.windows(2).all(|two| two[0] + 1 == two[1]), "no gap, in order: {taken:?}");
    assert_eq!(taken.first(), Some(&1));
    assert!(serving.stop(), "it stops well");
}

fn registered(receiver: &Receiver) -> usize {
    let taken: std::collections::BTreeMap<String, Vec<u8>> = receiver
        .came()
        .into_iter()
        .filter(|it| it.manner == Manner::Take)
        .map(|it| (it.id, it.body))
        .collect();
    let text: String = taken.values().map(|it| String::from_utf8_lossy(it).into_owned()).collect();
    text.matches("\"member.register\"").count()
}

fn wait(until: impl Fn() -> bool) {
    let mut patience = PATIENCE;
    while !until() {
        assert!(patience > 0, "it takes too long");
        patience -= 1;
        thread::sleep(Duration::from_millis(100));
    }
}
