//! Measures questions, lists, loading and memory at two sizes: the programme's own and fifty times it.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a measuring programme prints, reads the clock and fails by panicking"
)]

use std::time::{Duration, Instant};

use figures::{
    Dimension, Fact, Figures, Filter, Link, Measure, Member, Question, Service, State, Void,
};

/// 15 November 2026.
const TODAY: u16 = 9815;

fn main() {
    let sizes: Vec<u32> = std::env::args().skip(1).filter_map(|size| size.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![226_280, 1_000_000, 10_000_000] } else { sizes };
    for size in sizes {
        measure(size);
    }
}

fn measure(members: u32) {
    let began = Instant::now();
    let story = Story::new(members);
    println!(
        "\n{members} members, {} services, made in {:?}",
        story.services.len(),
        began.elapsed()
    );
    let began = Instant::now();
    let mut figures = Figures::load(story.members, story.services, story.voids, story.links, [])
        .expect("possible");
    println!("load                          {:>9.1?}", began.elapsed());
    println!("memory                        {:>7} MB", figures.memory_bytes() >> 20);
    questions(&figures);
    lists(&figures);
    apply(&mut figures);
}

fn questions(figures: &Figures) {
    let last = figures.position().unwrap_or(0);
    let kelurahan: Vec<u16> = (0..267).collect();
    let kecamatan: Vec<u16> = (0..267).map(|area| area / 6).collect();
    let by = [
        ("whole", [None, None, None]),
        ("kecamatan", [Some(Dimension::Area(kecamatan.clone())), None, None]),
        (
            "agency x sex x track",
            [Some(Dimension::Agency), Some(Dimension::Sex), Some(Dimension::Track)],
        ),
        (
            "kecamatan x agency x type",
            [
                Some(Dimension::Area(kecamatan)),
                Some(Dimension::Agency),
                Some(Dimension::BusinessType),
            ],
        ),
        (
            "kelurahan x agency x month",
            [
                Some(Dimension::Area(kelurahan.clone())),
                Some(Dimension::Agency),
                Some(Dimension::Month),
            ],
        ),
        (
            "kelurahan x office x month",
            [
                Some(Dimension::Area(kelurahan)),
                Some(Dimension::Office((0..44).collect())),
                Some(Dimension::Month),
            ],
        ),
    ];
    let known = [None, Some(last - last / 100_000), Some(last - last / 50), Some(last / 2)];
    println!("question, best and median        now, 0.001 % back, 2 % back, half back");
    for (name, by) in by {
        print!("{name:<28}");
        for known_at in known {
            let question = Question { known_at, by: by.clone(), ..Question::as_at(TODAY) };
            let times = times(if known_at.is_some() { 5 } else { 15 }, || figures.ask(&question));
            print!(" {:>8.1?} {:>8.1?} |", times.2, times.0);
        }
        println!();
    }
    let filter = Filter {
        areas: Some((0..267).map(|area| area / 6 == 7).collect()),
        agency: Some(0),
        ..Filter::default()
    };
    let question = Question { filter, ..Question::as_at(TODAY - 400) };
    println!("one kecamatan, one agency    {:>8.1?}", times(15, || figures.ask(&question)).0);
    let question = Question::as_at(TODAY);
    println!("curve                        {:>8.1?}", first(|| figures.curve(&question, 2)));
    println!("flow                         {:>8.1?}", first(|| figures.flow(&question)));
}

fn lists(figures: &Figures) {
    let question = Question::as_at(TODAY);
    let measures = [Measure::Registered, Measure::Reached(2), Measure::Open(3), Measure::At(4)];
    for measure in measures {
        let middle = figures.position().map(|last| last / 2);
        let times = times(40, || figures.list(&question, measure, middle, 50));
        println!(
            "list {measure:<22} best {:>8.1?} median {:>8.1?} p95 {:>8.1?}",
            times.2,
            times.0,
            times.1,
            measure = format!("{measure:?}")
        );
    }
}

fn apply(figures: &mut Figures) {
    let position = figures.position().unwrap_or(0);
    let view = figures.list(&Question::as_at(TODAY), Measure::Registered, None, 1000).positions;
    dashboard(figures, view[500]);
    let position = figures.position().unwrap_or(position);
    let mut spent = Vec::new();
    for (position, member) in (position + 1..).zip(view) {
        let service = Service {
            position,
            member,
            stage: 3,
            occurred_on: TODAY,
            state: State::Completed,
            agency: 0,
        };
        let began = Instant::now();
        figures.apply(Fact::Service(service)).expect("possible");
        spent.push(began.elapsed());
    }
    let last = figures.position().unwrap_or(0);
    for back in 0..1000 {
        let void = Void { position: last + 1 + back, service: last - back };
        let began = Instant::now();
        figures.apply(Fact::Void(void)).expect("possible");
        spent.push(began.elapsed());
    }
    spent.sort_unstable();
    println!(
        "apply                 median {:>8.1?} p99 {:>8.1?} worst {:>8.1?}",
        spent[1000], spent[1980], spent[1999]
    );
}

