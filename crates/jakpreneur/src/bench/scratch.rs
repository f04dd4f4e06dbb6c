//! A programme of its own to measure on.
use crate::{
    App, Opening, Problem, cli,
    journal::Asking,
    staff::{self, AccountForm},
};
use db::{Address, Options};
use rules::ActId;
use std::path::Path;

/// Opens a new programme in a folder, or again the one that is there.
pub(super) fn open(folder: &Path, name: &str) -> Result<App, Problem> {
    let opening = Opening {
        address: Address::Sqlite(folder.join(name)),
        key: Some(folder.join("bench.key")),
        options: Options::default(),
        clock: cli::clock(),
        random: cli::random(),
    };
    Ok(App::migrate_and_open(opening)?.0)
}

/// A token that may do everything.
pub(super) fn token(app: &App) -> Result<String, Problem> {
    let name = cli::user::add(
        app,
        &AccountForm {
            name: "bench".to_owned(),
            role: "administrator".to_owned(),
            password: "hanya untuk mengukur".to_owned(),
            ..AccountForm::default()
        },
    )?;
    let asking = asking(app);
    app.change_now(move |tx, house| {
        staff::make_token(tx, house, &asking, &name, "bench").map(|(_, token)| token)
    })
}

/// The operator asks.
pub(super) fn asking(app: &App) -> Asking {
    let act_id = ActId(app.house.new_id());
    Asking { officer: app.operator(), at: app.house.now(), act_id, asked: None }
}

/// The address of a NIK's bearer of this number; nobody's, as in the demonstration.
pub(super) fn nik(number: u64) -> String {
    let (day, month) = (1 + number % 28, 1 + number / 28 % 12);
    let (year, serial) = (60 + number / 336 % 40, 9_999 - number / 13_440 % 9_000);
    format!("317305{day:02}{month:02}{year:02}{serial:04}")
}
