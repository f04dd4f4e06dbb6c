//! What was corrected of registrations and where members moved, as known at any position.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::fact::Change;
use crate::members::Members;

/// What is said of one member, as known at a position and as at a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said {
    pub agency: u8,
    pub area: u16,
    pub office: u16,
    pub sex: u8,
    pub track: u8,
    pub business_type: u8,
    pub channel: u8,
    pub registered_on: u16,
}

/// The changes of each member that has any, in order. The columns keep what was registered, so that
/// the many who never changed are counted from them alone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Changes {
    by_member: BTreeMap<u32, Vec<Change>>,
}

impl Changes {
    pub fn note(&mut self, member: u32, change: &Change) {
        self.by_member.entry(member).or_default().push(*change);
    }

    pub fn has(&self, member: u32) -> bool {
        self.by_member.contains_key(&member)
    }

    /// What is said of a member that was ever changed; none for all others.
    pub fn said(&self, members: &Members, member: u32, known: u32, as_at: u16) -> Option<Said> {
        let changes = self.by_member.get(&member)?;
        Some(said(members, member, changes, known, as_at))
    }

    /// The same for every one of these members that was ever changed.
    pub fn among(
        &self,
        members: &Members,
        range: Range<u32>,
        known: u32,
        as_at: u16,
    ) -> impl Iterator<Item = (u32, Said)> {
        let changed = self.by_member.range(range);
        changed
            .map(move |(member, changes)| (*member, said(members, *member, changes, known, as_at)))
    }

    pub fn memory_bytes(&self) -> usize {
        let lists = self.by_member.values().map(|changes| changes.capacity() * size_of::<Change>());
        lists.sum::<usize>() + self.by_member.len() * 40
    }
}

fn said(members: &Members, member: u32, changes: &[Change], known: u32, as_at: u16) -> Said {
    let mut said = members.said(member as usize);
    for change in changes.iter().take_while(|change| change.position <= known) {
        said.sex = change.sex;
        said.track = change.track;
        said.business_type = change.business_type;
        said.registered_on = change.registered_on;
        if change.holds_from <= as_at {
            (said.area, said.office) = (change.area, change.office);
        }
    }
    said
}
