//! A person's file: what is known, every fact with who and when, and what may be added.
use super::{
    identity::{self, Detail},
    services::ServiceChoices,
    stages::{Reached, reached},
    timeline::{Entry, entries},
};
use crate::{
    App, Problem,
    assessments::{self, Needs},
    books,
    certificates::{self, CertificateRow},
    groups::{self, GroupRow},
    people::{self, File, MemberRow},
    places,
    staff::{Officer, log_read, name_of},
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use rules::{Act, MemberId};
use std::collections::HashMap;

/// The page.
#[expect(clippy::struct_excessive_bools, reason = "a page shows or leaves out one thing each")]
#[derive(Template)]
#[template(path = "people/pages/file.html")]
pub(super) struct FilePage {
    shell: Shell,
    w: &'static words::People,
    wrong: Mistakes,
    notice: Option<String>,
    id: MemberId,
    act_id: String,
    number: String,
    /// The name on the card, or the number once erased.
    name: String,
    track: &'static str,
    erased: bool,
    /// What leads to correcting the record; none for those who may not.
    correct: Option<&'static str>,
    /// What gives the member a sign-in code; none for those who may not.
    give_code: Option<&'static str>,
    code_act_id: String,
    nik: String,
    /// Whether all digits are shown.
    nik_open: bool,
    details: Vec<Detail>,
    others: Vec<Other>,
    classes: places::pages::Mine,
    papers: certificates::Mine,
    groups: Vec<GroupRow>,
    /// Whether this officer looks after the member's products.
    may_keep_products: bool,
    /// What leads to the books, while the member lets this officer see them.
    books: Option<&'static str>,
    known_elsewhere: bool,
    entries: Vec<Entry>,
    needs: Option<String>,
    needs_title: &'static str,
    stages: Vec<Reached>,
    /// What a service may be; none for those who record none.
    choices: Option<ServiceChoices>,
    typed: Fields,
    printed: String,
}

/// Another record of the same person.
struct Other {
    id: MemberId,
    about: String,
}

/// A file that was opened and logged, with the names of those who wrote in it.
pub(super) struct Opened {
    file: File,
    groups: Vec<GroupRow>,
    names: HashMap<String, String>,
    classes: Vec<places::Attended>,
    certificates: Vec<CertificateRow>,
    /// Whether the member lets this officer see their books.
    books_shown: bool,
    needs: Needs,
}

/// Shows the file.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<FilePage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let opened = Opened::open(&app, &visit, member(&id)?, false).await?;
    let mut page = FilePage::new(&app, &visit, &opened, Fields::default())?;
    page.notice = notice(page.w, visit.lang, &opened.file, &asked);
    Ok(Page::of(page))
}

