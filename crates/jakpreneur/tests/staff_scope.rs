//! Nobody outside a scope is ever listed, counted, looked up or opened, and a list is as long as its figure.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod staff_world;

use jakpreneur::{
    Problem,
    people::{self, Asked},
    reports::{self, By, Narrowing},
    staff::{self, Officer},
    stages::{self, ServiceForm},
};
use proptest::{prelude::*, test_runner::TestRunner};
use rules::{Agency, MemberId, RegionCode};
use staff_world::World;
use std::{collections::BTreeSet, sync::Arc};
use testkit::{Fresh, on_both_engines};

const AGENCIES: [&str; 2] = ["ppkukm", "ppapp"];
const OFFICES: [&str; 4] = ["31.73.05", "31.73.01", "31.74.01", "31.74.02"];
/// None, two cities and a kecamatan of each: with and without an agency, every kind of reach there is.
const AREAS: [&str; 5] = ["", "31.73", "31.74", "31.73.05", "31.74.02"];

/// A registration: of which person, by which agency, at which office, and whether they were trained.
#[derive(Clone, Debug)]
struct Drawn {
    person: u32,
    agency: usize,
    office: usize,
    trained: bool,
}

struct Kept {
    drawn: Drawn,
    member: MemberId,
}

impl Kept {
    fn agency(&self) -> Agency {
        Agency::parse(AGENCIES[self.drawn.agency]).expect("an agency")
    }

    fn office(&self) -> RegionCode {
        OFFICES[self.drawn.office].parse().expect("a region")
    }

    fn within(&self, by: &Officer) -> bool {
        by.scope.covers(&self.agency(), self.office())
    }
}

fn nik(person: u32) -> String {
    format!("317305120385{:04}", person + 1)
}

/// Registrations by up to twelve persons, each at most once an agency.
fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let one = (0..12_u32, 0..AGENCIES.len(), 0..OFFICES.len(), any::<bool>())
        .prop_map(|(person, agency, office, trained)| Drawn { person, agency, office, trained });
    prop::collection::vec(one, 1..24).prop_map(|mut all| {
        let mut met = BTreeSet::new();
        all.retain(|one| met.insert((one.person, one.agency)));
        all
    })
}

fn settle(world: &World, drawn: Vec<Drawn>) -> Vec<Kept> {
    let keep = |drawn: Drawn| {
        let (agency, office) = (AGENCIES[drawn.agency], OFFICES[drawn.office]);
        let member = world.member(&nik(drawn.person), agency, office);
        if drawn.trained {
            let asking = world.asking(&world.app.operator());
            let training = ServiceForm { stage: "training".to_owned(), ..ServiceForm::default() };
            let act = move |tx: &mut jakpreneur::journal::Change<'_>, house: &jakpreneur::House| {
                stages::record(tx, house, &asking, member, &training, None)
            };
            world.app.change_now(act).expect("records");
        }
        Kept { drawn, member }
    };
    drawn.into_iter().map(keep).collect()
}

fn officers(world: &World) -> Vec<Arc<Officer>> {
    let mut all = Vec::new();
    for (a, agency) in ["", AGENCIES[0], AGENCIES[1]].into_iter().enumerate() {
        for (n, area) in AREAS.into_iter().enumerate() {
            all.push(world.officer(&format!("admin.{a}.{n}"), "administrator", agency, area));
        }
    }
    all
}

/// Every page of a list, and the total it states.
fn listed(world: &World, by: &Officer, measure: figures::Measure) -> (Vec<people::Brief>, u64) {
    let (mut items, mut after) = (Vec::new(), None);
    loop {
        let asked = Asked { measure: Some(measure), after, limit: 3, ..Asked::default() };
        let page = people::list(&world.app.db, &world.app.house, by, &asked).expect("lists");
        items.extend(page.items);
        after = page.next;
        if after.is_none() {
            return (items, page.total);
        }
    }
}

fn persons<'k>(kept: impl Iterator<Item = &'k Kept>) -> BTreeSet<u32> {
    kept.map(|one| one.drawn.person).collect()
}

