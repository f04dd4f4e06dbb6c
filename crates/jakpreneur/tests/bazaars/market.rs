//! A programme with a bazaar to come, and what the tests do at it.
use crate::staff_world::World;
use jakpreneur::{
    Code, House, Problem,
    bazaars::{self, BazaarForm, DayForm, Standing},
    journal::{Asking, Change},
    reports::{self, Narrowing},
    staff::Officer,
};
use rules::{ApplicationId, BazaarId, MemberId, StageKind, bazaar::Refused};
use std::sync::Arc;
use testkit::Fresh;

pub const HOME: (&str, &str) = ("ppkukm", "31.73.05");
pub const DAY: i64 = 86_400;

/// A programme on 22 June 2022, with the head of a kecamatan and a mentor there.
pub struct Market {
    pub world: World,
    pub head: Arc<Officer>,
    pub mentor: Arc<Officer>,
}

/// The NIK of the person with this number.
pub fn nik(number: u32) -> String {
    format!("31730512{:02}{:02}{:04}", 1 + number % 12, 50 + number / 12 % 49, 1 + number / 588)
}

/// A bazaar of three tents on 25 and 26 June, for members; asking ends on the 23rd.
pub fn form() -> BazaarForm {
    BazaarForm {
        title: "Bazar Ramah Keluarga".to_owned(),
        area: "31.73.05.1001".to_owned(),
        place: "Lapangan Kebon Jeruk".to_owned(),
        first_on: "2022-06-25".to_owned(),
        last_on: "2022-06-26".to_owned(),
        closes_on: "2022-06-23".to_owned(),
        tents: "3".to_owned(),
        ..BazaarForm::default()
    }
}

impl Market {
    pub fn of(fresh: &Fresh) -> Self {
        let world = World::open(fresh);
        let head = world.officer("kasatpel", "kecamatan_head", HOME.0, HOME.1);
        let mentor = world.officer("pendamping", "mentor", HOME.0, HOME.1);
        Self { world, head, mentor }
    }

    pub fn member(&self, number: u32) -> MemberId {
        self.world.member(&nik(number), HOME.0, HOME.1)
    }

    pub fn act<T: Send + 'static>(
        &self,
        by: &Arc<Officer>,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let asking = self.world.asking(by);
        self.world.app.change_now(move |tx, house| act(tx, house, &asking))
    }

    pub fn announce(&self, form: BazaarForm) -> Result<BazaarId, Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            bazaars::announce(tx, house, asking, &form)
        };
        self.act(&self.head, act).map(|done| done.event.bazaar)
    }

    pub fn ask(
        &self,
        by: &Arc<Officer>,
        id: BazaarId,
        member: MemberId,
    ) -> Result<ApplicationId, Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            bazaars::ask(tx, house, asking, id, member)
        };
        self.act(by, act).map(|done| done.event.application)
    }

    pub fn ask_own(&self, id: BazaarId, member: MemberId) -> Result<ApplicationId, Problem> {
        self.ask(&own(member), id, member)
    }

    pub fn ask_outsider(&self, id: BazaarId, name: &str) -> Result<ApplicationId, Problem> {
        let name = name.to_owned();
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            bazaars::ask_for_outsider(tx, house, asking, id, &name)
        };
        self.act(&self.head, act).map(|done| done.event.application)
    }

    pub fn draw(&self, id: BazaarId) -> Result<(), Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            bazaars::draw(tx, house, asking, id)
        };
        self.act(&self.head, act).map(drop)
    }

    pub fn give_up(
        &self,
        by: &Arc<Officer>,
        id: BazaarId,
        application: ApplicationId,
    ) -> Result<(), Problem> {
        let act = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
            bazaars::give_up(tx, asking, (id, application))
        };
        self.act(by, act).map(drop)
    }

    pub fn tell(
        &self,
        by: &Arc<Officer>,
        of: (BazaarId, ApplicationId),
        on: &str,
        (attended, sold): (&str, &str),
    ) -> Result<(), Problem> {
        let form = DayForm { attended: attended.to_owned(), sold: sold.to_owned() };
        let on = on.to_owned();
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            bazaars::tell(tx, house, asking, of, &on, &form)
        };
        self.act(by, act).map(drop)
    }

    pub fn standings(&self, id: BazaarId) -> Vec<Standing> {
        let looked = self.world.app.db.look(|tx| {
            let bazaar = bazaars::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
            bazaars::public(tx, &bazaar)
        });
        looked.expect("is there")
    }

    /// How many persons reached marketing.
    pub fn marketed(&self) -> u64 {
        let app = &self.world.app;
        let asked = reports::ask(&app.db, &app.house, &app.operator(), &Narrowing::default());
        let rows = asked.expect("answers").rows;
        rows.iter().find(|row| row.stage == StageKind::Marketing).expect("has a row").reached
    }
}

pub fn own(member: MemberId) -> Arc<Officer> {
    Arc::new(Officer::resident(member))
}

/// Why something was refused.
pub fn refusal<T>(answer: Result<T, Problem>) -> Refused {
    let code = match answer {
        Err(Problem::Refused(code)) => code,
        Err(Problem::Invalid(fields)) => fields[0].code,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("was done"),
    };
    if let Code::Bazaar(no) = code { no } else { panic!("{code:?}") }
}
