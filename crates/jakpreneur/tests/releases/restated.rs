//! A restated report says what differs, and why, to the last person.
use crate::{
    common::{asking, open, register, serve, void},
    world::{Life, every_kind, opened, release, restating, stages},
};
use jakpreneur::{
    Code, Problem, ReleasingCode,
    people::{self, CorrectionForm},
    releases::{Document, Reason, ReleaseForm},
    verify::verify,
};
use rules::StageKind;
use testkit::on_both_engines;

on_both_engines!(the_parts_of_a_difference_add_up_to_it_exactly, |fresh| {
    let app = open(&fresh);
    let (mut life, mut before, mut told) = (Life::new(17), String::new(), 0);
    for round in 0..8 {
        life.goes_on(&app, 25);
        let form = if round == 0 { stages() } else { restating(&before, "Data terlambat") };
        let document = opened(&app, &release(&app, &form).expect("releases")).document;
        for change in document.restates.iter().flat_map(|it| &it.changes) {
            let parts: i64 = change.parts.iter().map(|part| part.change).sum();
            assert_eq!(parts, change.now.cast_signed() - change.was.cast_signed(), "{change:?}");
            told += change.parts.len();
        }
        before = document.number;
    }
    assert!(told > 20, "only {told} parts were told");
});

/// How many parts are told by which reason; each line's parts add up to its difference.
fn told(document: &Document, seen: &mut Vec<Reason>) -> bool {
    let mut revised = false;
    for change in document.restates.iter().flat_map(|it| &it.changes) {
        let parts: i64 = change.parts.iter().map(|part| part.change).sum();
        let kind = document.kind;
        assert_eq!(
            parts,
            change.now.cast_signed() - change.was.cast_signed(),
            "{kind:?} {change:?}"
        );
        seen.extend(change.parts.iter().map(|part| part.reason));
        revised |= change.target_was.is_some() && change.target_was != change.target_now;
    }
    revised
}

on_both_engines!(
    whatever_changes_behind_it_every_kind_stays_and_is_restated_to_the_last_person,
    |fresh| {
        let app = open(&fresh);
        let (mut life, mut before, mut frozen) = (Life::new(23), Vec::new(), Vec::new());
        let (mut seen, mut revised) = (Vec::new(), Vec::new());
        for round in 0..4 {
            life.goes_on(&app, 40);
            life.measures(&app, 30);
            let mut numbers = Vec::new();
            for (at, form) in every_kind().into_iter().enumerate() {
                let restates = before.get(at).cloned().unwrap_or_default();
                let reason = if round == 0 { "" } else { "Data terlambat" }.to_owned();
                let done =
                    release(&app, &ReleaseForm { restates, reason, ..form }).expect("releases");
                let now = opened(&app, &done);
                if told(&now.document, &mut seen) {
                    revised.push(now.document.kind);
                }
                numbers.push(now.document.number.clone());
                frozen.push((done, now.bytes));
            }
            before = numbers;
            for (done, bytes) in &frozen {
                assert_eq!(&opened(&app, done).bytes, bytes, "the bytes are those released");
            }
        }
        for reason in [Reason::EnteredLater, Reason::Voided, Reason::Linked, Reason::TargetRevised]
        {
            assert!(seen.contains(&reason), "{reason:?} is never told: {seen:?}");
        }
        assert!(!revised.is_empty(), "no target was revised behind a release");
        verify(&app, &mut |_, _, _| {}).expect("every release is what was released");
    }
);

on_both_engines!(
    a_unit_reports_a_quarter_beside_its_target_and_what_came_before_does_not_count,
    |fresh| {
        let app = open(&fresh);
        let mut people = Vec::new();
        for (number, on) in
            [(1, "2021-12-30"), (2, "2022-01-03"), (3, "2022-03-31"), (4, "2022-04-01")]
        {
            people.push(register(&app, number, "ppkukm", on).expect("registers").event.member);
        }
        serve(&app, people[0], StageKind::Training, "2022-02-01").expect("serves");
        serve(&app, people[1], StageKind::Training, "2022-04-02").expect("serves");
        let form = ReleaseForm {
            kind: "unit".to_owned(),
            period: Some("Triwulan I 2022".to_owned()),
            ..ReleaseForm::default()
        };
        let document = opened(&app, &release(&app, &form).expect("releases")).document;
        assert_eq!(document.as_at.to_string(), "2022-03-31", "the quarter is over");
        let of = |key: &str| document.line(key).map(|line| line.actual);
        assert_eq!((of("registered"), of("trained"), of("mentored")), (Some(2), Some(1), Some(0)));
        assert_eq!(document.scope.period.as_deref(), Some("2022-Q1"));
        let missing = release(&app, &ReleaseForm { period: None, ..form });
        let Err(Problem::Invalid(wrong)) = missing else { panic!("{missing:?}") };
        assert_eq!((wrong[0].field, wrong[0].code), ("period", Code::Empty));
    }
);

