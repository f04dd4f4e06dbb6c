//! Counting one more fact.

use crate::broken::Broken;
use crate::days::{NEVER, STAGES};
use crate::fact::{Change, Fact, Link, Member, Service, Void};
use crate::figures::{Figures, PersonMove};
use crate::services::Given;

impl Figures {
    /// Counts the fact, in microseconds; a broken one changes nothing.
    pub fn apply(&mut self, fact: Fact) -> Result<(), Broken> {
        if self.position.is_some_and(|last| fact.position() <= last) {
            return Err(Broken::OutOfOrder);
        }
        match fact {
            Fact::Member(member) => self.register(&member)?,
            Fact::Service(service) => self.give(&service)?,
            Fact::Void(void) => self.void(void)?,
            Fact::Link(link) => self.link(&link)?,
            Fact::Change(change) => self.change(&change)?,
        }
        self.position = Some(fact.position());
        Ok(())
    }

    fn register(&mut self, member: &Member) -> Result<(), Broken> {
        day_that_counts(member.registered_on)?;
        let same = member.same_person_as.map(|position| self.member(position)).transpose()?;
        let index = self.members.positions.len();
        self.members.push(member);
        self.services.push_member();
        self.firsts.push_member();
        self.persons.push_member();
        if let Some(same) = same {
            self.persons.join(index, same);
            self.touched.note(same, member.position);
        }
        self.touched.note(index, member.position);
        Ok(())
    }

    fn give(&mut self, service: &Service) -> Result<(), Broken> {
        day_that_counts(service.occurred_on)?;
        let stage = usize::from(service.stage);
        if !(1..STAGES).contains(&stage) {
            return Err(Broken::UnknownStage);
        }
        let member = self.member(service.member)?;
        self.services.push(service, member);
        let Service { occurred_on: day, state, .. } = *service;
        self.firsts.note(&Given { member, stage, day, state });
        self.touched.note(member, service.position);
        Ok(())
    }

    fn void(&mut self, void: Void) -> Result<(), Broken> {
        let service =
            self.services.positions.index_of(void.service).ok_or(Broken::UnknownService)?;
        if self.services.is_voided(service) {
            return Err(Broken::AlreadyVoided);
        }
        let member = self.services.void(service, void.position);
        let registered_on = self.members.registered_on.get(member as usize);
        let days = self.services.days_of(member, void.position, registered_on);
        self.firsts.set(member, &days);
        self.touched.note(member, void.position);
        Ok(())
    }

    fn link(&mut self, link: &Link) -> Result<(), Broken> {
        let member = self.member(link.member)?;
        let with = link.with.map(|position| self.member(position)).transpose()?;
        let from = self.persons.cluster_of(member);
        self.moves.push(PersonMove { position: link.position, member, from });
        match with {
            Some(with) => {
                self.persons.join(member, with);
                self.touched.note(with, link.position);
            }
            None => self.persons.place(member, None),
        }
        self.count_apart(member);
        self.touched.note(member, link.position);
        Ok(())
    }

    fn change(&mut self, change: &Change) -> Result<(), Broken> {
        day_that_counts(change.registered_on)?;
        let member = self.member(change.member)?;
        self.members.know(change);
        self.changes.note(member, change);
        self.count_apart(member);
        self.touched.note(member, change.position);
        Ok(())
    }

    /// A changed member is counted from its changes and not from the columns, as those of several
    /// records are: so it is in a cluster, if only its own.
    fn count_apart(&mut self, member: u32) {
        if self.changes.has(member) {
            self.persons.single_out(member);
        }
    }

    /// The index of the member registered at that position.
    pub(crate) fn member(&self, position: u32) -> Result<u32, Broken> {
        self.members.positions.index_of(position).ok_or(Broken::UnknownMember)
    }
}

fn day_that_counts(day: u16) -> Result<(), Broken> {
    if day == NEVER { Err(Broken::DayTooLate) } else { Ok(()) }
}
