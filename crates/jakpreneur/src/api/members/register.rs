//! `POST /members`: registering a resident (P1).
use crate::{
    App, FieldError, House, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Known, Read, Written},
        strict,
    },
    journal::{Change, Done},
    people::{self, Registered, RegistrationForm},
    staff::Officer,
};
use axum::{
    extract::State,
    http::{HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use rules::{Act, BusinessType, Channel, Sex, TargetGroup};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A resident to be registered by an agency, as they and their card say.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegistrationBody {
    /// National identity number, from the KTP: 16 digits; spaces, dots and dashes do not count.
    #[schema(required, value_type = String, example = "3173055506900003")]
    nik: Option<String>,
    /// Name as on the KTP, 1 to 150 characters.
    #[schema(required, value_type = String, example = "Siti Rahmawati")]
    name: Option<String>,
    /// Birth date as on the KTP; read from the NIK when not given.
    #[schema(format = Date)]
    birth_date: Option<String>,
    /// Sex as on the KTP; read from the NIK when not given.
    #[schema(pattern = "^(female|male)$")]
    sex: Option<String>,
    /// An Indonesian phone number, as the resident tells it.
    #[schema(example = "0812 0000 0001")]
    phone: Option<String>,
    /// An e-mail address, as the resident tells it.
    email: Option<String>,
    /// The kelurahan on the KTP: its code, or its name where only one has it.
    #[schema(required, value_type = String, example = "31.73.05.1001")]
    kelurahan: Option<String>,
    /// Street, RT and RW on the KTP, at most 300 characters.
    address: Option<String>,
    /// The trade they are in, or wish to be in.
    #[schema(required, value_type = String, pattern = "^(kuliner|fesyen|kerajinan|jasa|lainnya)$", example = "kuliner")]
    business_type: Option<String>,
    /// Whether they run a business already: decides the track, `established` or `starter`.
    #[schema(required, value_type = bool)]
    has_business: Option<bool>,
    /// The target groups they belong to: `starter`, `established`, `job_seeker`, `poor_family`, `disability`.
    target_groups: Option<Vec<String>>,
    /// The code of the agency that registers.
    #[schema(required, value_type = String, example = "ppkukm")]
    agency: Option<String>,
    /// The code of the responsible kecamatan.
    #[schema(required, value_type = String, example = "31.73.05")]
    office: Option<String>,
    /// How they came in.
    #[schema(required, value_type = String, pattern = "^(counter|field|online|import)$", example = "counter")]
    channel: Option<String>,
    /// The day it happened, not after today.
    #[schema(required, value_type = String, format = Date, example = "2022-01-03")]
    registered_on: Option<String>,
    /// Whether the resident consented to their data being kept; must be true.
    #[schema(required, value_type = bool, example = true)]
    consent: Option<bool>,
    /// Whether a guardian consented; needed for a minor.
    guardian_consent: Option<bool>,
}

/// A registration as recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegistrationAnswer {
    /// The member record.
    id: Uuid,
    /// The member number an officer reads out.
    #[schema(example = "JP317305-0000123-0")]
    number: String,
    /// The person it is of, across agencies.
    person: Uuid,
    /// Whether another agency had registered the person.
    person_known: bool,
    /// `established` when they run a business already, else `starter`.
    #[schema(pattern = "^(starter|established)$")]
    track: &'static str,
    /// The day it happened.
    #[schema(format = Date)]
    registered_on: String,
    /// The agency that registered.
    agency: String,
    /// The responsible kecamatan's code.
    office: String,
    /// The kelurahan's code.
    kelurahan: String,
    /// What looked odd and was accepted all the same, as stable slugs.
    warnings: Vec<String>,
    /// Records in the caller's scope that look like the same person.
    possible_duplicates: Vec<PossibleDuplicate>,
}

/// A record that looks like the same person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PossibleDuplicate {
    /// The record.
    member: Uuid,
    /// What is alike: `name+birth_date` or `phone`.
    basis: String,
}

/// Register a resident
///
/// A NIK that another agency has registered becomes a second member record of the same person.
#[utoipa::path(post, path = "/members", tag = "members", request_body = RegistrationBody,
    params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Registered.", body = RegistrationAnswer,
            headers(("Location" = String, description = "The address of the member record."))),
        (status = 200, description = "The same request under the same key was done before.", body = RegistrationAnswer,
            headers(("Location" = String, description = "The address of the member record."))),
        (status = 409, description = "`nik-registered`: this agency has registered the NIK. `nik-unknown`: the \
            person's data was erased.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn register(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<RegistrationBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::RegisterMember)?;
    let new = sent.value.form(&caller.0, &app.house)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let (done, alike) = app
        .change(move |tx, house| {
            let done = people::register(tx, house, &asking, &new)?;
            let alike = in_scope(tx, &asking.officer, &done.event.similar)?;
            Ok((done, alike))
        })
        .await?;
    Ok(answer(&done, alike))
}

