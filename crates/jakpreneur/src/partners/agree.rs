//! Keeping an agreement with a partner: its number, what it gives, and for how long.
use super::{keep::line, rows, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, Agency, AgreementId, Date, PartnerId,
    partners::{Given, Refused, may_agree},
};
use serde::{Deserialize, Serialize};

/// An agreement as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementForm {
    /// Its number.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// The agency that signed; empty: the officer's own.
    pub agency: String,
    /// The first day.
    pub starts_on: String,
    /// The last.
    pub ends_on: String,
    /// Words of what is given.
    pub gives: Vec<String>,
}

/// An agreement was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementSigned {
    /// The agreement.
    pub agreement: AgreementId,
    /// The partner.
    pub partner: PartnerId,
    /// Its number.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// The agency that signed.
    pub agency: Agency,
    /// The first day.
    pub starts_on: Date,
    /// The last.
    pub ends_on: Date,
    /// What is given, each once.
    pub gives: Vec<Given>,
}

impl Event for AgreementSigned {
    const ACT: &'static str = "partner.agree";
}

/// Keeps an agreement with a partner.
pub fn agree(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    partner: PartnerId,
    form: &AgreementForm,
) -> Result<Done<AgreementSigned>, Problem> {
    asking.officer.may(Act::ManagePartners)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    rows::partner(tx, partner)?.ok_or(Problem::NotFound)?;
    let event = form.understand(house, asking, partner)?;
    let done = journal::record(tx, asking, Some(partner.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl AgreementForm {
    fn understand(
        &self,
        house: &House,
        asking: &Asking,
        partner: PartnerId,
    ) -> Result<AgreementSigned, Problem> {
        let mut wrong = Vec::new();
        let mut read = |field, code| wrong.push(FieldError::new(field, code));
        let number = line(&self.number).map_err(|code| read("number", code)).ok();
        let title = line(&self.title).map_err(|code| read("title", code)).ok();
        let agency = self.agency(house, asking).map_err(|code| read("agency", code)).ok();
        let starts_on = day(&self.starts_on).map_err(|code| read("starts_on", code)).ok();
        let ends_on = day(&self.ends_on).map_err(|code| read("ends_on", code)).ok();
        let gives = self.gives().map_err(|code| read("gives", code)).ok();
        let (Some(number), Some(title), Some(agency), Some(starts_on), Some(ends_on), Some(gives)) =
            (number, title, agency, starts_on, ends_on, gives)
        else {
            return Err(Problem::Invalid(wrong));
        };
        if let Err(no) = may_agree(starts_on, ends_on, &gives) {
            let field = if no == Refused::Gives { "gives" } else { "ends_on" };
            return Err(Problem::Invalid(vec![FieldError::new(field, Code::Partners(no))]));
        }
        let agreement = AgreementId(house.new_id());
        Ok(AgreementSigned { agreement, partner, number, title, agency, starts_on, ends_on, gives })
    }

    fn gives(&self) -> Result<Vec<Given>, Code> {
        let read = self.gives.iter().map(|word| Given::named(word).ok_or(Code::Word));
        let mut gives = read.collect::<Result<Vec<_>, _>>()?;
        gives.sort_unstable();
        gives.dedup();
        Ok(gives)
    }

    fn agency(&self, house: &House, asking: &Asking) -> Result<Agency, Code> {
        let scope = &asking.officer.scope;
        if self.agency.trim().is_empty() {
            return scope.agency().copied().ok_or(Code::Empty);
        }
        let agency = Agency::parse(&self.agency).map_err(|_| Code::Agency)?;
        if !house.knows(&agency) {
            return Err(Code::Agency);
        }
        if scope.covers_agency(&agency) { Ok(agency) } else { Err(Code::OutsideScope) }
    }
}

fn day(typed: &str) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return Err(Code::Empty);
    }
    rules::date::parse_officer(typed).map_err(|_| Code::Date)
}

/// The row of an agreement.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &AgreementSigned) -> Result<(), Problem> {
    Ok(written::agree(tx, stamp, event)?)
}
