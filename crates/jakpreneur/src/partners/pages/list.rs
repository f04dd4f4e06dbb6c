//! Every partner with how many people it reached, and the form that keeps another.
use crate::{
    App, Problem,
    partners::{self, PartnerForm, Seen},
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{Lang, Partners, fill},
};
use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, marketing::Marketplace, number::thousands, partners::PartnerKind};

#[derive(Template)]
#[template(path = "partners/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static Partners,
    wrong: Mistakes,
    count: String,
    lines: Vec<Line>,
    may_keep: bool,
    kinds: Vec<Choice>,
    marketplaces: Vec<Choice>,
    typed: Fields,
    act_id: String,
}

struct Line {
    open: String,
    name: String,
    kind: &'static str,
    in_force: bool,
    persons: String,
}

async fn page(app: &App, visit: &Visit, typed: Fields) -> Result<ListPage, Problem> {
    let (officer, lang, today) = (visit.officer()?, visit.lang, app.house.today());
    let asker = officer.clone();
    let all = app.look(move |tx, _| partners::list(tx, &asker)).await?;
    let w = Partners::of(lang);
    let line = |it: &Seen| Line {
        open: format!("/mitra/{}", it.row.id),
        name: it.row.name.clone(),
        kind: lang.pick(it.row.kind.label_id(), it.row.kind.label_en()),
        in_force: it.agreements.iter().any(|it| it.holds_on(today)),
        persons: thousands(it.reached.persons),
    };
    let many = u64::try_from(all.len()).unwrap_or(u64::MAX);
    Ok(ListPage {
        shell: visit.shell(app, w.title),
        w,
        wrong: Mistakes::none(),
        count: fill(w.count, &[("n", &thousands(many))]),
        lines: all.iter().map(line).collect(),
        may_keep: officer.role.may(Act::ManagePartners),
        kinds: kinds(w, lang, typed.get("kind")),
        marketplaces: marketplaces(w, lang, typed.get("marketplace")),
        typed,
        act_id: app.house.new_id().to_string(),
    })
}

fn kinds(w: &Partners, lang: Lang, now: &str) -> Vec<Choice> {
    let of = |it: PartnerKind| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), now);
    [Choice::of("", w.choose, now)].into_iter().chain(PartnerKind::ALL.map(of)).collect()
}

fn marketplaces(w: &Partners, lang: Lang, now: &str) -> Vec<Choice> {
    let of = |it: Marketplace| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), now);
    let none = Choice::of("", w.marketplace_none, now);
    [none].into_iter().chain(Marketplace::ALL.map(of)).collect()
}

/// Shows them.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Page<ListPage>, Problem> {
    Ok(Page::of(page(&app, &visit, Fields::default()).await?))
}

/// Keeps another.
pub(super) async fn keep(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let text = |field: &str| posted.fields.get(field).to_owned();
    let form =
        PartnerForm { kind: text("kind"), name: text("name"), marketplace: text("marketplace") };
    let act = app.change(move |tx, house| partners::keep(tx, house, &asking, &form));
    match act.await {
        Ok(done) => Ok(Redirect::to(&format!("/mitra/{}", done.event.partner)).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let lang = posted.visit.lang;
            let mut page = page(&app, &posted.visit, posted.fields).await?;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            page.wrong = Mistakes::of(&wrong, lang).in_order(&["name", "kind", "marketplace"]);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}
