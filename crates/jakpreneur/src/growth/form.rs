//! A month of a business as typed, and as understood.
use super::Told;
use crate::{Code, FieldError, Problem};
use rules::{
    Date, Rupiah,
    growth::{Measurement, Month, Refused, Source, Workers, may_record},
};

/// The longest reason kept.
pub(super) const LONGEST: usize = 500;

/// A month of a business as typed; what is empty is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureForm {
    /// The month the turnover is of: `2022-03`, `Maret 2022`.
    pub month: String,
    /// The day on which assets and workers were so; empty: today.
    pub measured_on: String,
    /// Sales of the month.
    pub turnover: String,
    /// Capital without land and building.
    pub assets: String,
    /// Women paid and unpaid, men paid and unpaid; known as soon as one is filled in.
    pub workers: [String; 4],
    /// `told`, `books` or `verified`.
    pub source: String,
    /// Why what stands for the month is corrected; may be empty where nothing stands.
    pub reason: String,
    /// Whether the officer stands by values that jump.
    pub confirmed: bool,
}

/// The fields of workers, in the order of the form.
pub(super) const WORKERS: [&str; 4] = ["women_paid", "women_unpaid", "men_paid", "men_unpaid"];

/// A month of a business that is understood and possible.
#[derive(Clone, Debug)]
pub struct Understood {
    /// As the rules take it.
    pub measurement: Measurement,
    /// Where it comes from.
    pub source: Source,
    /// What is sealed.
    pub told: Told,
}

struct Reading(Vec<FieldError>);

impl Reading {
    fn taken<T>(&mut self, field: &'static str, read: Result<T, Code>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(code) => {
                self.0.push(FieldError::new(field, code));
                None
            }
        }
    }

    fn amount(&mut self, field: &'static str, typed: &str) -> Option<Rupiah> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        self.taken(field, Rupiah::parse_officer(typed).ok_or(Code::Number))
    }

    fn workers(&mut self, typed: &[String; 4]) -> Option<Workers> {
        if typed.iter().all(|one| one.trim().is_empty()) {
            return None;
        }
        let mut read = [0; 4];
        for ((value, field), typed) in read.iter_mut().zip(WORKERS).zip(typed) {
            let number = if typed.trim().is_empty() { Some(0) } else { typed.trim().parse().ok() };
            let number = number.filter(|number: &u32| *number <= 10_000).ok_or(Code::Number);
            *value = self.taken(field, number).unwrap_or_default();
        }
        let [women_paid, women_unpaid, men_paid, men_unpaid] = read;
        Some(Workers { women_paid, women_unpaid, men_paid, men_unpaid })
    }

    fn day(&mut self, typed: &str, today: Date) -> Date {
        if typed.trim().is_empty() {
            return today;
        }
        let day = rules::date::parse_officer(typed).map_err(|_| Code::Date);
        self.taken("measured_on", day).unwrap_or(today)
    }
}

impl MeasureForm {
    /// Reads every field, tells all that are wrong, and refuses what cannot be.
    pub fn understand(&self, today: Date) -> Result<Understood, Problem> {
        let mut reading = Reading(Vec::new());
        let month = Month::parse_officer(&self.month).map_err(|_| Code::Month);
        let source = Source::parse_officer(&self.source).ok_or(Code::Word);
        let reason = self.reason.trim();
        if reason.chars().count() > LONGEST {
            reading.0.push(FieldError::new("reason", Code::Long));
        }
        let month = reading.taken("month", month);
        let source = reading.taken("source", source);
        let measured_on = reading.day(&self.measured_on, today);
        let turnover = reading.amount("turnover", &self.turnover);
        let assets = reading.amount("assets", &self.assets);
        let workers = reading.workers(&self.workers);
        let (Some(month), Some(source), true) = (month, source, reading.0.is_empty()) else {
            return Err(Problem::Invalid(reading.0));
        };
        let measurement =
            Measurement { month, measured_on, turnover, assets, workers, is_baseline: false };
        may_record(&measurement, today).map_err(|no| refused(no, measured_on > today))?;
        let told = Told::new(turnover, assets, workers, reason.to_owned());
        Ok(Understood { measurement, source, told })
    }
}

fn refused(no: Refused, day_is_to_come: bool) -> Problem {
    let (field, code) = match no {
        Refused::NothingMeasured => ("turnover", Code::Empty),
        Refused::Negative | Refused::TooLarge => ("turnover", Code::Number),
        Refused::InFuture if day_is_to_come => ("measured_on", Code::Future),
        Refused::InFuture => ("month", Code::Future),
        Refused::BeforeMonth => ("measured_on", Code::BeforeMonth),
    };
    Problem::Invalid(vec![FieldError::new(field, code)])
}
