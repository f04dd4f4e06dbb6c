//! The small numbers the counts work with, and what they mean.
use super::{ChangeNews, MemberNews, ServiceNews, position_of};
use figures::{Broken, Change, Member, Service, State};
use rules::{Agency, Day, Level, RegionCode, Regions, Sex};
use std::collections::HashMap;

/// The number of a sex that was not told.
pub const SEX_UNKNOWN: u8 = 2;

/// Regions and agencies by number.
pub struct Codes {
    regions: Vec<RegionCode>,
    by_region: HashMap<RegionCode, u16>,
    agencies: Vec<Agency>,
}

impl Codes {
    /// Numbers every region.
    pub fn new(regions: &Regions) -> Self {
        let regions: Vec<RegionCode> = regions.all().iter().map(|region| region.code).collect();
        let numbered = regions.iter().copied().zip(0..);
        Self { by_region: numbered.collect(), regions, agencies: Vec::new() }
    }

    /// The region's number.
    pub fn region(&self, code: RegionCode) -> Option<u16> {
        self.by_region.get(&code).copied()
    }

    /// The region with this number.
    pub fn region_of(&self, number: u16) -> Option<RegionCode> {
        self.regions.get(usize::from(number)).copied()
    }

    /// The agency's number, if anybody was registered there.
    pub fn agency(&self, agency: &Agency) -> Option<u8> {
        let place = self.agencies.iter().position(|known| known == agency)?;
        u8::try_from(place).ok()
    }

    /// The agency with this number.
    pub fn agency_of(&self, number: u8) -> Option<Agency> {
        self.agencies.get(usize::from(number)).copied()
    }

    /// The agency's number, given now if it has none.
    pub(super) fn number(&mut self, agency: &Agency) -> Result<u8, Broken> {
        if let Some(number) = self.agency(agency) {
            return Ok(number);
        }
        let number = u8::try_from(self.agencies.len()).map_err(|_| Broken::Overflow)?;
        self.agencies.push(*agency);
        Ok(number)
    }

    /// Which regions lie within `area`, true at their number.
    pub fn within(&self, area: RegionCode) -> Vec<bool> {
        self.regions.iter().map(|code| code.within(&area)).collect()
    }

    /// For each region its ancestor at `level`, by number; `UNMAPPED` for what lies above it.
    pub fn grouped(&self, level: Level) -> Vec<u16> {
        let ancestor = |code: &RegionCode| {
            code.at(level).and_then(|code| self.region(code)).unwrap_or(figures::UNMAPPED)
        };
        self.regions.iter().map(ancestor).collect()
    }

    /// The region's number, or one beyond all for a region that is not known.
    pub(super) fn region_or_beyond(&self, code: RegionCode) -> u16 {
        let beyond = u16::try_from(self.regions.len()).unwrap_or(figures::UNMAPPED - 1);
        self.region(code).unwrap_or(beyond)
    }

    /// A correction as counted.
    pub fn change(&self, news: &ChangeNews) -> Result<Change, Broken> {
        Ok(Change {
            position: position_of(news.position)?,
            member: position_of(news.member)?,
            holds_from: news.holds_from.map_or(0, |from| Day::of(from).0),
            area: self.region_or_beyond(news.area),
            office: self.region_or_beyond(news.office),
            sex: news.sex.map_or(SEX_UNKNOWN, small),
            track: small(news.track),
            business_type: small(news.business_type),
            registered_on: Day::of(news.registered_on).0,
        })
    }

    /// A registration as counted.
    pub fn member(&mut self, news: &MemberNews) -> Result<Member, Broken> {
        let (area, office) = (self.region_or_beyond(news.area), self.region_or_beyond(news.office));
        Ok(Member {
            position: position_of(news.position)?,
            same_person_as: news.same_person_as.map(position_of).transpose()?,
            agency: self.number(&news.agency)?,
            area,
            office,
            sex: news.sex.map_or(SEX_UNKNOWN, small),
            track: small(news.track),
            business_type: small(news.business_type),
            channel: small(news.channel),
            registered_on: Day::of(news.registered_on).0,
        })
    }

    /// A service as counted.
    pub fn service(&mut self, news: &ServiceNews) -> Result<Service, Broken> {
        Ok(Service {
            position: position_of(news.position)?,
            member: position_of(news.member)?,
            stage: u8::try_from(news.stage.index()).unwrap_or_default(),
            occurred_on: Day::of(news.occurred_on).0,
            state: if news.completed { State::Completed } else { State::Started },
            agency: self.number(&news.agency)?,
        })
    }
}

/// Anything with a place in a short list.
pub trait Numbered {
    /// Its place.
    fn place(self) -> usize;
}
macro_rules! numbered { ($($kind:ty),+) => { $(impl Numbered for $kind {
    fn place(self) -> usize { self.index() }
})+ } }
numbered!(Sex, rules::Track, rules::BusinessType, rules::Channel);

/// The number of an attribute.
pub fn small(attribute: impl Numbered) -> u8 {
    u8::try_from(attribute.place()).unwrap_or(u8::MAX)
}
