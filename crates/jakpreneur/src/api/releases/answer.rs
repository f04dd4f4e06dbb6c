//! A released report as the API says it.
use crate::releases::{Kind, Released};
use rules::Date;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A released report, without what was frozen.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReleaseAnswer {
    /// The release.
    pub id: Uuid,
    /// Its number.
    #[schema(example = "2022-0001")]
    pub number: String,
    /// Which report.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// The last day that counts.
    #[schema(value_type = String, format = Date)]
    pub as_at: Date,
    /// The journal position up to which it is known.
    pub known_at: i64,
    /// Distinct persons counted.
    pub persons: i64,
    /// The SHA-256 of its exact bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// How many bytes.
    pub size: i64,
    /// The release whose place it takes.
    pub restates: Option<Uuid>,
    /// Why.
    pub reason: Option<String>,
    /// When it was released, RFC 3339.
    #[schema(format = DateTime)]
    pub released_at: String,
    /// Where it was recorded in the journal.
    pub position: i64,
}

impl From<Released> for ReleaseAnswer {
    fn from(it: Released) -> Self {
        Self {
            id: it.id.0,
            number: it.number.to_string(),
            kind: it.kind,
            title: it.title,
            as_at: it.as_at,
            known_at: it.known_at,
            persons: it.persons,
            sha256: it.sha256.to_string(),
            size: it.size,
            restates: it.restates.map(|restated| restated.0),
            reason: it.reason,
            released_at: it.released_at.rfc3339(),
            position: it.position,
        }
    }
}
