//! The published numbers of the agency for women and children, 7 December 2020: they rise from registrations, the
//! finishers of classes, visits and issued permits, at their true size; nobody types a stage or a total.
use crate::common::{self, day, open_at};
use jakpreneur::{
    App, House, Problem,
    attendance::{self, Marking},
    classes::{self, ClassForm, SessionForm},
    journal::{Asking, Change},
    licences::{self, LicenceForm},
    mentoring::{self, VisitForm},
    people::{self, JustNow},
    places::{self, Wish},
    reports::{Answer, Narrowing},
    targets::{self, Draft, Selection},
};
use rules::{
    ActId, Agency, Instant, MemberId, Percent, StageKind,
    targets::{CountingRule, Indicator, Period},
    training::{Mark, Way},
};
use std::ops::Range;
use testkit::Fresh;

/// Registered as at the day.
const COACHED: usize = 8_637;
/// Whose class ends in time; those beside them were absent, and finish nothing.
const TRAINED: Range<usize> = 0..6_769;
/// Whom a mentor met.
const MENTORED: Range<usize> = (COACHED - 5_815)..COACHED;
/// Whose permit was issued.
const LICENSED: Range<usize> = 1_000..5_485;
/// Whose permit zoning forbade, and where a mentor met nobody.
const IN_VAIN: Range<usize> = 0..60;
/// So many are in a class.
const SEATS: usize = 100;
/// Registered on the very day.
const LAST_DAY: usize = 37;

/// The evening of 8 December 2020.
const LATER: Instant = Instant(1_607_430_000_000_000);

fn asking(app: &App, at: Instant) -> impl Fn(&House) -> Asking + use<> {
    let officer = app.operator();
    move |house| Asking {
        officer: officer.clone(),
        at,
        made_at: None,
        act_id: ActId(house.new_id()),
        asked: None,
    }
}

fn at(text: &str) -> Instant {
    Instant::start_of(day(text))
}

/// Does something for each of many people, in one transaction.
fn each<T: Send + 'static>(
    app: &App,
    of: Vec<T>,
    act: impl Fn(&mut Change<'_>, &House, &T) -> Result<(), Problem> + Send + 'static,
) {
    app.change_now(move |tx, house| of.iter().try_for_each(|it| act(tx, house, it))).expect("acts");
}

fn register(app: &App) -> Vec<MemberId> {
    let asking = asking(app, LATER);
    let registered = app.change_now(move |tx, house| {
        let mut just_now = JustNow::default();
        let mut members = Vec::with_capacity(COACHED);
        for n in 0..COACHED {
            let on = if n < COACHED - LAST_DAY { "2019-02-04" } else { "2020-12-07" };
            let number = u32::try_from(n).expect("small");
            let asking = asking(house);
            let form = common::form(number, "ppapp", on).understand(house, &asking.officer)?;
            let done = people::register_of_many(tx, house, &asking, &form, &mut just_now)?;
            members.push(done.event.member);
        }
        Ok::<_, Problem>(members)
    });
    registered.expect("registers")
}

/// A class of a day, with everybody who asked for it; the last of them do not come.
fn class(app: &App, room: usize, members: &[MemberId], present: usize) {
    let text = |text: &str| Some(text.to_owned());
    let form = ClassForm {
        kind: text("trade"),
        title: text("Olahan kue kering"),
        trade: text("kue-roti"),
        agency: text("ppapp"),
        area: text("31.73.05"),
        place: Some(format!("Balai warga, ruang {room}")),
        capacity: Some(members.len().to_string()),
        closes_on: text("2020-09-10"),
        sessions: Some(vec![SessionForm {
            held_on: "2020-09-14".to_owned(),
            starts: "09.00".to_owned(),
            ends: "12.00".to_owned(),
            mode: "praktik".to_owned(),
            ..SessionForm::default()
        }]),
        ..ClassForm::default()
    };
    let (before, on, after) = (at("2020-09-01"), at("2020-09-14"), at("2020-09-15"));
    let [before, on, after] = [before, on, after].map(|at| asking(app, at));
    let members = members.to_vec();
    let done = app.change_now(move |tx, house| {
        let class = classes::announce(tx, house, &before(house), &form)?.event.class;
        for member in &members {
            places::ask(tx, house, &before(house), class, *member, &Wish::default())?;
        }
        let mark = |n| if n < present { Mark::Present } else { Mark::Absent };
        let marks = members.iter().enumerate().map(|(n, member)| (*member, mark(n))).collect();
        let marking = Marking { session: 1, way: Way::List, marks, reason: String::new() };
        attendance::mark(tx, house, &on(house), class, &marking)?;
        Ok::<_, Problem>(attendance::finish(tx, house, &after(house), class)?.event.finishers.len())
    });
    assert_eq!(done.expect("is held"), present);
}

