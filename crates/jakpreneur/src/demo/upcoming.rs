//! Classes of these weeks, so that residents find some and officers have work: one today, some full.
use super::{asking, chance::later, unknown};
use crate::{
    App, Problem,
    classes::{self, ClassForm, SessionForm, TrainerForm, Wanted},
    places::{self, Whom, Wish},
    reports::Narrowing,
};
use rules::{
    ClassId, Date, RegionCode, StageKind,
    training::{ClassKind, SessionMode},
};

/// A class to come.
struct Coming {
    /// So many days from today.
    ahead: usize,
    days: usize,
    kind: ClassKind,
    trade: &'static str,
    title: &'static str,
    area: &'static str,
    place: &'static str,
    seats: usize,
    /// So many ask for a place, where so many are found.
    ask: usize,
}

const fn coming(
    (ahead, days): (usize, usize),
    (kind, trade, title): (ClassKind, &'static str, &'static str),
    (area, place): (&'static str, &'static str),
    (seats, ask): (usize, usize),
) -> Coming {
    Coming { ahead, days, kind, trade, title, area, place, seats, ask }
}

use ClassKind::{Agency as OfAgency, Basic, Trade, Workshop};

const SNACKS: (ClassKind, &str, &str) = (Trade, "makanan-ringan", "Keripik dan camilan kemasan");
const START: (ClassKind, &str, &str) =
    (Basic, "kewirausahaan", "Memulai usaha: rencana dan modal kecil");
const COOK: (ClassKind, &str, &str) = (Basic, "kuliner", "Kuliner dasar: dari dapur ke pembeli");
const CAKES: (ClassKind, &str, &str) = (Trade, "kue-roti", "Kue kering dan roti rumahan");
const BATIK: (ClassKind, &str, &str) = (Trade, "batik", "Batik Betawi: motif dan pewarnaan");
const SEWING: (ClassKind, &str, &str) = (Trade, "pakaian-jadi", "Menjahit pakaian jadi");
const CRAFT: (ClassKind, &str, &str) = (Basic, "kriya", "Kriya dasar dari bahan daur ulang");
const COOLING: (ClassKind, &str, &str) = (Workshop, "servis-ac", "Bimtek servis AC rumah tangga");
const ONLINE: (ClassKind, &str, &str) =
    (OfAgency, "pemasaran-digital", "Naik kelas: jualan daring dan foto produk");
const BOOKS: (ClassKind, &str, &str) =
    (OfAgency, "pembukuan", "Naik kelas: pembukuan dan laporan keuangan");

const COMING: [Coming; 14] = [
    coming((0, 2), COOK, ("31.73.05", "Aula kantor Kecamatan Kebon Jeruk"), (30, 30)),
    coming((3, 1), START, ("31.73.01", "Aula kantor Kecamatan Cengkareng"), (40, 25)),
    coming((4, 4), SNACKS, ("31.73.02", "Gedung serbaguna Grogol Petamburan"), (24, 29)),
    coming((6, 1), START, ("31.74.01", "Aula kantor Kecamatan Tebet"), (50, 18)),
    coming((8, 3), CAKES, ("31.73.05", "Dapur latihan Kebon Jeruk"), (20, 12)),
    coming((9, 1), COOK, ("31.75.06", "Aula kantor Kecamatan Cakung"), (60, 0)),
    coming((11, 2), ONLINE, ("31.73", "Ruang rapat Sudin PPKUKM Jakarta Barat"), (40, 22)),
    coming((13, 4), COOLING, ("31.75", "Balai latihan Jakarta Timur"), (24, 9)),
    coming((15, 3), BATIK, ("31.71.07", "Rumah kriya Tanah Abang"), (20, 6)),
    coming((17, 1), CRAFT, ("31.73.08", "Aula kantor Kecamatan Kembangan"), (30, 14)),
    coming((20, 5), SEWING, ("31.72.03", "Sanggar jahit Koja"), (20, 5)),
    coming((24, 2), BOOKS, ("31.74", "Ruang rapat Sudin PPKUKM Jakarta Selatan"), (40, 0)),
    coming((27, 1), START, ("31.73.07", "Aula kantor Kecamatan Pal Merah"), (40, 0)),
    coming((34, 3), CAKES, ("31.73.06", "Dapur latihan Kalideres"), (20, 0)),
];

