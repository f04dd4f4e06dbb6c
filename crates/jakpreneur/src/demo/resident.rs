//! A resident who never lived: identity, trade, and what they came for.
use super::{
    chance::{Chance, later},
    names,
};
use crate::{
    people::RegistrationForm,
    stages::{ServiceForm, State},
};
use jiff::civil::date;
use rules::{Agency, BusinessType, Channel, Date, RegionCode, Sex, StageKind, TargetGroup};

/// A resident and all that is recorded of them.
pub(super) struct Resident {
    /// What each agency records.
    pub files: Vec<File>,
}

/// What one agency records of a resident.
#[derive(Clone)]
pub(super) struct File {
    pub form: RegistrationForm,
    pub on: Date,
    pub services: Vec<Given>,
}

/// A service, and whether it is taken back again.
#[derive(Clone)]
pub(super) struct Given {
    pub form: ServiceForm,
    pub on: Date,
    pub taken_back: bool,
    /// The paper or the visit that it comes of; none: it is recorded as it is.
    pub source: Option<Source>,
}

/// What a service comes of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A permit that was issued to the resident of this number.
    Permit(u64),
    /// A mentor's visit.
    Visit,
}

impl Given {
    /// A service of a stage on a day.
    pub fn of(stage: StageKind, on: Date, state: State, taken_back: bool) -> Self {
        let form = ServiceForm {
            stage: stage.word().to_owned(),
            occurred_on: on.to_string(),
            state: state.word().to_owned(),
            ..ServiceForm::default()
        };
        Self { form, on, taken_back, source: None }
    }

    /// The same, coming of a permit or a visit where its stage is reached by one.
    pub fn of_its_source(self, stage: StageKind, state: State, number: u64) -> Self {
        let source = if stage == StageKind::Licensing {
            Some(Source::Permit(number))
        } else {
            (stage == StageKind::Mentoring).then_some(Source::Visit)
        };
        let source = source.filter(|_| state == State::Completed);
        Self { source, ..self }
    }
}

/// None of these is the agency of a published scene.
const OTHERS: [&str; 4] = ["nakertransgi", "kpkp", "parekraf", "sosial"];

impl Resident {
    /// Somebody whom one agency registered.
    pub fn at_one(form: RegistrationForm, on: Date, services: Vec<Given>) -> Self {
        Self { files: vec![File { form, on, services }] }
    }

    /// Some people come to a second agency later, and get a training there.
    pub fn at_another_agency(&mut self, chance: &mut Chance) {
        let (Some(first), true) = (self.files.first(), chance.permille(30)) else { return };
        let Some(agency) = chance.pick(&OTHERS).filter(|agency| *agency != first.form.agency)
        else {
            return;
        };
        let on = chance.day(first.on, later(first.on, 200));
        let mut form = first.form.clone();
        agency.clone_into(&mut form.agency);
        form.registered_on = on.to_string();
        let training = chance.day(on, later(on, 90));
        let services = vec![Given::of(StageKind::Training, training, State::Completed, false)];
        self.files.push(File { form, on, services });
    }
}

/// Where somebody lives and who registers them, when.
pub(super) struct Coming {
    /// Over all scenes, so that no two residents have one NIK.
    pub number: u64,
    pub agency: Agency,
    pub area: RegionCode,
    pub on: Date,
}

const FIRST_BIRTH: Date = date(1958, 1, 1);
/// Everybody is of age when the programme begins.
const BIRTH_DAYS: u64 = 15_000;
/// Real serials begin at 0001 and hardly reach a hundred: these are nobody's.
const LAST_SERIAL: u64 = 9_999;
/// Some came from outside Jakarta and kept their NIK.
const ELSEWHERE: [&str; 6] = ["327103", "327604", "367105", "327508", "330211", "137106"];

const TRADES: [(BusinessType, usize); 5] = [
    (BusinessType::Kuliner, 52),
    (BusinessType::Fesyen, 16),
    (BusinessType::Kerajinan, 10),
    (BusinessType::Jasa, 14),
    (BusinessType::Lainnya, 8),
];
const CHANNELS: [(Channel, usize); 3] =
    [(Channel::Counter, 60), (Channel::Field, 15), (Channel::Online, 25)];
