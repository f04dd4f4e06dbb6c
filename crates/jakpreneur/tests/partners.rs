//! Partners: kept once, agreed with, and whom they reached by what they took part in.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#[path = "screens/browser.rs"]
#[allow(dead_code, reason = "other tests need the rest of it")]
mod browser;
mod staff_world;

/// What the browser signs officers in with.
mod world {
    pub use super::staff_world::PASSWORD;
}

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use browser::Browser;
use jakpreneur::{
    House, Problem,
    attendance::{self, Marking},
    classes::{self, ClassForm, SessionForm},
    journal::{Asking, Change},
    mentoring::{self, VisitForm},
    partners::{self, AgreementForm, PartForm, PartnerForm, Reached},
    places::{self, Wish},
    products::{self, ListingForm, ProductForm},
    staff::Officer,
    tools::{self, GrantForm, ItemForm},
    verify::verify,
};
use rules::{
    ClassId, MemberId, PartnerId,
    training::{Mark, Way},
};
use staff_world::World;
use std::sync::Arc;
use testkit::{Fresh, on_both_engines};

const HOME: (&str, &str) = ("ppkukm", "31.73.05");
const NIKS: [&str; 2] = ["3173051203850001", "3173055203860002"];

/// A programme on 22 June 2022 with two members, a mentor and the city office.
struct Together {
    world: World,
    members: [MemberId; 2],
    mentor: Arc<Officer>,
    office: Arc<Officer>,
}

impl Together {
    fn of(fresh: &Fresh) -> Self {
        let world = World::open(fresh);
        let members = NIKS.map(|nik| world.member(nik, HOME.0, HOME.1));
        let mentor = world.officer("pendamping", "mentor", HOME.0, HOME.1);
        let office = world.officer("sudin", "city_office", HOME.0, "31.73");
        Self { world, members, mentor, office }
    }

