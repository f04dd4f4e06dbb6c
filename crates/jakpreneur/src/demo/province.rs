//! Everybody else: the whole province up to 2 March 2021, so that its published days come out.
use super::{
    chance::{Chance, later},
    resident::{Coming, Given, Resident},
};
use crate::stages::State;
use jiff::civil::date;
use rules::{Agency, Date, RegionCode, StageKind};

/// So many persons as at 2 March 2021, of whom so many as at 15 December 2020, when the five-year
/// target was reached.
pub(super) const PUBLISHED: (u64, u64) = (226_280, 200_000);
/// The day the target was reached.
pub(super) const REACHED_ON: Date = date(2020, 12, 15);
/// The day of the published total.
pub(super) const TOTAL_ON: Date = date(2021, 3, 2);
const BEGAN: Date = date(2018, 10, 1);

const AGENCIES: [(&str, usize); 5] =
    [("ppkukm", 55), ("nakertransgi", 15), ("kpkp", 10), ("parekraf", 10), ("sosial", 10)];

/// A stage: how many in a thousand reach it, and how often it is repeated.
const STAGES: [(StageKind, usize, usize); 6] = [
    (StageKind::Training, 623, 3),
    (StageKind::Mentoring, 554, 4),
    (StageKind::Licensing, 522, 1),
    (StageKind::Marketing, 156, 2),
    (StageKind::FinancialReporting, 116, 2),
    (StageKind::Capital, 22, 1),
];

/// How many are still missing from the published totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crowd {
    /// Registered until the target was reached, on that day the last.
    pub until_reached: u64,
    /// Registered afterwards, until the day of the published total.
    pub afterwards: u64,
}

impl Crowd {
    /// `persons` in all as at 2 March 2021; the scenes have registered some of them by each of the days.
    pub fn of(persons: u64, by_reached: u64, by_total: u64) -> Self {
        let reached = persons.saturating_mul(PUBLISHED.1) / PUBLISHED.0;
        let until_reached = reached.saturating_sub(by_reached);
        let all = persons.saturating_sub(by_total);
        Self { until_reached, afterwards: all.saturating_sub(until_reached) }
    }

    /// How many come.
    pub fn len(self) -> u64 {
        self.until_reached + self.afterwards
    }

    /// Everyone of the crowd, numbered from `first`; none are kept.
    pub fn residents(
        self,
        seed: u64,
        first: u64,
        areas: Vec<RegionCode>,
    ) -> impl Iterator<Item = Resident> {
        let everyone = 0..self.len();
        everyone.filter_map(move |index| self.resident(seed, first, index, &areas))
    }

    fn resident(self, seed: u64, first: u64, index: u64, areas: &[RegionCode]) -> Option<Resident> {
        let mut chance = Chance::of(seed, 3, index);
        let on = self.registered_on(&mut chance, index);
        let area = chance.pick(areas)?;
        let agency = Agency::parse(chance.weighed(&AGENCIES)?).ok()?;
        let coming = Coming { number: first + index, agency, area, on };
        let form = coming.form(&mut chance);
        let services = services(&mut chance, on);
        let mut resident = Resident::at_one(form, on, services);
        resident.at_another_agency(&mut chance);
        Some(resident)
    }

    fn registered_on(self, chance: &mut Chance, index: u64) -> Date {
        if index < self.until_reached {
            let on_the_day = (self.until_reached / 700).max(1);
            if index + on_the_day >= self.until_reached {
                return REACHED_ON;
            }
            let before = REACHED_ON.yesterday().unwrap_or(REACHED_ON);
            // The later of two days: the programme grew.
            return chance.day(BEGAN, before).max(chance.day(BEGAN, before));
        }
        let next = later(REACHED_ON, 1);
        if chance.permille(25) { TOTAL_ON } else { chance.day(next, TOTAL_ON) }
    }
}

fn services(chance: &mut Chance, on: Date) -> Vec<Given> {
    let mut services = Vec::new();
    for (stage, share, most) in STAGES {
        if !chance.permille(share) {
            if chance.permille(share / 20) {
                let begun = chance.day(on, later(on, 200));
                services.push(Given::of(stage, begun, State::Started, false));
            }
            continue;
        }
        for _ in 0..=chance.below(most) {
            let day = chance.day(on, later(on, 300));
            services.push(Given::of(stage, day, State::Completed, chance.permille(5)));
        }
    }
    services
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_totals_come_out_whoever_came_already() {
        let crowd = Crowd::of(226_280, 8_640, 8_660);
        assert_eq!(crowd.until_reached + 8_640, 200_000);
        assert_eq!(crowd.until_reached + crowd.afterwards + 8_660, 226_280);
        assert_eq!(Crowd::of(3_796, 8_640, 8_660), Crowd { until_reached: 0, afterwards: 0 });
    }
}
