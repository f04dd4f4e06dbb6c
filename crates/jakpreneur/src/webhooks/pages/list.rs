//! Every subscription within scope, and the form for another, whose secret is shown this once.
use super::said;
use crate::{
    App, Problem,
    staff::Officer,
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    webhooks::{self, Paused, Seen, WebhookForm},
    words::{Webhooks, fill},
};
use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Response},
};
use rules::Act;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "webhooks/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static Webhooks,
    mistakes: Mistakes,
    made: Option<String>,
    notice: Option<String>,
    lines: Vec<Line>,
    typed: WebhookForm,
    agencies: Choices,
    areas: Vec<Choices>,
    begin: Choices,
    act_id: Uuid,
}

struct Line {
    id: Uuid,
    label: String,
    state: String,
    delivered: String,
    kinds: String,
}

/// Shows them.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Page<ListPage>, Problem> {
    Ok(Page::of(page(&app, &visit, &Fields::default(), Mistakes::none()).await?))
}

async fn page(
    app: &App,
    visit: &Visit,
    typed: &Fields,
    mistakes: Mistakes,
) -> Result<ListPage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ManageWebhooks)?;
    let asker = officer.clone();
    let seen = app.look(move |tx, house| webhooks::list(tx, house, &asker)).await?;
    let w = Webhooks::of(visit.lang);
    let line = |seen: &Seen| Line {
        id: seen.webhook.id.0,
        label: seen.webhook.label.clone(),
        state: said::state(seen, visit.lang, w),
        delivered: said::delivered(seen, w),
        kinds: said::kinds(&seen.webhook, w),
    };
    let (agencies, areas) = offered(app, &officer, typed, w);
    Ok(ListPage {
        shell: visit.shell(app, w.title),
        w,
        mistakes,
        made: None,
        notice: notice(&seen, w),
        lines: seen.iter().map(line).collect(),
        typed: form(typed),
        agencies,
        areas,
        begin: Choices::of([("", w.begin_now), ("0", w.begin_all)], typed.get("after")),
        act_id: app.house.new_id(),
    })
}

fn offered(app: &App, officer: &Officer, typed: &Fields, w: &Webhooks) -> (Choices, Vec<Choices>) {
    let all = officer.scope.agency().is_none().then_some(w.all_agencies);
    let agencies = Choices::agencies(&app.house, &officer.scope, all, typed.get("agency"));
    let all = officer.scope.area().is_none().then_some(w.all_areas);
    (agencies, areas(&app.house, officer.scope.area(), all, typed.get("area")))
}

/// How many stopped by themselves.
fn notice(seen: &[Seen], w: &Webhooks) -> Option<String> {
    let stopped = seen.iter().filter(|it| {
        matches!(it.progress.paused, Some((_, Paused::Failed | Paused::Gone | Paused::Owner)))
    });
    let count = stopped.count();
    (count > 0).then(|| fill(w.notice, &[("n", &count.to_string())]))
}

fn form(fields: &Fields) -> WebhookForm {
    let field = |name| fields.get(name).to_owned();
    WebhookForm {
        label: field("label"),
        address: field("address"),
        kinds: field("kinds"),
        agency: field("agency"),
        area: field("area"),
        after: field("after"),
    }
}

/// Makes one and shows its secret.
pub(super) async fn send(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    asking.officer.may(Act::ManageWebhooks)?;
    let (visit, fields) = (&posted.visit, &posted.fields);
    let made = match form(fields).understand(&app.house, &asking.officer) {
        Ok(new) => {
            let act = app.change(move |tx, house| {
                let (_, secret) = webhooks::subscribe(tx, house, &asking, &new)?;
                Ok(secret.map(|secret| secret.text()))
            });
            act.await
        }
        Err(problem) => Err(problem),
    };
    match made {
        Ok(secret) => {
            let mut page = page(&app, visit, &Fields::default(), Mistakes::none()).await?;
            page.made = secret;
            Ok(Page::of(page).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let mistakes = Mistakes::of(&wrong, visit.lang);
            Ok(Page::wrong(page(&app, visit, fields, mistakes).await?).into_response())
        }
        Err(problem) => Err(problem),
    }
}
