//! What is asked of targets: which of them, as at when, as known at which position.
use super::Target;
use crate::{
    Code, FieldError, House,
    reports::{By, Narrowing, Words},
};
use rules::{
    Agency, Date, RegionCode, TargetId,
    targets::{Indicator, Period},
};
use serde::Deserialize;
use utoipa::IntoParams;

/// A question as it stands in an address or on the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The last day that counts, `YYYY-MM-DD`; today when not given.
    pub as_at: Option<String>,
    /// The journal position up to which records and targets are known.
    pub known_at: Option<String>,
    /// Targets of this area and of those inside it: a region code.
    pub area: Option<String>,
    /// Targets of this agency.
    pub agency: Option<String>,
    /// Counting only who registered on this day or later.
    pub registered_from: Option<String>,
    /// Counting only who registered on this day or earlier.
    pub registered_to: Option<String>,
    /// `registered`, `mentored`, `trained`, `licensed`, `marketed`, `keeps_books` or `financed`.
    pub indicator: Option<String>,
    /// `2018-2022`, `2020`, `2020-Q4` or `2020-12`.
    pub period: Option<String>,
    /// What each target's realisation is divided by: `agency`, `area:city`, `area:kecamatan`,
    /// `area:kelurahan` or `month`.
    pub by: Option<String>,
    /// The scheme; targets count kinds of stages, so it changes nothing.
    pub scheme: Option<String>,
}

/// A question that is understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Whose records count, as at when, as known when; its area and agency are those of each target.
    pub counting: Narrowing,
    /// Targets of this area and of those inside it.
    pub area: Option<RegionCode>,
    /// Targets of this agency.
    pub agency: Option<Agency>,
    /// Targets that count this.
    pub indicator: Option<Indicator>,
    /// Targets of this period.
    pub period: Option<Period>,
    /// What each realisation is divided by.
    pub by: Option<By>,
    /// Only targets whose period holds the day asked.
    pub running: bool,
    /// No more than so many, the widest areas first.
    pub most: Option<usize>,
    /// This target alone.
    pub only: Option<TargetId>,
}

impl Asked {
    /// Understands the question, or says what is wrong with each part.
    pub fn understand(&self, house: &House) -> Result<Selection, Vec<FieldError>> {
        let words = Words {
            as_at: self.as_at.clone(),
            known_at: self.known_at.clone(),
            area: self.area.clone(),
            agency: self.agency.clone(),
            registered_from: self.registered_from.clone(),
            registered_to: self.registered_to.clone(),
            scheme: self.scheme.clone(),
            by: self.by.clone(),
            ..Words::default()
        };
        let mut wrong = Vec::new();
        let narrowing = words.understand(house).map_err(|more| wrong.extend(more)).ok();
        let indicator =
            read(&mut wrong, "indicator", self.indicator.as_deref(), Indicator::of_word);
        let period = read(&mut wrong, "period", self.period.as_deref(), Period::parse_officer);
        let by = narrowing.as_ref().map(|it| it.by.clone()).unwrap_or_default();
        let divides = |by: &By| match by {
            By::City | By::Kecamatan | By::Kelurahan | By::Agency | By::Month => true,
            By::BusinessType | By::Sex | By::Track | By::Channel | By::Year => false,
        };
        if by.len() > 1 || !by.iter().all(divides) {
            wrong.push(FieldError::new("by", Code::Dimensions));
        }
        match narrowing {
            Some(narrowing) if wrong.is_empty() => Ok(Selection {
                area: narrowing.area,
                agency: narrowing.agency,
                indicator,
                period,
                by: by.first().copied(),
                running: false,
                most: None,
                only: None,
                counting: Narrowing { area: None, agency: None, by: Vec::new(), ..narrowing },
            }),
            _ => Err(wrong),
        }
    }
}

fn read<T>(
    wrong: &mut Vec<FieldError>,
    field: &'static str,
    text: Option<&str>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    let read = read(text);
    if read.is_none() {
        wrong.push(FieldError::new(field, Code::Word));
    }
    read
}

impl Selection {
    /// Whether the question is about this target.
    pub fn takes(&self, target: &Target, as_at: Date) -> bool {
        let holds = target.period.first() <= as_at && as_at <= target.period.last();
        (holds || !self.running)
            && self.only.is_none_or(|id| target.id == id)
            && self.area.is_none_or(|area| target.area.within(&area))
            && self.agency.is_none_or(|agency| target.agency == Some(agency))
            && self.indicator.is_none_or(|indicator| target.indicator == indicator)
            && self.period.is_none_or(|period| target.period == period)
    }
}
