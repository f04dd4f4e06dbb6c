//! What an officer or a system sends to register somebody, as typed, and as it is understood.
use crate::{Code, FieldError, House, Problem, staff::Officer};
use rules::{
    Agency, BusinessType, Channel, Date, Email, Found, Level, Nik, PersonName, Phone, RegionCode,
    Sex, TargetGroup, Track, nik,
};
use uuid::Uuid;

/// A registration as typed: by page, API or file. Every field is text until it is understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegistrationForm {
    /// National identity number; spaces, dots and dashes do not matter.
    pub nik: String,
    /// Name as on the card.
    pub name: String,
    /// Empty: as read from the NIK.
    pub birth_date: String,
    /// Empty: as read from the NIK.
    pub sex: String,
    /// May be empty.
    pub phone: String,
    /// May be empty.
    pub email: String,
    /// Code or name; empty where only the kecamatan is known.
    pub kelurahan: String,
    /// Code or name; needed where the kelurahan's name is not enough, or is missing.
    pub kecamatan: String,
    /// Street, RT and RW; may be empty.
    pub address: String,
    /// The trade.
    pub business_type: String,
    /// Whether they run a business already: decides the track (S0).
    pub has_business: Option<bool>,
    /// Words of target groups.
    pub target_groups: Vec<String>,
    /// The agency that registers; empty: the officer's own.
    pub agency: String,
    /// The responsible kecamatan; empty: the officer's own, else the kelurahan's.
    pub office: String,
    /// How it came in; empty: `counter`.
    pub channel: String,
    /// Empty: today.
    pub registered_on: String,
    /// Whether the resident consented.
    pub consent: bool,
    /// Whether a guardian consented, for a minor (BR-8).
    pub guardian_consent: bool,
}

/// A registration that is understood.
#[derive(Clone, Debug)]
pub struct Registration {
    /// National identity number.
    pub nik: Nik,
    /// Name as on the card.
    pub name: PersonName,
    /// As stated, or as read from the NIK.
    pub birth_date: Option<Date>,
    /// Whether the birth date was stated rather than read from the NIK.
    pub birth_date_stated: bool,
    /// As stated, or as read from the NIK.
    pub sex: Option<Sex>,
    /// For calls.
    pub phone: Option<Phone>,
    /// For letters.
    pub email: Option<Email>,
    /// The kelurahan, or the kecamatan where it is not known.
    pub area: RegionCode,
    /// Street, RT and RW.
    pub address: Option<String>,
    /// The trade.
    pub business_type: BusinessType,
    /// Starter, or established when they run a business already.
    pub track: Track,
    /// Target groups.
    pub target_groups: Vec<TargetGroup>,
    /// The agency that registers.
    pub agency: Agency,
    /// The responsible kecamatan.
    pub office: RegionCode,
    /// How it came in.
    pub channel: Channel,
    /// When it happened.
    pub registered_on: Date,
    /// Whether the resident consented.
    pub consent: bool,
    /// Whether a guardian consented.
    pub guardian_consent: bool,
    /// The import it came with.
    pub import: Option<Uuid>,
}

/// The longest address kept.
pub(super) const ADDRESS: usize = 300;

