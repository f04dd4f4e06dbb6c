//! `GET /members/{id}`: a member's file, opened; the opening is logged.
use crate::{
    App, House, Problem,
    api::{
        asking::{Caller, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    people::{self, File, MemberRow},
    staff::Officer,
};
use axum::{Json, extract::State};
use rules::{Act, Instant, MemberId, TargetGroup};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// A member's whole file. What identifies the person is null once it was erased.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberFile {
    /// The member record.
    id: Uuid,
    /// The member number an officer reads out.
    number: String,
    /// The person it is of, across agencies.
    person: Uuid,
    /// Whether the person's data was erased.
    erased: bool,
    /// The NIK in full, from the KTP.
    nik: Option<String>,
    /// The name as on the KTP.
    name: Option<String>,
    /// As on the KTP or read from the NIK.
    #[schema(format = Date)]
    birth_date: Option<String>,
    /// As on the KTP or read from the NIK.
    #[schema(pattern = "^(female|male)$")]
    sex: Option<&'static str>,
    /// For calls, as the resident told it: digits with the country code.
    phone: Option<String>,
    /// For letters, as the resident told it.
    email: Option<String>,
    /// Street, RT and RW on the KTP.
    address: Option<String>,
    /// The target groups they belong to.
    target_groups: Vec<&'static str>,
    /// The kelurahan's code; the kecamatan's where the kelurahan is not known.
    kelurahan: String,
    /// Its name.
    kelurahan_name: String,
    /// The agency that registered.
    agency: String,
    /// The responsible kecamatan's code.
    office: String,
    /// Whether they ran a business at registration.
    #[schema(pattern = "^(starter|established)$")]
    track: &'static str,
    /// The trade.
    #[schema(pattern = "^(kuliner|fesyen|kerajinan|jasa|lainnya)$")]
    business_type: &'static str,
    /// How they came in.
    #[schema(pattern = "^(counter|field|online|import)$")]
    channel: &'static str,
    /// The day of registration.
    #[schema(format = Date)]
    registered_on: String,
    /// When it was recorded, by the server's clock.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Who recorded it: an account's id, or `system`.
    recorded_by: String,
    /// Other records of the person in the caller's scope.
    others: Vec<OtherRecord>,
    /// Whether an agency outside the caller's scope has registered the person too.
    known_elsewhere: bool,
}

/// Another record of the same person.
#[derive(Debug, Serialize, ToSchema)]
pub struct OtherRecord {
    /// The member record.
    id: Uuid,
    /// Its number.
    number: String,
    /// The agency that registered.
    agency: String,
    /// The responsible kecamatan's code.
    office: String,
}

/// Open a member's file
///
/// The only answer with the NIK in full. Who opened it and when is logged in the same commit.
#[utoipa::path(get, path = "/members/{id}", tag = "members",
    params(("id" = Uuid, Path, description = "The member record.")),
    responses(Aloud, Read, Found, (status = 200, description = "The file.", body = MemberFile)))]
pub async fn open(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(member): RecordId<MemberId>,
) -> Result<Json<MemberFile>, Declined> {
    let file = opened(&app, officer, member).await?;
    Ok(Json(MemberFile::of(&app.house, file)))
}

/// The file; its opening is in the read log.
pub(super) async fn opened(
    app: &App,
    officer: Arc<Officer>,
    member: MemberId,
) -> Result<File, Problem> {
    officer.may(Act::OpenFile)?;
    let (at, log): (Instant, Uuid) = (app.house.now(), app.house.new_id());
    app.change(move |tx, house| people::open_file(tx, house, &officer, at, log, member)).await
}

impl MemberFile {
    fn of(house: &House, file: File) -> Self {
        let row = file.row;
        let known = file.identity;
        let known = known.as_ref();
        Self {
            id: row.id.0,
            person: row.person.0,
            erased: known.is_none(),
            nik: known.map(|it| it.nik.digits().to_owned()),
            name: known.map(|it| it.name.as_str().to_owned()),
            birth_date: known.and_then(|it| it.birth_date).map(|on| on.to_string()),
            sex: row.sex.map(rules::Sex::word),
            phone: known.and_then(|it| it.phone.as_ref()).map(|it| it.digits().to_owned()),
            email: known.and_then(|it| it.email.as_ref()).map(|it| it.as_str().to_owned()),
            address: known.and_then(|it| it.address.clone()),
            target_groups: known
                .map(|it| it.target_groups.iter().map(|group| TargetGroup::word(*group)).collect())
                .unwrap_or_default(),
            kelurahan_name: house.region_name(row.area),
            kelurahan: row.area.to_string(),
            agency: row.agency.to_string(),
            office: row.office.to_string(),
            track: row.track.word(),
            business_type: row.business_type.word(),
            channel: row.channel.word(),
            registered_on: row.registered_on.to_string(),
            recorded_at: row.recorded_at.rfc3339(),
            recorded_by: row.recorded_by,
            number: row.number,
            others: file.others.into_iter().map(OtherRecord::from).collect(),
            known_elsewhere: file.known_elsewhere,
        }
    }
}

impl From<MemberRow> for OtherRecord {
    fn from(row: MemberRow) -> Self {
        Self {
            id: row.id.0,
            number: row.number,
            agency: row.agency.to_string(),
            office: row.office.to_string(),
        }
    }
}
