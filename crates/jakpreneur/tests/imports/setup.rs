//! Files and officers for these tests.
use documents::{
    table::{self, Cell, Format, Limits},
    write::{Column, Formulas, Kind as Width, Sheet, Value},
};
use jakpreneur::{
    App, Opening, Problem,
    imports::{self, Job, Kind, NewImport},
    reports::{self, Narrowing},
    staff::{self, Officer},
};
use rules::{Agency, Instant, Role, Scheme, UserId};
use std::{io::Cursor, ops::ControlFlow, path::PathBuf, sync::Arc};
use testkit::Fresh;

/// 22 June 2022, noon in Jakarta.
const NOW: Instant = Instant(1_655_874_000_000_000);

pub const HEADER: &str = "NIK,Nama,Kelurahan,Tanggal Daftar";

pub fn open(fresh: &Fresh) -> App {
    App::open(Opening {
        address: fresh.address.clone(),
        key: Some(fresh.key()),
        options: db::Options::default(),
        clock: Arc::new(|| NOW),
        random: jakpreneur::cli::random(),
    })
    .expect("opens")
}

pub fn new(kind: Kind) -> NewImport {
    NewImport {
        act_id: None,
        kind,
        file_name: "peserta.csv".to_owned(),
        agency: None,
        scheme: None,
        dry_run: false,
    }
}

pub fn with_scheme(scheme: &str) -> NewImport {
    NewImport { scheme: Scheme::of_word(scheme), ..new(Kind::Services) }
}

/// A valid NIK of West Jakarta; nobody near it was born on the same day.
pub fn nik(serial: usize) -> String {
    let (day, month, year) = (1 + serial % 28, 1 + serial / 28 % 12, 50 + serial / 336 % 50);
    format!("317305{day:02}{month:02}{year:02}{serial:04}")
}

/// The NIK of one of many born on 15 June 1990.
pub fn twin(serial: usize) -> String {
    format!("317305150690{serial:04}")
}

pub fn lines(header: &str, rows: impl IntoIterator<Item = String>) -> String {
    let rows: Vec<String> = rows.into_iter().collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

/// Names that are nobody else's.
pub fn people(from: usize, count: usize) -> impl Iterator<Item = String> {
    (from..from + count).map(|n| {
        let name: String = format!("{n:04}")
            .bytes()
            .map(|digit| {
                ["ban", "cok", "dul", "fir", "gam", "hus", "jin", "kem", "lop", "mur"]
                    [usize::from(digit - b'0')]
            })
            .collect::<Vec<_>>()
            .join(" ");
        format!("{},{name},Kebon Jeruk,2022-01-03", nik(n))
    })
}

pub fn file(fresh: &Fresh, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = fresh.folder.path().join(name);
    std::fs::write(&path, bytes).expect("writes");
    path
}

pub fn try_import(
    fresh: &Fresh,
    app: &App,
    new: &NewImport,
    bytes: impl AsRef<[u8]>,
) -> Result<Job, Problem> {
    let path = file(fresh, &new.file_name, bytes);
    imports::import_file(app, &path, new, &mut |_| ControlFlow::Continue(()))
}

pub fn import(fresh: &Fresh, app: &App, new: &NewImport, bytes: impl AsRef<[u8]>) -> Job {
    try_import(fresh, app, new, bytes).expect("imports")
}

pub fn counts(job: &Job) -> String {
    job.counts.to_string()
}

/// The rows that go back, as text.
pub fn back(fresh: &Fresh, app: &App, job: &Job) -> String {
    let path = fresh.folder.path().join("ditolak");
    imports::write_rejects(app, job, &path).expect("writes");
    std::fs::read_to_string(path).expect("text")
}

pub fn back_cells(fresh: &Fresh, app: &App, job: &Job) -> Vec<Vec<Cell>> {
    let path = fresh.folder.path().join("ditolak.xlsx");
    imports::write_rejects(app, job, &path).expect("writes");
    let bytes = std::fs::read(path).expect("bytes");
    let rows = table::read_all(&bytes, Format::Xlsx, Limits::default()).expect("a workbook");
    rows.into_iter().map(|row| row.cells).collect()
}

pub fn workbook(header: &str, rows: &[Vec<Value>]) -> Vec<u8> {
    let sheet = Sheet {
        name: "Peserta".to_owned(),
        columns: header.split(',').map(|title| Column::new(title, Width::Text)).collect(),
        made_at: jiff::civil::date(2022, 6, 22).at(8, 0, 0, 0),
        formulas: Formulas::Verbatim,
    };
    let mut writer = sheet.start(Cursor::new(Vec::new()), Format::Xlsx).expect("starts");
    for row in rows {
        writer.row(row).expect("writes");
    }
    writer.finish().expect("finishes").into_inner()
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn reached(app: &App) -> Vec<u64> {
    let answer = reports::ask(&app.db, &app.house, &app.operator(), &Narrowing::default());
    answer.expect("answers").rows.iter().map(|row| row.reached).collect()
}

pub fn entries(app: &App) -> i64 {
    app.db.look(|tx| Ok::<_, Problem>(tx.chain()?.position)).expect("looks")
}

const ACCOUNT: &str = "insert into user_account (id, name, role, agency, area, position) values ($1, $2, $3, $4, $5, 0)";

/// An account of this role and reach.
pub fn officer(
    app: &App,
    name: &str,
    role: Role,
    agency: &str,
    area: Option<&str>,
) -> Arc<Officer> {
    let user = UserId(testkit::id());
    let agency = Agency::parse(agency).expect("an agency");
    let (name, area) = (name.to_owned(), area.map(str::to_owned));
    let added = app.change_now(move |tx, _| {
        tx.run(ACCOUNT, (user, name, role, agency, area))?;
        Ok(staff::standing(tx, user)?)
    });
    Arc::new(added.expect("adds").expect("stands"))
}
