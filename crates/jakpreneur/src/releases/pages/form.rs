//! A report to be released, typed.
use super::number;
use crate::{
    App, Problem,
    releases::{self, Kind, ReleaseForm, ReleaseNumber},
    reports::Words,
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, Scheme};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "releases/pages/form.html")]
pub(super) struct FormPage {
    shell: Shell,
    w: &'static words::Releases,
    wrong: Mistakes,
    typed: Fields,
    kinds: Choices,
    schemes: Choices,
    by: Choices,
    agencies: Choices,
    areas: Vec<Choices>,
    /// That it restates another, in words.
    restating: Option<String>,
    act_id: Uuid,
}

/// Shows the form, filled with the question of the release that is to be restated, if one.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<FormPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReleaseReports)?;
    let mut asked = Fields::parse(query.unwrap_or_default().as_bytes());
    if let Some(raw) = asked.some("restates") {
        let number = number(&raw)?;
        let form = app.look(move |tx, _| ReleaseForm::restating(tx, &officer, number)).await?;
        asked = typed(form);
    }
    Ok(Page::of(draw(&app, &visit, asked, Mistakes::none())?))
}

/// Releases the report, or shows the form again with what is wrong in it.
pub(super) async fn send(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    posted.visit.officer()?.may(Act::ReleaseReports)?;
    let wrong = match release(&app, &posted).await {
        Ok(number) => return Ok(Redirect::to(&format!("/rilis/{number}")).into_response()),
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, posted.visit.lang),
        Err(Problem::Refused(code)) => Mistakes::one("kind", code, posted.visit.lang),
        Err(problem) => return Err(problem),
    };
    let page = draw(&app, &posted.visit, posted.fields.clone(), wrong)?;
    Ok(Page::wrong(page).into_response())
}

async fn release(app: &App, posted: &Posted) -> Result<ReleaseNumber, Problem> {
    let done = releases::freeze(app, posted.asking(app)?, read(&posted.fields)).await?;
    Ok(ReleaseNumber { year: done.event.year, serial: done.event.serial })
}

/// The fields as they are sent.
fn read(fields: &Fields) -> ReleaseForm {
    let text = |name: &str| fields.get(name).to_owned();
    ReleaseForm {
        kind: text("kind"),
        title: text("title"),
        question: Words {
            as_at: fields.some("as_at"),
            known_at: fields.some("known_at"),
            area: fields.some("area"),
            agency: fields.some("agency"),
            sex: fields.some("sex"),
            track: fields.some("track"),
            business_type: fields.some("business_type"),
            channel: fields.some("channel"),
            registered_from: fields.some("registered_from"),
            registered_to: fields.some("registered_to"),
            scheme: fields.some("scheme"),
            by: fields.some("by"),
            unknown: None,
        },
        indicator: fields.some("indicator"),
        period: fields.some("period"),
        restates: text("restates"),
        reason: text("reason"),
    }
}

/// The same the other way round.
fn typed(form: ReleaseForm) -> Fields {
    let question = form.question;
    let said = [("kind", form.kind), ("title", form.title), ("restates", form.restates)];
    let asked = [
        ("as_at", question.as_at),
        ("area", question.area),
        ("agency", question.agency),
        ("sex", question.sex),
        ("track", question.track),
        ("business_type", question.business_type),
        ("channel", question.channel),
        ("registered_from", question.registered_from),
        ("registered_to", question.registered_to),
        ("scheme", question.scheme),
        ("by", question.by),
        ("indicator", form.indicator),
        ("period", form.period),
    ];
    let asked = asked.into_iter().filter_map(|(name, value)| Some((name, value?)));
    said.into_iter().chain(asked).collect()
}

/// By what lines may be told apart; which report has which is said beside the field.
fn groupings(w: &'static words::Releases) -> [(&'static str, &'static str); 7] {
    [
        ("", w.by_nothing),
        ("agency", w.agency),
        ("area:city", w.by_city),
        ("area:kecamatan", w.by_kecamatan),
        ("month", w.by_month),
        ("year", w.by_year),
        ("trade", w.by_trade),
    ]
}

fn draw(app: &App, visit: &Visit, typed: Fields, wrong: Mistakes) -> Result<FormPage, Problem> {
    let (officer, lang) = (visit.officer()?, visit.lang);
    let w = words::Releases::of(lang);
    let kinds = Kind::ALL.map(|kind| match kind {
        Kind::Stages => (kind.word(), w.stages),
        Kind::Targets => (kind.word(), w.targets),
        Kind::Agencies => (kind.word(), w.agencies),
        Kind::Unit => (kind.word(), w.unit_report),
        Kind::Training => (kind.word(), w.training_report),
        Kind::Growth => (kind.word(), w.growth_report),
    });
    let schemes = Scheme::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
    let all = Some(w.all_agencies);
    let order = [
        "kind", "title", "as_at", "period", "known_at", "area", "agency", "scheme", "by",
        "restates", "reason",
    ];
    let restates = typed.some("restates");
    let restating = restates.map(|number| fill(w.restate_note, &[("number", &number)]));
    Ok(FormPage {
        shell: visit.shell(app, w.new),
        kinds: Choices::of(kinds, typed.get("kind")),
        schemes: Choices::of(schemes, typed.get("scheme")),
        by: Choices::of(groupings(w), typed.get("by")),
        agencies: Choices::agencies(&app.house, &officer.scope, all, typed.get("agency")),
        areas: areas(&app.house, officer.scope.area(), Some(w.all_areas), typed.get("area")),
        restating,
        act_id: app.house.new_id(),
        wrong: wrong.in_order(&order),
        typed,
        w,
    })
}
