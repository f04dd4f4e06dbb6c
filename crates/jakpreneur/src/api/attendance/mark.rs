//! `POST /sessions/{id}/attendance`: saying who was at a session.
use super::session_id::SessionId;
use crate::{
    App, Code, FieldError, House, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    attendance::{self, Answer, Marking, Outcome, Told},
    journal::{Asking, Change},
    places,
};
use axum::{Json, extract::State};
use rules::{
    Act, MemberId,
    training::{Mark, Way},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Marks of one session.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarksBody {
    /// Who came and who did not, 1 to 200.
    #[schema(required, value_type = Vec<MarkBody>, min_items = 1, max_items = 200)]
    marks: Option<Vec<MarkBody>>,
    /// How they came in; `list` when not given.
    #[schema(pattern = "^(camera|scanner|photo|list|paper)$")]
    way: Option<String>,
    /// Why earlier marks are corrected; needed where one is.
    reason: Option<String>,
    /// Whether the one who is marked present stands at the door without a place: let in if there is room.
    walk_in: Option<bool>,
}

/// A mark: of `member`, `nik` or `code`, one of the three.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkBody {
    /// The member record.
    member: Option<Uuid>,
    /// A NIK, all 16 digits.
    nik: Option<String>,
    /// What the code on the member card says.
    #[schema(example = "JP1:018F0000000070008000000000000001:K7QX2M9T")]
    code: Option<String>,
    /// Whether they came; `present` when not given.
    #[schema(pattern = "^(present|excused|absent)$")]
    mark: Option<String>,
}

/// What came of the marks.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarksAnswer {
    /// One answer a person, in the order of asking.
    items: Vec<MarkAnswer>,
    /// Where it was recorded in the journal; null where nothing was new.
    position: Option<i64>,
}

/// What came of a mark.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkAnswer {
    /// The record that has the place: another than asked for where the person has several.
    member: Uuid,
    /// `new`, `already` (it was so before) or `left_out`.
    #[schema(pattern = "^(new|already|left_out)$")]
    outcome: &'static str,
    /// The mark that holds; null for who was left out.
    #[schema(pattern = "^(present|excused|absent)$")]
    mark: Option<&'static str>,
    /// Since when it holds.
    #[schema(format = DateTime)]
    at: Option<String>,
    /// Why they were left out: `not-in-class` or `reason`.
    #[schema(nullable = false)]
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
}

/// Mark who was at a session
///
/// The same mark twice is one: the answer says since when it holds. Correcting one needs a `reason`.
#[utoipa::path(post, path = "/sessions/{id}/attendance", tag = "classes", request_body = MarksBody,
    params(("id" = String, Path, description = "The session: the class's id, a dash, the session's number."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Marked, now or before.", body = MarksAnswer),
        (status = 409, description = "`session-not-yet`: its day has not come. `class-over`: finished or called \
            off. `not-in-class`: has no place; let them in with `walk_in`. With `walk_in`: `class-full`, \
            `no-session-today`, `already-in-class`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn mark(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<SessionId>,
    sent: Sent<MarksBody>,
) -> Result<Json<MarksAnswer>, Declined> {
    caller.0.may(Act::MarkAttendance)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let done = app.change(move |tx, house| sent.value.act(tx, house, &asking, id)).await?;
    Ok(Json(MarksAnswer::from(done)))
}

/// So many marks in one request at most.
const MOST: usize = 200;

impl MarksBody {
    fn act(
        self,
        tx: &mut Change<'_>,
        house: &House,
        asking: &Asking,
        id: SessionId,
    ) -> Result<Told, Problem> {
        let way = self.way.map_or(Some(Way::List), |word| Way::of_word(&word));
        let way = way.ok_or_else(|| invalid("way", Code::Word))?;
        let sent = self.marks.ok_or_else(|| invalid("marks", Code::Empty))?;
        if sent.len() > MOST {
            return Err(invalid("marks", Code::Number));
        }
        let mut marks = Vec::with_capacity(sent.len());
        for mark in sent {
            marks.push(mark.understand(tx, house, asking, id)?);
        }
        let reason = self.reason.unwrap_or_default();
        if self.walk_in.unwrap_or_default() {
            let [(member, Mark::Present)] = marks[..] else {
                return Err(invalid("walk_in", Code::Number));
            };
            let at = (id.class, id.number);
            return Ok(attendance::admit(tx, house, asking, at, (member, way), &reason)?.told);
        }
        let marking = Marking { session: id.number, way, marks, reason };
        attendance::mark(tx, house, asking, id.class, &marking)
    }
}

impl MarkBody {
    fn understand(
        self,
        tx: &mut Change<'_>,
        house: &House,
        asking: &Asking,
        id: SessionId,
    ) -> Result<(MemberId, Mark), Problem> {
        let mark = self.mark.map_or(Some(Mark::Present), |word| Mark::of_word(&word));
        let mark = mark.ok_or_else(|| invalid("mark", Code::Word))?;
        let member = match (self.member, self.nik, self.code) {
            (Some(member), None, None) => MemberId(member),
            (None, Some(nik), None) => places::of_nik(tx, house, &asking.officer, id.class, &nik)?,
            (None, None, Some(code)) => attendance::of_card(house, &code)?,
            (None, None, None) => return Err(invalid("member", Code::Empty)),
            (Some(_), _, _) | (None, Some(_), Some(_)) => {
                return Err(invalid("member", Code::Word));
            }
        };
        Ok((member, mark))
    }
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

impl From<Told> for MarksAnswer {
    fn from(told: Told) -> Self {
        let position = told.stamp.map(|stamp| stamp.position);
        Self { items: told.answers.into_iter().map(MarkAnswer::from).collect(), position }
    }
}

impl From<Answer> for MarkAnswer {
    fn from(it: Answer) -> Self {
        let (outcome, mark, at, code) = match it.outcome {
            Outcome::New(mark, at) => ("new", Some(mark), Some(at), None),
            Outcome::Already(mark, at) => ("already", Some(mark), Some(at), None),
            Outcome::LeftOut(code) => ("left_out", None, None, Some(code)),
        };
        Self {
            member: it.member.0,
            outcome,
            mark: mark.map(Mark::word),
            at: at.map(|at| at.rfc3339()),
            code: code.map(Code::slug),
        }
    }
}
