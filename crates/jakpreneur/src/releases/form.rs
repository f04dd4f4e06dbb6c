//! What is to be released, as typed.
use super::{Kind, ReleaseNumber, ScopeFrozen, grouping::Grouping, question::Question, rows};
use crate::{
    Code, FieldError, House, Problem, ReleasingCode,
    reports::{Narrowing, Words},
    staff::Officer,
    targets::Asked,
};
use db::Tx;
use rules::targets::Period;

/// The longest title, and the longest reason.
const LONGEST: usize = 300;

/// A field that only other kinds of report ask, and where it is typed.
type Other = (&'static str, fn(&ReleaseForm) -> &Option<String>);
const ONLY_INDICATOR: Other = ("indicator", |form| &form.indicator);
const ONLY_PERIOD: Other = ("period", |form| &form.period);
const ONLY_PEOPLE: [Other; 4] = [
    ("sex", |form| &form.question.sex),
    ("track", |form| &form.question.track),
    ("business_type", |form| &form.question.business_type),
    ("channel", |form| &form.question.channel),
];
/// Classes are counted as they are known now, and have no day of registration.
const NOT_OF_CLASSES: [Other; 3] = [
    ("known_at", |form| &form.question.known_at),
    ("registered_from", |form| &form.question.registered_from),
    ("registered_to", |form| &form.question.registered_to),
];

/// A report to be released, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReleaseForm {
    /// `stages`, `targets`, `agencies`, `unit`, `training` or `growth`.
    pub kind: String,
    /// What it is called; named after its day and kind where empty.
    pub title: String,
    /// The question; targets take its day, position, area, agency and days of registration.
    pub question: Words,
    /// Targets that count this.
    pub indicator: Option<String>,
    /// Targets of this period; the period of a unit's report and of training.
    pub period: Option<String>,
    /// The number of the release that it restates.
    pub restates: String,
    /// Why it restates it.
    pub reason: String,
}

/// What the form says beside its question.
pub(super) struct Said {
    pub kind: Kind,
    pub title: Option<String>,
    pub restates: Option<(ReleaseNumber, String)>,
}

