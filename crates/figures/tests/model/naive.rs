//! The obvious model: a list of facts, read from the start for every question.

use std::collections::{BTreeMap, HashMap, HashSet};

use figures::{
    Answer, Change, Dimension, Fact, Filter, Group, Measure, Member, Question, State, UNMAPPED,
};

/// A record in scope and the person it belongs to.
type Row = (Member, u32);

pub struct Naive<'a> {
    facts: &'a [Fact],
}

/// First days of a person by stage, completed and started.
#[derive(Default)]
struct Firsts {
    completed: [Option<u16>; 7],
    started: [Option<u16>; 7],
}

impl<'a> Naive<'a> {
    pub fn new(facts: &'a [Fact]) -> Self {
        Self { facts }
    }

    pub fn ask(&self, question: &Question) -> Answer {
        let rows = self.rows(question);
        let whole = self.counts(question, &rows, [0; 3]);
        let mut groups = Vec::new();
        if question.by.iter().any(Option::is_some) {
            let mut by_key: BTreeMap<[u16; 3], Vec<Row>> = BTreeMap::new();
            for row in rows {
                by_key.entry(key(&row.0, question)).or_default().push(row);
            }
            groups.extend(by_key.into_iter().map(|(key, rows)| self.counts(question, &rows, key)));
        }
        let grouped: u64 = groups.iter().map(|group| group.persons).sum();
        Answer {
            persons: whole.persons,
            reached: whole.reached,
            open: whole.open,
            at: whole.at,
            overlap: grouped.saturating_sub(whole.persons),
            groups,
        }
    }

    /// All positions of a list, newest first.
    pub fn list(&self, question: &Question, measure: Measure, among: Option<&[u32]>) -> Vec<u32> {
        let rows = self.rows(question);
        let firsts = self.firsts(question, &rows);
        let mut positions = Vec::new();
        for (person, firsts) in firsts {
            let own: Vec<u32> =
                rows.iter().filter(|row| row.1 == person).map(|row| row.0.position).collect();
            let named = among.is_none_or(|among| own.iter().any(|at| among.contains(at)));
            if named && firsts.counted_by(measure, question) {
                positions.push(*own.iter().min().unwrap());
            }
        }
        positions.sort_unstable_by(|left, right| right.cmp(left));
        positions
    }

    pub fn curve(&self, question: &Question, stage: u8) -> Vec<(u16, u64)> {
        let firsts = self.firsts(question, &self.rows(question));
        let mut days: Vec<u16> =
            firsts.values().filter_map(|firsts| firsts.completed[usize::from(stage)]).collect();
        days.sort_unstable();
        let mut curve: BTreeMap<u16, u64> = BTreeMap::new();
        for (count, day) in (1..).zip(days) {
            curve.insert(day, count);
        }
        curve.into_iter().collect()
    }

    /// Days from registration to the stage, of everybody who reached it.
    pub fn lags(&self, question: &Question, stage: u8) -> Vec<u32> {
        let firsts = self.firsts(question, &self.rows(question));
        let lag = |firsts: &Firsts| {
            let reached = firsts.completed[usize::from(stage)]?;
            Some(u32::from(reached.saturating_sub(firsts.completed[0]?)))
        };
        firsts.values().filter_map(lag).collect()
    }

    fn known(&self, question: &Question) -> impl Iterator<Item = &Fact> {
        let known_at = question.known_at.unwrap_or(u32::MAX);
        self.facts.iter().filter(move |fact| fact.position() <= known_at)
    }

    fn rows(&self, question: &Question) -> Vec<Row> {
        let mut rows = self.everyone(question);
        rows.retain(|(member, _)| in_scope(member, question));
        rows
    }

    /// Every record known at the position, and whose it was then.
    fn everyone(&self, question: &Question) -> Vec<Row> {
        let mut members: Vec<Member> = Vec::new();
        let mut person: HashMap<u32, u32> = HashMap::new();
        for fact in self.known(question) {
            match fact {
                Fact::Member(member) => {
                    members.push(*member);
                    let same = member.same_person_as.map(|earlier| person[&earlier]);
                    person.insert(member.position, same.unwrap_or(member.position));
                }
                Fact::Link(link) => {
                    let now = link.with.map_or(link.position, |with| person[&with]);
                    person.insert(link.member, now);
                }
                Fact::Change(change) => {
                    let member = members.iter_mut().find(|it| it.position == change.member);
                    corrected(member.unwrap(), change, question.as_at);
                }
                Fact::Service(_) | Fact::Void(_) => {}
            }
        }
        members.into_iter().map(|member| (member, person[&member.position])).collect()
    }

    fn firsts(&self, question: &Question, rows: &[Row]) -> BTreeMap<u32, Firsts> {
        let person: HashMap<u32, u32> = rows.iter().map(|row| (row.0.position, row.1)).collect();
        let mut firsts: BTreeMap<u32, Firsts> = BTreeMap::new();
        for (member, person) in rows {
            let firsts = firsts.entry(*person).or_default();
            earlier(&mut firsts.completed[0], member.registered_on);
        }
        let voided: HashSet<u32> = self.known(question).filter_map(voided).collect();
        for fact in self.known(question) {
            if let Fact::Service(service) = fact
                && let Some(person) = person.get(&service.member)
                && service.occurred_on <= question.as_at
                && !voided.contains(&service.position)
            {
                let firsts = firsts.get_mut(person).unwrap();
                let days = match service.state {
                    State::Completed => &mut firsts.completed,
                    State::Started => &mut firsts.started,
                };
                earlier(&mut days[usize::from(service.stage)], service.occurred_on);
            }
        }
        firsts
    }

