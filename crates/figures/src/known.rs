//! What was known at a position: who is who, and the first days of stages.

use std::borrow::Cow;
use std::ops::Range;

use crate::days::Days;
use crate::figures::Figures;
use crate::firsts::Firsts;
use crate::persons::Persons;

/// Above one changed fact in so many, counting afresh is quicker than looking members up.
const FEW: usize = 16;

/// The state at a position: today's columns where they still hold, else others.
pub(crate) struct Known<'a> {
    /// The last position that counts.
    pub position: u32,
    /// How many of the members were registered by then.
    pub members: usize,
    pub persons: Cow<'a, Persons>,
    pub firsts: Cow<'a, Firsts>,
    /// Members whose first days were different then, by index.
    pub differing: Vec<(u32, Days)>,
}

impl<'a> Known<'a> {
    pub fn at(figures: &'a Figures, position: Option<u32>) -> Self {
        let members = figures.members.positions.values().len();
        let persons = Cow::Borrowed(&figures.persons);
        let firsts = Cow::Borrowed(&figures.firsts);
        let now = Self { position: u32::MAX, members, persons, firsts, differing: Vec::new() };
        position.map_or(now, |position| Self::in_the_past(figures, position))
    }

    fn in_the_past(figures: &'a Figures, position: u32) -> Self {
        let members = figures.members.positions.count_to(position);
        let persons = persons(figures, position);
        let changes = figures.services.count_after(position);
        if changes > figures.services() / FEW {
            let firsts = Firsts::as_known(&figures.services, position, figures.members());
            Self { position, members, persons, firsts: Cow::Owned(firsts), differing: Vec::new() }
        } else {
            let firsts = Cow::Borrowed(&figures.firsts);
            let differing = differing(figures, position, members);
            Self { position, members, persons, firsts, differing }
        }
    }

    /// A member's first days.
    pub fn days_of(&self, member: u32, registered_on: u16) -> Days {
        let differing = self.differing.binary_search_by_key(&member, |(member, _)| *member);
        differing.map_or_else(
            |_| self.firsts.days_of(member, registered_on),
            |index| self.differing[index].1,
        )
    }

    /// Those of the members whose first days are not in the columns.
    pub fn differing(&self, members: Range<u32>) -> &[(u32, Days)] {
        let at = |bound: u32| self.differing.partition_point(|(member, _)| *member < bound);
        &self.differing[at(members.start)..at(members.end)]
    }
}

/// Undoes the later moves; a later registration needs no undoing, as it is not in scope.
fn persons(figures: &Figures, position: u32) -> Cow<'_, Persons> {
    let mut persons = Cow::Borrowed(&figures.persons);
    for undone in figures.moves.iter().rev().take_while(|moved| moved.position > position) {
        persons.to_mut().place(undone.member, undone.from);
    }
    persons
}

fn differing(figures: &Figures, position: u32, members: usize) -> Vec<(u32, Days)> {
    let touched = figures.services.touched_after(position);
    let mut touched: Vec<u32> = touched.filter(|member| (*member as usize) < members).collect();
    touched.sort_unstable();
    touched.dedup();
    let days = touched.into_iter().map(|member| {
        let registered_on = figures.members.registered_on.get(member as usize);
        (member, figures.services.days_of(member, position, registered_on))
    });
    days.collect()
}
