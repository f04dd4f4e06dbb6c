//! Which records are in scope of a question.

use std::ops::{Range, RangeInclusive};

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
    pub known: Known<'a>,
    pub as_at: u16,
    registered: RangeInclusive<u16>,
    bytes: Vec<Test<'a, u8>>,
    words: Vec<Test<'a, u16>>,
}

/// Which codes of one column pass.
struct Test<'a, T> {
    column: &'a [T],
    passes: Vec<bool>,
}

impl<'a> Scope<'a> {
    pub fn of(figures: &'a Figures, question: &Question) -> Self {
        let known = Known::at(figures, question.known_at);
        Self::new(&figures.members, known, &question.filter, question.as_at)
    }

    pub fn new(members: &'a Members, known: Known<'a>, filter: &Filter, as_at: u16) -> Self {
        let as_at = as_at.min(NEVER - 1);
        let to = filter.registered_to.map_or(as_at, |to| to.min(as_at));
        let registered = filter.registered_from.unwrap_or(0)..=to;
        Self {
            members,
            known,
            as_at,
            registered,
            bytes: bytes(members, filter),
            words: words(members, filter),
        }
    }

    /// Whether the record is in scope.
    pub fn admits(&self, member: u32) -> bool {
        let index = member as usize;
        index < self.known.members
            && self.registered.contains(&self.members.registered_on.get(index))
            && self.bytes.iter().all(|test| test.passes(index))
            && self.words.iter().all(|test| test.passes(index))
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
    }

    /// A member's first days.
    pub fn days_of(&self, member: u32) -> Days {
        self.known.days_of(member, self.members.registered_on.get(member as usize))
    }

    /// Of a member's first days those that the measure asks for.
    pub fn days_for(&self, member: u32, measure: Measure) -> Days {
        match measure {
            Measure::Registered => Days::NONE,
            Measure::Reached(stage)
                if usize::from(stage) < STAGES && self.known.differing.is_empty() =>
            {
                let mut days = Days::NONE;
                let stage = usize::from(stage);
                days.completed[stage] = self.column(stage)[member as usize];
                days
            }
            Measure::Reached(_) | Measure::Open(_) | Measure::At(_) => self.days_of(member),
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
    let wanted = [
        (&members.agency, filter.agency),
        (&members.agency, filter.scope_agency),
        (&members.sex, filter.sex),
        (&members.track, filter.track),
        (&members.business_type, filter.business_type),
        (&members.channel, filter.channel),
    ];
    let wanted = wanted.into_iter().filter_map(|(column, code)| Some((column, code?)));
    wanted.map(|(column, code)| Test::new(column, |at| at == usize::from(code))).collect()
}

fn words<'a>(members: &'a Members, filter: &Filter) -> Vec<Test<'a, u16>> {
    let wanted = [(&members.area, &filter.areas), (&members.office, &filter.offices)];
    let wanted = wanted.into_iter().filter_map(|(column, set)| Some((column, set.as_ref()?)));
    wanted.map(|(column, set)| Test::new(column, |at| set.get(at).is_some_and(|is| *is))).collect()
}

impl<'a, T: Copy + Ord + Into<usize>> Test<'a, T> {
    fn new(column: &'a Column<T>, passes: impl Fn(usize) -> bool) -> Self {
        Self { column: column.values(), passes: (0..column.codes()).map(passes).collect() }
    }

    fn passes(&self, index: usize) -> bool {
        self.passes[self.column[index].into()]
    }

    fn narrow(&self, members: Range<usize>, keep: &mut [bool]) {
        for (keep, code) in keep.iter_mut().zip(&self.column[members]) {
            *keep &= self.passes[(*code).into()];
        }
    }
}
