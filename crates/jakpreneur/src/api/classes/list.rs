//! `GET /classes`: the classes the caller sees, a page at a time.
use super::PlaceCounts;
use crate::{
    App, Code, FieldError, House, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
    classes::{self, Line, Wanted},
};
use axum::{Json, extract::State};
use rules::{
    Agency, ClassId, Date, RegionCode,
    training::{ClassKind, ClassState},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which classes.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ClassesWanted {
    /// Open to this area: held in it, or for a wider area around it; a region code.
    #[param(example = "31.75.03")]
    area: Option<String>,
    /// About this trade: its code.
    trade: Option<String>,
    /// Of this kind.
    #[param(pattern = "^(basic|trade|workshop|agency)$")]
    kind: Option<String>,
    /// Held or organised by this agency: its code.
    agency: Option<String>,
    /// Going on on this day or later, `YYYY-MM-DD`.
    from: Option<String>,
    /// Begun on this day or earlier, `YYYY-MM-DD`.
    to: Option<String>,
    /// So far.
    #[param(pattern = "^(announced|finished|called_off)$")]
    state: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// A page of classes, those that begin first on top.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClassesPage {
    /// The classes of this page.
    items: Vec<ClassLine>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<String>,
    /// How many there are over all pages.
    total: u64,
}

/// A class in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClassLine {
    /// The class.
    id: Uuid,
    /// How far it is.
    #[schema(pattern = "^(announced|finished|called_off)$")]
    state: &'static str,
    /// For whom it is.
    #[schema(pattern = "^(basic|trade|workshop|agency)$")]
    kind: &'static str,
    /// What it is called.
    title: String,
    /// The code of the trade.
    trade: String,
    /// The agency that answers for it.
    agency: String,
    /// The kecamatan, or the wider area it is open to.
    area: String,
    /// The building and the room.
    place: String,
    /// How many places there are.
    capacity: u32,
    /// The last day of registration.
    #[schema(format = Date)]
    closes_on: String,
    /// The day of the first session.
    #[schema(format = Date)]
    first_on: String,
    /// The day of the last session.
    #[schema(format = Date)]
    last_on: String,
    /// How many sessions it has.
    sessions: u32,
    /// How many persons stand how to it.
    places: PlaceCounts,
}

/// List classes
///
/// Those of the caller's agency or organised by it, in the caller's area or open to it.
#[utoipa::path(get, path = "/classes", tag = "classes", params(ClassesWanted),
    responses(Aloud, Read, (status = 200, description = "A page of classes.", body = ClassesPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(wanted): Query<ClassesWanted>,
) -> Result<Json<ClassesPage>, Declined> {
    officer.may(rules::Act::ReadClasses)?;
    let wanted = wanted.understand(&app.house).map_err(Problem::Invalid)?;
    let page = app.look(move |tx, _| classes::list(tx, &officer, &wanted)).await?;
    Ok(Json(ClassesPage {
        items: page.items.into_iter().map(ClassLine::from).collect(),
        next: page.next.map(|(on, class)| format!("{on}.{class}")),
        total: page.total,
    }))
}

impl ClassesWanted {
    fn understand(self, house: &House) -> Result<Wanted, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let agency =
            |text: &str| Agency::parse(text).ok().filter(|it| house.knows(it)).ok_or(Code::Agency);
        let area = |text: &str| {
            let code = RegionCode::parse(text).ok();
            code.filter(|code| house.regions.get(*code).is_some()).ok_or(Code::Region)
        };
        let kind = |text: &str| ClassKind::of_word(text).ok_or(Code::Word);
        let state = |text: &str| ClassState::of_word(text).ok_or(Code::Word);
        let wanted = Wanted {
            area: read(&mut wrong, "area", self.area, area),
            trade: self.trade.filter(|trade| !trade.is_empty()),
            kind: read(&mut wrong, "kind", self.kind, kind),
            agency: read(&mut wrong, "agency", self.agency, agency),
            from: read(&mut wrong, "from", self.from, day),
            to: read(&mut wrong, "to", self.to, day),
            state: read(&mut wrong, "state", self.state, state),
            after: read(&mut wrong, "after", self.after, after),
            limit: read(&mut wrong, "limit", self.limit, limit).unwrap_or(50),
        };
        if wrong.is_empty() { Ok(wanted) } else { Err(wrong) }
    }
}

fn read<T>(
    wrong: &mut Vec<FieldError>,
    field: &'static str,
    text: Option<String>,
    read: impl FnOnce(&str) -> Result<T, Code>,
) -> Option<T> {
    let text = text?;
    read(&text).map_err(|code| wrong.push(FieldError::new(field, code))).ok()
}

fn day(text: &str) -> Result<Date, Code> {
    text.parse().map_err(|_| Code::Date)
}

fn limit(text: &str) -> Result<usize, Code> {
    text.parse().ok().filter(|limit| (1..=200).contains(limit)).ok_or(Code::Number)
}

fn after(text: &str) -> Result<(Date, ClassId), Code> {
    let (on, class) = text.split_once('.').ok_or(Code::Word)?;
    Ok((on.parse().map_err(|_| Code::Word)?, class.parse().map_err(|_| Code::Word)?))
}

impl From<Line> for ClassLine {
    fn from(line: Line) -> Self {
        Self {
            id: line.id.0,
            state: line.state.word(),
            kind: line.kind.word(),
            title: line.title,
            trade: line.trade,
            agency: line.agency.to_string(),
            area: line.area.to_string(),
            place: line.place,
            capacity: line.capacity,
            closes_on: line.closes_on.to_string(),
            first_on: line.first_on.to_string(),
            last_on: line.last_on.to_string(),
            sessions: line.sessions,
            places: line.counts.into(),
        }
    }
}
