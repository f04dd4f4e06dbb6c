//! A small programme that is the same in every test: who works there, and whom they registered.
use jakpreneur::{
    App, Opening, Problem,
    journal::Asking,
    people::{self, RegistrationForm},
    staff::{self, AccountForm, Cost},
    stages::{self, ServiceForm},
};
use rules::{ActId, Instant, MemberId};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use testkit::Fresh;

/// 22 June 2022, 19.13 in Jakarta.
pub const NOW: Instant = Instant(1_655_900_000_000_000);
/// The password of every account.
pub const PASSWORD: &str = "tujuh kucing tidur";
/// Hashing that costs nothing.
const CHEAP: Cost = Cost { memory: 64, passes: 1 };

/// Opens a database whose clock stands still and whose randomness counts.
pub fn open(fresh: &Fresh) -> App {
    let counter = AtomicU64::new(1);
    App::open(Opening {
        address: fresh.address.clone(),
        key: Some(fresh.key()),
        options: db::Options::default(),
        clock: Arc::new(|| NOW),
        random: Arc::new(move |bytes| {
            for byte in bytes.chunks_mut(8) {
                let n = counter.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
                byte.copy_from_slice(&n.to_le_bytes()[..byte.len()]);
            }
        }),
    })
    .expect("opens")
}

fn asking(app: &App) -> Asking {
    let act_id = ActId(app.house.new_id());
    Asking { officer: app.operator(), at: app.house.now(), made_at: None, act_id, asked: None }
}

/// Makes an account.
pub fn account(app: &App, name: &str, role: &str, agency: &str, area: &str) {
    let form = AccountForm {
        name: name.to_owned(),
        role: role.to_owned(),
        agency: agency.to_owned(),
        area: area.to_owned(),
        password: PASSWORD.to_owned(),
    };
    let new = form.understand(&app.house).map_err(|problem| problem.to_string()).expect("sound");
    let hash = new.password.hash(CHEAP, app.house.bytes()).expect("hashes");
    let asking = asking(app);
    app.change_now(move |tx, house| staff::add(tx, house, &asking, &new, &hash)).expect("adds");
}

/// Registers somebody and records what they received.
pub fn member(
    app: &App,
    nik: &str,
    name: &str,
    place: (&str, &str),
    registered_on: &str,
    services: &[(&str, &str)],
) -> MemberId {
    let (agency, area) = place;
    // Of some only the kecamatan is known.
    let is_kelurahan = area.len() > "31.73.05".len();
    let (kelurahan, kecamatan) = if is_kelurahan { (area, "") } else { ("", area) };
    let form = RegistrationForm {
        nik: nik.to_owned(),
        name: name.to_owned(),
        kelurahan: kelurahan.to_owned(),
        kecamatan: kecamatan.to_owned(),
        business_type: "kuliner".to_owned(),
        agency: agency.to_owned(),
        registered_on: registered_on.to_owned(),
        consent: true,
        ..RegistrationForm::default()
    };
    let asked = asking(app);
    let registered = form.understand(&app.house, &asked.officer).and_then(|form| {
        app.change_now(move |tx, house| people::register(tx, house, &asked, &form))
    });
    let member = registered.expect("registers").event.member;
    for (stage, occurred_on) in services {
        serve(app, member, stage, occurred_on).expect("records");
    }
    member
}

fn serve(app: &App, member: MemberId, stage: &str, occurred_on: &str) -> Result<(), Problem> {
    let asked = asking(app);
    let form = ServiceForm {
        stage: stage.to_owned(),
        occurred_on: occurred_on.to_owned(),
        ..ServiceForm::default()
    };
    app.change_now(move |tx, house| stages::record(tx, house, &asked, member, &form, None))?;
    Ok(())
}

/// Six people in three kecamatan at two agencies, one of them at both.
pub fn inhabited(fresh: &Fresh) -> App {
    let app = open(fresh);
    account(&app, "admin", "administrator", "", "");
    account(&app, "sudin-barat", "city_office", "ppkukm", "31.73");
    account(&app, "petugas-kebonjeruk", "registration_officer", "ppkukm", "31.73.05");
    account(&app, "pimpinan", "executive", "", "");
    let kebon_jeruk = ("ppkukm", "31.73.05.1001");
    let cengkareng = ("ppkukm", "31.73.01.1001");
    let both = "3173055506900003";
    let training = ("training", "2022-02-01");
    member(&app, both, "Contoh Satu", kebon_jeruk, "2022-01-03", &[training]);
    member(&app, both, "Contoh Satu", ("ppapp", "31.73.05.1001"), "2022-03-10", &[]);
    let two = [training, ("mentoring", "2022-03-01"), ("licensing", "2022-04-05")];
    member(&app, "3173051506910004", "Contoh Dua", kebon_jeruk, "2022-01-04", &two);
    member(&app, "3173011506920005", "Contoh Tiga", cengkareng, "2022-01-31", &[training]);
    member(&app, "3173015606930006", "Contoh Empat", cengkareng, "2021-11-20", &[]);
    let tebet = ("ppapp", "31.74.01.1001");
    let capital = [("marketing", "2021-12-24"), ("capital", "2022-06-20")];
    member(&app, "3174011506940007", "Contoh Lima", tebet, "2021-12-01", &capital);
    member(&app, "3174015606950008", "Contoh Enam", tebet, "2022-06-22", &[]);
    app
}
