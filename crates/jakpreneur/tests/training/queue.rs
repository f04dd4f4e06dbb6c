//! Whatever is asked, given up, moved and made larger: seats are never overrun, nobody is lost, the queue
//! is in the order of request, and no person is in a class twice.
use crate::{
    common::{self, open as open_app},
    world::{ask, cancel, change, class, counted_as_read, is_verified, transfer},
};
use jakpreneur::{
    App, Problem,
    classes::ClassForm,
    places::{self, Roster},
};
use proptest::{prelude::*, test_runner::TestRunner};
use rules::{ClassId, MemberId, PersonId, training::PlaceState};
use std::collections::{BTreeMap, HashSet};
use testkit::{Fresh, on_both_engines};

/// What somebody wants; numbers are taken modulo what there is.
#[derive(Clone, Copy, Debug)]
enum Want {
    Ask(usize, usize),
    Cancel(usize, usize),
    Transfer(usize, usize),
    Seats(usize, u32),
}

fn want() -> impl Strategy<Value = Want> {
    let (class, member) = (0..2_usize, 0..10_usize);
    prop_oneof![
        5 => (class.clone(), member.clone()).prop_map(|(class, who)| Want::Ask(class, who)),
        3 => (class.clone(), member.clone()).prop_map(|(class, who)| Want::Cancel(class, who)),
        2 => (class.clone(), member).prop_map(|(class, who)| Want::Transfer(class, who)),
        1 => (class, 1..6_u32).prop_map(|(class, seats)| Want::Seats(class, seats)),
    ]
}

/// What should be: for each class its seats, who has one, and who waits in which order.
#[derive(Default, Debug)]
struct Expected {
    seats: u32,
    confirmed: HashSet<MemberId>,
    waiting: Vec<MemberId>,
}

impl Expected {
    fn full(&self) -> bool {
        self.confirmed.len() >= self.seats as usize
    }

    fn join(&mut self, member: MemberId) {
        if self.full() {
            self.waiting.push(member);
        } else {
            self.confirmed.insert(member);
        }
    }

    fn leave(&mut self, member: MemberId) {
        self.waiting.retain(|other| *other != member);
        self.confirmed.remove(&member);
        self.fill();
    }

    fn fill(&mut self) {
        while !self.full() && !self.waiting.is_empty() {
            self.confirmed.insert(self.waiting.remove(0));
        }
    }

    fn has(&self, member: MemberId) -> bool {
        self.confirmed.contains(&member) || self.waiting.contains(&member)
    }
}

struct Both {
    app: App,
    ids: [ClassId; 2],
    expected: [Expected; 2],
    members: Vec<MemberId>,
    person: BTreeMap<MemberId, u32>,
}

impl Both {
    /// Two classes; ten records of seven persons: three of them are registered at two agencies.
    fn new(app: App, people: &[(u32, MemberId)]) -> Self {
        let ids = [class(&app, 3), class(&app, 2)];
        let expected = [3, 2].map(|seats| Expected { seats, ..Expected::default() });
        let members = people.iter().map(|(_, member)| *member).collect();
        let person = people.iter().map(|(person, member)| (*member, *person)).collect();
        Self { app, ids, expected, members, person }
    }

    fn same_person_in(&self, at: usize, member: MemberId) -> bool {
        let mut records = self.members.iter().filter(|it| self.person[it] == self.person[&member]);
        records.any(|record| self.expected[at].has(*record))
    }

    fn does(&mut self, want: Want) {
        match want {
            Want::Ask(at, who) => {
                let member = self.members[who];
                let free = !self.same_person_in(at, member);
                let done = ask(&self.app, self.ids[at], member);
                assert_eq!(done.is_ok(), free, "{want:?}: {done:?}");
                if free {
                    self.expected[at].join(member);
                }
            }
            Want::Cancel(at, who) => {
                let member = self.members[who];
                let done = cancel(&self.app, self.ids[at], member);
                assert_eq!(done.is_ok(), self.expected[at].has(member), "{want:?}: {done:?}");
                self.expected[at].leave(member);
            }
            Want::Transfer(at, who) => {
                let (member, to) = (self.members[who], 1 - at);
                let may = self.expected[at].has(member) && !self.same_person_in(to, member);
                let done = transfer(&self.app, (self.ids[at], self.ids[to]), member);
                assert_eq!(done.is_ok(), may, "{want:?}: {done:?}");
                if may {
                    self.expected[at].leave(member);
                    self.expected[to].join(member);
                }
            }
            Want::Seats(at, seats) => {
                let may = self.expected[at].confirmed.len() <= seats as usize;
                let form = ClassForm { capacity: Some(seats.to_string()), ..ClassForm::default() };
                let done = change(&self.app, self.ids[at], form);
                assert_eq!(done.is_ok(), may, "{want:?}: {done:?}");
                if may {
                    self.expected[at].seats = seats;
                    self.expected[at].fill();
                }
            }
        }
    }

    fn holds(&self) {
        for (id, expected) in self.ids.iter().zip(&self.expected) {
            let listed = |state| {
                let wanted = Roster { state: Some(state), limit: 100, ..Roster::default() };
                let officer = self.app.operator();
                let found = self
                    .app
                    .db
                    .look(|tx| places::roster(tx, &self.app.house, &officer, *id, &wanted));
                found.expect("lists").items
            };
            let (confirmed, waiting) = (listed(PlaceState::Confirmed), listed(PlaceState::Waiting));
            assert!(confirmed.len() <= expected.seats as usize);
            counted_as_read(&self.app, *id);
            let has: HashSet<MemberId> = confirmed.iter().map(|it| it.member).collect();
            assert_eq!(has, expected.confirmed);
            let waits: Vec<MemberId> = waiting.iter().map(|it| it.member).collect();
            assert_eq!(waits, expected.waiting);
            let places: Vec<_> = waiting.iter().filter_map(|it| it.queue).collect();
            assert!(places.iter().copied().eq(1..=u32::try_from(waits.len()).expect("few")));
            let persons: Vec<PersonId> =
                confirmed.iter().chain(&waiting).map(|it| it.person).collect();
            let distinct: HashSet<&PersonId> = persons.iter().collect();
            assert_eq!(distinct.len(), persons.len(), "a person is in the class twice");
        }
    }
}

fn people(app: &App) -> Vec<(u32, MemberId)> {
    let mut records: Vec<(u32, &str)> = (0..7).map(|person| (person, "ppkukm")).collect();
    records.extend([(0, "ppapp"), (1, "ppapp"), (2, "sosial")]);
    let register = |(person, agency)| {
        let done = common::register(app, person, agency, "2022-01-03");
        Ok((person, done?.event.member))
    };
    let all: Result<Vec<_>, Problem> = records.into_iter().map(register).collect();
    all.expect("registers")
}

fn every_history_holds(fresh: &Fresh, histories: u32) {
    let app = open_app(fresh);
    let people = people(&app);
    let config =
        ProptestConfig { cases: histories, failure_persistence: None, ..ProptestConfig::default() };
    let history = prop::collection::vec(want(), 1..40);
    let ran = TestRunner::new(config).run(&history, |wants| {
        let mut both = Both::new(app.clone(), &people);
        for want in wants {
            both.does(want);
        }
        both.holds();
        Ok(())
    });
    if let Err(failed) = ran {
        panic!("{failed}");
    }
    is_verified(&app);
}

on_both_engines!(seats_are_never_overrun_and_the_queue_keeps_its_order, |fresh| {
    every_history_holds(&fresh, 24);
});
