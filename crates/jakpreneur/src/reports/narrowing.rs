//! What a figure is asked for: whose records, as at when, grouped by what.
use crate::{Code, FieldError, House};
use rules::{Agency, BusinessType, Channel, Date, Found, RegionCode, Scheme, Sex, Track};

/// A figure's question, before anybody's scope narrows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// The last day that counts; today when not given.
    pub as_at: Option<Date>,
    /// The journal position up to which it is known; now when not given.
    pub known_at: Option<i64>,
    /// Records of this area: a city, kecamatan or kelurahan.
    pub area: Option<RegionCode>,
    /// Records of this agency.
    pub agency: Option<Agency>,
    /// Of this sex.
    pub sex: Option<Sex>,
    /// On this track.
    pub track: Option<Track>,
    /// In this trade.
    pub business_type: Option<BusinessType>,
    /// Through this channel.
    pub channel: Option<Channel>,
    /// Registered on this day or later.
    pub registered_from: Option<Date>,
    /// Registered on this day or earlier.
    pub registered_to: Option<Date>,
    /// Of whom these are not known: a part of the area, or the sex.
    pub unknown: Vec<By>,
    /// Whose stage numbers are used.
    pub scheme: Scheme,
    /// Up to three dimensions.
    pub by: Vec<By>,
}

/// A dimension to group by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum By {
    /// The city of the member's area.
    City,
    /// The kecamatan of the member's area.
    Kecamatan,
    /// The kelurahan of the member's area.
    Kelurahan,
    /// The agency that registered.
    Agency,
    /// The trade.
    BusinessType,
    /// The sex.
    Sex,
    /// The track.
    Track,
    /// The channel.
    Channel,
    /// The month of registration.
    Month,
    /// The year of registration.
    Year,
}

impl By {
    /// Every dimension.
    pub const ALL: [Self; 10] = [
        Self::City,
        Self::Kecamatan,
        Self::Kelurahan,
        Self::Agency,
        Self::BusinessType,
        Self::Sex,
        Self::Track,
        Self::Channel,
        Self::Month,
        Self::Year,
    ];

    /// The word in addresses and answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::City => "area:city",
            Self::Kecamatan => "area:kecamatan",
            Self::Kelurahan => "area:kelurahan",
            Self::Agency => "agency",
            Self::BusinessType => "business_type",
            Self::Sex => "sex",
            Self::Track => "track",
            Self::Channel => "channel",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// Whether a record may have no place on it.
    pub fn may_be_unknown(self) -> bool {
        match self {
            Self::City | Self::Kecamatan | Self::Kelurahan | Self::Sex => true,
            Self::Agency
            | Self::BusinessType
            | Self::Track
            | Self::Channel
            | Self::Month
            | Self::Year => false,
        }
    }

    /// The dimension with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.word() == word)
    }
}

/// A question as it stands in an address or on the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Words {
    /// The last day that counts, `YYYY-MM-DD`; today when not given.
    pub as_at: Option<String>,
    /// The journal position up to which it is known.
    pub known_at: Option<String>,
    /// A region code: `31.73` or `31.73.05`.
    pub area: Option<String>,
    /// An agency code.
    pub agency: Option<String>,
    /// `female` or `male`.
    pub sex: Option<String>,
    /// `starter` or `established`.
    pub track: Option<String>,
    /// `kuliner`, `fesyen`, `kerajinan`, `jasa` or `lainnya`.
    pub business_type: Option<String>,
    /// `counter`, `field`, `online` or `import`.
    pub channel: Option<String>,
    /// Registered on this day or later.
    pub registered_from: Option<String>,
    /// Registered on this day or earlier.
    pub registered_to: Option<String>,
    /// `pergub` (default) or `jakbar2022`.
    pub scheme: Option<String>,
    /// Up to three dimensions, separated by commas.
    pub by: Option<String>,
    /// Of lists: of whom these dimensions are not known, separated by commas.
    #[serde(skip)]
    #[param(ignore)]
    pub unknown: Option<String>,
}