/// Nothing is told of a look-alike the officer may not open.
fn in_scope(
    tx: &mut Change<'_>,
    officer: &Officer,
    similar: &[(rules::MemberId, String)],
) -> Result<Vec<PossibleDuplicate>, Problem> {
    let mut seen = Vec::new();
    for (member, basis) in similar {
        if people::is_within(tx, &officer.scope, *member)? {
            seen.push(PossibleDuplicate { member: member.0, basis: basis.clone() });
        }
    }
    Ok(seen)
}

fn answer(done: &Done<Registered>, possible_duplicates: Vec<PossibleDuplicate>) -> Response {
    let event = &done.event;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let location: [(HeaderName, String); 1] =
        [(header::LOCATION, format!("/api/v1/members/{}", event.member))];
    let body = RegistrationAnswer {
        id: event.member.0,
        number: done.number(),
        person: event.person.0,
        person_known: event.person_known,
        track: event.track.word(),
        registered_on: event.registered_on.to_string(),
        agency: event.agency.to_string(),
        office: event.office.to_string(),
        kelurahan: event.area.to_string(),
        warnings: event.warnings.clone(),
        possible_duplicates,
    };
    (status, location, axum::Json(body)).into_response()
}

impl RegistrationBody {
    /// Understands the body as its documentation says, then as the act does; names everything that is wrong.
    fn form(self, officer: &Officer, house: &House) -> Result<people::Registration, Problem> {
        let mut wrong = self.not_as_documented();
        let understood = RegistrationForm::from(self).understand(house, officer);
        match understood {
            Ok(registration) if wrong.is_empty() => Ok(registration),
            Ok(_) => Err(Problem::Invalid(wrong)),
            Err(Problem::Invalid(more)) => {
                strict::join(&mut wrong, more);
                Err(Problem::Invalid(wrong))
            }
            Err(other) => Err(other),
        }
    }

    fn not_as_documented(&self) -> Vec<FieldError> {
        let mut wrong = strict::Documented::default();
        wrong.given("nik", self.nik.as_ref());
        wrong.given("name", self.name.as_ref());
        wrong.date("birth_date", self.birth_date.as_deref());
        wrong.word("sex", self.sex.as_deref(), Sex::of_word);
        wrong.given("kelurahan", self.kelurahan.as_ref());
        wrong.given("business_type", self.business_type.as_ref());
        wrong.word("business_type", self.business_type.as_deref(), BusinessType::of_word);
        wrong.given("has_business", self.has_business.as_ref());
        for group in self.target_groups.iter().flatten() {
            wrong.word("target_groups", Some(group), TargetGroup::of_word);
        }
        wrong.given("agency", self.agency.as_ref());
        wrong.given("office", self.office.as_ref());
        wrong.given("channel", self.channel.as_ref());
        wrong.word("channel", self.channel.as_deref(), Channel::of_word);
        wrong.given("registered_on", self.registered_on.as_ref());
        wrong.date("registered_on", self.registered_on.as_deref());
        wrong.given("consent", self.consent.as_ref());
        wrong.0
    }
}

impl From<RegistrationBody> for RegistrationForm {
    fn from(body: RegistrationBody) -> Self {
        Self {
            nik: body.nik.unwrap_or_default(),
            name: body.name.unwrap_or_default(),
            birth_date: body.birth_date.unwrap_or_default(),
            sex: body.sex.unwrap_or_default(),
            phone: body.phone.unwrap_or_default(),
            email: body.email.unwrap_or_default(),
            kelurahan: body.kelurahan.unwrap_or_default(),
            kecamatan: String::new(),
            address: body.address.unwrap_or_default(),
            business_type: body.business_type.unwrap_or_default(),
            has_business: body.has_business,
            target_groups: body.target_groups.unwrap_or_default(),
            agency: body.agency.unwrap_or_default(),
            office: body.office.unwrap_or_default(),
            channel: body.channel.unwrap_or_default(),
            registered_on: body.registered_on.unwrap_or_default(),
            consent: body.consent.unwrap_or_default(),
            guardian_consent: body.guardian_consent.unwrap_or_default(),
        }
    }
}
