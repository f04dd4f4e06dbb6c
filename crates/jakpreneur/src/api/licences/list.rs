//! `GET /licences` and `GET /licences/{id}`: the permits within scope, and one of them.
use super::answer::Licence;
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Declined, Found, Read},
    },
    licences::{self, After, SOON, Wanted, Which},
    mentoring, people,
    staff::log_read,
};
use axum::{Json, extract::State};
use rules::{Act, Date, LicenceId, MemberId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which permits are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LicencesWanted {
    /// Those of one member record, the oldest first, on one page, also those taken back.
    #[param(value_type = Option<Uuid>)]
    member: Option<String>,
    /// How they stand; `ending`: good, and at their end within so many days, the first to end first.
    #[param(pattern = "^(all|waiting|valid|ending|expired|refused|revoked)$")]
    which: Option<String>,
    /// Within how many days `ending` is, 1 to 365; 90 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 365)]
    within: Option<String>,
    /// The day they stand so; today when not given.
    #[param(value_type = Option<String>, format = Date)]
    as_at: Option<String>,
    /// The mentor whose members' permits alone are wanted, by the account's id.
    #[param(value_type = Option<Uuid>)]
    mentor: Option<String>,
    /// Of this kind alone.
    kind: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// A page of permits.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicencesPage {
    /// The permits.
    items: Vec<Licence>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<String>,
    /// How many there are in the caller's scope over all pages.
    total: u64,
}

/// List permits
#[utoipa::path(get, path = "/licences", tag = "licences", params(LicencesWanted),
    responses(Read, Found, (status = 200, description = "A page.", body = LicencesPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<LicencesWanted>,
) -> Result<Json<LicencesPage>, Declined> {
    if let Some(member) = &asked.member {
        officer.may(Act::OpenFile)?;
        let member: MemberId = member.parse().map_err(|_| wrong("member", Code::Word))?;
        let at = app.house.now();
        let read = app.change(move |tx, house| {
            let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
            log_read(tx, house.new_id(), at, &officer, "licences.member", Some(member.0), 1)?;
            let key = row.salt.map(|salt| house.seal.person_key(row.keyed_by, &salt));
            let all = licences::of_member(tx, member)?;
            let today = house.today();
            let of = |row: licences::LicenceRow| {
                let details = row.details(key.as_ref());
                Licence::of(row, details, today)
            };
            Ok(all.into_iter().map(of).collect::<Vec<_>>())
        });
        let items = read.await?;
        let total = items.len() as u64;
        return Ok(Json(LicencesPage { items, next: None, total }));
    }
    let (mut wanted, as_at) = (asked.wanted(&app)?, asked.as_at(&app)?);
    let mentor = asked.mentor()?;
    let look = app.look(move |tx, house| {
        if let Some(mentor) = mentor {
            let all = mentoring::caseload(tx, &officer, mentor, house.today())?;
            wanted.among = Some(all.into_iter().map(|one| one.member).collect());
        }
        licences::list(tx, house, &officer, &wanted, as_at)
    });
    let found = look.await?;
    let of = |it: licences::Listed| Licence::of(it.row, it.details, as_at);
    Ok(Json(LicencesPage {
        items: found.items.into_iter().map(of).collect(),
        next: found.next.map(written),
        total: found.total,
    }))
}

fn wrong(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// Where a page ended, in one word: `2026-03-02.4711`, or `4711`.
fn written(after: After) -> String {
    let day = after.expires_on.map(|on| format!("{on}.")).unwrap_or_default();
    format!("{day}{}", after.position)
}

fn understood(text: &str) -> Option<After> {
    let (expires_on, position) = match text.split_once('.') {
        Some((day, position)) => (Some(day.parse().ok()?), position),
        None => (None, text),
    };
    Some(After { expires_on, position: position.parse().ok()? })
}

impl LicencesWanted {
    fn within(&self) -> Result<u16, Problem> {
        let days = self.within.as_ref().map_or(Ok(SOON), |raw| raw.parse());
        let days = days.ok().filter(|days| (1..=365).contains(days));
        days.ok_or_else(|| wrong("within", Code::Number))
    }

    fn as_at(&self, app: &App) -> Result<Date, Problem> {
        let Some(raw) = &self.as_at else { return Ok(app.house.today()) };
        raw.parse().map_err(|_| wrong("as_at", Code::Date))
    }

    fn mentor(&self) -> Result<Option<UserId>, Problem> {
        let Some(raw) = &self.mentor else { return Ok(None) };
        raw.parse().map(Some).map_err(|_| wrong("mentor", Code::Word))
    }

    fn wanted(&self, app: &App) -> Result<Wanted, Problem> {
        let within = self.within()?;
        let which = match self.which.as_deref().unwrap_or("all") {
            "all" => Which::All,
            "waiting" => Which::Waiting,
            "valid" => Which::Valid,
            "ending" => Which::Ending(within),
            "expired" => Which::Expired,
            "refused" => Which::Refused,
            "revoked" => Which::Revoked,
            _ => return Err(wrong("which", Code::Word)),
        };
        let kind = |raw: &String| {
            let kind = app.house.permits().kind(raw);
            kind.ok_or_else(|| wrong("kind", Code::Word))
        };
        let limit = self.limit.as_ref().map_or(Ok(50), |raw| raw.parse());
        let limit = limit.ok().filter(|limit| (1..=200).contains(limit));
        let after = self.after.as_ref().map(|raw| understood(raw).ok_or(Code::Number));
        Ok(Wanted {
            which,
            kind: self.kind.as_ref().map(kind).transpose()?,
            among: None,
            after: after.transpose().map_err(|code| wrong("after", code))?,
            limit: limit.ok_or_else(|| wrong("limit", Code::Number))?,
        })
    }
}

/// Open a permit
///
/// The opening is logged.
#[utoipa::path(get, path = "/licences/{id}", tag = "licences",
    params(("id" = Uuid, Path, description = "The permit.")),
    responses(Read, Found, (status = 200, description = "The permit.", body = Licence)))]
pub async fn one(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(licence): RecordId<LicenceId>,
) -> Result<Json<Licence>, Declined> {
    officer.may(Act::OpenFile)?;
    let at = app.house.now();
    let read = app.change(move |tx, house| {
        let seen = licences::see(tx, house, &officer, licence)?;
        let member = seen.row.member.0;
        log_read(tx, house.new_id(), at, &officer, "licences.open", Some(member), 1)?;
        Ok(Licence::of(seen.row, seen.details, house.today()))
    });
    Ok(Json(read.await?))
}
