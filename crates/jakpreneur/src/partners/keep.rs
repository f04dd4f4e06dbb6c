//! Keeping a partner: what kind of house it is, and its name.
use super::{rows, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, PartnerId,
    marketing::Marketplace,
    partners::{PartnerKind, Refused},
};
use serde::{Deserialize, Serialize};

/// A partner as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartnerForm {
    /// A kind's word or name.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The marketplace it runs, whose listings count as reached by it; may be empty.
    pub marketplace: String,
}

/// A partner is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerKept {
    /// The partner.
    pub partner: PartnerId,
    /// What kind of house it is.
    pub kind: PartnerKind,
    /// Its name.
    pub name: String,
    /// The marketplace it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketplace: Option<Marketplace>,
}

impl Event for PartnerKept {
    const ACT: &'static str = "partner.keep";
}

/// The longest name, number or title.
pub(super) const LONGEST: usize = 160;

/// Words on one line, neither none nor too many.
pub(super) fn line(raw: &str) -> Result<String, Code> {
    let words = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.chars().count() {
        0 => Err(Code::Empty),
        long if long > LONGEST => Err(Code::Long),
        _ => Ok(words),
    }
}

/// Keeps a partner; one of its kind and name is kept once.
pub fn keep(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    form: &PartnerForm,
) -> Result<Done<PartnerKept>, Problem> {
    asking.officer.may(Act::ManagePartners)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (kind, name, marketplace) = form.understand()?;
    let same =
        |it: &rows::PartnerRow| it.kind == kind && it.name.to_lowercase() == name.to_lowercase();
    if rows::partners(tx)?.iter().any(same) {
        let wrong = FieldError::new("name", Code::Partners(Refused::There));
        return Err(Problem::Invalid(vec![wrong]));
    }
    let event = PartnerKept { partner: PartnerId(house.new_id()), kind, name, marketplace };
    let done = journal::record(tx, asking, Some(event.partner.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl PartnerForm {
    fn understand(&self) -> Result<(PartnerKind, String, Option<Marketplace>), Problem> {
        let mut wrong = Vec::new();
        let kind = PartnerKind::named(&self.kind);
        if kind.is_none() {
            let empty = self.kind.trim().is_empty();
            wrong.push(FieldError::new("kind", if empty { Code::Empty } else { Code::Word }));
        }
        let name = line(&self.name);
        if let Err(code) = name {
            wrong.push(FieldError::new("name", code));
        }
        let none = self.marketplace.trim().is_empty();
        let marketplace = Marketplace::named(&self.marketplace);
        if !none && marketplace.is_none() {
            wrong.push(FieldError::new("marketplace", Code::Word));
        }
        match (kind, name) {
            (Some(kind), Ok(name)) if wrong.is_empty() => Ok((kind, name, marketplace)),
            (Some(_) | None, Ok(_) | Err(_)) => Err(Problem::Invalid(wrong)),
        }
    }
}

/// The row of a partner.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &PartnerKept) -> Result<(), Problem> {
    Ok(written::keep(tx, stamp, event)?)
}
