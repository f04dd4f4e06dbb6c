//! A target as the API says it.
use crate::targets::{Target, Version};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A target in the version that holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct TargetAnswer {
    /// The target.
    pub id: Uuid,
    /// What it counts.
    pub indicator: &'static str,
    /// Whose; null for all agencies together.
    pub agency: Option<String>,
    /// Where: a region code.
    pub area: String,
    /// When.
    pub period: String,
    /// How it is counted.
    pub rule: &'static str,
    /// Which wording of the rule.
    pub rule_version: u8,
    /// Persons to reach.
    pub target: u64,
    /// The version that holds.
    pub version: i64,
    /// What it rests on; empty where nobody said.
    pub basis: String,
}

impl From<Target> for TargetAnswer {
    fn from(target: Target) -> Self {
        Self {
            id: target.id.0,
            indicator: target.indicator.word(),
            agency: target.agency.map(|agency| agency.to_string()),
            area: target.area.to_string(),
            period: target.period.to_string(),
            rule: target.rule.word(),
            rule_version: target.rule.version(),
            target: target.target,
            version: target.version,
            basis: target.basis,
        }
    }
}

/// A version of a target.
#[derive(Debug, Serialize, ToSchema)]
pub struct TargetVersion {
    /// Its number, from 1.
    version: i64,
    /// Persons to reach.
    target: u64,
    /// What it rests on.
    basis: String,
    /// Why it was made; null for the first.
    reason: Option<String>,
    /// When it was recorded, RFC 3339.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Where it was recorded in the journal.
    position: i64,
}

impl From<Version> for TargetVersion {
    fn from(it: Version) -> Self {
        Self {
            version: it.version,
            target: it.target,
            basis: it.basis,
            reason: it.reason,
            recorded_at: it.recorded_at.rfc3339(),
            position: it.position,
        }
    }
}
