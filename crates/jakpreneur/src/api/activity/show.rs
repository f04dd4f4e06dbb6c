//! `GET /members/{id}/activity`: whether a member still takes part.
use crate::{
    App,
    activity::{self, Standing},
    api::{
        asking::{Caller, RecordId},
        problem::{Declined, Found, Read},
    },
    staff::log_read,
};
use axum::{Json, extract::State};
use rules::MemberId;
use serde::Serialize;
use utoipa::ToSchema;

/// How a member stands today.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberActivity {
    /// Whether they take part.
    #[schema(pattern = "^(active|inactive|ended)$")]
    activity: &'static str,
    /// The last day on which they were met, served, measured or present in a class.
    #[schema(format = Date)]
    last_seen_on: Option<String>,
    /// An officer's newest word: `active` or `inactive`.
    overruled: Option<&'static str>,
    /// Since when the officer says so.
    #[schema(format = Date)]
    overruled_from: Option<String>,
    /// Why the membership ended: `moved_out`, `unknown_address`, `died`, `duplicate`.
    end_reason: Option<&'static str>,
    /// The first day without membership.
    #[schema(format = Date)]
    ended_on: Option<String>,
    /// What the newest check of the domicile found; `unchecked` where nobody looked.
    #[schema(
        pattern = "^(matches|moved_out|unknown|whereabouts_unknown|no_such_rt|died|unchecked)$"
    )]
    domicile: &'static str,
    /// When it was checked.
    #[schema(format = Date)]
    checked_on: Option<String>,
}

/// Say whether a member takes part
///
/// Computed: active while seen within the months that `activity_patience` says for the day (6 as delivered), unless an officer says otherwise or the membership ended.
/// That it was read is logged.
#[utoipa::path(get, path = "/members/{id}/activity", tag = "mentoring",
    params(("id" = uuid::Uuid, Path, description = "The member record.")),
    responses(Read, Found, (status = 200, description = "How the member stands.", body = MemberActivity)))]
pub async fn show(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(member): RecordId<MemberId>,
) -> Result<Json<MemberActivity>, Declined> {
    let (at, today) = (app.house.now(), app.house.today());
    let act = app.change(move |tx, house| {
        let found = activity::standing(tx, house, &officer, member, today)?;
        log_read(tx, house.new_id(), at, &officer, "activity.member", Some(member.0), 1)?;
        Ok(found)
    });
    Ok(Json(act.await?.into()))
}

impl From<Standing> for MemberActivity {
    fn from(found: Standing) -> Self {
        let word = found.overruled.as_ref();
        let check = found.domicile.as_ref();
        Self {
            activity: found.activity.word(),
            last_seen_on: found.last_seen.map(|on| on.to_string()),
            overruled: word.map(|word| if word.is_active { "active" } else { "inactive" }),
            overruled_from: word.map(|word| word.on.to_string()),
            end_reason: found.ended.map(|ended| ended.reason.word()),
            ended_on: found.ended.map(|ended| ended.on.to_string()),
            domicile: check.map_or("unchecked", |check| check.result.word()),
            checked_on: check.map(|check| check.on.to_string()),
        }
    }
}
