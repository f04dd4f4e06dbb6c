//! What is done with a bazaar: announced, asked for, drawn, given up, called off.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    bazaars::{self, BazaarForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ApplicationId, BazaarId, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A bazaar to announce. What is not given is as configured.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BazaarBody {
    /// What it is called.
    #[schema(required, value_type = String)]
    title: Option<String>,
    /// `on_site` or `online`; on site when not given.
    kind: Option<String>,
    /// The code of the agency that holds it; not given: the caller's own.
    agency: Option<String>,
    /// The code of its area; not given: the caller's own.
    area: Option<String>,
    /// The place, or the address on the network.
    #[schema(required, value_type = String)]
    place: Option<String>,
    /// The first day of selling.
    #[schema(required, value_type = String, format = Date)]
    first_on: Option<String>,
    /// The last; the first when not given.
    #[schema(format = Date)]
    last_on: Option<String>,
    /// The last day to ask; the day before the first when not given.
    #[schema(format = Date)]
    closes_on: Option<String>,
    /// How many tents; none on the network.
    tents: Option<u32>,
    /// How many sellers share one.
    #[schema(minimum = 1)]
    stands_a_tent: Option<u16>,
    /// `never` or `while_places_remain`.
    outsiders: Option<String>,
}

/// Who asks: a member, or somebody who is none.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StandAskedBody {
    /// The member record.
    #[schema(value_type = Option<Uuid>)]
    member: Option<String>,
    /// The name of somebody who is no member; sealed.
    outsider: Option<String>,
}

/// Why a bazaar is called off.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BazaarCallOffBody {
    /// The reason, for everybody to read.
    #[schema(required, value_type = String)]
    reason: Option<String>,
}

/// What was done.
#[derive(Debug, Serialize, ToSchema)]
pub struct BazaarDone {
    /// The bazaar.
    id: Uuid,
    /// The application, where it is about one.
    application: Option<Uuid>,
    /// Where it was recorded in the journal.
    position: i64,
}

fn made(before: bool, body: BazaarDone) -> Response {
    let status = if before { StatusCode::OK } else { StatusCode::CREATED };
    (status, Json(body)).into_response()
}

/// Announce a bazaar
#[utoipa::path(post, path = "/bazaars", tag = "bazaars", request_body = BazaarBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Announced.", body = BazaarDone),
        (status = 200, description = "The same request under the same key was done before.", body = BazaarDone)))]
pub async fn announce(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<BazaarBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageBazaars)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let body = sent.value;
    let form = BazaarForm {
        title: body.title.unwrap_or_default(),
        kind: body.kind.unwrap_or_default(),
        agency: body.agency.unwrap_or_default(),
        area: body.area.unwrap_or_default(),
        place: body.place.unwrap_or_default(),
        first_on: body.first_on.unwrap_or_default(),
        last_on: body.last_on.unwrap_or_default(),
        closes_on: body.closes_on.unwrap_or_default(),
        tents: body.tents.map(|many| many.to_string()).unwrap_or_default(),
        stands_a_tent: body.stands_a_tent.map(|many| many.to_string()).unwrap_or_default(),
        outsiders: body.outsiders.unwrap_or_default(),
    };
    let done = app.change(move |tx, house| bazaars::announce(tx, house, &asking, &form)).await?;
    let id = done.event.bazaar.0;
    Ok(made(done.before, BazaarDone { id, application: None, position: done.stamp.position }))
}

/// Ask for a stand
#[utoipa::path(post, path = "/bazaars/{id}/stands", tag = "bazaars", request_body = StandAskedBody,
    params(("id" = Uuid, Path, description = "The bazaar."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Asked.", body = BazaarDone),
        (status = 200, description = "The same request under the same key was done before.", body = BazaarDone),
        (status = 409, description = "`asked-before`, `bazaar-closed`, `members-only`, `called-off`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn ask(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<BazaarId>,
    sent: Sent<StandAskedBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageSellers)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
    let member: Option<MemberId> = match &sent.value.member {
        Some(raw) => Some(raw.parse().map_err(|_| wrong(Code::Word))?),
        None => None,
    };
    let outsider = sent.value.outsider;
    let act = app.change(move |tx, house| match (member, outsider) {
        (Some(member), None) => bazaars::ask(tx, house, &asking, id, member),
        (None, Some(name)) => bazaars::ask_for_outsider(tx, house, &asking, id, &name),
        (None, None) => Err(wrong(Code::Empty)),
        (Some(_), Some(_)) => Err(wrong(Code::Word)),
    });
    let done = act.await?;
    let application = Some(done.event.application.0);
    Ok(made(done.before, BazaarDone { id: id.0, application, position: done.stamp.position }))
}

/// Draw the stands
///
/// Once, after the last day to ask. The officer chooses nothing: the seed was made when the bazaar was announced.
#[utoipa::path(post, path = "/bazaars/{id}/draw", tag = "bazaars",
    params(("id" = Uuid, Path, description = "The bazaar."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Drawn, now or by the same request before.", body = BazaarDone),
        (status = 409, description = "`still-open`, `drawn-before`, `nothing-to-draw`, `called-off`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn draw(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<BazaarId>,
) -> Result<Json<BazaarDone>, Declined> {
    caller.0.may(Act::ManageBazaars)?;
    let asking = key.asking(&app, &caller, &[]);
    let done = app.change(move |tx, house| bazaars::draw(tx, house, &asking, id)).await?;
    Ok(Json(BazaarDone { id: id.0, application: None, position: done.stamp.position }))
}

/// Call a bazaar off
#[utoipa::path(post, path = "/bazaars/{id}/call-off", tag = "bazaars", request_body = BazaarCallOffBody,
    params(("id" = Uuid, Path, description = "The bazaar."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Called off, now or by the same request before.", body = BazaarDone),
        (status = 409, description = "`called-off`: it was.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn call_off(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<BazaarId>,
    sent: Sent<BazaarCallOffBody>,
) -> Result<Json<BazaarDone>, Declined> {
    caller.0.may(Act::ManageBazaars)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let done = app.change(move |tx, _| bazaars::call_off(tx, &asking, id, &reason)).await?;
    Ok(Json(BazaarDone { id: id.0, application: None, position: done.stamp.position }))
}

/// Give a stand or the waiting up
///
/// Whoever waits first by the order of the draw moves up.
#[utoipa::path(post, path = "/bazaars/{id}/stands/{application}/give-up", tag = "bazaars",
    params(("id" = Uuid, Path, description = "The bazaar."),
        ("application" = Uuid, Path, description = "The application."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Given up, now or by the same request before.", body = BazaarDone),
        (status = 409, description = "`given-up`, `called-off`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn give_up(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(which): RecordId<(BazaarId, ApplicationId)>,
) -> Result<Json<BazaarDone>, Declined> {
    caller.0.may(Act::ManageSellers)?;
    let asking = key.asking(&app, &caller, &[]);
    let done = app.change(move |tx, _| bazaars::give_up(tx, &asking, which)).await?;
    let application = Some(which.1.0);
    Ok(Json(BazaarDone { id: which.0.0, application, position: done.stamp.position }))
}