    fn counts(&self, question: &Question, rows: &[Row], key: [u16; 3]) -> Group {
        let mut group = Group { key, ..Group::default() };
        for firsts in self.firsts(question, rows).values() {
            group.persons += 1;
            for stage in 0..7 {
                let counted = |measure| u64::from(firsts.counted_by(measure, question));
                let at = usize::from(stage);
                group.reached[at] += counted(Measure::Reached(stage));
                group.open[at] += counted(Measure::Open(stage));
                group.at[at] += counted(Measure::At(stage));
            }
        }
        group
    }
}

impl Firsts {
    fn counted_by(&self, measure: Measure, question: &Question) -> bool {
        match measure {
            Measure::Registered => true,
            Measure::Reached(stage) => self.completed[usize::from(stage)].is_some(),
            Measure::Open(stage) => {
                let stage = usize::from(stage);
                self.started[stage].is_some() && self.completed[stage].is_none()
            }
            Measure::At(stage) => self.latest(question) == stage,
            Measure::First(stage, from) => {
                self.completed[usize::from(stage)].is_some_and(|day| day >= from)
            }
            Measure::Without(stage, other) => {
                let has = |stage: u8| self.completed[usize::from(stage)].is_some();
                has(stage) && !has(other)
            }
        }
    }

    fn latest(&self, question: &Question) -> u8 {
        let in_order = question.order.into_iter();
        in_order.max_by_key(|stage| self.completed[usize::from(*stage)]).unwrap()
    }
}

fn corrected(member: &mut Member, change: &Change, as_at: u16) {
    member.sex = change.sex;
    member.track = change.track;
    member.business_type = change.business_type;
    member.registered_on = change.registered_on;
    if change.holds_from <= as_at {
        member.area = change.area;
        member.office = change.office;
    }
}

/// The records as known at the position, changed as far as known there.
pub fn as_known(facts: &[Fact], question: &Question) -> Vec<Member> {
    let all = Question { filter: Filter::default(), as_at: question.as_at, ..question.clone() };
    let rows = Naive::new(facts).everyone(&all);
    rows.into_iter().map(|(member, _)| member).collect()
}

fn voided(fact: &Fact) -> Option<u32> {
    match fact {
        Fact::Void(void) => Some(void.service),
        Fact::Member(_) | Fact::Service(_) | Fact::Link(_) | Fact::Change(_) => None,
    }
}

fn earlier(first: &mut Option<u16>, day: u16) {
    *first = Some(first.map_or(day, |first| first.min(day)));
}

pub fn in_scope(member: &Member, question: &Question) -> bool {
    let filter: &Filter = &question.filter;
    let is = |wanted: Option<u8>, code: u8| wanted.is_none_or(|wanted| wanted == code);
    let in_set = |set: &Option<Vec<bool>>, index: u16| {
        set.as_ref().is_none_or(|set| set.get(usize::from(index)) == Some(&true))
    };
    member.registered_on <= question.as_at
        && is(filter.agency, member.agency)
        && is(filter.scope_agency, member.agency)
        && is(filter.sex, member.sex)
        && is(filter.track, member.track)
        && is(filter.business_type, member.business_type)
        && is(filter.channel, member.channel)
        && in_set(&filter.areas, member.area)
        && in_set(&filter.offices, member.office)
        && filter.registered_from.is_none_or(|from| member.registered_on >= from)
        && filter.registered_to.is_none_or(|to| member.registered_on <= to)
}

pub fn key(member: &Member, question: &Question) -> [u16; 3] {
    let on = |dimension: &Option<Dimension>| dimension.as_ref().map_or(0, |by| place(member, by));
    question.by.each_ref().map(on)
}

fn place(member: &Member, by: &Dimension) -> u16 {
    let mapped = |map: &[u16], at: u16| map.get(usize::from(at)).copied().unwrap_or(UNMAPPED);
    match by {
        Dimension::Agency => member.agency.into(),
        Dimension::Area(map) => mapped(map, member.area),
        Dimension::Office(map) => mapped(map, member.office),
        Dimension::BusinessType => member.business_type.into(),
        Dimension::Sex => member.sex.into(),
        Dimension::Track => member.track.into(),
        Dimension::Channel => member.channel.into(),
        Dimension::Month => month(member.registered_on),
        Dimension::Year => month(member.registered_on) / 12,
    }
}

/// Counts days off, a month at a time.
fn month(day: u16) -> u16 {
    let (mut left, mut year, mut month) = (day, 2000, 0);
    loop {
        let february = if year % 4 == 0 && year != 2100 { 29 } else { 28 };
        let length = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::from(month)];
        if left < length {
            return year * 12 + month;
        }
        left -= length;
        month = (month + 1) % 12;
        year += u16::from(month == 0);
    }
}
