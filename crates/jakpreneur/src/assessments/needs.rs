//! What a business needs as last assessed, beside the time before, and what would help next.
use super::rows;
use crate::{
    House, Problem,
    people::MemberRow,
    stages::{self, State},
};
use db::{Position, Tx};
use rules::{
    ActId, Date, StageKind,
    assessment::{Advised, Group, Moved, Score, Sheet, advice, compare, score},
};

/// An assessment, opened.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// The assessment.
    pub id: ActId,
    /// The day on which it was so.
    pub assessed_on: Date,
    /// Its place in the journal.
    pub position: Position,
    /// By whom, as the journal names them.
    pub recorded_by: String,
    /// The answers; nothing once the person is erased.
    pub sheet: Sheet,
}

impl Assessment {
    /// How far the business was in a group.
    pub fn score(&self, group: Group) -> Score {
        score(&self.sheet, group)
    }
}

/// What a business needs.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// Every assessment, the newest day first.
    pub assessments: Vec<Assessment>,
    /// Which services would help, by the newest one, those not had yet first. Every service stays open.
    pub advice: Vec<Advised>,
}

impl Needs {
    /// The newest one.
    pub fn newest(&self) -> Option<&Assessment> {
        self.assessments.first()
    }

    /// What changed in a group since the one before the newest; none where there is none.
    pub fn moved(&self, group: Group) -> Option<Moved> {
        match &self.assessments[..] {
            [now, then, ..] => Some(compare(&then.sheet, &now.sheet, group)),
            [] | [_] => None,
        }
    }
}

/// What the business of a member needs whom the caller was let to see.
pub fn needs_of(tx: &mut Tx<'_>, house: &House, member: &MemberRow) -> Result<Needs, Problem> {
    let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
    let open = |(id, assessed_on, sealed, position, recorded_by): rows::AssessmentRow| {
        let clear = key.as_ref().and_then(|key| key.open(id.0.as_bytes(), &sealed));
        let answers = clear.and_then(|clear| serde_json::from_slice(&clear).ok());
        let sheet = Sheet(answers.unwrap_or_default());
        Assessment { id, assessed_on, position, recorded_by, sheet }
    };
    let assessments: Vec<Assessment> =
        rows::of_member(tx, member.id)?.into_iter().map(open).collect();
    let reached = reached(tx, member)?;
    let advice = assessments.first().map(|newest| advice(&newest.sheet, &reached));
    Ok(Needs { advice: advice.unwrap_or_default(), assessments })
}

/// The stages of which the record has a finished service that was not taken back.
fn reached(tx: &mut Tx<'_>, member: &MemberRow) -> Result<Vec<StageKind>, Problem> {
    let services = stages::services_of(tx, member.id)?.into_iter();
    let stands = services.filter(|service| {
        service.state == State::Completed && service.voided_at_position.is_none()
    });
    Ok(stands.map(|service| service.stage).collect())
}
