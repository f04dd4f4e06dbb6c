//! The certificates of a class: issued for all who finished, replaced, revoked.
use crate::{
    App, Code, Problem,
    certificates::{
        self, Checked, SigningForm, Standing,
        issue::answered_for,
        rows::{self, CertificateRow},
    },
    journal::Asking,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, CertificateId, CertificateNumber, ClassId, number::thousands, training::ClassState,
};

/// The fields in the order of the page.
const FIELDS: [&str; 6] = ["signer", "position", "number", "reason", "new-signer", "new-position"];

#[derive(Template)]
#[template(path = "certificates/pages/class.html")]
pub(super) struct ClassPage {
    shell: Shell,
    w: &'static words::Certificates,
    wrong: Mistakes,
    notice: Option<String>,
    class: ClassId,
    finished: bool,
    due: usize,
    due_said: String,
    issue_said: String,
    lines: Vec<Line>,
    typed: Fields,
    act_id: String,
    change_id: String,
}

struct Line {
    id: CertificateId,
    number: String,
    check: String,
    name: String,
    issued_on: String,
    state: &'static str,
    colour: &'static str,
}

/// What is read for the page.
struct Read {
    title: String,
    finished: bool,
    due: usize,
    all: Vec<(CertificateRow, Checked)>,
}

/// Shows the certificates of a class.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<ClassPage>, Problem> {
    let mut page = ClassPage::of(&app, &visit, id(&class)?, Fields::default()).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let issued = asked.some("terbit").and_then(|n| n.parse::<u64>().ok());
    let said = issued.map(|n| fill(page.w.issued_now, &[("n", &thousands(n))]));
    let replaced = asked.some("diganti").map(|_| page.w.replaced_now.to_owned());
    let revoked = asked.some("dicabut").map(|_| page.w.revoked_now.to_owned());
    page.notice = said.or(replaced).or(revoked);
    Ok(Page::of(page))
}

fn id(class: &str) -> Result<ClassId, Problem> {
    class.parse().map_err(|_| Problem::NotFound)
}

impl ClassPage {
    async fn of(app: &App, visit: &Visit, class: ClassId, typed: Fields) -> Result<Self, Problem> {
        let officer = visit.officer()?;
        let read = app.look(move |tx, house| {
            officer.may(Act::IssueCertificates)?;
            let class = answered_for(tx, &officer, class)?;
            let mut all = Vec::new();
            for row in rows::of_class(tx, class.id)? {
                all.push((row.clone(), Checked::of(tx, house, row)?));
            }
            let due = certificates::due(tx, house, &class)?.len();
            let finished = class.state == ClassState::Finished;
            Ok(Read { title: class.announced.title, finished, due, all })
        });
        let read = read.await?;
        let w = words::Certificates::of(visit.lang);
        let count = |text| fill(text, &[("n", &read.due.to_string())]);
        Ok(Self {
            shell: visit.shell(app, fill(w.of_class, &[("title", &read.title)])),
            w,
            wrong: Mistakes::none(),
            notice: None,
            class,
            finished: read.finished,
            due: read.due,
            due_said: count(w.due),
            issue_said: count(w.issue),
            lines: read.all.into_iter().map(|(row, it)| line(w, visit.lang, &row, it)).collect(),
            typed,
            act_id: app.house.new_id().to_string(),
            change_id: app.house.new_id().to_string(),
        })
    }
}

fn line(w: &'static words::Certificates, lang: Lang, row: &CertificateRow, it: Checked) -> Line {
    let (state, colour) = match it.standing {
        Standing::Valid => (w.holds, "jp-tag--green"),
        Standing::Replaced { .. } => (w.replaced, "jp-tag--amber"),
        Standing::Revoked { .. } => (w.revoked, "jp-tag--red"),
    };
    let dashed = CertificateNumber::parse(&it.number).map(|number| number.dashed());
    Line {
        id: row.id,
        check: format!("/cek/{}", dashed.unwrap_or_default()),
        number: it.number,
        name: it.printed.map_or_else(|| w.erased.to_owned(), |printed| printed.name),
        issued_on: words::day(it.issued_on, lang),
        state,
        colour,
    }
}

/// Issues certificates to all who finished and have none.
pub(super) async fn issue(
    State(app): State<App>,
    Path(class): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (class, asking) = (id(&class)?, posted.asking(&app)?);
    let form = signing(&posted.fields);
    let done = app.change(move |tx, house| {
        certificates::issue(tx, house, &asking, class, &[], &form.understand()?)
    });
    let done = done.await.map(|done| format!("terbit={}", done.event.issued.len()));
    answered(&app, posted, class, done, false).await
}

/// Issues a certificate again, in the place of the one named.
pub(super) async fn replace(
    State(app): State<App>,
    Path(class): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let class = id(&class)?;
    let done = replaced(&app, &posted).await.map(|()| "diganti=1".to_owned());
    answered(&app, posted, class, done, true).await
}

async fn replaced(app: &App, posted: &Posted) -> Result<(), Problem> {
    let (asking, number, reason) = change(app, posted)?;
    let signing = signing(&posted.fields).understand()?;
    let act = app.change(move |tx, house| {
        certificates::reissue(tx, house, &asking, &number, &signing, &reason)
    });
    act.await.map(drop)
}

/// Revokes the certificate named.
pub(super) async fn revoke(
    State(app): State<App>,
    Path(class): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let class = id(&class)?;
    let done = revoked(&app, &posted).await.map(|()| "dicabut=1".to_owned());
    answered(&app, posted, class, done, true).await
}

async fn revoked(app: &App, posted: &Posted) -> Result<(), Problem> {
    let (asking, number, reason) = change(app, posted)?;
    let act =
        app.change(move |tx, house| certificates::revoke(tx, house, &asking, &number, &reason));
    act.await.map(drop)
}

fn change(app: &App, posted: &Posted) -> Result<(Asking, CertificateNumber, String), Problem> {
    let wrong = |code| Problem::Invalid(vec![crate::FieldError::new("number", code)]);
    let number = CertificateNumber::parse(posted.fields.get("number"));
    let number = number.map_err(|_| wrong(Code::CertificateNumber))?;
    Ok((posted.asking(app)?, number, posted.fields.get("reason").to_owned()))
}

fn signing(typed: &Fields) -> SigningForm {
    let text = |field: &str| typed.get(field).to_owned();
    SigningForm { signer: text("signer"), position: text("position") }
}

/// The page with what was done, or with what is wrong in one of its two forms.
async fn answered(
    app: &App,
    posted: Posted,
    class: ClassId,
    done: Result<String, Problem>,
    in_second: bool,
) -> Result<Response, Problem> {
    match done {
        Ok(said) => {
            let next = format!("/kelas-kerja/{class}/sertifikat?{said}");
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(mut wrong)) => {
            for error in wrong.iter_mut().filter(|_| in_second) {
                error.field = match error.field {
                    "signer" => "new-signer",
                    "position" => "new-position",
                    other => other,
                };
            }
            let (lang, typed) = (posted.visit.lang, posted.fields);
            let mut page = ClassPage::of(app, &posted.visit, class, typed).await?;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            page.wrong = Mistakes::of(&wrong, lang).in_order(&FIELDS);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}
