//! A programme with accounts and a clock that the test moves.
#![allow(dead_code, reason = "each test needs another part of it")]
use jakpreneur::{
    App, FieldError, Opening, Problem,
    journal::Asking,
    people::{self, RegistrationForm},
    staff::{self, AccountForm, Cost, Officer},
};
use rules::{ActId, Instant, MemberId};
use std::sync::{
    Arc,
    atomic::{AtomicI64, AtomicU64, Ordering},
};
use testkit::Fresh;
use uuid::Uuid;

/// Everybody's password.
pub const PASSWORD: &str = "tujuh kucing";
/// A hash that costs a test nothing.
pub const CHEAP: Cost = Cost { memory: 64, passes: 1 };
const BEGIN: i64 = 1_655_900_000_000_000;

/// The programme, and its clock.
pub struct World {
    pub app: App,
    clock: Arc<AtomicI64>,
}

impl World {
    pub fn open(fresh: &Fresh) -> Self {
        let clock = Arc::new(AtomicI64::new(BEGIN));
        let (told, counter) = (clock.clone(), AtomicU64::new(1));
        let app = App::open(Opening {
            address: fresh.address.clone(),
            key: Some(fresh.key()),
            options: db::Options::default(),
            clock: Arc::new(move || Instant(told.load(Ordering::SeqCst))),
            random: Arc::new(move |bytes| {
                for part in bytes.chunks_mut(8) {
                    let n = counter.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
                    part.copy_from_slice(&n.to_le_bytes()[..part.len()]);
                }
            }),
        });
        Self { app: app.expect("opens"), clock }
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    pub fn asking(&self, officer: &Arc<Officer>) -> Asking {
        let act_id = ActId(self.app.house.new_id());
        Asking {
            officer: officer.clone(),
            at: self.app.house.now(),
            act_id,
            made_at: None,
            asked: None,
        }
    }

    /// Makes an account with everybody's password.
    pub fn add_as(
        &self,
        officer: &Arc<Officer>,
        name: &str,
        role: &str,
        agency: &str,
        area: &str,
    ) -> Result<(), Problem> {
        let new = form(name, role, agency, area).understand(&self.app.house)?;
        let hash = new.password.hash(CHEAP, self.app.house.bytes())?;
        let asking = self.asking(officer);
        self.app.change_now(move |tx, house| staff::add(tx, house, &asking, &new, &hash))?;
        Ok(())
    }

    /// Makes an account as the operator, and answers who it is.
    pub fn officer(&self, name: &str, role: &str, agency: &str, area: &str) -> Arc<Officer> {
        self.add_as(&self.app.operator(), name, role, agency, area).expect("adds");
        let all = self.app.operator();
        let found = self.app.db.look(|tx| staff::account_named(tx, &all.scope, name));
        Arc::new(found.expect("looks").expect("is there").officer())
    }

    pub fn disable(&self, name: &str) -> Result<(), Problem> {
        let (asking, name) = (self.asking(&self.app.operator()), name.to_owned());
        self.app.change_now(move |tx, house| staff::disable(tx, house, &asking, &name)).map(drop)
    }

    pub fn token(&self, officer: &Arc<Officer>, name: &str) -> Result<(Uuid, String), Problem> {
        let (asking, name) = (self.asking(officer), name.to_owned());
        let made = self
            .app
            .change_now(move |tx, house| staff::make_token(tx, house, &asking, &name, "satu data"));
        made.map(|(done, token)| (done.event.token, token))
    }

    pub fn revoke(&self, officer: &Arc<Officer>, token: Uuid) -> Result<(), Problem> {
        let asking = self.asking(officer);
        self.app
            .change_now(move |tx, house| staff::revoke_token(tx, house, &asking, token))
            .map(drop)
    }

    /// Registers somebody as the operator.
    pub fn member(&self, nik: &str, agency: &str, office: &str) -> MemberId {
        let asking = self.asking(&self.app.operator());
        let form = registration(nik, agency, office);
        let new = form.understand(&self.app.house, &asking.officer).expect("understands");
        let act = move |tx: &mut jakpreneur::journal::Change<'_>, house: &jakpreneur::House| {
            people::register(tx, house, &asking, &new)
        };
        self.app.change_now(act).expect("registers").event.member
    }
}

pub fn form(name: &str, role: &str, agency: &str, area: &str) -> AccountForm {
    AccountForm {
        name: name.to_owned(),
        role: role.to_owned(),
        agency: agency.to_owned(),
        area: area.to_owned(),
        password: PASSWORD.to_owned(),
    }
}

pub fn registration(nik: &str, agency: &str, office: &str) -> RegistrationForm {
    RegistrationForm {
        nik: nik.to_owned(),
        name: "Warga Contoh".to_owned(),
        phone: "0812 0000 0001".to_owned(),
        kecamatan: office.to_owned(),
        business_type: "kuliner".to_owned(),
        agency: agency.to_owned(),
        office: office.to_owned(),
        registered_on: "2022-01-03".to_owned(),
        consent: true,
        ..RegistrationForm::default()
    }
}

/// The fields an act refused; none where it was done.
pub fn wrong<T>(answer: Result<T, Problem>) -> Vec<FieldError> {
    match answer {
        Err(Problem::Invalid(fields)) => fields,
        Err(other) => unreachable!("{other}"),
        Ok(_) => vec![],
    }
}