impl Words {
    /// Understands the question, or says what is wrong with each part.
    pub fn understand(&self, house: &House) -> Result<Narrowing, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let narrowing = Narrowing {
            as_at: read(&mut wrong, "as_at", self.as_at.as_deref(), date),
            known_at: read(&mut wrong, "known_at", self.known_at.as_deref(), position),
            area: read(&mut wrong, "area", self.area.as_deref(), |text| area(house, text)),
            agency: read(&mut wrong, "agency", self.agency.as_deref(), |text| agency(house, text)),
            sex: read(&mut wrong, "sex", self.sex.as_deref(), word(Sex::of_word)),
            track: read(&mut wrong, "track", self.track.as_deref(), word(Track::of_word)),
            business_type: read(
                &mut wrong,
                "business_type",
                self.business_type.as_deref(),
                word(BusinessType::of_word),
            ),
            channel: read(&mut wrong, "channel", self.channel.as_deref(), word(Channel::of_word)),
            registered_from: read(
                &mut wrong,
                "registered_from",
                self.registered_from.as_deref(),
                date,
            ),
            registered_to: read(&mut wrong, "registered_to", self.registered_to.as_deref(), date),
            scheme: read(&mut wrong, "scheme", self.scheme.as_deref(), word(Scheme::of_word))
                .unwrap_or(Scheme::Pergub),
            by: read(&mut wrong, "by", self.by.as_deref(), dimensions).unwrap_or_default(),
            unknown: read(&mut wrong, "unknown", self.unknown.as_deref(), unknown)
                .unwrap_or_default(),
        };
        if wrong.is_empty() { Ok(narrowing) } else { Err(wrong) }
    }
}

pub(crate) fn read<T>(
    wrong: &mut Vec<FieldError>,
    field: &'static str,
    text: Option<&str>,
    read: impl FnOnce(&str) -> Result<T, Code>,
) -> Option<T> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    read(text).map_err(|code| wrong.push(FieldError::new(field, code))).ok()
}

pub(crate) fn date(text: &str) -> Result<Date, Code> {
    rules::date::parse_officer(text).map_err(|_| Code::Date)
}

pub(crate) fn position(text: &str) -> Result<i64, Code> {
    text.parse().ok().filter(|position| *position >= 0).ok_or(Code::Position)
}

pub(crate) fn area(house: &House, text: &str) -> Result<RegionCode, Code> {
    if let Ok(code) = RegionCode::parse(text) {
        return house.regions.get(code).map(|region| region.code).ok_or(Code::Region);
    }
    match house.regions.find_kecamatan(text) {
        Found::One(code) => Ok(code),
        Found::Several => Err(Code::RegionAmbiguous),
        Found::None => Err(Code::Region),
    }
}

pub(crate) fn agency(house: &House, text: &str) -> Result<Agency, Code> {
    Agency::parse(text).ok().filter(|agency| house.knows(agency)).ok_or(Code::Agency)
}

pub(crate) fn word<T>(of_word: impl Fn(&str) -> Option<T>) -> impl FnOnce(&str) -> Result<T, Code> {
    move |text| of_word(text).ok_or(Code::Word)
}

fn unknown(text: &str) -> Result<Vec<By>, Code> {
    let by = dimensions(text)?;
    if by.iter().all(|by| by.may_be_unknown()) { Ok(by) } else { Err(Code::Word) }
}

fn dimensions(text: &str) -> Result<Vec<By>, Code> {
    let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
    let by: Vec<By> =
        words.map(|word| By::of_word(word).ok_or(Code::Word)).collect::<Result<_, _>>()?;
    let distinct = by.iter().collect::<std::collections::HashSet<_>>().len();
    if by.len() > 3 || distinct < by.len() { Err(Code::Dimensions) } else { Ok(by) }
}
