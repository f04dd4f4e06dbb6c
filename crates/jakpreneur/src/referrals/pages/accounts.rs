//! Which account belongs to which bank.
use super::saying::bank_choices;
use crate::{
    App, Problem, referrals,
    staff::{self, Account},
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::Capital,
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, Role};

/// Where the page is.
const HERE: &str = "/akun/bank";

/// The page.
#[derive(Template)]
#[template(path = "referrals/pages/accounts.html")]
pub(super) struct AccountsPage {
    shell: Shell,
    w: &'static Capital,
    wrong: Mistakes,
    notice: Option<&'static str>,
    /// An account's name, and its bank's.
    lines: Vec<(String, String)>,
    accounts: Vec<Choice>,
    banks: Vec<Choice>,
    act_id: String,
}

impl AccountsPage {
    async fn of(app: &App, visit: &Visit, typed: &Fields) -> Result<Self, Problem> {
        let (officer, lang) = (visit.officer()?, visit.lang);
        officer.may(Act::ManageUsers)?;
        let look = app.look(move |tx, _| {
            let mut bound = Vec::new();
            let of_banks = |it: &Account| it.role == Role::BankOfficer && it.disabled_at.is_none();
            for account in staff::accounts(tx, &officer.scope)?.into_iter().filter(of_banks) {
                let bank = referrals::bank_of(tx, &account.officer())?;
                bound.push((account.name, bank));
            }
            Ok((bound, referrals::banks(tx)?))
        });
        let (bound, banks) = look.await?;
        let w = Capital::of(lang);
        let (name, bank) = (typed.get("name"), typed.get("bank"));
        let choose = |now: &str| Choice::of("", w.choose, now);
        let account = |(of, _): &(String, _)| Choice::of(of.clone(), of.clone(), name);
        Ok(Self {
            shell: visit.shell(app, w.accounts),
            w,
            wrong: Mistakes::none(),
            notice: None,
            accounts: [choose(name)].into_iter().chain(bound.iter().map(account)).collect(),
            banks: [choose(bank)].into_iter().chain(bank_choices(&banks, bank)).collect(),
            lines: bound
                .into_iter()
                .map(|(of, bank)| (of, bank.map_or(w.no_bank.to_owned(), |it| banks.name(it))))
                .collect(),
            act_id: app.house.new_id().to_string(),
        })
    }
}

/// Shows the accounts of banks.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<AccountsPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = AccountsPage::of(&app, &visit, &Fields::default()).await?;
    page.notice = asked.some("tersimpan").map(|_| page.w.kept_now);
    Ok(Page::of(page))
}

/// Says which bank an account belongs to.
pub(super) async fn bind(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let (name, bank) = (posted.fields.get("name").to_owned(), posted.fields.get("bank").to_owned());
    let act = app.change(move |tx, _| referrals::bind(tx, &asking, &name, &bank));
    match act.await {
        Ok(_) => Ok(Redirect::to(&format!("{HERE}?tersimpan=1")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let mut page = AccountsPage::of(&app, &posted.visit, &posted.fields).await?;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            page.wrong = Mistakes::of(&wrong, posted.visit.lang);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}
