//! One entry, and taking it back.
use super::saying::called;
use crate::{
    App, Problem,
    books::{self, Opened},
    residents::Resident,
    web::{Mistakes, Page, Posted, Shell, Visit},
    words::{self, Books, Lang, message},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{BookEntryId, books::Account};

#[derive(Template)]
#[template(path = "books/pages/entry.html")]
pub(super) struct EntryPage {
    shell: Shell,
    w: &'static Books,
    wrong: Mistakes,
    id: String,
    amount: String,
    day: String,
    note: String,
    debit: String,
    credit: String,
    recorded_at: String,
    is_back: bool,
    may_reverse: bool,
    has_receipt: bool,
    reason: String,
    act_id: String,
}

pub(super) fn id(text: &str) -> Result<BookEntryId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

async fn page(
    app: &App,
    visit: &Visit,
    resident: Resident,
    id: BookEntryId,
) -> Result<EntryPage, Problem> {
    let read = app.look(move |tx, house| {
        let opened = Opened::own(tx, house, resident.member())?;
        Ok((opened, books::receipt::has_receipt(tx, id)?))
    });
    let (opened, has_receipt) = read.await?;
    let kept = opened.entry(id).ok_or(Problem::NotFound)?;
    let (lang, entry) = (visit.lang, &kept.entry);
    let is_back = opened.books.reversal_of(id).is_some();
    Ok(EntryPage {
        shell: visit.shell(app, called(kept, lang)),
        w: Books::of(lang),
        wrong: Mistakes::none(),
        id: id.to_string(),
        amount: entry.posting.amount.to_string(),
        day: words::day(entry.on, lang),
        note: kept.told.note.clone(),
        debit: account(entry.posting.debit, lang),
        credit: account(entry.posting.credit, lang),
        recorded_at: kept.recorded_at.wib(),
        is_back,
        has_receipt,
        may_reverse: !is_back && entry.reverses.is_none(),
        reason: String::new(),
        act_id: app.house.new_id().to_string(),
    })
}

fn account(of: Account, lang: Lang) -> String {
    format!("{} {}", of.number(), lang.pick(of.label_id(), of.label_en()))
}

/// Shows the entry.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    Path(text): Path<String>,
) -> Result<Page<EntryPage>, Problem> {
    Ok(Page::of(page(&app, &visit, resident, id(&text)?).await?))
}

/// Takes it back, or says why not.
pub(super) async fn reverse(
    State(app): State<App>,
    resident: Resident,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, asking) = (id(&text)?, posted.asked_by(&app, resident.officer()));
    let reason = posted.fields.get("reason").to_owned();
    let typed = reason.clone();
    let act = app.change(move |tx, house| books::reverse(tx, house, &asking, id, &reason));
    let code = match act.await {
        Ok(_) => return Ok(Redirect::to("/saya/laporan?tersimpan=1").into_response()),
        Err(Problem::Refused(code)) => code,
        Err(Problem::Invalid(wrong)) => wrong.first().map_or(crate::Code::Reason, |it| it.code),
        Err(other) => return Err(other),
    };
    again(&app, &posted.visit, resident, id, ("reason", code), typed).await
}

/// The entry again, with what is wrong at a field.
pub(super) async fn again(
    app: &App,
    visit: &Visit,
    resident: Resident,
    id: BookEntryId,
    (field, code): (&'static str, crate::Code),
    reason: String,
) -> Result<Response, Problem> {
    let page = page(app, visit, resident, id).await?;
    let wrong = Mistakes::saying(field, message(code, visit.lang));
    Ok(Page::wrong(EntryPage { wrong, reason, ..page }).into_response())
}
