//! Curation: entered, verified, validated by somebody else, scheduled, graded, certified; and the e-order list.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#[path = "../screens/browser.rs"]
#[allow(dead_code, reason = "other tests need the rest of it")]
mod browser;
mod pages;
#[path = "../staff_world/mod.rs"]
mod staff_world;

/// What the browser signs officers in with.
mod world {
    pub use super::staff_world::PASSWORD;
}

use jakpreneur::{
    House, Problem,
    curations::{self, GradeForm, RoundForm, ScheduleForm, Sought},
    journal::{Asking, Change},
    licences::{self, LicenceForm},
    products::{self, ProductForm},
    staff::Officer,
    verify::verify,
};
use rules::{
    CurationEntryId, CurationRoundId, MemberId, ProductId,
    marketing::{
        curation::{CurationNumber, EntryState},
        e_order::Missing,
    },
};
use staff_world::World;
use std::sync::Arc;
use testkit::{Fresh, on_both_engines};

const HOME: (&str, &str) = ("ppkukm", "31.73.05");
const NIK: &str = "3173051203850001";
const OTHER_NIK: &str = "3173055203860002";

/// A programme on 22 June 2022 with a member who makes crisps, and everybody who curates.
struct Fair {
    world: World,
    member: MemberId,
    mentor: Arc<Officer>,
    head: Arc<Officer>,
    office: Arc<Officer>,
    curator: Arc<Officer>,
}

impl Fair {
    fn of(fresh: &Fresh) -> Self {
        let world = World::open(fresh);
        let member = world.member(NIK, HOME.0, HOME.1);
        let mentor = world.officer("pendamping", "mentor", HOME.0, HOME.1);
        let head = world.officer("kasatpel", "kecamatan_head", HOME.0, HOME.1);
        let office = world.officer("sudin", "city_office", HOME.0, "31.73");
        let curator = world.officer("kurator", "curator", HOME.0, "");
        Self { world, member, mentor, head, office, curator }
    }

