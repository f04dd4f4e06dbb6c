//! The registrations, a column for each attribute.

use crate::changes::Said;
use crate::column::Column;
use crate::fact::{Change, Member};
use crate::positions::Positions;

/// All members in the order of their positions; an index is a member's place here.
#[derive(Debug, Clone, Default)]
pub(crate) struct Members {
    pub positions: Positions,
    pub agency: Column<u8>,
    pub area: Column<u16>,
    pub office: Column<u16>,
    pub sex: Column<u8>,
    pub track: Column<u8>,
    pub business_type: Column<u8>,
    pub channel: Column<u8>,
    pub registered_on: Column<u16>,
}

impl Members {
    pub fn push(&mut self, member: &Member) {
        self.positions.push(member.position);
        self.agency.push(member.agency);
        self.area.push(member.area);
        self.office.push(member.office);
        self.sex.push(member.sex);
        self.track.push(member.track);
        self.business_type.push(member.business_type);
        self.channel.push(member.channel);
        self.registered_on.push(member.registered_on);
    }

    /// Knows the codes of a change; the values stay as registered.
    pub fn know(&mut self, change: &Change) {
        self.area.know(change.area);
        self.office.know(change.office);
        self.sex.know(change.sex);
        self.track.know(change.track);
        self.business_type.know(change.business_type);
        self.registered_on.know(change.registered_on);
    }

    /// What was registered of one member.
    pub fn said(&self, index: usize) -> Said {
        Said {
            agency: self.agency.get(index),
            area: self.area.get(index),
            office: self.office.get(index),
            sex: self.sex.get(index),
            track: self.track.get(index),
            business_type: self.business_type.get(index),
            channel: self.channel.get(index),
            registered_on: self.registered_on.get(index),
        }
    }

    pub fn reserve(&mut self, more: usize) {
        self.positions.reserve(more);
        for column in self.bytes_mut() {
            column.reserve(more);
        }
        for column in [&mut self.area, &mut self.office, &mut self.registered_on] {
            column.reserve(more);
        }
    }

    pub fn memory_bytes(&self) -> usize {
        let words = [&self.area, &self.office, &self.registered_on];
        let bytes = [&self.agency, &self.sex, &self.track, &self.business_type, &self.channel];
        self.positions.memory_bytes()
            + words.map(Column::memory_bytes).iter().sum::<usize>()
            + bytes.map(Column::memory_bytes).iter().sum::<usize>()
    }

    fn bytes_mut(&mut self) -> [&mut Column<u8>; 5] {
        [
            &mut self.agency,
            &mut self.sex,
            &mut self.track,
            &mut self.business_type,
            &mut self.channel,
        ]
    }
}
