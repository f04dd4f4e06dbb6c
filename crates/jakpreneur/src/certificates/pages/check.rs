//! The page where anybody checks a certificate or a card: every field as it was issued.
use crate::{
    App, Problem,
    certificates::{self, Answer, Checked, Printed, Standing},
    web::{Fields, Page, Posted, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use rules::{CertificateNumber, PersonName, marketing::curation::CurationNumber};

#[derive(Template)]
#[template(path = "certificates/pages/check.html")]
pub(super) struct CheckPage {
    shell: Shell,
    w: &'static words::Check,
    /// What was typed or scanned.
    asked: String,
    /// Where the number itself leads, for the form that compares.
    here: String,
    found: Found,
    /// Whether the name typed is the one printed.
    same: Option<bool>,
}

/// What is shown.
enum Found {
    /// Nothing was asked.
    Nothing,
    /// There is no such certificate.
    None,
    /// A certificate, as issued.
    Certificate(Box<Shown>),
    /// A valid card, with what may be said of it.
    Card(String),
}

struct Shown {
    number: String,
    holds: bool,
    title: &'static str,
    said: String,
    reason: Option<String>,
    /// The certificate in its place, or the one it took the place of.
    successor: Option<Link>,
    predecessor: Option<Link>,
    fields: Option<Vec<(&'static str, String)>>,
}

struct Link {
    number: String,
    address: String,
}

/// The form; a number sent with it leads to its own address.
pub(super) async fn ask(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let Some(number) = asked.some("nomor") else {
        return Ok(Page::of(CheckPage::new(&app, &visit, String::new())).into_response());
    };
    if let Ok(known) = CertificateNumber::parse(&number) {
        return Ok(Redirect::to(&address(&known)).into_response());
    }
    if let Ok(curation) = CurationNumber::parse(&number) {
        let place = format!("/cek-kurasi/{}", curation.dashed());
        return Ok(Redirect::to(&place).into_response());
    }
    // A card's code, or something to be told about.
    let page = CheckPage::found(&app, &visit, number).await?;
    Ok(page.answer())
}

/// What a number or a card's code stands for.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    Ok(CheckPage::found(&app, &visit, code).await?.answer())
}

/// Whether a name is the one printed; it comes by form, so that it stands in no address.
pub(super) async fn compare(
    State(app): State<App>,
    Path(code): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let mut page = CheckPage::found(&app, &posted.visit, code.clone()).await?;
    let name = posted.fields.get("nama").to_owned();
    let answer = app.look(move |tx, house| certificates::check(tx, house, &code)).await?;
    if let Answer::Certificate(checked) = answer {
        page.same = checked.printed.map(|printed| is_same(&printed, &name));
    }
    Ok(page.answer())
}

/// Case, marks and punctuation do not count.
fn is_same(printed: &Printed, typed: &str) -> bool {
    let folded = |name: &str| PersonName::parse(name).map(|name| name.folded()).ok();
    folded(typed).is_some() && folded(typed) == folded(&printed.name)
}

fn address(number: &CertificateNumber) -> String {
    format!("/cek/{}", number.dashed())
}

fn link(number: &str) -> Option<Link> {
    let known = CertificateNumber::parse(number).ok()?;
    Some(Link { number: number.to_owned(), address: address(&known) })
}

impl CheckPage {
    fn new(app: &App, visit: &Visit, asked: String) -> Self {
        let w = words::Check::of(visit.lang);
        let here = CertificateNumber::parse(&asked).map(|it| address(&it)).unwrap_or_default();
        let shell = visit.shell(app, w.title);
        Self { shell, w, asked, here, found: Found::Nothing, same: None }
    }

    async fn found(app: &App, visit: &Visit, asked: String) -> Result<Self, Problem> {
        let mut page = Self::new(app, visit, asked.clone());
        let answer = app.look(move |tx, house| certificates::check(tx, house, &asked)).await?;
        let (w, lang) = (page.w, visit.lang);
        page.found = match answer {
            Answer::None => Found::None,
            Answer::Card { area } => {
                Found::Card(fill(w.card_text, &[("area", &app.house.region_name(area))]))
            }
            Answer::Certificate(checked) => {
                Found::Certificate(Box::new(Shown::of(w, lang, *checked)))
            }
        };
        Ok(page)
    }

    fn nothing_asked(&self) -> bool {
        matches!(self.found, Found::Nothing)
    }

    fn nothing_found(&self) -> bool {
        matches!(self.found, Found::None)
    }

    fn answer(self) -> Response {
        let status = if self.nothing_found() { StatusCode::NOT_FOUND } else { StatusCode::OK };
        Page::with(status, self).into_response()
    }
}

impl Shown {
    fn of(w: &'static words::Check, lang: Lang, checked: Checked) -> Self {
        let day = |on| words::day(on, lang);
        let on = |text, date: String| fill(text, &[("date", &date)]);
        let (title, said, reason, successor) = match checked.standing {
            Standing::Valid => (w.valid, w.valid_text.to_owned(), None, None),
            Standing::Revoked { on: date, reason } => {
                (w.revoked, on(w.revoked_text, day(date)), reason, None)
            }
            Standing::Replaced { by, on: date, reason } => {
                (w.replaced, on(w.replaced_text, day(date)), reason, link(&by))
            }
        };
        let holds = title == w.valid;
        let (title, said) = match &checked.printed {
            None if holds => (w.erased, on(w.erased_text, day(checked.issued_on))),
            None | Some(_) => (title, said),
        };
        Self {
            number: checked.number,
            holds: holds && checked.printed.is_some(),
            title,
            said,
            reason: reason.map(|reason| fill(w.reason, &[("reason", &reason)])),
            successor,
            predecessor: checked.replaces.as_deref().and_then(link),
            fields: checked.printed.map(|printed| fields(w, printed)),
        }
    }
}

/// Every field that is printed, in the order of the paper.
fn fields(w: &'static words::Check, printed: Printed) -> Vec<(&'static str, String)> {
    vec![
        (w.name, printed.name),
        (w.training, printed.title),
        (w.trade, printed.trade),
        (w.organisers, printed.organisers.join("; ")),
        (w.days, printed.days),
        (w.hours, printed.hours),
        (w.place, printed.place),
        (w.issued, printed.issued),
        (w.signer, printed.signer),
        (w.position, printed.position),
    ]
}
