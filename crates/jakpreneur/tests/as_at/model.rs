//! Everything that happened, as plain as it can be kept, and what is counted from it.
use crate::common::{self, record, void};
use jakpreneur::{
    App, Problem,
    journal::Done,
    people::{self, Corrected, CorrectionForm, Decision, Registered},
    stages::ServiceForm,
};
use proptest::prelude::*;
use rules::{Date, MemberId, PersonId, ServiceId, StageKind};
use std::collections::BTreeSet;

pub const AGENCIES: [&str; 3] = ["ppkukm", "ppapp", "sosial"];
/// A kecamatan and a kelurahan of it; everybody is registered in the first.
pub const AREAS: [(&str, &str); 3] =
    [("31.73.05", "Kebon Jeruk"), ("31.74.06", "Cilandak Barat"), ("31.71.06", "Menteng")];
pub const FIRST: Date = jiff::civil::date(2022, 1, 1);
pub const DAYS: i64 = 12;

/// Something somebody does; numbers pick among what is there.
#[derive(Clone, Debug)]
pub enum Deed {
    Register { person: u32, agency: usize, day: i64 },
    Serve { member: usize, stage: usize, after: i64, started: bool },
    Void { service: usize },
    Correct { member: usize, day: i64, moved: Option<i64>, area: usize, established: bool },
    Decide { pair: usize, same: bool },
    Undo { pair: usize },
}

pub fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (0_u32..9, 0_usize..3, 0_i64..DAYS)
            .prop_map(|(person, agency, day)| Deed::Register { person, agency, day }),
        6 => (any::<prop::sample::Index>(), 1_usize..7, 0_i64..DAYS, prop::bool::weighted(0.2))
            .prop_map(|(member, stage, after, started)| {
                Deed::Serve { member: member.index(64), stage, after, started }
            }),
        2 => any::<prop::sample::Index>().prop_map(|service| Deed::Void { service: service.index(64) }),
        2 => (0_usize..64, 0_i64..DAYS, prop::option::of(0_i64..2 * DAYS), 0_usize..3, any::<bool>())
            .prop_map(|(member, day, moved, area, established)| {
                Deed::Correct { member, day, moved, area, established }
            }),
        2 => (0_usize..64, prop::bool::weighted(0.8))
            .prop_map(|(pair, same)| Deed::Decide { pair, same }),
        1 => (0_usize..64).prop_map(|pair| Deed::Undo { pair }),
    ]
}

struct Member {
    id: MemberId,
    number: u32,
    agency: usize,
    /// What was said of it where, the registration first.
    said: Vec<Said>,
    /// Whose record it was from where on.
    of: Vec<(i64, PersonId)>,
}

#[derive(Clone, Copy)]
struct Said {
    position: i64,
    from: Option<Date>,
    area: usize,
    established: bool,
    on: Date,
}

impl Member {
    fn now(&self) -> Said {
        *self.said.last().expect("registered")
    }

    fn known(&self, asked: Asked) -> impl DoubleEndedIterator<Item = &Said> {
        self.said.iter().filter(move |said| said.position <= asked.known_at)
    }

    fn area(&self, asked: Asked) -> Option<usize> {
        let holds = |said: &&Said| said.from.is_none_or(|from| from <= asked.as_at);
        self.known(asked).rev().find(holds).map(|said| said.area)
    }

    fn person(&self, asked: Asked) -> PersonId {
        let known = self.of.iter().rev().find(|(position, _)| *position <= asked.known_at);
        known.expect("registered").1
    }
}

/// Two records that look alike, and whether they were said to be one person.
struct Pair {
    newer: usize,
    older: usize,
    same: Option<bool>,
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
pub struct Model {
    members: Vec<Member>,
    services: Vec<Service>,
    pairs: Vec<Pair>,
    pub position: i64,
}

/// What a figure is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    pub as_at: Date,
    pub known_at: i64,
    pub agency: Option<usize>,
    pub area: Option<usize>,
    pub established: Option<bool>,
}

impl Model {
    pub fn does(&mut self, app: &App, deed: &Deed) {
        match *deed {
            Deed::Register { person, agency, day } => self.registers(app, person, agency, day),
            Deed::Serve { member, stage, after, started } if !self.members.is_empty() => {
                self.serves(app, member % self.members.len(), stage, after, started);
            }
            Deed::Void { service } if !self.services.is_empty() => {
                self.voids(app, service % self.services.len());
            }
            Deed::Correct { member, .. } if !self.members.is_empty() => {
                self.corrects(app, member % self.members.len(), deed);
            }
            Deed::Decide { pair, same } if !self.pairs.is_empty() => {
                self.decides(app, pair % self.pairs.len(), same);
            }
            Deed::Undo { pair } if !self.pairs.is_empty() => {
                self.undoes(app, pair % self.pairs.len());
            }
            Deed::Serve { .. }
            | Deed::Void { .. }
            | Deed::Correct { .. }
            | Deed::Decide { .. }
            | Deed::Undo { .. } => {}
        }
    }

    fn registers(&mut self, app: &App, number: u32, agency: usize, day: i64) {
        let on = later(FIRST, day);
        let done = registered(app, number, AGENCIES[agency], on);
        let known = self.members.iter().any(|it| it.number == number && it.agency == agency);
        assert_eq!(done.is_err(), known, "an agency registers a NIK once");
        if let Ok(done) = done {
            self.position += 1;
            assert_eq!(done.stamp.position, self.position, "positions have no gaps");
            let (id, position) = (done.event.member, self.position);
            let newer = self.members.len();
            for (other, _) in &done.event.similar {
                let older = self.members.iter().position(|it| it.id == *other).expect("is there");
                self.pairs.push(Pair { newer, older, same: None });
            }
            let said = vec![Said { position, from: None, area: 0, established: false, on }];
            let of = vec![(position, done.event.person)];
            self.members.push(Member { id, number, agency, said, of });
        }
    }

