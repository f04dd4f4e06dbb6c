//! Pairs that were decided, each of which can be undone with a reason.
use super::DUPLICATES;
use crate::{
    App, House, Problem,
    people::{self, DecidedPair, Decision, MemberRow},
    staff::{Officer, name_of},
    web::Posted,
    words::{self, Lang, day, fill},
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use db::{Position, Tx};
use rules::MemberId;

/// So many decided pairs are shown at once.
const PAGE: usize = 20;

/// Decided pairs, as shown.
#[derive(Default)]
pub(super) struct Decided {
    pub lines: Vec<Line>,
    /// Where the next page begins.
    pub next: Option<Position>,
}

/// A pair and what stands of it.
pub(super) struct Line {
    pub act_id: String,
    pub member: MemberId,
    pub other: MemberId,
    pub one: String,
    pub two: String,
    /// `Satu orang` or `Dua orang`.
    pub verdict: &'static str,
    /// Whether they are one person.
    pub joined: bool,
    /// When and by whom.
    pub recorded: String,
    /// Why they were parted.
    pub reason: Option<String>,
    /// The id of the field where undoing is explained.
    pub field: String,
}

impl Decided {
    /// The latest decisions first, before a position.
    pub(super) fn look(
        tx: &mut Tx<'_>,
        house: &House,
        officer: &Officer,
        lang: Lang,
        before: Option<Position>,
    ) -> Result<Self, Problem> {
        let limit = i64::try_from(PAGE + 1).unwrap_or_default();
        let mut pairs = people::decided(tx, &officer.scope, before, limit)?;
        let more = pairs.len() > PAGE;
        pairs.truncate(PAGE);
        let next = pairs.last().map(|last| last.position).filter(|_| more);
        let mut lines = Vec::with_capacity(pairs.len());
        for pair in &pairs {
            lines.extend(line(tx, house, officer, lang, pair)?);
        }
        Ok(Self { lines, next })
    }
}

fn line(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    lang: Lang,
    pair: &DecidedPair,
) -> Result<Option<Line>, Problem> {
    let w = words::Counter::of(lang);
    let Some(one) = people::record(tx, &officer.scope, pair.member)? else { return Ok(None) };
    let Some(two) = people::record(tx, &officer.scope, pair.other)? else { return Ok(None) };
    let joined = pair.decision == Decision::Same;
    let by = if pair.by == "system" { w.operator.to_owned() } else { name_of(tx, &pair.by)? };
    let at = format!("{} {}", day(pair.at.date(), lang), pair.at.clock());
    Ok(Some(Line {
        act_id: house.new_id().to_string(),
        member: pair.member,
        other: pair.other,
        verdict: if joined { w.is_one } else { w.is_two },
        joined,
        recorded: fill(w.decided_at, &[("at", &at), ("by", &by)]),
        reason: pair.reason.as_ref().and_then(|sealed| open(house, &one, sealed)),
        field: field(pair.member, pair.other),
        one: named(house, &one),
        two: named(house, &two),
    }))
}

fn open(house: &House, row: &MemberRow, sealed: &[u8]) -> Option<String> {
    let key = house.seal.person_key(row.keyed_by, row.salt.as_ref()?);
    let clear = key.open(row.id.0.as_bytes(), sealed)?;
    String::from_utf8(clear.to_vec()).ok()
}

fn named(house: &House, row: &MemberRow) -> String {
    let name = row.identity(&house.seal).map(|known| known.name.as_str().to_owned());
    name.map_or_else(|| row.number.clone(), |name| format!("{name}, {}", row.number))
}

/// The id of the field where undoing a pair's decision is explained.
fn field(member: MemberId, other: MemberId) -> String {
    format!("alasan-{member}-{other}")
}

/// Undoes a decision; the form comes back where the reason is missing.
pub(super) async fn undo(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let id = |field| posted.fields.get(field).parse().map(MemberId).map_err(|_| Problem::NotFound);
    let (member, other) = (id("member")?, id("other")?);
    let reason = posted.fields.get("reason").to_owned();
    let undone =
        app.change(move |tx, house| people::undo(tx, house, &asking, member, other, &reason));
    match undone.await {
        Ok(_) => Ok(Redirect::to(&format!("{DUPLICATES}?putusan=undone")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let wrong = (field(member, other), wrong.first().map(|wrong| wrong.code));
            super::duplicates::again(&app, &posted.visit, wrong).await
        }
        Err(other) => Err(other),
    }
}
