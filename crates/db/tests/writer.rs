//! One writer: batches are durable together, a refused act rolls back alone, positions have no gaps.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
use db::{Address, Batch, Chain, Db, Error, Follower, NewEntry, Options, sql};
use rules::{ActId, Instant};
use std::sync::{Arc, Mutex};
use testkit::{Fresh, on_both_engines};
use uuid::Uuid;

type Heard = Arc<Mutex<Vec<(i64, i64, Vec<u32>)>>>;

struct Listening(Heard);
impl Follower<u32> for Listening {
    fn committed(&mut self, batch: Batch<u32>) {
        let mut heard = self.0.lock().expect("not poisoned");
        heard.push((batch.before, batch.after, batch.news));
    }
}

fn open(address: &Address) -> (Arc<Db<u32>>, Heard) {
    let heard = Heard::default();
    let db = Db::open(address, &Options::default(), Listening(heard.clone())).expect("opens");
    (db, heard)
}

#[derive(Debug)]
enum Said {
    No,
    Fault(Error),
}
impl From<Error> for Said {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}

fn entry(n: u128) -> NewEntry<'static> {
    NewEntry {
        act_id: ActId(Uuid::from_u128(n)),
        act: "test.act",
        actor: "system",
        office: None,
        at: Instant(1_600_000_000_000_000),
        subject: None,
        asked: None,
        payload: "{}",
    }
}

sql!(COUNT = "select count(*) from setting where name like 'n%'");
sql!(ADD = "insert into setting (name, value) values ($1, 'x')");

fn count(db: &Db<u32>) -> i64 {
    db.look(|tx| tx.maybe::<(i64,)>(COUNT, ())).expect("counts").expect("a row").0
}

/// Records entry `n` and a row for it, then says no when told to.
fn act(db: &Db<u32>, n: u32, refuse: bool) -> Result<i64, Said> {
    db.change_now(move |tx| {
        let position = tx.record(&entry(u128::from(n)))?;
        tx.run(ADD, (format!("n{n}"),))?;
        tx.tell(n);
        if refuse { Err(Said::No) } else { Ok(position) }
    })
}

on_both_engines!(a_refused_act_rolls_back_alone, |fresh| {
    let (db, heard) = open(&fresh.address);
    let threads: Vec<_> = (1..=40u32)
        .map(|n| {
            let db = db.clone();
            std::thread::spawn(move || (n, act(&db, n, n % 3 == 0)))
        })
        .collect();
    let mut positions = Vec::new();
    for thread in threads {
        match thread.join().expect("no panic") {
            (n, Ok(position)) => {
                assert_ne!(n % 3, 0);
                positions.push(position);
            }
            (n, Err(Said::No)) => assert_eq!(n % 3, 0),
            (n, Err(Said::Fault(fault))) => panic!("act {n}: {fault}"),
        }
    }
    positions.sort_unstable();
    assert_eq!(positions, (1..=27).collect::<Vec<i64>>(), "positions have no gap");
    assert_eq!(count(&db), 27);
    let heard = heard.lock().expect("not poisoned");
    let told: usize = heard.iter().map(|(_, _, news)| news.len()).sum();
    assert_eq!(told, 27, "a refused act tells nothing");
    assert!(heard.windows(2).all(|pair| pair[0].1 == pair[1].0), "batches follow each other");
});

on_both_engines!(a_panicking_act_harms_nobody, |fresh| {
    let (db, _) = open(&fresh.address);
    let broken: Result<(), Said> = db.change_now(|tx| {
        tx.run(ADD, ("n-panic",))?;
        panic!("on purpose");
    });
    assert!(matches!(broken, Err(Said::Fault(Error::Panicked))));
    act(&db, 1, false).expect("the writer goes on");
    assert_eq!(count(&db), 1);
});

on_both_engines!(a_broken_statement_rolls_back_its_act_alone, |fresh| {
    let (db, _) = open(&fresh.address);
    act(&db, 1, false).expect("records");
    let twice = act(&db, 1, false);
    assert!(matches!(twice, Err(Said::Fault(_))), "an act id is recorded once");
    act(&db, 2, false).expect("the next act goes on");
    assert_eq!(count(&db), 2);
});

on_both_engines!(the_chain_binds_every_entry_to_the_one_before, |fresh| {
    let (db, _) = open(&fresh.address);
    for n in 1..=5 {
        act(&db, n, false).expect("records");
    }
    let mut chain = Chain::start();
    let end: Result<Chain, Error> = db.look(|tx| {
        tx.entries(0, 100, |entry| {
            chain.follow(&entry).expect("follows");
            Ok(())
        })?;
        tx.chain()
    });
    let end = end.expect("reads");
    assert_eq!(chain, end);
    assert_eq!(chain.position, 5);
});

on_both_engines!(the_journal_cannot_be_rewritten, |fresh| {
    let (db, _) = open(&fresh.address);
    act(&db, 1, false).expect("records");
    for rewrite in ["update journal set payload = 'x'", "delete from journal"] {
        let done: Result<(), Error> = db.change_now(move |tx| tx.batch(rewrite));
        assert!(done.is_err(), "{rewrite}");
    }
    act(&db, 2, false).expect("the writer goes on");
});

on_both_engines!(a_reader_sees_nothing_half_done_and_changes_nothing, |fresh| {
    let (db, _) = open(&fresh.address);
    let wrote: Result<u64, Error> = db.look(|tx| tx.run(ADD, ("n-reader",)));
    assert!(wrote.is_err());
    assert_eq!(count(&db), 0);
});

on_both_engines!(two_processes_share_one_journal_without_a_gap, |fresh| {
    let (one, _) = open(&fresh.address);
    let (other, heard) = open(&fresh.address);
    let threads: Vec<_> = (1..=60u32)
        .map(|n| {
            let db = if n % 2 == 0 { one.clone() } else { other.clone() };
            std::thread::spawn(move || act(&db, n, false).expect("records"))
        })
        .collect();
    let mut positions: Vec<i64> =
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect();
    positions.sort_unstable();
    assert_eq!(positions, (1..=60).collect::<Vec<i64>>());
    let heard = heard.lock().expect("not poisoned");
    let own: usize = heard.iter().map(|(_, _, news)| news.len()).sum();
    assert_eq!(own, 30, "a follower hears of its own process alone, and sees the gaps by position");
});

#[test]
fn postgres_comes_back_after_its_line_was_cut() {
    let Some(fresh) = Fresh::postgres() else { return };
    let (db, _) = open(&fresh.address);
    act(&db, 1, false).expect("records");
    fresh.cut_lines();
    let mut tries = 0;
    while act(&db, 2, false).is_err() {
        tries += 1;
        assert!(tries < 5, "the writer reconnects");
    }
    let mut counted = db.look(|tx| tx.maybe::<(i64,)>(COUNT, ()));
    for _ in 0..5 {
        if counted.is_err() {
            counted = db.look(|tx| tx.maybe::<(i64,)>(COUNT, ()));
        }
    }
    assert_eq!(counted.expect("reads").expect("a row").0, 2);
}
