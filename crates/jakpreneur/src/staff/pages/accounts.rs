//! The accounts: who may sign in, as what; closing one, giving one a new password.
use super::fresh_password::fresh_password;
use crate::{
    App, Problem,
    staff::{self, Account, Cost, Officer, Password},
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words::{Staff, fill},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, Role, number::thousands};
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "staff/pages/accounts.html")]
pub(super) struct AccountsPage {
    shell: Shell,
    w: &'static Staff,
    mistakes: Mistakes,
    notice: Option<Notice>,
    count: String,
    lines: Vec<Line>,
    add: AddForm,
    act_id: Uuid,
}

/// What has just happened, and a secret to copy.
pub(super) struct Notice {
    text: String,
    secret: Option<String>,
}

struct Line {
    id: Uuid,
    name: String,
    role: &'static str,
    area: String,
    agency: String,
    disabled: bool,
    own: bool,
    disable_id: Uuid,
    reset_id: Uuid,
}

/// The form for a new account, as first shown or as it came back.
struct AddForm {
    name: String,
    roles: Choices,
    areas: Vec<Choices>,
    agencies: Choices,
}

/// Which account has just been made.
#[derive(Deserialize)]
pub(super) struct Fresh {
    baru: Option<Uuid>,
}

/// Shows the accounts.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(fresh): Query<Fresh>,
) -> Result<Page<AccountsPage>, Problem> {
    let mut page = page(&app, &visit, &Fields::default(), Mistakes::none()).await?;
    let made = page.lines.iter().find(|line| Some(line.id) == fresh.baru);
    page.notice =
        made.map(|line| Notice { text: fill(page.w.added, &[("name", &line.name)]), secret: None });
    Ok(Page::of(page))
}

/// The page with the form as it was typed.
pub(super) async fn page(
    app: &App,
    visit: &Visit,
    typed: &Fields,
    mistakes: Mistakes,
) -> Result<AccountsPage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ManageUsers)?;
    let scope = officer.scope.clone();
    let accounts = app.look(move |tx, _| Ok(staff::accounts(tx, &scope)?)).await?;
    let w = Staff::of(visit.lang);
    let line = |account: Account| Line {
        id: account.id.0,
        role: visit.lang.pick(account.role.label_id(), account.role.label_en()),
        area: account.area.map_or(w.everything.to_owned(), |area| app.house.region_name(area)),
        agency: account
            .agency
            .map_or(w.everything.to_owned(), |agency| agency.to_string().to_uppercase()),
        disabled: account.disabled_at.is_some(),
        own: officer.user == Some(account.id),
        disable_id: app.house.new_id(),
        reset_id: app.house.new_id(),
        name: account.name,
    };
    let count = u64::try_from(accounts.len()).unwrap_or_default();
    Ok(AccountsPage {
        shell: visit.shell(app, w.accounts),
        w,
        mistakes,
        notice: None,
        count: fill(w.accounts_count, &[("n", &thousands(count))]),
        lines: accounts.into_iter().map(line).collect(),
        add: add_form(app, visit, &officer, typed, w),
        act_id: app.house.new_id(),
    })
}

fn add_form(
    app: &App,
    visit: &Visit,
    officer: &Officer,
    typed: &Fields,
    w: &'static Staff,
) -> AddForm {
    let label = |role: Role| visit.lang.pick(role.label_id(), role.label_en());
    let roles = Role::ALL.map(|role| (role.word(), label(role)));
    let roles = std::iter::once(("", w.choose)).chain(roles);
    // Whoever is narrowed themselves makes no account that reaches further.
    let scope = &officer.scope;
    let all_areas = scope.area().is_none().then_some(w.all_areas);
    let all_agencies = scope.agency().is_none().then_some(w.all_agencies);
    AddForm {
        name: typed.get("name").to_owned(),
        roles: Choices::of(roles, typed.get("role")),
        areas: areas(&app.house, scope.area(), all_areas, typed.get("area")),
        agencies: Choices::agencies(&app.house, scope, all_agencies, typed.get("agency")),
    }
}

/// The name of an account within the officer's scope.
async fn name_of(app: &App, officer: &Officer, id: Uuid) -> Result<String, Problem> {
    officer.may(Act::ManageUsers)?;
    let scope = officer.scope.clone();
    let accounts = app.look(move |tx, _| Ok(staff::accounts(tx, &scope)?)).await?;
    let found = accounts.into_iter().find(|account| account.id.0 == id);
    found.map(|account| account.name).ok_or(Problem::NotFound)
}

/// Closes an account.
pub(super) async fn disable(
    State(app): State<App>,
    Path(id): Path<Uuid>,
    posted: Posted,
) -> Result<Redirect, Problem> {
    let asking = posted.asking(&app)?;
    let name = name_of(&app, &asking.officer, id).await?;
    app.change(move |tx, house| staff::disable(tx, house, &asking, &name)).await?;
    Ok(Redirect::to("/akun"))
}

/// Gives an account a new password and shows it once.
pub(super) async fn reset(
    State(app): State<App>,
    Path(id): Path<Uuid>,
    posted: Posted,
) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let name = name_of(&app, &asking.officer, id).await?;
    let secret = fresh_password(&app.house);
    let password = Password::parse(&secret, &name).map_err(Problem::Refused)?;
    let hashed = password.hash_beside(&app, Cost::STANDARD).await?;
    let of = name.clone();
    let done = app.change(move |tx, house| staff::reset(tx, house, &asking, &of, &hashed)).await?;
    if done.before {
        // The password that is in force was shown by the first answer; this one never was in force.
        return Ok(Redirect::to("/akun").into_response());
    }
    let mut page = page(&app, &posted.visit, &Fields::default(), Mistakes::none()).await?;
    let text = fill(page.w.reset_done, &[("name", &name)]);
    page.notice = Some(Notice { text, secret: Some(secret) });
    Ok(Page::of(page).into_response())
}
