//! A record as a line of a list: the NIK masked.
use crate::people::Brief;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A member record in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberLine {
    /// The member record.
    id: Uuid,
    /// The member number an officer reads out.
    #[schema(example = "JP317305-0000123-0")]
    number: String,
    /// The name as on the KTP; empty once the person's data was erased.
    name: String,
    /// The NIK, masked; empty once the person's data was erased.
    #[schema(example = "3173********0003")]
    nik: String,
    /// The agency that registered.
    agency: String,
    /// The responsible kecamatan's code.
    office: String,
    /// The kelurahan's code; the kecamatan's where the kelurahan is not known.
    kelurahan: String,
    /// As on the KTP or read from the NIK; null where it is not known.
    #[schema(pattern = "^(female|male)$")]
    sex: Option<&'static str>,
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
    /// The stage of the latest service, as the services of the person say today.
    latest_stage: &'static str,
}

impl From<Brief> for MemberLine {
    fn from(brief: Brief) -> Self {
        let row = brief.row;
        Self {
            id: row.id.0,
            number: row.number,
            name: brief.name,
            nik: brief.nik,
            agency: row.agency.to_string(),
            office: row.office.to_string(),
            kelurahan: row.area.to_string(),
            sex: row.sex.map(rules::Sex::word),
            track: row.track.word(),
            business_type: row.business_type.word(),
            channel: row.channel.word(),
            registered_on: row.registered_on.to_string(),
            latest_stage: brief.latest.word(),
        }
    }
}
