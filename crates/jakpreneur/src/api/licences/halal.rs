//! `POST /members/{id}/halal-advice`: which way to halal is open.
use crate::{
    App,
    api::{
        asking::{Caller, RecordId, Sent},
        problem::{Declined, Found, Known, Read},
    },
    licences::{self, HalalForm},
};
use axum::{Json, extract::State};
use rules::{
    Act, MemberId,
    licensing::{HalalPath, Obstacle},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is told of a business; what is not given is not known.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HalalBody {
    /// Its sales in a year, in whole rupiah.
    annual_sales: Option<i64>,
    /// In how many places it makes or sells.
    outlets: Option<i64>,
    /// Whether an ingredient comes from a slaughtered animal.
    slaughter: Option<bool>,
}

/// The advice; it binds nobody.
#[derive(Debug, Serialize, ToSchema)]
pub struct HalalAnswer {
    /// By own statement, by inspection, or not clear yet.
    #[schema(pattern = "^(declared|regular|ask)$")]
    path: &'static str,
    /// What stands against the own statement: `nib`, `sales`, `outlets`, `slaughter`.
    against: Vec<String>,
    /// What must be asked first.
    unasked: Vec<String>,
    /// The most sales in a year for the own statement, in whole rupiah.
    sales_limit: i64,
    /// The most places.
    outlets_limit: u32,
}

/// Ask which way to halal is open
///
/// Whether there is a valid NIB is read from the member's permits. Nothing is recorded.
#[utoipa::path(post, path = "/members/{id}/halal-advice", tag = "licences", request_body = HalalBody,
    params(("id" = Uuid, Path, description = "The member record.")),
    responses(Read, Found, Known, (status = 200, description = "The advice.", body = HalalAnswer)))]
pub async fn advise(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<HalalBody>,
) -> Result<Json<HalalAnswer>, Declined> {
    officer.may(Act::OpenFile)?;
    let number = |it: Option<i64>| it.map(|it| it.to_string()).unwrap_or_default();
    let slaughter = sent.value.slaughter.map(|is| if is { "yes" } else { "no" });
    let form = HalalForm {
        annual_sales: number(sent.value.annual_sales),
        outlets: number(sent.value.outlets),
        slaughter: slaughter.unwrap_or_default().to_owned(),
    };
    let look = app.look(move |tx, house| {
        licences::advise_halal(tx, house, &officer, member, &form, house.today())
    });
    let advised = look.await?;
    let words = |all: Vec<Obstacle>| all.iter().map(ToString::to_string).collect();
    Ok(Json(HalalAnswer {
        path: match advised.advice.path {
            HalalPath::Declared => "declared",
            HalalPath::Regular => "regular",
            HalalPath::Ask => "ask",
        },
        against: words(advised.advice.against),
        unasked: words(advised.advice.unasked),
        sales_limit: advised.limits.sales.0,
        outlets_limit: advised.limits.outlets,
    }))
}
