//! Which records are in scope of a question.

use std::ops::{Range, RangeInclusive};

use crate::changes::{Changes, Said};
use crate::chunk::narrow;
use crate::column::Column;
use crate::days::{Days, NEVER, STAGES};
use crate::figures::Figures;
use crate::known::Known;
use crate::members::Members;
use crate::question::{Filter, Measure, Question};
use crate::several::Row;

/// A question's filter and dates, made ready to be tried on members.
pub(crate) struct Scope<'a> {
    pub members: &'a Members,
    changes: &'a Changes,
    pub known: Known<'a>,
    pub as_at: u16,
    registered: RangeInclusive<u16>,
    bytes: Vec<Test<'a, u8>>,
    words: Vec<Test<'a, u16>>,
}

/// Which codes of one column pass.
struct Test<'a, T> {
    column: &'a [T],
    said: fn(&Said) -> T,
    passes: Vec<bool>,
}

impl<'a> Scope<'a> {
    pub fn of(figures: &'a Figures, question: &Question) -> Self {
        let known = Known::at(figures, question.known_at);
        Self::new(figures, known, &question.filter, question.as_at)
    }

    pub fn new(figures: &'a Figures, known: Known<'a>, filter: &Filter, as_at: u16) -> Self {
        let members = &figures.members;
        let as_at = as_at.min(NEVER - 1);
        let to = filter.registered_to.map_or(as_at, |to| to.min(as_at));
        let registered = filter.registered_from.unwrap_or(0)..=to;
        Self {
            members,
            changes: &figures.changes,
            known,
            as_at,
            registered,
            bytes: bytes(members, filter),
            words: words(members, filter),
        }
    }

    /// Whether the record is in scope.
    pub fn admits(&self, member: u32) -> bool {
        let said = self.said(member);
        (member as usize) < self.known.members
            && self.admits_said(&said.unwrap_or_else(|| self.members.said(member as usize)))
    }

    fn admits_said(&self, said: &Said) -> bool {
        self.registered.contains(&said.registered_on)
            && self.bytes.iter().all(|test| test.passes(said))
            && self.words.iter().all(|test| test.passes(said))
    }

    /// What is said of a member that was ever changed.
    fn said(&self, member: u32) -> Option<Said> {
        self.changes.said(self.members, member, self.known.position, self.as_at)
    }

    /// The members ever changed, by their place in the range, with what is said of them.
    pub fn changed(&self, members: Range<usize>) -> impl Iterator<Item = (usize, Said)> {
        let start = members.start;
        let range = narrow(start)..narrow(members.end);
        let changed = self.changes.among(self.members, range, self.known.position, self.as_at);
        changed.map(move |(member, said)| (member as usize - start, said))
    }

    /// Tries many members; `keep` has one place for each.
    pub fn admit(&self, members: Range<usize>, keep: &mut [bool]) {
        let registered_on = &self.members.registered_on.values()[members.clone()];
        let (from, to) = (*self.registered.start(), *self.registered.end());
        for (keep, day) in keep.iter_mut().zip(registered_on) {
            *keep = from <= *day && *day <= to;
        }
        for test in &self.bytes {
            test.narrow(members.clone(), keep);
        }
        for test in &self.words {
            test.narrow(members.clone(), keep);
        }
        for (index, said) in self.changed(members) {
            keep[index] = self.admits_said(&said);
        }
    }

    /// A member's first days.
    pub fn days_of(&self, member: u32) -> Days {
        let registered_on = self.registered_on(member);
        let mut days = self.known.days_of(member, registered_on);
        days.completed[0] = registered_on;
        days
    }

    fn registered_on(&self, member: u32) -> u16 {
        let column = || self.members.registered_on.get(member as usize);
        self.said(member).map_or_else(column, |said| said.registered_on)
    }

    /// Of a member's first days those that the measure asks for.
    pub fn days_for(&self, member: u32, measure: Measure) -> Days {
        match measure {
            Measure::Registered => Days::NONE,
            Measure::Reached(stage) | Measure::First(stage, _)
                if usize::from(stage) < STAGES && self.known.differing.is_empty() =>
            {
                let mut days = Days::NONE;
                let stage = usize::from(stage);
                days.completed[stage] = match stage {
                    0 => self.registered_on(member),
                    stage => self.column(stage)[member as usize],
                };
                days
            }
            Measure::Reached(_)
            | Measure::Open(_)
            | Measure::At(_)
            | Measure::First(..)
            | Measure::Without(..) => self.days_of(member),
        }
    }

    /// A record of a person who may have others.
    pub fn row(&self, member: u32, cell: usize) -> Row {
        Row {
            cluster: self.known.persons.cluster_of(member).unwrap_or_default(),
            position: self.members.positions.get(member as usize),
            cell,
            days: self.days_of(member),
        }
    }

    /// One stage's first day by member, but for those that differed then.
    pub fn column(&self, stage: usize) -> &[u16] {
        if stage == 0 {
            self.members.registered_on.values()
        } else {
            self.known.firsts.completed(stage)
        }
    }
}

fn bytes<'a>(members: &'a Members, filter: &Filter) -> Vec<Test<'a, u8>> {
    let tests = [
        Test::is(&members.agency, |said| said.agency, filter.agency),
        Test::is(&members.agency, |said| said.agency, filter.scope_agency),
        Test::is(&members.sex, |said| said.sex, filter.sex),
        Test::is(&members.track, |said| said.track, filter.track),
        Test::is(&members.business_type, |said| said.business_type, filter.business_type),
        Test::is(&members.channel, |said| said.channel, filter.channel),
    ];
    tests.into_iter().flatten().collect()
}

fn words<'a>(members: &'a Members, filter: &Filter) -> Vec<Test<'a, u16>> {
    let tests = [
        Test::within(&members.area, |said| said.area, filter.areas.as_deref()),
        Test::within(&members.office, |said| said.office, filter.offices.as_deref()),
    ];
    tests.into_iter().flatten().collect()
}

impl<'a> Test<'a, u8> {
    fn is(column: &'a Column<u8>, said: fn(&Said) -> u8, code: Option<u8>) -> Option<Self> {
        code.map(|code| Self::new(column, said, |at| at == usize::from(code)))
    }
}

impl<'a> Test<'a, u16> {
    fn within(
        column: &'a Column<u16>,
        said: fn(&Said) -> u16,
        set: Option<&[bool]>,
    ) -> Option<Self> {
        set.map(|set| Self::new(column, said, |at| set.get(at).is_some_and(|is| *is)))
    }
}

impl<'a, T: Copy + Ord + Into<usize>> Test<'a, T> {
    fn new(column: &'a Column<T>, said: fn(&Said) -> T, passes: impl Fn(usize) -> bool) -> Self {
        Self { column: column.values(), said, passes: (0..column.codes()).map(passes).collect() }
    }

    fn passes(&self, said: &Said) -> bool {
        self.passes[(self.said)(said).into()]
    }

    fn narrow(&self, members: Range<usize>, keep: &mut [bool]) {
        for (keep, code) in keep.iter_mut().zip(&self.column[members]) {
            *keep &= self.passes[(*code).into()];
        }
    }
}
