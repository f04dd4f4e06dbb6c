//! Referrals in numbers, each number with its list.
use super::saying;
use crate::{
    App, Problem,
    referrals::{self, Line},
    web::{Page, Shell, Visit},
    words::{Capital, Lang},
};
use askama::Template;
use axum::extract::State;
use rules::{Act, capital::Step, number::thousands};

/// The page.
#[derive(Template)]
#[template(path = "referrals/pages/figures.html")]
pub(super) struct FiguresPage {
    shell: Shell,
    w: &'static Capital,
    may_list: bool,
    lines: Vec<Said>,
    days: Vec<(String, &'static str, String, String)>,
}

/// A line of the table.
struct Said {
    bank: String,
    step: String,
    list: String,
    referrals: String,
    asked: String,
    granted: String,
}

fn step(word: &str, lang: Lang) -> String {
    let step = Step::of_word(word).map(|step| saying::step(step, lang));
    step.unwrap_or(Capital::of(lang).withdrawn).to_owned()
}

/// Shows the numbers.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
) -> Result<Page<FiguresPage>, Problem> {
    let (officer, lang) = (visit.officer()?, visit.lang);
    let may_list = officer.role.may(Act::ReadReferrals);
    let look =
        app.look(move |tx, _| Ok((referrals::figures(tx, &officer)?, referrals::banks(tx)?)));
    let (figures, banks) = look.await?;
    let said = |it: &Line| Said {
        bank: banks.name(it.bank),
        step: step(&it.step, lang),
        list: format!("/rujukan?bank={}&langkah={}", it.bank, it.step),
        referrals: thousands(it.referrals),
        asked: it.asked.to_string(),
        granted: it.granted.to_string(),
    };
    let w = Capital::of(lang);
    let days = figures.days.iter().map(|it| {
        (
            banks.name(it.bank),
            saying::step(it.step, lang),
            thousands(it.times),
            it.median.to_string(),
        )
    });
    Ok(Page::of(FiguresPage {
        shell: visit.shell(&app, w.figures),
        w,
        may_list,
        lines: figures.lines.iter().map(said).collect(),
        days: days.collect(),
    }))
}
