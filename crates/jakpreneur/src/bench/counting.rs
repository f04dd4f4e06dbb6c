//! Figures of three dimensions over made-up facts, straight from memory.
use super::{
    Line, Size, Unit,
    timed::{millis, percentile, timed, times},
};
use figures::{Dimension, Fact, Figures, Member, Question, Service, State};

/// 15 November 2026, in days since 2000.
const TODAY: u16 = 9815;

/// Measures the programme's own size and the largest.
pub(super) fn measure(size: Size) -> Vec<Line> {
    [(226_280, [5.0, 50.0]), (size.facts, [100.0, 150.0])]
        .into_iter()
        .flat_map(|(members, targets)| of(members, targets))
        .collect()
}

fn of(members: u32, [target, of_dashboard]: [f64; 2]) -> Vec<Line> {
    let (mut figures, took) = timed(|| counted(members));
    let services = figures.services();
    let named = |what: &str| format!("figures, {members} members, {services} services: {what}");
    let last = figures.position().unwrap_or_default();
    let mut lines =
        vec![Line::beside(named("counting them, fact by fact"), took.as_secs_f64(), Unit::Seconds)];
    let known = [("now", None), ("as known 2 % ago", Some(last - last / 50))];
    for (what, known_at) in known {
        let question = Question { known_at, by: three(), ..Question::as_at(TODAY) };
        let mut asks = times(9, |_| figures.ask(&question));
        let took = millis(percentile(&mut asks, 50));
        let name = named(&format!("3 dimensions, {what}"));
        lines.push(match known_at {
            None => Line::new(name, took, Unit::Milliseconds, target),
            Some(_) => Line::beside(name, took, Unit::Milliseconds),
        });
    }
    let (name, took) =
        (named("a dashboard's questions, the first time"), timed(|| dashboard(&figures)).1);
    lines.push(Line::beside(name, millis(took), Unit::Milliseconds));
    let mut all = times(99, |_| {
        register(&mut figures);
        dashboard(&figures)
    });
    let (name, took) =
        (named("the same after a registration, p95"), millis(percentile(&mut all, 95)));
    lines.push(Line::new(name, took, Unit::Milliseconds, of_dashboard));
    let bytes = u32::try_from(figures.memory_bytes() >> 20).unwrap_or(u32::MAX);
    lines.push(Line::new(named("memory"), f64::from(bytes), Unit::Megabytes, 1500.0));
    lines
}

/// What a dashboard asks: stages by kecamatan, five targets, the flow.
fn dashboard(figures: &Figures) -> u64 {
    let whole = Question::as_at(TODAY);
    let [area, ..] = three();
    let stages = figures.ask(&Question { by: [area, None, None], ..whole.clone() });
    let curves = (0..5).map(|stage| figures.curve(&whole, stage));
    let grown: usize = curves.map(|curve| curve.len()).sum();
    stages.persons + grown as u64 + figures.flow(&whole).without(2, 1)
}

/// One more, registered today.
fn register(figures: &mut Figures) {
    let position = figures.position().unwrap_or_default() + 1;
    let member = Member {
        position,
        same_person_as: None,
        agency: 1,
        area: 100,
        office: 16,
        sex: 1,
        track: 0,
        business_type: 2,
        channel: 3,
        registered_on: TODAY,
    };
    if let Err(broken) = figures.apply(Fact::Member(member)) {
        tracing::error!(%broken, "a made-up fact cannot be counted");
    }
}

fn three() -> [Option<Dimension>; 3] {
    let kecamatan = (0..267).map(|area| area / 6).collect();
    [Some(Dimension::Area(kecamatan)), Some(Dimension::Agency), Some(Dimension::BusinessType)]
}

/// Ten years of registrations, three and a half services each.
fn counted(members: u32) -> Figures {
    let mut figures = Figures::new();
    let mut chance = 88_172_645_463_325_252_u64;
    let mut below = move |bound: u64| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        (chance >> 8) % bound
    };
    let mut position = 0;
    let mut add = |fact: Fact| {
        if let Err(broken) = figures.apply(fact) {
            tracing::error!(%broken, "a made-up fact cannot be counted");
        }
    };
    for index in 0..members {
        position += 1;
        let member = position;
        let day = 6200 + u64::from(index) * 3600 / u64::from(members);
        let area = small(below(267));
        let registered_on = small(day);
        add(Fact::Member(Member {
            position,
            same_person_as: None,
            agency: byte(below(6)),
            area,
            office: area / 6,
            sex: byte(below(2)),
            track: byte(below(2)),
            business_type: byte(below(5)),
            channel: byte(below(4)),
            registered_on,
        }));
        for _ in 0..below(8) {
            position += 1;
            let stage = 1 + byte(below(6));
            let occurred_on = registered_on + small(below(300));
            let state = if below(50) == 0 { State::Started } else { State::Completed };
            add(Fact::Service(Service { position, member, stage, occurred_on, state, agency: 0 }));
        }
    }
    figures
}

fn byte(number: u64) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

fn small(number: u64) -> u16 {
    u16::try_from(number).unwrap_or_default()
}
