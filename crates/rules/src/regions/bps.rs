//! Codes of the statistics office for the same cities, used only on export (BR-49).

use crate::RegionCode;

/// The BPS code of a city or regency: 31.71 is Central Jakarta here and 3171 South Jakarta there.
pub fn bps_code(city: RegionCode) -> Option<&'static str> {
    match city.to_string().as_str() {
        "31.01" => Some("3101"),
        "31.71" => Some("3173"),
        "31.72" => Some("3175"),
        "31.73" => Some("3174"),
        "31.74" => Some("3171"),
        "31.75" => Some("3172"),
        _ => None,
    }
}
