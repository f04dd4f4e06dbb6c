//! `GET /partners` and `GET /partners/{id}`.
use crate::{
    App,
    api::{
        asking::{Caller, RecordId},
        problem::{Declined, Found, Read},
    },
    partners::{self, AgreementRow, PartRow, Seen},
};
use axum::{Json, extract::State};
use rules::PartnerId;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An agreement as it was signed.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementAnswer {
    /// The agreement.
    id: Uuid,
    /// Its number.
    number: String,
    /// What it is called.
    title: String,
    /// The agency that signed.
    agency: String,
    /// The first day.
    #[schema(format = Date)]
    starts_on: String,
    /// The last.
    #[schema(format = Date)]
    ends_on: String,
    /// What is given: `training`, `mentoring`, `marketing`, `tools`.
    gives: Vec<&'static str>,
}

impl From<AgreementRow> for AgreementAnswer {
    fn from(it: AgreementRow) -> Self {
        Self {
            id: it.id.0,
            number: it.number,
            title: it.title,
            agency: it.agency.to_string(),
            starts_on: it.starts_on.to_string(),
            ends_on: it.ends_on.to_string(),
            gives: it.gives.iter().map(|it| it.word()).collect(),
        }
    }
}

/// What a partner took part in.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartAnswer {
    /// In what.
    #[schema(pattern = "^(class|visit|tools)$")]
    kind: &'static str,
    /// In which: the id of the class, the visit or the handover.
    subject: Uuid,
}

impl From<PartRow> for PartAnswer {
    fn from(it: PartRow) -> Self {
        Self { kind: it.kind.word(), subject: it.subject }
    }
}

/// How many persons within the caller's scope a partner reached.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReachedAnswer {
    /// Present at a session of a class that it took part in.
    classes: u64,
    /// Visited with it.
    visits: u64,
    /// Given tools with it, and not taken back.
    tools: u64,
    /// Seen by an officer to sell at its marketplace.
    listings: u64,
    /// By any of these, each person once.
    persons: u64,
}

/// A partner of the programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnerAnswer {
    /// The partner.
    id: Uuid,
    /// What kind of house it is.
    #[schema(pattern = "^(university|company|marketplace|ministry|other)$")]
    kind: &'static str,
    /// Its name.
    name: String,
    /// The marketplace it runs.
    marketplace: Option<&'static str>,
    /// Its agreements, the latest first.
    agreements: Vec<AgreementAnswer>,
    /// What it took part in, the latest first.
    parts: Vec<PartAnswer>,
    /// Whom it reached.
    reached: ReachedAnswer,
}

impl From<Seen> for PartnerAnswer {
    fn from(seen: Seen) -> Self {
        let many = seen.reached;
        Self {
            id: seen.row.id.0,
            kind: seen.row.kind.word(),
            name: seen.row.name,
            marketplace: seen.row.marketplace.map(rules::marketing::Marketplace::word),
            agreements: seen.agreements.into_iter().map(Into::into).collect(),
            parts: seen.parts.into_iter().map(Into::into).collect(),
            reached: ReachedAnswer {
                classes: many.classes,
                visits: many.visits,
                tools: many.tools,
                listings: many.listings,
                persons: many.persons,
            },
        }
    }
}

/// Every partner.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnersPage {
    /// The partners, by name.
    items: Vec<PartnerAnswer>,
    /// How many there are.
    total: usize,
}

/// List partners
#[utoipa::path(get, path = "/partners", tag = "partners",
    responses(Read, (status = 200, description = "All of them.", body = PartnersPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
) -> Result<Json<PartnersPage>, Declined> {
    let all = app.look(move |tx, _| partners::list(tx, &officer)).await?;
    let items: Vec<PartnerAnswer> = all.into_iter().map(Into::into).collect();
    Ok(Json(PartnersPage { total: items.len(), items }))
}

/// Read a partner
#[utoipa::path(get, path = "/partners/{id}", tag = "partners",
    params(("id" = Uuid, Path, description = "The partner.")),
    responses(Read, Found, (status = 200, description = "The partner.", body = PartnerAnswer)))]
pub async fn one(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(partner): RecordId<PartnerId>,
) -> Result<Json<PartnerAnswer>, Declined> {
    let look = app.look(move |tx, _| partners::see(tx, &officer, partner));
    Ok(Json(look.await?.into()))
}
