//! Every growth figure as shown, beside the same from the rebuilt tables, and the list behind each number.
use super::{Difference, NotVerified};
use crate::{
    App, House,
    growth::figures::{self, Asked, By, Definition, Measure},
    journal::Db,
};

/// Compares every growth figure; answers how many there were.
pub(super) fn compare(app: &App, rebuilt: &Db, house: &House) -> Result<u64, NotVerified> {
    let (operator, mut compared) = (app.operator(), 0);
    for question in questions(house) {
        let shown = figures::ask(&app.db, &app.house, &operator, &question)?;
        let counted = figures::ask(rebuilt, house, &operator, &question)?;
        if shown != counted {
            let (shown, counted) = (format!("{shown:?}"), format!("{counted:?}"));
            return Err(Difference::Figure { what: told(&question), shown, counted }.into());
        }
        compared += u64::try_from(shown.groups.as_ref().map_or(1, Vec::len)).unwrap_or_default();
        if question.by.is_empty() {
            compared += lists(app, &question, &shown)?;
        }
    }
    Ok(compared)
}

/// Each dimension in both definitions, as at today and a year ago, as known now and before.
fn questions(house: &House) -> Vec<Asked> {
    let end = house.board().position;
    let today = house.today();
    let mut by: Vec<Vec<By>> = By::ALL.map(|by| vec![by]).into();
    by.push(Vec::new());
    let mut questions = Vec::new();
    for as_at in [today, today.saturating_sub(jiff::Span::new().days(365))] {
        for known_at in [end, end / 2] {
            for definition in Definition::ALL {
                questions.extend(by.iter().map(|by| Asked {
                    as_at: Some(as_at),
                    known_at: Some(known_at),
                    by: by.clone(),
                    definition,
                    ..Asked::default()
                }));
            }
        }
    }
    questions
}

/// The list behind a number is as long as the number says.
fn lists(app: &App, question: &Asked, shown: &figures::GrowthAnswer) -> Result<u64, NotVerified> {
    let (operator, mut compared) = (app.operator(), 0);
    for measure in Measure::all() {
        let of = (question, measure);
        let found = figures::list(&app.db, &app.house, &operator, of, None, 1)?;
        let number = measure.number(&shown.total);
        if found.total != number {
            let what = format!("growth {} {}", measure.word(), told(question));
            return Err(Difference::List { what, shown: number, listed: found.total }.into());
        }
        compared += 1;
    }
    Ok(compared)
}

fn told(question: &Asked) -> String {
    let by: Vec<&str> = question.by.iter().map(|by| by.word()).collect();
    let as_at = question.as_at.map(|day| day.to_string()).unwrap_or_default();
    format!(
        "growth ({}) as at {as_at}, known at {}, by {}",
        question.definition.word(),
        question.known_at.unwrap_or_default(),
        by.join(",")
    )
}
