//! Any figure, as at any day, as known at any position, is what a simple model counts.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod common;

use common::{ask, open, record, register, void};
use jakpreneur::{
    App,
    reports::{Answer, By, Narrowing},
    stages::ServiceForm,
    verify::verify,
};
use proptest::prelude::*;
use rules::{Date, MemberId, ServiceId, StageKind};
use std::collections::BTreeSet;
use testkit::Fresh;

const AGENCIES: [&str; 3] = ["ppkukm", "ppapp", "sosial"];
const FIRST: Date = jiff::civil::date(2022, 1, 1);
const DAYS: i64 = 12;

/// Something somebody does; numbers pick among what is there.
#[derive(Clone, Debug)]
enum Deed {
    Register { person: u32, agency: usize, day: i64 },
    Serve { member: usize, stage: usize, after: i64, started: bool },
    Void { service: usize },
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (0_u32..9, 0_usize..3, 0_i64..DAYS)
            .prop_map(|(person, agency, day)| Deed::Register { person, agency, day }),
        6 => (any::<prop::sample::Index>(), 1_usize..7, 0_i64..DAYS, prop::bool::weighted(0.2))
            .prop_map(|(member, stage, after, started)| {
                Deed::Serve { member: member.index(64), stage, after, started }
            }),
        2 => any::<prop::sample::Index>().prop_map(|service| Deed::Void { service: service.index(64) }),
    ]
}

struct Member {
    id: MemberId,
    position: i64,
    person: u32,
    agency: usize,
    on: Date,
}

struct Service {
    id: ServiceId,
    position: i64,
    member: usize,
    stage: usize,
    on: Date,
    completed: bool,
    voided_at: Option<i64>,
}

/// Everything that happened, as plain as it can be kept.
#[derive(Default)]
struct Model {
    members: Vec<Member>,
    services: Vec<Service>,
    position: i64,
}

/// What a figure is asked for.
#[derive(Clone, Copy, Debug)]
struct Asked {
    as_at: Date,
    known_at: i64,
    agency: Option<usize>,
}

impl Model {
    fn does(&mut self, app: &App, deed: &Deed) {
        match *deed {
            Deed::Register { person, agency, day } => self.registers(app, person, agency, day),
            Deed::Serve { member, stage, after, started } if !self.members.is_empty() => {
                self.serves(app, member % self.members.len(), stage, after, started);
            }
            Deed::Void { service } if !self.services.is_empty() => {
                self.voids(app, service % self.services.len());
            }
            Deed::Serve { .. } | Deed::Void { .. } => {}
        }
    }

    fn registers(&mut self, app: &App, person: u32, agency: usize, day: i64) {
        let on = later(FIRST, day);
        let done = register(app, person, AGENCIES[agency], &on.to_string());
        let known = self.members.iter().any(|it| it.person == person && it.agency == agency);
        assert_eq!(done.is_err(), known, "an agency registers a NIK once");
        if let Ok(done) = done {
            self.position += 1;
            assert_eq!(done.stamp.position, self.position, "positions have no gaps");
            let (id, position) = (done.event.member, self.position);
            self.members.push(Member { id, position, person, agency, on });
        }
    }

    fn serves(&mut self, app: &App, member: usize, stage: usize, after: i64, started: bool) {
        let on = later(self.members[member].on, after);
        let form = ServiceForm {
            stage: StageKind::ALL[stage].word().to_owned(),
            occurred_on: on.to_string(),
            state: if started { "started" } else { "completed" }.to_owned(),
            ..ServiceForm::default()
        };
        let done = record(app, self.members[member].id, form).expect("records");
        self.position += 1;
        self.services.push(Service {
            id: done.event.service,
            position: self.position,
            member,
            stage,
            on,
            completed: !started,
            voided_at: None,
        });
    }

    fn voids(&mut self, app: &App, service: usize) {
        let service = &mut self.services[service];
        let done = void(app, service.id);
        assert_eq!(done.is_err(), service.voided_at.is_some(), "a service is taken back once");
        if done.is_ok() {
            self.position += 1;
            service.voided_at = Some(self.position);
        }
    }

