//! The published targets: the five years' 200.000, an agency's 12.120, the 43.000 to train in 2020, and 2.460
//! beside 44 times 60.
use super::unknown;
use crate::{
    App, Problem,
    journal::Asking,
    targets::{self, Draft},
};
use rules::{
    ActId, Agency, Level, RegionCode,
    targets::{CountingRule, Indicator, Period},
};

/// What each mentor of a kecamatan was to reach in 2022.
const OF_EACH_KECAMATAN: u64 = 60;

type Published = (Indicator, &'static str, &'static str, Period, CountingRule, u64, &'static str);
const PUBLISHED: [Published; 5] = [
    (
        Indicator::Registered,
        "",
        "31",
        Period::Years(2018, 2022),
        CountingRule::Cumulative,
        200_000,
        "RPJMD 2017–2022",
    ),
    (
        Indicator::Registered,
        "ppapp",
        "31",
        Period::Years(2018, 2022),
        CountingRule::Cumulative,
        12_120,
        "Target Dinas PPAPP sampai 2022",
    ),
    (
        Indicator::Trained,
        "ppkukm",
        "31",
        Period::Year(2020),
        CountingRule::FirstReached,
        43_000,
        "Rencana pelatihan 2020",
    ),
    (
        Indicator::Registered,
        "ppapp",
        "31",
        Period::Year(2022),
        CountingRule::FirstReached,
        2_460,
        "Target Dinas PPAPP 2022",
    ),
    // Nobody told what it rests on; the board of data quality shows it.
    (Indicator::Registered, "ppkukm", "31.73", Period::Year(2022), CountingRule::Cohort, 4_000, ""),
];

/// Sets the targets.
pub(super) fn set(app: &App) -> Result<(), Problem> {
    let mut drafts = Vec::new();
    for published in PUBLISHED {
        drafts.push(draft(published)?);
    }
    let kecamatan = app.house.regions.all().iter().map(|region| region.code);
    let kecamatan = kecamatan.filter(|code| code.level() == Level::Kecamatan);
    let whole = drafts.get(3).cloned();
    drafts.extend(kecamatan.filter_map(|area| {
        let basis = "44 pendamping, masing-masing 60 orang".to_owned();
        Some(Draft { area, target: OF_EACH_KECAMATAN, basis, ..whole.clone()? })
    }));
    let officer = app.operator();
    app.change_now(move |tx, house| {
        for draft in &drafts {
            let (act_id, at) = (ActId(house.new_id()), house.now());
            let asking =
                Asking { officer: officer.clone(), at, act_id, asked: None, made_at: None };
            targets::set(tx, house, &asking, draft)?;
        }
        Ok(())
    })
}

fn draft(
    (indicator, agency, area, period, rule, target, basis): Published,
) -> Result<Draft, Problem> {
    let of = |code: &str| Agency::parse(code).map_err(|_| unknown(code));
    let agency = if agency.is_empty() { None } else { Some(of(agency)?) };
    let area = RegionCode::parse(area).map_err(|_| unknown(area))?;
    Ok(Draft { indicator, agency, area, period, rule, target, basis: basis.to_owned() })
}
