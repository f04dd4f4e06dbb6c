//! What tests of acts share: an opened programme with a clock of its own, and people by number.
#![allow(dead_code, reason = "each test file uses what it needs")]
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
use jakpreneur::{
    App, Opening, Problem,
    journal::{Asking, Done},
    people::{self, Registered, RegistrationForm},
    reports::{self, Answer, Narrowing},
    stages::{self, ServiceForm, ServiceRecorded, ServiceVoided},
};
use rules::{ActId, Date, Instant, MemberId, ServiceId, StageKind};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use testkit::Fresh;

pub mod server;

/// The day on which tests act: 22 June 2022, noon.
pub const NOON: Instant = Instant(1_655_874_000_000_000);

/// Opens the programme with the clock standing at [`NOON`].
pub fn open(fresh: &Fresh) -> App {
    open_at(fresh, NOON)
}

/// Opens the programme with the clock standing.
pub fn open_at(fresh: &Fresh, now: Instant) -> App {
    App::open(opening(fresh, now)).expect("opens")
}

/// How a test opens its database.
pub fn opening(fresh: &Fresh, now: Instant) -> Opening {
    // Two programmes on one database must not make the same ids.
    static OPENED: AtomicU64 = AtomicU64::new(1);
    let state = AtomicU64::new(OPENED.fetch_add(1, Ordering::Relaxed) << 32);
    Opening {
        address: fresh.address.clone(),
        key: Some(fresh.key()),
        options: db::Options::default(),
        clock: Arc::new(move || now),
        random: Arc::new(move |bytes| {
            for byte in bytes.chunks_mut(8) {
                let n = mixed(state.fetch_add(1, Ordering::Relaxed));
                byte.copy_from_slice(&n.to_le_bytes()[..byte.len()]);
            }
        }),
    }
}

/// Spreads a counter over all bits.
fn mixed(n: u64) -> u64 {
    let n = (n ^ n >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let n = (n ^ n >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    n ^ n >> 31
}

/// The operator asks, now, under a new key that nobody chose.
pub fn asking(app: &App) -> Asking {
    asking_at(app, app.house.now())
}

/// The operator asks at a moment.
pub fn asking_at(app: &App, at: Instant) -> Asking {
    Asking {
        officer: app.operator(),
        at,
        made_at: None,
        act_id: ActId(app.house.new_id()),
        asked: None,
    }
}

/// A date as `2022-06-22`.
pub fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// The NIK of the person with this number, a woman of Kebon Jeruk.
pub fn nik(number: u32) -> String {
    format!(
        "317305{:02}{:02}{:02}{:04}",
        41 + number % 28,
        1 + number / 28 % 12,
        70 + number / 336 % 30,
        1 + number / 10_080
    )
}

/// A registration by an agency.
pub fn form(number: u32, agency: &str, registered_on: &str) -> RegistrationForm {
    RegistrationForm {
        nik: nik(number),
        name: format!("Warga {}", letters(number)),
        kelurahan: "Kebon Jeruk".to_owned(),
        business_type: "kuliner".to_owned(),
        agency: agency.to_owned(),
        registered_on: registered_on.to_owned(),
        consent: true,
        ..RegistrationForm::default()
    }
}

fn letters(number: u32) -> String {
    let digits = number.to_string();
    digits.bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

/// Registers the person with this number at Kebon Jeruk.
pub fn register(
    app: &App,
    number: u32,
    agency: &str,
    registered_on: &str,
) -> Result<Done<Registered>, Problem> {
    let asking = asking(app);
    let new = form(number, agency, registered_on).understand(&app.house, &asking.officer)?;
    app.change_now(move |tx, house| people::register(tx, house, &asking, &new))
}

/// Records a finished service.
pub fn serve(
    app: &App,
    member: MemberId,
    stage: StageKind,
    occurred_on: &str,
) -> Result<Done<ServiceRecorded>, Problem> {
    let service = ServiceForm {
        stage: stage.word().to_owned(),
        occurred_on: occurred_on.to_owned(),
        ..ServiceForm::default()
    };
    record(app, member, service)
}

/// Records a service.
pub fn record(
    app: &App,
    member: MemberId,
    service: ServiceForm,
) -> Result<Done<ServiceRecorded>, Problem> {
    let asking = asking(app);
    app.change_now(move |tx, house| stages::record(tx, house, &asking, member, &service, None))
}

/// Takes a service back.
pub fn void(app: &App, service: ServiceId) -> Result<Done<ServiceVoided>, Problem> {
    let asking = asking(app);
    app.change_now(move |tx, house| stages::void(tx, house, &asking, service, "salah orang"))
}

/// The figures that the operator sees.
pub fn ask(app: &App, narrowing: &Narrowing) -> Answer {
    reports::ask(&app.db, &app.house, &app.operator(), narrowing).expect("answers")
}

/// How many reached a stage.
pub fn reached(answer: &Answer, stage: StageKind) -> u64 {
    let row = answer.rows.iter().find(|row| row.stage == stage);
    row.expect("every stage has a row").reached
}

/// A key that a client chooses.
pub fn key() -> ActId {
    ActId(testkit::id())
}
