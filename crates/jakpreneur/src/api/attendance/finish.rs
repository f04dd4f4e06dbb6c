//! `GET` and `POST /classes/{id}/finish`: how a class would end, and ending it.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Aloud, Declined, Found, Known, Read, Written},
    },
    attendance::{self, ClassFinished, Fate, Outlook},
    journal::Done,
};
use axum::{Json, extract::State};
use rules::{Act, ClassId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// How a class would end if it were closed today.
#[derive(Debug, Serialize, ToSchema)]
pub struct OutlookAnswer {
    /// The class.
    class: Uuid,
    /// The share of sessions that finishers are present at, in percent.
    share: u8,
    /// The sessions somebody was marked at; these are held.
    held: Vec<i16>,
    /// The sessions nobody was marked at; they do not count.
    unmarked: Vec<i16>,
    /// Everybody with a place, by name.
    items: Vec<ProspectLine>,
}

/// What would become of somebody with a place.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProspectLine {
    /// The member record.
    member: Uuid,
    /// The name; empty once the person's data was erased.
    name: String,
    /// At how many sessions they were present.
    attended: u32,
    /// Whether they would finish.
    finishes: bool,
    /// Why they cannot, where they were there often enough: `before-registration`.
    cannot: Option<&'static str>,
}

/// Nothing but the wish to close the class.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishBody {}

/// A class that was closed.
#[derive(Debug, Serialize, ToSchema)]
pub struct FinishAnswer {
    /// The class.
    class: Uuid,
    /// How many sessions were held.
    held: u32,
    /// Who received the training.
    finishers: Vec<FinisherLine>,
    /// Who had a place and did not.
    others: Vec<NotFinishedLine>,
    /// When it was closed, by the server's clock.
    #[schema(format = DateTime)]
    finished_at: String,
    /// Where in the journal.
    position: i64,
}

/// Somebody who finished.
#[derive(Debug, Serialize, ToSchema)]
pub struct FinisherLine {
    /// The member record.
    member: Uuid,
    /// The training they received.
    service: Uuid,
    /// At how many sessions they were present.
    attended: u32,
}

/// Somebody who had a place and did not finish.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotFinishedLine {
    /// The member record.
    member: Uuid,
    /// At how many sessions they were present.
    attended: u32,
    /// Why they could not, where they were there often enough.
    cannot: Option<String>,
}

/// Look how a class would end
#[utoipa::path(get, path = "/classes/{id}/finish", tag = "classes",
    params(("id" = Uuid, Path, description = "The class.")),
    responses(Aloud, Read, Found,
        (status = 200, description = "Who would finish, who would not and why.", body = OutlookAnswer)))]
pub async fn outlook(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(class): RecordId<ClassId>,
) -> Result<Json<OutlookAnswer>, Declined> {
    let seen =
        app.look(move |tx, house| attendance::outlook(tx, house, &officer, class, house.today()));
    Ok(Json(OutlookAnswer::from(seen.await?)))
}

/// Close a class
///
/// After its last session. Who was present often enough has received training, and counts at once.
#[utoipa::path(post, path = "/classes/{id}/finish", tag = "classes", request_body = FinishBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Closed, now or by the same request before.", body = FinishAnswer),
        (status = 409, description = "`class-not-over`: the last session's day has not come. `nobody-marked`: \
            no session has a mark. `class-over`: it is finished or called off.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn finish(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<FinishBody>,
) -> Result<Json<FinishAnswer>, Declined> {
    caller.0.may(Act::FinishClass)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let done = app.change(move |tx, house| attendance::finish(tx, house, &asking, class)).await?;
    Ok(Json(FinishAnswer::from(done)))
}

impl From<Outlook> for OutlookAnswer {
    fn from(it: Outlook) -> Self {
        let numbers = |sessions: Vec<crate::classes::Session>| {
            sessions.into_iter().map(|session| session.number).collect()
        };
        let line = |one: attendance::Prospect| ProspectLine {
            member: one.row.id.0,
            name: one.name,
            attended: one.attended,
            finishes: one.fate == Fate::Finishes,
            cannot: one.fate.cannot().map(crate::Code::slug),
        };
        Self {
            class: it.class.id.0,
            share: it.class.announced.share.percent(),
            held: numbers(it.held),
            unmarked: numbers(it.unmarked),
            items: it.people.into_iter().map(line).collect(),
        }
    }
}

impl From<Done<ClassFinished>> for FinishAnswer {
    fn from(done: Done<ClassFinished>) -> Self {
        let it = done.event;
        let finisher = |one: attendance::Finisher| FinisherLine {
            member: one.member.0,
            service: one.service.0,
            attended: one.attended,
        };
        let other = |one: attendance::NotFinished| NotFinishedLine {
            member: one.member.0,
            attended: one.attended,
            cannot: one.cannot,
        };
        Self {
            class: it.class.0,
            held: it.held,
            finishers: it.finishers.into_iter().map(finisher).collect(),
            others: it.others.into_iter().map(other).collect(),
            finished_at: done.stamp.at.rfc3339(),
            position: done.stamp.position,
        }
    }
}
