//! `GET /assessments?member=…`: what a member's business needs, as last assessed and before.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Declined, Found, Read},
    },
    assessments::{self, Assessment, Needs},
    people,
};
use axum::{Json, extract::State};
use rules::{
    Act, MemberId,
    assessment::{Advised, Group},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Whose needs are asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AssessmentsWanted {
    /// The member record.
    #[param(required, value_type = Uuid)]
    member: Option<String>,
}

/// The assessments of a member's business, the newest day first, and what would help next.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssessmentsAnswer {
    /// The assessments.
    items: Vec<AssessmentItem>,
    /// What would help by the newest one, first what was not had yet. It bars nothing.
    advice: Vec<AdviceItem>,
    /// What changed since the one before the newest, by group; empty where there is none.
    changes: Vec<AssessmentChange>,
}

/// An assessment.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssessmentItem {
    /// The assessment.
    id: Uuid,
    /// The day on which it was so.
    #[schema(format = Date)]
    assessed_on: String,
    /// Each question that was answered, by its code: `yes`, `no` or `unknown`.
    answers: BTreeMap<String, &'static str>,
    /// The groups, counted.
    groups: Vec<AssessmentScore>,
    /// Its place in the journal.
    position: i64,
}

/// The answers of a group, counted.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssessmentScore {
    /// The group.
    group: &'static str,
    /// Answered by yes.
    yes: u64,
    /// Answered by no.
    no: u64,
    /// Not known.
    unknown: u64,
    /// The share of yes in what is known, in percent, two decimals, half up; null where nothing is.
    share: Option<f64>,
}

/// A stage whose services would help.
#[derive(Debug, Serialize, ToSchema)]
pub struct AdviceItem {
    /// The stage's word.
    stage: &'static str,
    /// The codes of the questions answered by no that it helps with.
    because: Vec<&'static str>,
    /// Whether the record had a service of this stage before.
    had_before: bool,
}

/// What changed in a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssessmentChange {
    /// The group.
    group: &'static str,
    /// The codes of the questions answered by no then and by yes now.
    better: Vec<&'static str>,
    /// The other way round.
    worse: Vec<&'static str>,
    /// How many were answered both times.
    compared: usize,
}

/// List the assessments of a member's business
#[utoipa::path(get, path = "/assessments", tag = "growth", params(AssessmentsWanted),
    responses(Read, Found,
        (status = 200, description = "The assessments, with advice.", body = AssessmentsAnswer)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(wanted): Query<AssessmentsWanted>,
) -> Result<Json<AssessmentsAnswer>, Declined> {
    officer.may(Act::OpenFile)?;
    let wrong = |code| Problem::Invalid(vec![FieldError::new("member", code)]);
    let member = wanted.member.ok_or_else(|| wrong(Code::Empty))?;
    let member: MemberId = member.parse().map_err(|_| wrong(Code::Word))?;
    let read = app.look(move |tx, house| {
        let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
        assessments::needs_of(tx, house, &row)
    });
    Ok(Json(AssessmentsAnswer::from(read.await?)))
}

impl From<Needs> for AssessmentsAnswer {
    fn from(needs: Needs) -> Self {
        let change = |group: Group| {
            let moved = needs.moved(group)?;
            Some(AssessmentChange {
                group: group.word(),
                better: moved.better,
                worse: moved.worse,
                compared: moved.compared,
            })
        };
        let changes = Group::ALL.into_iter().filter_map(change).collect();
        let advice = |it: Advised| AdviceItem {
            stage: it.stage.word(),
            because: it.because,
            had_before: it.had_before,
        };
        Self {
            changes,
            items: needs.assessments.iter().map(AssessmentItem::from).collect(),
            advice: needs.advice.into_iter().map(advice).collect(),
        }
    }
}

impl From<&Assessment> for AssessmentItem {
    fn from(it: &Assessment) -> Self {
        let score = |group: Group| {
            let of = it.score(group);
            AssessmentScore {
                group: group.word(),
                yes: of.yes,
                no: of.no,
                unknown: of.unknown,
                share: of.share().map(rules::Percent::as_f64),
            }
        };
        let answers = it.sheet.0.iter();
        Self {
            id: it.id.0,
            assessed_on: it.assessed_on.to_string(),
            answers: answers.map(|(code, answer)| (code.clone(), answer.word())).collect(),
            groups: Group::ALL.map(score).into(),
            position: it.position,
        }
    }
}
