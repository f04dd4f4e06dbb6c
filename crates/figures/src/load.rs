//! Counting many facts at once, as when the programme starts.

use crate::broken::Broken;
use crate::fact::{Change, Fact, Link, Member, Service, Void};
use crate::figures::Figures;

impl Figures {
    /// Counts all facts, in whatever order they come, as if they had been applied one by one.
    pub fn load(
        members: impl IntoIterator<Item = Member>,
        services: impl IntoIterator<Item = Service>,
        voids: impl IntoIterator<Item = Void>,
        links: impl IntoIterator<Item = Link>,
        changes: impl IntoIterator<Item = Change>,
    ) -> Result<Self, Broken> {
        let members = in_order(members, |member| member.position);
        let services = in_order(services, |service| service.position);
        let voids = in_order(voids, |void| void.position);
        let links = in_order(links, |link| link.position);
        let changes = in_order(changes, |change| change.position);
        let mut figures = Self::new();
        let (for_members, for_services) = (with_room(members.len()), with_room(services.len()));
        figures.members.reserve(for_members);
        figures.persons.reserve(for_members);
        figures.firsts.reserve(for_members);
        figures.services.reserve(for_members, for_services);
        let rare = merged(links.into_iter().map(Fact::Link), changes.into_iter().map(Fact::Change));
        let rare = merged(voids.into_iter().map(Fact::Void), rare);
        let given = merged(services.into_iter().map(Fact::Service), rare);
        for fact in merged(members.into_iter().map(Fact::Member), given) {
            figures.apply(fact)?;
        }
        Ok(figures)
    }
}

/// Some more than there are, so that the columns need not be moved at the next fact.
fn with_room(facts: usize) -> usize {
    facts + facts / 16 + 64
}

fn in_order<T>(facts: impl IntoIterator<Item = T>, position: impl Fn(&T) -> u32) -> Vec<T> {
    let mut facts: Vec<T> = facts.into_iter().collect();
    if !facts.is_sorted_by_key(&position) {
        facts.sort_unstable_by_key(&position);
    }
    facts
}

fn merged(
    left: impl Iterator<Item = Fact>,
    right: impl Iterator<Item = Fact>,
) -> impl Iterator<Item = Fact> {
    let (mut left, mut right) = (left.peekable(), right.peekable());
    std::iter::from_fn(move || {
        let right_first = match (left.peek(), right.peek()) {
            (Some(left), Some(right)) => right.position() < left.position(),
            (None, _) => true,
            (Some(_), None) => false,
        };
        if right_first { right.next() } else { left.next() }
    })
}
