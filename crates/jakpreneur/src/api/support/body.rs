//! Support as programs send and read it.
use crate::{
    Code, FieldError, Problem,
    support::{SupportForm, SupportRow, Told},
};
use rules::MemberId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Support that a member got.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SupportBody {
    /// The member record of who got it.
    #[schema(required, value_type = Uuid)]
    member: Option<String>,
    /// A kind's code or name.
    #[schema(required, value_type = String, example = "raw_material")]
    kind: Option<String>,
    /// What exactly was given, in a sentence.
    #[schema(required, value_type = String, example = "25 kg tepung terigu")]
    what: Option<String>,
    /// What it is worth in whole rupiah; not given is not known.
    #[schema(minimum = 0)]
    value: Option<i64>,
    /// The day: from the member's registration up to today, which it is when not given.
    #[schema(format = Date)]
    given_on: Option<String>,
    /// The code of the agency that gives; not given: the caller's, else the member's.
    agency: Option<String>,
}

impl SupportBody {
    pub(super) fn member(&self) -> Result<MemberId, Problem> {
        let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
        let sent = self.member.as_deref().ok_or_else(|| wrong(Code::Empty))?;
        sent.parse().map_err(|_| wrong(Code::Word))
    }
}

impl From<SupportBody> for SupportForm {
    fn from(body: SupportBody) -> Self {
        Self {
            kind: body.kind.unwrap_or_default(),
            given_on: body.given_on.unwrap_or_default(),
            value: body.value.map(|value| value.to_string()).unwrap_or_default(),
            what: body.what.unwrap_or_default(),
            agency: body.agency.unwrap_or_default(),
        }
    }
}

/// Support that a member got, as it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct Support {
    /// The support.
    id: Uuid,
    /// The member record of who got it.
    member: Uuid,
    /// The kind's code.
    kind: String,
    /// What exactly; null once the person is erased.
    what: Option<String>,
    /// What it is worth in whole rupiah; null where not known.
    value: Option<i64>,
    /// The day.
    #[schema(format = Date)]
    given_on: String,
    /// The code of the agency that gave it.
    agency: String,
    /// Whether it was taken back, because it never was.
    voided: bool,
    /// Where it was recorded in the journal.
    position: i64,
}

impl Support {
    pub(super) fn of(row: &SupportRow, told: Told) -> Self {
        Self {
            id: row.id.0,
            member: row.member.0,
            kind: row.kind.to_string(),
            what: Some(told.what).filter(|what| !what.is_empty()),
            value: row.value.map(|value| value.0),
            given_on: row.given_on.to_string(),
            agency: row.agency.to_string(),
            voided: row.voided_at_position.is_some(),
            position: row.position,
        }
    }
}
