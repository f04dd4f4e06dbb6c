//! A figure published elsewhere beside a line of a release, and how it is told.
use super::{number, one};
use crate::{
    App, Problem,
    releases::{self, Opened, OutsideFigure, OutsideForm, Reason, ReleaseNumber},
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, number::thousands};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "releases/pages/outside.html")]
pub(super) struct OutsidePage {
    shell: Shell,
    w: &'static words::Releases,
    wrong: Mistakes,
    typed: Fields,
    number: ReleaseNumber,
    title: String,
    lines: Choices,
    reasons: Vec<(&'static str, &'static str)>,
    act_id: Uuid,
}

/// A figure published elsewhere, in words.
pub(super) struct Beside {
    pub indicator: String,
    pub released: String,
    pub value: String,
    pub difference: String,
    pub source: String,
    pub why: String,
}

impl Beside {
    pub(super) fn of(figure: &OutsideFigure, w: &'static words::Releases) -> Self {
        Self {
            indicator: figure.indicator.clone(),
            released: thousands(figure.released),
            value: thousands(figure.value),
            difference: one::signed(figure.difference),
            source: figure.source.clone(),
            why: why(figure, w),
        }
    }
}

fn why(figure: &OutsideFigure, w: &'static words::Releases) -> String {
    if figure.difference == 0 && figure.explanation.is_empty() {
        return w.outside_same.to_owned();
    }
    let written = Some(figure.explanation.clone()).filter(|said| !said.is_empty());
    let told = one::parts(&figure.parts, w);
    written.into_iter().chain(told).collect::<Vec<_>>().join("; ")
}

/// The same in a sentence, for paper.
pub(in crate::releases) fn said(figure: &OutsideFigure, w: &'static words::Releases) -> String {
    let it = Beside::of(figure, w);
    let places = [
        ("indicator", it.indicator.as_str()),
        ("value", &it.value),
        ("source", &it.source),
        ("released", &it.released),
        ("difference", &it.difference),
        ("why", &it.why),
    ];
    fill(w.outside_said, &places)
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
) -> Result<Page<OutsidePage>, Problem> {
    let typed = Fields::parse(b"");
    Ok(Page::of(draw(&app, &visit, number(&raw)?, typed, Mistakes::none()).await?))
}

/// Enters the figure, or shows the form again with what is wrong in it.
pub(super) async fn send(
    State(app): State<App>,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let number = number(&raw)?;
    let (asking, form) = (posted.asking(&app)?, read(&posted.fields));
    let entered =
        app.change(move |tx, _| releases::enter_outside(tx, &asking, number, &form)).await;
    let wrong = match entered {
        Ok(_) => return Ok(Redirect::to(&format!("/rilis/{number}")).into_response()),
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, posted.visit.lang),
        Err(problem) => return Err(problem),
    };
    let page = draw(&app, &posted.visit, number, posted.fields.clone(), wrong).await?;
    Ok(Page::wrong(page).into_response())
}

fn read(fields: &Fields) -> OutsideForm {
    let text = |name: &str| fields.get(name).to_owned();
    OutsideForm {
        line: text("line"),
        value: text("value"),
        source: text("source"),
        explanation: text("explanation"),
        parts: Reason::ALL.map(|reason| (reason, text(reason.word()))).into(),
    }
}

async fn draw(
    app: &App,
    visit: &Visit,
    number: ReleaseNumber,
    typed: Fields,
    wrong: Mistakes,
) -> Result<OutsidePage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReleaseReports)?;
    let opened = app.look(move |tx, _| {
        let found = releases::by_number(tx, &officer.scope, number)?;
        releases::opened(tx, &found.ok_or(Problem::NotFound)?)
    });
    let Opened { document, .. } = opened.await?;
    let w = words::Releases::of(visit.lang);
    let lines: Vec<(String, String)> = document
        .lines
        .iter()
        .map(|line| {
            let said = format!("{}: {}", line.indicator, thousands(line.actual));
            (line.key.clone(), said)
        })
        .collect();
    let lines = lines.iter().map(|(key, said)| (key.as_str(), said.as_str()));
    Ok(OutsidePage {
        shell: visit.shell(app, w.enter_outside),
        lines: Choices::of(lines, typed.get("line")),
        reasons: Reason::ALL.map(|it| (it.word(), one::reason(it, w))).into(),
        act_id: app.house.new_id(),
        wrong: wrong.in_order(&["line", "value", "source", "explanation", "parts"]),
        title: document.title,
        number,
        typed,
        w,
    })
}
