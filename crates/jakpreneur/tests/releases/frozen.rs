//! What is released stays, to the byte; and a byte that does not is seen.
use crate::{
    common::{open, register, serve},
    world::{Life, opened, release, stages},
};
use jakpreneur::{
    Code, Problem, ReleasingCode,
    releases::{self, Digest, Document, ReleaseForm},
    targets::{self, Draft},
    verify::{Difference, NotVerified, verify},
};
use rules::{
    StageKind,
    targets::{CountingRule, Indicator, Period},
};
use testkit::{Fresh, on_both_engines};

on_both_engines!(a_release_is_the_same_bytes_whatever_is_recorded_behind_it, |fresh| {
    let app = open(&fresh);
    let mut life = Life::new(7919);
    life.goes_on(&app, 30);
    let done = release(&app, &stages()).expect("releases");
    let first = opened(&app, &done);
    assert_eq!(Digest::of(&first.bytes), done.event.sha256);
    for _ in 0..5 {
        life.goes_on(&app, 12);
        let now = opened(&app, &done);
        assert_eq!(now.bytes, first.bytes, "the bytes are those released");
    }
    let later = opened(&app, &release(&app, &stages()).expect("releases"));
    assert_ne!(later.document.lines, first.document.lines, "the figures did change behind it");
    let again = open(&fresh);
    assert_eq!(opened(&again, &done).bytes, first.bytes, "after opening the programme anew");
    verify(&again, &mut |_, _, _| {}).expect("the journal gives the same rows");
});

on_both_engines!(
    the_same_question_at_the_position_of_a_release_has_its_figures_for_ever,
    |fresh| {
        let app = open(&fresh);
        let mut life = Life::new(11);
        life.goes_on(&app, 40);
        let first = opened(&app, &release(&app, &stages()).expect("releases")).document;
        life.goes_on(&app, 40);
        let mut then = stages();
        then.question.known_at = Some(first.known_at.to_string());
        let again = opened(&app, &release(&app, &then).expect("releases")).document;
        assert_eq!((again.lines, again.members), (first.lines, first.members));
    }
);

on_both_engines!(every_line_counts_exactly_the_members_that_name_it, |fresh| {
    let app = open(&fresh);
    let mut life = Life::new(5);
    life.goes_on(&app, 60);
    life.measures(&app, 40);
    set_targets(&app);
    let targets = ReleaseForm { kind: "targets".to_owned(), ..stages() };
    let mut by_agency = ReleaseForm { kind: "growth".to_owned(), ..stages() };
    by_agency.question.by = Some("agency".to_owned());
    let mut by_month = stages();
    by_month.question.by = Some("month".to_owned());
    for form in [stages(), targets, by_agency, by_month] {
        let document = opened(&app, &release(&app, &form).expect("releases")).document;
        assert!(document.persons > 10 && document.lines.len() >= 3, "{document:?}");
        assert_eq!(document.members.len() as u64, document.persons);
        for line in &document.lines {
            let named = document.members.iter().filter(|it| it.lines.contains(&line.number));
            assert_eq!(named.count() as u64, line.actual, "{}", line.indicator);
        }
        let text = String::from_utf8(document.bytes().expect("bytes")).expect("text");
        assert!(!text.contains("Warga") && !text.contains("317305"), "a name or a NIK is in it");
    }
});

fn set_targets(app: &jakpreneur::App) {
    for rule in CountingRule::ALL {
        let draft = Draft {
            indicator: Indicator::Registered,
            agency: None,
            area: "31".parse().expect("a region"),
            period: Period::Year(2022),
            rule,
            target: 60,
            basis: "Rencana 2022".to_owned(),
        };
        let asking = crate::common::asking(app);
        app.change_now(move |tx, house| targets::set(tx, house, &asking, &draft)).expect("sets");
    }
}

on_both_engines!(a_target_is_released_with_its_attainment_in_hundredths, |fresh| {
    let app = open(&fresh);
    for number in 1..=7 {
        register(&app, number, "ppkukm", "2022-01-03").expect("registers");
    }
    set_targets(&app);
    let form = ReleaseForm { kind: "targets".to_owned(), ..stages() };
    let document = opened(&app, &release(&app, &form).expect("releases")).document;
    let line = &document.lines[0];
    assert_eq!((line.actual, line.target, line.attainment_hundredths), (7, Some(60), Some(1_167)));
    assert_eq!(document.persons, 7, "each person once, however many lines count it");
});

/// A programme with one release, and what can be done to it only by the database's owner.
fn tampered(fresh: &Fresh, sql: &str) -> (jakpreneur::App, rules::ReleaseId) {
    let app = open(fresh);
    let member = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    serve(&app, member, StageKind::Training, "2022-02-01").expect("serves");
    let done = release(&app, &stages()).expect("releases");
    let mut owner = db::owner(&fresh.address).expect("opens");
    assert!(owner(sql).is_err(), "the triggers refuse even the owner");
    let past = if fresh.is_sqlite() {
        "drop trigger released_content_stays; drop trigger released_content_keeps;
         drop trigger released_report_stays;"
    } else {
        "set session_replication_role = replica;"
    };
    owner(&format!("{past} {sql}")).expect("the owner may");
    (open(fresh), done.event.release)
}

on_both_engines!(one_changed_byte_is_seen_by_the_page_and_by_verify, |fresh| {
    let sql = if fresh.is_sqlite() {
        "update released_content set content = cast(replace(cast(content as text), 'pergub', 'pergab') as blob)"
    } else {
        "update released_content set content = set_byte(content, 20, get_byte(content, 20) + 1)"
    };
    let (app, id) = tampered(&fresh, sql);
    let found = app.db.look(|tx| releases::open(tx, &app.operator(), id));
    let changed = Code::Releasing(ReleasingCode::Changed);
    assert!(matches!(found, Err(Problem::Refused(code)) if code == changed), "{found:?}");
    let found = verify(&app, &mut |_, _, _| {}).expect_err("a byte is another");
    let expected = Difference::Release { number: "2022-0001".to_owned() };
    assert!(matches!(&found, NotVerified::Differs(found) if *found == expected), "{found}");
});

on_both_engines!(a_changed_digest_is_seen_by_verify, |fresh| {
    let (app, _) = tampered(&fresh, "update released_report set title = 'Laporan lain'");
    let found = verify(&app, &mut |_, _, _| {}).expect_err("a row is another");
    let NotVerified::Differs(Difference::Changed { table, column, .. }) = found else {
        panic!("{found}")
    };
    assert_eq!((table.as_str(), column.as_str()), ("released_report", "title"));
});

on_both_engines!(files_are_drawn_from_the_frozen_bytes_alone, |fresh| {
    let app = open(&fresh);
    let mut life = Life::new(3);
    life.goes_on(&app, 30);
    let done = release(&app, &stages()).expect("releases");
    let drawn = |app: &jakpreneur::App| {
        let opened = opened(app, &done);
        let document = Document::read(&opened.bytes).expect("reads");
        let at = done.stamp.at.civil();
        releases::plain(&document, at).expect("a file")
    };
    let before = drawn(&app);
    life.goes_on(&app, 30);
    assert_eq!(drawn(&app), before);
    let text = String::from_utf8(before).expect("text");
    assert_eq!(text.lines().count(), 8, "a heading and seven stages: {text}");
});
