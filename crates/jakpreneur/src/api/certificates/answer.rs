//! A certificate as the API answers it.
use crate::{
    Code, FieldError, Problem,
    certificates::{Checked, Printed, SigningForm, Standing},
};
use rules::CertificateNumber;
use serde::Serialize;
use utoipa::ToSchema;

/// A certificate as it was issued, and whether it holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct CertificateAnswer {
    /// The number, as printed.
    #[schema(example = "0012/PKT-PPKUKM/31.75.06/2020/K7QX2M9T")]
    number: String,
    /// `valid`, `replaced` or `revoked`.
    #[schema(pattern = "^(valid|replaced|revoked)$")]
    state: &'static str,
    /// The day of issue.
    #[schema(format = Date)]
    issued_on: String,
    /// The day it was replaced or revoked.
    #[schema(format = Date)]
    ended_on: Option<String>,
    /// Why it was; null once the person's data was erased.
    reason: Option<String>,
    /// The number of the one in its place.
    replaced_by: Option<String>,
    /// The number of the one it took the place of.
    replaces: Option<String>,
    /// Every field as printed; null once the person's data was erased.
    printed: Option<PrintedAnswer>,
}

/// What stands on a certificate, word for word, in Indonesian.
#[derive(Debug, Serialize, ToSchema)]
pub struct PrintedAnswer {
    /// Who finished.
    name: String,
    /// What the class is called.
    title: String,
    /// What it is about.
    trade: String,
    /// Who held it, the class's own agency first.
    organisers: Vec<String>,
    /// From which day to which.
    days: String,
    /// How many lessons.
    hours: String,
    /// Where it was held.
    place: String,
    /// Where and when it was issued.
    issued: String,
    /// Who signs.
    signer: String,
    /// As what.
    position: String,
}

impl From<Printed> for PrintedAnswer {
    fn from(printed: Printed) -> Self {
        Self {
            name: printed.name,
            title: printed.title,
            trade: printed.trade,
            organisers: printed.organisers,
            days: printed.days,
            hours: printed.hours,
            place: printed.place,
            issued: printed.issued,
            signer: printed.signer,
            position: printed.position,
        }
    }
}

impl From<Checked> for CertificateAnswer {
    fn from(checked: Checked) -> Self {
        let (state, ended_on, reason, replaced_by) = match checked.standing {
            Standing::Valid => ("valid", None, None, None),
            Standing::Replaced { by, on, reason } => ("replaced", Some(on), reason, Some(by)),
            Standing::Revoked { on, reason } => ("revoked", Some(on), reason, None),
        };
        Self {
            number: checked.number,
            state,
            issued_on: checked.issued_on.to_string(),
            ended_on: ended_on.map(|on| on.to_string()),
            reason,
            replaced_by,
            replaces: checked.replaces,
            printed: checked.printed.map(PrintedAnswer::from),
        }
    }
}

/// The number an address names; one that cannot be is not found.
pub(super) fn number(raw: &str) -> Result<CertificateNumber, Problem> {
    CertificateNumber::parse(raw).map_err(|_| Problem::NotFound)
}

/// Who signs.
pub(super) fn signing(signer: Option<String>, position: Option<String>) -> SigningForm {
    SigningForm { signer: signer.unwrap_or_default(), position: position.unwrap_or_default() }
}

/// Ids of members as they were sent.
pub(super) fn members(sent: Option<Vec<String>>) -> Result<Vec<rules::MemberId>, Problem> {
    let wrong = || Problem::Invalid(vec![FieldError::new("members", Code::Word)]);
    let ids = sent.unwrap_or_default().into_iter();
    ids.map(|id| id.parse().map_err(|_| wrong())).collect()
}
