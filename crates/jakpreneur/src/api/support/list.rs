//! `GET /supports` and `GET /support-kinds`: what members got, and of which kinds there is.
use super::body::Support;
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Declined, Found, Read},
    },
    staff::log_read,
    support::{self, Span, Wanted},
};
use axum::{Json, extract::State};
use rules::{Act, Agency, Date, MemberId, support::SupportKind};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which support is wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SupportsWanted {
    /// That of one member record, the oldest first, on one page, also what was taken back.
    #[param(value_type = Option<Uuid>)]
    member: Option<String>,
    /// Given from this day on.
    #[param(value_type = Option<String>, format = Date)]
    given_from: Option<String>,
    /// Given up to this day.
    #[param(value_type = Option<String>, format = Date)]
    given_to: Option<String>,
    /// Given by this agency alone.
    agency: Option<String>,
    /// Of this kind alone, by its code.
    kind: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of support.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportsPage {
    /// The support.
    items: Vec<Support>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How much there is in the caller's scope over all pages.
    total: u64,
}

/// List support
#[utoipa::path(get, path = "/supports", tag = "support", params(SupportsWanted),
    responses(Read, Found, (status = 200, description = "A page.", body = SupportsPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<SupportsWanted>,
) -> Result<Json<SupportsPage>, Declined> {
    if let Some(member) = &asked.member {
        let member: MemberId = member.parse().map_err(|_| wrong("member", Code::Word))?;
        let at = app.house.now();
        let read = app.change(move |tx, house| {
            let seen = support::see(tx, house, &officer, member)?;
            log_read(tx, house.new_id(), at, &officer, "support.member", Some(member.0), 1)?;
            Ok(seen.into_iter().map(|it| Support::of(&it.row, it.told)).collect::<Vec<_>>())
        });
        let items = read.await?;
        let total = items.len() as u64;
        return Ok(Json(SupportsPage { items, next: None, total }));
    }
    let wanted = asked.wanted()?;
    let look = app.look(move |tx, house| {
        let total = support::count(tx, &officer, &wanted.span)?;
        Ok((total, support::list(tx, house, &officer, &wanted)?))
    });
    let (total, (items, next)) = look.await?;
    let items = items.into_iter().map(|it| Support::of(&it.row, it.told)).collect();
    Ok(Json(SupportsPage { items, next, total }))
}

pub(super) fn wrong(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

impl SupportsWanted {
    fn wanted(&self) -> Result<Wanted, Problem> {
        let limit = self.limit.as_ref().map_or(Ok(50), |raw| raw.parse());
        let limit = limit.ok().filter(|limit| (1..=200).contains(limit));
        let position = |raw: &String| raw.parse().ok().filter(|at: &i64| *at >= 0);
        let after = self.after.as_ref().map(|raw| position(raw).ok_or(Code::Number));
        Ok(Wanted {
            span: span(&self.given_from, &self.given_to, &self.agency, &self.kind)?,
            after: after.transpose().map_err(|code| wrong("after", code))?,
            limit: limit.ok_or_else(|| wrong("limit", Code::Number))?,
        })
    }
}

type Asked = Option<String>;

/// Which days, agency and kind are asked for.
pub(super) fn span(
    from: &Asked,
    to: &Asked,
    agency: &Asked,
    kind: &Asked,
) -> Result<Span, Problem> {
    let day = |field, raw: &Asked| -> Result<Option<Date>, Problem> {
        raw.as_ref().map(|raw| raw.parse().map_err(|_| wrong(field, Code::Date))).transpose()
    };
    let agency = agency.as_ref().map(|raw| Agency::parse(raw));
    let kind = kind.as_ref().map(|raw| SupportKind::parse(raw));
    Ok(Span {
        from: day("given_from", from)?,
        to: day("given_to", to)?,
        agency: agency.transpose().map_err(|_| wrong("agency", Code::Agency))?,
        kind: kind.transpose().map_err(|_| wrong("kind", Code::Word))?,
    })
}

/// A kind of support: reference data that the operator can add to.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportKindAnswer {
    /// Its code.
    code: String,
    /// What the screen calls it in Indonesian.
    name: String,
    /// What the screen calls it in English.
    name_en: String,
    /// The first day it is given.
    #[schema(format = Date)]
    valid_from: String,
    /// The first day it is given no more; null where none.
    #[schema(format = Date)]
    valid_to: Option<String>,
}

/// The kinds of support.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupportKinds {
    /// The kinds, those of the programme first.
    items: Vec<SupportKindAnswer>,
}

/// List the kinds of support
#[utoipa::path(get, path = "/support-kinds", tag = "support",
    responses(Read, (status = 200, description = "The kinds.", body = SupportKinds)))]
pub async fn kinds(
    State(app): State<App>,
    Caller(officer): Caller,
) -> Result<Json<SupportKinds>, Declined> {
    officer.may(Act::SearchMembers)?;
    let kinds = app.look(|tx, _| Ok(support::kinds(tx)?)).await?;
    let of = |it: rules::support::SupportKindTold| SupportKindAnswer {
        code: it.kind.to_string(),
        name: it.name.into_owned(),
        name_en: it.name_en.into_owned(),
        valid_from: it.valid_from.to_string(),
        valid_to: it.valid_to.map(|day| day.to_string()),
    };
    Ok(Json(SupportKinds { items: kinds.into_iter().map(of).collect() }))
}
