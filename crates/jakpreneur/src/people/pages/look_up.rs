//! Looking somebody up by NIK or phone: sent in a form, so that neither enters an address; logged.
use crate::{
    App, Code, FieldError, Problem,
    people::{self, Brief},
    staff::log_read,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;

const NIK: &str = "inputmode=\"numeric\" data-nik";
const NIK_FOCUSED: &str = "inputmode=\"numeric\" data-nik autofocus";

/// The page.
#[derive(Template)]
#[template(path = "people/pages/look_up.html")]
pub(super) struct LookUpPage {
    shell: Shell,
    w: &'static words::People,
    wrong: Mistakes,
    typed: Fields,
    found: Option<Vec<Line>>,
}

/// Somebody found.
struct Line {
    open: String,
    name: String,
    about: String,
    latest: &'static str,
}

/// Shows the empty form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
) -> Result<Page<LookUpPage>, Problem> {
    visit.officer()?.may(Act::LookUpMember)?;
    Ok(Page::of(LookUpPage::new(&app, &visit, Fields::default())))
}

/// Looks up what was sent; nothing is shown unless the look-up is logged.
pub(super) async fn find(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let (officer, at) = (posted.visit.officer()?, app.house.now());
    let (nik, phone) = (posted.fields.some("nik"), posted.fields.some("phone"));
    let looked = app.change(move |tx, house| {
        let (what, found) = match (nik, phone) {
            (Some(nik), _) => ("member.look_up_nik", people::by_nik(tx, house, &officer, &nik)?),
            (None, Some(phone)) => {
                ("member.look_up_phone", people::by_phone(tx, house, &officer, &phone)?)
            }
            (None, None) => {
                return Err(Problem::Invalid(vec![FieldError::new("nik", Code::Empty)]));
            }
        };
        let how_many = i64::try_from(found.len()).unwrap_or(i64::MAX);
        // One record found is a look at one person; several are told by their number alone.
        let subject = match found.as_slice() {
            [one] => Some(one.row.id.0),
            [] | [_, _, ..] => None,
        };
        log_read(tx, house.new_id(), at, &officer, what, subject, how_many)?;
        Ok(found)
    });
    let looked = looked.await;
    let mut page = LookUpPage::new(&app, &posted.visit, posted.fields);
    match looked {
        Ok(found) => {
            page.found =
                Some(found.into_iter().map(|brief| line(&app, &posted.visit, brief)).collect());
            Ok(Page::of(page).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            page.wrong = Mistakes::of(&wrong, posted.visit.lang);
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            Ok(Page::with(StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(other) => Err(other),
    }
}

fn line(app: &App, visit: &Visit, brief: Brief) -> Line {
    let office = app.house.region_name(brief.row.office);
    let agency = brief.row.agency.to_string().to_uppercase();
    Line {
        open: format!("/warga/{}", brief.row.id),
        about: format!("{} · {office} · {agency}", brief.row.number),
        name: if brief.name.is_empty() { brief.row.number } else { brief.name },
        latest: visit.lang.pick(brief.latest.label_id(), brief.latest.label_en()),
    }
}

impl LookUpPage {
    fn new(app: &App, visit: &Visit, typed: Fields) -> Self {
        let w = words::People::of(visit.lang);
        let shell = visit.shell(app, w.look_up);
        Self { shell, w, wrong: Mistakes::default(), typed, found: None }
    }

    /// The cursor waits in the NIK, unless something is wrong.
    fn nik_field(&self) -> &'static str {
        if self.wrong.any() { NIK } else { NIK_FOCUSED }
    }

    fn how_many(&self, found: &[Line]) -> String {
        fill(self.w.found, &[("n", &found.len().to_string())])
    }
}
