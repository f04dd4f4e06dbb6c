//! Files that are sent: kept sealed, dealt with one after the other, seen by those who may.
use super::setup::*;
use jakpreneur::{
    App, Problem,
    imports::{self, Job, Kind, LARGEST, NewImport, State, Upload},
    staff::Officer,
};
use rules::Role;
use std::{sync::Arc, time::Duration};
use testkit::on_both_engines;

fn wait<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

fn send(app: &App, officer: &Arc<Officer>, new: &NewImport, bytes: &[u8]) -> Job {
    wait(async {
        let mut upload = Upload::begin(app, officer.clone()).expect("begins");
        for piece in bytes.chunks(100_000) {
            upload.take(piece).await.expect("takes");
        }
        upload.finish(new).await.expect("finishes").job
    })
}

/// The file once it is over.
fn over(app: &App, officer: &Officer, job: &Job) -> Job {
    for _ in 0..600 {
        let now = app.db.look(|tx| imports::job(tx, officer, job.id)).expect("is seen");
        if now.is_over() {
            return now;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    job.clone()
}

const PARTS: &str = "select count(*) from import_part";

fn parts(app: &App) -> i64 {
    let found: Result<Option<(i64,)>, Problem> = app.db.look(|tx| Ok(tx.maybe(PARTS, ())?));
    found.expect("counts").map_or(0, |(count,)| count)
}

on_both_engines!(sent_files_are_dealt_with_one_after_the_other_and_then_forgotten, |fresh| {
    let app = open(&fresh);
    let office = officer(&app, "jeruk", Role::RegistrationOfficer, "ppapp", Some("31.73.05"));
    let members = lines(HEADER, people(1, 800).chain(["bad,bad,bad,bad".to_owned()]));
    let services =
        lines("NIK,Tahap,Tanggal", (1..=800).map(|n| format!("{},Pelatihan,2022-02-01", nik(n))));
    let first = send(&app, &office, &new(Kind::Members), members.as_bytes());
    let second = send(&app, &office, &new(Kind::Services), services.as_bytes());
    assert_eq!(second.state, State::Waiting);
    let (first, second) = (over(&app, &office, &first), over(&app, &office, &second));
    assert_eq!(counts(&first), "new 800, existing 0, possible duplicate 0, rejected 1");
    assert_eq!(counts(&second), "new 800, existing 0, possible duplicate 0, rejected 0");
    assert_eq!((first.state, first.agency.as_str()), (State::Done, "ppapp"));
    assert_eq!(reached(&app)[..3], [800, 800, 0]);
    assert_eq!(parts(&app), 0, "the sent bytes are no longer kept");

    let back = wait(imports::rejects(&app, office.clone(), first.id)).expect("rows go back");
    assert_eq!(back.file_name, "peserta-ditolak.csv");
    let text = String::from_utf8(back.bytes).expect("text");
    assert!(text.contains("bad,bad,bad,bad,"), "{text}");
});

on_both_engines!(a_sent_workbook_is_read_from_its_sealed_parts, |fresh| {
    let app = open(&fresh);
    let office = officer(&app, "jeruk", Role::CityOffice, "ppkukm", Some("31.73"));
    let rows: Vec<_> = people(1, 12_000).map(|row| row.split(',').map(text).collect()).collect();
    let book = workbook(HEADER, &rows);
    assert!(book.len() > 256 * 1024, "several parts: {}", book.len());
    let sent =
        NewImport { file_name: "peserta.xlsx".to_owned(), dry_run: true, ..new(Kind::Members) };
    let job = over(&app, &office, &send(&app, &office, &sent, &book));
    assert_eq!((job.state, job.counts.rows()), (State::Done, 12_000));
    assert_eq!(entries(&app), 0);
});

on_both_engines!(a_file_is_seen_by_its_sender_and_by_who_reaches_as_far, |fresh| {
    let app = open(&fresh);
    let sender = officer(&app, "jeruk", Role::RegistrationOfficer, "ppapp", Some("31.73.05"));
    let city = officer(&app, "barat", Role::CityOffice, "ppapp", Some("31.73"));
    let elsewhere = officer(&app, "selatan", Role::CityOffice, "ppapp", Some("31.74"));
    let other = officer(&app, "sosial", Role::AgencyAdministrator, "sosial", None);
    let mentor = officer(&app, "mentor", Role::Mentor, "ppapp", Some("31.73.05"));
    let job = send(&app, &sender, &new(Kind::Members), lines(HEADER, people(1, 2)).as_bytes());
    over(&app, &sender, &job);
    let look = |officer: &Officer| app.db.look(|tx| imports::job(tx, officer, job.id));
    assert!(look(&sender).is_ok() && look(&city).is_ok() && look(&app.operator()).is_ok());
    assert!(matches!(look(&elsewhere), Err(Problem::NotFound)));
    assert!(matches!(look(&other), Err(Problem::NotFound)));
    assert!(matches!(look(&mentor), Err(Problem::Forbidden)));
    let list = |officer: &Officer| {
        let jobs = app.db.look(|tx| imports::jobs(tx, officer, None, 10)).expect("lists");
        (jobs.items.len(), jobs.total)
    };
    assert_eq!([list(&sender), list(&city), list(&other)], [(1, 1), (1, 1), (0, 0)]);
    assert!(matches!(wait(imports::rejects(&app, other, job.id)), Err(Problem::NotFound)));
    assert!(matches!(Upload::begin(&app, mentor).map(drop), Err(Problem::Forbidden)));
});

const DISABLE: &str = "update user_account set disabled_at_position = 1";

on_both_engines!(what_a_stopped_process_left_goes_on_at_the_next_start, |fresh| {
    let app = open(&fresh);
    let sender = officer(&app, "jeruk", Role::RegistrationOfficer, "ppapp", Some("31.73.05"));
    app.imports.stop();
    let file = lines(HEADER, people(1, 600));
    let job = send(&app, &sender, &new(Kind::Members), file.as_bytes());
    while !app.imports.is_idle() {
        std::thread::yield_now();
    }
    assert_eq!(entries(&app), 0);
    drop(app);

    let app = open(&fresh);
    imports::resume_all(&app).expect("resumes");
    assert_eq!(over(&app, &sender, &job).counts.new, 600);

    app.imports.stop();
    let left = send(&app, &sender, &new(Kind::Services), b"NIK,Tahap,Tanggal\n");
    app.change_now(|tx, _| Ok(tx.run(DISABLE, ()).map(drop)?)).expect("disables");
    let app = open(&fresh);
    imports::resume_all(&app).expect("resumes");
    let left = over(&app, &app.operator(), &left);
    assert_eq!(left.failure, Some(imports::Failure::NotAllowed), "the account was disabled");
});

#[test]
fn a_file_larger_than_allowed_is_refused_and_not_kept() {
    let fresh = testkit::Fresh::sqlite();
    let app = open(&fresh);
    wait(async {
        let mut upload = Upload::begin(&app, app.operator()).expect("begins");
        upload.take(&vec![b'x'; 600 * 1024]).await.expect("takes");
        assert_eq!(parts(&app), 2);
        let rest = vec![b'x'; LARGEST];
        assert!(matches!(upload.take(&rest).await, Err(Problem::TooLarge)));
    });
    assert_eq!(parts(&app), 0);
}
