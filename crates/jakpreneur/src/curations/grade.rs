//! Grading: a score for each criterion, advice, and a certificate where the grade passes.
use super::{
    announce::line,
    certificate::{self, Certified},
    rows,
    step::no,
    told, whose, written,
};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, CurationEntryId, MemberId,
    marketing::curation::{Refused, Step, graded},
};
use serde::{Deserialize, Serialize};

/// Scores and advice as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GradeForm {
    /// Codes of the round's criteria with their scores, 0 to 100.
    pub scores: Vec<(String, String)>,
    /// What would make the product better.
    pub advice: String,
}

/// An entry was graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryGraded {
    /// The entry.
    pub entry: CurationEntryId,
    /// Whose it is.
    pub member: MemberId,
    /// A score for each criterion of the round, in their order.
    pub scores: Vec<(String, u8)>,
    /// The weighted mean, rounded half up.
    pub mean: u8,
    /// The grade that the mean reaches.
    pub grade: String,
    /// Whether it is a passed curation.
    pub passed: bool,
    /// The advice, sealed.
    pub advice: Sealed,
    /// The certificate, where it passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certified>,
}

impl Event for EntryGraded {
    const ACT: &'static str = "curation.grade";
}

/// The longest advice.
const LONGEST: usize = 1000;

/// Grades an entry: by a curator, once the product was brought.
pub fn grade(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    entry: CurationEntryId,
    form: &GradeForm,
) -> Result<Done<EntryGraded>, Problem> {
    asking.officer.may(Act::GradeEntries)?;
    let (row, member, _) = whose::found(tx, &asking.officer, entry)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    row.state.after(Step::Grade).map_err(no)?;
    let today = asking.at.date();
    if row.held_on.is_none_or(|day| today < day) {
        return Err(no(Refused::Day));
    }
    let criteria = rows::criteria(tx, row.round)?;
    let grades = rows::grades(tx, row.round)?;
    let codes: Vec<&str> = criteria.iter().map(|it| it.code.as_str()).collect();
    let (scores, advice) = form.understand(&codes)?;
    let (mean, reached) = graded(&criteria, &grades, &scores).map_err(no)?;
    let reached = reached.ok_or(no(Refused::Grades))?;
    let certificate = if reached.passes {
        Some(certificate::issue(tx, house, (&row, &member), &reached.name, today)?)
    } else {
        None
    };
    let event = EntryGraded {
        entry,
        member: member.id,
        scores: codes.iter().map(|code| (*code).to_owned()).zip(scores).collect(),
        mean,
        grade: reached.name.clone(),
        passed: reached.passes,
        advice: told::seal(house, &member, entry, &advice)?,
        certificate,
    };
    let done = journal::record(tx, asking, Some(member.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl GradeForm {
    fn understand(&self, codes: &[&str]) -> Result<(Vec<u8>, String), Problem> {
        let mut wrong = Vec::new();
        let of = |code: &str| {
            let mut sent = self.scores.iter().filter(|(it, _)| it == code);
            match (sent.next(), sent.next()) {
                (Some((_, score)), None) => score.trim().parse().map_err(|_| Refused::Score),
                (None | Some(_), _) => Err(Refused::Criteria),
            }
        };
        let scores: Result<Vec<u8>, Refused> = codes.iter().map(|code| of(code)).collect();
        let known = self.scores.iter().all(|(code, _)| codes.contains(&code.as_str()));
        let scores = if known { scores } else { Err(Refused::Criteria) };
        if let Err(no) = scores {
            wrong.push(FieldError::new("scores", Code::Curation(no)));
        }
        let advice = line(&self.advice, LONGEST);
        if let Err(code) = advice {
            wrong.push(FieldError::new("advice", code));
        }
        match (scores, advice) {
            (Ok(scores), Ok(advice)) => Ok((scores, advice)),
            (Ok(_) | Err(_), Ok(_) | Err(_)) => Err(Problem::Invalid(wrong)),
        }
    }
}

/// The rows of a grade.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryGraded) -> Result<(), Problem> {
    Ok(written::grade(tx, stamp, event)?)
}
