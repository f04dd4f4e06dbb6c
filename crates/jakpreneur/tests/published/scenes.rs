//! The published figures of agencies and of a workshop, from the demonstration's records.
use crate::common::{self, ask, day, open_at, reached};
use jakpreneur::{
    App,
    classes::{self, Wanted},
    demo::{self, Demo},
    releases::{self, Document, ReleaseForm},
    reports::{Answer, By, Narrowing},
    staff::Officer,
    targets,
    verify::verify,
};
use rules::{Instant, Percent, Scheme, StageKind};
use testkit::{Fresh, on_both_engines};

/// A day on which all that the demonstration tells has happened.
const LATER: Instant = Instant(1_790_000_000_000_000);

fn told(fresh: &Fresh, demo: Demo) -> App {
    let app = open_at(fresh, LATER);
    demo::tell(&app, demo, &mut |_, _, _| {}).expect("an empty programme");
    app
}

/// West Jakarta, as at a day, those registered in 2022.
fn west_jakarta(app: &App, as_at: &str) -> Answer {
    ask(
        app,
        &Narrowing {
            as_at: Some(day(as_at)),
            agency: rules::Agency::parse("ppkukm").ok(),
            area: "31.73".parse().ok(),
            registered_from: Some(day("2022-01-01")),
            scheme: Scheme::Jakbar2022,
            ..Narrowing::default()
        },
    )
}

fn ppapp(app: &App, as_at: &str) -> Answer {
    let agency = rules::Agency::parse("ppapp").ok();
    ask(app, &Narrowing { as_at: Some(day(as_at)), agency, ..Narrowing::default() })
}

/// The numbers of an answer, stage by stage.
fn line(answer: &Answer) -> Vec<u64> {
    answer.rows.iter().map(|row| row.reached).collect()
}

#[test]
fn the_demonstration_holds_the_published_scenes_to_the_last_person() {
    let fresh = Fresh::sqlite();
    let app = told(&fresh, Demo::default());
    west_jakarta_comes_out(&app);
    the_agency_for_women_and_children_comes_out(&app);
    people_of_two_agencies_count_once(&app);
    the_workshop_comes_out(&app);
    the_targets_come_out(&app);
    the_published_lines_of_the_scenes_are_those_of_releases(&app);
}

/// Releases the report, and reads what was frozen back from its bytes.
fn frozen(app: &App, form: &ReleaseForm) -> Document {
    let asking = common::asking(app);
    let draft = releases::prepare(app, &asking.officer, form).expect("counts");
    let done = app.change_now(move |tx, house| releases::release(tx, house, &asking, draft));
    let release = done.expect("releases").event.release;
    let opened = app.db.look(|tx| releases::open(tx, &app.operator(), release)).expect("opens");
    Document::read(&opened.bytes).expect("reads")
}

/// The stages of an agency's records in an area, as at the day of a published line.
fn asked(as_at: &str, agency: &str, area: &str) -> ReleaseForm {
    let mut form = ReleaseForm { kind: "stages".to_owned(), ..ReleaseForm::default() };
    form.question.as_at = Some(as_at.to_owned());
    form.question.agency = Some(agency.to_owned());
    form.question.area = Some(area.to_owned()).filter(|area| area != "31");
    if area == "31.73" {
        form.question.registered_from = Some("2022-01-01".to_owned());
        form.question.scheme = Some("jakbar2022".to_owned());
    }
    form
}

/// What a line of the published figures says, in the bytes of a release: value and target.
fn published(app: &App, of: &[&str]) -> (u64, Option<u64>) {
    let form = asked(of[0], of[1], of[2]);
    let targets = || frozen(app, &ReleaseForm { kind: "targets".to_owned(), ..form.clone() });
    match of[4] {
        "registered" => {
            let document = targets();
            let line = document.lines.iter().find(|it| it.target == of[6].parse().ok());
            let line = line.expect("a line with this target");
            assert_eq!(line.attainment_hundredths, Some(7_126));
            (line.actual, line.target)
        }
        "persons to train" => {
            let document = targets();
            let line = document.lines.iter().find(|it| it.target == of[6].parse().ok());
            (0, line.expect("a line with this target").target)
        }
        "participants" => (frozen(app, &form).persons, None),
        stage => (frozen(app, &form).line(stage).expect("a stage").actual, None),
    }
}

/// Those of everybody are released from as many people's records beside this.
fn the_published_lines_of_the_scenes_are_those_of_releases(app: &App) {
    let all = include_str!("../../../testkit/data/published-figures.csv");
    let lines = all.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let of_agencies: Vec<_> = lines.filter(|it| !it[1].is_empty()).collect();
    assert_eq!(of_agencies.len(), 13);
    for of in of_agencies {
        let says = (of[5].parse().unwrap_or(0), of[6].parse().ok());
        assert_eq!(published(app, &of), says, "{of:?}");
    }
}

/// 8.637 of 12.120 is 71,26 %; 44 times 60 is not 2.460.
fn the_targets_come_out(app: &App) {
    let mut asked = targets::Selection::default();
    asked.counting.as_at = Some(day("2020-12-07"));
    let answer = targets::ask(&app.db, &app.house, &app.operator(), &asked).expect("answers");
    let of = |target: u64| answer.rows.iter().find(|it| it.target == target).expect("is set");
    let ppapp = of(12_120);
    assert_eq!((ppapp.actual, ppapp.gap, ppapp.reached_on), (8_637, -3_483, None));
    assert_eq!(ppapp.percent(), Some(Percent(7_126)));
    assert_eq!(of(43_000).percent().map(|percent| percent.to_string()).as_deref(), Some("0,27"));
    let inside = of(2_460).inside_by_area.expect("kecamatan have targets");
    assert_eq!((inside.count, inside.sum, inside.gap), (44, 2_640, 180));
    assert!(of(4_000).basis.is_empty());
}

