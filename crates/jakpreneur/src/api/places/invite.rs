//! `POST /classes/{id}/invitations`: inviting by hand, or whoever a question finds.
use crate::{
    App, Code, FieldError, House, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    journal::Done,
    places::{self, PlacesInvited, Whom},
    reports::Words,
    staff::Officer,
};
use axum::{Json, extract::State};
use rules::{Act, ClassId, MemberId, StageKind};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// Whom to invite: `members`, or whoever the other fields find; of those, the longest registered first.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationBody {
    /// Member records, at most 1000.
    members: Option<Vec<Uuid>>,
    /// Living in this area: a region code.
    area: Option<String>,
    /// Registered by this agency: its code.
    agency: Option<String>,
    /// In this kind of business.
    #[schema(pattern = "^(kuliner|fesyen|kerajinan|jasa|lainnya)$")]
    business_type: Option<String>,
    /// On this track; starters alone in a basic class.
    #[schema(pattern = "^(starter|established)$")]
    track: Option<String>,
    /// Who reached this stage: its word.
    reached: Option<String>,
    /// Who did not reach this stage; `training` finds those not trained yet.
    #[schema(example = "training")]
    not_reached: Option<String>,
    /// How many to find at most, 1 to 1000; 100 when not given.
    #[schema(minimum = 1, maximum = 1000)]
    limit: Option<u16>,
    /// Why established businesses are invited to a basic class; at most 1000 characters.
    reason: Option<String>,
}

/// Who was invited.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationAnswer {
    /// The class.
    class: Uuid,
    /// The member records that are invited by it.
    invited: Vec<Uuid>,
    /// Those who were to be invited and are not.
    left_out: Vec<LeftOutLine>,
    /// Where they were invited in the journal.
    position: i64,
}

/// Somebody who was to be invited and is not.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeftOutLine {
    /// The member record.
    member: Uuid,
    /// `not-found`, `established-in-basic-class`, `already-in-class` or `already-invited`.
    code: &'static str,
}

/// Invite
///
/// An invitation takes no seat; who is invited asks for a place like anybody.
#[utoipa::path(post, path = "/classes/{id}/invitations", tag = "classes", request_body = InvitationBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Invited, now or by the same request before.", body = InvitationAnswer),
        (status = 409, description = "`registration-closed`: the last day is over. `class-over`: finished or called \
            off.", body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn invite(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<InvitationBody>,
) -> Result<Json<InvitationAnswer>, Declined> {
    caller.0.may(Act::ManagePlaces)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.clone().unwrap_or_default();
    let members = members(&app, &caller.0, class, sent.value).await?;
    let done =
        app.change(move |tx, house| places::invite(tx, house, &asking, class, &members, &reason));
    Ok(Json(InvitationAnswer::from(done.await?)))
}

async fn members(
    app: &App,
    officer: &Arc<Officer>,
    class: ClassId,
    body: InvitationBody,
) -> Result<Vec<MemberId>, Problem> {
    if body.asks_and_names() {
        return Err(Problem::Invalid(vec![FieldError::new("members", Code::Word)]));
    }
    if let Some(members) = body.members {
        return Ok(members.into_iter().map(MemberId).collect());
    }
    let whom = body.whom(&app.house).map_err(Problem::Invalid)?;
    let (here, officer) = (app.clone(), officer.clone());
    app.blocking(move || places::candidates(&here.db, &here.house, &officer, class, &whom)).await
}

impl InvitationBody {
    /// Whether it names members and asks a question too.
    fn asks_and_names(&self) -> bool {
        let asks = [
            self.area.is_some(),
            self.agency.is_some(),
            self.business_type.is_some(),
            self.track.is_some(),
            self.reached.is_some(),
            self.not_reached.is_some(),
            self.limit.is_some(),
        ];
        self.members.is_some() && asks.contains(&true)
    }

    fn whom(self, house: &House) -> Result<Whom, Vec<FieldError>> {
        let words = Words {
            area: self.area,
            agency: self.agency,
            business_type: self.business_type,
            track: self.track,
            ..Words::default()
        };
        let mut wrong = Vec::new();
        let mut stage = |field, word: Option<String>| {
            let read = word
                .map(|word| StageKind::of_word(&word).ok_or(FieldError::new(field, Code::Stage)));
            read.transpose().map_err(|error| wrong.push(error)).ok().flatten()
        };
        let reached = stage("reached", self.reached);
        let not_reached = stage("not_reached", self.not_reached);
        let limit = usize::from(self.limit.unwrap_or(100));
        if !(1..=1000).contains(&limit) {
            wrong.push(FieldError::new("limit", Code::Number));
        }
        let narrowing = words.understand(house).map_err(|more| wrong.extend(more));
        match narrowing {
            Ok(narrowing) if wrong.is_empty() => {
                Ok(Whom { narrowing, reached, not_reached, limit })
            }
            Ok(_) | Err(()) => Err(wrong),
        }
    }
}

impl From<Done<PlacesInvited>> for InvitationAnswer {
    fn from(done: Done<PlacesInvited>) -> Self {
        let event = done.event;
        let left_out =
            |it: &places::LeftOut| LeftOutLine { member: it.member.0, code: it.why.slug() };
        Self {
            class: event.class.0,
            invited: event.members.iter().map(|member| member.0).collect(),
            left_out: event.left_out.iter().map(left_out).collect(),
            position: done.stamp.position,
        }
    }
}
