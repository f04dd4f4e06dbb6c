//! Referrals to banks: sent by the member, answered by the bank, seen by nobody else; what counts, and what is
//! taken back.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod staff_world;

#[path = "screens/browser.rs"]
#[allow(dead_code, reason = "other tests need the rest of it")]
mod browser;

/// What the browser signs officers in with.
mod world {
    pub use super::staff_world::PASSWORD;
}

use axum::http::StatusCode;
use browser::Browser;
use jakpreneur::{
    House, Problem, files,
    journal::{Asking, Change},
    licences::{self, LicenceForm},
    referrals::{self, AnswerForm, ReferralForm, Seen, Wanted},
    reports::{self, Narrowing},
    staff::Officer,
    verify::verify,
    words::Lang,
};
use rules::{FileId, MemberId, ReferralId, StageKind, capital::Shared};
use staff_world::World;
use std::sync::Arc;
use testkit::{Fresh, on_both_engines};

const HOME: (&str, &str) = ("ppkukm", "31.73.05");
const NIK: &str = "3173051203850001";
const OTHER_NIK: &str = "3173055203860002";

/// A programme on 22 June 2022 with a member, their neighbour, and an officer of each of two banks.
struct City {
    world: World,
    member: MemberId,
    neighbour: MemberId,
    bri: Arc<Officer>,
    bni: Arc<Officer>,
}

impl City {
    fn of(fresh: &Fresh) -> Self {
        let world = World::open(fresh);
        let member = world.member(NIK, HOME.0, HOME.1);
        let neighbour = world.member(OTHER_NIK, HOME.0, HOME.1);
        let [bri, bni] = ["bri", "bni"].map(|bank| {
            let name = format!("petugas.{bank}");
            let officer = world.officer(&name, "bank_officer", "", "");
            let asking = world.asking(&world.app.operator());
            let done = world.app.change_now(move |tx, _| referrals::bind(tx, &asking, &name, bank));
            done.expect("binds");
            officer
        });
        Self { world, member, neighbour, bri, bni }
    }

    fn own(&self) -> Arc<Officer> {
        Arc::new(Officer::resident(self.member))
    }

    fn act<T: Send + 'static>(
        &self,
        by: &Arc<Officer>,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let asking = self.world.asking(by);
        self.world.app.change_now(move |tx, house| act(tx, house, &asking))
    }

    fn send(&self, form: ReferralForm) -> Result<ReferralId, Problem> {
        let to = self.member;
        let sent = self.act(&self.own(), move |tx, house, asking| {
            referrals::send(tx, house, asking, to, &form)
        });
        sent.map(|done| done.event.referral)
    }

    fn answer(&self, by: &Arc<Officer>, id: ReferralId, form: AnswerForm) -> Result<(), Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            referrals::answer(tx, house, asking, id, &form)
        };
        self.act(by, act).map(drop)
    }

    fn see(&self, by: &Arc<Officer>, id: ReferralId) -> Result<Seen, Problem> {
        let (officer, at) = (by.clone(), self.world.app.house.now());
        self.world
            .app
            .change_now(move |tx, house| referrals::see(tx, house, &officer, (id, Lang::Id), at))
    }

    fn listed(&self, by: &Arc<Officer>) -> (u64, usize) {
        let wanted = Wanted { limit: 50, ..Wanted::default() };
        let app = &self.world.app;
        let found = app.db.look(|tx| referrals::list(tx, &app.house, by, &wanted));
        let (total, items, _) = found.expect("lists");
        (total, items.len())
    }

    /// How many persons reached the capital stage.
    fn reached(&self) -> u64 {
        let app = &self.world.app;
        let all = Narrowing::default();
        let answer = reports::ask(&app.db, &app.house, &app.operator(), &all).expect("answers");
        let row = answer.rows.iter().find(|row| row.stage == StageKind::Capital);
        row.expect("every stage has a row").reached
    }

    fn document(&self) -> FileId {
        let (app, to) = (&self.world.app, self.member);
        let form = LicenceForm {
            kind: "nib".to_owned(),
            number: "1234567890123".to_owned(),
            issued_on: "2022-03-01".to_owned(),
            state: "issued".to_owned(),
            ..LicenceForm::default()
        };
        let made = self.act(&app.operator(), move |tx, house, asking| {
            licences::record(tx, house, asking, to, &form)
        });
        let licence = made.expect("records").event.licence;
        let ready = files::ready("file", b"%PDF-1.7 nib".to_vec()).expect("a PDF");
        let kept = self.act(&app.operator(), move |tx, house, asking| {
            licences::add_evidence(tx, house, asking, licence, &ready)
        });
        kept.expect("keeps").event.file.file
    }

    fn take(&self, by: &Arc<Officer>, id: ReferralId, file: FileId) -> Result<Vec<u8>, Problem> {
        let (officer, at) = (by.clone(), self.world.app.house.now());
        let took = self.world.app.change_now(move |tx, house| {
            let log = (at, house.new_id());
            referrals::take_document(tx, house, &officer, log, (id, file))
        });
        took.map(|(_, bytes)| bytes)
    }
}

