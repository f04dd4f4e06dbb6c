//! Months of a business: told, asked back, corrected, taken back, and never in clear (BR-27).
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#[path = "../common/mod.rs"]
mod common;
mod figures;
mod needs;
mod recount;
mod worked;

use jakpreneur::{
    App, Problem,
    growth::{self, MeasureForm, MeasurementRecorded, Standing},
    journal::Done,
    people,
    verify::verify,
};
use rules::{MemberId, Rupiah, growth::Month};
use testkit::on_both_engines;

fn month(month: &str, turnover: &str) -> MeasureForm {
    MeasureForm {
        month: month.to_owned(),
        turnover: turnover.to_owned(),
        source: "told".to_owned(),
        ..MeasureForm::default()
    }
}

fn tell(
    app: &App,
    member: MemberId,
    form: MeasureForm,
) -> Result<Done<MeasurementRecorded>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| growth::measure(tx, house, &asking, member, &form))
}

fn void(app: &App, member: MemberId, month: &str, reason: &'static str) -> Result<(), Problem> {
    let (asking, month) = (common::asking(app), Month::parse_officer(month).expect("a month"));
    let of = (member, month);
    app.change_now(move |tx, house| growth::void(tx, house, &asking, of, reason)).map(drop)
}

fn series(app: &App, member: MemberId) -> Vec<Standing> {
    let scope = app.operator();
    let read = app.db.look(|tx| {
        let row = people::record(tx, &scope.scope, member)?.expect("is there");
        growth::series_of(tx, &app.house, &row)
    });
    read.expect("looks")
}

fn wrong<T: std::fmt::Debug>(answer: Result<T, Problem>) -> Vec<(&'static str, &'static str)> {
    match answer {
        Err(Problem::Invalid(fields)) => {
            fields.iter().map(|error| (error.field, error.code.slug())).collect()
        }
        Err(Problem::Refused(code)) => vec![("", code.slug())],
        Err(Problem::NotFound) => vec![("", "not-found")],
        other => panic!("{other:?}"),
    }
}

fn is_verified(app: &App) {
    if let Err(differs) = verify(app, &mut |_, _, _| {}) {
        panic!("{differs:?}");
    }
}

fn somebody(app: &App) -> MemberId {
    common::register(app, 1, "ppkukm", "2022-01-03").expect("registers").event.member
}

on_both_engines!(a_month_is_told_corrected_and_taken_back_and_every_row_follows, |fresh| {
    let app = common::open(&fresh);
    let member = somebody(&app);
    let first = tell(&app, member, month("2022-01", "5.000.000")).expect("tells");
    assert!(first.event.is_baseline, "the first one told is the baseline");
    let workers = ["1", "", "", "2"].map(str::to_owned);
    let second = MeasureForm { workers, ..month("Maret 2022", "Rp6.000.000") };
    assert!(!tell(&app, member, second).expect("tells").event.is_baseline);
    let better = MeasureForm { reason: "salah ketik".to_owned(), ..month("2022-01", "4000000") };
    assert!(tell(&app, member, better).expect("corrects").event.is_baseline, "and stays it");
    let stands = series(&app, member);
    let amounts: Vec<_> = stands.iter().map(|of| of.told.turnover).collect();
    assert_eq!(amounts, [Some(Rupiah(4_000_000)), Some(Rupiah(6_000_000))]);
    let workers: Vec<_> =
        stands.iter().map(|of| of.told.workers().map(rules::growth::Workers::total)).collect();
    assert_eq!(workers, [None, Some(3)], "what is not told is missing");
    void(&app, member, "2022-01", "usaha orang lain").expect("takes back");
    assert_eq!(series(&app, member).len(), 1);
    assert_eq!(wrong(void(&app, member, "2022-01", "lagi")), [("", "not-found")]);
    let next = tell(&app, member, month("2022-02", "5000000")).expect("tells");
    assert!(next.event.is_baseline, "the baseline was taken back");
    is_verified(&app);
});

on_both_engines!(what_jumps_is_asked_back_and_what_cannot_be_is_refused, |fresh| {
    let app = common::open(&fresh);
    let member = somebody(&app);
    tell(&app, member, month("2022-01", "5000000")).expect("tells");
    let jumped = month("2022-02", "50000000");
    let asked_back = [("turnover", "odd"), ("confirmed", "unconfirmed")];
    assert_eq!(wrong(tell(&app, member, jumped.clone())), asked_back);
    tell(&app, member, month("2022-03", "49999999")).expect("is under ten times as much");
    tell(&app, member, MeasureForm { confirmed: true, ..jumped }).expect("is confirmed");
    let early = MeasureForm { measured_on: "2022-04-30".to_owned(), ..month("2022-05", "1") };
    for (form, said) in [
        (month("2022-04", ""), ("turnover", "empty")),
        (month("2022-07", "1000000"), ("month", "future")),
        (month("13/2022", "1000000"), ("month", "month")),
        (month("2022-04", "banyak"), ("turnover", "number")),
        (month("2022-04", "72057594037927936"), ("turnover", "number")),
        (early, ("measured_on", "before-month")),
        (month("2022-01", "5000000"), ("", "unchanged")),
        (month("2022-01", "4000000"), ("reason", "reason")),
        (MeasureForm { source: String::new(), ..month("2022-04", "1") }, ("source", "word")),
    ] {
        assert_eq!(wrong(tell(&app, member, form)), [said]);
    }
    assert_eq!(wrong(void(&app, member, "2022-01", " ")), [("reason", "reason")]);
});

on_both_engines!(amounts_are_in_no_row_and_no_entry_in_clear, |fresh| {
    let app = common::open(&fresh);
    let member = somebody(&app);
    tell(&app, member, month("2022-01", "7654321")).expect("tells");
    let (payload, told) = app
        .db
        .look(|tx| {
            let payload: Option<(String,)> =
                tx.maybe("select payload from journal where act = $1", ("growth.measure",))?;
            let told: Option<(Vec<u8>,)> = tx.maybe(
                "select told from measurement where shard = $1 and member_id = $2",
                (member.shard(), member),
            )?;
            Ok::<_, db::Error>((payload.expect("an entry").0, told.expect("a row").0))
        })
        .expect("looks");
    assert!(!payload.contains("7654321"), "{payload}");
    assert!(!String::from_utf8_lossy(&told).contains("7654321"));
    let erased = app.change_now(move |tx, _| {
        let of = (member,);
        tx.run(
            "update person set salt = null where id = (select person_id from member where id = $1)",
            of,
        )?;
        Ok::<_, Problem>(())
    });
    erased.expect("erases");
    let stands = series(&app, member);
    assert_eq!(stands.len(), 1, "the month stays");
    assert_eq!(stands[0].told.turnover, None, "and says nothing");
    assert_eq!(wrong(tell(&app, member, month("2022-02", "1"))), [("", "erased")]);
});
