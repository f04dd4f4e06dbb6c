//! `token`: API tokens, from the shell.
use super::{NotDone, Screen, place::Place, user::asking};
use crate::staff::{self, Token as Kept};
use clap::{Args, Subcommand};
use uuid::Uuid;

/// Make, list and revoke API tokens
#[derive(Debug, Args)]
pub struct Token {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a token; it is printed once, as the last word
    Create {
        /// The account it acts as
        #[arg(long, value_name = "NAME")]
        user: String,
        /// What it is for
        #[arg(long, value_name = "TEXT", default_value = "")]
        label: String,
    },
    /// List all tokens: id, account, when made, when used last, and what for
    List,
    /// Revoke a token; it stops working at once
    Revoke {
        /// Its id, as `token list` tells it
        id: Uuid,
    },
}

impl Token {
    /// Does it, as the operator.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let app = place.open()?;
        match &self.command {
            Command::Create { user, label } => {
                let (asking, name, label) = (asking(&app), user.clone(), label.clone());
                let (_, token) = app.change_now(move |tx, house| {
                    staff::make_token(tx, house, &asking, &name, &label)
                })?;
                screen.line(format_args!("token for {user}: {token}"))?;
            }
            Command::List => {
                let officer = app.operator();
                for token in app.db.look(|tx| staff::tokens(tx, &officer))? {
                    screen.line(line(&token))?;
                }
            }
            Command::Revoke { id } => {
                let (asking, id) = (asking(&app), *id);
                app.change_now(move |tx, house| staff::revoke_token(tx, house, &asking, id))?;
                screen.line(format_args!("revoked {id}"))?;
            }
        }
        Ok(())
    }
}

fn line(token: &Kept) -> String {
    let used = token.seen_at.map_or_else(|| "never".to_owned(), rules::Instant::rfc3339);
    let dead = token.revoked_at.is_some() || token.account.disabled_at.is_some();
    let state = if dead { "revoked" } else { "active" };
    let (id, name, made) = (token.id, &token.account.name, token.made_at.rfc3339());
    format!("{id}\t{name}\t{state}\t{made}\t{used}\t{}", token.label)
}