    fn act<T: Send + 'static>(
        &self,
        by: &Arc<Officer>,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let asking = self.world.asking(by);
        self.world.app.change_now(move |tx, house| act(tx, house, &asking))
    }

    fn own(&self) -> Arc<Officer> {
        Arc::new(Officer::resident(self.member))
    }

    fn round(&self) -> CurationRoundId {
        let form = RoundForm {
            title: "Kurasi Juni".to_owned(),
            area: "31.73".to_owned(),
            closes_on: "2022-07-31".to_owned(),
            ..RoundForm::default()
        };
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            curations::announce(tx, house, asking, &form)
        };
        self.act(&self.office, act).expect("is announced").event.round
    }

    fn product(&self, name: &str, category: &str) -> ProductId {
        let member = self.member;
        let form = ProductForm {
            name: name.to_owned(),
            text: "Renyah, 200 gram".to_owned(),
            category: category.to_owned(),
            price: "15000".to_owned(),
        };
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            products::add(tx, house, asking, member, &form)
        };
        self.act(&self.own(), act).expect("is kept").event.product
    }

    fn register(
        &self,
        by: &Arc<Officer>,
        round: CurationRoundId,
        product: ProductId,
    ) -> Result<CurationEntryId, Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            curations::register(tx, house, asking, round, product)
        };
        self.act(by, act).map(|done| done.event.entry)
    }

    fn verify(&self, by: &Arc<Officer>, entry: CurationEntryId) -> Result<EntryState, Problem> {
        let act = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
            curations::verify(tx, asking, entry)
        };
        self.act(by, act).map(|done| done.event.state)
    }

    fn validate(&self, by: &Arc<Officer>, entry: CurationEntryId) -> Result<EntryState, Problem> {
        let act = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
            curations::validate(tx, asking, entry)
        };
        self.act(by, act).map(|done| done.event.state)
    }

    fn decline(&self, by: &Arc<Officer>, entry: CurationEntryId) -> Result<EntryState, Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            curations::decline(tx, house, asking, entry, "Kemasan belum ada label")
        };
        self.act(by, act).map(|done| done.event.state)
    }

    fn schedule(&self, entry: CurationEntryId, day: &str) -> Result<(), Problem> {
        let form = ScheduleForm {
            held_on: day.to_owned(),
            held_at: "09.00".to_owned(),
            place: "Aula kecamatan".to_owned(),
        };
        let act = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
            curations::schedule(tx, asking, entry, &form)
        };
        self.act(&self.office, act).map(drop)
    }

    fn grade(&self, entry: CurationEntryId, score: &str) -> Result<(String, bool), Problem> {
        let codes = ["quality", "packaging", "hygiene", "permits", "photo"];
        let form = GradeForm {
            scores: codes.map(|code| (code.to_owned(), score.to_owned())).into(),
            advice: "Tambahkan tanggal kedaluwarsa".to_owned(),
        };
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            curations::grade(tx, house, asking, entry, &form)
        };
        self.act(&self.curator, act).map(|done| (done.event.grade, done.event.passed))
    }

    /// Everything up to a day and place, today.
    fn scheduled(&self, round: CurationRoundId, product: ProductId) -> CurationEntryId {
        let entry = self.register(&self.own(), round, product).expect("is entered");
        self.verify(&self.mentor, entry).expect("is verified");
        self.validate(&self.head, entry).expect("is validated");
        self.schedule(entry, "2022-06-22").expect("is scheduled");
        entry
    }

    fn see(
        &self,
        by: &Arc<Officer>,
        entry: CurationEntryId,
    ) -> Result<curations::SeenEntry, Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            let log = (asking.at, house.new_id());
            curations::see(tx, house, &asking.officer, entry, log)
        };
        self.act(by, act)
    }

    fn waiting(&self, by: &Arc<Officer>) -> u64 {
        let wanted = curations::Wanted { waiting: true, limit: 50, ..Default::default() };
        let app = &self.world.app;
        let found = app.db.look(|tx| curations::list(tx, &app.house, by, &wanted));
        let (total, items, _) = found.expect("lists");
        assert_eq!(total, items.len() as u64, "the number is the length of the list");
        total
    }

    fn e_order(&self, by: &Arc<Officer>) -> Vec<(ProductId, Vec<Missing>)> {
        let (app, sought) = (&self.world.app, Sought { limit: 50, ..Sought::default() });
        let found = app.db.look(|tx| curations::e_order(tx, &app.house, by, &sought));
        let (_, lines, _) = found.expect("lists");
        lines.into_iter().map(|line| (line.product, line.missing)).collect()
    }

    fn is_verified(&self) {
        if let Err(differs) = verify(&self.world.app, &mut |_, _, _| {}) {
            panic!("{differs:?}");
        }
    }
}

fn code<T: std::fmt::Debug>(answer: Result<T, Problem>) -> &'static str {
    match answer {
        Err(Problem::Refused(code)) => code.slug(),
        Err(Problem::Invalid(wrong)) => wrong.first().map_or("", |it| it.code.slug()),
        Err(Problem::NotFound) => "not-found",
        Err(Problem::Forbidden) => "forbidden",
        other => panic!("{other:?}"),
    }
}

