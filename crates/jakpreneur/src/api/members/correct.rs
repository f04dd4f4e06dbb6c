//! `PATCH /members/{id}`: correcting what was recorded of a member, or saying that the member moved.
use crate::{
    App, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
        strict,
    },
    journal::Done,
    people::{self, Corrected, CorrectionForm},
};
use axum::{Json, extract::State};
use rules::{Act, BusinessType, MemberId, Sex, TargetGroup};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is to be different of a record. What is not given stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionBody {
    /// Why, at most 1000 characters; sealed like the data itself.
    #[schema(required, value_type = String, example = "salah ketik")]
    reason: Option<String>,
    /// From when the new `kelurahan` or `office` holds, where the member moved: the old one holds until the
    /// day before. When not given the old one was a mistake, and the new one holds from when it did.
    #[schema(format = Date)]
    moved_on: Option<String>,
    /// National identity number, from the KTP: 16 digits; spaces, dots and dashes do not count.
    nik: Option<String>,
    /// Name as on the KTP, 1 to 150 characters.
    name: Option<String>,
    /// Birth date as on the KTP.
    #[schema(format = Date)]
    birth_date: Option<String>,
    /// Sex as on the KTP.
    #[schema(pattern = "^(female|male)$")]
    sex: Option<String>,
    /// An Indonesian phone number; empty takes it away.
    phone: Option<String>,
    /// An e-mail address; empty takes it away.
    email: Option<String>,
    /// Street, RT and RW on the KTP, at most 300 characters; empty takes it away.
    address: Option<String>,
    /// The kelurahan: its code, or its name where only one has it. A kecamatan's code where it is not known.
    kelurahan: Option<String>,
    /// The code of the responsible kecamatan, also outside the caller's scope: the file goes there.
    office: Option<String>,
    /// The trade they are in, or wish to be in.
    #[schema(pattern = "^(kuliner|fesyen|kerajinan|jasa|lainnya)$")]
    business_type: Option<String>,
    /// Whether they run a business already: decides the track, `established` or `starter`.
    has_business: Option<bool>,
    /// All target groups they belong to: `starter`, `established`, `job_seeker`, `poor_family`, `disability`.
    target_groups: Option<Vec<String>>,
    /// The day of registration: not after today, nor after a service that stands.
    #[schema(format = Date)]
    registered_on: Option<String>,
}

/// A correction as recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct CorrectionAnswer {
    /// The member record.
    id: Uuid,
    /// What is different, as named in `GET /members/{id}`.
    fields: Vec<&'static str>,
    /// From when the new place holds; null where the old one was a mistake.
    #[schema(format = Date)]
    moved_on: Option<String>,
    /// Records in the caller's scope of another person with the same NIK: on the list of pairs to look at.
    possible_duplicates: Vec<Uuid>,
    /// When it was recorded, by the server's clock.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Its place in the journal.
    position: i64,
}

/// Correct a member's record
///
/// A new fact with a reason: what was recorded before stays in the timeline, and figures as known at an
/// earlier position do not change.
#[utoipa::path(patch, path = "/members/{id}", tag = "members", request_body = CorrectionBody,
    params(("id" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Corrected, now or by the same request before.", body = CorrectionAnswer),
        (status = 409, description = "`nik-registered`: this agency has registered the NIK for another member. \
            `unchanged`: nothing would be different. `erased`: the person's data was erased.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn correct(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<CorrectionBody>,
) -> Result<Json<CorrectionAnswer>, Declined> {
    caller.0.may(Act::CorrectMember)?;
    let wrong = sent.value.not_as_documented();
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = CorrectionForm::from(sent.value);
    let (done, alike) = app
        .change(move |tx, house| {
            let done = people::correct(tx, house, &asking, member, &form);
            let done = strict::with_the_rest(done, wrong)?;
            let mut alike = Vec::new();
            for (other, _) in &done.event.similar {
                if people::is_within(tx, &asking.officer.scope, *other)? {
                    alike.push(other.0);
                }
            }
            Ok::<_, Problem>((done, alike))
        })
        .await?;
    Ok(Json(answer(&done, alike)))
}

fn answer(done: &Done<Corrected>, possible_duplicates: Vec<Uuid>) -> CorrectionAnswer {
    CorrectionAnswer {
        id: done.event.member.0,
        fields: done.event.fields.iter().map(|field| field.word()).collect(),
        moved_on: done.event.moved_on.map(|on| on.to_string()),
        possible_duplicates,
        recorded_at: done.stamp.at.rfc3339(),
        position: done.stamp.position,
    }
}

impl CorrectionBody {
    fn not_as_documented(&self) -> Vec<FieldError> {
        let mut wrong = strict::Documented::default();
        wrong.given("reason", self.reason.as_ref());
        wrong.date("moved_on", self.moved_on.as_deref());
        wrong.date("birth_date", self.birth_date.as_deref());
        wrong.word("sex", self.sex.as_deref(), Sex::of_word);
        wrong.word("business_type", self.business_type.as_deref(), BusinessType::of_word);
        for group in self.target_groups.iter().flatten() {
            wrong.word("target_groups", Some(group), TargetGroup::of_word);
        }
        wrong.date("registered_on", self.registered_on.as_deref());
        wrong.0
    }
}

impl From<CorrectionBody> for CorrectionForm {
    fn from(body: CorrectionBody) -> Self {
        Self {
            nik: body.nik,
            name: body.name,
            birth_date: body.birth_date,
            sex: body.sex,
            phone: body.phone,
            email: body.email,
            address: body.address,
            target_groups: body.target_groups,
            kelurahan: body.kelurahan,
            office: body.office,
            has_business: body.has_business,
            business_type: body.business_type,
            registered_on: body.registered_on,
            moved_on: body.moved_on.unwrap_or_default(),
            reason: body.reason.unwrap_or_default(),
        }
    }
}
