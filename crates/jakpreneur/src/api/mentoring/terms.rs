//! `GET` and `POST /mentors/{id}/terms`, `POST /mentors/terms/{id}/end`: the terms of mentors.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    mentoring::{self, EndTermForm, TermForm, TermRow},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ActId, UserId, mentoring::EndedBecause};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A term.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = MentorTermBody)]
pub struct TermBody {
    /// The agency's code; that of the account when not given.
    agency: String,
    /// The code of a city or kecamatan; that of the account when not given.
    area: String,
    /// The first day.
    #[schema(required, format = Date)]
    from_on: String,
    /// The last day, within five years.
    #[schema(required, format = Date)]
    until_on: String,
}

/// An early end.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = EndMentorTermBody)]
pub struct EndTermBody {
    /// The last day; the day before the first takes the term back whole.
    #[schema(required, format = Date)]
    last_on: String,
    /// Why.
    #[schema(required, pattern = "^(resigned|reassigned|contract|ill|died|mistake)$")]
    because: String,
}

/// The terms of a mentor, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MentorTerms)]
pub struct Terms {
    /// The terms; where there is none, the account alone decides whether members may be given to it.
    items: Vec<Term>,
}

/// A term of a mentor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MentorTerm)]
pub struct Term {
    /// The term: the `Idempotency-Key` it was told with, where one was sent.
    id: Uuid,
    /// The agency's code.
    agency: String,
    /// The code of the area.
    area: String,
    /// The first day.
    #[schema(format = Date)]
    from_on: String,
    /// The last day as agreed.
    #[schema(format = Date)]
    until_on: String,
    /// The last day, where it ended early.
    #[schema(format = Date)]
    ended_on: Option<String>,
    /// Why it ended early.
    #[schema(pattern = "^(resigned|reassigned|contract|ill|died|mistake)$")]
    because: Option<&'static str>,
    /// Whether it runs today.
    running: bool,
}

/// A term that was told or ended.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MentorTermAnswer)]
pub struct TermAnswer {
    /// The term.
    id: Uuid,
    /// The mentor's account.
    mentor: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

/// List the terms of a mentor
///
/// A mentor sees the own alone.
#[utoipa::path(get, path = "/mentors/{id}/terms", tag = "mentoring",
    params(("id" = Uuid, Path, description = "The mentor's account.")),
    responses(Read, Found, (status = 200, description = "The terms.", body = Terms)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(mentor): RecordId<UserId>,
) -> Result<Json<Terms>, Declined> {
    officer.may(Act::VisitMembers)?;
    let today = app.house.today();
    let found = app.look(move |tx, _| mentoring::terms(tx, &officer, mentor)).await?;
    let shown = |row: TermRow| Term {
        id: row.id.0,
        agency: row.agency.to_string(),
        area: row.area.to_string(),
        from_on: row.term.from_on.to_string(),
        until_on: row.term.until_on.to_string(),
        ended_on: row.term.ended_on.map(|on| on.to_string()),
        because: row.because.map(EndedBecause::word),
        running: row.term.runs_on(today),
    };
    Ok(Json(Terms { items: found.into_iter().map(shown).collect() }))
}

/// Tell a term of a mentor
///
/// The first or a renewal, which begins after the term before. From the first term on, members are given to the
/// mentor only on days of a term, and only those of its agency and area.
#[utoipa::path(post, path = "/mentors/{id}/terms", tag = "mentoring", request_body = TermBody,
    params(("id" = Uuid, Path, description = "The mentor's account."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = TermAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = TermAnswer)))]
pub async fn appoint(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(mentor): RecordId<UserId>,
    sent: Sent<TermBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::AssignMentors)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let TermBody { agency, area, from_on, until_on } = sent.value;
    let form = TermForm { agency, area, from_on, until_on };
    let act = app.change(move |tx, house| mentoring::appoint(tx, house, &asking, mentor, &form));
    let done = act.await?;
    let (term, mentor) = (done.event.term.0, done.event.mentor.0);
    let body = TermAnswer { id: term, mentor, position: done.stamp.position };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

/// End a term early
///
/// Its members stay where they are until somebody takes them over, and are on the list of who needs a mentor.
#[utoipa::path(post, path = "/mentors/terms/{id}/end", tag = "mentoring", request_body = EndTermBody,
    params(("id" = Uuid, Path, description = "The term."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = TermAnswer),
        (status = 409, description = "`term-ended`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn end(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(term): RecordId<ActId>,
    sent: Sent<EndTermBody>,
) -> Result<Json<TermAnswer>, Declined> {
    caller.0.may(Act::AssignMentors)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let EndTermBody { last_on, because } = sent.value;
    let form = EndTermForm { last_on, because };
    let done = app.change(move |tx, _| mentoring::end_term(tx, &asking, term, &form)).await?;
    let (term, mentor) = (done.event.term.0, done.event.mentor.0);
    Ok(Json(TermAnswer { id: term, mentor, position: done.stamp.position }))
}