impl RegistrationForm {
    /// Understands the form, or says what is wrong with every field that is.
    pub fn understand(&self, house: &House, officer: &Officer) -> Result<Registration, Problem> {
        officer.may(rules::Act::RegisterMember)?;
        let mut wrong = Vec::new();
        let registration = self.read(house, officer, &mut wrong);
        match registration {
            Some(registration) if wrong.is_empty() => Ok(registration),
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn read(
        &self,
        house: &House,
        officer: &Officer,
        wrong: &mut Vec<FieldError>,
    ) -> Option<Registration> {
        let mut read = Reading { wrong };
        let nik = read.value("nik", Nik::parse(&self.nik).map_err(nik_code));
        let name =
            read.value("name", PersonName::parse(&self.name).map_err(|_| name_code(&self.name)));
        let phone =
            read.optional("phone", &self.phone, |text| Phone::parse(text).map_err(|_| Code::Phone));
        let email =
            read.optional("email", &self.email, |text| Email::parse(text).map_err(|_| Code::Email));
        let stated = read.optional("birth_date", &self.birth_date, officer_date);
        let sex = read.optional("sex", &self.sex, word(Sex::parse_officer));
        let registered_on = read.optional("registered_on", &self.registered_on, officer_date);
        let registered_on = registered_on.map(|on| on.unwrap_or_else(|| house.today()));
        let area = read.value("kelurahan", self.area(house));
        let address = read.optional("address", &self.address, |text| {
            if text.chars().count() > ADDRESS { Err(Code::Long) } else { Ok(text.to_owned()) }
        });
        let business_type =
            read.optional("business_type", &self.business_type, word(BusinessType::parse_officer));
        let groups = read.value("target_groups", self.groups());
        let agency = read.value("agency", self.agency(house, officer));
        let channel = read.optional("channel", &self.channel, word(Channel::parse_officer));
        let office = area.map(|area| self.office(house, officer, area));
        let office = office.and_then(|office| read.value("office", office));
        let nik = nik?;
        let from_nik = nik.birth_date(house.today());
        Some(Registration {
            birth_date_stated: stated?.is_some(),
            birth_date: stated?.or(from_nik),
            sex: sex?.or_else(|| nik.sex()),
            nik,
            name: name?,
            phone: phone?,
            email: email?,
            area: area?,
            address: address?,
            business_type: business_type?.unwrap_or(BusinessType::Lainnya),
            track: if self.has_business == Some(true) {
                Track::Established
            } else {
                Track::Starter
            },
            target_groups: groups?,
            agency: agency?,
            office: office?,
            channel: channel?.unwrap_or(Channel::Counter),
            registered_on: registered_on?,
            consent: self.consent,
            guardian_consent: self.guardian_consent,
            import: None,
        })
    }

    pub(super) fn area(&self, house: &House) -> Result<RegionCode, Code> {
        let kecamatan = Some(self.kecamatan.trim()).filter(|name| !name.is_empty());
        if self.kelurahan.trim().is_empty() {
            let name = kecamatan.ok_or(Code::Empty)?;
            return one(house.regions.find_kecamatan(name), Code::Region);
        }
        match house.regions.find_kelurahan(&self.kelurahan, kecamatan) {
            Found::One(code) => Ok(code),
            Found::Several => Err(Code::RegionAmbiguous),
            Found::None => Err(self.why_no_kelurahan(house, kecamatan)),
        }
    }

    fn why_no_kelurahan(&self, house: &House, kecamatan: Option<&str>) -> Code {
        let elsewhere = house.regions.find_kelurahan(&self.kelurahan, None);
        if kecamatan.is_some() && elsewhere != Found::None {
            Code::RegionMismatch
        } else {
            Code::Region
        }
    }

    fn office(
        &self,
        house: &House,
        officer: &Officer,
        area: RegionCode,
    ) -> Result<RegionCode, Code> {
        let office = if self.office.trim().is_empty() {
            let own = officer.scope.area().filter(|own| own.level() == Level::Kecamatan);
            own.or(area.kecamatan()).ok_or(Code::Empty)?
        } else {
            one(house.regions.find_kecamatan(&self.office), Code::Region)?
        };
        let within = officer.scope.area().is_none_or(|own| office.within(&own));
        if within { Ok(office) } else { Err(Code::OutsideScope) }
    }

    fn agency(&self, house: &House, officer: &Officer) -> Result<Agency, Code> {
        let agency = if self.agency.trim().is_empty() {
            officer.scope.agency().copied().ok_or(Code::Empty)?
        } else {
            Agency::parse(&self.agency).map_err(|_| Code::Agency)?
        };
        if !house.knows(&agency) {
            return Err(Code::Agency);
        }
        if officer.scope.covers_agency(&agency) { Ok(agency) } else { Err(Code::OutsideScope) }
    }

    pub(super) fn groups(&self) -> Result<Vec<TargetGroup>, Code> {
        let words = self.target_groups.iter().filter(|group| !group.trim().is_empty());
        let mut groups: Vec<TargetGroup> = words
            .map(|group| TargetGroup::parse_officer(group).ok_or(Code::Word))
            .collect::<Result<_, _>>()?;
        groups.sort_unstable();
        groups.dedup();
        Ok(groups)
    }
}

/// Collects what is wrong while reading on, so that an officer sees all of it at once.
pub(super) struct Reading<'w> {
    pub wrong: &'w mut Vec<FieldError>,
}

impl Reading<'_> {
    pub fn value<T>(&mut self, field: &'static str, read: Result<T, Code>) -> Option<T> {
        read.map_err(|code| self.wrong.push(FieldError::new(field, code))).ok()
    }

    #[expect(clippy::option_option, reason = "wrong, not given and given are three things")]
    pub fn optional<T>(
        &mut self,
        field: &'static str,
        text: &str,
        read: impl FnOnce(&str) -> Result<T, Code>,
    ) -> Option<Option<T>> {
        let text = text.trim();
        if text.is_empty() {
            return Some(None);
        }
        self.value(field, read(text)).map(Some)
    }
}

/// The region a name leads to.
pub(super) fn one(found: Found, none: Code) -> Result<RegionCode, Code> {
    match found {
        Found::One(code) => Ok(code),
        Found::Several => Err(Code::RegionAmbiguous),
        Found::None => Err(none),
    }
}

pub(super) fn word<T>(read: impl Fn(&str) -> Option<T>) -> impl FnOnce(&str) -> Result<T, Code> {
    move |text| read(text).ok_or(Code::Word)
}

/// A date as officers write it.
pub fn officer_date(text: &str) -> Result<Date, Code> {
    rules::date::parse_officer(text).map_err(|_| Code::Date)
}

/// Why a NIK was refused.
pub fn nik_code(refused: nik::Refused) -> Code {
    match refused {
        nik::Refused::Empty => Code::Empty,
        nik::Refused::Short(missing) => Code::NikShort(missing),
        nik::Refused::Long(extra) => Code::NikLong(extra),
        nik::Refused::Characters => Code::NikCharacters,
    }
}

pub(super) fn name_code(name: &str) -> Code {
    if name.trim().is_empty() { Code::Empty } else { Code::Name }
}