/// Classes of a hundred; in the last one those beside the trained were absent.
fn train(app: &App, members: &[MemberId]) {
    let invited = &members[TRAINED.start..TRAINED.end + IN_VAIN.len() / 2];
    for (n, of) in invited.chunks(SEATS).enumerate() {
        let present = TRAINED.len().saturating_sub(n * SEATS).min(of.len());
        class(app, n + 1, of, present);
    }
}

fn visit(app: &App, members: &[MemberId]) {
    let met = members[MENTORED].iter().map(|member| (*member, "member"));
    let nobody = members[IN_VAIN].iter().map(|member| (*member, "nobody"));
    let asking = asking(app, LATER);
    each(app, met.chain(nobody).collect(), move |tx, house, (member, met)| {
        let form = VisitForm {
            met: (*met).to_owned(),
            visited_on: "2020-12-07".to_owned(),
            ..VisitForm::default()
        };
        mentoring::visit(tx, house, &asking(house), *member, &form).map(drop)
    });
}

fn license(app: &App, members: &[MemberId]) {
    let issued = LICENSED.map(|n| LicenceForm {
        kind: "nib".to_owned(),
        number: format!("91{n:011}"),
        issued_on: if n % 2 == 0 { "2019-06-03" } else { "2020-12-07" }.to_owned(),
        ..LicenceForm::default()
    });
    let refused = IN_VAIN.map(|_| LicenceForm {
        kind: "nib".to_owned(),
        requested_on: "2020-10-01".to_owned(),
        refusal: "zoning".to_owned(),
        ended_on: "2020-11-02".to_owned(),
        ..LicenceForm::default()
    });
    let of = LICENSED.zip(issued).chain(IN_VAIN.zip(refused));
    let of: Vec<_> = of.map(|(n, form)| (members[n], form)).collect();
    let asking = asking(app, LATER);
    each(app, of, move |tx, house, (member, form)| {
        licences::record(tx, house, &asking(house), *member, form).map(drop)
    });
}

fn ppapp(app: &App, as_at: &str) -> Answer {
    let agency = Agency::parse("ppapp").ok();
    common::ask(app, &Narrowing { as_at: Some(day(as_at)), agency, ..Narrowing::default() })
}

fn set_target(app: &App) {
    let draft = Draft {
        indicator: Indicator::Registered,
        agency: Agency::parse("ppapp").ok(),
        area: "31".parse().expect("a region"),
        period: Period::Years(2018, 2022),
        rule: CountingRule::Cumulative,
        target: 12_120,
        basis: "Target Dinas PPAPP sampai 2022".to_owned(),
    };
    let asking = common::asking(app);
    app.change_now(move |tx, house| targets::set(tx, house, &asking, &draft)).expect("sets");
}

#[test]
fn the_published_numbers_rise_from_classes_visits_and_permits() {
    let fresh = Fresh::sqlite();
    let app = open_at(&fresh, LATER);
    let members = register(&app);
    train(&app, &members);
    visit(&app, &members);
    license(&app, &members);
    let of = |answer: &Answer| {
        [StageKind::Training, StageKind::Mentoring, StageKind::Licensing]
            .map(|stage| common::reached(answer, stage))
    };
    let published = ppapp(&app, "2020-12-07");
    assert_eq!(published.persons, 8_637);
    assert_eq!(of(&published), [6_769, 5_815, 4_485]);
    let shares = [StageKind::Training, StageKind::Mentoring, StageKind::Licensing].map(|stage| {
        published.rows.iter().find(|row| row.stage == stage).and_then(|row| row.percent)
    });
    assert_eq!(shares, [7_837, 6_733, 5_193].map(|hundredths| Some(Percent(hundredths))));
    let eve = ppapp(&app, "2020-12-06");
    assert_eq!(eve.persons, 8_600, "those of the last day are not there yet");
    assert_eq!(of(&eve), [6_769, 0, 2_243], "visits and half of the permits are of the last day");

    set_target(&app);
    let mut asked = Selection::default();
    asked.counting.as_at = Some(day("2020-12-07"));
    let answer = targets::ask(&app.db, &app.house, &app.operator(), &asked).expect("answers");
    let row = &answer.rows[0];
    assert_eq!((row.actual, row.gap, row.percent()), (8_637, -3_483, Some(Percent(7_126))));
    assert_eq!(Percent(7_126).to_string(), "71,26");
}
