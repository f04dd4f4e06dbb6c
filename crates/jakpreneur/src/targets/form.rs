//! A target as typed, and as understood.
use crate::{Code, FieldError, House, Problem, staff::Officer};
use rules::{
    Agency, Level, RegionCode, number,
    targets::{CountingRule, Indicator, MOST, Period},
};

/// The longest basis and the longest reason.
pub(super) const LONGEST: usize = 300;

/// A target as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetForm {
    /// What it counts.
    pub indicator: String,
    /// Whose; empty for all agencies together.
    pub agency: String,
    /// Where; a code, or the name of a kecamatan.
    pub area: String,
    /// `2018-2022`, `2020`, `2020-Q4`, `2020-12`.
    pub period: String,
    /// Persons to reach.
    pub target: String,
    /// What it rests on; may be empty, which the board of data quality shows.
    pub basis: String,
    /// How it is counted.
    pub rule: String,
}

/// A target that is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it counts.
    pub indicator: Indicator,
    /// Whose; none for all agencies together.
    pub agency: Option<Agency>,
    /// Where.
    pub area: RegionCode,
    /// When.
    pub period: Period,
    /// How it is counted.
    pub rule: CountingRule,
    /// Persons to reach.
    pub target: u64,
    /// What it rests on.
    pub basis: String,
}

impl TargetForm {
    /// Reads every field, and tells all that are wrong.
    pub fn understand(&self, house: &House, officer: &Officer) -> Result<Draft, Problem> {
        let mut wrong = Vec::new();
        let indicator = worded(&mut wrong, "indicator", &self.indicator, Indicator::known_as);
        let rule = worded(&mut wrong, "rule", &self.rule, CountingRule::known_as);
        let period = worded(&mut wrong, "period", &self.period, Period::parse_officer);
        let agency = note(&mut wrong, "agency", self.agency(house, officer));
        let area = note(&mut wrong, "area", self.area(house));
        let target = note(&mut wrong, "target", persons(&self.target));
        let basis = note(&mut wrong, "basis", sentence(&self.basis));
        if let (Some(agency), Some(area)) = (&agency, area)
            && let Err(code) = within(officer, agency.as_ref(), area)
        {
            wrong.push(FieldError::new("area", code));
        }
        match (indicator, rule, period, agency, area, target, basis) {
            (
                Some(indicator),
                Some(rule),
                Some(period),
                Some(agency),
                Some(area),
                Some(target),
                Some(basis),
            ) if wrong.is_empty() => {
                Ok(Draft { indicator, agency, area, period, rule, target, basis })
            }
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn agency(&self, house: &House, officer: &Officer) -> Result<Option<Agency>, Code> {
        let typed = self.agency.trim();
        if typed.is_empty() {
            return if officer.scope.agency().is_none() {
                Ok(None)
            } else {
                Err(Code::OutsideScope)
            };
        }
        let agency = Agency::parse(&typed.to_lowercase()).map_err(|_| Code::Agency)?;
        if !house.knows(&agency) {
            return Err(Code::Agency);
        }
        if officer.scope.covers_agency(&agency) {
            Ok(Some(agency))
        } else {
            Err(Code::OutsideScope)
        }
    }

    fn area(&self, house: &House) -> Result<RegionCode, Code> {
        let typed = self.area.trim();
        if typed.is_empty() {
            return Err(Code::Empty);
        }
        let known = |code: RegionCode| house.regions.get(code).map(|region| region.code);
        let code = match RegionCode::parse(typed) {
            Ok(code) => known(code).ok_or(Code::Region)?,
            Err(_) => named(house, typed)?,
        };
        if code.level() == Level::Kelurahan { Err(Code::Region) } else { Ok(code) }
    }
}

/// The kecamatan, the city or the province of a name.
fn named(house: &House, typed: &str) -> Result<RegionCode, Code> {
    match house.regions.find_kecamatan(typed) {
        rules::Found::One(code) => return Ok(code),
        rules::Found::Several => return Err(Code::RegionAmbiguous),
        rules::Found::None => {}
    }
    let same = |name: &str| {
        let short = ["Kota Administrasi ", "Kabupaten Administrasi ", "Daerah Khusus Ibukota "];
        let short = short.iter().find_map(|before| name.strip_prefix(before));
        name.eq_ignore_ascii_case(typed) || short.is_some_and(|it| it.eq_ignore_ascii_case(typed))
    };
    let large = house.regions.all().iter().filter(|it| it.code.level() < Level::Kecamatan);
    let mut large = large.filter(|it| same(&it.name)).map(|it| it.code);
    large.next().ok_or(Code::Region)
}

impl Draft {
    /// Refuses what the officer may not set.
    pub(super) fn check(&self, officer: &Officer) -> Result<(), Problem> {
        let wrong = |code| Problem::Invalid(vec![FieldError::new("area", code)]);
        within(officer, self.agency.as_ref(), self.area).map_err(wrong)
    }
}

/// Whether the officer may set a target there.
fn within(officer: &Officer, agency: Option<&Agency>, area: RegionCode) -> Result<(), Code> {
    let reaches = match agency {
        Some(agency) => officer.scope.covers(agency, area),
        None => {
            officer.scope.agency().is_none()
                && officer.scope.area().is_none_or(|own| area.within(&own))
        }
    };
    if reaches { Ok(()) } else { Err(Code::OutsideScope) }
}

/// How many persons, as an officer writes it.
pub(super) fn persons(typed: &str) -> Result<u64, Code> {
    if typed.trim().is_empty() {
        return Err(Code::Empty);
    }
    number::whole(typed).filter(|number| *number <= MOST).ok_or(Code::Number)
}

/// A sentence without spare spaces.
pub(super) fn sentence(typed: &str) -> Result<String, Code> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > LONGEST { Err(Code::Long) } else { Ok(text) }
}

fn worded<T>(
    wrong: &mut Vec<FieldError>,
    field: &'static str,
    typed: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let code = if typed.trim().is_empty() { Code::Empty } else { Code::Word };
    note(wrong, field, read(typed).ok_or(code))
}

fn note<T>(wrong: &mut Vec<FieldError>, field: &'static str, read: Result<T, Code>) -> Option<T> {
    read.map_err(|code| wrong.push(FieldError::new(field, code))).ok()
}
