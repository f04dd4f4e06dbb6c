//! A correction as typed, and as it is understood: what would be different of a record.
use super::{
    MemberRow,
    form::{ADDRESS, Reading, RegistrationForm, name_code, nik_code, officer_date, one, word},
};
use crate::{Code, FieldError, House, Problem, privacy::Identity};
use rules::{
    BusinessType, Date, Email, Level, Nik, PersonName, Phone, RegionCode, Sex, TargetGroup, Track,
    correction::Field,
};

/// A correction as typed: by page or API. What is none stays as it is; an empty text takes a value away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorrectionForm {
    /// National identity number.
    pub nik: Option<String>,
    /// Name as on the card.
    pub name: Option<String>,
    /// Empty: as read from the NIK.
    pub birth_date: Option<String>,
    /// May not be taken away once known.
    pub sex: Option<String>,
    /// For calls.
    pub phone: Option<String>,
    /// For letters.
    pub email: Option<String>,
    /// Street, RT and RW.
    pub address: Option<String>,
    /// Words of target groups.
    pub target_groups: Option<Vec<String>>,
    /// Code or name of the kelurahan; a kecamatan's code where the kelurahan is not known.
    pub kelurahan: Option<String>,
    /// Code or name of the responsible kecamatan.
    pub office: Option<String>,
    /// Whether they run a business already: decides the track.
    pub has_business: Option<bool>,
    /// The trade.
    pub business_type: Option<String>,
    /// When the registration happened.
    pub registered_on: Option<String>,
    /// From when the new place holds; empty where the old one was a mistake.
    pub moved_on: String,
    /// Why.
    pub reason: String,
}

/// What a record is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The responsible kecamatan.
    pub office: RegionCode,
    /// The kelurahan, or the kecamatan where it is not known.
    pub area: RegionCode,
    /// Female, male, or not known.
    pub sex: Option<Sex>,
    /// Starter or established.
    pub track: Track,
    /// The trade.
    pub business_type: BusinessType,
    /// When the registration happened.
    pub registered_on: Date,
    /// The values that identify.
    pub identity: Identity,
}

/// A correction that is understood.
#[derive(Clone, Debug)]
pub struct Correction {
    /// What the record says now.
    pub before: Statement,
    /// What it is to say.
    pub after: Statement,
    /// From when the new place holds; none where the old one was a mistake.
    pub moved_on: Option<Date>,
    /// Why.
    pub reason: String,
}

impl Statement {
    /// What a record says.
    pub fn of(row: &MemberRow, identity: Identity) -> Self {
        Self {
            office: row.office,
            area: row.area,
            sex: row.sex,
            track: row.track,
            business_type: row.business_type,
            registered_on: row.registered_on,
            identity,
        }
    }

    /// Whether both say the same of a field.
    pub fn agrees(&self, other: &Self, field: Field) -> bool {
        let (one, two) = (&self.identity, &other.identity);
        match field {
            Field::Nik => one.nik == two.nik,
            Field::Name => one.name == two.name,
            Field::BirthDate => one.birth_date == two.birth_date,
            Field::Phone => one.phone == two.phone,
            Field::Email => one.email == two.email,
            Field::Address => one.address == two.address,
            Field::TargetGroups => sorted(one) == sorted(two),
            Field::Sex => self.sex == other.sex,
            Field::Kelurahan => self.area == other.area,
            Field::Office => self.office == other.office,
            Field::Track => self.track == other.track,
            Field::BusinessType => self.business_type == other.business_type,
            Field::RegisteredOn => self.registered_on == other.registered_on,
        }
    }

    /// What is different between both.
    pub fn differences(&self, other: &Self) -> Vec<Field> {
        Field::ALL.into_iter().filter(|field| !self.agrees(other, *field)).collect()
    }
}

fn sorted(identity: &Identity) -> Vec<TargetGroup> {
    let mut groups = identity.target_groups.clone();
    groups.sort_unstable();
    groups
}

impl Correction {
    /// What would be different.
    pub fn fields(&self) -> Vec<Field> {
        self.before.differences(&self.after)
    }
}

/// The longest reason kept.
const REASON: usize = 1000;

