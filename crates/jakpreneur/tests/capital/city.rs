//! A programme with a member, their neighbour, and two banks.
use crate::staff_world::World;
use jakpreneur::{
    House, Problem, files,
    journal::{Asking, Change},
    licences::{self, LicenceForm},
    referrals::{self, AnswerForm, ReferralForm, Seen, Wanted},
    reports::{self, Narrowing},
    staff::Officer,
    words::Lang,
};
use rules::{FileId, MemberId, ReferralId, StageKind};
use std::sync::Arc;
use testkit::Fresh;

pub const HOME: (&str, &str) = ("ppkukm", "31.73.05");
const NIK: &str = "3173051203850001";
const OTHER_NIK: &str = "3173055203860002";

/// A programme on 22 June 2022 with a member, their neighbour, and an officer of each of two banks.
pub struct City {
    pub world: World,
    pub member: MemberId,
    pub neighbour: MemberId,
    pub bri: Arc<Officer>,
    pub bni: Arc<Officer>,
}

impl City {
    pub fn of(fresh: &Fresh) -> Self {
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

    pub fn own(&self) -> Arc<Officer> {
        Arc::new(Officer::resident(self.member))
    }

    pub fn act<T: Send + 'static>(
        &self,
        by: &Arc<Officer>,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let asking = self.world.asking(by);
        self.world.app.change_now(move |tx, house| act(tx, house, &asking))
    }

    pub fn send(&self, form: ReferralForm) -> Result<ReferralId, Problem> {
        let to = self.member;
        let sent = self.act(&self.own(), move |tx, house, asking| {
            referrals::send(tx, house, asking, to, &form)
        });
        sent.map(|done| done.event.referral)
    }

    pub fn answer(
        &self,
        by: &Arc<Officer>,
        id: ReferralId,
        form: AnswerForm,
    ) -> Result<(), Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            referrals::answer(tx, house, asking, id, &form)
        };
        self.act(by, act).map(drop)
    }

    pub fn see(&self, by: &Arc<Officer>, id: ReferralId) -> Result<Seen, Problem> {
        let (officer, at) = (by.clone(), self.world.app.house.now());
        self.world
            .app
            .change_now(move |tx, house| referrals::see(tx, house, &officer, (id, Lang::Id), at))
    }

    pub fn listed(&self, by: &Arc<Officer>) -> (u64, usize) {
        let wanted = Wanted { limit: 50, ..Wanted::default() };
        let app = &self.world.app;
        let found = app.db.look(|tx| referrals::list(tx, &app.house, by, &wanted));
        let (total, items, _) = found.expect("lists");
        (total, items.len())
    }

    /// How many persons reached the capital stage.
    pub fn reached(&self) -> u64 {
        let app = &self.world.app;
        let all = Narrowing::default();
        let answer = reports::ask(&app.db, &app.house, &app.operator(), &all).expect("answers");
        let row = answer.rows.iter().find(|row| row.stage == StageKind::Capital);
        row.expect("every stage has a row").reached
    }

    pub fn document(&self) -> FileId {
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

    pub fn take(
        &self,
        by: &Arc<Officer>,
        id: ReferralId,
        file: FileId,
    ) -> Result<Vec<u8>, Problem> {
        let (officer, at) = (by.clone(), self.world.app.house.now());
        let took = self.world.app.change_now(move |tx, house| {
            let log = (at, house.new_id());
            referrals::take_document(tx, house, &officer, log, (id, file))
        });
        took.map(|(_, bytes)| bytes)
    }
}

pub fn form(bank: &str) -> ReferralForm {
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

pub fn step(word: &str, amount: &str) -> AnswerForm {
    AnswerForm { step: word.to_owned(), amount: amount.to_owned(), ..AnswerForm::default() }
}

pub fn why<T: std::fmt::Debug>(answer: Result<T, Problem>) -> (&'static str, &'static str) {
    match answer {
        Err(Problem::Refused(code)) => ("", code.slug()),
        Err(Problem::Invalid(fields)) => (fields[0].field, fields[0].code.slug()),
        Err(Problem::NotFound) => ("", "not-found"),
        Err(Problem::Forbidden) => ("", "forbidden"),
        other => panic!("{other:?}"),
    }
}