    fn act<T: Send + 'static>(
        &self,
        by: &Arc<Officer>,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let asking = self.world.asking(by);
        self.world.app.change_now(move |tx, house| act(tx, house, &asking))
    }

    fn keep(&self, kind: &str, name: &str, marketplace: &str) -> Result<PartnerId, Problem> {
        let form = PartnerForm {
            kind: kind.to_owned(),
            name: name.to_owned(),
            marketplace: marketplace.to_owned(),
        };
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            partners::keep(tx, house, asking, &form)
        };
        self.act(&self.office, act).map(|done| done.event.partner)
    }

    fn agree(&self, partner: PartnerId, ends_on: &str, gives: &[&str]) -> Result<(), Problem> {
        let form = AgreementForm {
            number: "PKS/7/2022".to_owned(),
            title: "Bimbingan teknis bersama".to_owned(),
            starts_on: "2022-01-01".to_owned(),
            ends_on: ends_on.to_owned(),
            gives: gives.iter().map(|it| (*it).to_owned()).collect(),
            ..AgreementForm::default()
        };
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            partners::agree(tx, house, asking, partner, &form)
        };
        self.act(&self.office, act).map(drop)
    }

    fn part(&self, partner: PartnerId, kind: &str, subject: &str) -> Result<(), Problem> {
        let form = PartForm { kind: kind.to_owned(), subject: subject.to_owned() };
        let act = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
            partners::take_part(tx, asking, partner, &form)
        };
        self.act(&self.office, act).map(drop)
    }

    fn gone(&self, partner: PartnerId, kind: &str, subject: &str) -> Result<(), Problem> {
        let form = PartForm { kind: kind.to_owned(), subject: subject.to_owned() };
        let act = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
            partners::gone(tx, asking, partner, &form)
        };
        self.act(&self.office, act).map(drop)
    }

    fn reached(&self, by: &Arc<Officer>, partner: PartnerId) -> Reached {
        let seen = self.world.app.db.look(|tx| partners::see(tx, by, partner));
        seen.expect("is there").reached
    }

    /// A class of today, at which the first member was present.
    fn class(&self) -> ClassId {
        let text = |text: &str| Some(text.to_owned());
        let session = SessionForm {
            held_on: "2022-06-22".to_owned(),
            starts: "09.00".to_owned(),
            ends: "12.00".to_owned(),
            mode: "theory".to_owned(),
            ..SessionForm::default()
        };
        let form = ClassForm {
            agency: text(HOME.0),
            area: text(HOME.1),
            kind: text("trade"),
            title: text("Olahan kue"),
            trade: text("kuliner"),
            place: text("Aula"),
            capacity: text("2"),
            closes_on: text("2022-06-22"),
            sessions: Some(vec![session]),
            ..ClassForm::default()
        };
        let operator = self.world.app.operator();
        let announced = self
            .act(&operator, move |tx, house, asking| classes::announce(tx, house, asking, &form));
        let class = announced.expect("is announced").event.class;
        let member = self.members[0];
        self.act(&operator, move |tx, house, asking| {
            places::ask(tx, house, asking, class, member, &Wish::default())
        })
        .expect("has a place");
        let marks = vec![(member, Mark::Present)];
        let marking = Marking { session: 1, way: Way::List, marks, reason: String::new() };
        self.act(&operator, move |tx, house, asking| {
            attendance::mark(tx, house, asking, class, &marking)
        })
        .expect("is marked");
        class
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

on_both_engines!(a_partner_is_kept_once_and_an_agreement_gives_something_for_a_time, |fresh| {
    let at = Together::of(&fresh);
    let ministry = at.keep("Kementerian", "Kementerian Perindustrian", "").expect("is kept");
    assert_eq!(code(at.keep("ministry", "kementerian  perindustrian", "")), "partner-there");
    assert_eq!(code(at.keep("planet", "Mars", "")), "word");
    assert_eq!(code(at.agree(ministry, "2021-12-31", &["training"])), "agreement-period");
    assert_eq!(code(at.agree(ministry, "2022-12-31", &[])), "agreement-gives");
    at.agree(ministry, "2022-12-31", &["training", "tools", "training"]).expect("is kept");
    let seen = at.world.app.db.look(|tx| partners::see(tx, &at.office, ministry));
    let seen = seen.expect("is there");
    assert_eq!(seen.agreements.len(), 1);
    assert_eq!(seen.agreements[0].gives.len(), 2, "each once");
    assert!(seen.agreements[0].holds_on(rules::Date::constant(2022, 12, 31)));
    assert!(!seen.agreements[0].holds_on(rules::Date::constant(2023, 1, 1)));
    at.is_verified();
});

on_both_engines!(everybody_a_partner_reached_counts_once_and_within_scope, |fresh| {
    let at = Together::of(&fresh);
    let partner = at.keep("company", "Lapak Contoh", "shopee").expect("is kept");
    let class = at.class().to_string();
    at.part(partner, "class", &class).expect("took part");
    assert_eq!(code(at.part(partner, "class", &class)), "part-there");
    let [first, second] = at.members;
    let visit = at.act(&at.mentor, move |tx, house, asking| {
        let form = VisitForm { met: "member".to_owned(), ..VisitForm::default() };
        mentoring::visit(tx, house, asking, first, &form).map(|done| done.event.visit.to_string())
    });
    at.part(partner, "visit", &visit.expect("is visited")).expect("took part");
    let grant = at.act(&at.office, move |tx, house, asking| {
        let text = |text: &str| text.to_owned();
        let mixer = ItemForm { name: text("Mixer"), quantity: text("1"), unit: text("unit") };
        let form = GrantForm {
            items: vec![mixer],
            permit_kind: text("nib"),
            permit: text("1234567890123"),
            ktp_seen: true,
            giver: text("Nama Petugas"),
            giver_position: text("Kepala Seksi"),
            ..GrantForm::default()
        };
        tools::grant(tx, house, asking, second, &form).map(|done| done.event.grant.to_string())
    });
    let grant = grant.expect("is handed over");
    at.part(partner, "tools", &grant).expect("took part");
    at.act(&at.mentor, move |tx, house, asking| {
        let crisps = ProductForm {
            name: "Keripik".to_owned(),
            text: "Renyah".to_owned(),
            category: "food".to_owned(),
            price: "15000".to_owned(),
        };
        let product = products::add(tx, house, asking, second, &crisps)?.event.product;
        let listing = ListingForm {
            marketplace: "shopee".to_owned(),
            address: "https://shopee.co.id/a".to_owned(),
            ..ListingForm::default()
        };
        products::list_at(tx, house, &asking.part(7), product, &listing)
    })
    .expect("is seen there");
    let all = Reached { classes: 1, visits: 1, tools: 1, listings: 1, persons: 2 };
    assert_eq!(at.reached(&at.office, partner), all);
    let app = &at.world.app;
    let page =
        |after| app.db.look(|tx| partners::people(tx, &app.house, &at.office, partner, (after, 1)));
    let (total, first_page, next) = page(None).expect("lists");
    assert_eq!((total, first_page.len()), (2, 1), "the number is the length of the list");
    let (_, last_page, end) = page(next).expect("lists");
    assert_eq!([first_page[0].row.id, last_page[0].row.id], at.members);
    assert_eq!(end, None);
    let far = at.world.officer("jauh", "city_office", HOME.0, "31.74");
    assert_eq!(at.reached(&far, partner), Reached::default());
    at.gone(partner, "class", &class).expect("is taken back");
    assert_eq!(code(at.gone(partner, "class", &class)), "part-gone");
    assert_eq!(at.reached(&at.office, partner).classes, 0);
    assert_eq!(code(at.part(partner, "visit", &class)), "not-found");
    at.is_verified();
});

on_both_engines!(a_partner_has_a_page_and_a_route_and_leaders_only_read_them, |fresh| {
    let at = Together::of(&fresh);
    let mut office = Browser::new(&at.world.app);
    office.sign_in("sudin");
    assert!(office.open("/mitra").contains("Belum ada mitra"));
    let wrong = office.send("/mitra", &[("name", ""), ("kind", "")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    office.open("/mitra");
    let page = office.follow("/mitra", &[("name", "Universitas Contoh"), ("kind", "university")]);
    assert!(page.contains("Perguruan tinggi") && page.contains("Belum ada perjanjian"));
    let list = at.world.app.db.look(|tx| partners::list(tx, &at.office)).expect("lists");
    let partner = list[0].row.id;
    let signed = [
        ("number", "PKS/9/2022"),
        ("title", "Pendampingan kampus"),
        ("agency", "ppkukm"),
        ("starts_on", "2022-01-01"),
        ("ends_on", "2022-12-31"),
        ("gives", "mentoring"),
    ];
    let page = office.follow(&format!("/mitra/{partner}/perjanjian"), &signed);
    assert!(page.contains("Pendampingan kampus") && page.contains("Berlaku"), "{page}");
    let class = at.class().to_string();
    let part = [("kind", "class"), ("subject", class.as_str())];
    let page = office.follow(&format!("/mitra/{partner}/ikut"), &part);
    assert!(page.contains(&format!("/kelas-kerja/{class}")), "{page}");
    let again = office.send(&format!("/mitra/{partner}/ikut"), &part);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    at.world.officer("pimpinan", "executive", "", "");
    let mut leader = Browser::new(&at.world.app);
    leader.sign_in("pimpinan");
    let page = leader.open(&format!("/mitra/{partner}"));
    assert!(!page.contains("Catat perjanjian"), "{page}");
    let people = format!("/mitra/{partner}/orang");
    assert_eq!(leader.get(&people).status, StatusCode::FORBIDDEN, "leaders read figures");
    assert!(office.open(&people).contains("1 orang"));
    let token = at.world.token(&at.world.app.operator(), "pimpinan").expect("a token").1;
    let ask = Request::get("/api/v1/partners").header("authorization", format!("Bearer {token}"));
    let answer = leader.request(ask, Body::empty());
    let told: serde_json::Value = serde_json::from_slice(&answer.bytes).expect("JSON");
    assert_eq!(told["total"], 1);
    assert_eq!(told["items"][0]["reached"]["persons"], 1);
    assert_eq!(told["items"][0]["agreements"][0]["gives"], serde_json::json!(["mentoring"]));
});
