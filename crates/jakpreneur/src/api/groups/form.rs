//! `POST /groups`: forming a group.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Known, Read, Written},
        strict,
    },
    groups,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, Agency, RegionCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A group to be formed.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupBody {
    /// What it calls itself, 1 to 100 characters: the name of the common business, not of a person.
    #[schema(required, value_type = String, example = "Keripik Maju")]
    name: Option<String>,
    /// The code of the agency that knows it.
    #[schema(required, value_type = String, example = "ppkukm")]
    agency: Option<String>,
    /// The code of the responsible kecamatan.
    #[schema(required, value_type = String, example = "31.73.05")]
    office: Option<String>,
}

/// A group as formed.
#[derive(Debug, Serialize, ToSchema)]
pub struct GroupAnswer {
    /// The group.
    id: Uuid,
    /// What it calls itself.
    name: String,
    /// The agency that knows it.
    agency: String,
    /// The responsible kecamatan's code.
    office: String,
    /// Where it was formed in the journal.
    position: i64,
}

/// Form a group
#[utoipa::path(post, path = "/groups", tag = "groups", request_body = GroupBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Formed.", body = GroupAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = GroupAnswer)))]
pub async fn form(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<GroupBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::RegisterMember)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let (name, agency, office) = sent.value.understand()?;
    let act = move |tx: &mut crate::journal::Change<'_>, house: &crate::House| {
        groups::form(tx, house, &asking, &name, agency, office)
    };
    let done = app.change(act).await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let body = GroupAnswer {
        id: done.event.group.0,
        name: done.event.name,
        agency: done.event.agency.to_string(),
        office: done.event.office.to_string(),
        position: done.stamp.position,
    };
    Ok((status, Json(body)).into_response())
}

impl GroupBody {
    fn understand(self) -> Result<(String, Agency, RegionCode), Problem> {
        let mut wrong = strict::Documented::default();
        wrong.given("name", self.name.as_ref());
        wrong.given("agency", self.agency.as_ref());
        wrong.given("office", self.office.as_ref());
        let agency = self.agency.map(|code| Agency::parse(&code));
        let office = self.office.map(|code| code.parse::<RegionCode>());
        if matches!(agency, Some(Err(_))) {
            wrong.0.push(FieldError::new("agency", Code::Agency));
        }
        if matches!(office, Some(Err(_))) {
            wrong.0.push(FieldError::new("office", Code::Region));
        }
        match (self.name, agency, office) {
            (Some(name), Some(Ok(agency)), Some(Ok(office))) => Ok((name, agency, office)),
            _ => Err(Problem::Invalid(wrong.0)),
        }
    }
}
