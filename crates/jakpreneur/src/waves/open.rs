//! Opening a wave.
use super::rows;
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, Agency, Date, RegionCode, WaveId,
    licensing::{LicenceKind, WaveRefused, WaveTerms},
};
use serde::{Deserialize, Serialize};

/// A wave as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaveForm {
    /// A kind's code or name.
    pub kind: String,
    /// What it is called; empty: made from the kind and the day.
    pub title: String,
    /// So many permits; empty: as usual.
    pub quota: String,
    /// The agency that facilitates; empty: the officer's own.
    pub agency: String,
    /// For whom: a city, a kecamatan or the province.
    pub area: String,
    /// The first day of asking; empty: today.
    pub opens_on: String,
    /// The last day of asking.
    pub closes_on: String,
}

/// A wave was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveOpened {
    /// The wave.
    pub wave: WaveId,
    /// Permits of which kind.
    pub kind: LicenceKind,
    /// What it is called.
    pub title: String,
    /// So many permits.
    pub quota: u32,
    /// The agency that facilitates.
    pub agency: Agency,
    /// For whom.
    pub area: RegionCode,
    /// The first day of asking.
    pub opens_on: Date,
    /// The last.
    pub closes_on: Date,
}

impl Event for WaveOpened {
    const ACT: &'static str = "wave.open";
}

/// The longest title.
const LONGEST: usize = 120;

/// Opens a wave for an area of the officer's.
pub fn open(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    form: &WaveForm,
) -> Result<Done<WaveOpened>, Problem> {
    asking.officer.may(Act::ManageWaves)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let event = form.understand(house, asking)?;
    let done = journal::record(tx, asking, Some(event.wave.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl WaveForm {
    fn understand(&self, house: &House, asking: &Asking) -> Result<WaveOpened, Problem> {
        let mut wrong = Vec::new();
        let mut keep = |field, code| wrong.push(FieldError::new(field, code));
        let today = asking.at.date();
        let kind = house.permits().kind(&self.kind);
        if kind.is_none() {
            keep("kind", if self.kind.trim().is_empty() { Code::Empty } else { Code::Word });
        }
        let agency = asking
            .officer
            .agency_meant(house, &self.agency)
            .map_err(|code| keep("agency", code))
            .ok();
        let area =
            asking.officer.area_meant(house, &self.area).map_err(|code| keep("area", code)).ok();
        let opens_on = day(&self.opens_on, Some(today)).map_err(|code| keep("opens_on", code)).ok();
        let closes_on = day(&self.closes_on, None).map_err(|code| keep("closes_on", code)).ok();
        let quota = self.quota.trim();
        let usual = || house.permits().usual_quota(opens_on.unwrap_or(today));
        let quota = if quota.is_empty() { usual() } else { quota.parse().ok() };
        if quota.is_none() {
            keep("quota", Code::Number);
        }
        if self.title.chars().count() > LONGEST {
            keep("title", Code::Long);
        }
        let (Some(kind), Some(agency), Some(area), Some(opens_on), Some(closes_on), Some(quota)) =
            (kind, agency, area, opens_on, closes_on, quota)
        else {
            return Err(Problem::Invalid(wrong));
        };
        match WaveTerms::of(quota, opens_on, closes_on) {
            Ok(_) => {}
            Err(WaveRefused::Quota) => keep("quota", Code::Number),
            Err(WaveRefused::ClosesBeforeOpening) => keep("closes_on", Code::EndsBeforeStart),
        }
        if !wrong.is_empty() {
            return Err(Problem::Invalid(wrong));
        }
        let wave = WaveId(house.new_id());
        let title = self.title_of(house, kind, opens_on);
        Ok(WaveOpened { wave, kind, title, quota, agency, area, opens_on, closes_on })
    }

    fn title_of(&self, house: &House, kind: LicenceKind, opens_on: Date) -> String {
        let typed = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        if !typed.is_empty() {
            return typed;
        }
        let name = house.permits().kind_name(kind, crate::words::Lang::Id);
        let month = rules::date::month_words(opens_on.month());
        format!("{name}, {month} {}", opens_on.year())
    }
}

fn day(typed: &str, otherwise: Option<Date>) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return otherwise.ok_or(Code::Empty);
    }
    rules::date::parse_officer(typed).map_err(|_| Code::Date)
}

/// The row of a wave.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &WaveOpened) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp.position, event)?)
}