/// Announces them, and lets people ask for places.
pub(super) fn tell(app: &App) -> Result<(), Problem> {
    for one in &COMING {
        let (officer, form) = (app.operator(), class(one, app.house.today()));
        let announced = app.change_now(move |tx, house| {
            classes::announce(tx, house, &asking(house, &officer, house.now()), &form)
        });
        fill(app, one, announced?.event.class)?;
    }
    Ok(())
}

/// Those registered first are invited, and many of them ask.
fn fill(app: &App, one: &Coming, class: ClassId) -> Result<(), Problem> {
    if one.ask == 0 {
        return Ok(());
    }
    let area = RegionCode::parse(one.area).map_err(|_| unknown(one.area))?;
    let narrowing = Narrowing { area: Some(area), ..Narrowing::default() };
    // Agency classes are for those who were trained before.
    let trained = one.kind == OfAgency;
    let whom = Whom {
        narrowing,
        reached: trained.then_some(StageKind::Training),
        not_reached: (!trained).then_some(StageKind::Training),
        limit: one.ask + one.ask / 3,
    };
    let officer = app.operator();
    let found = places::candidates(&app.db, &app.house, &officer, class, &whom)?;
    let many = one.ask;
    app.change_now(move |tx, house| {
        let asking = || asking(house, &officer, house.now());
        places::invite(tx, house, &asking(), class, &found, "")?;
        for member in found.into_iter().take(many) {
            places::ask(tx, house, &asking(), class, member, &Wish::default())?;
        }
        Ok(())
    })
}

fn class(one: &Coming, today: Date) -> ClassForm {
    let first = later(today, one.ahead);
    let closes = later(today, one.ahead.saturating_sub(1));
    let trainer = TrainerForm { name: teacher(one.trade), account: String::new() };
    let text = |text: &str| Some(text.to_owned());
    ClassForm {
        kind: text(one.kind.word()),
        title: text(one.title),
        trade: text(one.trade),
        agency: text("ppkukm"),
        area: text(one.area),
        place: text(one.place),
        capacity: Some(one.seats.to_string()),
        closes_on: Some(closes.to_string()),
        trainers: Some(vec![trainer]),
        sessions: Some((0..one.days).map(|index| session(index, later(first, index))).collect()),
        ..ClassForm::default()
    }
}

fn session(index: usize, day: Date) -> SessionForm {
    let mode = if index == 0 { SessionMode::Theory } else { SessionMode::Practice };
    SessionForm {
        held_on: day.to_string(),
        starts: "09:00".to_owned(),
        ends: if index == 0 { "12:00" } else { "15:00" }.to_owned(),
        mode: mode.word().to_owned(),
        ..SessionForm::default()
    }
}

/// No real person: who teaches a trade.
pub(super) fn teacher(trade: &str) -> String {
    format!("Instruktur {}", trade.replace('-', " "))
}

/// Gives the class of today to the trainer who signs in with this account.
pub(super) fn taught_by(app: &App, account: &str) -> Result<(), Problem> {
    let officer = app.operator();
    let wanted = Wanted { from: Some(app.house.today()), limit: 1, ..Wanted::default() };
    let first = app.db.look(|tx| classes::list(tx, &officer, &wanted))?.items.pop();
    let Some(first) = first else { return Ok(()) };
    let trainer = TrainerForm { name: teacher(&first.trade), account: account.to_owned() };
    let form = ClassForm { trainers: Some(vec![trainer]), ..ClassForm::default() };
    app.change_now(move |tx, house| {
        let asking = asking(house, &officer, house.now());
        classes::change(tx, house, &asking, first.id, &form).map(drop)
    })
}