on_both_engines!(an_entry_goes_from_its_member_to_a_grade_with_a_certificate, |fresh| {
    let fair = Fair::of(&fresh);
    let (round, product) = (fair.round(), fair.product("Keripik balado", "food"));
    let entry = fair.register(&fair.own(), round, product).expect("is entered");
    assert_eq!(fair.waiting(&fair.mentor), 1);
    assert_eq!(fair.waiting(&fair.head), 0);
    assert_eq!(code(fair.validate(&fair.head, entry)), "out-of-turn");
    assert_eq!(fair.verify(&fair.mentor, entry).expect("verified"), EntryState::Verified);
    assert_eq!((fair.waiting(&fair.mentor), fair.waiting(&fair.head)), (0, 1));
    assert_eq!(fair.validate(&fair.head, entry).expect("validated"), EntryState::Validated);
    assert_eq!(fair.waiting(&fair.office), 1);
    assert_eq!(code(fair.schedule(entry, "2022-06-21")), "curation-day");
    fair.schedule(entry, "2022-06-24").expect("is scheduled");
    assert_eq!(fair.waiting(&fair.curator), 1);
    assert_eq!(code(fair.grade(entry, "85")), "curation-day", "nobody brought it yet");
    fair.schedule(entry, "2022-06-22").expect("another day");
    assert_eq!(code(fair.grade(entry, "101")), "score");
    assert_eq!(fair.grade(entry, "85").expect("graded"), ("A".to_owned(), true));
    assert_eq!(code(fair.grade(entry, "85")), "out-of-turn");
    let seen = fair.see(&fair.own(), entry).expect("sees their own");
    assert_eq!(seen.advice, "Tambahkan tanggal kedaluwarsa");
    assert_eq!(seen.scores.len(), 5);
    let states: Vec<EntryState> = seen.steps.iter().map(|(step, _)| step.state).collect();
    let way = [
        EntryState::Registered,
        EntryState::Verified,
        EntryState::Validated,
        EntryState::Scheduled,
        EntryState::Scheduled,
        EntryState::Graded,
    ];
    assert_eq!(states, way);
    let certificate = seen.certificate.expect("has a certificate");
    let printed = certificate.printed.expect("is readable");
    assert_eq!((printed.name.as_str(), printed.grade.as_str()), ("Warga Contoh", "A"));
    let number = CurationNumber::parse(&certificate.number).expect("a number");
    let app = &fair.world.app;
    let check = |number: CurationNumber| {
        app.db.look(|tx| curations::check(tx, &app.house, &number)).expect("checks")
    };
    assert!(check(number).is_some());
    let guessed = CurationNumber { code: rules::CheckCode::of([7; 16]), ..number };
    assert_eq!(check(guessed), None, "the letters cannot be guessed");
    fair.is_verified();
});

on_both_engines!(nobody_validates_what_they_verified_themselves, |fresh| {
    let fair = Fair::of(&fresh);
    let (round, product) = (fair.round(), fair.product("Keripik balado", "food"));
    let entry = fair.register(&fair.mentor, round, product).expect("with the member");
    let operator = fair.world.app.operator();
    fair.verify(&operator, entry).expect("is verified");
    assert_eq!(code(fair.validate(&operator, entry)), "same-person");
    assert_eq!(code(fair.validate(&fair.mentor, entry)), "forbidden");
    fair.validate(&fair.head, entry).expect("somebody else agrees");
});

on_both_engines!(
    sent_back_with_a_reason_it_is_entered_again_and_coached_into_a_later_round,
    |fresh| {
        let fair = Fair::of(&fresh);
        let (round, product) = (fair.round(), fair.product("Keripik balado", "food"));
        let entry = fair.register(&fair.own(), round, product).expect("is entered");
        assert_eq!(code(fair.register(&fair.own(), round, product)), "already-entered");
        assert_eq!(code(fair.decline(&fair.head, entry)), "forbidden", "it is the mentor's turn");
        assert_eq!(fair.decline(&fair.mentor, entry).expect("declined"), EntryState::Declined);
        let seen = fair.see(&fair.own(), entry).expect("sees their own");
        let why = seen.steps.last().map(|(_, why)| why.as_str());
        assert_eq!(why, Some("Kemasan belum ada label"));
        let again = fair.scheduled(round, product);
        assert_eq!(code(fair.decline(&fair.office, again)), "forbidden");
        assert_eq!(fair.grade(again, "60").expect("graded"), ("C".to_owned(), false));
        assert!(fair.see(&fair.own(), again).expect("sees").certificate.is_none());
        assert_eq!(code(fair.register(&fair.own(), round, product)), "already-entered");
        let next = fair.round();
        let better = fair.scheduled(next, product);
        assert_eq!(fair.grade(better, "75").expect("graded"), ("B".to_owned(), true));
        let latest = fair.world.app.db.look(|tx| curations::grade_of(tx, product)).expect("looks");
        assert_eq!(latest, Some(("B".to_owned(), true)));
        fair.is_verified();
    }
);

