//! `GET /figures/growth`: how many businesses moved up, and the businesses behind each number.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        members::MemberLine,
        problem::{Aloud, Declined, Read},
    },
    growth::figures::{self, GrowthAnswer, GrowthLine, GrowthWords, Measure},
};
use axum::{Json, extract::State};
use rules::{Act, growth::Indicator};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Growth figures
///
/// Businesses in the caller's scope, one for each record of a member. `rose`, `fell`, `stayed` and `unknown`
/// sum to `businesses`, in all and by each indicator; what is missing is unknown, never zero.
#[utoipa::path(get, path = "/figures/growth", tag = "figures", params(GrowthWords),
    responses(Aloud, Read, (status = 200, description = "The figures.", body = GrowthAnswer)))]
pub async fn growth(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(words): Query<GrowthWords>,
) -> Result<Json<GrowthAnswer>, Declined> {
    officer.may(Act::ReadFigures)?;
    let asked = words.understand(&app.house).map_err(Problem::Invalid)?;
    let here = app.clone();
    let answer =
        app.blocking(move || figures::ask(&here.db, &here.house, &officer, &asked)).await?;
    Ok(Json(answer))
}

/// Which number a list stands behind.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct GrowthListWanted {
    /// `businesses`, `rose`, `fell`, `stayed`, `unknown`; the four after `turnover_`, `assets_` or `workers_`;
    /// `gaining` or `losing`. `rose` when not given.
    measure: Option<String>,
    /// The last day that counts, `YYYY-MM-DD`; today when not given.
    as_at: Option<String>,
    /// The journal position up to which it is known.
    known_at: Option<String>,
    /// A region code: `31.73` or `31.73.05`.
    area: Option<String>,
    /// An agency code.
    agency: Option<String>,
    /// A mentor's account.
    mentor: Option<String>,
    /// Registered on this day or later.
    registered_from: Option<String>,
    /// Registered on this day or earlier.
    registered_to: Option<String>,
    /// `programme` (default) or `class`.
    definition: Option<String>,
    /// Which of `turnover`, `assets`, `workers` decide, separated by commas; all when not given.
    indicators: Option<String>,
    /// `any` (default) or `all` of them must have risen.
    need: Option<String>,
    /// Percent of the baseline; 10 when not given.
    threshold: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of businesses, the newest registration first.
#[derive(Debug, Serialize, ToSchema)]
pub struct GrowthPage {
    /// The businesses of this page.
    items: Vec<GrowthItem>,
    /// What to ask the next page `after`; null on the last page.
    #[schema(value_type = Option<u64>)]
    next: Option<u32>,
    /// How many there are over all pages: the number itself.
    total: u64,
    /// How many of this page counted in the caller's scope then and are recorded outside it now.
    elsewhere: u64,
}

/// A business, and where it stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct GrowthItem {
    /// Whose it is.
    member: MemberLine,
    /// By the definition asked for.
    #[schema(pattern = "^(rose|fell|stayed|unknown)$")]
    outcome: &'static str,
    /// Turnover against the baseline.
    #[schema(pattern = "^(rose|fell|stayed|unknown)$")]
    turnover: &'static str,
    /// Assets against the baseline.
    #[schema(pattern = "^(rose|fell|stayed|unknown)$")]
    assets: &'static str,
    /// Workers against the baseline.
    #[schema(pattern = "^(rose|fell|stayed|unknown)$")]
    workers: &'static str,
    /// Workers now less workers at the baseline; null where one is not known.
    workers_gained: Option<i64>,
}

/// List the businesses behind a number of growth
#[utoipa::path(get, path = "/figures/growth/members", tag = "figures", params(GrowthListWanted),
    responses(Aloud, Read, (status = 200, description = "A page of businesses.", body = GrowthPage)))]
pub async fn members(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(wanted): Query<GrowthListWanted>,
) -> Result<Json<GrowthPage>, Declined> {
    officer.may(Act::ReadFigures)?;
    officer.may(Act::SearchMembers)?;
    let (measure, after, limit) = wanted.page().map_err(Problem::Invalid)?;
    let asked = wanted.words().understand(&app.house).map_err(Problem::Invalid)?;
    let here = app.clone();
    let list =
        move || figures::list(&here.db, &here.house, &officer, (&asked, measure), after, limit);
    let found = app.blocking(list).await?;
    Ok(Json(GrowthPage {
        items: found.items.into_iter().map(GrowthItem::from).collect(),
        next: found.next,
        total: found.total,
        elsewhere: found.elsewhere,
    }))
}

impl GrowthListWanted {
    fn page(&self) -> Result<(Measure, Option<u32>, usize), Vec<FieldError>> {
        let mut wrong = Vec::new();
        let measure = Measure::of_word(self.measure.as_deref().unwrap_or("rose"));
        if measure.is_none() {
            wrong.push(FieldError::new("measure", Code::Word));
        }
        let after = self.after.as_deref().map(str::parse::<u32>);
        if matches!(after, Some(Err(_))) {
            wrong.push(FieldError::new("after", Code::Number));
        }
        let limit = self.limit.as_deref().map_or(Some(50), |text| text.parse::<usize>().ok());
        let limit = limit.filter(|limit| (1..=200).contains(limit));
        if limit.is_none() {
            wrong.push(FieldError::new("limit", Code::Number));
        }
        match (measure, limit) {
            (Some(measure), Some(limit)) if wrong.is_empty() => {
                Ok((measure, after.and_then(Result::ok), limit))
            }
            _ => Err(wrong),
        }
    }

    fn words(self) -> GrowthWords {
        GrowthWords {
            as_at: self.as_at,
            known_at: self.known_at,
            area: self.area,
            agency: self.agency,
            mentor: self.mentor,
            registered_from: self.registered_from,
            registered_to: self.registered_to,
            by: None,
            definition: self.definition,
            indicators: self.indicators,
            need: self.need,
            threshold: self.threshold,
            unknown: None,
        }
    }
}

impl From<GrowthLine> for GrowthItem {
    fn from(line: GrowthLine) -> Self {
        let gained = line.workers.and_then(|(then, now)| {
            i64::try_from(now).ok()?.checked_sub(i64::try_from(then).ok()?)
        });
        Self {
            outcome: line.outcome.word(),
            turnover: line.change(Indicator::Turnover).word(),
            assets: line.change(Indicator::Assets).word(),
            workers: line.change(Indicator::Workers).word(),
            workers_gained: gained,
            member: MemberLine::from(line.member),
        }
    }
}
