//! A permit as programs send it.
use crate::{Code, FieldError, Problem, licences::LicenceForm};
use rules::{MemberId, WaveId};
use serde::Deserialize;
use utoipa::ToSchema;

/// A permit.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LicenceBody {
    /// The member record of who has it.
    #[schema(required, value_type = Uuid)]
    member: Option<String>,
    /// A kind's code, as `/licence-kinds` lists them.
    #[schema(required, value_type = String, example = "nib")]
    kind: Option<String>,
    /// How far it is; not given: issued where there is a day of issue, refused where there is a reason,
    /// else asked for.
    #[schema(pattern = "^(requested|issued|refused)$")]
    state: Option<String>,
    /// Its number, in the format of its kind; needed once it is issued.
    #[schema(example = "1234567890123")]
    number: Option<String>,
    /// Who issues it; not given: who usually does.
    issuer: Option<String>,
    /// The day it was asked for; today where it was only asked for.
    #[schema(format = Date)]
    requested_on: Option<String>,
    /// The day it was issued.
    #[schema(format = Date)]
    issued_on: Option<String>,
    /// The last day it is good; not given: as the terms of its kind say.
    #[schema(format = Date)]
    expires_on: Option<String>,
    /// The day it was refused; today when not given.
    #[schema(format = Date)]
    refused_on: Option<String>,
    /// Why it was refused.
    #[schema(pattern = "^(zoning|documents|inspection|other)$")]
    refusal: Option<String>,
    /// A product that the kind may not admit: the permit is recorded with a warning.
    product: Option<String>,
    /// The code of the agency that helps; not given: the caller's, else the member's.
    agency: Option<String>,
    /// A sentence.
    note: Option<String>,
    /// The facilitation wave it is of: the member has a place there.
    #[schema(value_type = Option<Uuid>)]
    wave: Option<String>,
}

impl LicenceBody {
    /// Whose it is.
    pub fn member(&self) -> Result<MemberId, Problem> {
        let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
        let sent = self.member.as_deref().ok_or_else(|| wrong(Code::Empty))?;
        sent.parse().map_err(|_| wrong(Code::Word))
    }

    /// The permit as typed.
    pub fn form(self) -> Result<LicenceForm, Problem> {
        let wrong = |_| Problem::Invalid(vec![FieldError::new("wave", Code::Word)]);
        let wave = self.wave.map(|wave| wave.parse::<WaveId>().map_err(wrong)).transpose()?;
        Ok(LicenceForm {
            kind: self.kind.unwrap_or_default(),
            state: self.state.unwrap_or_default(),
            number: self.number.unwrap_or_default(),
            issuer: self.issuer.unwrap_or_default(),
            requested_on: self.requested_on.unwrap_or_default(),
            issued_on: self.issued_on.unwrap_or_default(),
            expires_on: self.expires_on.unwrap_or_default(),
            ended_on: self.refused_on.unwrap_or_default(),
            refusal: self.refusal.unwrap_or_default(),
            product: self.product.unwrap_or_default(),
            agency: self.agency.unwrap_or_default(),
            note: self.note.unwrap_or_default(),
            wave,
        })
    }
}

/// A permit that is there.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LicenceIssueBody)]
pub struct IssueBody {
    /// Its number, in the format of its kind; not given: as it was asked for.
    number: Option<String>,
    /// Who issues it; not given: as it was asked for.
    issuer: Option<String>,
    /// The day it was issued.
    #[schema(required, value_type = String, format = Date)]
    issued_on: Option<String>,
    /// The last day it is good; not given: as the terms of its kind say.
    #[schema(format = Date)]
    expires_on: Option<String>,
    /// A sentence.
    note: Option<String>,
}

impl From<IssueBody> for LicenceForm {
    fn from(body: IssueBody) -> Self {
        Self {
            number: body.number.unwrap_or_default(),
            issuer: body.issuer.unwrap_or_default(),
            issued_on: body.issued_on.unwrap_or_default(),
            expires_on: body.expires_on.unwrap_or_default(),
            note: body.note.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// Why the issuer said no.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseBody {
    /// Why.
    #[schema(required, value_type = String, pattern = "^(zoning|documents|inspection|other)$")]
    refusal: Option<String>,
    /// The day; today when not given.
    #[schema(format = Date)]
    refused_on: Option<String>,
    /// A sentence.
    note: Option<String>,
}

impl From<RefuseBody> for LicenceForm {
    fn from(body: RefuseBody) -> Self {
        Self {
            refusal: body.refusal.unwrap_or_default(),
            ended_on: body.refused_on.unwrap_or_default(),
            note: body.note.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// Why the issuer took a permit back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LicenceRevokeBody)]
pub struct RevokeBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String)]
    note: Option<String>,
    /// The day; today when not given.
    #[schema(format = Date)]
    revoked_on: Option<String>,
}

impl From<RevokeBody> for LicenceForm {
    fn from(body: RevokeBody) -> Self {
        Self {
            note: body.note.unwrap_or_default(),
            ended_on: body.revoked_on.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// What was recorded wrongly; what is not given stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectBody {
    /// A kind's code.
    kind: Option<String>,
    /// Its number.
    number: Option<String>,
    /// Who issues it.
    issuer: Option<String>,
    /// The day it was asked for.
    #[schema(format = Date)]
    requested_on: Option<String>,
    /// The day it was issued.
    #[schema(format = Date)]
    issued_on: Option<String>,
    /// The last day it is good; follows from kind, number and day of issue where one of these is given.
    #[schema(format = Date)]
    expires_on: Option<String>,
    /// Why it was refused.
    #[schema(pattern = "^(zoning|documents|inspection|other)$")]
    refusal: Option<String>,
    /// A sentence.
    note: Option<String>,
    /// Why it is corrected.
    #[schema(required, value_type = String)]
    pub reason: Option<String>,
}

impl From<CorrectBody> for LicenceForm {
    fn from(body: CorrectBody) -> Self {
        Self {
            kind: body.kind.unwrap_or_default(),
            number: body.number.unwrap_or_default(),
            issuer: body.issuer.unwrap_or_default(),
            requested_on: body.requested_on.unwrap_or_default(),
            issued_on: body.issued_on.unwrap_or_default(),
            expires_on: body.expires_on.unwrap_or_default(),
            refusal: body.refusal.unwrap_or_default(),
            note: body.note.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// Why a permit never was.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LicenceVoidBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String, example = "Salah orang")]
    pub reason: Option<String>,
}
