//! Every figure as shown, beside the same figure from the rebuilt tables, and the list behind it.
use super::{Difference, NotVerified, Telling};
use crate::{
    App, House,
    journal::Db,
    reports::{self, By, Narrowing, Tally},
};
use figures::Measure;
use rules::{Date, Scheme};

/// Compares every figure; answers how many there were.
pub(super) fn compare(
    app: &App,
    rebuilt: &Db,
    house: &House,
    telling: Telling<'_>,
) -> Result<u64, NotVerified> {
    let questions = questions(house);
    let of = u64::try_from(questions.len()).unwrap_or_default();
    let mut figures = 0;
    for (done, question) in (1..).zip(&questions) {
        figures += answers(app, rebuilt, house, question)?;
        if question.by.is_empty() {
            figures += lists(app, question)?;
        }
        telling("figures", done, of);
    }
    Ok(figures)
}

/// Each dimension, as at several days, as known at several positions, in each scheme.
fn questions(house: &House) -> Vec<Narrowing> {
    let end = house.board().position;
    let mut by: Vec<Vec<By>> = By::ALL.iter().map(|by| vec![*by]).collect();
    by.push(Vec::new());
    by.push(vec![By::Kecamatan, By::Agency, By::Month]);
    let mut questions = Vec::new();
    for as_at in days(house) {
        for known_at in [end, end - end / 100, end / 2] {
            for by in &by {
                let scheme = if known_at == end { Scheme::Pergub } else { Scheme::Jakbar2022 };
                questions.push(Narrowing {
                    as_at: Some(as_at),
                    known_at: Some(known_at),
                    scheme,
                    by: by.clone(),
                    ..Narrowing::default()
                });
            }
        }
    }
    questions
}

/// Today, and some days on which members were registered.
fn days(house: &House) -> Vec<Date> {
    let board = house.board();
    let last = u32::try_from(board.position).unwrap_or(u32::MAX);
    let everyone = figures::Question::as_at(u16::MAX);
    let mut days = vec![house.today()];
    for part in 1..=4 {
        let before = Some(last / 5 * part);
        let listed = board.figures.list(&everyone, Measure::Registered, before, 1);
        let member = listed.positions.first().and_then(|at| board.figures.member_at(*at));
        days.extend(member.map(|member| rules::Day(member.registered_on).date()));
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn answers(
    app: &App,
    rebuilt: &Db,
    house: &House,
    question: &Narrowing,
) -> Result<u64, NotVerified> {
    let operator = app.operator();
    let shown = reports::ask(&app.db, &app.house, &operator, question)?;
    let counted = reports::ask(rebuilt, house, &operator, question)?;
    if shown != counted {
        let (shown, counted) = first_difference(&shown, &counted);
        return Err(Difference::Figure { what: told(question), shown, counted }.into());
    }
    let groups = shown.groups.as_ref().map_or(1, Vec::len);
    Ok(u64::try_from(groups * 21).unwrap_or_default())
}

fn first_difference(shown: &reports::Answer, counted: &reports::Answer) -> (String, String) {
    let lines = |answer: &reports::Answer| {
        let mut lines = vec![format!("persons {} overlap {}", answer.persons, answer.overlap)];
        let line = |row: &reports::StageRow| {
            format!("{} {}/{}/{}", row.stage, row.reached, row.open, row.at)
        };
        lines.extend(answer.rows.iter().map(line));
        for group in answer.groups.iter().flatten() {
            let key: Vec<&str> = group.key.iter().map(|key| key.label.as_str()).collect();
            lines.push(format!("{} persons {}", key.join(" "), group.persons));
            lines.extend(group.rows.iter().map(|row| format!("{} {}", key.join(" "), line(row))));
        }
        lines
    };
    let (shown, counted) = (lines(shown), lines(counted));
    let longest = shown.len().max(counted.len());
    let at = (0..longest).find(|at| shown.get(*at) != counted.get(*at)).unwrap_or_default();
    let line = |lines: &[String]| lines.get(at).cloned().unwrap_or_else(|| "none".to_owned());
    (line(&shown), line(&counted))
}

/// The list behind a number is as long as the number says.
fn lists(app: &App, question: &Narrowing) -> Result<u64, NotVerified> {
    let operator = app.operator();
    let answer = reports::ask(&app.db, &app.house, &operator, question)?;
    let board = app.house.board();
    let tally = Tally::new(&app.house, &board, &operator.scope, question)?;
    let mut expected = vec![(Measure::Registered, answer.persons)];
    for row in &answer.rows {
        let stage = u8::try_from(row.stage.index()).unwrap_or(u8::MAX);
        expected.push((Measure::Reached(stage), row.reached));
        expected.push((Measure::Open(stage), row.open));
        expected.push((Measure::At(stage), row.at));
    }
    for (measure, shown) in &expected {
        let list = board.figures.list(&tally.question, *measure, None, usize::MAX - 1);
        let listed = u64::try_from(list.positions.len()).unwrap_or(u64::MAX);
        if listed != *shown || list.total != *shown {
            let what = format!("{measure:?} {}", told(question));
            return Err(Difference::List { what, shown: *shown, listed }.into());
        }
    }
    Ok(u64::try_from(expected.len()).unwrap_or_default())
}

fn told(question: &Narrowing) -> String {
    let by: Vec<&str> = question.by.iter().map(|by| by.word()).collect();
    let as_at = question.as_at.map(|day| day.to_string()).unwrap_or_default();
    format!(
        "as at {as_at}, known at {}, by {}",
        question.known_at.unwrap_or_default(),
        by.join(",")
    )
}
