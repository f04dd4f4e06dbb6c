//! A member's products in curation, and entering another: from their own door, or an officer's with them.
use super::{
    id,
    saying::{self, Line},
};
use crate::{
    App, Code, FieldError, Problem,
    curations::{self, OfMember},
    journal::Asking,
    residents::Resident,
    staff::Officer,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{Curation, fill, message},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{ActId, MemberId, number::thousands};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "curations/pages/mine.html")]
pub(super) struct MinePage {
    shell: Shell,
    w: &'static Curation,
    wrong: Mistakes,
    own: bool,
    base: String,
    back: String,
    products: String,
    lines: Vec<Line>,
    count: String,
    rounds: Vec<Choice>,
    choices: Vec<Choice>,
    act_id: String,
}

/// Who asks, and for whom.
struct Door {
    officer: Arc<Officer>,
    member: MemberId,
}

impl Door {
    fn own(resident: Resident) -> Self {
        Self { officer: resident.officer(), member: resident.member() }
    }

    fn is_own(&self) -> bool {
        self.officer.resident.is_some()
    }

    /// Where the pages about this member are.
    fn home(&self) -> String {
        if self.is_own() { "/saya".to_owned() } else { format!("/warga/{}", self.member) }
    }
}

async fn page(app: &App, visit: &Visit, door: &Door, typed: &Fields) -> Result<MinePage, Problem> {
    let (officer, member, lang) = (door.officer.clone(), door.member, visit.lang);
    let act_id = ActId(app.house.new_id());
    let asking = Asking { officer, at: app.house.now(), act_id, asked: None, made_at: None };
    let read = app.change(move |tx, house| curations::of_member(tx, house, &asking, member));
    let OfMember { open, products, entries } = read.await?;
    let (w, own, home) = (Curation::of(lang), door.is_own(), door.home());
    let base = format!("{home}/kurasi");
    let none = |now: &str| Choice::of("", w.choose, now);
    let (round, product) = (typed.get("round"), typed.get("product"));
    let rounds = open.iter().map(|it| {
        let label = format!("{}, {}", it.title, saying::days(it, lang));
        Choice::of(it.id.to_string(), label, round)
    });
    let choices =
        products.iter().map(|it| Choice::of(it.row.id.to_string(), it.told.name.clone(), product));
    let line = |(it, round): &(curations::Listed, curations::RoundRow)| {
        let door = if own { "/saya/kurasi" } else { "/kurasi/produk" };
        let mut line = saying::line(it, format!("{door}/{}", it.row.id), lang);
        line.name.clone_from(&round.title);
        line
    };
    let many = u64::try_from(entries.len()).unwrap_or(u64::MAX);
    Ok(MinePage {
        shell: visit.shell(app, if own { w.own_title } else { w.title }),
        w,
        wrong: Mistakes::none(),
        own,
        products: format!("{home}/produk"),
        back: home,
        base,
        lines: entries.iter().map(line).collect(),
        count: fill(w.entries_count, &[("n", &thousands(many))]),
        rounds: if open.is_empty() {
            Vec::new()
        } else {
            [none(round)].into_iter().chain(rounds).collect()
        },
        choices: if products.is_empty() {
            Vec::new()
        } else {
            [none(product)].into_iter().chain(choices).collect()
        },
        act_id: app.house.new_id().to_string(),
    })
}

async fn entered(app: &App, posted: Posted, door: Door) -> Result<Response, Problem> {
    let asking = posted.asked_by(app, door.officer.clone());
    let (round, product) =
        (posted.fields.get("round").parse(), posted.fields.get("product").parse());
    let done = match (round, product) {
        (Ok(round), Ok(product)) => {
            let act = app
                .change(move |tx, house| curations::register(tx, house, &asking, round, product));
            act.await
        }
        (round, product) => {
            let round = round.err().map(|_| FieldError::new("round", Code::Empty));
            let product = product.err().map(|_| FieldError::new("product", Code::Empty));
            Err(Problem::Invalid(round.into_iter().chain(product).collect()))
        }
    };
    let lang = posted.visit.lang;
    let wrong = match done {
        Ok(done) => {
            let to = if door.is_own() { "/saya/kurasi" } else { "/kurasi/produk" };
            let to = format!("{to}/{}?tersimpan=1", done.event.entry);
            return Ok(Redirect::to(&to).into_response());
        }
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, lang),
        Err(Problem::Refused(code)) => Mistakes::saying("product", message(code, lang)),
        Err(other) => return Err(other),
    };
    let mut page = page(app, &posted.visit, &door, &posted.fields).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong;
    Ok(Page::wrong(page).into_response())
}

/// The member's own.
pub(super) async fn own(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
) -> Result<Page<MinePage>, Problem> {
    Ok(Page::of(page(&app, &visit, &Door::own(resident), &Fields::default()).await?))
}

/// The member enters a product.
pub(super) async fn own_enter(
    State(app): State<App>,
    resident: Resident,
    posted: Posted,
) -> Result<Response, Problem> {
    entered(&app, posted, Door::own(resident)).await
}

/// A member's, for an officer.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
) -> Result<Page<MinePage>, Problem> {
    let door = Door { officer: visit.officer()?, member: id(&member)? };
    Ok(Page::of(page(&app, &visit, &door, &Fields::default()).await?))
}

/// An officer enters a product with its member.
pub(super) async fn enter(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let door = Door { officer: posted.visit.officer()?, member: id(&member)? };
    entered(&app, posted, door).await
}
