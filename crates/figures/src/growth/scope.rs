//! Which businesses are in scope of a question, and where they belonged on its day.

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};

use super::Growth;
use super::known::Known;
use super::question::{Dimension, Question};
use super::times::Times;

/// A question's filter and dates, made ready to be tried on businesses.
pub(super) struct Scope<'a> {
    pub growth: &'a Growth,
    pub known: Known<'a>,
    pub times: Times,
    question: &'a Question,
    registered: RangeInclusive<u16>,
    pub registered_on: Cow<'a, [u16]>,
    /// Empty unless asked for.
    pub area: Cow<'a, [u16]>,
    pub office: Cow<'a, [u16]>,
    pub mentor: Cow<'a, [u16]>,
}

impl<'a> Scope<'a> {
    pub fn of(growth: &'a Growth, question: &'a Question) -> Self {
        let times = Times::of(question);
        let known = Known::at(growth, question.known_at, times.month);
        let filter = &question.filter;
        let to = filter.registered_to.map_or(times.day, |to| to.min(times.day));
        let by = |is: fn(&Dimension) -> bool| question.by.iter().flatten().any(is);
        let on = |needed: bool, places: &'a super::moves::Places| {
            if needed { places.on(times.day, known.position) } else { Cow::Borrowed(&[][..]) }
        };
        let businesses = &growth.businesses;
        let areas = filter.areas.is_some() || by(|by| matches!(by, Dimension::Area(_)));
        let offices = filter.offices.is_some() || by(|by| matches!(by, Dimension::Office(_)));
        let mentors = filter.mentor.is_some() || by(|by| matches!(by, Dimension::Mentor));
        Self {
            growth,
            times,
            question,
            registered: filter.registered_from.unwrap_or(0)..=to,
            registered_on: on(true, &businesses.registered_on),
            area: on(areas, &businesses.area),
            office: on(offices, &businesses.office),
            mentor: on(mentors, &businesses.mentor),
            known,
        }
    }

    /// Tries many businesses; `keep` has one place for each.
    pub fn admit(&self, range: Range<usize>, keep: &mut [bool]) {
        let filter = &self.question.filter;
        let businesses = &self.growth.businesses;
        let registered_on = &self.registered_on[range.clone()];
        narrow_by(keep, registered_on, |keep, day| *keep = self.registered.contains(&day));
        for agency in filter.agency.into_iter().chain(filter.scope_agency) {
            let agencies = &businesses.agency.values()[range.clone()];
            narrow_by(keep, agencies, |keep, of| *keep &= of == agency);
        }
        let sets = [(&filter.areas, &self.area), (&filter.offices, &self.office)];
        for (set, places) in sets {
            if let Some(set) = set {
                let is_in = |of: u16| set.get(usize::from(of)).is_some_and(|is| *is);
                narrow_by(keep, &places[range.clone()], |keep, of| *keep &= is_in(of));
            }
        }
        if let Some(mentor) = filter.mentor {
            narrow_by(keep, &self.mentor[range], |keep, of| *keep &= of == mentor);
        }
    }
}

fn narrow_by<T: Copy>(keep: &mut [bool], column: &[T], test: impl Fn(&mut bool, T)) {
    for (keep, code) in keep.iter_mut().zip(column) {
        test(keep, *code);
    }
}