/// Shows the file with all digits of the NIK, which is logged for itself (BR-40).
pub(super) async fn show_nik(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Page<FilePage>, Problem> {
    let opened = Opened::open(&app, &posted.visit, member(&id)?, true).await?;
    let mut page = FilePage::new(&app, &posted.visit, &opened, Fields::default())?;
    if let Some(known) = &opened.file.identity {
        known.nik.digits().clone_into(&mut page.nik);
        page.nik_open = true;
    }
    Ok(Page::of(page))
}

/// The record an address names; what is no id is not found.
pub(super) fn member(id: &str) -> Result<MemberId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

impl Opened {
    /// The file.
    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Opens the file, which is logged in the same commit.
    pub(super) async fn open(
        app: &App,
        visit: &Visit,
        member: MemberId,
        whole_nik: bool,
    ) -> Result<Self, Problem> {
        let (officer, at) = (visit.officer()?, app.house.now());
        app.change(move |tx, house| {
            let file = people::open_file(tx, house, &officer, at, house.new_id(), member)?;
            if whole_nik {
                log_read(tx, house.new_id(), at, &officer, "member.nik", Some(member.0), 1)?;
            }
            let mut names = HashMap::new();
            for actor in actors(&file) {
                names.insert(actor.to_owned(), name_of(tx, actor)?);
            }
            let classes = places::of_member(tx, member)?;
            let groups = groups::groups_of(tx, &officer.scope, member)?;
            let certificates = certificates::of_member(tx, member)?;
            let books_shown = books::are_shown(tx, &officer, member)?;
            let needs = assessments::needs_of(tx, house, &file.row)?;
            Ok(Self { file, groups, names, classes, certificates, books_shown, needs })
        })
        .await
    }
}

fn actors(file: &File) -> impl Iterator<Item = &str> {
    let recorded = file.services.iter().map(|service| service.recorded_by.as_str());
    let voided = file.services.iter().filter_map(|service| service.voided_by.as_deref());
    let corrected = file.versions.iter().map(|version| version.recorded_by.as_str());
    recorded.chain(voided).chain(corrected).chain([file.row.recorded_by.as_str()])
}

/// What the request before this one did.
fn notice(w: &'static words::People, lang: Lang, file: &File, asked: &Fields) -> Option<String> {
    if asked.some("diubah").is_some() {
        return Some(words::Corrections::of(lang).corrected_now.to_owned());
    }
    let done = [("tercatat", w.recorded_now), ("dibatalkan", w.voided_now)];
    let (id, text) = done.into_iter().find_map(|(word, text)| Some((asked.some(word)?, text)))?;
    let service = file.services.iter().find(|service| service.id.to_string() == id)?;
    let stage = lang.pick(service.stage.label_id(), service.stage.label_en());
    Some(fill(text, &[("stage", stage), ("date", &words::day(service.occurred_on, lang))]))
}

impl FilePage {
    pub(super) fn new(
        app: &App,
        visit: &Visit,
        opened: &Opened,
        typed: Fields,
    ) -> Result<Self, Problem> {
        let (officer, lang) = (visit.officer()?, visit.lang);
        let w = words::People::of(lang);
        let (file, row) = (&opened.file, &opened.file.row);
        let known = file.identity.as_ref();
        let name = known.map_or_else(|| row.number.clone(), |known| known.name.as_str().to_owned());
        let role = lang.pick(officer.role.label_id(), officer.role.label_en());
        Ok(Self {
            shell: visit.shell(app, &name),
            w,
            wrong: Mistakes::default(),
            notice: None,
            id: row.id,
            act_id: app.house.new_id().to_string(),
            number: row.number.clone(),
            track: lang.pick(row.track.label_id(), row.track.label_en()),
            erased: known.is_none(),
            correct: may_correct(&officer, file).then_some(words::Corrections::of(lang).title),
            give_code: may_give_code(&officer, file)
                .then_some(words::Residents::of(lang).give_code),
            code_act_id: app.house.new_id().to_string(),
            nik: known.map(|known| known.nik.masked()).unwrap_or_default(),
            nik_open: false,
            details: identity::details(&app.house, lang, file),
            classes: places::pages::Mine::of(lang, &opened.classes),
            papers: certificates::Mine::of(lang, row.id, known.is_none(), &opened.certificates),
            others: file.others.iter().map(|row| other(app, lang, row)).collect(),
            groups: opened.groups.clone(),
            may_keep_products: officer.role.may(Act::ManageProducts),
            books: opened.books_shown.then_some(w.books),
            known_elsewhere: file.known_elsewhere,
            entries: entries(&app.house, &officer, lang, file, &opened.names),
            stages: reached(lang, &[file]),
            needs: assessments::pages::advised(&opened.needs, lang),
            needs_title: words::Assessments::of(lang).title,
            choices: may_record(&officer)
                .then(|| ServiceChoices::of(&app.house, &officer, lang, row, &typed)),
            typed,
            printed: fill(w.printed, &[("at", &app.house.now().wib()), ("role", role)]),
            name,
        })
    }

    /// The page again, with what is wrong in one of its forms.
    pub(super) fn with(mut self, wrong: Mistakes) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = wrong;
        self
    }

    fn occurred_on(&self, choices: &ServiceChoices) -> String {
        self.typed.some("occurred_on").unwrap_or_else(|| choices.today.clone())
    }
}

fn may_record(officer: &Officer) -> bool {
    officer.role.may(Act::RecordService)
}

fn may_correct(officer: &Officer, file: &File) -> bool {
    officer.role.may(Act::CorrectMember) && file.identity.is_some()
}

fn may_give_code(officer: &Officer, file: &File) -> bool {
    officer.role.may(Act::GiveSignInCode) && file.identity.is_some()
}

fn other(app: &App, lang: Lang, row: &MemberRow) -> Other {
    let agency = row.agency.to_string().to_uppercase();
    let (office, on) = (app.house.region_name(row.office), words::day(row.registered_on, lang));
    Other { id: row.id, about: format!("{} · {agency} · {office} · {on}", row.number) }
}
