//! Recording a service in a file, and taking one back.
use super::{
    file::{FilePage, Opened, member},
    timeline::reason_field,
};
use crate::{
    App, House, Problem,
    people::MemberRow,
    staff::Officer,
    stages::{self, ServiceForm, State as ServiceState},
    web::{Choice, Fields, Mistakes, Page, Posted},
    words::{self, Lang, message},
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Level, Scheme, ServiceId, StageKind};

/// The fields in the order of the page.
const FIELDS: [&str; 7] = ["stage", "occurred_on", "state", "agency", "area", "evidence", "note"];

/// What a service may be, with what is chosen.
pub(super) struct ServiceChoices {
    pub stages: Vec<Choice>,
    pub states: Vec<Choice>,
    /// Empty for an officer of one agency, who records for it.
    pub agencies: Vec<Choice>,
    pub areas: Vec<Choice>,
    /// Today's date.
    pub today: String,
}

impl ServiceChoices {
    pub(super) fn of(
        house: &House,
        officer: &Officer,
        lang: Lang,
        row: &MemberRow,
        typed: &Fields,
    ) -> Self {
        let w = words::People::of(lang);
        let now = |field: &str| typed.get(field).to_owned();
        let agency = typed.some("agency").unwrap_or_else(|| row.agency.to_string());
        let here = officer.scope.area().filter(|area| area.level() == Level::Kecamatan);
        let here = here.map(|area| area.to_string()).unwrap_or_default();
        let area = if typed.get("stage").is_empty() { here } else { now("area") };
        let kinds = Scheme::Pergub.order().into_iter();
        let kinds = kinds.filter(|kind| *kind != StageKind::Registration).map(|kind| {
            let label = lang.pick(kind.label_id(), kind.label_en());
            let label = format!("{label} ({})", Scheme::Pergub.code(kind));
            Choice::of(kind.word(), label, &now("stage"))
        });
        let state =
            typed.some("state").unwrap_or_else(|| ServiceState::Completed.word().to_owned());
        let states = [(ServiceState::Completed, w.completed), (ServiceState::Started, w.started)];
        let known = if officer.scope.agency().is_some() { vec![] } else { house.known_agencies() };
        let valid = house.regions.valid_on(house.today());
        let kecamatan = valid.filter(|region| region.code.level() == Level::Kecamatan);
        let areas =
            kecamatan.map(|region| Choice::of(region.code.to_string(), region.name.clone(), &area));
        Self {
            stages: [Choice::of("", w.choose_stage, "-")].into_iter().chain(kinds).collect(),
            states: states.map(|(it, label)| Choice::of(it.word(), label, &state)).into(),
            agencies: known
                .into_iter()
                .map(|(code, name)| Choice::of(code.to_string(), name, &agency))
                .collect(),
            areas: [Choice::of("", w.unknown, "-")].into_iter().chain(areas).collect(),
            today: house.today().to_string(),
        }
    }
}

/// Records a service, and shows the file with it.
pub(super) async fn record(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (to, asking) = (member(&id)?, posted.asking(&app)?);
    let form = form(&posted.fields);
    let recording =
        app.change(move |tx, house| stages::record(tx, house, &asking, to, &form, None));
    match recording.await {
        Ok(done) => {
            let next = format!("/warga/{to}?tercatat={}", done.event.service);
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let opened = Opened::open(&app, &posted.visit, to, false).await?;
            let page = FilePage::new(&app, &posted.visit, &opened, posted.fields)?;
            let wrong = Mistakes::of(&wrong, posted.visit.lang).in_order(&FIELDS);
            Ok(Page::wrong(page.with(wrong)).into_response())
        }
        Err(other) => Err(other),
    }
}

fn form(typed: &Fields) -> ServiceForm {
    let text = |field: &str| typed.get(field).to_owned();
    ServiceForm {
        stage: text("stage"),
        occurred_on: text("occurred_on"),
        agency: text("agency"),
        area: text("area"),
        evidence: text("evidence"),
        note: text("note"),
        state: text("state"),
    }
}

/// Takes a service back, and shows the file with it.
pub(super) async fn void(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let service: ServiceId = id.parse().map_err(|_| Problem::NotFound)?;
    let asking = posted.asking(&app)?;
    let reason = posted.fields.get("reason").to_owned();
    let voiding = app.change(move |tx, house| stages::void(tx, house, &asking, service, &reason));
    match voiding.await {
        Ok(done) => {
            let next = format!("/warga/{}?dibatalkan={service}", done.event.member);
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let whose = member(posted.fields.get("member"))?;
            let opened = Opened::open(&app, &posted.visit, whose, false).await?;
            let page = FilePage::new(&app, &posted.visit, &opened, Fields::default())?;
            let said = wrong.first().map(|error| message(error.code, posted.visit.lang));
            let at = reason_field(&service.to_string());
            let wrong = Mistakes::saying(at, said.unwrap_or_default());
            Ok(Page::wrong(page.with(wrong)).into_response())
        }
        Err(other) => Err(other),
    }
}