impl CorrectionForm {
    /// Understands the form beside what the record says, or says what is wrong with every field that is.
    pub fn understand(&self, house: &House, before: Statement) -> Result<Correction, Problem> {
        let mut wrong = Vec::new();
        let mut read = Reading { wrong: &mut wrong };
        let identity = self.identity(&mut read, &before.identity);
        let after = self.statement(house, &mut read, &before, identity);
        let moved_on = read.optional("moved_on", &self.moved_on, officer_date);
        if self.reason.chars().count() > REASON {
            wrong.push(FieldError::new("reason", Code::Long));
        }
        match (after, moved_on) {
            (Some(after), Some(moved_on)) if wrong.is_empty() => {
                let after = with_nik(house, &before, after);
                let reason = self.reason.trim().to_owned();
                Ok(Correction { before, after, moved_on, reason })
            }
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn identity(&self, read: &mut Reading<'_>, before: &Identity) -> Option<Identity> {
        let nik = changed(self.nik.as_deref(), &before.nik, |text| {
            read.value("nik", Nik::parse(text).map_err(nik_code))
        });
        let name = changed(self.name.as_deref(), &before.name, |text| {
            read.value("name", PersonName::parse(text).map_err(|_| name_code(text)))
        });
        let birth_date = changed(self.birth_date.as_deref(), &before.birth_date, |text| {
            read.optional("birth_date", text, officer_date)
        });
        let phone = changed(self.phone.as_deref(), &before.phone, |text| {
            read.optional("phone", text, |text| Phone::parse(text).map_err(|_| Code::Phone))
        });
        let email = changed(self.email.as_deref(), &before.email, |text| {
            read.optional("email", text, |text| Email::parse(text).map_err(|_| Code::Email))
        });
        let address = changed(self.address.as_deref(), &before.address, |text| {
            read.optional("address", text, |text| {
                if text.chars().count() > ADDRESS { Err(Code::Long) } else { Ok(text.to_owned()) }
            })
        });
        let target_groups = match &self.target_groups {
            None => Some(before.target_groups.clone()),
            Some(words) => {
                let target_groups = words.clone();
                let form = RegistrationForm { target_groups, ..RegistrationForm::default() };
                read.value("target_groups", form.groups())
            }
        };
        Some(Identity {
            nik: nik?,
            name: name?,
            birth_date: birth_date?,
            phone: phone?,
            email: email?,
            address: address?,
            target_groups: target_groups?,
        })
    }

    fn statement(
        &self,
        house: &House,
        read: &mut Reading<'_>,
        before: &Statement,
        identity: Option<Identity>,
    ) -> Option<Statement> {
        let sex = changed(self.sex.as_deref(), &before.sex, |text| {
            let sex = read.optional("sex", text, word(Sex::parse_officer))?;
            match (sex, before.sex) {
                (None, Some(_)) => read.value("sex", Err(Code::Empty)),
                (sex, _) => Some(sex),
            }
        });
        let business_type = changed(self.business_type.as_deref(), &before.business_type, |text| {
            read.value("business_type", word(BusinessType::parse_officer)(text))
        });
        let registered_on = changed(self.registered_on.as_deref(), &before.registered_on, |text| {
            read.value("registered_on", officer_date(text))
        });
        let area = changed(self.kelurahan.as_deref(), &before.area, |text| {
            read.value("kelurahan", area(house, text, before.area))
        });
        let office = changed(self.office.as_deref(), &before.office, |text| {
            read.value("office", one(house.regions.find_kecamatan(text), Code::Region))
        });
        let track = self
            .has_business
            .map_or(before.track, |has| if has { Track::Established } else { Track::Starter });
        Some(Statement {
            office: office?,
            area: area?,
            sex: sex?,
            track,
            business_type: business_type?,
            registered_on: registered_on?,
            identity: identity?,
        })
    }
}

/// The value as it is, or as the text says.
fn changed<T: Clone>(
    text: Option<&str>,
    now: &T,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    text.map_or_else(|| Some(now.clone()), |text| read(text.trim()))
}

/// A kelurahan by code or name; its namesakes elsewhere do not matter when it is in the same kecamatan.
fn area(house: &House, text: &str, before: RegionCode) -> Result<RegionCode, Code> {
    let code = text.parse::<RegionCode>().ok();
    let whole_kecamatan = code.filter(|code| code.level() == Level::Kecamatan);
    let form = RegistrationForm {
        kelurahan: if whole_kecamatan.is_some() { String::new() } else { text.to_owned() },
        kecamatan: whole_kecamatan.map(|code| code.to_string()).unwrap_or_default(),
        ..RegistrationForm::default()
    };
    let found = form.area(house);
    if found != Err(Code::RegionAmbiguous) {
        return found;
    }
    let here = before.kecamatan().map(|code| code.to_string()).unwrap_or_default();
    RegistrationForm { kecamatan: here, ..form }.area(house).map_err(|_| Code::RegionAmbiguous)
}

/// What was read from the wrong NIK follows the right one, unless the correction says otherwise.
fn with_nik(house: &House, before: &Statement, mut after: Statement) -> Statement {
    let (old, new) = (&before.identity.nik, after.identity.nik.clone());
    if *old != new {
        let (read, today) = (&before.identity, house.today());
        let from_nik = read.birth_date == old.birth_date(today);
        if from_nik && after.identity.birth_date == read.birth_date {
            after.identity.birth_date = new.birth_date(today).or(read.birth_date);
        }
        if before.sex == old.sex() && after.sex == before.sex {
            after.sex = new.sex().or(before.sex);
        }
    }
    if after.identity.birth_date.is_none() {
        after.identity.birth_date = new.birth_date(house.today());
    }
    after
}
