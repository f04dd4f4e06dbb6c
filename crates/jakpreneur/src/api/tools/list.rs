//! `GET /tool-grants?member=…`: what a member received.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Declined, Found, Read},
    },
    people,
    tools::{self, GrantRow},
};
use axum::{Json, extract::State};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Whose handovers are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The member record.
    #[param(required, value_type = Uuid)]
    member: Option<String>,
}

/// What a member received, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Grants {
    /// The handovers, also those taken back.
    items: Vec<Grant>,
}

/// A handover.
#[derive(Debug, Serialize, ToSchema)]
pub struct Grant {
    /// The handover.
    id: Uuid,
    /// Who received.
    member: Uuid,
    /// Who gave.
    agency: String,
    /// The number of its record.
    number: String,
    /// What was handed over.
    items: Vec<GrantItem>,
    /// What it is worth, in whole rupiah.
    value: Option<i64>,
    /// What permit was shown.
    #[schema(pattern = "^(nib|other|stage)$")]
    permit_kind: &'static str,
    /// The day.
    #[schema(format = Date)]
    given_on: String,
    /// The day it was taken back.
    #[schema(format = Date)]
    taken_back_on: Option<String>,
}

/// Some tools of one kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct GrantItem {
    /// What it is.
    name: String,
    /// How many.
    quantity: u32,
    /// Counted in what.
    unit: String,
}

/// List what a member received
#[utoipa::path(get, path = "/tool-grants", tag = "tools", params(Asked),
    responses(Read, Found, (status = 200, description = "The handovers.", body = Grants)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<Asked>,
) -> Result<Json<Grants>, Declined> {
    officer.may(Act::OpenFile)?;
    let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
    let member = asked.member.ok_or_else(|| wrong(Code::Empty))?;
    let member: MemberId = member.parse().map_err(|_| wrong(Code::Word))?;
    let read = app.look(move |tx, _| {
        people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
        Ok(tools::of_member(tx, member)?)
    });
    Ok(Json(Grants { items: read.await?.into_iter().map(Grant::from).collect() }))
}

impl From<GrantRow> for Grant {
    fn from(row: GrantRow) -> Self {
        let item =
            |it: tools::Item| GrantItem { name: it.name, quantity: it.quantity, unit: it.unit };
        Self {
            id: row.id.0,
            member: row.member.0,
            agency: row.agency.to_string(),
            number: row.number,
            items: row.items.into_iter().map(item).collect(),
            value: row.value.map(|value| value.0),
            permit_kind: row.permit.word(),
            given_on: row.given_on.to_string(),
            taken_back_on: row.taken_back_on.map(|on| on.to_string()),
        }
    }
}
