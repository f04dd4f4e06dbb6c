//! `POST /members/lookup`: finding people by NIK or phone; logged as a read.
use super::brief::MemberLine;
use crate::{
    App, Code, FieldError, House, Problem,
    api::{
        asking::{Caller, Sent},
        problem::{Aloud, Declined, Known, Read},
    },
    journal::Change,
    people::{self, Brief},
    staff::{self, Officer},
};
use axum::{Json, extract::State};
use rules::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whose records are looked up: one of the two.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LookUpBody {
    /// A NIK, all 16 digits.
    #[schema(example = "3173055506900003")]
    nik: Option<String>,
    /// A phone number.
    phone: Option<String>,
}

/// The records found in the caller's scope.
#[derive(Debug, Serialize, ToSchema)]
pub struct LookedUp {
    /// The records, oldest first, at most 200.
    items: Vec<MemberLine>,
    /// How many were found.
    total: usize,
}

/// Look up by NIK or phone
///
/// Both are personal, so they travel in the body and never in an address. The look-up is logged.
#[utoipa::path(post, path = "/members/lookup", tag = "members", request_body = LookUpBody,
    responses(Aloud, Read, Known, (status = 200, description = "The records found.", body = LookedUp)))]
pub async fn look_up(
    State(app): State<App>,
    Caller(officer): Caller,
    sent: Sent<LookUpBody>,
) -> Result<Json<LookedUp>, Declined> {
    officer.may(Act::LookUpMember)?;
    let body = sent.value;
    let found = app.change(move |tx, house| logged(tx, house, &officer, &body)).await?;
    let items: Vec<MemberLine> = found.into_iter().map(MemberLine::from).collect();
    Ok(Json(LookedUp { total: items.len(), items }))
}

fn logged(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Officer,
    body: &LookUpBody,
) -> Result<Vec<Brief>, Problem> {
    let (what, found) = match (&body.nik, &body.phone) {
        (Some(nik), None) => ("member.look_up_nik", people::by_nik(tx, house, officer, nik)?),
        (None, Some(phone)) => {
            ("member.look_up_phone", people::by_phone(tx, house, officer, phone)?)
        }
        (None, None) => return Err(invalid("nik", Code::Empty)),
        (Some(_), Some(_)) => return Err(invalid("phone", Code::Word)),
    };
    let count = i64::try_from(found.len()).unwrap_or(i64::MAX);
    // One record found is a look at one person; several are told by their number alone.
    let subject = match found.as_slice() {
        [one] => Some(one.row.id.0),
        [] | [_, _, ..] => None,
    };
    staff::log_read(tx, house.new_id(), house.now(), officer, what, subject, count)?;
    Ok(found)
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}
