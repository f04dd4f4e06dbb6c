//! The front page: what the programme is, for whom, and how far it is today.
use crate::{
    App, Problem,
    classes::pages::{Near, near},
    reports::{self, Narrowing},
    staff::Officer,
    web::{Page, Shell, Visit},
    words::{self, Public, fill},
};
use askama::Template;
use axum::extract::State;
use rules::{StageKind, disclosure::SMALLEST, number::thousands};

#[derive(Template)]
#[template(path = "public/landing.html")]
pub(super) struct Landing {
    shell: Shell,
    w: &'static Public,
    /// What leads a member to their own pages.
    already: &'static str,
    persons: String,
    registered_at: String,
    stages_note: String,
    stages: Vec<Stage>,
    near: Near,
}

struct Stage {
    label: &'static str,
    about: &'static str,
    reached: String,
}

/// Shows the front page with today's figures of all agencies.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Page<Landing>, Problem> {
    let asked = app.clone();
    let today =
        move || reports::ask(&asked.db, &asked.house, &Officer::public(), &Narrowing::default());
    let answer = app.blocking(today).await?;
    let (lang, w) = (visit.lang, Public::of(visit.lang));
    let date = words::day(answer.as_at, lang);
    let people = |n: u64| match n {
        0..SMALLEST => fill(w.few, &[("n", &thousands(SMALLEST))]),
        SMALLEST.. => fill(w.persons, &[("n", &thousands(n))]),
    };
    let stage = |row: &reports::StageRow| Stage {
        label: lang.pick(row.stage.label_id(), row.stage.label_en()),
        about: about(row.stage, w),
        reached: people(row.reached),
    };
    Ok(Page::of(Landing {
        shell: visit.shell(&app, w.title),
        w,
        already: words::Residents::of(lang).already,
        persons: people(answer.persons),
        registered_at: fill(w.registered_at, &[("date", &date)]),
        stages_note: fill(w.stages_note, &[("date", &date)]),
        stages: answer.rows.iter().map(stage).collect(),
        near: near(&app, lang).await?,
    }))
}

fn about(stage: StageKind, w: &'static Public) -> &'static str {
    match stage {
        StageKind::Registration => w.stage_registration,
        StageKind::Mentoring => w.stage_mentoring,
        StageKind::Training => w.stage_training,
        StageKind::Licensing => w.stage_licensing,
        StageKind::Marketing => w.stage_marketing,
        StageKind::FinancialReporting => w.stage_financial_reporting,
        StageKind::Capital => w.stage_capital,
    }
}
