//! `GET /changes`: the change feed, in commit order, for other systems.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
    people,
    staff::{Officer, Scope},
};
use axum::{Json, extract::State};
use db::{Entry, Position, Tx};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// The routes of the change feed.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(changes))
}

/// Sealed values: nobody outside can open them.
const SEALED: [&str; 4] = ["identity", "remarks", "reason", "destination"];
/// Ids of records the caller may not be let to see.
const OF_OTHERS: [&str; 2] = ["similar", "other"];
/// What a member does in their own books: when somebody took a loan is nobody's business without consent.
const OWN: &str = "books.";
/// How many entries are looked through for one page.
const LOOKED_THROUGH: i64 = 5_000;

/// From where the feed is read.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Since {
    /// The `next` of the page before; 0 (when not given) for everything.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
    /// How many at once, 1 to 1000; 100 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 1000)]
    limit: Option<String>,
}

/// A page of the feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangesPage {
    /// What happened, in commit order.
    pub(crate) items: Vec<ChangeEntry>,
    /// What to ask `after` next, now or later: a position never comes before one that was read.
    pub(crate) next: i64,
    /// The journal's end at this moment; the feed is read to the end when `next` is it.
    position: i64,
}

/// What one act did.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeEntry {
    /// Its place in the journal, which is its place in commit order.
    pub(crate) position: i64,
    /// The act's word, such as `member.register`.
    act: String,
    /// When it was recorded, by the server's clock.
    #[schema(format = DateTime)]
    pub(crate) at: String,
    /// Who did it: an account's id, a member's own record, or `system`.
    actor: String,
    /// The area the actor sat in.
    office: Option<String>,
    /// The record it concerns.
    subject: Option<Uuid>,
    /// What happened, without what is sealed.
    #[schema(value_type = Object)]
    payload: Value,
}

/// Follow the changes
///
/// Entries about members outside the caller's scope are left out, and so is what members do in their own books;
/// positions may have gaps.
#[utoipa::path(get, path = "/changes", tag = "changes", params(Since),
    responses(Aloud, Read, (status = 200, description = "A page of the feed.", body = ChangesPage)))]
pub async fn changes(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(since): Query<Since>,
) -> Result<Json<ChangesPage>, Declined> {
    officer.may(Act::ReadChanges)?;
    let after = number("after", since.after.as_deref(), 0, i64::MAX, 0)?;
    let limit = number("limit", since.limit.as_deref(), 1, 1000, 100)?;
    let after = After { position: after, until: Position::MAX, limit };
    let page = app.look(move |tx, _| page(tx, &officer, after, &|_| true)).await?;
    Ok(Json(page))
}

fn number(
    field: &'static str,
    text: Option<&str>,
    low: i64,
    high: i64,
    otherwise: i64,
) -> Result<i64, Problem> {
    let Some(text) = text else { return Ok(otherwise) };
    let read = text.parse().ok().filter(|number| (low..=high).contains(number));
    read.ok_or(Problem::Invalid(vec![FieldError::new(field, Code::Number)]))
}

/// Which part of the feed is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct After {
    /// After this position
    pub position: Position,
    /// and up to that,
    pub until: Position,
    /// at most so many at once.
    pub limit: i64,
}

/// A page of what an officer may know, of the acts that are wanted. Partner systems are told by the same
/// function, so that they can never be told more.
pub(crate) fn page(
    tx: &mut Tx<'_>,
    officer: &Officer,
    After { position: after, until, limit }: After,
    wanted_act: &dyn Fn(&str) -> bool,
) -> Result<ChangesPage, Problem> {
    let everywhere = sees_everything(&officer.scope);
    let read = if everywhere { limit } else { LOOKED_THROUGH };
    let mut entries = Vec::new();
    tx.entries(after, read, |entry| {
        entries.push(entry);
        Ok(())
    })?;
    let wanted = usize::try_from(limit).unwrap_or_default();
    let (mut items, mut next) = (Vec::new(), after);
    for entry in entries {
        if items.len() == wanted || entry.position > until {
            break;
        }
        next = entry.position;
        if entry.act.starts_with(OWN) || !wanted_act(&entry.act) {
            continue;
        }
        if everywhere || seen(tx, &officer.scope, &entry)? {
            items.push(ChangeEntry::of(entry, everywhere));
        }
    }
    Ok(ChangesPage { items, next, position: tx.chain()?.position })
}

fn sees_everything(scope: &Scope) -> bool {
    scope.agency().is_none() && scope.area().is_none()
}

/// Whether the entry is about a member in scope. What is about no member is for those who see everything.
fn seen(tx: &mut Tx<'_>, scope: &Scope, entry: &Entry) -> Result<bool, Problem> {
    let Some(subject) = entry.subject else { return Ok(false) };
    people::is_within(tx, scope, MemberId(subject))
}

impl ChangeEntry {
    fn of(entry: Entry, everywhere: bool) -> Self {
        let mut payload: Value = serde_json::from_str(&entry.payload).unwrap_or_default();
        if let Some(fields) = payload.as_object_mut() {
            fields.retain(|field, _| !SEALED.contains(&field.as_str()));
            fields.retain(|field, _| everywhere || !OF_OTHERS.contains(&field.as_str()));
        }
        Self {
            position: entry.position,
            act: entry.act,
            at: entry.at.rfc3339(),
            actor: entry.actor,
            office: entry.office,
            subject: entry.subject,
            payload,
        }
    }
}