on_both_engines!(agencies_stand_beside_each_other_and_a_person_of_both_counts_at_both, |fresh| {
    let app = open(&fresh);
    for (number, agency) in [(1, "ppkukm"), (2, "ppkukm"), (3, "ppapp"), (1, "ppapp")] {
        register(&app, number, agency, "2022-01-03").expect("registers");
    }
    let [_, _, agencies, ..] = every_kind();
    let document = opened(&app, &release(&app, &agencies).expect("releases")).document;
    let of = |key: &str| document.line(key).map(|line| line.actual);
    assert_eq!((of("ppkukm/registration"), of("ppapp/registration")), (Some(2), Some(2)));
    assert_eq!((document.persons, document.lines.len()), (3, 14));
});

on_both_engines!(each_cause_is_told_by_its_name, |fresh| {
    let app = open(&fresh);
    let one = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    register(&app, 2, "ppkukm", "2022-01-03").expect("registers");
    let wrong = serve(&app, one, StageKind::Training, "2022-02-01").expect("serves");
    let first = opened(&app, &release(&app, &stages()).expect("releases")).document;
    void(&app, wrong.event.service).expect("takes back");
    let three = register(&app, 3, "ppkukm", "2022-01-03").expect("registers").event.member;
    serve(&app, three, StageKind::Training, "2022-02-01").expect("serves");
    serve(&app, one, StageKind::Mentoring, "2022-02-01").expect("serves");
    let asking = asking(&app);
    let late = CorrectionForm {
        registered_on: Some("2022-06-10".to_owned()),
        reason: "salah ketik".to_owned(),
        ..CorrectionForm::default()
    };
    let four = register(&app, 4, "ppkukm", "2022-01-03").expect("registers").event.member;
    app.change_now(move |tx, house| people::correct(tx, house, &asking, four, &late))
        .expect("corrects");
    let form = restating(&first.number, "Data terlambat");
    let second = opened(&app, &release(&app, &form).expect("releases")).document;
    let restated = second.restates.expect("restates");
    assert_eq!((restated.number, restated.reason.as_str()), (first.number, "Data terlambat"));
    let told = |stage: StageKind| {
        let change = restated.changes.iter().find(|it| it.key == stage.word());
        let change = change.unwrap_or_else(|| panic!("{stage} is no other"));
        let parts = change.parts.iter().map(|part| (part.reason, part.change));
        (change.was, change.now, parts.collect::<Vec<_>>())
    };
    let later = |n| (Reason::EnteredLater, n);
    assert_eq!(told(StageKind::Registration), (2, 3, vec![later(2), (Reason::Corrected, -1)]));
    assert_eq!(told(StageKind::Mentoring), (0, 1, vec![later(1)]));
    let training = restated.changes.iter().any(|it| it.key == StageKind::Training.word());
    assert!(!training, "one was taken back, one came: the figure is the same");
});

on_both_engines!(only_the_same_question_restates_and_a_release_is_restated_once, |fresh| {
    let app = open(&fresh);
    register(&app, 1, "ppkukm", "2022-01-03").expect("registers");
    let first = opened(&app, &release(&app, &stages()).expect("releases"));
    let number = first.release.number.to_string();
    let refused = |form: &ReleaseForm| match release(&app, form) {
        Err(Problem::Invalid(wrong)) => wrong[0].code,
        Err(Problem::Refused(code)) => code,
        other => panic!("{other:?}"),
    };
    let releasing = Code::Releasing;
    let form = restating(&number, " ");
    assert_eq!(refused(&form), Code::Reason);
    assert_eq!(refused(&restating("2022-0099", "a")), releasing(ReleasingCode::Unknown));
    let mut other = restating(&number, "a");
    other.question.as_at = Some("2022-06-02".to_owned());
    assert_eq!(refused(&other), releasing(ReleasingCode::OtherQuestion));
    let mut other = restating(&number, "a");
    other.question.agency = Some("ppkukm".to_owned());
    assert_eq!(refused(&other), releasing(ReleasingCode::OtherQuestion));
    let mut earlier = restating(&number, "a");
    earlier.question.known_at = Some("0".to_owned());
    assert_eq!(refused(&earlier), releasing(ReleasingCode::KnownLess));
    let second = opened(&app, &release(&app, &restating(&number, "a")).expect("restates"));
    assert_eq!(second.release.restates, Some(first.release.id));
    assert_eq!(refused(&restating(&number, "b")), releasing(ReleasingCode::RestatedAlready));
});