/// What a dashboard asks, again and again, each time after a fact.
fn dashboard(figures: &mut Figures, member: u32) {
    let area = Dimension::Area((0..267).map(|area| area / 6).collect());
    let question = Question { by: [Some(area), None, None], ..Question::as_at(TODAY) };
    let asked = times(15, || {
        let service = Service {
            position: figures.position().unwrap_or(0) + 1,
            member,
            stage: 3,
            occurred_on: TODAY,
            state: State::Completed,
            agency: 0,
        };
        figures.apply(Fact::Service(service)).expect("possible");
        let curves: usize = (0..5).map(|stage| figures.curve(&question, stage).len()).sum();
        (figures.ask(&question), figures.flow(&question), curves)
    });
    println!("a dashboard, after a fact    {:>8.1?} p95 {:>8.1?}", asked.0, asked.1);
    println!("memory, with what is kept    {:>8} MB", figures.memory_bytes() >> 20);
}

/// How long the first time takes, when nothing is kept.
fn first<T>(mut work: impl FnMut() -> T) -> Duration {
    times(1, &mut work).0
}

fn times<T>(times: usize, mut work: impl FnMut() -> T) -> (Duration, Duration, Duration) {
    let mut spent: Vec<Duration> = (0..times)
        .map(|_| {
            let began = Instant::now();
            std::hint::black_box(work());
            began.elapsed()
        })
        .collect();
    spent.sort_unstable();
    (spent[times / 2], spent[times * 95 / 100], spent[0])
}

/// A made-up programme: ten years of registrations, three and a half services each.
struct Story {
    members: Vec<Member>,
    services: Vec<Service>,
    voids: Vec<Void>,
    links: Vec<Link>,
}

impl Story {
    fn new(size: u32) -> Self {
        let mut story = Self { members: vec![], services: vec![], voids: vec![], links: vec![] };
        let mut random = Random(88_172_645_463_325_252);
        let mut position = 0;
        for index in 0..size {
            position += 1;
            story.register(position, index, size, &mut random);
            for _ in 0..random.below(8) {
                position += 1;
                story.give(position, &mut random);
            }
            if random.one_in(200) && !story.services.is_empty() {
                position += 1;
                let service = story.services[story.services.len() - 1].position;
                if story.voids.last().is_none_or(|void| void.service != service) {
                    story.voids.push(Void { position, service });
                }
            }
            if random.one_in(5000) {
                position += 1;
                let (member, with) = (story.any(&mut random), Some(story.any(&mut random)));
                story.links.push(Link { position, member, with });
            }
        }
        story
    }

    /// Days rise with the journal; 3 in 100 have a record at another agency before.
    fn register(&mut self, position: u32, index: u32, size: u32, random: &mut Random) {
        let day = 6200 + u16::try_from(u64::from(index) * 3600 / u64::from(size)).unwrap_or(0);
        let same_person_as = (index > 0 && random.below(100) < 3).then(|| self.any(random));
        let area = random.below_267();
        self.members.push(Member {
            position,
            same_person_as,
            agency: random.below(6),
            area,
            office: area / 6 % 44,
            sex: random.below(2),
            track: random.below(2),
            business_type: random.below(5),
            channel: random.below(4),
            registered_on: day,
        });
    }

    /// To a member of the last fifth of the registrations, so that members are not in order.
    fn give(&mut self, position: u32, random: &mut Random) {
        let recent = self.members.len() / 5 + 1;
        let back = usize::try_from(random.next()).unwrap_or(0) % recent;
        let member = self.members[self.members.len() - 1 - back];
        let today = self.members[self.members.len() - 1].registered_on;
        self.services.push(Service {
            position,
            member: member.position,
            stage: 1 + random.below(6),
            occurred_on: today.max(member.registered_on),
            state: if random.one_in(50) { State::Started } else { State::Completed },
            agency: member.agency,
        });
    }

    fn any(&self, random: &mut Random) -> u32 {
        let index = usize::try_from(random.next()).unwrap_or(0) % self.members.len();
        self.members[index].position
    }
}

/// The same numbers every time (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 8
    }

    fn below(&mut self, bound: u8) -> u8 {
        u8::try_from(self.next() % u64::from(bound)).unwrap_or(0)
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.next().is_multiple_of(many)
    }

    fn below_267(&mut self) -> u16 {
        u16::try_from(self.next() % 267).unwrap_or(0)
    }
}
