//! The API tokens: making one, which is shown once, and revoking one.
use crate::{
    App, Code, Problem,
    staff::{self, Token},
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, Staff},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, Instant};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "staff/pages/tokens.html")]
pub(super) struct TokensPage {
    shell: Shell,
    w: &'static Staff,
    mistakes: Mistakes,
    made: Option<String>,
    lines: Vec<Line>,
    label: String,
    users: Choices,
    act_id: Uuid,
}

struct Line {
    id: Uuid,
    label: String,
    account: String,
    made: String,
    used: String,
    revoke_id: Uuid,
}

/// Shows the tokens in force.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
) -> Result<Page<TokensPage>, Problem> {
    Ok(Page::of(page(&app, &visit, &Fields::default(), Mistakes::none()).await?))
}

async fn page(
    app: &App,
    visit: &Visit,
    typed: &Fields,
    mistakes: Mistakes,
) -> Result<TokensPage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ManageTokens)?;
    let asker = officer.clone();
    let (tokens, accounts) = app
        .look(move |tx, _| Ok((staff::tokens(tx, &asker)?, staff::accounts(tx, &asker.scope)?)))
        .await?;
    let w = Staff::of(visit.lang);
    let own = officer.role.only_own(Act::ManageTokens);
    let names: Vec<String> = accounts
        .into_iter()
        .filter(|account| account.disabled_at.is_none())
        .filter(|account| !own || officer.user == Some(account.id))
        .map(|account| account.name)
        .collect();
    let chosen = Some(typed.get("user")).filter(|name| !name.is_empty());
    let users = names.iter().map(|name| (name.as_str(), name.as_str()));
    let live = tokens.into_iter().filter(|token| token.revoked_at.is_none());
    Ok(TokensPage {
        shell: visit.shell(app, w.tokens),
        w,
        mistakes,
        made: None,
        lines: live.map(|token| line(app, token, visit.lang, w)).collect(),
        label: typed.get("label").to_owned(),
        users: Choices::of(users, chosen.unwrap_or(&officer.name)),
        act_id: app.house.new_id(),
    })
}

fn line(app: &App, token: Token, lang: Lang, w: &Staff) -> Line {
    let moment = |at: Instant| format!("{} {}", words::day(at.date(), lang), at.clock());
    Line {
        id: token.id,
        label: token.label,
        account: token.account.name,
        made: words::day(token.made_at.date(), lang),
        used: token.seen_at.map_or(w.never.to_owned(), moment),
        revoke_id: app.house.new_id(),
    }
}

/// Makes a token and shows it, this once.
pub(super) async fn make(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    asking.officer.may(Act::ManageTokens)?;
    let (visit, fields) = (&posted.visit, &posted.fields);
    let (name, label) = (fields.get("user").to_owned(), fields.get("label").to_owned());
    if label.is_empty() {
        let mistakes = Mistakes::one("label", Code::Empty, visit.lang);
        return Ok(Page::wrong(page(&app, visit, fields, mistakes).await?).into_response());
    }
    let made =
        app.change(move |tx, house| staff::make_token(tx, house, &asking, &name, &label)).await;
    match made {
        Ok((_, token)) => {
            let mut page = page(&app, visit, &Fields::default(), Mistakes::none()).await?;
            page.made = Some(token);
            Ok(Page::of(page).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let mistakes = Mistakes::of(&wrong, visit.lang);
            Ok(Page::wrong(page(&app, visit, fields, mistakes).await?).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// Revokes a token.
pub(super) async fn revoke(
    State(app): State<App>,
    Path(id): Path<Uuid>,
    posted: Posted,
) -> Result<Redirect, Problem> {
    let asking = posted.asking(&app)?;
    app.change(move |tx, house| staff::revoke_token(tx, house, &asking, id)).await?;
    Ok(Redirect::to("/token"))
}
