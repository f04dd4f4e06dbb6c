//! What growth figures are asked for: whose businesses, as at when, by which definition, grouped by what.
use crate::{
    Code, FieldError, House,
    reports::narrowing::{agency, area, date, position, read, word},
};
use rules::{
    Agency, Date, RegionCode, UserId,
    growth::{Indicator, Need, Terms},
};

/// A question about growth, before anybody's scope narrows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The last day that counts; today when not given.
    pub as_at: Option<Date>,
    /// The journal position up to which it is known; now when not given.
    pub known_at: Option<i64>,
    /// Businesses whose owner lives in this area.
    pub area: Option<RegionCode>,
    /// Records of this agency.
    pub agency: Option<Agency>,
    /// In the caseload of this mentor on the day.
    pub mentor: Option<UserId>,
    /// Registered on this day or later.
    pub registered_from: Option<Date>,
    /// Registered on this day or earlier.
    pub registered_to: Option<Date>,
    /// Of whom this is not known: a part of where the owner lives, or a mentor, whom they do not have.
    pub unknown: Option<By>,
    /// Up to two dimensions.
    pub by: Vec<By>,
    /// What counts as moving up.
    pub definition: Definition,
    /// The terms of the programme's definition, and of the indicators in both.
    pub terms: Terms,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            as_at: None,
            known_at: None,
            area: None,
            agency: None,
            mentor: None,
            registered_from: None,
            registered_to: None,
            unknown: None,
            by: Vec::new(),
            definition: Definition::Programme,
            terms: Terms::USUAL,
        }
    }
}

/// What counts as moving up (BR-29).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Definition {
    /// Growth against the baseline, by indicators and a threshold.
    Programme,
    /// The size class of the law rises.
    Class,
}

impl Definition {
    /// Both, the usual one first.
    pub const ALL: [Self; 2] = [Self::Programme, Self::Class];

    /// The word in addresses and answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Class => "class",
        }
    }

    /// The definition with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// A dimension to group by; places and mentors are those of the day asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The city where the owner lives.
    City,
    /// The kecamatan where the owner lives.
    Kecamatan,
    /// The kelurahan where the owner lives.
    Kelurahan,
    /// The agency that registered.
    Agency,
    /// The mentor.
    Mentor,
    /// The year of registration: the cohort.
    Year,
}

impl By {
    /// Every dimension.
    pub const ALL: [Self; 6] =
        [Self::City, Self::Kecamatan, Self::Kelurahan, Self::Agency, Self::Mentor, Self::Year];

    /// The word in addresses and answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::City => "area:city",
            Self::Kecamatan => "area:kecamatan",
            Self::Kelurahan => "area:kelurahan",
            Self::Agency => "agency",
            Self::Mentor => "mentor",
            Self::Year => "year",
        }
    }

    /// The one with this word on which a business may have no place.
    pub fn unknown_of_word(word: &str) -> Option<Self> {
        Self::of_word(word).filter(|by| match by {
            Self::City | Self::Kecamatan | Self::Kelurahan | Self::Mentor => true,
            Self::Agency | Self::Year => false,
        })
    }

    /// The dimension with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.word() == word)
    }
}

/// A question as it stands in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GrowthWords {
    /// The last day that counts, `YYYY-MM-DD`; today when not given.
    pub as_at: Option<String>,
    /// The journal position up to which it is known.
    pub known_at: Option<String>,
    /// A region code: `31.73` or `31.73.05`.
    pub area: Option<String>,
    /// An agency code.
    pub agency: Option<String>,
    /// A mentor's account.
    pub mentor: Option<String>,
    /// Registered on this day or later.
    pub registered_from: Option<String>,
    /// Registered on this day or earlier.
    pub registered_to: Option<String>,
    /// Up to two of `area:city`, `area:kecamatan`, `area:kelurahan`, `agency`, `mentor`, `year`, separated
    /// by commas.
    pub by: Option<String>,
    /// `programme` (default): growth against the baseline; `class`: the size class of the law rises.
    pub definition: Option<String>,
    /// Which of `turnover`, `assets`, `workers` decide, separated by commas; all when not given.
    pub indicators: Option<String>,
    /// `any` (default) or `all` of them must have risen.
    pub need: Option<String>,
    /// By how many percent of the baseline a value must change to have risen or fallen; 10 when not given.
    pub threshold: Option<String>,
    /// Of lists: of whom this dimension is not known.
    #[serde(skip)]
    #[param(ignore)]
    pub unknown: Option<String>,
}

impl GrowthWords {
    /// Understands the question, or says what is wrong with each part.
    pub fn understand(&self, house: &House) -> Result<Asked, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let usual = Terms::USUAL;
        let asked = Asked {
            as_at: read(&mut wrong, "as_at", self.as_at.as_deref(), date),
            known_at: read(&mut wrong, "known_at", self.known_at.as_deref(), position),
            area: read(&mut wrong, "area", self.area.as_deref(), |text| area(house, text)),
            agency: read(&mut wrong, "agency", self.agency.as_deref(), |text| agency(house, text)),
            mentor: read(&mut wrong, "mentor", self.mentor.as_deref(), |text| {
                text.parse().map_err(|_| Code::Word)
            }),
            registered_from: read(
                &mut wrong,
                "registered_from",
                self.registered_from.as_deref(),
                date,
            ),
            registered_to: read(&mut wrong, "registered_to", self.registered_to.as_deref(), date),
            unknown: read(
                &mut wrong,
                "unknown",
                self.unknown.as_deref(),
                word(By::unknown_of_word),
            ),
            by: read(&mut wrong, "by", self.by.as_deref(), dimensions).unwrap_or_default(),
            definition: read(
                &mut wrong,
                "definition",
                self.definition.as_deref(),
                word(Definition::of_word),
            )
            .unwrap_or(Definition::Programme),
            terms: Terms {
                indicators: read(&mut wrong, "indicators", self.indicators.as_deref(), indicators)
                    .unwrap_or(usual.indicators),
                need: read(&mut wrong, "need", self.need.as_deref(), word(Need::of_word))
                    .unwrap_or(usual.need),
                threshold_percent: read(
                    &mut wrong,
                    "threshold",
                    self.threshold.as_deref(),
                    threshold,
                )
                .unwrap_or(usual.threshold_percent),
                ..usual
            },
        };
        if wrong.is_empty() { Ok(asked) } else { Err(wrong) }
    }
}

/// A thousand percent is more than anybody asks for.
fn threshold(text: &str) -> Result<u16, Code> {
    text.parse().ok().filter(|percent| (0..=1000).contains(percent)).ok_or(Code::Number)
}

fn indicators(text: &str) -> Result<[bool; 3], Code> {
    let mut decide = [false; 3];
    for one in words_of(text) {
        decide[Indicator::of_word(one).ok_or(Code::Word)?.index()] = true;
    }
    if decide.contains(&true) { Ok(decide) } else { Err(Code::Word) }
}

fn dimensions(text: &str) -> Result<Vec<By>, Code> {
    let by: Vec<By> =
        words_of(text).map(|one| By::of_word(one).ok_or(Code::Word)).collect::<Result<_, _>>()?;
    match by[..] {
        [] | [_] => Ok(by),
        [first, second] if first != second => Ok(by),
        _ => Err(Code::Dimensions),
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|one| !one.is_empty())
}
