//! The demonstration programme: people who never lived, and figures that were published.
mod accounts;
mod books;
mod chance;
mod curation;
mod names;
mod products;
mod province;
mod referrals;
mod resident;
mod scene;
mod targets;
mod upcoming;
mod workshop;
mod write;
mod year_plan;

pub use accounts::{SignIn, accounts};

use crate::{App, House, Problem, journal::Asking, staff::Officer};
use jiff::civil::date;
use province::Crowd;
use resident::Resident;
use rules::{ActId, Agency, Date, Instant, Level, RegionCode};
use scene::{Scene, WEST_JAKARTA};
use std::sync::Arc;

/// How large the demonstration is, and which chance it follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo {
    /// Fewer than the published scene: so many people of West Jakarta alone. As many: the published
    /// scenes. More: the whole province, with so many persons as at 2 March 2021.
    pub members: u64,
    /// The same seed tells the same story.
    pub seed: u64,
}

impl Default for Demo {
    fn default() -> Self {
        Self { members: WEST_JAKARTA as u64, seed: 2022 }
    }
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Registrations, each agency's for itself.
    pub members: u64,
    /// Services, those taken back included.
    pub services: u64,
}

/// So many came to the agencies of West Jakarta in the year before the published one.
const YEAR_BEFORE: usize = 300;

/// Writes the demonstration into an empty programme, through the same acts as everybody. Blocks.
pub fn tell(
    app: &App,
    demo: Demo,
    telling: &mut dyn FnMut(&str, u64, u64),
) -> Result<Told, Problem> {
    if !is_empty(app) {
        return Err(Problem::Broken("the database is not empty: it has members".to_owned()));
    }
    let (residents, expected) = residents(app, demo)?;
    let mut told =
        write::all(app, residents, &mut |done| telling("members", done.min(expected), expected))?;
    if demo.members >= WEST_JAKARTA as u64 && app.house.today() > workshop::ENDED_ON {
        told.add(workshop::tell(app, demo.seed, expected)?);
    }
    upcoming::tell(app)?;
    year_plan::lay_out(app)?;
    targets::set(app)?;
    books::keep(app)?;
    referrals::refer(app)?;
    products::show(app)?;
    curation::curate(app)?;
    Ok(told)
}

/// Whether nobody is registered yet.
pub fn is_empty(app: &App) -> bool {
    app.house.board().figures.members() == 0
}

type Everyone = Box<dyn Iterator<Item = Resident> + Send>;

fn residents(app: &App, demo: Demo) -> Result<(Everyone, u64), Problem> {
    let agency = |code| Agency::parse(code).map_err(|_| unknown(code));
    let (ppkukm, ppapp) = (agency("ppkukm")?, agency("ppapp")?);
    let west = kelurahan(app, "31.73")?;
    let everywhere = kelurahan(app, "31")?;
    let persons = usize::try_from(demo.members).unwrap_or(usize::MAX).min(WEST_JAKARTA);
    let scene = Scene::west_jakarta(ppkukm, west.clone(), persons);
    if persons < WEST_JAKARTA {
        let scene = Scene { after: 0, ..scene };
        return Ok((Box::new(scene.residents(demo.seed, 0)), demo.members));
    }
    let before = Scene::year_before(ppkukm, west, YEAR_BEFORE);
    let other = Scene::ppapp(ppapp, everywhere.clone());
    let at_workshop = workshop::PEOPLE as u64;
    let by = |day: Date| other.registered_by(demo.seed, day) + at_workshop;
    let crowd = Crowd::of(demo.members, by(province::REACHED_ON), by(province::TOTAL_ON));
    let starts = [scene.len(), before.len(), other.len()].map(|length| length as u64);
    let [first, second, third] = starts;
    let expected = first + second + third + crowd.len();
    let scenes = scene.residents(demo.seed, 0).chain(before.residents(demo.seed, first));
    let scenes = scenes.chain(other.residents(demo.seed, first + second));
    let crowd = crowd.residents(demo.seed, first + second + third, everywhere);
    Ok((Box::new(scenes.chain(crowd)), expected))
}

/// Every kelurahan within an area.
fn kelurahan(app: &App, area: &str) -> Result<Vec<RegionCode>, Problem> {
    let area = RegionCode::parse(area).map_err(|_| unknown(area))?;
    let today = app.house.today();
    let valid = app.house.regions.valid_on(today.max(date(2022, 6, 22)));
    let codes = valid.map(|region| region.code);
    Ok(codes.filter(|code| code.level() == Level::Kelurahan && code.within(&area)).collect())
}

/// Asks for an act at a time.
fn asking(house: &House, officer: &Arc<Officer>, at: Instant) -> Asking {
    let act_id = ActId(house.new_id());
    Asking { officer: officer.clone(), at, made_at: None, act_id, asked: None }
}

fn unknown(code: &str) -> Problem {
    Problem::Broken(format!("the programme does not know {code}"))
}
