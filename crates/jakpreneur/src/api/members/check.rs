//! `POST /members/check`: what the counter learns while an officer types.
use crate::{
    App,
    api::{
        asking::{Caller, Sent},
        problem::{Aloud, Declined, Known, Read},
    },
    people::{self, Checked, Match, Seen},
};
use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is typed so far.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckBody {
    /// The NIK, all 16 digits.
    #[schema(required, value_type = String, example = "3173055506900003")]
    nik: Option<String>,
    /// The name, as far as typed.
    name: Option<String>,
    /// The birth date, as far as typed.
    birth_date: Option<String>,
    /// The phone number, as far as typed.
    phone: Option<String>,
}

/// What the check found.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckAnswer {
    /// The records of this NIK in the caller's scope, masked.
    registered: Vec<LookAlike>,
    /// Whether the NIK is registered only where the caller may not look.
    registered_elsewhere: bool,
    /// Records in the caller's scope that look like the same person, masked, at most 5.
    similar: Vec<LookAlike>,
    /// What looks odd, as stable slugs; it warns and does not block.
    warnings: Vec<&'static str>,
    /// The birth date in the NIK; null where it is no date.
    #[schema(format = Date)]
    birth_date: Option<String>,
    /// The sex in the NIK; null where it is none.
    #[schema(pattern = "^(female|male)$")]
    sex: Option<&'static str>,
}

/// A record, masked.
#[derive(Debug, Serialize, ToSchema)]
pub struct LookAlike {
    /// The record.
    member: Option<Uuid>,
    /// The name, masked.
    #[schema(example = "S••• R••••••••")]
    name: String,
    /// The responsible kecamatan's name.
    office: String,
    /// The stage of the latest service.
    stage: &'static str,
}

/// Check while typing
#[utoipa::path(post, path = "/members/check", tag = "members", request_body = CheckBody,
    responses(Aloud, Read, Known, (status = 200, description = "What was found.", body = CheckAnswer)))]
pub async fn check(
    State(app): State<App>,
    Caller(officer): Caller,
    sent: Sent<CheckBody>,
) -> Result<Json<CheckAnswer>, Declined> {
    let body = sent.value;
    let seen = Seen {
        nik: body.nik.unwrap_or_default(),
        name: body.name.unwrap_or_default(),
        birth_date: body.birth_date.unwrap_or_default(),
        phone: body.phone.unwrap_or_default(),
    };
    let checked = app.look(move |tx, house| people::check(tx, house, &officer, &seen)).await?;
    Ok(Json(CheckAnswer::from(checked)))
}

impl From<Checked> for CheckAnswer {
    fn from(checked: Checked) -> Self {
        Self {
            registered: checked.registered.into_iter().map(LookAlike::from).collect(),
            registered_elsewhere: checked.registered_elsewhere,
            similar: checked.similar.into_iter().map(LookAlike::from).collect(),
            warnings: checked.warnings,
            birth_date: checked.birth_date.map(|on| on.to_string()),
            sex: checked.sex.map(rules::Sex::word),
        }
    }
}

impl From<Match> for LookAlike {
    fn from(found: Match) -> Self {
        Self {
            member: found.member.map(|member| member.0),
            name: found.name,
            office: found.office,
            stage: found.stage.word(),
        }
    }
}
