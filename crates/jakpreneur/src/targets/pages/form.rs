//! A new target, typed.
use crate::{
    App, Problem,
    targets::{self, TargetForm},
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words,
};
use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, RegionCode, TargetId,
    targets::{CountingRule, Indicator},
};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "targets/pages/form.html")]
pub(super) struct FormPage {
    shell: Shell,
    w: &'static words::Targets,
    wrong: Mistakes,
    typed: Fields,
    indicators: Choices,
    rules: Choices,
    about: Vec<String>,
    agencies: Choices,
    areas: Vec<Choices>,
    act_id: Uuid,
}

/// Shows the form.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Page<FormPage>, Problem> {
    Ok(Page::of(draw(&app, &visit, Fields::default(), Mistakes::none())?))
}

/// Sets the target, or shows the form again with what is wrong in it.
pub(super) async fn send(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    posted.visit.officer()?.may(Act::SetTargets)?;
    match set(&app, &posted).await {
        Ok(target) => Ok(Redirect::to(&format!("/target/{target}")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let wrong = Mistakes::of(&wrong, posted.visit.lang);
            let page = draw(&app, &posted.visit, posted.fields.clone(), wrong)?;
            Ok(Page::wrong(page).into_response())
        }
        Err(Problem::Refused(code)) => {
            let wrong = Mistakes::one("target", code, posted.visit.lang);
            let page = draw(&app, &posted.visit, posted.fields.clone(), wrong)?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn set(app: &App, posted: &Posted) -> Result<TargetId, Problem> {
    let asking = posted.asking(app)?;
    let text = |name: &str| posted.fields.get(name).to_owned();
    let form = TargetForm {
        indicator: text("indicator"),
        agency: text("agency"),
        area: text("area"),
        period: text("period"),
        target: text("target"),
        basis: text("basis"),
        rule: text("rule"),
    };
    let draft = form.understand(&app.house, &asking.officer)?;
    let done = app.change(move |tx, house| targets::set(tx, house, &asking, &draft)).await?;
    Ok(done.event.target)
}

fn draw(app: &App, visit: &Visit, typed: Fields, wrong: Mistakes) -> Result<FormPage, Problem> {
    let (officer, lang) = (visit.officer()?, visit.lang);
    officer.may(Act::SetTargets)?;
    let w = words::Targets::of(lang);
    let all = officer.scope.agency().is_none().then_some(w.all_agencies);
    let around = officer.scope.area();
    let mut areas = areas(&app.house, around, None, typed.get("area"));
    if around.is_none() {
        areas.insert(0, province(app, typed.get("area")));
    }
    let indicators = Indicator::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
    let rules = CountingRule::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
    let about = CountingRule::ALL.map(|it| {
        let name = lang.pick(it.label_id(), it.label_en());
        format!("{name}: {}", lang.pick(it.about_id(), it.about_en()))
    });
    let order = ["indicator", "agency", "area", "period", "target", "rule", "basis"];
    Ok(FormPage {
        shell: visit.shell(app, w.new),
        indicators: Choices::of(indicators, typed.get("indicator")),
        rules: Choices::of(rules, typed.get("rule")),
        about: about.into(),
        agencies: Choices::agencies(&app.house, &officer.scope, all, typed.get("agency")),
        areas,
        act_id: app.house.new_id(),
        wrong: wrong.in_order(&order),
        typed,
        w,
    })
}

/// All of Jakarta.
fn province(app: &App, chosen: &str) -> Choices {
    let code = RegionCode::parse("31").ok();
    let pairs: Vec<(String, String)> =
        code.map(|code| (code.to_string(), app.house.region_name(code))).into_iter().collect();
    Choices::of(pairs.iter().map(|(code, name)| (code.as_str(), name.as_str())), chosen)
}
