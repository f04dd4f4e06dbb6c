//! One sign-in for each role, to try the programme with.
use crate::{
    App, Problem,
    cli::user::{add, bind},
    staff::{AccountForm, Scope},
};
use rules::{Reach, Role};

/// A name and its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The role it is for.
    pub role: Role,
    /// `demo-` and the role.
    pub name: String,
    /// Known nowhere else.
    pub password: String,
}

/// Makes an account for each role that has none; all sit in West Jakarta. Blocks.
pub fn accounts(app: &App) -> Result<Vec<SignIn>, Problem> {
    let everyone: Scope = app.operator().scope.clone();
    let mut made = Vec::new();
    for role in Role::ALL {
        let name = format!("demo-{}", role.word());
        let there = app.db.look(|tx| crate::staff::accounts(tx, &everyone))?;
        if there.iter().all(|account| account.name != name) {
            let password = password(app.house.bytes());
            add(app, &form(role, &name, &password))?;
            if role == Role::BankOfficer {
                bind(app, &name, "bri")?;
            }
            if role == Role::Trainer {
                super::upcoming::taught_by(app, &name)?;
            }
            made.push(SignIn { role, name, password });
        }
    }
    Ok(made)
}

fn form(role: Role, name: &str, password: &str) -> AccountForm {
    let (agency, area) = match role.reach() {
        Reach::Everything => ("", ""),
        Reach::City => ("ppkukm", "31.73"),
        Reach::Kecamatan => ("ppkukm", "31.73.05"),
        Reach::Agency => ("ppkukm", ""),
    };
    AccountForm {
        name: name.to_owned(),
        role: role.word().to_owned(),
        agency: agency.to_owned(),
        area: area.to_owned(),
        password: password.to_owned(),
    }
}

/// Sixteen letters that are not mistaken for one another.
fn password(random: [u8; 16]) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let letter = |byte: u8| LETTERS.get(usize::from(byte) % LETTERS.len()).copied();
    random.into_iter().filter_map(letter).map(char::from).collect()
}
