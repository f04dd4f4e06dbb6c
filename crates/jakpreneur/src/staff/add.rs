//! Making an account.
use super::{
    Scope, account, credential,
    password::{Hashed, Password},
};
use crate::{
    Code, FieldError, House, Problem,
    journal::{Asking, Change, Done, Event, Stamp, done_before, record},
};
use db::Tx;
use rules::{Act, Agency, Found, Level, Reach, RegionCode, Role, UserId};
use serde::{Deserialize, Serialize};

/// An account as typed.
#[derive(Clone, Default)]
pub struct AccountForm {
    /// 3 to 64 small letters, digits, dots, dashes and underscores.
    pub name: String,
    /// A role's word.
    pub role: String,
    /// The agency it belongs to; empty where the role reaches all.
    pub agency: String,
    /// The city or kecamatan it sits in, by code or a kecamatan's name; empty where the role reaches all.
    pub area: String,
    /// The first password.
    pub password: String,
}

/// An account that can be made.
#[derive(Debug)]
pub struct NewAccount {
    /// The name to sign in with.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The agency it is narrowed to.
    pub agency: Option<Agency>,
    /// The area it is narrowed to.
    pub area: Option<RegionCode>,
    /// The first password, to be hashed beside the requests.
    pub password: Password,
}

/// An account was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserAdded {
    /// The account.
    pub user: UserId,
    /// The name somebody signs in with.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// The one agency it reaches, if it is narrowed to one.
    pub agency: Option<Agency>,
    /// The one area it reaches, if it is narrowed to one.
    pub area: Option<RegionCode>,
}

impl Event for UserAdded {
    const ACT: &'static str = "user.add";
}

/// A name as it is kept: capitals and spaces around it do not count.
pub(super) fn as_typed(name: &str) -> String {
    name.trim().to_lowercase()
}

fn name(raw: &str) -> Result<String, Code> {
    let name = as_typed(raw);
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b);
    match name.len() {
        0 => Err(Code::Empty),
        3..=64 if name.bytes().all(allowed) => Ok(name),
        65.. => Err(Code::Long),
        _ => Err(Code::Name),
    }
}

impl AccountForm {
    /// Reads what was typed, or says every field that is wrong.
    pub fn understand(&self, house: &House) -> Result<NewAccount, Problem> {
        let mut wrong = Vec::new();
        let mut keep = |field, code| wrong.push(FieldError::new(field, code));
        let name = name(&self.name).map_err(|code| keep("name", code)).ok();
        let role = Role::named(&self.role).ok_or(Code::Word);
        let role = role.map_err(|code| keep("role", blank(&self.role, code))).ok();
        let reach = role.map_or(Reach::Everything, Role::reach);
        let agency = self.agency(house, reach).map_err(|code| keep("agency", code)).ok();
        let area = self.area(house, reach).map_err(|code| keep("area", code)).ok();
        let known_as = name.as_deref().unwrap_or_default();
        let password = Password::parse(&self.password, known_as);
        let password = password.map_err(|code| keep("password", code)).ok();
        match (name, role, agency, area, password) {
            (Some(name), Some(role), Some(agency), Some(area), Some(password)) => {
                Ok(NewAccount { name, role, agency, area, password })
            }
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn agency(&self, house: &House, reach: Reach) -> Result<Option<Agency>, Code> {
        if self.agency.trim().is_empty() {
            return if reach == Reach::Everything { Ok(None) } else { Err(Code::Empty) };
        }
        let agency = Agency::parse(&self.agency).ok().filter(|agency| house.knows(agency));
        agency.map(Some).ok_or(Code::Agency)
    }

    fn area(&self, house: &House, reach: Reach) -> Result<Option<RegionCode>, Code> {
        if self.area.trim().is_empty() {
            let needed = matches!(reach, Reach::City | Reach::Kecamatan);
            return if needed { Err(Code::Empty) } else { Ok(None) };
        }
        let found = match self.area.parse::<RegionCode>() {
            Ok(code) if house.regions.get(code).is_some() => Found::One(code),
            Ok(_) => Found::None,
            Err(_) => house.regions.find_kecamatan(&self.area),
        };
        let Found::One(area) = found else {
            let several = found == Found::Several;
            return Err(if several { Code::RegionAmbiguous } else { Code::Region });
        };
        let fits = match reach {
            Reach::Kecamatan => area.level() == Level::Kecamatan,
            Reach::City => area.level() == Level::City,
            Reach::Everything | Reach::Agency => area.level() != Level::Kelurahan,
        };
        if fits { Ok(Some(area)) } else { Err(Code::Region) }
    }
}

fn blank(text: &str, otherwise: Code) -> Code {
    if text.trim().is_empty() { Code::Empty } else { otherwise }
}

/// Makes an account that reaches no further than whoever makes it.
pub fn add(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    new: &NewAccount,
    password: &Hashed,
) -> Result<Done<UserAdded>, Problem> {
    asking.officer.may(Act::ManageUsers)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    within_reach(&asking.officer.scope, new)?;
    if account::is_taken(tx, &new.name)? {
        return Err(invalid("name", Code::NameTaken));
    }
    let event = UserAdded {
        user: UserId(house.new_id()),
        name: new.name.clone(),
        role: new.role,
        agency: new.agency,
        area: new.area,
    };
    let done = record(tx, asking, Some(event.user.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    credential::keep(tx, done.event.user, password, asking.at)?;
    Ok(done)
}

fn within_reach(own: &Scope, new: &NewAccount) -> Result<(), Problem> {
    if own.contains(&Scope::new(new.agency, new.area)) {
        return Ok(());
    }
    let agency = own.contains(&Scope::new(new.agency, own.area()));
    Err(invalid(if agency { "area" } else { "agency" }, Code::OutsideScope))
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// The rows of an account.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &UserAdded) -> Result<(), Problem> {
    Ok(account::keep(tx, event, stamp.position)?)
}
