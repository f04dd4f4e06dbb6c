//! A figure published elsewhere stands beside a release, with its source and why it differs.
use crate::{
    common::{asking, open, register},
    world::{opened, release, stages},
};
use jakpreneur::{
    App, Code, FieldError, Problem, ReleasingCode,
    journal::Done,
    releases::{self, OutsideEntered, OutsideForm, Part, Reason, ReleaseNumber},
    verify::verify,
    words::Lang,
};
use testkit::on_both_engines;

fn enter(app: &App, form: &OutsideForm) -> Result<Done<OutsideEntered>, Problem> {
    let (asking, form) = (asking(app), form.clone());
    let number = ReleaseNumber { year: 2022, serial: 1 };
    app.change_now(move |tx, _| releases::enter_outside(tx, &asking, number, &form))
}

/// What a newspaper wrote of the registered.
fn kompas(value: &str, explanation: &str) -> OutsideForm {
    OutsideForm {
        line: "registration".to_owned(),
        value: value.to_owned(),
        source: "Kompas, 12 November 2021".to_owned(),
        explanation: explanation.to_owned(),
        parts: Vec::new(),
    }
}

fn wrong(answer: Result<Done<OutsideEntered>, Problem>) -> Vec<FieldError> {
    let Err(Problem::Invalid(wrong)) = answer else { panic!("{answer:?}") };
    wrong
}

on_both_engines!(a_figure_from_elsewhere_is_entered_explained_replaced_and_verified, |fresh| {
    let app = open(&fresh);
    for number in 1..=4 {
        register(&app, number, "ppkukm", "2022-01-03").expect("registers");
    }
    let done = release(&app, &stages()).expect("releases");
    let before = opened(&app, &done).bytes;

    let no_reason = FieldError::new("explanation", Code::Reason);
    assert_eq!(wrong(enter(&app, &kompas("7", ""))), [no_reason]);
    let no_line = FieldError::new("line", Code::Releasing(ReleasingCode::NoLine));
    let other = OutsideForm { line: "rahasia".to_owned(), ..kompas("4", "") };
    assert_eq!(wrong(enter(&app, &other)), [no_line]);
    let differ = FieldError::new("parts", Code::Releasing(ReleasingCode::PartsDiffer));
    let told = |parts: &[(Reason, &str)]| OutsideForm {
        parts: parts.iter().map(|(reason, change)| (*reason, (*change).to_owned())).collect(),
        ..kompas("7", "")
    };
    let some = told(&[(Reason::Voided, "-2"), (Reason::EnteredLater, "+1")]);
    assert_eq!(wrong(enter(&app, &some)), [differ]);

    enter(&app, &told(&[(Reason::Voided, "-4"), (Reason::EnteredLater, "+1")])).expect("enters");
    let beside = opened(&app, &done).outside;
    assert_eq!(beside.len(), 1);
    assert_eq!((beside[0].value, beside[0].released, beside[0].difference), (7, 4, -3));
    let later = Part { change: 1, reason: Reason::EnteredLater };
    assert_eq!(beside[0].parts, [Part { change: -4, reason: Reason::Voided }, later]);

    enter(&app, &kompas("5", "Termasuk satu pendaftar dari Bogor")).expect("takes its place");
    let elsewhere = OutsideForm { source: "Laporan OPD".to_owned(), ..kompas("4", "") };
    enter(&app, &elsewhere).expect("the same needs no reason");
    let now = opened(&app, &done);
    let said: Vec<_> = now.outside.iter().map(|it| (it.value, it.source.as_str())).collect();
    assert_eq!(said, [(5, "Kompas, 12 November 2021"), (4, "Laporan OPD")]);
    assert_eq!(now.bytes, before, "the release is the same bytes");
    let digest = (&now.release.sha256, now.outside.as_slice());
    let paper = releases::paper(&now.document, digest, Lang::Id, "", done.stamp.at.civil());
    let notes = paper.notes.join(" ");
    assert!(notes.contains("5 (Kompas, 12 November 2021)") && notes.contains("Bogor"), "{notes}");
    verify(&app, &mut |_, _, _| {}).expect("the journal gives the same rows");
});
