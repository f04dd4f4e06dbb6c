//! `GET /members`: the people behind a number, a page at a time.
use super::brief::MemberLine;
use crate::{
    App, Code, FieldError, House, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
    people::{self, Asked},
    reports::Words,
};
use axum::{Json, extract::State};
use figures::Measure;
use rules::{Act, StageKind};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Whom a list is asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Parts of a name in any order, or a member number.
    q: Option<String>,
    /// Records of this area: a region code.
    area: Option<String>,
    /// Records of this agency: its code.
    agency: Option<String>,
    /// A stage's word; `measure` says how they stand to it.
    #[param(example = "training")]
    stage: Option<String>,
    /// `reached` (when not given), `open` or `at`; only with `stage`.
    #[param(pattern = "^(reached|open|at)$")]
    measure: Option<String>,
    /// Who reached `stage` for the first time on this day or later, instead of `measure`.
    since: Option<String>,
    /// Another stage's word: who reached `stage` and not this one, instead of `measure`.
    without: Option<String>,
    /// `kuliner`, `fesyen`, `kerajinan`, `jasa` or `lainnya`.
    #[param(pattern = "^(kuliner|fesyen|kerajinan|jasa|lainnya)?$")]
    business_type: Option<String>,
    /// `starter` or `established`.
    #[param(pattern = "^(starter|established)?$")]
    track: Option<String>,
    /// A mentor's account; refused as long as members have no mentors.
    mentor: Option<String>,
    /// `female` or `male`.
    #[param(pattern = "^(female|male)?$")]
    sex: Option<String>,
    /// `counter`, `field`, `online` or `import`.
    #[param(pattern = "^(counter|field|online|import)?$")]
    channel: Option<String>,
    /// Registered on this day or later, `YYYY-MM-DD`.
    registered_from: Option<String>,
    /// Registered on this day or earlier, `YYYY-MM-DD`.
    registered_to: Option<String>,
    /// The last day that counts, `YYYY-MM-DD`; today when not given.
    as_at: Option<String>,
    /// The journal position up to which it is known; now when not given.
    known_at: Option<String>,
    /// Of whom these are not known: `area:city`, `area:kecamatan`, `area:kelurahan`, `sex`, separated by
    /// commas.
    unknown: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of members, the newest registration first.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembersPage {
    /// The records of this page.
    items: Vec<MemberLine>,
    /// What to ask the next page `after`; null on the last page.
    #[schema(value_type = Option<u64>)]
    next: Option<u32>,
    /// How many persons there are over all pages.
    total: u64,
    /// How many of this page counted in the caller's scope then and are recorded outside it now, so that no
    /// line stands for them: who moved away.
    elsewhere: u64,
}

/// List members
///
/// One line a person in the caller's scope; `total` is the figure that `GET /figures/stages` answers to the
/// same question.
#[utoipa::path(get, path = "/members", tag = "members", params(Wanted),
    responses(Aloud, Read, (status = 200, description = "A page of members.", body = MembersPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(wanted): Query<Wanted>,
) -> Result<Json<MembersPage>, Declined> {
    officer.may(Act::SearchMembers)?;
    let asked = wanted.understand(&app.house).map_err(Problem::Invalid)?;
    let here = app.clone();
    let found = app.blocking(move || people::list(&here.db, &here.house, &officer, &asked)).await?;
    Ok(Json(MembersPage {
        items: found.items.into_iter().map(MemberLine::from).collect(),
        next: found.next,
        total: found.total,
        elsewhere: found.elsewhere,
    }))
}

impl Wanted {
    fn understand(self, house: &House) -> Result<Asked, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let measure = self.measured().map_err(|error| wrong.push(error)).ok().flatten();
        if self.mentor.is_some() {
            wrong.push(FieldError::new("mentor", Code::Word));
        }
        let limit = number("limit", self.limit.as_deref(), 1..=200).map_err(|it| wrong.push(it));
        let after =
            number("after", self.after.as_deref(), 0..=u32::MAX).map_err(|it| wrong.push(it));
        let words = Words {
            as_at: self.as_at,
            known_at: self.known_at,
            area: self.area,
            agency: self.agency,
            sex: self.sex,
            track: self.track,
            business_type: self.business_type,
            channel: self.channel,
            registered_from: self.registered_from,
            registered_to: self.registered_to,
            scheme: None,
            by: None,
            unknown: self.unknown,
        };
        let narrowing = words.understand(house).map_err(|more| wrong.extend(more));
        match (narrowing, limit, after) {
            (Ok(narrowing), Ok(limit), Ok(after)) if wrong.is_empty() => Ok(Asked {
                q: self.q.filter(|q| !q.trim().is_empty()),
                narrowing,
                measure,
                after,
                limit: limit.map_or(50, |limit| limit as usize),
            }),
            _ => Err(wrong),
        }
    }

    fn measured(&self) -> Result<Option<Measure>, FieldError> {
        let Some(stage) = &self.stage else {
            let alone = self.measure.is_some();
            return if alone { Err(FieldError::new("stage", Code::Empty)) } else { Ok(None) };
        };
        let stage = StageKind::of_word(stage).ok_or(FieldError::new("stage", Code::Stage))?;
        let stage = u8::try_from(stage.index()).unwrap_or_default();
        if let Some(other) = &self.without {
            let other = StageKind::of_word(other).ok_or(FieldError::new("without", Code::Stage))?;
            let other = u8::try_from(other.index()).unwrap_or_default();
            return Ok(Some(Measure::Without(stage, other)));
        }
        if let Some(since) = &self.since {
            let since = rules::date::parse_officer(since);
            let since = since.map_err(|_| FieldError::new("since", Code::Date))?;
            return Ok(Some(Measure::First(stage, rules::Day::of(since).0)));
        }
        match self.measure.as_deref() {
            None | Some("reached") => Ok(Some(Measure::Reached(stage))),
            Some("open") => Ok(Some(Measure::Open(stage))),
            Some("at") => Ok(Some(Measure::At(stage))),
            Some(_) => Err(FieldError::new("measure", Code::Word)),
        }
    }
}

/// A whole number within bounds.
fn number(
    field: &'static str,
    text: Option<&str>,
    bounds: std::ops::RangeInclusive<u32>,
) -> Result<Option<u32>, FieldError> {
    let read = |text: &str| text.parse().ok().filter(|number| bounds.contains(number));
    let read = text.map(|text| read(text).ok_or(FieldError::new(field, Code::Number)));
    read.transpose()
}
