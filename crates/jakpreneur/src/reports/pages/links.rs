//! Every number leads to the list of those it counts: the list takes the same filters, narrowed to the group.
use super::asked::{address, pairs};
use crate::reports::{Answer, By, Key, Narrowing};
use jiff::{ToSpan, civil::Date};
use rules::{Agency, BusinessType, Channel, RegionCode, Sex, StageKind, Track, number::thousands};

/// A number of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// As it is read.
    pub said: String,
    /// The list behind it, where the visitor may see lists and the group has one.
    pub href: Option<String>,
}

/// Makes the links of one page.
pub(crate) struct Links {
    question: Narrowing,
    allowed: bool,
}

impl Links {
    /// The links of an answer; the list is asked as at the same day, also tomorrow.
    pub fn of(asked: &Narrowing, answer: &Answer, allowed: bool) -> Self {
        let question = Narrowing { as_at: Some(answer.as_at), by: Vec::new(), ..asked.clone() };
        Self { question, allowed }
    }

    /// A number of persons: all who are registered, or a stage's by a measure's word.
    pub fn number(&self, key: &[Key], stage: Option<(StageKind, &str)>, n: u64) -> Number {
        let narrowed = self.allowed.then(|| narrowed(&self.question, key)).flatten();
        let href = narrowed.map(|question| {
            let mut pairs = pairs(&question);
            if let Some((stage, measure)) = stage {
                pairs.push(("stage", stage.word().to_owned()));
                pairs.push(("measure", measure.to_owned()));
            }
            address("/orang", &pairs)
        });
        Number { said: thousands(n), href }
    }
}

/// The question of one group, also of those of whom it is not known.
pub(crate) fn narrowed(question: &Narrowing, key: &[Key]) -> Option<Narrowing> {
    key.iter().try_fold(question.clone(), |question, key| {
        let by = By::of_word(key.dimension)?;
        match key.code.as_deref() {
            Some(code) => one(question, by, code),
            None => unknown(question, by),
        }
    })
}

fn unknown(mut question: Narrowing, by: By) -> Option<Narrowing> {
    question.unknown.push(by);
    by.may_be_unknown().then_some(question)
}

fn one(mut question: Narrowing, by: By, code: &str) -> Option<Narrowing> {
    match by {
        By::City | By::Kecamatan | By::Kelurahan => {
            let group = RegionCode::parse(code).ok()?;
            // A question about a kelurahan, grouped by city, stays with the kelurahan.
            let narrower = question.area.filter(|area| area.within(&group));
            question.area = Some(narrower.unwrap_or(group));
        }
        By::Agency => question.agency = Some(Agency::parse(code).ok()?),
        By::BusinessType => question.business_type = Some(BusinessType::of_word(code)?),
        By::Sex => question.sex = Some(Sex::of_word(code)?),
        By::Track => question.track = Some(Track::of_word(code)?),
        By::Channel => question.channel = Some(Channel::of_word(code)?),
        By::Month => {
            let first: Date = format!("{code}-01").parse().ok()?;
            between(&mut question, first, first.last_of_month());
        }
        By::Year => {
            let first: Date = format!("{code}-01-01").parse().ok()?;
            let last = first.checked_add(1.year()).ok()?.yesterday().ok()?;
            between(&mut question, first, last);
        }
    }
    Some(question)
}

fn between(question: &mut Narrowing, first: Date, last: Date) {
    question.registered_from = Some(question.registered_from.map_or(first, |own| own.max(first)));
    question.registered_to = Some(question.registered_to.map_or(last, |own| own.min(last)));
}
