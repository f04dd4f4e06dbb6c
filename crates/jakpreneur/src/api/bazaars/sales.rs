//! `/bazaars/{id}/sales`: what sellers told of their days, and what it comes to.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    bazaars::{self, DayForm},
};
use axum::{Json, extract::State};
use rules::{Act, ApplicationId, BazaarId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A day of a seller; what is not given stays as it was.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SellingDayBody {
    /// The application.
    #[schema(required, value_type = Uuid)]
    application: Option<String>,
    /// The day; today when not given.
    #[schema(format = Date)]
    on: Option<String>,
    /// Whether they were there.
    attended: Option<bool>,
    /// What they sold, in whole rupiah; nothing sold is 0.
    #[schema(minimum = 0, maximum = 1_000_000_000)]
    sold: Option<i64>,
}

/// A day as it stands now.
#[derive(Debug, Serialize, ToSchema)]
pub struct SellingDayAnswer {
    /// The application.
    application: Uuid,
    /// The day.
    #[schema(value_type = String, format = Date)]
    on: rules::Date,
    /// Whether they were there; null where nobody said.
    attended: Option<bool>,
    /// What they sold, in whole rupiah; null where nobody said.
    sold: Option<i64>,
    /// The marketing service that taking part is; null where it is none.
    service: Option<Uuid>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// What a bazaar comes to.
#[derive(Debug, Serialize, ToSchema)]
pub struct BazaarSales {
    /// Who had a stand.
    sellers: u32,
    /// Of them, who was there on a day or more.
    came: u32,
    /// Of them, who told the sales of a day or more; `turnover` is theirs alone.
    told: u32,
    /// What they sold, in whole rupiah; null while nobody told.
    turnover: Option<i64>,
}

/// Count the sales of a bazaar
#[utoipa::path(get, path = "/bazaars/{id}/sales", tag = "bazaars",
    params(("id" = Uuid, Path, description = "The bazaar.")),
    responses(Read, Found, (status = 200, description = "The sums.", body = BazaarSales)))]
pub async fn totals(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<BazaarId>,
) -> Result<Json<BazaarSales>, Declined> {
    officer.may(Act::ManageSellers)?;
    let sums = app.look(move |tx, _| bazaars::totals(tx, &officer, id)).await?;
    let turnover = sums.turnover.map(|turnover| turnover.0);
    Ok(Json(BazaarSales { sellers: sums.sellers, came: sums.came, told: sums.told, turnover }))
}

/// Tell of a seller's day
///
/// The latest stands. Taking part is the marketing service by the rule the bazaar was announced with.
#[utoipa::path(post, path = "/bazaars/{id}/sales", tag = "bazaars", request_body = SellingDayBody,
    params(("id" = Uuid, Path, description = "The bazaar."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Told, now or by the same request before.", body = SellingDayAnswer),
        (status = 409, description = "`no-stand`, `called-off`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn tell(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<BazaarId>,
    sent: Sent<SellingDayBody>,
) -> Result<Json<SellingDayAnswer>, Declined> {
    caller.0.may(Act::ManageSellers)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let body = sent.value;
    let wrong = |code| Problem::Invalid(vec![FieldError::new("application", code)]);
    let application = body.application.ok_or_else(|| wrong(Code::Empty))?;
    let application: ApplicationId = application.parse().map_err(|_| wrong(Code::Word))?;
    let attended = body.attended.map_or("", |there| if there { "yes" } else { "no" });
    let form = DayForm {
        attended: attended.to_owned(),
        sold: body.sold.map(|sold| sold.to_string()).unwrap_or_default(),
    };
    let on = body.on.unwrap_or_default();
    let act = app
        .change(move |tx, house| bazaars::tell(tx, house, &asking, (id, application), &on, &form));
    let done = act.await?;
    Ok(Json(SellingDayAnswer {
        application: application.0,
        on: done.event.on,
        attended: done.event.attended,
        sold: done.event.sold.map(|sold| sold.0),
        service: done.event.service.map(|(service, _)| service.0),
        position: done.stamp.position,
    }))
}
