//! A copy of one engine is restored into either, with the same people, figures and journal.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod common;

use common::{ask, open, register, serve};
use db::{Copied, NotCopied};
use jakpreneur::{
    App,
    reports::{Answer, By, Narrowing},
    verify::verify,
};
use rules::StageKind;
use testkit::{Fresh, on_both_engines};

fn lived_in(app: &App) {
    for number in 0..20 {
        let member = register(app, number, "ppkukm", "2022-01-03").expect("registers").event.member;
        serve(app, member, StageKind::Training, "2022-02-01").expect("records");
    }
}

fn figures(app: &App) -> Answer {
    ask(app, &Narrowing { by: vec![By::Kelurahan], ..Narrowing::default() })
}

/// Restores into a database of an engine and looks at what came.
fn restored(copy: &std::path::Path, from: &Fresh, into: &Fresh, expected: &Answer) {
    std::fs::copy(from.key(), into.key()).expect("the key is taken along");
    Copied::restore(copy, &into.address).expect("restores");
    let app = open(into);
    assert_eq!(figures(&app), *expected);
    verify(&app, &mut |_, _, _| {}).expect("nothing differs");
    register(&app, 99, "ppkukm", "2022-03-03").expect("life goes on");
    let again = Copied::restore(copy, &into.address);
    assert!(matches!(again, Err(NotCopied::NotEmpty)), "{again:?}");
}

on_both_engines!(a_copy_is_restored_into_either_engine, |fresh| {
    let app = open(&fresh);
    lived_in(&app);
    let expected = figures(&app);
    let copy = fresh.folder.path().join("copy");
    let copied = Copied::backup(&fresh.address, &copy).expect("copies while it is open");
    assert_eq!(copied.position, 40);
    register(&app, 50, "ppkukm", "2022-03-03").expect("the live one goes on");

    let again = Copied::backup(&fresh.address, &copy);
    assert!(matches!(again, Err(NotCopied::Exists)), "a copy never overwrites");
    restored(&copy, &fresh, &Fresh::sqlite(), &expected);
    if let Some(postgres) = Fresh::postgres() {
        restored(&copy, &fresh, &postgres, &expected);
    }
});

on_both_engines!(a_file_that_is_no_copy_is_refused, |fresh| {
    let file = fresh.folder.path().join("letter.txt");
    std::fs::write(&file, "Yang terhormat").expect("written");
    let refused = Copied::restore(&file, &fresh.address);
    assert!(matches!(refused, Err(NotCopied::NotACopy)), "{refused:?}");
});
