//! Planning a class: the form that is filled in step by step, warns of clashes, and announces or changes.
use super::{
    class,
    plan_page::{PlanPage, Planned},
    say::warning,
    typed::Typed,
};
use crate::{
    App, Problem,
    classes::{self, Clash, ClassForm, Trade, managed},
    staff::{Officer, name_of},
    web::{Fields, Mistakes, Page, Posted, Visit},
    words::{ClassPlan, fill},
};
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, ClassId};
use std::sync::Arc;

/// Shows the empty form; what the address names is filled in already.
pub(super) async fn show_new(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<PlanPage>, Problem> {
    visit.officer()?.may(Act::ManageClasses)?;
    let mut asked = Fields::parse(query.unwrap_or_default().as_bytes());
    asked.fill("share", "80");
    asked.fill("all_starts", "09:00");
    asked.fill("all_ends", "15:00");
    asked.fill("days", "1");
    let trades = app.look(|tx, _| Ok(classes::trades(tx)?)).await?;
    Ok(Page::of(PlanPage::of(&app, &visit, Planned::New, Typed::of(asked), &trades)?))
}

/// Shows the form with what the class has.
pub(super) async fn show_change(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Page<PlanPage>, Problem> {
    let (id, officer) = (class(&id)?, visit.officer()?);
    let (shown, trades) = shown(&app, &officer, id).await?;
    Ok(Page::of(PlanPage::of(&app, &visit, Planned::Known(id), shown, &trades)?))
}

/// A class as its form first shows it, and every trade.
async fn shown(
    app: &App,
    officer: &Arc<Officer>,
    id: ClassId,
) -> Result<(Typed, Vec<Trade>), Problem> {
    let officer = officer.clone();
    app.look(move |tx, _| {
        let has = managed(tx, &officer, id)?.announced;
        let mut accounts = Vec::new();
        for user in has.trainers.iter().map(|trainer| trainer.user) {
            let name = user.map(|user| name_of(tx, &user.to_string())).transpose()?;
            accounts.push(name.unwrap_or_default());
        }
        Ok((Typed::of_class(&has, accounts), classes::trades(tx)?))
    })
    .await
}

/// Goes on with a new class, or announces it.
pub(super) async fn announce(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    posted.visit.officer()?.may(Act::ManageClasses)?;
    let typed = Typed::of(posted.fields.clone());
    let trades = app.look(|tx, _| Ok(classes::trades(tx)?)).await?;
    let step = Step { app: &app, posted: &posted, planned: Planned::New, trades: &trades };
    let (typed, form) = match step.taken(typed, Typed::form).await? {
        Ok(ready) => ready,
        Err(page) => return Ok(page),
    };
    let asking = posted.asking(&app)?;
    let done = app.change(move |tx, house| classes::announce(tx, house, &asking, &form)).await;
    match done {
        Ok(done) => {
            let next = format!("/kelas-kerja/{}?diumumkan=1", done.event.class);
            Ok(Redirect::to(&next).into_response())
        }
        Err(problem) => step.refused(typed, problem),
    }
}

/// Goes on with changing a class, or changes it.
pub(super) async fn change(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, officer) = (class(&id)?, posted.visit.officer()?);
    let (shown, trades) = shown(&app, &officer, id).await?;
    let typed = Typed::of(posted.fields.clone());
    let step = Step { app: &app, posted: &posted, planned: Planned::Known(id), trades: &trades };
    let (typed, form) = match step.taken(typed, |typed| typed.change_of(&shown)).await? {
        Ok(ready) => ready,
        Err(page) => return Ok(page),
    };
    let asking = posted.asking(&app)?;
    let done = app.change(move |tx, house| classes::change(tx, house, &asking, id, &form)).await;
    match done {
        Ok(done) => {
            let moved = done.event.moved_up.len();
            let next = format!("/kelas-kerja/{id}?diubah=1&naik={moved}");
            Ok(Redirect::to(&next).into_response())
        }
        Err(problem) => step.refused(typed, problem),
    }
}

/// A step on the way to a class.
struct Step<'s> {
    app: &'s App,
    posted: &'s Posted,
    planned: Planned,
    trades: &'s [Trade],
}

