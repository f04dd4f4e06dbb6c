//! The page where a walk-in is registered by keyboard; without scripts it is a plain form.
use super::{
    REGISTER,
    check::Panel,
    form::{self, FIELDS, FOLDED, Offered},
    today::{Last, Today},
};
use crate::{
    App, Code, FieldError, Problem, people,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words,
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, MemberId};

/// The page.
#[derive(Template)]
#[template(path = "counter/register.html")]
pub(super) struct RegisterPage {
    shell: Shell,
    w: &'static words::Counter,
    act_id: String,
    wrong: Mistakes,
    typed: Fields,
    choices: Offered,
    today: Today,
    /// Today's date, for the form and its script.
    day: String,
    /// Whether the last one was saved by the request before this one.
    saved: bool,
    panel: Option<Panel>,
}

/// Shows the empty form, with the one saved just now beside it.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<RegisterPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page =
        RegisterPage::new(&app, &visit, &[], Fields::default(), Last::id(&asked)).await?;
    page.saved = asked.some("tersimpan").is_some();
    Ok(Page::of(page))
}

/// Registers, and goes on to the next.
pub(super) async fn save(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    asking.officer.may(Act::RegisterMember)?;
    let done = match form::understand(&app.house, &asking.officer, &posted.fields) {
        Ok(new) => app.change(move |tx, house| people::register(tx, house, &asking, &new)).await,
        Err(problem) => Err(problem),
    };
    let (status, wrong) = match done {
        Ok(done) => {
            let next = format!("{REGISTER}?tersimpan={}", done.event.member);
            return Ok(Redirect::to(&next).into_response());
        }
        Err(Problem::Invalid(wrong)) => (StatusCode::UNPROCESSABLE_ENTITY, wrong),
        Err(Problem::NikRegistered(_)) => {
            (StatusCode::CONFLICT, vec![FieldError::new("nik", Code::NikRegistered)])
        }
        Err(other) => return Err(other),
    };
    let last = Last::id(&posted.fields);
    let page = RegisterPage::new(&app, &posted.visit, &wrong, posted.fields, last).await?;
    Ok(Page::with(status, page).into_response())
}

impl RegisterPage {
    async fn new(
        app: &App,
        visit: &Visit,
        wrong: &[FieldError],
        typed: Fields,
        last: Option<MemberId>,
    ) -> Result<Self, Problem> {
        let officer = visit.officer()?;
        officer.may(Act::RegisterMember)?;
        let (lang, w) = (visit.lang, words::Counter::of(visit.lang));
        let wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
        let mut shell = visit.shell(app, w.title);
        if wrong.any() {
            shell.title.insert_str(0, shell.words.error_prefix);
        }
        let (looking, sent) = (app.clone(), typed.clone());
        let (today, panel, choices) = app
            .blocking(move || {
                let today = Today::look(&looking, &officer, w, last)?;
                let look =
                    |tx: &mut db::Tx<'_>| Panel::look(tx, &looking.house, &officer, &sent, lang);
                let panel = looking.db.look(look);
                let panel = match panel {
                    Err(Problem::Invalid(_)) => None,
                    panel => Some(panel?),
                };
                Ok((today, panel, Offered::of(&looking.house, &officer, &sent, lang)))
            })
            .await?;
        Ok(Self {
            shell,
            w,
            act_id: app.house.new_id().to_string(),
            wrong,
            saved: false,
            typed,
            choices,
            today,
            day: app.house.today().to_string(),
            panel,
        })
    }

    fn registered_on(&self) -> String {
        self.typed.some("registered_on").unwrap_or_else(|| self.day.clone())
    }

    /// Whether the folded fields are shown: one of them is wrong, or was filled.
    fn unfolded(&self) -> bool {
        let filled = ["address", "email", "target_groups", "guardian_consent"];
        self.wrong.among(&FOLDED) || filled.iter().any(|field| !self.typed.get(field).is_empty())
    }
}
