//! A published scene: so many persons at each stage as at a day, neither one more nor one less.
use super::{
    chance::{Chance, later},
    resident::{Coming, Given, Resident},
};
use crate::stages::State;
use jiff::civil::date;
use rules::{Agency, Date, RegionCode, StageKind};

/// What was published, and how the records around it look.
pub(super) struct Scene {
    /// Tells the chance of one scene from that of another.
    pub mark: u64,
    /// The agency that registers.
    pub agency: Agency,
    /// The kelurahan people come from.
    pub areas: Vec<RegionCode>,
    /// Persons registered as at the day.
    pub persons: usize,
    /// More who are registered after it.
    pub after: usize,
    /// The first day of registrations.
    pub from: Date,
    /// The day.
    pub as_at: Date,
    /// Persons who reached each stage as at the day.
    pub reached: Vec<(StageKind, usize)>,
}

impl Scene {
    /// West Jakarta as at 22 June 2022, the cohort of that year.
    pub fn west_jakarta(agency: Agency, areas: Vec<RegionCode>, persons: usize) -> Self {
        let of = |published: usize| published * persons / WEST_JAKARTA;
        Self {
            mark: 1,
            agency,
            areas,
            persons,
            after: persons / 60,
            from: date(2022, 1, 3),
            as_at: date(2022, 6, 22),
            reached: vec![
                (StageKind::Mentoring, of(1_823)),
                (StageKind::Training, of(3_300)),
                (StageKind::Licensing, of(2_000)),
                (StageKind::Marketing, of(200)),
                (StageKind::FinancialReporting, of(49)),
                (StageKind::Capital, of(30)),
            ],
        }
    }

    /// The agency for women and children as at 7 December 2020.
    pub fn ppapp(agency: Agency, areas: Vec<RegionCode>) -> Self {
        Self {
            mark: 2,
            agency,
            areas,
            persons: PPAPP,
            after: 60,
            from: date(2018, 10, 1),
            as_at: date(2020, 12, 7),
            reached: vec![
                (StageKind::Training, 6_769),
                (StageKind::Mentoring, 5_815),
                (StageKind::Licensing, 4_485),
                (StageKind::Marketing, 610),
                (StageKind::FinancialReporting, 342),
                (StageKind::Capital, 88),
            ],
        }
    }

    /// West Jakarta in the year before, whose people are in no cohort of 2022.
    pub fn year_before(agency: Agency, areas: Vec<RegionCode>, persons: usize) -> Self {
        let scene = Self::west_jakarta(agency, areas, persons);
        let (from, last) = (date(2021, 3, 3), date(2021, 12, 30));
        Self { mark: 4, after: 0, from, as_at: last, ..scene }
    }

    /// How many come.
    pub fn len(&self) -> usize {
        self.persons + self.after
    }

    /// How many are registered by a day.
    pub fn registered_by(&self, seed: u64, day: Date) -> u64 {
        let by = |index: &usize| {
            let mut chance = Chance::of(seed, self.mark, *index as u64);
            self.registered_on(&mut chance, *index) <= day
        };
        (0..self.len()).filter(by).count() as u64
    }

    /// Everyone of the scene, numbered from `first`.
    pub fn residents(self, seed: u64, first: u64) -> impl Iterator<Item = Resident> {
        let chosen = self.chosen(seed);
        let everyone = 0..self.len();
        everyone.filter_map(move |index| self.resident(seed, first, index, &chosen))
    }

    /// Who reached which stage: exactly so many, by chance.
    fn chosen(&self, seed: u64) -> Vec<Vec<bool>> {
        let choose = |(stage, many): &(StageKind, usize)| {
            let mut chance = Chance::of(seed, self.mark << 8, stage.index() as u64);
            let mut chosen: Vec<bool> = (0..self.persons).map(|index| index < *many).collect();
            chance.shuffle(&mut chosen);
            chosen
        };
        self.reached.iter().map(choose).collect()
    }

    fn resident(
        &self,
        seed: u64,
        first: u64,
        index: usize,
        chosen: &[Vec<bool>],
    ) -> Option<Resident> {
        let number = first + index as u64;
        let mut chance = Chance::of(seed, self.mark, index as u64);
        let on = self.registered_on(&mut chance, index);
        let area = chance.pick(&self.areas)?;
        let coming = Coming { number, agency: self.agency, area, on };
        let form = coming.form(&mut chance);
        let mut services = Vec::new();
        for ((stage, many), chosen) in self.reached.iter().zip(chosen) {
            let share = many * 1000 / self.persons.max(1);
            let reached = chosen.get(index).copied().unwrap_or(false);
            let mut of_stage =
                Of { stage: *stage, number, on, as_at: self.as_at, chance: &mut chance };
            if reached {
                of_stage.reached(&mut services);
            } else {
                of_stage.not_reached(share, &mut services);
            }
        }
        let mut resident = Resident::at_one(form, on, services);
        resident.at_another_agency(&mut chance);
        Some(resident)
    }

    /// Some come on the very day, the day before, and the day after.
    fn registered_on(&self, chance: &mut Chance, index: usize) -> Date {
        if index >= self.persons {
            let days = (index - self.persons) / 2;
            return later(self.as_at, 1 + days);
        }
        match index % 50 {
            0 => self.as_at,
            1 => self.as_at.yesterday().unwrap_or(self.as_at),
            _ => chance.day(self.from, self.as_at),
        }
    }
}

/// The published number of West Jakarta.
pub(super) const WEST_JAKARTA: usize = 3_796;
/// The published number of the agency for women and children.
pub(super) const PPAPP: usize = 8_637;

/// The services of one stage of one resident.
struct Of<'c> {
    stage: StageKind,
    number: u64,
    on: Date,
    as_at: Date,
    chance: &'c mut Chance,
}

impl Of<'_> {
    /// At least one is finished by the day; some are repeated, some were recorded wrongly first.
    fn reached(&mut self, services: &mut Vec<Given>) {
        if self.chance.permille(60) {
            let begun = self.chance.day(self.on, self.as_at);
            services.push(self.given(begun, State::Started, false));
        }
        if self.chance.permille(12) {
            let wrong = self.chance.day(self.on, self.as_at);
            services.push(self.given(wrong, State::Completed, true));
        }
        let first = if self.chance.permille(20) {
            self.as_at
        } else {
            self.chance.day(self.on, self.as_at)
        };
        services.push(self.given(first, State::Completed, false));
        if self.chance.permille(150) {
            let again = self.chance.day(first, later(first, 90));
            services.push(self.given(again, State::Completed, false));
        }
    }

    /// Nothing that counts by the day: begun only, taken back, or finished later.
    fn not_reached(&mut self, share: usize, services: &mut Vec<Given>) {
        let by_the_day = self.on <= self.as_at;
        if by_the_day && self.chance.permille(share / 12) {
            let begun = self.chance.day(self.on, self.as_at);
            services.push(self.given(begun, State::Started, false));
        }
        if by_the_day && self.chance.permille(share / 40) {
            let wrong = self.chance.day(self.on, self.as_at);
            services.push(self.given(wrong, State::Completed, true));
        }
        if self.chance.permille(share / 4) {
            let next = later(self.as_at.max(self.on), 1);
            let after = if self.chance.permille(100) {
                next
            } else {
                self.chance.day(next, later(next, 120))
            };
            services.push(self.given(after, State::Completed, false));
        }
    }

    fn given(&self, on: Date, state: State, taken_back: bool) -> Given {
        let given = Given::of(self.stage, on, state, taken_back);
        given.of_its_source(self.stage, state, self.number)
    }
}
