//! `user`: accounts, from the shell.
use super::{NotDone, Screen, place::Place};
use crate::{
    App, FieldError, Problem,
    journal::Asking,
    referrals,
    staff::{self, Account, AccountForm, Cost, Password},
};
use clap::{Args, Subcommand};
use rules::ActId;
use std::io::{BufRead, Read};
use zeroize::Zeroizing;

/// Make, list and close accounts
#[derive(Debug, Args)]
pub struct User {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make an account; the password is the first line of standard input
    Add {
        /// 3 to 64 small letters, digits, dots, dashes and underscores
        name: String,
        /// `administrator`, `registration_officer`, `mentor`, `kecamatan_head`, `city_office`,
        /// `agency_administrator`, `executive`, `auditor`, `trainer`, `bank_officer` or `curator`
        #[arg(long)]
        role: String,
        /// The city or kecamatan the account sits in
        #[arg(long, value_name = "CODE", default_value = "")]
        area: String,
        /// The agency the account belongs to
        #[arg(long, value_name = "CODE", default_value = "")]
        agency: String,
        /// The bank that the account of a `bank_officer` belongs to; without one it sees nothing
        #[arg(long, value_name = "CODE")]
        bank: Option<String>,
        /// Read the password from standard input: at a prompt or in a list of processes it would be seen
        #[arg(long, required = true)]
        password_stdin: bool,
    },
    /// List all accounts: name, role, agency, area, and whether it is closed
    List,
    /// Close an account; its sessions and tokens end with it
    Disable {
        /// The account
        name: String,
    },
    /// Give an account a new password, the first line of standard input; its sessions end
    Reset {
        /// The account
        name: String,
        /// Read the password from standard input
        #[arg(long, required = true)]
        password_stdin: bool,
    },
}

impl User {
    /// Does it, as the operator.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let app = place.open()?;
        match &self.command {
            Command::Add { name, role, area, agency, bank, password_stdin: _ } => {
                let password = password()?.as_str().to_owned();
                let (name, role) = (name.clone(), role.clone());
                let (area, agency) = (area.clone(), agency.clone());
                let name = add(&app, &AccountForm { name, role, agency, area, password })?;
                screen.line(format_args!("added {name}"))?;
                if let Some(bank) = bank {
                    bind(&app, &name, bank)?;
                    screen.line(format_args!("bound {name} to {bank}"))?;
                }
            }
            Command::List => {
                let officer = app.operator();
                for account in app.db.look(|tx| staff::accounts(tx, &officer.scope))? {
                    screen.line(line(&account))?;
                }
            }
            Command::Disable { name } => {
                let (asking, named) = (asking(&app), name.clone());
                app.change_now(move |tx, house| staff::disable(tx, house, &asking, &named))?;
                screen.line(format_args!("disabled {name}"))?;
            }
            Command::Reset { name, password_stdin: _ } => {
                reset(&app, name)?;
                screen.line(format_args!("reset {name}"))?;
            }
        }
        Ok(())
    }
}

/// A request of the operator's, now.
pub(super) fn asking(app: &App) -> Asking {
    let act_id = ActId(app.house.new_id());
    Asking { officer: app.operator(), at: app.house.now(), made_at: None, act_id, asked: None }
}

/// Makes an account as the operator, and answers its name.
pub fn add(app: &App, form: &AccountForm) -> Result<String, Problem> {
    let new = form.understand(&app.house)?;
    let hash = new.password.hash(Cost::STANDARD, app.house.bytes())?;
    let asking = asking(app);
    let done = app.change_now(move |tx, house| staff::add(tx, house, &asking, &new, &hash))?;
    Ok(done.event.name)
}

/// Binds the account of a bank officer to a bank, as the operator.
pub fn bind(app: &App, name: &str, bank: &str) -> Result<(), Problem> {
    let (asking, name, bank) = (asking(app), name.to_owned(), bank.to_owned());
    app.change_now(move |tx, _| referrals::bind(tx, &asking, &name, &bank)).map(drop)
}

fn reset(app: &App, name: &str) -> Result<(), NotDone> {
    let refused = |code| Problem::Invalid(vec![FieldError::new("password", code)]);
    let new = Password::parse(&password()?, name).map_err(refused)?;
    let hash = new.hash(Cost::STANDARD, app.house.bytes())?;
    let (asking, name) = (asking(app), name.to_owned());
    app.change_now(move |tx, house| staff::reset(tx, house, &asking, &name, &hash))?;
    Ok(())
}

/// The first line of standard input.
fn password() -> Result<Zeroizing<String>, NotDone> {
    let mut line = Zeroizing::new(String::new());
    std::io::stdin().lock().take(4096).read_line(&mut line)?;
    let end = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(end);
    Ok(line)
}

fn line(account: &Account) -> String {
    let agency = account.agency.map_or_else(|| "-".to_owned(), |agency| agency.to_string());
    let area = account.area.map_or_else(|| "-".to_owned(), |area| area.to_string());
    let state = if account.disabled_at.is_some() { "disabled" } else { "active" };
    format!("{}\t{}\t{agency}\t{area}\t{state}", account.name, account.role)
}