impl ReleaseForm {
    /// Reads all but the question, and tells all that is wrong.
    pub(super) fn said(&self) -> Result<Said, Problem> {
        let mut wrong = Vec::new();
        let kind = Kind::of_word(self.kind.trim());
        if kind.is_none() {
            let code = if self.kind.trim().is_empty() { Code::Empty } else { Code::Word };
            wrong.push(FieldError::new("kind", code));
        }
        let title = sentence(&mut wrong, "title", &self.title);
        let reason = sentence(&mut wrong, "reason", &self.reason);
        let restates = self.restates(&mut wrong, reason);
        match kind {
            Some(kind) if wrong.is_empty() => Ok(Said { kind, title, restates }),
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn restates(
        &self,
        wrong: &mut Vec<FieldError>,
        reason: Option<String>,
    ) -> Option<(ReleaseNumber, String)> {
        if self.restates.trim().is_empty() {
            return None;
        }
        let unknown = Code::Releasing(ReleasingCode::Unknown);
        let number = self.restates.parse().map_err(|_| FieldError::new("restates", unknown));
        let reason = reason.ok_or(FieldError::new("reason", Code::Reason));
        match (number, reason) {
            (Ok(number), Ok(reason)) => Some((number, reason)),
            (number, reason) => {
                wrong.extend(number.err().into_iter().chain(reason.err()));
                None
            }
        }
    }

    /// Understands the question.
    pub(super) fn question(&self, house: &House, kind: Kind) -> Result<Question, Problem> {
        let by = self.grouping(kind)?;
        match kind {
            Kind::Stages => {
                Ok(Question::Stages(self.narrowed(house, &[ONLY_INDICATOR, ONLY_PERIOD])?, by))
            }
            Kind::Training => {
                let others = [&[ONLY_INDICATOR], &ONLY_PEOPLE[..], &NOT_OF_CLASSES[..]].concat();
                Ok(Question::Training(self.narrowed(house, &others)?, self.whole_period()?, by))
            }
            Kind::Growth => {
                let others = [&[ONLY_INDICATOR, ONLY_PERIOD], &ONLY_PEOPLE[..]].concat();
                Ok(Question::Growth(self.narrowed(house, &others)?, by))
            }
            Kind::Agencies => {
                Ok(Question::Agencies(self.narrowed(house, &[ONLY_INDICATOR, ONLY_PERIOD])?))
            }
            Kind::Unit => {
                let asked = self.narrowed(house, &[ONLY_INDICATOR])?;
                Ok(Question::Unit(asked, self.whole_period()?))
            }
            Kind::Targets => {
                let wrong = misplaced(&ONLY_PEOPLE.map(|(name, field)| (name, field(self))));
                let selection = self.asked().understand(house).map_err(Problem::Invalid)?;
                if wrong.is_empty() {
                    Ok(Question::Targets(selection))
                } else {
                    Err(Problem::Invalid(wrong))
                }
            }
        }
    }

    /// The question of figures, which does not ask the fields of other kinds.
    fn narrowed(&self, house: &House, others: &[Other]) -> Result<Narrowing, Problem> {
        let given: Vec<_> = others.iter().map(|(name, field)| (*name, field(self))).collect();
        let words = Words { by: None, ..self.question.clone() };
        let narrowing = words.understand(house).map_err(Problem::Invalid)?;
        match misplaced(&given) {
            wrong if wrong.is_empty() => Ok(narrowing),
            wrong => Err(Problem::Invalid(wrong)),
        }
    }

    /// By what the lines are told apart, where the kind has such groups.
    fn grouping(&self, kind: Kind) -> Result<Option<Grouping>, Problem> {
        let typed = self.question.by.as_deref().unwrap_or_default().trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let by = Grouping::of_word(typed).filter(|by| kind.groupings().contains(by));
        by.map(Some).ok_or_else(|| Problem::Invalid(vec![FieldError::new("by", Code::Word)]))
    }

    /// The period of a report of a period, which it cannot do without.
    fn whole_period(&self) -> Result<Period, Problem> {
        let typed = self.period.as_deref().unwrap_or_default().trim();
        let wrong = |code| Problem::Invalid(vec![FieldError::new("period", code)]);
        if typed.is_empty() {
            return Err(wrong(Code::Empty));
        }
        Period::parse_officer(typed).ok_or_else(|| wrong(Code::Word))
    }

    fn asked(&self) -> Asked {
        let words = self.question.clone();
        Asked {
            as_at: words.as_at,
            known_at: words.known_at,
            area: words.area,
            agency: words.agency,
            registered_from: words.registered_from,
            registered_to: words.registered_to,
            indicator: self.indicator.clone(),
            period: self.period.clone(),
            by: None,
            scheme: words.scheme,
        }
    }

    /// The form that restates a release: the same question.
    pub fn restating(
        tx: &mut Tx<'_>,
        officer: &Officer,
        number: ReleaseNumber,
    ) -> Result<Self, Problem> {
        let release = rows::by_number(tx, &officer.scope, number)?.ok_or(Problem::NotFound)?;
        let document = super::opened(tx, &release)?.document;
        let ScopeFrozen {
            agency,
            area,
            by,
            business_type,
            channel,
            indicator,
            period,
            registered_from,
            registered_to,
            sex,
            track,
            ..
        } = document.scope;
        let question = Words {
            as_at: Some(document.as_at.to_string()),
            known_at: None,
            area,
            agency,
            sex,
            track,
            business_type,
            channel,
            registered_from,
            registered_to,
            scheme: Some(document.scheme),
            by,
            unknown: None,
        };
        let kind = document.kind.word().to_owned();
        let (title, restates) = (document.title, number.to_string());
        Ok(Self { kind, title, question, indicator, period, restates, reason: String::new() })
    }
}

/// What this kind of report does not ask.
fn misplaced(fields: &[(&'static str, &Option<String>)]) -> Vec<FieldError> {
    let given =
        fields.iter().filter(|(_, given)| given.as_ref().is_some_and(|it| !it.trim().is_empty()));
    given.map(|(field, _)| FieldError::new(field, Code::Word)).collect()
}

/// A sentence without spare spaces; none where nothing is said.
fn sentence(wrong: &mut Vec<FieldError>, field: &'static str, typed: &str) -> Option<String> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > LONGEST {
        wrong.push(FieldError::new(field, Code::Long));
    }
    Some(text).filter(|text| !text.is_empty())
}
