//! The form to send a file, and the files that were sent.
use crate::{
    App, Problem,
    imports::{self, Job, Kind, State},
    web::{Choices, Mistakes, Page, Shell, Visit},
    words::{self, Imports, Lang, fill},
};
use askama::Template;
use axum::extract::{Query, State as Of};
use rules::{Act, Agency, Scheme, number::thousands};
use serde::Deserialize;
use uuid::Uuid;

/// How many files a page shows.
const SHOWN: usize = 20;

#[derive(Template)]
#[template(path = "imports/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static Imports,
    mistakes: Mistakes,
    form: Form,
    may_set: bool,
    agencies: Option<Choices>,
    schemes: Choices,
    act_id: Uuid,
    total: String,
    lines: Vec<Line>,
    next: Option<Uuid>,
}

/// What was said about a file; the file itself a browser does not keep.
pub(super) struct Form {
    pub kind: String,
    pub dry_run: bool,
    pub agency: String,
    pub scheme: String,
}

impl Default for Form {
    fn default() -> Self {
        let kind = Kind::Members.word().to_owned();
        let (leading, _) = Agency::SEED[0];
        Self { kind, dry_run: true, agency: leading.to_owned(), scheme: String::new() }
    }
}

struct Line {
    id: Uuid,
    file: String,
    kind: &'static str,
    state: &'static str,
    colour: &'static str,
    new: String,
    existing: String,
    duplicate: String,
    rejected: String,
    has_rejects: bool,
    time: String,
}

/// Which page of the list.
#[derive(Default, Deserialize)]
pub(super) struct After {
    after: Option<Uuid>,
    #[serde(default)]
    kind: String,
}

/// Shows the form and the files.
pub(super) async fn show(
    Of(app): Of<App>,
    visit: Visit,
    Query(page): Query<After>,
) -> Result<Page<ListPage>, Problem> {
    let mut form = Form::default();
    if let Some(kind) = Kind::of_word(&page.kind) {
        kind.word().clone_into(&mut form.kind);
    }
    let page = draw(&app, &visit, page.after, form, Mistakes::none()).await?;
    Ok(Page::of(page))
}

/// The page with the form as it was sent.
pub(super) async fn draw(
    app: &App,
    visit: &Visit,
    after: Option<Uuid>,
    form: Form,
    mistakes: Mistakes,
) -> Result<ListPage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::Import)?;
    let asker = officer.clone();
    let jobs = app.look(move |tx, _| imports::jobs(tx, &asker, after, SHOWN)).await?;
    let (lang, w) = (visit.lang, Imports::of(visit.lang));
    let schemes = Scheme::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
    let schemes = std::iter::once(("", w.no_scheme)).chain(schemes);
    // Whoever belongs to one agency sends for that one.
    let agencies = officer
        .scope
        .agency()
        .is_none()
        .then(|| Choices::agencies(&app.house, &officer.scope, None, &form.agency));
    let total = u64::try_from(jobs.total).unwrap_or_default();
    Ok(ListPage {
        shell: visit.shell(app, w.title),
        w,
        mistakes,
        may_set: officer.role.may(Act::SetTargets),
        agencies,
        schemes: Choices::of(schemes, &form.scheme),
        form,
        act_id: app.house.new_id(),
        total: fill(w.before, &[("n", &thousands(total))]),
        lines: jobs.items.into_iter().map(|job| line(job, lang)).collect(),
        next: jobs.next,
    })
}

pub(super) fn kind(kind: Kind, w: &Imports) -> &'static str {
    match kind {
        Kind::Members => w.members,
        Kind::Services => w.services,
        Kind::Licences => w.licences,
        Kind::Measurements => w.measurements,
        Kind::Support => w.support,
        Kind::Targets => w.targets,
    }
}

pub(super) fn number(n: i64) -> String {
    thousands(u64::try_from(n).unwrap_or_default())
}

fn line(job: Job, lang: Lang) -> Line {
    let w = Imports::of(lang);
    let (state, colour) = match job.state {
        State::Waiting => (w.waiting, ""),
        State::Running => (w.running, "jp-tag--amber"),
        State::Done if job.dry_run => (w.tried, "jp-tag--blue"),
        State::Done => (w.done, "jp-tag--green"),
        State::Failed => (w.failed, "jp-tag--red"),
    };
    Line {
        id: job.id,
        kind: kind(job.kind, w),
        state,
        colour,
        new: number(job.counts.new),
        existing: number(job.counts.existing),
        duplicate: number(job.counts.possible_duplicate),
        rejected: number(job.counts.rejected),
        has_rejects: job.counts.rejected > 0,
        time: format!("{} {}", words::day(job.made_at.date(), lang), job.made_at.clock()),
        file: job.file_name,
    }
}
