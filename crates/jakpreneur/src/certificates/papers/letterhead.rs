//! Whose paper it is.
use crate::House;
use rules::{Agency, RegionCode};

/// The programme, the agency, and where.
pub fn letterhead(house: &House, agency: &Agency, area: RegionCode) -> Vec<String> {
    vec![
        "Pengembangan Kewirausahaan Terpadu (JakPreneur)".to_owned(),
        house.agency_name(agency),
        place(house, area),
    ]
}

/// `Kecamatan Cakung, Kota Jakarta Timur`: from the kecamatan up to the city.
pub(super) fn place(house: &House, area: RegionCode) -> String {
    let kecamatan = area.kecamatan().map(|code| format!("Kecamatan {}", house.region_name(code)));
    let city = area.city().map(|code| house.region_name(code));
    let names: Vec<String> = kecamatan.into_iter().chain(city).collect();
    if names.is_empty() { house.region_name(area) } else { names.join(", ") }
}
