//! The main job in its thinnest form: a registration and a service become a figure and its list.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
use jakpreneur::{
    App, Opening, Problem, board,
    journal::{Asking, Done},
    people::{self, Registered, RegistrationForm},
    reports::{self, Narrowing},
    stages::{self, ServiceForm},
};
use rules::{ActId, Instant};
use std::sync::Arc;
use testkit::{Fresh, on_both_engines};

fn open(fresh: &Fresh) -> App {
    let counter = std::sync::atomic::AtomicU64::new(1);
    App::open(Opening {
        address: fresh.address.clone(),
        key: Some(fresh.key()),
        options: db::Options::default(),
        clock: Arc::new(|| Instant(1_655_900_000_000_000)),
        random: Arc::new(move |bytes| {
            for byte in bytes.chunks_mut(8) {
                let n =
                    counter.fetch_add(0x9E37_79B9_7F4A_7C15, std::sync::atomic::Ordering::Relaxed);
                byte.copy_from_slice(&n.to_le_bytes()[..byte.len()]);
            }
        }),
    })
    .expect("opens")
}

fn asking(app: &App) -> Asking {
    Asking {
        officer: app.operator(),
        at: app.house.now(),
        act_id: ActId(testkit::id()),
        asked: None,
    }
}

fn form(nik: &str, agency: &str) -> RegistrationForm {
    RegistrationForm {
        nik: nik.to_owned(),
        name: "Siti Rahmawati".to_owned(),
        phone: "0812 0000 0001".to_owned(),
        kelurahan: "Kebon Jeruk".to_owned(),
        business_type: "kuliner".to_owned(),
        agency: agency.to_owned(),
        registered_on: "2022-01-03".to_owned(),
        consent: true,
        ..RegistrationForm::default()
    }
}

fn register(app: &App, nik: &str, agency: &str) -> Result<Done<Registered>, Problem> {
    let asking = asking(app);
    let form = form(nik, agency).understand(&app.house, &asking.officer)?;
    app.change_now(move |tx, house| people::register(tx, house, &asking, &form))
}

fn reached(app: &App, narrowing: &Narrowing) -> Vec<u64> {
    let answer = reports::ask(&app.db, &app.house, &app.operator(), narrowing).expect("answers");
    answer.rows.iter().map(|row| row.reached).collect()
}

on_both_engines!(a_person_at_two_agencies_counts_once_for_the_province, |fresh| {
    let app = open(&fresh);
    let first = register(&app, "3173055506900003", "ppkukm").expect("registers");
    assert!(matches!(
        register(&app, "3173055506900003", "ppkukm"),
        Err(Problem::NikRegistered(Some(_)))
    ));
    let second = register(&app, "3173055506900003", "ppapp").expect("registers again");
    assert!(second.event.person_known);
    let member = first.event.member;
    let asked = asking(&app);
    let training = ServiceForm {
        stage: "Pelatihan".to_owned(),
        occurred_on: "2022-02-01".to_owned(),
        ..ServiceForm::default()
    };
    app.change_now(move |tx, house| stages::record(tx, house, &asked, member, &training, None))
        .expect("records");
    assert_eq!(reached(&app, &Narrowing::default()), [1, 1, 0, 0, 0, 0, 0]);
    let by = Narrowing { by: vec![reports::By::Agency], ..Narrowing::default() };
    let answer = reports::ask(&app.db, &app.house, &app.operator(), &by).expect("answers");
    assert_eq!((answer.persons, answer.overlap), (1, 1));

    let again = open(&fresh);
    again.load_names().expect("names");
    assert_eq!(reached(&again, &Narrowing::default()), [1, 1, 0, 0, 0, 0, 0]);
    assert_eq!(board_names(&again), 2);
});

fn board_names(app: &App) -> usize {
    let _ = board::bring_up_to_date(&app.db, &app.house);
    app.house.board().names.search("rahma siti").len()
}
