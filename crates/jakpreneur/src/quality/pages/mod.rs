//! The pages of data quality: the board, and the list behind each of its numbers.
mod board;
mod list;

use super::Wanted;
use crate::{App, Code, FieldError, House, Problem, web::Fields};
use axum::{Router, routing::get};
use rules::RegionCode;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new().route("/mutu", get(board::show)).route("/mutu/{finding}", get(list::show))
}

/// What an address asks for.
fn wanted(house: &House, asked: &Fields) -> Result<Wanted, Problem> {
    let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
    let mut wanted = Wanted::default();
    if let Some(months) = asked.some("months") {
        let months = months.parse().ok().filter(|months| (1..=60).contains(months));
        wanted.months = months.ok_or_else(|| wrong("months", Code::Number))?;
    }
    if let Some(office) = asked.some("office") {
        let office = RegionCode::parse(&office).ok();
        let known = office.filter(|office| house.regions.get(*office).is_some());
        wanted.office = Some(known.ok_or_else(|| wrong("office", Code::Region))?);
    }
    Ok(wanted)
}

/// The address of a list.
fn address(word: &str, wanted: Wanted) -> String {
    let office = wanted.office.map_or(String::new(), |office| format!("&office={office}"));
    format!("/mutu/{word}?months={}{office}", wanted.months)
}