    fn corrects(&mut self, app: &App, member: usize, deed: &Deed) {
        let Deed::Correct { day, moved, area, established, .. } = *deed else { return };
        let (now, on) = (self.members[member].now(), later(FIRST, day));
        let moved = moved.map(|moved| later(FIRST, moved));
        let standing =
            self.services.iter().filter(|it| it.member == member && it.voided_at.is_none());
        let too_late = on != now.on && standing.into_iter().any(|service| service.on < on);
        let same = (now.area, now.established, now.on) == (area, established, on);
        let nowhere = moved.is_some_and(|moved| area == now.area || moved < on);
        let done = correct(app, self.members[member].id, on, moved, area, established);
        assert_eq!(done.is_err(), same || too_late || nowhere, "{deed:?}");
        if done.is_ok() {
            self.position += 1;
            let (position, from) = (self.position, moved.or(now.from));
            self.members[member].said.push(Said { position, from, area, established, on });
        }
    }

    fn decides(&mut self, app: &App, pair: usize, same: bool) {
        let Pair { newer, older, .. } = self.pairs[pair];
        let (member, other) = (self.members[newer].id, self.members[older].id);
        let decision = if same { Decision::Same } else { Decision::Different };
        let asking = common::asking(app);
        let done =
            app.change_now(move |tx, _| people::decide(tx, &asking, member, other, decision));
        assert_eq!(done.is_err(), self.pairs[pair].same.is_some(), "a pair is decided once");
        if let Ok(done) = done {
            self.position += 1;
            self.pairs[pair].same = Some(same);
            self.members[newer].of.push((self.position, done.event.person));
        }
    }

    fn undoes(&mut self, app: &App, pair: usize) {
        let Pair { newer, older, same } = self.pairs[pair];
        let (member, other) = (self.members[newer].id, self.members[older].id);
        let asking = common::asking(app);
        let done = app.change_now(move |tx, house| {
            people::undo(tx, house, &asking, member, other, "salah lihat")
        });
        assert_eq!(done.is_err(), same.is_none(), "what was not decided cannot be undone");
        if let Ok(done) = done {
            self.position += 1;
            self.pairs[pair].same = same.filter(|same| *same).map(|_| false);
            self.members[newer].of.push((self.position, done.event.person));
        }
    }

    fn serves(&mut self, app: &App, member: usize, stage: usize, after: i64, started: bool) {
        let on = later(self.members[member].now().on, after);
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
    pub fn counts(&self, asked: Asked) -> (u64, Vec<(u64, u64)>) {
        let counted = |member: &&Member| {
            member.known(asked).next_back().is_some_and(|said| {
                said.on <= asked.as_at
                    && asked.established.is_none_or(|established| established == said.established)
            }) && asked.agency.is_none_or(|agency| agency == member.agency)
                && asked.area.is_none_or(|area| member.area(asked) == Some(area))
        };
        let members = self.members.iter().filter(counted);
        let persons: BTreeSet<PersonId> = members.map(|member| member.person(asked)).collect();
        let had = |stage: usize, completed: bool| -> BTreeSet<PersonId> {
            let standing = self.services.iter().filter(|service| {
                service.position <= asked.known_at
                    && service.on <= asked.as_at
                    && service.voided_at.is_none_or(|at| at > asked.known_at)
                    && service.stage == stage
                    && service.completed == completed
            });
            let members = standing.map(|service| &self.members[service.member]);
            members.filter(counted).map(|member| member.person(asked)).collect()
        };
        let mut stages = vec![(persons.len() as u64, 0)];
        for stage in 1..7 {
            let (reached, begun) = (had(stage, true), had(stage, false));
            stages.push((reached.len() as u64, begun.difference(&reached).count() as u64));
        }
        (persons.len() as u64, stages)
    }
}

pub fn later(day: Date, days: i64) -> Date {
    day.checked_add(jiff::Span::new().days(days)).expect("a day")
}

/// Everybody has the same phone, so that there are pairs to decide.
fn registered(app: &App, number: u32, agency: &str, on: Date) -> Result<Done<Registered>, Problem> {
    let mut form = common::form(number, agency, &on.to_string());
    "0812 0000 0001".clone_into(&mut form.phone);
    let asking = common::asking(app);
    let new = form.understand(&app.house, &asking.officer)?;
    app.change_now(move |tx, house| people::register(tx, house, &asking, &new))
}

fn correct(
    app: &App,
    member: MemberId,
    on: Date,
    moved: Option<Date>,
    area: usize,
    established: bool,
) -> Result<Done<Corrected>, Problem> {
    let form = CorrectionForm {
        registered_on: Some(on.to_string()),
        kelurahan: Some(AREAS[area].1.to_owned()),
        office: Some(AREAS[area].0.to_owned()),
        has_business: Some(established),
        moved_on: moved.map(|on| on.to_string()).unwrap_or_default(),
        reason: "salah ketik".to_owned(),
        ..CorrectionForm::default()
    };
    let asking = common::asking(app);
    app.change_now(move |tx, house| people::correct(tx, house, &asking, member, &form))
}
