//! What a business needs: assessed, repeated, compared, advised, and never a bar.
use crate::{common, is_verified, somebody, wrong};
use jakpreneur::{
    App, Problem,
    assessments::{self, Assessed, AssessmentForm, Needs},
    journal::Done,
    people,
};
use rules::{
    MemberId, StageKind,
    assessment::{Group, Moved, Score},
};
use testkit::on_both_engines;

fn form(on: &str, answers: &[(&str, &str)]) -> AssessmentForm {
    let answers = answers.iter().map(|(code, said)| ((*code).to_owned(), (*said).to_owned()));
    AssessmentForm { assessed_on: on.to_owned(), answers: answers.collect() }
}

fn assess(app: &App, of: MemberId, form: AssessmentForm) -> Result<Done<Assessed>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| assessments::assess(tx, house, &asking, of, &form))
}

fn needs(app: &App, member: MemberId) -> Needs {
    let scope = app.operator();
    let read = app.db.look(|tx| {
        let row = people::record(tx, &scope.scope, member)?.expect("is there");
        assessments::needs_of(tx, &app.house, &row)
    });
    read.expect("looks")
}

on_both_engines!(needs_are_assessed_again_compared_and_advise_what_was_not_had, |fresh| {
    let app = common::open(&fresh);
    let member = somebody(&app);
    common::serve(&app, member, StageKind::Training, "2022-02-02").expect("records");
    let first = [("permit", "no"), ("chat", "no"), ("social", "no"), ("bookkeeping", "yes")];
    assess(&app, member, form("2022-03-01", &first)).expect("assesses");
    let one = needs(&app, member);
    let stages: Vec<StageKind> = one.advice.iter().map(|it| it.stage).collect();
    assert_eq!(stages, [StageKind::Licensing, StageKind::Training], "training was had before");
    assert_eq!(one.moved(Group::Online), None, "nothing to compare with");
    let second = [("permit", "ya"), ("chat", "no"), ("social", "yes"), ("bookkeeping", "no")];
    assess(&app, member, form("", &second)).expect("assesses");
    let two = needs(&app, member);
    assert_eq!(two.assessments.len(), 2, "both stay");
    assert_eq!(two.newest().expect("one").assessed_on, common::day("2022-06-22"));
    let moved = Moved { better: vec!["social"], worse: vec![], compared: 2 };
    assert_eq!(two.moved(Group::Online), Some(moved));
    let finance = two.newest().expect("one").score(Group::Finance);
    assert_eq!(finance, Score { yes: 0, no: 1, unknown: 6 });
    // An older day told later does not take the newest one's place.
    assess(&app, member, form("2022-01-10", &[("permit", "no")])).expect("assesses");
    assert_eq!(needs(&app, member).advice, two.advice);
    // Advice bars nothing: a service it does not name is recorded as ever.
    common::serve(&app, member, StageKind::Capital, "2022-06-01").expect("records");
    is_verified(&app);
});

on_both_engines!(what_nobody_asks_and_what_says_nothing_is_refused, |fresh| {
    let app = common::open(&fresh);
    let member = somebody(&app);
    for (form, said) in [
        (form("", &[]), ("answers", "empty")),
        (form("", &[("permit", "unknown")]), ("answers", "empty")),
        (form("", &[("shoe_size", "yes")]), ("answers", "word")),
        (form("", &[("permit", "mungkin")]), ("permit", "word")),
        (form("2022-06-23", &[("permit", "yes")]), ("assessed_on", "future")),
        (form("kemarin", &[("permit", "yes")]), ("assessed_on", "date")),
    ] {
        assert_eq!(wrong(assess(&app, member, form)), [said]);
    }
    assert!(needs(&app, member).assessments.is_empty());
});

on_both_engines!(answers_are_kept_sealed, |fresh| {
    let app = common::open(&fresh);
    let member = somebody(&app);
    assess(&app, member, form("", &[("insurance", "no")])).expect("assesses");
    let payload: Option<(String,)> = app
        .db
        .look(|tx| tx.maybe("select payload from journal where act = $1", ("assessment.record",)))
        .expect("looks");
    let payload = payload.expect("an entry").0;
    assert!(!payload.contains("insurance"), "{payload}");
});
