//! `GET /duplicates`, `POST /duplicates/{member}/{other}` and its `/undo`: pairs of records to look at, what was
//! decided, and taking that back.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, Query, RecordId, Sent},
        problem::{Aloud, Declined, Found, Known, Read, Written},
    },
    people::{self, Decision, Pair},
    staff::Officer,
};
use axum::{Json, extract::State};
use db::{Position, Tx};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// The routes of look-alikes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(pairs)).routes(routes!(decide)).routes(routes!(undo))
}

/// The most pairs one registration makes.
const OF_ONE: usize = 5;

/// Which page of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Page {
    /// About how many at once, 1 to 200; 50 when not given. The pairs of one record stay together.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of undecided pairs, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct PairsPage {
    /// The pairs.
    items: Vec<PairLine>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many undecided pairs there are over all pages.
    total: u64,
}

/// Two records that look like one person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PairLine {
    /// The newer record, in the caller's scope.
    member: Uuid,
    /// The older one; nothing else is told of it outside the caller's scope.
    other: Uuid,
    /// What is alike: `name+birth_date`, `phone` or `nik`.
    basis: String,
    /// Where they were put on the list in the journal.
    position: i64,
}

/// List possible duplicates
#[utoipa::path(get, path = "/duplicates", tag = "duplicates", params(Page),
    responses(Aloud, Read, (status = 200, description = "A page of pairs.", body = PairsPage)))]
pub async fn pairs(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(page): Query<Page>,
) -> Result<Json<PairsPage>, Declined> {
    officer.may(Act::ReviewDuplicates)?;
    let limit: usize = number("limit", page.limit.as_deref())?.unwrap_or(50);
    if !(1..=200).contains(&limit) {
        return Err(invalid("limit", Code::Number).into());
    }
    let after: Option<u32> = number("after", page.after.as_deref())?;
    let after = after.map(Position::from);
    Ok(Json(app.look(move |tx, _| read(tx, &officer, after, limit)).await?))
}

/// A page that never ends between the pairs of one record, since the next one starts below its position.
fn read(
    tx: &mut Tx<'_>,
    officer: &Officer,
    after: Option<Position>,
    limit: usize,
) -> Result<PairsPage, Problem> {
    let most = i64::try_from(limit + OF_ONE).unwrap_or(i64::MAX);
    let mut found = people::pairs(tx, &officer.scope, after, most)?;
    let last = found.get(limit - 1).map(|pair| pair.position);
    let beyond = |pair: &Pair| last.is_some_and(|last| pair.position < last);
    let more = found.iter().any(beyond);
    found.retain(|pair| !beyond(pair));
    Ok(PairsPage {
        next: last.filter(|_| more),
        total: people::undecided(tx, &officer.scope)?,
        items: found.into_iter().map(PairLine::from).collect(),
    })
}

fn number<T: std::str::FromStr>(
    field: &'static str,
    text: Option<&str>,
) -> Result<Option<T>, Problem> {
    text.map(|text| text.parse().map_err(|_| invalid(field, Code::Number))).transpose()
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

impl From<Pair> for PairLine {
    fn from(pair: Pair) -> Self {
        Self {
            member: pair.member.0,
            other: pair.other.0,
            basis: pair.basis,
            position: pair.position,
        }
    }
}

/// What was decided about two records.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionBody {
    /// `same`: they are one person, who counts once from now on. `different`: they are two people.
    #[schema(required, value_type = String, pattern = "^(same|different)$", example = "different")]
    decision: Option<String>,
}

/// A decision as recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionAnswer {
    /// The newer record.
    member: Uuid,
    /// The older one.
    other: Uuid,
    /// What was decided.
    #[schema(pattern = "^(same|different)$")]
    decision: &'static str,
    /// The person the newer record is of from now on.
    person: Uuid,
    /// Where it was decided in the journal.
    position: i64,
}

/// Decide about a pair
///
/// A person's word stands: the pair is not asked about again.
#[utoipa::path(post, path = "/duplicates/{member}/{other}", tag = "duplicates", request_body = DecisionBody,
    params(("member" = Uuid, Path, description = "The newer record."),
        ("other" = Uuid, Path, description = "The older record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Decided, now or by the same request before.", body = DecisionAnswer),
        (status = 409, description = "`already-linked`: it was decided before.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn decide(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId((member, other)): RecordId<(MemberId, MemberId)>,
    sent: Sent<DecisionBody>,
) -> Result<Json<DecisionAnswer>, Declined> {
    caller.0.may(Act::ReviewDuplicates)?;
    let decision = match sent.value.decision.as_deref() {
        Some("same") => Decision::Same,
        Some("different") => Decision::Different,
        Some(_) => return Err(invalid("decision", Code::Word).into()),
        None => return Err(invalid("decision", Code::Empty).into()),
    };
    let asking = key.asking(&app, &caller, &sent.bytes);
    let done = app.change(move |tx, _| people::decide(tx, &asking, member, other, decision));
    let done = done.await?;
    Ok(Json(DecisionAnswer {
        member: done.event.member.0,
        other: done.event.other.0,
        decision: done.event.decision.word(),
        person: done.event.person.0,
        position: done.stamp.position,
    }))
}

/// Why a decision is undone.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoBody {
    /// Why, at most 1000 characters; sealed like the data itself.
    #[schema(required, value_type = String, example = "dua orang bersaudara")]
    reason: Option<String>,
}

/// A decision that was undone.
#[derive(Debug, Serialize, ToSchema)]
pub struct UndoAnswer {
    /// The newer record.
    member: Uuid,
    /// The older one.
    other: Uuid,
    /// What had been decided. After `same` the records are of two people; after `different` the pair waits
    /// for a decision again.
    #[schema(pattern = "^(same|different)$")]
    undone: &'static str,
    /// The person the newer record is of from now on.
    person: Uuid,
    /// Where it was undone in the journal.
    position: i64,
}

/// Undo a decision about a pair
///
/// Records that were joined are parted again, as they were before, and are not asked about again.
#[utoipa::path(post, path = "/duplicates/{member}/{other}/undo", tag = "duplicates", request_body = UndoBody,
    params(("member" = Uuid, Path, description = "The newer record."),
        ("other" = Uuid, Path, description = "The older record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Undone, now or by the same request before.", body = UndoAnswer),
        (status = 409, description = "`undecided`: nobody has decided about the pair. `erased`: the person's data \
            was erased.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn undo(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId((member, other)): RecordId<(MemberId, MemberId)>,
    sent: Sent<UndoBody>,
) -> Result<Json<UndoAnswer>, Declined> {
    caller.0.may(Act::ReviewDuplicates)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let done =
        app.change(move |tx, house| people::undo(tx, house, &asking, member, other, &reason));
    let done = done.await?;
    Ok(Json(UndoAnswer {
        member: done.event.member.0,
        other: done.event.other.0,
        undone: done.event.decision.word(),
        person: done.event.person.0,
        position: done.stamp.position,
    }))
}
