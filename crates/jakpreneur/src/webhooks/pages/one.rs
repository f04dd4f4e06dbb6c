//! One subscription: how it stands, its last answers, and what can be done about it.
use super::said;
use crate::{
    App, Problem,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    webhooks,
    words::{Webhooks, fill},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, WebhookId};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "webhooks/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static Webhooks,
    mistakes: Mistakes,
    secret: Option<String>,
    id: Uuid,
    facts: Vec<(&'static str, String)>,
    is_paused: bool,
    answers: Vec<Answer>,
    after: String,
    act_ids: [Uuid; 4],
}

struct Answer {
    at: String,
    positions: String,
    outcome: String,
}

/// Shows it.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Page<OnePage>, Problem> {
    let mistakes = Mistakes::none();
    Ok(Page::of(page(&app, &visit, webhook(&id)?, &Fields::default(), mistakes).await?))
}

fn webhook(id: &str) -> Result<WebhookId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

async fn page(
    app: &App,
    visit: &Visit,
    id: WebhookId,
    typed: &Fields,
    mistakes: Mistakes,
) -> Result<OnePage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ManageWebhooks)?;
    let look = app.look(move |tx, house| webhooks::see(tx, house, &officer, id));
    let (seen, attempts) = look.await?;
    let (w, lang) = (Webhooks::of(visit.lang), visit.lang);
    let answers = attempts.into_iter().map(|it| Answer {
        at: said::moment(it.at, lang),
        positions: format!("{}–{}", said::whole(it.after + 1), said::whole(it.until)),
        outcome: said::outcome(it.outcome, w),
    });
    let progress = &seen.progress;
    let last = progress.delivered_at.map(|at| said::moment(at, lang));
    let (items, n) = (said::whole(progress.items), said::whole(progress.deliveries));
    let facts = vec![
        (w.state, said::state(&seen, lang, w)),
        (w.address, seen.webhook.address.clone()),
        (w.of_whom, said::scope(&app.house, &seen.webhook, w)),
        (w.kinds, said::kinds(&seen.webhook, w)),
        (w.delivered, said::delivered(&seen, w)),
        (w.delivered_at, last.unwrap_or_else(|| w.never.to_owned())),
        (w.totals, fill(w.told, &[("items", &items), ("n", &n)])),
    ];
    Ok(OnePage {
        shell: visit.shell(app, seen.webhook.label.clone()),
        w,
        mistakes,
        secret: None,
        id: id.0,
        facts,
        is_paused: progress.paused.is_some(),
        answers: answers.collect(),
        after: typed.get("after").to_owned(),
        act_ids: std::array::from_fn(|_| app.house.new_id()),
    })
}

fn back(id: WebhookId) -> Redirect {
    Redirect::to(&format!("/webhook/{id}"))
}

/// Pauses it.
pub(super) async fn pause(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Redirect, Problem> {
    let (asking, id) = (posted.asking(&app)?, webhook(&id)?);
    app.change(move |tx, house| webhooks::pause(tx, house, &asking, id)).await?;
    Ok(back(id))
}

/// Resumes it.
pub(super) async fn resume(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Redirect, Problem> {
    let (asking, id) = (posted.asking(&app)?, webhook(&id)?);
    app.change(move |tx, house| webhooks::resume(tx, house, &asking, id)).await?;
    Ok(back(id))
}

/// Begins again from a position.
pub(super) async fn replay(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (asking, id) = (posted.asking(&app)?, webhook(&id)?);
    let after = posted.fields.get("after").to_owned();
    let act = app.change(move |tx, house| webhooks::replay_from(tx, house, &asking, id, &after));
    match act.await {
        Ok(_) => Ok(back(id).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let mistakes = Mistakes::of(&wrong, posted.visit.lang);
            let page = page(&app, &posted.visit, id, &posted.fields, mistakes).await?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// Changes its secret and shows the new one, this once.
pub(super) async fn rotate(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Page<OnePage>, Problem> {
    let (asking, id) = (posted.asking(&app)?, webhook(&id)?);
    let act = app.change(move |tx, house| {
        let (_, secret) = webhooks::rotate(tx, house, &asking, id)?;
        Ok(secret.map(|secret| secret.text()))
    });
    let secret = act.await?;
    let mistakes = Mistakes::none();
    let page = page(&app, &posted.visit, id, &Fields::default(), mistakes).await?;
    Ok(Page::of(OnePage { secret, ..page }))
}

/// Ends it.
pub(super) async fn end(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Redirect, Problem> {
    let (asking, id) = (posted.asking(&app)?, webhook(&id)?);
    app.change(move |tx, house| webhooks::end(tx, house, &asking, id)).await?;
    Ok(Redirect::to("/webhook"))
}
