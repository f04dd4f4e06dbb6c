//! The page where somebody changes the own password.
use crate::{
    App, Problem,
    staff::change_own_password,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::Staff,
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use uuid::Uuid;

/// The page.
#[derive(Template)]
#[template(path = "staff/pages/own_password.html")]
pub(super) struct OwnPasswordPage {
    shell: Shell,
    w: &'static Staff,
    wrong: Mistakes,
    changed: bool,
    /// The account's name, for whoever keeps passwords in the browser.
    name: String,
    act_id: Uuid,
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<OwnPasswordPage>, Problem> {
    visit.officer()?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = OwnPasswordPage::new(&app, &visit, Mistakes::none());
    page.changed = asked.some("diganti").is_some();
    Ok(Page::of(page))
}

/// Changes the password; what was typed never comes back.
pub(super) async fn change(
    State(app): State<App>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let (now, new) = (posted.fields.exact("current"), posted.fields.exact("password"));
    match change_own_password(&app, asking, &headers, now, new).await {
        Ok(_) => Ok(Redirect::to("/akun/sandi?diganti=1").into_response()),
        Err(Problem::Invalid(wrong)) => {
            let wrong = Mistakes::of(&wrong, posted.visit.lang);
            let mut page = OwnPasswordPage::new(&app, &posted.visit, wrong);
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}

impl OwnPasswordPage {
    fn new(app: &App, visit: &Visit, wrong: Mistakes) -> Self {
        let w = Staff::of(visit.lang);
        let shell = visit.shell(app, w.own_password);
        let name = shell.who.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
        Self { shell, w, wrong, changed: false, name, act_id: app.house.new_id() }
    }
}
