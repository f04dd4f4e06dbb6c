//! A file that is killed goes on where it stood.
use super::setup::*;
use jakpreneur::imports::{self, Kind, State};
use std::ops::ControlFlow;
use testkit::on_both_engines;

on_both_engines!(a_file_killed_between_commits_goes_on_and_counts_every_row_once, |fresh| {
    let rows = people(1, 1300).enumerate().map(|(n, row)| match n % 100 {
        7 => row.replace("2022-01-03", "kapan"),
        _ => row,
    });
    let path = file(&fresh, "peserta.csv", lines(HEADER, rows));
    let killed = {
        let app = open(&fresh);
        let stop = &mut |_: &_| ControlFlow::Break(());
        imports::import_file(&app, &path, &new(Kind::Members), stop).expect("stops")
    };
    assert_eq!((killed.state, killed.line), (State::Running, 501));
    assert_eq!(counts(&killed), "new 495, existing 0, possible duplicate 0, rejected 5");

    let app = open(&fresh);
    let mut from = None;
    let job = imports::import_file(&app, &path, &new(Kind::Members), &mut |job| {
        from.get_or_insert(job.line);
        ControlFlow::Continue(())
    })
    .expect("goes on");
    assert_eq!((job.id, from), (killed.id, Some(1001)), "the first rows are not looked at again");
    assert_eq!(counts(&job), "new 1287, existing 0, possible duplicate 0, rejected 13");
    assert_eq!(
        back(&fresh, &app, &job).lines().count(),
        14,
        "with the rows refused before the kill"
    );
    assert_eq!((reached(&app)[0], entries(&app)), (1287, 1287));

    let again = import(&fresh, &app, &new(Kind::Members), std::fs::read(&path).expect("reads"));
    assert_ne!(again.id, job.id, "a file that is done is run again from its start");
    assert_eq!(counts(&again), "new 0, existing 1287, possible duplicate 0, rejected 13");
});
