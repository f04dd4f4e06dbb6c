//! Noting something: what happened, how much, save.
use crate::{
    App, Code, Problem,
    books::{self, EntryForm},
    residents::Resident,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{Books, Lang, message},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::books::{Group, Kind, Purse};

/// The fields in the order of the page.
const FIELDS: [&str; 5] = ["kind", "amount", "purse", "occurred_on", "note"];

#[derive(Template)]
#[template(path = "books/pages/enter.html")]
pub(super) struct EnterPage {
    shell: Shell,
    w: &'static Books,
    wrong: Mistakes,
    group: &'static str,
    kinds: Vec<Choice>,
    /// None where no money moves.
    purses: Vec<Choice>,
    typed: Fields,
    today: String,
    act_id: String,
}

impl EnterPage {
    fn of(app: &App, visit: &Visit, group: Group, typed: Fields) -> Self {
        let lang = visit.lang;
        let asks = Kind::of_group(group).any(Kind::asks_purse);
        Self {
            shell: visit.shell(app, lang.pick(group.label_id(), group.label_en())),
            w: Books::of(lang),
            wrong: Mistakes::none(),
            group: group.word(),
            kinds: kinds(group, &typed, lang),
            purses: if asks { purses(&typed, lang) } else { Vec::new() },
            today: app.house.today().to_string(),
            act_id: app.house.new_id().to_string(),
            typed,
        }
    }

    fn occurred_on(&self) -> String {
        self.typed.some("occurred_on").unwrap_or_else(|| self.today.clone())
    }
}

/// The kinds of a group; the first, which is the usual one, is chosen unless another was.
fn kinds(group: Group, typed: &Fields, lang: Lang) -> Vec<Choice> {
    let usual = Kind::of_group(group).next().map(|kind| kind.word().to_owned());
    let chosen = typed.some("kind").or(usual).unwrap_or_default();
    let choice = |it: Kind| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), &chosen);
    Kind::of_group(group).map(choice).collect()
}

fn purses(typed: &Fields, lang: Lang) -> Vec<Choice> {
    let chosen = typed.some("purse").unwrap_or_else(|| Purse::Cash.word().to_owned());
    let choice =
        |it: Purse| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), &chosen);
    Purse::ALL.map(choice).into()
}

fn group(word: &str) -> Result<Group, Problem> {
    Group::of_word(word).ok_or(Problem::NotFound)
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    _resident: Resident,
    Path(word): Path<String>,
) -> Result<Page<EnterPage>, Problem> {
    Ok(Page::of(EnterPage::of(&app, &visit, group(&word)?, Fields::default())))
}

/// Enters it, or shows the form again with what is wrong.
pub(super) async fn send(
    State(app): State<App>,
    resident: Resident,
    Path(word): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (group, asking) = (group(&word)?, posted.asked_by(&app, resident.officer()));
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| books::enter(tx, house, &asking, &form));
    let wrong = match act.await {
        Ok(_) => return Ok(Redirect::to("/saya/laporan?tersimpan=1").into_response()),
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, posted.visit.lang).in_order(&FIELDS),
        Err(Problem::Refused(code)) => refused(code, posted.visit.lang),
        Err(other) => return Err(other),
    };
    let mut page = EnterPage::of(&app, &posted.visit, group, posted.fields);
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong;
    Ok(Page::wrong(page).into_response())
}

fn refused(code: Code, lang: Lang) -> Mistakes {
    Mistakes::saying("amount", message(code, lang))
}

fn form(typed: &Fields) -> EntryForm {
    let text = |field: &str| typed.get(field).to_owned();
    EntryForm {
        kind: text("kind"),
        amount: text("amount"),
        purse: text("purse"),
        occurred_on: text("occurred_on"),
        note: text("note"),
    }
}
