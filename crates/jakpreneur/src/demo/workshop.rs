//! The published workshop of August 2020: 120 people of the 10 kecamatan of East Jakarta, five trades, four
//! days, held by the agency together with a ministry.
use super::{
    Told, asking,
    chance::Chance,
    kelurahan,
    resident::{Coming, File},
    unknown,
    upcoming::teacher,
    write,
};
use crate::{
    App, House, Problem,
    classes::{self, ClassForm, OrganiserForm, SessionForm, TrainerForm},
    journal::{Asking, Change},
    places::{self, Wish},
};
use jiff::civil::date;
use rules::{
    Agency, BusinessType,
    BusinessType::{Fesyen, Jasa, Kerajinan, Kuliner},
    ClassId, Date, Instant, MemberId, RegionCode,
    training::{ClassKind, OrganiserKind, SessionMode},
};

/// So many people came.
pub(super) const PEOPLE: usize = 120;
/// Tells its chance from that of the scenes.
const MARK: u64 = 5;
const AGENCY: &str = "ppkukm";
const CITY: &str = "31.75";
const ANNOUNCED_ON: Date = date(2020, 8, 3);
const ASKED_ON: Date = date(2020, 8, 18);
const DAYS: [Date; 4] = [date(2020, 8, 24), date(2020, 8, 25), date(2020, 8, 26), ENDED_ON];
/// Its last day.
pub(super) const ENDED_ON: Date = date(2020, 8, 27);
const MINISTRY: &str = "Kementerian Perindustrian";
/// A trade's code, the title of its class, and the kind of business that comes.
const TRADES: [(&str, &str, BusinessType); 5] = [
    ("furnitur-kayu", "Bimtek furnitur kayu", Kerajinan),
    ("makanan-ringan", "Bimtek makanan ringan", Kuliner),
    ("pakaian-jadi", "Bimtek pakaian jadi", Fesyen),
    ("servis-ac", "Bimtek servis AC", Jasa),
    ("bengkel-motor", "Bimtek bengkel sepeda motor", Jasa),
];

/// Registers the people, announces a class for each trade, invites them and gives them their places.
pub(super) fn tell(app: &App, seed: u64, first: u64) -> Result<Told, Problem> {
    let agency = Agency::parse(AGENCY).map_err(|_| unknown(AGENCY))?;
    let files = files(app, seed, first, agency)?;
    let officer = app.operator();
    app.change_now(move |tx, house| {
        let at = |day: Date| asking(house, &officer, Instant::start_of(day));
        let mut members: Vec<Vec<MemberId>> = vec![Vec::new(); TRADES.len()];
        for (index, file) in files.iter().enumerate() {
            let member = write::register(tx, house, &officer, file)?;
            if let Some(of_trade) = members.get_mut(index % TRADES.len()) {
                of_trade.push(member);
            }
        }
        for (room, ((trade, title, _), members)) in (1..).zip(TRADES.iter().zip(&members)) {
            let form = class(trade, title, room, members.len());
            let done = classes::announce(tx, house, &at(ANNOUNCED_ON), &form)?;
            fill(tx, house, done.event.class, members, at)?;
        }
        Ok(Told { members: files.len() as u64, services: 0 })
    })
}

/// Invites everybody and gives them places.
fn fill(
    tx: &mut Change<'_>,
    house: &House,
    class: ClassId,
    members: &[MemberId],
    at: impl Fn(Date) -> Asking,
) -> Result<(), Problem> {
    places::invite(tx, house, &at(ANNOUNCED_ON), class, members, "")?;
    for member in members {
        places::ask(tx, house, &at(ASKED_ON), class, *member, &Wish::default())?;
    }
    Ok(())
}

/// Twelve people of each kecamatan, by turns of each trade.
fn files(app: &App, seed: u64, first: u64, agency: Agency) -> Result<Vec<File>, Problem> {
    let everywhere = kelurahan(app, CITY)?;
    let mut kecamatan: Vec<RegionCode> =
        everywhere.iter().filter_map(|it| it.kecamatan()).collect();
    kecamatan.dedup();
    let of_each = PEOPLE / kecamatan.len().max(1);
    let file = |index: usize| {
        let mut chance = Chance::of(seed, MARK, index as u64);
        let around = kecamatan.get(index / of_each.max(1))?;
        let near: Vec<_> = everywhere.iter().copied().filter(|it| it.within(around)).collect();
        let on = chance.day(date(2020, 1, 6), date(2020, 7, 31));
        let area = chance.pick(&near)?;
        let mut form = Coming { number: first + index as u64, agency, area, on }.form(&mut chance);
        let (_, _, business_type) = TRADES.get(index % TRADES.len())?;
        business_type.word().clone_into(&mut form.business_type);
        Some(File { form, on, services: Vec::new() })
    };
    Ok((0..PEOPLE).filter_map(file).collect())
}

fn class(trade: &str, title: &str, room: u8, seats: usize) -> ClassForm {
    let organiser = OrganiserForm {
        kind: OrganiserKind::Ministry.word().to_owned(),
        name: MINISTRY.to_owned(),
        agency: String::new(),
    };
    let trainer = TrainerForm { name: teacher(trade), account: String::new() };
    ClassForm {
        kind: Some(ClassKind::Workshop.word().to_owned()),
        title: Some(title.to_owned()),
        trade: Some(trade.to_owned()),
        agency: Some(AGENCY.to_owned()),
        area: Some(CITY.to_owned()),
        place: Some(format!("Balai latihan Jakarta Timur, ruang {room}")),
        capacity: Some(seats.to_string()),
        closes_on: Some("2020-08-21".to_owned()),
        organisers: Some(vec![organiser]),
        trainers: Some(vec![trainer]),
        sessions: Some((0..).zip(DAYS).map(session).collect()),
        ..ClassForm::default()
    }
}

/// The first day is theory, the others are practice.
fn session((index, day): (usize, Date)) -> SessionForm {
    let (mode, topic) = match index {
        0 => (SessionMode::Theory, "Bahan, alat, dan keselamatan kerja"),
        1 => (SessionMode::Practice, "Mengerjakan contoh"),
        2 => (SessionMode::Practice, "Mengerjakan sendiri"),
        _ => (SessionMode::Practice, "Mutu, harga, dan kemasan"),
    };
    SessionForm {
        held_on: day.to_string(),
        starts: "08:30".to_owned(),
        ends: "15:30".to_owned(),
        mode: mode.word().to_owned(),
        topic: topic.to_owned(),
        ..SessionForm::default()
    }
}
