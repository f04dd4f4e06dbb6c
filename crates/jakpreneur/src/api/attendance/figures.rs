//! `GET /figures/training`: the numbers of training, always apart.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
        strict::Documented,
    },
    attendance::{self, By, InSeats, Numbers, Wanted},
};
use axum::{Json, extract::State};
use rules::{Act, Agency, Date, RegionCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which classes are counted, and how they are told apart.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TrainingWanted {
    /// What the numbers are told apart by; `kecamatan` when not given.
    #[param(pattern = "^(kecamatan|month|trade|kind|plan|class)$")]
    by: Option<String>,
    /// Classes that begin on this day or later.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<String>,
    /// Classes that begin on this day or earlier.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<String>,
    /// Classes of this agency: its code.
    agency: Option<String>,
    /// Classes held in this area: its code.
    area: Option<String>,
    /// Classes about this trade: its code.
    trade: Option<String>,
}

/// The numbers of training.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingFigures {
    /// What they are told apart by.
    by: String,
    /// Of all together: each person once in each number.
    total: TrainingNumbers,
    /// Of each group. Who is in two groups is in each, so groups need not add up to the total.
    groups: Vec<TrainingGroup>,
}

/// The numbers of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingGroup {
    /// The code of the kecamatan, trade or kind, the month as `YYYY-MM`, or the id of the plan or class.
    key: String,
    /// The numbers.
    numbers: TrainingNumbers,
}

/// Persons, but for the first two and the last two.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingNumbers {
    /// Classes, but for those called off.
    classes: u64,
    /// Seats: no persons.
    seats: u64,
    /// Persons who were ever invited.
    invited: u64,
    /// Persons who ever asked for a place before the door.
    registered: u64,
    /// Persons who were at one session at least.
    present: u64,
    /// Persons who finished.
    finished: u64,
    /// Persons who came without having asked before.
    walk_ins: u64,
    /// How often somebody was present at a session: no persons.
    attendances: u64,
    /// The five numbers in seats: no persons.
    in_seats: TrainingSeats,
}

/// The numbers in seats: who stands so to two classes counts twice.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainingSeats {
    /// Invitations.
    invited: u64,
    /// Requests for a place before the door.
    registered: u64,
    /// Seats whose holder was at one session at least.
    present: u64,
    /// Seats whose holder finished.
    finished: u64,
    /// Seats given at the door.
    walk_ins: u64,
}

/// Count training
///
/// Of the classes the caller sees.
#[utoipa::path(get, path = "/figures/training", tag = "figures", params(TrainingWanted),
    responses(Aloud, Read, (status = 200, description = "The numbers.", body = TrainingFigures)))]
pub async fn training(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(wanted): Query<TrainingWanted>,
) -> Result<Json<TrainingFigures>, Declined> {
    officer.may(Act::ReadFigures)?;
    let (by, wanted) = wanted.understand()?;
    let sums =
        app.look(move |tx, house| attendance::sums(tx, house, &officer, by, &wanted)).await?;
    let group = |(key, numbers): (String, Numbers)| TrainingGroup { key, numbers: numbers.into() };
    Ok(Json(TrainingFigures {
        by: by.word().to_owned(),
        total: sums.all.into(),
        groups: sums.groups.into_iter().map(group).collect(),
    }))
}

impl TrainingWanted {
    fn understand(self) -> Result<(By, Wanted), Problem> {
        let mut documented = Documented::default();
        documented.word("by", self.by.as_deref(), By::of_word);
        documented.date("from", self.from.as_deref());
        documented.date("to", self.to.as_deref());
        documented.word("agency", self.agency.as_deref(), |text| Agency::parse(text).ok());
        let mut wrong = documented.0;
        let area = self.area.map(|text| text.parse::<RegionCode>());
        if area.as_ref().is_some_and(Result::is_err) {
            wrong.push(FieldError::new("area", Code::Region));
        }
        if !wrong.is_empty() {
            return Err(Problem::Invalid(wrong));
        }
        let day = |text: Option<String>| text.and_then(|text| text.parse::<Date>().ok());
        let by = self.by.as_deref().and_then(By::of_word).unwrap_or(By::Kecamatan);
        let agency = self.agency.and_then(|text| Agency::parse(&text).ok());
        let area = area.and_then(Result::ok);
        let trade = self.trade.filter(|trade| !trade.is_empty());
        let (from, to) = (day(self.from), day(self.to));
        Ok((by, Wanted { from, to, agency, area, trade, ..Wanted::default() }))
    }
}

impl From<Numbers> for TrainingNumbers {
    fn from(it: Numbers) -> Self {
        Self {
            classes: it.classes,
            seats: it.seats,
            invited: it.invited,
            registered: it.registered,
            present: it.present,
            finished: it.finished,
            walk_ins: it.walk_ins,
            attendances: it.attendances,
            in_seats: it.in_seats.into(),
        }
    }
}

impl From<InSeats> for TrainingSeats {
    fn from(it: InSeats) -> Self {
        Self {
            invited: it.invited,
            registered: it.registered,
            present: it.present,
            finished: it.finished,
            walk_ins: it.walk_ins,
        }
    }
}
