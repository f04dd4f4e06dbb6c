//! `GET /books/{business}/entries`: the entries of a member's business, in the order in which they were made.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Declined, Found, Read},
    },
    books::{Kept, seen_by},
};
use axum::{Json, extract::State};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which page of the entries.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EntriesWanted {
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of entries.
#[derive(Debug, Serialize, ToSchema)]
pub struct BookEntries {
    /// The entries; one that was taken back stays, and so does what took it back.
    items: Vec<BookEntry>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many there are over all pages.
    total: u64,
}

/// One entry: an amount that leaves one account and enters another.
#[derive(Debug, Serialize, ToSchema)]
pub struct BookEntry {
    /// The entry.
    id: Uuid,
    /// When it happened.
    #[schema(format = Date)]
    occurred_on: String,
    /// What the owner said happened.
    #[schema(example = "sale")]
    kind: &'static str,
    /// The account that is debited, by its number in the chart.
    #[schema(example = "1.1")]
    debit: &'static str,
    /// The account that is credited.
    #[schema(example = "4.1")]
    credit: &'static str,
    /// Whole rupiah, above zero.
    amount: i64,
    /// What the owner noted; of a correction the reason.
    note: String,
    /// The entry that this one takes back.
    reverses: Option<Uuid>,
    /// When it was recorded.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// List the entries of a member's books
///
/// Only while the member consents; otherwise not found. That they were opened is logged, and the member sees it.
#[utoipa::path(get, path = "/books/{business}/entries", tag = "books",
    params(("business" = Uuid, Path, description = "The member record whose business it is."), EntriesWanted),
    responses(Read, Found, (status = 200, description = "A page.", body = BookEntries)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(member): RecordId<MemberId>,
    Query(asked): Query<EntriesWanted>,
) -> Result<Json<BookEntries>, Declined> {
    officer.may(Act::ReadBooks)?;
    let limit = number("limit", asked.limit.as_deref(), (1, 200), 50)?;
    let after = number("after", asked.after.as_deref(), (0, i64::MAX), 0)?;
    let at = app.house.now();
    let (_, opened) = app.change(move |tx, house| seen_by(tx, house, &officer, member, at)).await?;
    let total = opened.kept.len() as u64;
    let most = usize::try_from(limit).unwrap_or_default();
    let mut rest = opened.kept.into_iter().filter(|it| it.position > after).peekable();
    let items: Vec<BookEntry> = rest.by_ref().take(most).map(BookEntry::from).collect();
    let next = rest.peek().and(items.last()).map(|last| last.position);
    Ok(Json(BookEntries { items, next, total }))
}

fn number(
    field: &'static str,
    text: Option<&str>,
    (low, high): (i64, i64),
    otherwise: i64,
) -> Result<i64, Problem> {
    let Some(text) = text else { return Ok(otherwise) };
    let read = text.parse().ok().filter(|number| (low..=high).contains(number));
    read.ok_or_else(|| Problem::Invalid(vec![FieldError::new(field, Code::Number)]))
}

impl From<Kept> for BookEntry {
    fn from(kept: Kept) -> Self {
        let (entry, posting) = (kept.entry, kept.entry.posting);
        Self {
            id: entry.id.0,
            occurred_on: entry.on.to_string(),
            kind: entry.kind.word(),
            debit: posting.debit.number(),
            credit: posting.credit.number(),
            amount: posting.amount.0,
            note: kept.told.note,
            reverses: entry.reverses.map(|id| id.0),
            recorded_at: kept.recorded_at.rfc3339(),
            position: kept.position,
        }
    }
}