fn form(bank: &str) -> ReferralForm {
    ReferralForm {
        bank: bank.to_owned(),
        product: "kur".to_owned(),
        amount: "Rp15.000.000".to_owned(),
        purpose: "Membeli oven".to_owned(),
        shared: vec!["name".to_owned(), "phone".to_owned()],
        documents: Vec::new(),
        consent: true,
    }
}

fn step(word: &str, amount: &str) -> AnswerForm {
    AnswerForm { step: word.to_owned(), amount: amount.to_owned(), ..AnswerForm::default() }
}

fn why<T: std::fmt::Debug>(answer: Result<T, Problem>) -> (&'static str, &'static str) {
    match answer {
        Err(Problem::Refused(code)) => ("", code.slug()),
        Err(Problem::Invalid(fields)) => (fields[0].field, fields[0].code.slug()),
        Err(Problem::NotFound) => ("", "not-found"),
        Err(Problem::Forbidden) => ("", "forbidden"),
        other => panic!("{other:?}"),
    }
}

on_both_engines!(
    the_bank_answers_the_other_bank_sees_nothing_and_the_capital_figure_rises,
    |fresh| {
        let city = City::of(&fresh);
        let id = city.send(form("bri")).expect("sends");
        assert_eq!(city.listed(&city.bri), (1, 1));
        assert_eq!(city.listed(&city.bni), (0, 0));
        assert_eq!(why(city.see(&city.bni, id)), ("", "not-found"));
        assert_eq!(why(city.answer(&city.bni, id, step("received", ""))), ("", "not-found"));
        city.answer(&city.bri, id, step("received", "")).expect("received");
        let asks = AnswerForm { said: "Sudah berapa lama?".to_owned(), ..step("asked", "") };
        city.answer(&city.bri, id, asks).expect("asks");
        let replies = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            referrals::reply(tx, house, asking, id, "Dua tahun")
        };
        city.act(&city.own(), replies).expect("replies");
        city.answer(&city.bri, id, step("approved", "12000000")).expect("approves");
        assert_eq!(city.reached(), 0, "approved is not yet disbursed");
        let over = city.answer(&city.bri, id, step("disbursed", "12000001"));
        assert_eq!(why(over), ("", "over-approved"));
        city.answer(&city.bri, id, step("disbursed", "12000000")).expect("pays out");
        assert_eq!(city.reached(), 1);
        let seen = city.see(&city.own(), id).expect("sees");
        let said: Vec<&str> = seen.steps.iter().map(|it| it.said.as_str()).collect();
        assert_eq!(said, ["", "", "Sudah berapa lama?", "Dua tahun", "", ""]);
        let back = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            referrals::take_back(tx, house, asking, id, "salah orang")
        };
        let office = city.world.officer("loket", "registration_officer", HOME.0, HOME.1);
        assert_eq!(why(city.act(&office, back)), ("", "forbidden"), "only the bank takes it back");
        city.act(&city.bri, back).expect("takes back");
        assert_eq!(city.reached(), 0);
        verify(&city.world.app, &mut |_, _, _| {}).expect("verifies");
    }
);