    /// Persons, and for each stage who reached it and who has it open.
    fn counts(&self, asked: Asked) -> (u64, Vec<(u64, u64)>) {
        let counted = |member: &&Member| {
            member.position <= asked.known_at
                && member.on <= asked.as_at
                && asked.agency.is_none_or(|agency| agency == member.agency)
        };
        let persons: BTreeSet<u32> =
            self.members.iter().filter(counted).map(|member| member.person).collect();
        let had = |stage: usize, completed: bool| -> BTreeSet<u32> {
            let standing = self.services.iter().filter(|service| {
                service.position <= asked.known_at
                    && service.on <= asked.as_at
                    && service.voided_at.is_none_or(|at| at > asked.known_at)
                    && service.stage == stage
                    && service.completed == completed
            });
            let members = standing.map(|service| &self.members[service.member]);
            members.filter(counted).map(|member| member.person).collect()
        };
        let mut stages = vec![(persons.len() as u64, 0)];
        for stage in 1..7 {
            let (reached, begun) = (had(stage, true), had(stage, false));
            stages.push((reached.len() as u64, begun.difference(&reached).count() as u64));
        }
        (persons.len() as u64, stages)
    }
}

fn later(day: Date, days: i64) -> Date {
    day.checked_add(jiff::Span::new().days(days)).expect("a day")
}

fn shown(app: &App, asked: Asked) -> Answer {
    let agency = asked.agency.and_then(|agency| rules::Agency::parse(AGENCIES[agency]).ok());
    let (as_at, known_at) = (Some(asked.as_at), Some(asked.known_at));
    ask(app, &Narrowing { as_at, known_at, agency, ..Narrowing::default() })
}

/// Every figure of the model is the figure shown; answers what was shown.
fn agrees(app: &App, model: &Model, questions: &[(i64, prop::sample::Index, Option<usize>)]) {
    for (day, position, agency) in questions {
        let known_at = position.index(usize::try_from(model.position).expect("small") + 1);
        let known_at = i64::try_from(known_at).expect("small");
        let asked = Asked { as_at: later(FIRST, *day), known_at, agency: *agency };
        let (persons, stages) = model.counts(asked);
        let answer = shown(app, asked);
        assert_eq!(answer.persons, persons, "{asked:?}");
        for row in &answer.rows {
            assert_eq!(
                (row.reached, row.open),
                stages[row.stage.index()],
                "{asked:?} {}",
                row.stage
            );
        }
        assert_eq!(answer.rows.iter().map(|row| row.at).sum::<u64>(), persons, "{asked:?}");
    }
}

/// The figures by every dimension as known at a position.
fn picture(app: &App, known_at: i64) -> Vec<Answer> {
    let by = [By::Agency, By::Month, By::Kelurahan];
    let ask = |day: i64| Narrowing {
        as_at: Some(later(FIRST, day)),
        known_at: Some(known_at),
        by: by.to_vec(),
        ..Narrowing::default()
    };
    [0, DAYS / 2, 2 * DAYS].map(|day| common::ask(app, &ask(day))).to_vec()
}

type Questions = Vec<(i64, prop::sample::Index, Option<usize>)>;

fn story() -> impl Strategy<Value = (Vec<Deed>, Questions)> {
    let question = (0_i64..2 * DAYS, any::<prop::sample::Index>(), prop::option::of(0_usize..3));
    (prop::collection::vec(deed(), 40..90), prop::collection::vec(question, 24))
}

fn holds(fresh: &Fresh, deeds: &[Deed], questions: &[(i64, prop::sample::Index, Option<usize>)]) {
    let app = open(fresh);
    let mut model = Model::default();
    let (before, after) = deeds.split_at(deeds.len() / 2);
    for deed in before {
        model.does(&app, deed);
    }
    agrees(&app, &model, questions);
    let halfway = model.position;
    let pictured = picture(&app, halfway);
    for deed in after {
        model.does(&app, deed);
    }
    agrees(&app, &model, questions);
    assert_eq!(picture(&app, halfway), pictured, "what was known then never changes");

    let again = open(fresh);
    assert_eq!(picture(&again, model.position), picture(&app, model.position));
    agrees(&again, &model, questions);
    verify(&app, &mut |_, _, _| {}).expect("nothing differs");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 8, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn figures_are_what_a_simple_model_counts_on_sqlite((deeds, questions) in story()) {
        holds(&Fresh::sqlite(), &deeds, &questions);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4, max_shrink_iters: 20, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn figures_are_what_a_simple_model_counts_on_postgres((deeds, questions) in story()) {
        if let Some(fresh) = Fresh::postgres() {
            holds(&fresh, &deeds, &questions);
        }
    }
}