on_both_engines!(a_closed_round_takes_nothing_and_neither_does_one_for_others, |fresh| {
    let fair = Fair::of(&fresh);
    let (round, product) = (fair.round(), fair.product("Keripik balado", "food"));
    let elsewhere = RoundForm {
        title: "Kurasi Selatan".to_owned(),
        agency: HOME.0.to_owned(),
        area: "31.74".to_owned(),
        closes_on: "2022-07-31".to_owned(),
        ..RoundForm::default()
    };
    let south = fair.act(&fair.world.app.operator(), move |tx, house, asking| {
        curations::announce(tx, house, asking, &elsewhere)
    });
    let south = south.expect("is announced").event.round;
    assert_eq!(code(fair.register(&fair.own(), south, product)), "not-for-round");
    let close = |by: &Arc<Officer>, round| {
        fair.act(by, move |tx, _, asking| curations::close(tx, asking, round)).map(drop)
    };
    assert_eq!(code(close(&fair.office, south)), "not-found");
    close(&fair.office, round).expect("is closed");
    assert_eq!(code(close(&fair.office, round)), "round-closed");
    assert_eq!(code(fair.register(&fair.own(), round, product)), "round-closed");
    let neighbour = Arc::new(Officer::resident(fair.world.member(OTHER_NIK, HOME.0, HOME.1)));
    assert_eq!(code(fair.register(&neighbour, round, product)), "not-found");
    fair.is_verified();
});

on_both_engines!(a_curator_sees_the_product_once_it_has_a_day_and_never_whose_it_is, |fresh| {
    let fair = Fair::of(&fresh);
    let (round, product) = (fair.round(), fair.product("Keripik balado", "food"));
    let entry = fair.register(&fair.own(), round, product).expect("is entered");
    assert_eq!(code(fair.see(&fair.curator, entry)), "not-found");
    fair.verify(&fair.mentor, entry).expect("is verified");
    fair.validate(&fair.head, entry).expect("is validated");
    fair.schedule(entry, "2022-06-22").expect("is scheduled");
    let seen = fair.see(&fair.curator, entry).expect("sees it");
    assert_eq!(seen.told.name, "Keripik balado");
    assert!(seen.member.is_none() && seen.certificate.is_none());
    let other = fair.world.officer("kurator-lain", "curator", "ppapp", "");
    assert_eq!(code(fair.see(&other, entry)), "not-found");
    let far = fair.world.officer("jauh", "mentor", HOME.0, "31.74.01");
    assert_eq!(code(fair.see(&far, entry)), "not-found");
});

on_both_engines!(on_the_e_order_list_stand_passed_products_and_food_with_halal_on_file, |fresh| {
    let fair = Fair::of(&fresh);
    let round = fair.round();
    let (crisps, bag) = (fair.product("Keripik", "food"), fair.product("Tas", "craft"));
    let both = vec![Missing::Curation, Missing::Halal];
    let list = fair.e_order(&fair.office);
    assert_eq!(list, [(bag, vec![Missing::Curation]), (crisps, both)]);
    for product in [crisps, bag] {
        let entry = fair.scheduled(round, product);
        fair.grade(entry, "90").expect("graded");
    }
    assert_eq!(fair.e_order(&fair.office), [(bag, vec![]), (crisps, vec![Missing::Halal])]);
    let member = fair.member;
    let halal = LicenceForm {
        kind: "halal_declared".to_owned(),
        number: "ID31110000000010122".to_owned(),
        issued_on: "2022-06-01".to_owned(),
        ..LicenceForm::default()
    };
    fair.act(&fair.mentor, move |tx, house, asking| {
        licences::record(tx, house, asking, member, &halal)
    })
    .expect("is recorded");
    assert_eq!(fair.e_order(&fair.office), [(bag, vec![]), (crisps, vec![])]);
    let app = &fair.world.app;
    let sought = Sought { eligible: Some(false), limit: 50, ..Sought::default() };
    let missing = app.db.look(|tx| curations::e_order(tx, &app.house, &fair.office, &sought));
    assert_eq!(missing.expect("lists").0, 0);
    let asked = app.db.look(|tx| curations::e_order(tx, &app.house, &fair.curator, &sought));
    assert!(matches!(asked, Err(Problem::Forbidden)));
});
