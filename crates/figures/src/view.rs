//! One member, as a page shows it.

use crate::days::{Days, LANES, NEVER, Order, STAGES};
use crate::figures::Figures;
use crate::known::Known;
use crate::question::Filter;
use crate::scope::Scope;
use std::collections::HashMap;

/// What is known now of one registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberView {
    /// Position of the registration.
    pub position: u32,
    /// The agency that registered.
    pub agency: u8,
    /// Index of the kelurahan or kecamatan.
    pub area: u16,
    /// Index of the responsible kecamatan.
    pub office: u16,
    /// Code of the sex.
    pub sex: u8,
    /// Code of the track.
    pub track: u8,
    /// Code of the business type.
    pub business_type: u8,
    /// Code of the channel.
    pub channel: u8,
    /// Day of the registration.
    pub registered_on: u16,
    /// First day of each stage reached; that of registration is `registered_on`.
    pub first: [Option<u16>; STAGES],
    /// First day each stage was begun by a service not finished then.
    pub begun: [Option<u16>; STAGES],
    days: Days,
}

impl MemberView {
    /// The stage this record reached last by that day, ties broken by the scheme's order.
    pub fn latest(&self, as_at: u16, order: [u8; STAGES]) -> u8 {
        self.days.latest(as_at.min(NEVER - 1), Order::of(order))
    }
}

impl Figures {
    /// The member registered at that position.
    pub fn member_at(&self, position: u32) -> Option<MemberView> {
        let member = self.member(position).ok()?;
        let changed = self.changes.said(&self.members, member, u32::MAX, u16::MAX);
        let said = changed.unwrap_or_else(|| self.members.said(member as usize));
        let days = self.firsts.days_of(member, said.registered_on);
        Some(MemberView {
            position,
            agency: said.agency,
            area: said.area,
            office: said.office,
            sex: said.sex,
            track: said.track,
            business_type: said.business_type,
            channel: said.channel,
            registered_on: said.registered_on,
            first: shown(&days.completed),
            begun: shown(&days.started),
            days,
        })
    }

    /// Positions of all registrations of the same person, oldest first; looks through all members.
    pub fn same_person(&self, position: u32) -> Vec<u32> {
        let Ok(member) = self.member(position) else { return Vec::new() };
        let positions = self.members.positions.values();
        match self.persons.cluster_of(member) {
            None => vec![position],
            Some(cluster) => self.persons.members(cluster).map(|index| positions[index]).collect(),
        }
    }

    /// For every registration of a person who has several, the earliest of them.
    pub fn earliest_records(&self) -> HashMap<u32, u32> {
        let (mut first, mut earliest) = (HashMap::new(), HashMap::new());
        for (member, position) in (0..).zip(self.members.positions.values()) {
            if let Some(cluster) = self.persons.cluster_of(member) {
                earliest.insert(*position, *first.entry(cluster).or_insert(*position));
            }
        }
        earliest
    }

    /// Whether the member registered at that position is in scope on that day.
    pub fn passes(&self, position: u32, filter: &Filter, as_at: u16) -> bool {
        let scope = Scope::new(self, Known::at(self, None), filter, as_at);
        self.member(position).is_ok_and(|member| scope.admits(member))
    }
}

fn shown(days: &[u16; LANES]) -> [Option<u16>; STAGES] {
    std::array::from_fn(|stage| Some(days[stage]).filter(|day| *day != NEVER))
}
