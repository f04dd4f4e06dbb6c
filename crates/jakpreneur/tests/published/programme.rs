//! The published figures of the whole programme, as releases from the records of 284,164 persons. On PostgreSQL
//! when asked for with `--ignored`: the wire to it takes minutes.
use crate::{
    common::{ask, asking, day, open_at},
    rows::{self, LAST, OF_PPKUKM},
};
use jakpreneur::{
    App,
    releases::{self, Document, Line, ReleaseForm},
    reports::Narrowing,
    targets::{self, Draft},
};
use rules::{
    Agency, Instant, Percent,
    targets::{CountingRule, Indicator, Period},
};
use testkit::Fresh;

/// 1 November 2021, noon.
const THEN: Instant = Instant(1_635_742_800_000_000);

type Target = (&'static str, Period, CountingRule, u64, &'static str);
const TARGETS: [Target; 3] = [
    ("", Period::Years(2018, 2022), CountingRule::Cumulative, 200_000, "RPJMD 2017–2022"),
    ("", Period::Years(2018, 2021), CountingRule::Cumulative, 278_971, "Target sampai 2021"),
    ("ppkukm", Period::Year(2020), CountingRule::FirstReached, 54_260, "Target PPKUKM 2020"),
];

fn set(app: &App, (agency, period, rule, target, basis): Target) {
    let draft = Draft {
        indicator: Indicator::Registered,
        agency: Agency::parse(agency).ok(),
        area: "31".parse().expect("a region"),
        period,
        rule,
        target,
        basis: basis.to_owned(),
    };
    let asking = asking(app);
    app.change_now(move |tx, house| targets::set(tx, house, &asking, &draft)).expect("sets");
}

/// Releases the report, and opens what was frozen.
fn frozen(app: &App, form: &ReleaseForm) -> Document {
    let asking = asking(app);
    let draft = releases::prepare(app, &asking.officer, form).expect("counts");
    let done = app.change_now(move |tx, house| releases::release(tx, house, &asking, draft));
    let release = done.expect("releases").event.release;
    let opened = app.db.look(|tx| releases::open(tx, &app.operator(), release)).expect("opens");
    opened.document
}

/// The release of the one target of a period, as at a day.
fn of_targets(app: &App, as_at: &str, agency: &str, period: &str) -> Document {
    let mut form = ReleaseForm { kind: "targets".to_owned(), ..ReleaseForm::default() };
    form.question.as_at = Some(as_at.to_owned());
    form.question.agency = Some(agency.to_owned()).filter(|agency| !agency.is_empty());
    form.period = Some(period.to_owned());
    frozen(app, &form)
}

fn attained(line: &Line) -> (u64, Option<u64>, Option<String>) {
    let percent = line.attainment_hundredths.map(|it| Percent(it).to_string());
    (line.actual, line.target, percent)
}

fn said(actual: u64, target: u64, percent: &str) -> (u64, Option<u64>, Option<String>) {
    (actual, Some(target), Some(percent.to_owned()))
}

/// Everybody counted stands in the list of the release once, and the line counts who names it.
fn is_its_list(document: &Document) {
    assert_eq!(document.members.len() as u64, document.persons);
    let mut named = vec![0; document.lines.len() + 1];
    for number in document.members.iter().flat_map(|it| &it.lines) {
        named[usize::try_from(*number).expect("small")] += 1;
    }
    for (line, named) in document.lines.iter().zip(&named[1..]) {
        assert_eq!(line.actual, *named, "{}", line.indicator);
    }
}

#[test]
fn the_published_lines_of_the_whole_programme_are_those_of_releases_from_records() {
    come_out_exact(&Fresh::sqlite());
}

#[test]
#[ignore = "takes minutes"]
fn the_same_lines_come_out_of_records_in_postgresql() {
    come_out_exact(&Fresh::postgres().expect("JAKPRENEUR_TEST_POSTGRES names a server"));
}

fn come_out_exact(fresh: &Fresh) {
    let app = open_at(fresh, THEN);
    for target in TARGETS {
        set(&app, target);
    }
    rows::write(fresh, app);
    let app = open_at(fresh, THEN);
    let reached = of_targets(&app, "2020-12-15", "", "2018-2022");
    let total = of_targets(&app, "2021-03-02", "", "2018-2022");
    let last = of_targets(&app, LAST, "", "2018-2021");
    let agency = of_targets(&app, "2020-10-31", "ppkukm", "2020");
    let mut form = ReleaseForm { kind: "stages".to_owned(), ..ReleaseForm::default() };
    form.question.as_at = Some(LAST.to_owned());
    let stages = frozen(&app, &form);

    assert_eq!(attained(&reached.lines[0]), said(200_000, 200_000, "100,00"));
    let eve = Narrowing { as_at: Some(day("2020-12-14")), ..Narrowing::default() };
    assert!(ask(&app, &eve).persons < 200_000);
    assert_eq!(attained(&total.lines[0]), said(226_280, 200_000, "113,14"));
    assert!(total.lines[0].remark.contains("15 Desember 2020"), "{:?}", total.lines[0]);
    assert_eq!(attained(&last.lines[0]), said(284_164, 278_971, "101,86"));
    assert_eq!(attained(&agency.lines[0]), said(u64::from(OF_PPKUKM), 54_260, "123,55"));
    published_lines(&[reached, total, last, agency, stages]);
}

/// Every line of the published figures that names no agency, in the bytes of a release of its day.
fn published_lines(documents: &[Document]) {
    documents.iter().for_each(is_its_list);
    let all = include_str!("../../../testkit/data/published-figures.csv");
    let lines = all.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let of_everybody: Vec<_> = lines.filter(|it| it[1].is_empty()).collect();
    assert_eq!(of_everybody.len(), 9);
    for of in of_everybody {
        let (value, target): (u64, Option<u64>) =
            (of[5].parse().expect("many"), of[6].parse().ok());
        let on = documents.iter().filter(|it| it.as_at.to_string() == of[0]);
        let on = on.flat_map(|it| &it.lines);
        let mut named = on.filter(|it| it.key == of[4] || target.is_some());
        assert!(named.any(|it| (it.actual, it.target) == (value, target)), "{of:?}");
    }
}
