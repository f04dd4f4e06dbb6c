//! Whether members still take part: computed, overruled, ended, resumed; and what was found where they live.
use crate::{
    common::{day, open},
    world::{is_verified, member, mentor, on, refused, visit_on},
};
use jakpreneur::{
    App,
    activity::{self, DomicileForm, EndForm, OverruleForm, Standing},
};
use rules::{
    MemberId,
    activity::{Activity, DomicileCheck, EndReason},
};
use testkit::on_both_engines;

fn standing(app: &App, of: MemberId, date: &str) -> Standing {
    let (all, house) = (app.operator(), app.house.clone());
    let found = app.db.look(|tx| activity::standing(tx, &house, &all, of, day(date)));
    found.expect("looks")
}

fn overrule(
    app: &App,
    of: MemberId,
    word: &str,
    from: &str,
    reason: &str,
) -> Result<(), jakpreneur::Problem> {
    let asked = on(app, &app.operator(), "2022-06-22");
    let form = OverruleForm {
        activity: word.to_owned(),
        holds_from: from.to_owned(),
        reason: reason.to_owned(),
    };
    app.change_now(move |tx, house| activity::overrule(tx, house, &asked, of, &form)).map(drop)
}

on_both_engines!(who_was_not_seen_for_half_a_year_is_inactive_until_met_again, |fresh| {
    let app = open(&fresh);
    let (who, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    assert_eq!(standing(&app, who, "2022-06-22").last_seen, Some(day("2022-01-03")));
    assert_eq!(standing(&app, who, "2022-07-03").activity, Activity::Active);
    assert_eq!(standing(&app, who, "2022-07-04").activity, Activity::Inactive);
    visit_on(&app, &by, who, "2022-06-01", "nobody");
    assert_eq!(standing(&app, who, "2022-07-04").activity, Activity::Inactive, "nobody was met");
    visit_on(&app, &by, who, "2022-06-02", "family");
    assert_eq!(standing(&app, who, "2022-07-04").activity, Activity::Active);
    is_verified(&app);
});

on_both_engines!(an_officer_overrules_with_a_reason_that_is_sealed, |fresh| {
    let app = open(&fresh);
    let who = member(&app, 1);
    assert_eq!(refused(overrule(&app, who, "inactive", "", " ")), ("reason", "reason"));
    assert_eq!(refused(overrule(&app, who, "gone", "", "x")), ("activity", "word"));
    let early = overrule(&app, who, "inactive", "2022-01-02", "tutup");
    assert_eq!(refused(early), ("holds_from", "before-registration"));
    overrule(&app, who, "inactive", "2022-06-01", "Usahanya tutup").expect("says so");
    let found = standing(&app, who, "2022-06-22");
    assert_eq!(found.activity, Activity::Inactive);
    assert_eq!(found.overruled.expect("a word").reason, "Usahanya tutup");
    let clear: Option<(i64,)> = app
        .db
        .look(|tx| tx.maybe("select count(*) from journal where payload like '%tutup%'", ()))
        .expect("looks");
    assert_eq!(clear, Some((0,)), "no clear sentence in the journal");
    is_verified(&app);
});

on_both_engines!(a_check_suggests_an_end_and_only_an_officer_ends_and_resumes, |fresh| {
    let app = open(&fresh);
    let (who, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    let form = DomicileForm {
        result: "moved_out".to_owned(),
        note: "Pindah ke Bekasi".to_owned(),
        ..DomicileForm::default()
    };
    let asked = on(&app, &by, "2022-06-20");
    app.change_now(move |tx, house| activity::check(tx, house, &asked, who, &form))
        .expect("checks");
    let found = standing(&app, who, "2022-06-22");
    let checked = found.domicile.expect("was checked");
    assert_eq!((checked.on, checked.result), (day("2022-06-20"), DomicileCheck::MovedOut));
    assert_eq!(checked.note.as_deref(), Some("Pindah ke Bekasi"));
    assert_eq!(checked.result.suggests(), Some(EndReason::MovedOut));
    assert_eq!(found.activity, Activity::Active, "a check ends nothing");

    let end = |by: &std::sync::Arc<jakpreneur::staff::Officer>| {
        let asked = on(&app, by, "2022-06-22");
        let form =
            EndForm { end_reason: "moved_out".to_owned(), ended_on: "2022-06-21".to_owned() };
        app.change_now(move |tx, _| activity::end(tx, &asked, who, &form)).map(drop)
    };
    let resume = |reason: &'static str| {
        let asked = on(&app, &app.operator(), "2022-06-22");
        let act = app.change_now(move |tx, house| activity::resume(tx, house, &asked, who, reason));
        act.map(drop)
    };
    assert_eq!(refused(end(&by)), ("", "forbidden"));
    assert_eq!(refused(resume("keliru")), ("", "not-ended"));
    end(&app.operator()).expect("ends");
    assert_eq!(refused(end(&app.operator())), ("", "ended-already"));
    assert_eq!(standing(&app, who, "2022-06-20").activity, Activity::Active);
    let after = standing(&app, who, "2022-06-21");
    assert_eq!(after.activity, Activity::Ended);
    assert_eq!(after.ended.expect("ended").reason, EndReason::MovedOut);
    assert_eq!(refused(resume("")), ("resume_reason", "reason"));
    resume("Ternyata kontrak rumahnya saja").expect("resumes");
    assert_eq!(standing(&app, who, "2022-06-22").activity, Activity::Active);
    is_verified(&app);
});