on_both_engines!(once_consent_is_withdrawn_the_bank_sees_nothing_at_once, |fresh| {
    let city = City::of(&fresh);
    let file = city.document();
    let with = ReferralForm { documents: vec![file.to_string()], ..form("bri") };
    let id = city.send(with).expect("sends");
    assert_eq!(city.take(&city.bri, id, file).expect("opens"), b"%PDF-1.7 nib");
    assert_eq!(why(city.take(&city.bni, id, file)), ("", "not-found"));
    city.act(&city.own(), move |tx, _, asking| referrals::withdraw(tx, asking, id))
        .expect("withdraws");
    assert_eq!(city.listed(&city.bri), (0, 0));
    assert_eq!(why(city.see(&city.bri, id)), ("", "not-found"));
    assert_eq!(why(city.take(&city.bri, id, file)), ("", "not-found"));
    assert_eq!(why(city.answer(&city.bri, id, step("received", ""))), ("", "not-found"));
    let office = city.world.officer("loket", "registration_officer", HOME.0, HOME.1);
    assert_eq!(why(city.answer(&office, id, step("received", ""))), ("", "consent-withdrawn"));
    assert!(city.see(&city.own(), id).expect("sees").row.withdrawn_at.is_some());
    verify(&city.world.app, &mut |_, _, _| {}).expect("verifies");
});

on_both_engines!(the_bank_sees_what_was_ticked_and_nothing_else, |fresh| {
    let city = City::of(&fresh);
    let id = city.send(form("bri")).expect("sends");
    let seen = city.see(&city.bri, id).expect("sees");
    let what: Vec<Shared> = seen.shown.iter().map(|it| it.what).collect();
    assert_eq!(what, [Shared::Name, Shared::Phone]);
    assert_eq!(seen.shown[0].lines, ["Warga Contoh"]);
    assert!(seen.member.is_none() && seen.others.is_empty() && seen.documents.is_empty());
    assert_eq!((seen.row.wording, seen.purpose.as_str()), (1, "Membeli oven"));
    let slik = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
        referrals::check_slik(tx, asking, id, Some(true), "")
    };
    assert_eq!(why(city.act(&city.bri, slik)), ("", "no-slik-consent"));
    let ticked = ["name", "slik", "statement", "residence", "business", "joined", "permits"];
    let all = ReferralForm { shared: ticked.map(str::to_owned).into(), ..form("bni") };
    let second = city.send(all).expect("sends");
    let slik = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
        referrals::check_slik(tx, asking, second, Some(true), "2022-06-20")
    };
    city.act(&city.bni, slik).expect("notes");
    let seen = city.see(&city.bni, second).expect("sees");
    let slik = seen.shown.iter().find(|it| it.what == Shared::Slik).expect("is shown");
    assert_eq!(slik.lines, ["baik, 20 Juni 2022"]);
    // Several banks stand beside one another for the member and the office.
    assert_eq!(city.see(&city.own(), id).expect("sees").others.len(), 1);
    assert_eq!(city.see(&city.world.app.operator(), id).expect("sees").others.len(), 1);
    verify(&city.world.app, &mut |_, _, _| {}).expect("verifies");
});

on_both_engines!(an_officer_enters_a_letter_that_is_marked_and_books_stay_the_members, |fresh| {
    let city = City::of(&fresh);
    let office = city.world.officer("loket", "registration_officer", HOME.0, HOME.1);
    let far = city.world.officer("jauh", "registration_officer", HOME.0, "31.74.01");
    let to = city.member;
    let sending = |form: ReferralForm| {
        move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            referrals::send(tx, house, asking, to, &form)
        }
    };
    let shared = vec!["name".to_owned(), "statement".to_owned()];
    let with_books = ReferralForm { shared, ..form("bri") };
    assert_eq!(why(city.act(&office, sending(with_books))), ("shared", "consent"));
    let without = ReferralForm { consent: false, ..form("bri") };
    assert_eq!(why(city.act(&office, sending(without))), ("consent", "consent"));
    assert_eq!(why(city.act(&far, sending(form("bri")))), ("", "not-found"));
    let id = city.act(&office, sending(form("bri"))).expect("sends").event.referral;
    assert_eq!(why(city.see(&far, id)), ("", "not-found"));
    let refused = AnswerForm { reason: "documents".to_owned(), ..step("refused", "") };
    assert_eq!(why(city.answer(&office, id, step("refused", ""))), ("reason", "empty"));
    city.answer(&office, id, refused).expect("enters the letter");
    let seen = city.see(&city.bri, id).expect("sees");
    assert!(seen.steps.last().expect("a step").row.by_letter);
    assert_eq!(why(city.answer(&city.bri, id, step("approved", "1"))), ("", "referral-step"));
    // A neighbour finds nothing of it.
    let neighbour = Arc::new(Officer::resident(city.neighbour));
    assert_eq!(why(city.see(&neighbour, id)), ("", "not-found"));
});