fn west_jakarta_comes_out(app: &App) {
    let published = west_jakarta(app, "2022-06-22");
    assert_eq!(published.persons, 3_796);
    assert_eq!(line(&published), [3_796, 1_823, 3_300, 2_000, 200, 49, 30]);
    let codes: Vec<&str> = published.rows.iter().map(|row| row.code).collect();
    assert_eq!(codes, ["P1", "P2", "P3", "P4", "P5", "P6", "P7"]);
    assert_eq!(reached(&published, StageKind::Mentoring), 1_823);
    assert_eq!(reached(&published, StageKind::Training), 3_300);
    assert_eq!(published.rows.iter().map(|row| row.at).sum::<u64>(), 3_796);

    let eve = west_jakarta(app, "2022-06-21");
    let morrow = west_jakarta(app, "2022-06-23");
    assert!(eve.persons < 3_796 && morrow.persons > 3_796, "{} {}", eve.persons, morrow.persons);
    for ((before, on), after) in line(&eve).iter().zip(line(&published)).zip(line(&morrow)) {
        assert!(*before <= on && on <= after);
    }
    assert!(line(&eve)[2] < 3_300 && line(&morrow)[2] > 3_300);

    let whole = Narrowing {
        as_at: Some(day("2022-06-22")),
        area: "31.73".parse().ok(),
        agency: rules::Agency::parse("ppkukm").ok(),
        ..Narrowing::default()
    };
    assert!(ask(app, &whole).persons > 3_796, "the year before is there, in no cohort of 2022");
}

fn the_agency_for_women_and_children_comes_out(app: &App) {
    let published = ppapp(app, "2020-12-07");
    assert_eq!(published.persons, 8_637);
    assert_eq!(line(&published)[..4], [8_637, 6_769, 5_815, 4_485]);
    let shares: Vec<Option<Percent>> = published.rows.iter().map(|row| row.percent).collect();
    let percent = |hundredths| Some(Percent(hundredths));
    assert_eq!(shares[1..4], [percent(7_837), percent(6_733), percent(5_193)]);
    let (eve, morrow) = (ppapp(app, "2020-12-06"), ppapp(app, "2020-12-08"));
    assert!(eve.persons < 8_637 && morrow.persons > 8_637);
    assert!(line(&eve)[1] < 6_769 && line(&morrow)[1] > 6_769);
}

/// 120 people of 10 kecamatan, five trades, four days, two organisers.
fn the_workshop_comes_out(app: &App) {
    let on = day("2020-08-27");
    let east = Narrowing {
        as_at: Some(on),
        area: "31.75".parse().ok(),
        agency: rules::Agency::parse("ppkukm").ok(),
        by: vec![By::Kecamatan],
        ..Narrowing::default()
    };
    let answer = ask(app, &east);
    assert_eq!(answer.persons, 120);
    assert_eq!(reached(&answer, StageKind::Training), 115, "one of each class missed a day");
    assert_eq!(answer.groups.as_ref().map(Vec::len), Some(10));
    let wanted = Wanted { to: Some(on), limit: 200, ..Wanted::default() };
    let everybody = Officer::operator();
    let held = app.db.look(|tx| classes::list(tx, &everybody, &wanted)).expect("a list").items;
    assert_eq!(held.len(), 5);
    for line in &held {
        let found =
            (line.sessions, line.counts.confirmed, line.counts.present, line.counts.finished);
        assert_eq!(found, (4, 24, 24, 23), "{}", line.title);
        let class = app.db.look(|tx| classes::open(tx, &everybody, line.id)).expect("a class");
        assert_eq!(class.announced.organisers.len(), 1, "beside the agency itself");
    }
}

fn people_of_two_agencies_count_once(app: &App) {
    let by_agency = Narrowing { by: vec![By::Agency], ..Narrowing::default() };
    let answer = ask(app, &by_agency);
    let groups = answer.groups.as_ref().expect("grouped");
    let sum: u64 = groups.iter().map(|group| group.persons).sum();
    assert!(answer.overlap > 100, "{}", answer.overlap);
    assert_eq!(sum, answer.persons + answer.overlap);
}

on_both_engines!(a_small_demonstration_is_told_and_verified, |fresh| {
    let app = told(&fresh, Demo { members: 120, seed: 7 });
    assert_eq!(west_jakarta(&app, "2022-06-22").persons, 120);
    verify(&app, &mut |_, _, _| {}).expect("nothing differs");
    let again = demo::tell(&app, Demo::default(), &mut |_, _, _| {});
    assert!(again.is_err(), "a programme with people in it is left alone");
});

#[test]
fn the_same_seed_tells_the_same_figures() {
    let by_area = Narrowing { by: vec![By::Kelurahan, By::Sex, By::Month], ..Narrowing::default() };
    let figures = |seed| {
        let fresh = Fresh::sqlite();
        let app = told(&fresh, Demo { members: 200, seed });
        ask(&app, &by_area).groups.expect("grouped")
    };
    assert_eq!(figures(1), figures(1));
    assert_ne!(figures(1), figures(2));
}
