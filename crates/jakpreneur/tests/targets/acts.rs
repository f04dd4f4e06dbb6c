//! Setting and revising: nothing is edited, and what was known then stays as it was.
use crate::{
    common::open,
    world::{ask, draft, line, revise, set},
};
use jakpreneur::{
    Code, Problem,
    targets::{self, Draft, Selection},
    verify::verify,
};
use testkit::on_both_engines;

fn refused<T: std::fmt::Debug>(answer: Result<T, Problem>) -> (&'static str, Code) {
    match answer {
        Err(Problem::Invalid(fields)) => (fields[0].field, fields[0].code),
        Err(Problem::Refused(code)) => ("", code),
        other => panic!("{other:?}"),
    }
}

on_both_engines!(
    a_target_is_revised_with_a_reason_and_the_figure_known_then_keeps_its_version,
    |fresh| {
        let app = open(&fresh);
        let first = set(&app, draft(60)).expect("sets");
        let target = first.event.target;
        assert_eq!(refused(set(&app, draft(70))), ("", Code::TargetThere));
        let before = Draft { rule: rules::targets::CountingRule::Cumulative, ..draft(70) };
        set(&app, before).expect("another rule is another target");
        assert_eq!(refused(revise(&app, target, (1, "80"), " ")), ("reason", Code::Reason));
        assert_eq!(refused(revise(&app, target, (1, "x"), "a")), ("target", Code::Number));
        let second = revise(&app, target, (1, "1.080"), "Anggaran berubah").expect("revises");
        assert_eq!((second.event.version, second.event.persons), (2, 1_080));
        assert_eq!(refused(revise(&app, target, (1, "90"), "a")), ("", Code::TargetChanged));
        assert_eq!(refused(revise(&app, target, (2, "1080"), "a")), ("", Code::Unchanged));
        let now = ask(&app, &Selection::default());
        assert_eq!((line(&now, target).target, line(&now, target).version), (1_080, 2));
        let mut then = Selection::default();
        then.counting.known_at = Some(second.stamp.position - 1);
        let then = ask(&app, &then);
        assert_eq!((line(&then, target).target, line(&then, target).version), (60, 1));
        let versions = app.db.look(|tx| targets::versions(tx, target)).expect("looks");
        let reasons: Vec<Option<&str>> = versions.iter().map(|it| it.reason.as_deref()).collect();
        assert_eq!(reasons, [Some("Anggaran berubah"), None]);
        verify(&app, &mut |_, _, _| {}).expect("the journal gives the same rows");
    }
);
