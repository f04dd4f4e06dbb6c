//! Killed at any moment under load, the programme loses nothing it acknowledged and doubles nothing.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod common;

use common::server::{Client, Serving, done, token};
use std::{
    collections::BTreeSet,
    net::SocketAddr,
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::Duration,
};

/// So many people register at once.
const CLIENTS: usize = 16;

/// What the clients know.
#[derive(Default)]
struct Known {
    /// Answered with 201 or 200.
    acknowledged: BTreeSet<u32>,
    /// Sent, and the answer never came.
    unanswered: BTreeSet<u32>,
}

/// Registers new people until the line breaks.
fn until_it_breaks(address: SocketAddr, token: &str, next: &AtomicU32) -> Known {
    let mut known = Known::default();
    let Ok(mut client) = Client::connect(address, token) else { return known };
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let Ok(status) = client.register(number) else {
            known.unanswered.insert(number);
            return known;
        };
        assert_eq!(status, 201, "a new person is new");
        known.acknowledged.insert(number);
    }
}

/// Serves, loads, kills after a while.
fn round(folder: &Path, token: &str, next: &AtomicU32, known: &mut Known, lives: Duration) {
    let mut serving = Serving::start(folder);
    let address = serving.address;
    let resent: Vec<u32> = std::mem::take(&mut known.unanswered).into_iter().collect();
    thread::scope(|scope| {
        let work = || until_it_breaks(address, token, next);
        let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(work)).collect();
        thread::sleep(lives / 4);
        send_again(address, token, &resent, known);
        thread::sleep(lives * 3 / 4);
        serving.kill();
        for client in clients {
            let told = client.join().expect("a client");
            known.acknowledged.extend(told.acknowledged);
            known.unanswered.extend(told.unanswered);
        }
    });
}

/// What was never answered is sent again under the same key: it is taken, or was taken before.
fn send_again(address: SocketAddr, token: &str, numbers: &[u32], known: &mut Known) {
    let Ok(mut client) = Client::connect(address, token) else { return };
    for number in numbers {
        match client.register(*number) {
            Ok(status) => {
                assert!(status == 200 || status == 201, "{number}: {status}");
                known.acknowledged.insert(*number);
            }
            Err(_) => {
                known.unanswered.insert(*number);
            }
        }
    }
}

/// Everything acknowledged is there, once.
fn nothing_is_lost(folder: &Path, token: &str, known: &mut Known) {
    let serving = Serving::start(folder);
    let mut client = Client::connect(serving.address, token).expect("connects");
    for number in &known.acknowledged {
        let status = client.register(*number).expect("answers");
        assert_eq!(status, 200, "{number} was acknowledged and is not there");
    }
    let rest: Vec<u32> = std::mem::take(&mut known.unanswered).into_iter().collect();
    send_again(serving.address, token, &rest, known);
    assert!(known.unanswered.is_empty());
    assert!(serving.stop(), "stops when it is told to");
    let report = done(folder, &["report", "stages", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["persons"], known.acknowledged.len(), "nobody is doubled");
    done(folder, &["verify"]);
}

fn killed(rounds: u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let token = token(folder.path());
    let (next, mut known) = (AtomicU32::new(1), Known::default());
    let mut chance = u64::from(std::process::id()) | 1;
    for _ in 0..rounds {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let lives = Duration::from_millis(20 + chance % 400);
        round(folder.path(), &token, &next, &mut known, lives);
    }
    assert!(known.acknowledged.len() > usize::try_from(rounds).expect("few"));
    nothing_is_lost(folder.path(), &token, &mut known);
}

#[test]
fn killed_under_load_it_loses_nothing_and_doubles_nothing() {
    killed(4);
}

#[test]
#[ignore = "takes minutes: bin/crash-test runs it"]
fn killed_fifty_times_under_load_it_loses_nothing_and_doubles_nothing() {
    killed(50);
}

#[test]
fn told_to_stop_it_answers_everybody_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let token = token(folder.path());
    let serving = Serving::start(folder.path());
    let (address, next) = (serving.address, AtomicU32::new(1));
    let mut acknowledged = 0;
    thread::scope(|scope| {
        let work = || until_it_breaks(address, &token, &next);
        let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(work)).collect();
        thread::sleep(Duration::from_millis(300));
        assert!(serving.stop(), "ends well");
        for client in clients {
            acknowledged += client.join().expect("a client").acknowledged.len();
        }
    });
    let report = done(folder.path(), &["report", "stages", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert!(acknowledged > 0);
    assert_eq!(report["persons"], acknowledged, "whoever is recorded was answered");
}