on_both_engines!(every_number_has_its_list_and_the_days_are_counted, |fresh| {
    let city = City::of(&fresh);
    let first = city.send(form("bri")).expect("sends");
    city.send(form("bri")).expect("sends");
    city.send(form("bni")).expect("sends");
    city.world.pass(3 * 24 * 3600);
    city.answer(&city.bri, first, step("approved", "9000000")).expect("approves");
    let app = &city.world.app;
    let of = app.db.look(|tx| referrals::figures(tx, &app.operator())).expect("counts");
    assert_eq!(of.lines.iter().map(|line| line.referrals).sum::<u64>(), 3);
    for line in &of.lines {
        let (bank, step) = (Some(line.bank), Some(line.step.clone()));
        let wanted = Wanted { bank, step, limit: 50, ..Wanted::default() };
        let list = app.db.look(|tx| referrals::list(tx, &app.house, &app.operator(), &wanted));
        let (total, items, _) = list.expect("lists");
        assert_eq!((total, items.len() as u64), (line.referrals, line.referrals));
    }
    let approved = of.lines.iter().find(|line| line.step == "approved").expect("a line");
    assert_eq!((approved.granted.0, approved.asked.0), (9_000_000, 15_000_000));
    assert_eq!(of.days.iter().map(|it| (it.times, it.median)).collect::<Vec<_>>(), [(1, 3)]);
    let waiting = Wanted { waiting: Some(3), limit: 50, ..Wanted::default() };
    let list = app.db.look(|tx| referrals::list(tx, &app.house, &app.operator(), &waiting));
    assert_eq!(list.expect("lists").0, 2, "the approved one moved today");
});

#[test]
fn a_bank_officer_reaches_no_page_but_the_referrals() {
    let fresh = Fresh::sqlite();
    let city = City::of(&fresh);
    let id = city.send(form("bri")).expect("sends");
    let member = city.member;
    let mut browser = Browser::new(&city.world.app);
    browser.sign_in("petugas.bri");
    for path in [
        "/orang".to_owned(),
        "/kelompok".to_owned(),
        "/izin".to_owned(),
        "/dukungan".to_owned(),
        "/dasbor".to_owned(),
        "/angka/tahap".to_owned(),
        "/angka/dukungan".to_owned(),
        "/angka/rujukan".to_owned(),
        "/kelas-kerja".to_owned(),
        "/target".to_owned(),
        "/rilis".to_owned(),
        "/rencana".to_owned(),
        "/dampingi".to_owned(),
        "/impor".to_owned(),
        "/akun".to_owned(),
        format!("/warga/{member}"),
        format!("/warga/{member}/modal"),
        format!("/warga/{member}/modal/baru"),
        format!("/warga/{member}/pembukuan"),
        format!("/warga/{member}/dukungan"),
    ] {
        let page = browser.get(&path);
        let closed = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
        assert!(closed.contains(&page.status), "{path}: {}", page.status);
        assert!(!page.text().contains("Warga Contoh"), "{path}");
    }
    let page = browser.get(&format!("/rujukan/{id}"));
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Warga Contoh"));
    let mut other = Browser::new(&city.world.app);
    other.sign_in("petugas.bni");
    assert_eq!(other.get(&format!("/rujukan/{id}")).status, StatusCode::NOT_FOUND);
    let list = other.get("/rujukan");
    assert!(list.status == StatusCode::OK && !list.text().contains("Warga Contoh"));
}