const GROUPS: [(TargetGroup, usize); 3] =
    [(TargetGroup::JobSeeker, 60), (TargetGroup::PoorFamily, 30), (TargetGroup::Disability, 10)];

impl Coming {
    /// The registration of whoever comes.
    pub fn form(&self, chance: &mut Chance) -> RegistrationForm {
        let sex = if chance.permille(610) { Sex::Female } else { Sex::Male };
        let nik = self.nik(chance, sex);
        let only_kecamatan = chance.permille(15);
        let kecamatan = self.area.kecamatan().unwrap_or(self.area);
        RegistrationForm {
            nik,
            name: names::name(chance, sex),
            phone: if chance.permille(860) { self.phone() } else { String::new() },
            kelurahan: if only_kecamatan { String::new() } else { self.area.to_string() },
            kecamatan: if only_kecamatan { kecamatan.to_string() } else { String::new() },
            address: address(chance),
            business_type: word(chance.weighed(&TRADES).map(BusinessType::word)),
            has_business: Some(chance.permille(430)),
            target_groups: groups(chance),
            agency: self.agency.to_string(),
            channel: word(chance.weighed(&CHANNELS).map(Channel::word)),
            registered_on: self.on.to_string(),
            consent: true,
            ..RegistrationForm::default()
        }
    }

    /// Born on a day that the number tells; a serial that nobody of that day has.
    fn nik(&self, chance: &mut Chance, sex: Sex) -> String {
        // Coprime to the number of days, so that neighbours are not of one age.
        let day = self.number.wrapping_mul(7_919) % BIRTH_DAYS;
        let born = later(FIRST_BIRTH, usize::try_from(day).unwrap_or_default());
        let serial = LAST_SERIAL - self.number / BIRTH_DAYS % LAST_SERIAL;
        let day = born.day() + if sex == Sex::Female { 40 } else { 0 };
        let home = self.area.kecamatan().unwrap_or(self.area).digits();
        let issued = if chance.permille(15) { chance.pick(&ELSEWHERE) } else { None };
        let issued = issued.map_or(home, str::to_owned);
        format!("{issued}{day:02}{:02}{:02}{serial:04}", born.month(), born.year() % 100)
    }

    /// A number that no network has given out; a few families share one.
    fn phone(&self) -> String {
        let shared = if self.number.is_multiple_of(251) {
            self.number.saturating_sub(1)
        } else {
            self.number
        };
        format!("0810{shared:08}")
    }
}

fn address(chance: &mut Chance) -> String {
    let (rt, rw) = (1 + chance.below(15), 1 + chance.below(12));
    format!("RT {rt:03}/RW {rw:03}")
}

fn groups(chance: &mut Chance) -> Vec<String> {
    if !chance.permille(90) {
        return Vec::new();
    }
    chance.weighed(&GROUPS).into_iter().map(|group| group.word().to_owned()).collect()
}

fn word(word: Option<&'static str>) -> String {
    word.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    use super::*;
    use rules::Nik;

    fn coming(number: u64) -> RegistrationForm {
        let area = "31.73.05.1001".parse().expect("a region");
        let agency = Agency::parse("ppkukm").expect("an agency");
        let coming = Coming { number, agency, area, on: date(2022, 1, 3) };
        coming.form(&mut Chance::of(1, 1, number))
    }

    #[test]
    fn no_two_residents_have_one_nik_and_every_nik_tells_its_bearer() {
        let mut seen = std::collections::HashSet::new();
        for number in 0..40_000 {
            let form = coming(number);
            let nik = Nik::parse(&form.nik).expect("a NIK");
            assert!(nik.birth_date(date(2022, 1, 3)).is_some(), "{}", form.nik);
            assert!(nik.sex().is_some());
            assert!(seen.insert(form.nik));
        }
    }
}