/// Lists and figures of one officer against what was registered.
fn counted(world: &World, kept: &[Kept], by: &Officer) -> Result<(), TestCaseError> {
    let seen = persons(kept.iter().filter(|one| one.within(by)));
    let trained = persons(kept.iter().filter(|one| one.within(by) && one.drawn.trained));
    let answer = reports::ask(&world.app.db, &world.app.house, by, &Narrowing::default());
    let answer = answer.expect("answers");
    prop_assert_eq!(answer.persons, seen.len() as u64);
    let stage = answer.rows.iter().find(|row| row.stage == rules::StageKind::Training);
    prop_assert_eq!(stage.expect("a row").reached, trained.len() as u64);
    let training = u8::try_from(rules::StageKind::Training.index()).expect("few stages");
    for (measure, of_them) in
        [(figures::Measure::Registered, &seen), (figures::Measure::Reached(training), &trained)]
    {
        let (items, total) = listed(world, by, measure);
        prop_assert_eq!(total, of_them.len() as u64, "the list states its length");
        let found = |id| kept.iter().find(|one| one.member == id);
        let rows: Vec<&Kept> = items.iter().filter_map(|line| found(line.row.id)).collect();
        prop_assert_eq!(rows.len() as u64, total, "and is as long");
        prop_assert!(rows.iter().all(|one| one.within(by)), "nobody outside the scope");
        prop_assert_eq!(&persons(rows.into_iter()), of_them);
    }
    let by_kecamatan = Narrowing { by: vec![By::Agency], ..Narrowing::default() };
    let groups = reports::ask(&world.app.db, &world.app.house, by, &by_kecamatan);
    let groups = groups.expect("answers").groups.unwrap_or_default();
    let told: u64 = groups.iter().map(|group| group.persons).sum();
    let agencies = kept.iter().filter(|one| one.within(by)).map(Kept::agency);
    let expected: usize = agencies
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|agency| {
            persons(kept.iter().filter(|one| one.within(by) && one.agency() == agency)).len()
        })
        .sum();
    prop_assert_eq!(told, expected as u64);
    Ok(())
}

/// Look-ups and files of one officer against what was registered.
fn found(world: &World, kept: &[Kept], by: &Arc<Officer>) -> Result<(), TestCaseError> {
    let house = &world.app.house;
    for one in kept {
        let nik = nik(one.drawn.person);
        let found = world.app.db.look(|tx| people::by_nik(tx, house, by, &nik)).expect("looks");
        let ids: BTreeSet<_> = found.iter().map(|line| line.row.id).collect();
        let own = kept.iter().filter(|it| it.drawn.person == one.drawn.person && it.within(by));
        prop_assert_eq!(ids, own.map(|it| it.member).collect::<BTreeSet<_>>());
        let (officer, member, id) = (by.clone(), one.member, house.new_id());
        let opened = world.app.change_now(move |tx, house| {
            people::open_file(tx, house, &officer, house.now(), id, member)
        });
        match opened {
            Ok(file) => {
                prop_assert!(one.within(by));
                let others: BTreeSet<_> = file.others.iter().map(|row| row.id).collect();
                let outside = |it: &&Kept| others.contains(&it.member) && !it.within(by);
                prop_assert!(!kept.iter().any(|it| outside(&it)));
            }
            Err(problem) => {
                prop_assert!(matches!(problem, Problem::NotFound), "{}", problem);
                prop_assert!(!one.within(by));
            }
        }
    }
    let phone = world.app.db.look(|tx| people::by_phone(tx, house, by, "0812 0000 0001"));
    let within = kept.iter().filter(|one| one.within(by)).count();
    prop_assert_eq!(phone.expect("looks").len(), within, "everybody has the same number");
    Ok(())
}

fn accounts(world: &World, all: &[Arc<Officer>], by: &Officer) -> Result<(), TestCaseError> {
    let seen = world.app.db.look(|tx| staff::accounts(tx, &by.scope)).expect("lists");
    let names: BTreeSet<_> = seen.into_iter().map(|account| account.name).collect();
    let within = all.iter().filter(|other| by.scope.contains(&other.scope));
    prop_assert_eq!(names, within.map(|other| other.name.clone()).collect::<BTreeSet<_>>());
    Ok(())
}

fn no_scope_shows_anybody_outside(make: impl Fn() -> Fresh, cases: u32) {
    let config = ProptestConfig { cases, max_shrink_iters: 40, ..ProptestConfig::default() };
    let mut runner = TestRunner::new(config);
    let held = runner.run(&drawn(), |drawn| {
        let fresh = make();
        let world = World::open(&fresh);
        let kept = settle(&world, drawn);
        let all = officers(&world);
        for by in &all {
            counted(&world, &kept, by)?;
            found(&world, &kept, by)?;
            accounts(&world, &all, by)?;
        }
        Ok(())
    });
    held.expect("holds");
}

on_both_engines!(a_scope_shows_what_is_within_and_nothing_else, |fresh| {
    match &fresh.address {
        db::Address::Sqlite(_) => no_scope_shows_anybody_outside(Fresh::sqlite, 6),
        db::Address::Postgres(_) => {
            no_scope_shows_anybody_outside(|| Fresh::postgres().expect("a server"), 2);
        }
    }
});
