//! The registrations, a column for each attribute.

use crate::column::Column;
use crate::fact::Member;
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
