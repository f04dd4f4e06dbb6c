//! The published totals of the whole programme, counted from as many people as there were.

use figures::{Figures, Filter, Member, Question, Service, State};
use rules::{Date, Day, Percent, StageKind, targets::reached_on};

const PUBLISHED: &str = include_str!("../../../testkit/data/published-figures.csv");

/// So many registered in total by the end of each of these days, from the day before on.
const REGISTERED: [(&str, u32); 7] = [
    ("2018-10-01", 0),
    ("2020-12-14", 199_640),
    ("2020-12-15", 200_000),
    ("2021-03-02", 226_280),
    ("2021-10-27", 284_164),
    ("2021-12-31", 284_164),
    ("2022-12-31", 284_164 + 67_037),
];

fn day(text: &str) -> u16 {
    Day::of(text.parse().unwrap()).0
}

/// A line of the published figures that is of everybody: day, measure, value, target.
fn of_everybody() -> Vec<(&'static str, &'static str, u64, Option<u64>)> {
    let lines = PUBLISHED.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let everybody = lines.filter(|it| it[1].is_empty() && it[2] == "31");
    everybody.map(|it| (it[0], it[4], it[5].parse().unwrap(), it[6].parse().ok())).collect()
}

fn members() -> Vec<Member> {
    let mut members = Vec::new();
    for pair in REGISTERED.windows(2) {
        let ((from, before), (to, until)) = (pair[0], pair[1]);
        let (from, days) = (day(from), u32::from(day(to) - day(from)));
        for index in before..until {
            // The first ones on the first day after, the last one on the last day.
            let after = 1 + (index - before) * days / (until - before);
            members.push(Member {
                position: index + 1,
                same_person_as: None,
                agency: u8::try_from(index % 6).unwrap(),
                area: u16::try_from(index % 267).unwrap(),
                office: 0,
                sex: u8::try_from(index % 2).unwrap(),
                track: 0,
                business_type: u8::try_from(index % 5).unwrap(),
                channel: 0,
                registered_on: from + u16::try_from(after).unwrap(),
            });
        }
    }
    members
}

/// As many as were published have a service of each stage by the last published day.
fn services(first: u32) -> Vec<Service> {
    let on = day("2021-10-27");
    let mut services = Vec::new();
    for (_, measure, value, _) in of_everybody() {
        let Some(stage) = StageKind::ALL.into_iter().find(|stage| stage.word() == measure) else {
            continue;
        };
        for member in 1..=u32::try_from(value).unwrap() {
            services.push(Service {
                position: first + u32::try_from(services.len()).unwrap(),
                member,
                stage: u8::try_from(stage.index()).unwrap(),
                occurred_on: on,
                state: State::Completed,
                agency: 0,
            });
        }
    }
    services
}

fn programme() -> Figures {
    let members = members();
    let next = u32::try_from(members.len()).unwrap() + 1;
    Figures::load(members, services(next), [], [], []).expect("possible")
}

#[test]
fn the_published_totals_come_out_of_as_many_people_as_there_were() {
    let figures = programme();
    let mut attained = Vec::new();
    for (as_at, measure, value, target) in of_everybody() {
        let answer = figures.ask(&Question::as_at(day(as_at)));
        let stage = StageKind::ALL.into_iter().find(|stage| stage.word() == measure);
        let stage = stage.unwrap_or(StageKind::Registration);
        assert_eq!(answer.reached[stage.index()], value, "{measure} as at {as_at}");
        attained
            .extend(target.and_then(|target| Percent::of(value, target)).map(|it| it.to_string()));
    }
    assert_eq!(attained, ["100,00", "113,14", "101,86"]);

    let curve = figures.curve(&Question::as_at(day("2021-10-27")), 0);
    let curve: Vec<(Date, u64)> = curve.into_iter().map(|(day, n)| (Day(day).date(), n)).collect();
    assert_eq!(reached_on(200_000, &curve), Some(Date::constant(2020, 12, 15)));

    let mut of_2022 = Question::as_at(day("2022-12-31"));
    of_2022.filter = Filter { registered_from: Some(day("2022-01-01")), ..Filter::default() };
    let counted = figures.ask(&of_2022).persons;
    assert_eq!(counted, 67_037);
    assert_eq!(Percent::of(counted, 54_260).map(|it| it.to_string()).as_deref(), Some("123,55"));
}
