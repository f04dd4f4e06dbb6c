//! `POST /tool-grants`: tools handed over to a member.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    tools::{self, GrantForm, ItemForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A handover.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantBody {
    /// The member record of who receives.
    #[schema(required, value_type = Uuid)]
    member: Option<String>,
    /// What is handed over, at most 20 lines.
    #[schema(required, value_type = Vec<ItemBody>)]
    items: Option<Vec<ItemBody>>,
    /// What it is worth, in whole rupiah.
    value: Option<i64>,
    /// The day: from the member's registration up to today, which it is when not given.
    #[schema(format = Date)]
    given_on: Option<String>,
    /// The code of the agency that gives; not given: the caller's, else the member's.
    agency: Option<String>,
    /// What permit is shown: a NIB, another, or none where the licensing stage is reached.
    #[schema(required, value_type = String, pattern = "^(nib|other|stage)$")]
    permit_kind: Option<String>,
    /// Its number.
    permit: Option<String>,
    /// Whether somebody looked at the KTP of Jakarta; without, nothing is given.
    #[schema(required, value_type = bool)]
    ktp_seen: Option<bool>,
    /// Who hands over.
    #[schema(required, value_type = String)]
    giver: Option<String>,
    /// As what.
    #[schema(required, value_type = String)]
    giver_position: Option<String>,
    /// The number of the record (BAST); one is made when not given.
    number: Option<String>,
}

/// Some tools of one kind.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemBody {
    /// What it is.
    #[schema(example = "Mixer tangan")]
    name: String,
    /// How many, from 1.
    #[schema(minimum = 1, maximum = 10000)]
    quantity: u32,
    /// Counted in what; `unit` when not given.
    unit: Option<String>,
}

/// A handover that was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct GrantAnswer {
    /// The handover.
    id: Uuid,
    /// Who received.
    member: Uuid,
    /// The number of its record.
    number: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Hand production tools over
///
/// Once a person and agency, whatever record of the person is used, with a KTP of Jakarta seen and a permit.
#[utoipa::path(post, path = "/tool-grants", tag = "tools", request_body = GrantBody, params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = GrantAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = GrantAnswer),
        (status = 409, description = "`tools-before`: the agency gave this person tools. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn grant(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<GrantBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::GrantTools)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let member = sent.value.member()?;
    let form = GrantForm::from(sent.value);
    let done = app.change(move |tx, house| tools::grant(tx, house, &asking, member, &form)).await?;
    let body = GrantAnswer {
        id: done.event.grant.0,
        member: done.event.member.0,
        number: done.event.number(done.stamp.position),
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

impl GrantBody {
    fn member(&self) -> Result<MemberId, Problem> {
        let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
        let sent = self.member.as_deref().ok_or_else(|| wrong(Code::Empty))?;
        sent.parse().map_err(|_| wrong(Code::Word))
    }
}

impl From<GrantBody> for GrantForm {
    fn from(body: GrantBody) -> Self {
        let item = |it: ItemBody| ItemForm {
            name: it.name,
            quantity: it.quantity.to_string(),
            unit: it.unit.unwrap_or_default(),
        };
        Self {
            number: body.number.unwrap_or_default(),
            items: body.items.unwrap_or_default().into_iter().map(item).collect(),
            value: body.value.map(|value| value.to_string()).unwrap_or_default(),
            given_on: body.given_on.unwrap_or_default(),
            agency: body.agency.unwrap_or_default(),
            permit_kind: body.permit_kind.unwrap_or_default(),
            permit: body.permit.unwrap_or_default(),
            ktp_seen: body.ktp_seen.unwrap_or_default(),
            giver: body.giver.unwrap_or_default(),
            giver_position: body.giver_position.unwrap_or_default(),
        }
    }
}