/// A form that is ready to be done, or the page that the step leads to.
type Taken = Result<(Typed, ClassForm), Response>;

impl Step<'_> {
    /// Takes the step that the button names.
    async fn taken(
        &self,
        mut typed: Typed,
        meant: impl Fn(&Typed) -> ClassForm,
    ) -> Result<Taken, Problem> {
        let w = ClassPlan::of(self.posted.visit.lang);
        let step = self.posted.fields.get("do").to_owned();
        let mut notice = None;
        match step.as_str() {
            "session" => typed.sessions.push(Default::default()),
            "host" => typed.hosts.push(Default::default()),
            "trainer" => typed.trainers.push(Default::default()),
            "make" => {
                let Some(made) = typed.make_sessions() else {
                    return Ok(Err(self.without_timetable(typed)?));
                };
                notice = Some(fill(w.made, &[("n", &made.to_string())]));
            }
            _ => {
                if !typed.has_sessions() {
                    typed.make_sessions();
                }
                return self.checked(typed, &meant, step == "check").await;
            }
        }
        let mut page = self.page(typed)?;
        page.notice = notice;
        Ok(Err(Page::of(page).into_response()))
    }

    /// Looks for mistakes and clashes. Clashes are shown once; sent again, they are meant.
    async fn checked(
        &self,
        typed: Typed,
        meant: &impl Fn(&Typed) -> ClassForm,
        only: bool,
    ) -> Result<Taken, Problem> {
        let form = meant(&typed);
        let clashes = match self.clashes(&form).await {
            Ok(clashes) => clashes,
            Err(problem) => return Ok(Err(self.refused(typed, problem)?)),
        };
        let seen = self.posted.fields.get("clashes") == clashes.len().to_string();
        if !only && (clashes.is_empty() || seen) {
            return Ok(Ok((typed, form)));
        }
        let lang = self.posted.visit.lang;
        let mut page = self.page(typed)?;
        page.clashes = clashes.iter().map(|clash| warning(clash, lang)).collect();
        if clashes.is_empty() {
            page.notice = Some(ClassPlan::of(lang).no_clash.to_owned());
        }
        Ok(Err(Page::of(page).into_response()))
    }

    async fn clashes(&self, form: &ClassForm) -> Result<Vec<Clash>, Problem> {
        let (form, officer) = (form.clone(), self.posted.visit.officer()?);
        let known = self.planned.id();
        let id = known.unwrap_or_else(|| ClassId(self.app.house.new_id()));
        let look = self.app.look(move |tx, house| {
            let has = known.map(|known| managed(tx, &officer, known)).transpose()?;
            let has = has.as_ref().map(|has| &has.announced);
            let announced = form.understand(tx, house, &officer, has)?;
            Ok(classes::clashes(tx, id, &announced)?)
        });
        look.await
    }

    fn without_timetable(&self, typed: Typed) -> Result<Response, Problem> {
        let lang = self.posted.visit.lang;
        let first = rules::date::parse_officer(typed.fields.get("from"));
        let (field, code) = match first {
            Err(_) => ("from", crate::Code::Date),
            Ok(_) => ("days", crate::Code::Number),
        };
        let page = self.page(typed)?.with(Mistakes::one(field, code, lang));
        Ok(Page::wrong(page).into_response())
    }

    /// The form again with what is wrong in it; what is no mistake of the form goes on.
    fn refused(&self, typed: Typed, problem: Problem) -> Result<Response, Problem> {
        let Problem::Invalid(wrong) = problem else { return Err(problem) };
        let mistakes = typed.mistakes(&wrong, self.posted.visit.lang);
        Ok(Page::wrong(self.page(typed)?.with(mistakes)).into_response())
    }

    fn page(&self, typed: Typed) -> Result<PlanPage, Problem> {
        PlanPage::of(self.app, &self.posted.visit, self.planned, typed, self.trades)
    }
}
