//! `GET /assessment-questions`: what is asked, in six groups.
use crate::api::{
    asking::Caller,
    problem::{Declined, Read},
};
use axum::Json;
use rules::{Act, assessment::QUESTIONS};
use serde::Serialize;
use utoipa::ToSchema;

/// What is asked, in the order of a visit.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssessmentQuestions {
    /// The questions.
    items: Vec<AssessmentQuestion>,
}

/// A question that is answered by yes, no or unknown; yes is always the good answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct AssessmentQuestion {
    /// What it is known by.
    code: &'static str,
    /// Its group.
    #[schema(pattern = "^(production|marketing|online_marketing|institution|finance|people)$")]
    group: &'static str,
    /// What the mentor reads in Indonesian.
    label_id: &'static str,
    /// And in English.
    label_en: &'static str,
    /// The stage whose services help where the answer is no.
    helped_by: &'static str,
}

/// List the questions about needs
#[utoipa::path(get, path = "/assessment-questions", tag = "growth",
    responses(Read, (status = 200, description = "The questions.", body = AssessmentQuestions)))]
pub async fn questions(Caller(officer): Caller) -> Result<Json<AssessmentQuestions>, Declined> {
    officer.may(Act::OpenFile)?;
    let items = QUESTIONS.iter().map(|it| AssessmentQuestion {
        code: it.code,
        group: it.group.word(),
        label_id: it.label_id,
        label_en: it.label_en,
        helped_by: it.helped_by.word(),
    });
    Ok(Json(AssessmentQuestions { items: items.collect() }))
}
