//! Rounds and entries as programs read them.
use crate::curations::{Checked, Listed, RoundRow, SeenEntry, SeenRound};
use rules::marketing::curation::{Criterion, Grade};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A criterion with its weight.
#[derive(Debug, Serialize, ToSchema)]
pub struct CriterionAnswer {
    /// Its code.
    code: String,
    /// How heavy it weighs beside the others.
    weight: u16,
}

impl From<Criterion> for CriterionAnswer {
    fn from(it: Criterion) -> Self {
        Self { code: it.code, weight: it.weight }
    }
}

/// A grade, from a score on.
#[derive(Debug, Serialize, ToSchema)]
pub struct GradeAnswer {
    /// What it is called.
    name: String,
    /// The least weighted score, 0 to 100.
    from: u8,
    /// Whether it is a passed curation.
    passes: bool,
}

impl From<Grade> for GradeAnswer {
    fn from(it: Grade) -> Self {
        Self { name: it.name, from: it.from, passes: it.passes }
    }
}

/// How many entries stand where.
#[derive(Debug, Serialize, ToSchema)]
pub struct StateCount {
    /// `registered`, `verified`, `validated`, `scheduled`, `graded` or `declined`.
    state: &'static str,
    /// How many.
    entries: u64,
}

/// A round of curation.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationRound {
    /// The round.
    id: Uuid,
    /// What it is called.
    title: String,
    /// The agency that holds it.
    agency: String,
    /// The area it is for.
    area: String,
    /// The first day of entering.
    #[schema(format = Date)]
    opens_on: String,
    /// The last.
    #[schema(format = Date)]
    closes_on: String,
    /// The day it was closed early.
    #[schema(format = Date)]
    ended_on: Option<String>,
    /// What is looked at, in order.
    criteria: Vec<CriterionAnswer>,
    /// The grades, the best first.
    grades: Vec<GradeAnswer>,
    /// How many entries within the caller's scope stand where.
    counts: Vec<StateCount>,
}

impl From<SeenRound> for CurationRound {
    fn from(seen: SeenRound) -> Self {
        let RoundRow { id, title, agency, area, opens_on, closes_on, position: _, ended_on } =
            seen.row;
        let count = |(state, entries): (rules::marketing::curation::EntryState, u64)| StateCount {
            state: state.word(),
            entries,
        };
        Self {
            id: id.0,
            title,
            agency: agency.to_string(),
            area: area.to_string(),
            opens_on: opens_on.to_string(),
            closes_on: closes_on.to_string(),
            ended_on: ended_on.map(|day| day.to_string()),
            criteria: seen.criteria.into_iter().map(Into::into).collect(),
            grades: seen.grades.into_iter().map(Into::into).collect(),
            counts: seen.counts.into_iter().map(count).collect(),
        }
    }
}

/// An entry in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationLine {
    /// The entry.
    id: Uuid,
    /// The round.
    round: Uuid,
    /// The member record; null for curators.
    member: Option<Uuid>,
    /// The product.
    product: Uuid,
    /// What the product is called; null once the person is erased.
    name: Option<String>,
    /// How far it is.
    #[schema(pattern = "^(registered|verified|validated|scheduled|graded|declined)$")]
    state: &'static str,
    /// Since when.
    #[schema(format = Date)]
    since: String,
    /// The grade; null before.
    grade: Option<String>,
    /// Whether it is a passed curation; null before it was graded.
    passed: Option<bool>,
}

impl CurationLine {
    /// Curators are not told whose it is.
    pub(super) fn of(it: Listed, named: bool) -> Self {
        let row = it.row;
        Self {
            id: row.id.0,
            round: row.round.0,
            member: Some(row.member.0).filter(|_| named),
            product: row.product.0,
            name: Some(it.product).filter(|name| !name.is_empty()),
            state: row.state.word(),
            since: row.state_on.to_string(),
            passed: row.grade.as_ref().map(|_| row.passed),
            grade: row.grade,
        }
    }
}

/// A score.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScoreAnswer {
    /// The criterion's code.
    code: String,
    /// 0 to 100.
    score: u8,
}

/// A step that was taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationStep {
    /// Where the entry was then.
    state: &'static str,
    /// The day.
    #[schema(format = Date)]
    on: String,
    /// Why it was sent back; null where it was not, and once erased.
    reason: Option<String>,
    /// When it was recorded, by the server's clock.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Its place in the journal.
    position: i64,
}

/// An entry with everything known of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationEntry {
    /// The entry.
    #[serde(flatten)]
    line: CurationLine,
    /// What the product is; null once the person is erased.
    text: Option<String>,
    /// The product's category.
    category: &'static str,
    /// Its price, whole rupiah.
    price: i64,
    /// The day the product is brought; null before it is set.
    #[schema(format = Date)]
    held_on: Option<String>,
    /// The time.
    held_at: Option<String>,
    /// Where.
    place: Option<String>,
    /// The weighted mean of the scores, rounded half up.
    mean: Option<u8>,
    /// The scores, in the order of the round's criteria.
    scores: Vec<ScoreAnswer>,
    /// The advice; null before, and once erased.
    advice: Option<String>,
    /// The number of the certificate; null where there is none, and for curators.
    certificate: Option<String>,
    /// What happened, in order.
    steps: Vec<CurationStep>,
}

impl From<SeenEntry> for CurationEntry {
    fn from(seen: SeenEntry) -> Self {
        let row = seen.row;
        let (held_on, mean) = (row.held_on.map(|day| day.to_string()), row.mean);
        let (held_at, place) = (row.held_at.clone(), row.place.clone());
        let step = |(step, why): (crate::curations::StepRow, String)| CurationStep {
            state: step.state.word(),
            on: step.on.to_string(),
            reason: Some(why).filter(|why| !why.is_empty()),
            recorded_at: step.recorded_at.rfc3339(),
            position: step.position,
        };
        let listed = Listed { row, product: seen.told.name, name: String::new() };
        Self {
            line: CurationLine::of(listed, seen.member.is_some()),
            text: Some(seen.told.text).filter(|text| !text.is_empty()),
            category: seen.product.category.word(),
            price: seen.product.price.0,
            held_on,
            held_at,
            place,
            mean,
            scores: seen
                .scores
                .into_iter()
                .map(|(code, score)| ScoreAnswer { code, score })
                .collect(),
            advice: Some(seen.advice).filter(|advice| !advice.is_empty()),
            certificate: seen.certificate.map(|it| it.number),
            steps: seen.steps.into_iter().map(step).collect(),
        }
    }
}

/// A certificate as it was issued.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationCertificate {
    /// The number, as printed.
    number: String,
    /// The day of issue.
    #[schema(format = Date)]
    issued_on: String,
    /// What the product is called; null once the person's data was erased, and so the rest.
    product: Option<String>,
    /// Whose it is.
    name: Option<String>,
    /// The grade.
    grade: Option<String>,
    /// What the round was called.
    round: Option<String>,
    /// Who held it.
    agency: Option<String>,
}

impl From<Checked> for CurationCertificate {
    fn from(it: Checked) -> Self {
        let said = it.printed;
        Self {
            number: it.number,
            issued_on: it.issued_on.to_string(),
            product: said.as_ref().map(|said| said.product.clone()),
            name: said.as_ref().map(|said| said.name.clone()),
            grade: said.as_ref().map(|said| said.grade.clone()),
            round: said.as_ref().map(|said| said.round.clone()),
            agency: said.map(|said| said.agency),
        }
    }
}
