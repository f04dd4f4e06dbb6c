//! A permit as programs read it.
use crate::licences::{Details, LicenceRow};
use rules::Date;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A permit.
#[derive(Debug, Serialize, ToSchema)]
pub struct Licence {
    /// The permit.
    id: Uuid,
    /// The member record of who has it.
    member: Uuid,
    /// The kind's code.
    kind: String,
    /// What was recorded of it.
    #[schema(pattern = "^(requested|issued|refused|revoked)$")]
    state: &'static str,
    /// How it stands today; null where it was taken back.
    #[schema(pattern = "^(waiting|valid|expired|refused|revoked)$")]
    validity: Option<&'static str>,
    /// Its number; null while there is none, and once the person is erased.
    number: Option<String>,
    /// Who issues it.
    issuer: String,
    /// The code of the agency that helps.
    agency: String,
    /// The day it was asked for.
    #[schema(format = Date)]
    requested_on: Option<String>,
    /// The day it was issued.
    #[schema(format = Date)]
    issued_on: Option<String>,
    /// The last day it is good; null where it does not end.
    #[schema(format = Date)]
    expires_on: Option<String>,
    /// The day it was refused or revoked.
    #[schema(format = Date)]
    ended_on: Option<String>,
    /// Why it was refused.
    #[schema(pattern = "^(zoning|documents|inspection|other)$")]
    refusal: Option<&'static str>,
    /// What is odd about it: stable codes.
    warnings: Vec<String>,
    /// The licensing service that was received by it.
    service: Option<Uuid>,
    /// The facilitation wave it is of.
    wave: Option<Uuid>,
    /// Where it was recorded in the journal.
    position: i64,
}

impl Licence {
    /// A permit as it stands on a day.
    pub fn of(row: LicenceRow, details: Details, today: Date) -> Self {
        let day = |on: Option<Date>| on.map(|on| on.to_string());
        Self {
            id: row.id.0,
            member: row.member.0,
            kind: row.kind.to_string(),
            state: row.state.word(),
            validity: row.validity_on(today).map(rules::licensing::Validity::word),
            number: Some(details.number).filter(|number| !number.is_empty()),
            issuer: row.issuer,
            agency: row.agency.to_string(),
            requested_on: day(row.dates.requested_on),
            issued_on: day(row.dates.issued_on),
            expires_on: day(row.dates.expires_on),
            ended_on: day(row.ended_on),
            refusal: row.refusal.map(rules::licensing::RefusalReason::word),
            warnings: row.warnings,
            service: row.service.map(|service| service.0),
            wave: row.wave.map(|wave| wave.0),
            position: row.position,
        }
    }
}

/// What became of a permit.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicenceChange {
    /// The permit.
    pub id: Uuid,
    /// Whose it is.
    pub member: Uuid,
    /// How far it is now.
    #[schema(pattern = "^(requested|issued|refused|revoked)$")]
    pub state: &'static str,
    /// The last day it is good; null where it does not end, or is not issued.
    #[schema(format = Date)]
    pub expires_on: Option<String>,
    /// What is odd about it: stable codes.
    pub warnings: Vec<String>,
    /// The licensing service that was received by it.
    pub service: Option<Uuid>,
    /// Where it was recorded in the journal.
    pub position: i64,
}
