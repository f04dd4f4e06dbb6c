//! One partner: its agreements, what it takes part in, and whom it reached.
use crate::{
    App, Problem,
    partners::{self, AgreementForm, AgreementRow, PartForm, PartRow},
    web::{Choice, Choices, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, Partners, fill, message},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, Date, PartnerId,
    number::thousands,
    partners::{Given, PartKind},
};

#[derive(Template)]
#[template(path = "partners/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static Partners,
    wrong: Mistakes,
    notice: Option<&'static str>,
    id: String,
    kind: &'static str,
    marketplace: Option<&'static str>,
    agreements: Vec<Agreement>,
    reached_title: String,
    /// What, and how many persons.
    reached: Vec<(&'static str, String)>,
    parts: Vec<Part>,
    may_manage: bool,
    may_list: bool,
    agencies: Vec<Choices>,
    gives: Vec<Choice>,
    kinds: Vec<Choice>,
    typed: Fields,
    act_ids: [String; 2],
}

struct Agreement {
    number: String,
    title: String,
    period: String,
    gives: String,
    agency: String,
    in_force: bool,
}

struct Part {
    kind: &'static str,
    word: &'static str,
    subject: String,
    /// Where a class is; the others have no page of their own.
    open: Option<String>,
    act_id: String,
}

pub(super) fn id(text: &str) -> Result<PartnerId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

fn agreement(it: &AgreementRow, today: Date, lang: Lang) -> Agreement {
    let (from, to) = (words::day(it.starts_on, lang), words::day(it.ends_on, lang));
    let gives = it.gives.iter().map(|it| lang.pick(it.label_id(), it.label_en()));
    Agreement {
        number: it.number.clone(),
        title: it.title.clone(),
        period: fill(Partners::of(lang).from_to, &[("from", &from), ("to", &to)]),
        gives: gives.collect::<Vec<_>>().join(", "),
        agency: it.agency.to_string().to_uppercase(),
        in_force: it.holds_on(today),
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    partner: PartnerId,
    typed: Fields,
) -> Result<OnePage, Problem> {
    let (officer, lang, today) = (visit.officer()?, visit.lang, app.house.today());
    let asker = officer.clone();
    let seen = app.look(move |tx, _| partners::see(tx, &asker, partner)).await?;
    let (w, row, many) = (Partners::of(lang), &seen.row, seen.reached);
    let named = |id: &'static str, en: &'static str| lang.pick(id, en);
    let reached = [
        (w.by_classes, many.classes),
        (w.by_visits, many.visits),
        (w.by_tools, many.tools),
        (w.by_listings, many.listings),
        (w.by_any, many.persons),
    ];
    let part = |it: &PartRow| Part {
        kind: named(it.kind.label_id(), it.kind.label_en()),
        word: it.kind.word(),
        subject: it.subject.to_string(),
        open: (it.kind == PartKind::Class).then(|| format!("/kelas-kerja/{}", it.subject)),
        act_id: app.house.new_id().to_string(),
    };
    let given = typed.all("gives");
    let gives = Given::ALL.map(|it| Choice {
        value: it.word().to_owned(),
        label: named(it.label_id(), it.label_en()).to_owned(),
        chosen: given.iter().any(|word| word == it.word()),
    });
    let kind = typed.get("kind");
    let kinds =
        PartKind::ALL.map(|it| Choice::of(it.word(), named(it.label_id(), it.label_en()), kind));
    let own = officer.scope.agency().map(ToString::to_string).unwrap_or_default();
    let agency = typed.some("agency").unwrap_or(own);
    Ok(OnePage {
        shell: visit.shell(app, row.name.clone()),
        w,
        wrong: Mistakes::none(),
        notice: None,
        id: partner.to_string(),
        kind: named(row.kind.label_id(), row.kind.label_en()),
        marketplace: row.marketplace.map(|it| named(it.label_id(), it.label_en())),
        agreements: seen.agreements.iter().map(|it| agreement(it, today, lang)).collect(),
        reached_title: fill(w.reached, &[("date", &words::day(today, lang))]),
        reached: reached.map(|(what, persons)| (what, thousands(persons))).into(),
        parts: seen.parts.iter().map(part).collect(),
        may_list: officer.role.may(Act::SearchMembers),
        may_manage: officer.role.may(Act::ManagePartners),
        agencies: vec![Choices::agencies(&app.house, &officer.scope, None, &agency)],
        gives: gives.into(),
        kinds: kinds.into(),
        typed,
        act_ids: [(); 2].map(|()| app.house.new_id().to_string()),
    })
}

/// Shows it.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(partner): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<OnePage>, Problem> {
    let mut page = page(&app, &visit, id(&partner)?, Fields::default()).await?;
    page.notice = (query.as_deref() == Some("tersimpan=1")).then_some(page.w.saved);
    Ok(Page::of(page))
}

/// Back to the partner, or its page again with what is wrong.
async fn answered<T>(
    app: &App,
    posted: Posted,
    partner: PartnerId,
    done: Result<T, Problem>,
) -> Result<Response, Problem> {
    let lang = posted.visit.lang;
    let wrong = match done {
        Ok(_) => {
            return Ok(Redirect::to(&format!("/mitra/{partner}?tersimpan=1")).into_response());
        }
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, lang),
        Err(Problem::Refused(code)) => Mistakes::saying("subject", message(code, lang)),
        Err(other) => return Err(other),
    };
    let mut page = page(app, &posted.visit, partner, posted.fields).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong;
    Ok(Page::wrong(page).into_response())
}

/// Keeps an agreement.
pub(super) async fn agree(
    State(app): State<App>,
    Path(partner): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (partner, asking) = (id(&partner)?, posted.asking(&app)?);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let form = AgreementForm {
        number: text("number"),
        title: text("title"),
        agency: text("agency"),
        starts_on: text("starts_on"),
        ends_on: text("ends_on"),
        gives: posted.fields.all("gives"),
    };
    let act = app.change(move |tx, house| partners::agree(tx, house, &asking, partner, &form));
    let done = act.await;
    answered(&app, posted, partner, done).await
}

fn part(typed: &Fields) -> PartForm {
    PartForm { kind: typed.get("kind").to_owned(), subject: typed.get("subject").to_owned() }
}

/// Says what it took part in.
pub(super) async fn take_part(
    State(app): State<App>,
    Path(partner): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (partner, asking, form) = (id(&partner)?, posted.asking(&app)?, part(&posted.fields));
    let done = app.change(move |tx, _| partners::take_part(tx, &asking, partner, &form)).await;
    answered(&app, posted, partner, done).await
}

/// Takes that back.
pub(super) async fn gone(
    State(app): State<App>,
    Path(partner): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (partner, asking, form) = (id(&partner)?, posted.asking(&app)?, part(&posted.fields));
    let done = app.change(move |tx, _| partners::gone(tx, &asking, partner, &form)).await;
    answered(&app, posted, partner, done).await
}
