//! How businesses grow, counted in memory: read when first needed, and fed from then on.
use super::{ChangeNews, Codes, MeasuredNews, MemberNews, News, position_of};
use db::Position;
use figures::{
    Broken,
    growth::{Business, Fact, Growth, Measurement, Move, Place, Void},
};
use rules::{Date, Day, Regions, UserId};
use std::collections::HashMap;

/// The growth of all records, with what its small numbers mean; apart from the other counts, so that whoever
/// never asks for it does not pay for it.
pub struct Growing {
    /// The counts.
    pub growth: Growth,
    /// What their small numbers mean.
    pub codes: Codes,
    mentors: Vec<UserId>,
    by_mentor: HashMap<UserId, u16>,
    /// Whether everything recorded so far is counted.
    pub is_ready: bool,
}

impl Growing {
    /// Nothing recorded, and therefore all counted.
    pub fn new(regions: &Regions) -> Self {
        Self {
            growth: Growth::new(),
            codes: Codes::new(regions),
            mentors: Vec::new(),
            by_mentor: HashMap::new(),
            is_ready: true,
        }
    }

    /// The mentor's number, if anybody was ever given to them.
    pub fn mentor(&self, mentor: UserId) -> Option<u16> {
        self.by_mentor.get(&mentor).copied()
    }

    /// The mentor with this number.
    pub fn mentor_of(&self, number: u16) -> Option<UserId> {
        self.mentors.get(usize::from(number)).copied()
    }

    /// Takes one piece of news; most kinds say nothing of growth.
    pub fn take(&mut self, news: &News) -> Result<(), Broken> {
        let mut facts = Vec::new();
        self.facts(news, &mut facts)?;
        facts.into_iter().try_for_each(|fact| self.growth.apply(fact))
    }

    /// What a piece of news is as facts.
    pub(super) fn facts(&mut self, news: &News, into: &mut Vec<Fact>) -> Result<(), Broken> {
        match news {
            News::Member(member) => into.push(self.business(member)?),
            News::Change(change) => into.extend(self.change(change)?),
            News::Measured(measured) => into.push(measurement(measured)?),
            News::MonthVoided { position, member, month } => {
                let (position, business) = (position_of(*position)?, position_of(*member)?);
                into.push(Fact::Void(Void { position, business, month: month.0 }));
            }
            News::Mentor { position, member, from_on, mentor } => {
                into.push(self.given(*position, *member, *from_on, *mentor)?);
            }
            News::Service(_) | News::Void { .. } | News::Link { .. } | News::Access(_) => {}
        }
        Ok(())
    }

    fn business(&mut self, news: &MemberNews) -> Result<Fact, Broken> {
        Ok(Fact::Business(Business {
            position: position_of(news.position)?,
            agency: self.codes.number(&news.agency)?,
            area: self.codes.region_or_beyond(news.area),
            office: self.codes.region_or_beyond(news.office),
            mentor: None,
            registered_on: Day::of(news.registered_on).0,
        }))
    }

    fn change(&self, news: &ChangeNews) -> Result<[Fact; 3], Broken> {
        let (position, business) = (position_of(news.position)?, position_of(news.member)?);
        let from = news.holds_from.map_or(0, |from| Day::of(from).0);
        let moved = |on, to| Fact::Move(Move { position, business, on, to });
        Ok([
            moved(from, Place::Area(self.codes.region_or_beyond(news.area))),
            moved(from, Place::Office(self.codes.region_or_beyond(news.office))),
            moved(0, Place::Registered(Day::of(news.registered_on).0)),
        ])
    }

    fn given(
        &mut self,
        position: Position,
        member: Position,
        from_on: Date,
        mentor: Option<UserId>,
    ) -> Result<Fact, Broken> {
        let mentor = mentor.map(|mentor| self.mentor_number(mentor)).transpose()?;
        Ok(Fact::Move(Move {
            position: position_of(position)?,
            business: position_of(member)?,
            on: Day::of(from_on).0,
            to: Place::Mentor(mentor),
        }))
    }

    fn mentor_number(&mut self, mentor: UserId) -> Result<u16, Broken> {
        if let Some(number) = self.mentor(mentor) {
            return Ok(number);
        }
        let number = u16::try_from(self.mentors.len()).map_err(|_| Broken::Overflow)?;
        self.mentors.push(mentor);
        self.by_mentor.insert(mentor, number);
        Ok(number)
    }
}

fn measurement(news: &MeasuredNews) -> Result<Fact, Broken> {
    let of = &news.measurement;
    let amount = |rupiah: rules::Rupiah| u64::try_from(rupiah.0).unwrap_or_default();
    Ok(Fact::Measurement(Measurement {
        position: position_of(news.position)?,
        business: position_of(news.member)?,
        month: of.month.0,
        measured_on: Day::of(of.measured_on).0,
        turnover: of.turnover.map(amount),
        assets: of.assets.map(amount),
        workers: of.workers.map(rules::growth::Workers::total),
        is_baseline: of.is_baseline,
    }))
}
