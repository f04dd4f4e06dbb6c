//! The referrals behind a number: an office's within scope, or those addressed to the bank.
use super::saying::{self, Line, bank_choices, line};
use crate::{
    App, Problem,
    referrals::{self, Wanted},
    web::{Choice, Fields, Page, Shell, Visit},
    words::{Capital, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{
    Role,
    capital::{Bank, Step},
    number::thousands,
};

/// So many are on a page.
const PAGE: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "referrals/pages/listing.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static Capital,
    banks: Vec<Choice>,
    steps: Vec<Choice>,
    waiting: String,
    total: String,
    lines: Vec<Line>,
    next: Option<String>,
}

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<ListPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (officer, lang) = (visit.officer()?, visit.lang);
    let wanted = Wanted {
        bank: Bank::parse(asked.get("bank")).ok(),
        step: asked.some("langkah"),
        waiting: asked.get("menunggu").parse().ok(),
        after: asked.get("setelah").parse().ok(),
        limit: PAGE,
    };
    let is_bank = officer.role == Role::BankOfficer;
    let look = app.look(move |tx, house| {
        Ok((referrals::banks(tx)?, referrals::list(tx, house, &officer, &wanted)?))
    });
    let (banks, (total, items, next)) = look.await?;
    let (w, today) = (Capital::of(lang), app.house.today());
    let (bank, step) = (asked.get("bank").to_owned(), asked.get("langkah").to_owned());
    let any = |now: &str| Choice::of("", w.all, now);
    let of_step = |it: Step| Choice::of(it.word(), saying::step(it, lang), &step);
    let withdrawn = Choice::of("withdrawn", w.withdrawn, &step);
    let mut steps: Vec<Choice> = [any(&step)].into_iter().chain(Step::ALL.map(of_step)).collect();
    steps.extend(Some(withdrawn).filter(|_| !is_bank));
    let waiting = asked.get("menunggu").to_owned();
    let narrowed = |at: String| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let pairs = [("bank", &bank), ("langkah", &step), ("menunggu", &waiting)];
        query.extend_pairs(pairs.into_iter().filter(|(_, value)| !value.is_empty()));
        query.append_pair("setelah", &at);
        format!("/rujukan?{}", query.finish())
    };
    let said = |it: referrals::Listed| {
        line(&it.row, &banks, today, (format!("/rujukan/{}", it.row.id), it.name), lang)
    };
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        w,
        banks: if is_bank {
            Vec::new()
        } else {
            [any(&bank)].into_iter().chain(bank_choices(&banks, &bank)).collect()
        },
        steps,
        next: next.map(|at: i64| narrowed(at.to_string())),
        total: fill(w.count, &[("n", &thousands(total))]),
        lines: items.into_iter().map(said).collect(),
        waiting,
    }))
}
