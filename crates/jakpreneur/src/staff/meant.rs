//! Whose and where something that an officer announces is: their own where they say nothing, else within scope.
use super::Officer;
use crate::{Code, House};
use rules::{Agency, RegionCode};

impl Officer {
    /// The agency an officer types; their own where empty. Refused where it is unknown or out of scope.
    pub fn agency_meant(&self, house: &House, typed: &str) -> Result<Agency, Code> {
        if typed.trim().is_empty() {
            return self.scope.agency().copied().ok_or(Code::Empty);
        }
        let agency = Agency::parse(typed).map_err(|_| Code::Agency)?;
        if !house.knows(&agency) {
            return Err(Code::Agency);
        }
        if self.scope.covers_agency(&agency) { Ok(agency) } else { Err(Code::OutsideScope) }
    }

    /// The area an officer types by its code; their own where empty. Refused where it is unknown or out of scope.
    pub fn area_meant(&self, house: &House, typed: &str) -> Result<RegionCode, Code> {
        let own = self.scope.area();
        if typed.trim().is_empty() {
            return own.ok_or(Code::Empty);
        }
        let area: RegionCode = typed.trim().parse().map_err(|_| Code::Region)?;
        if house.regions.get(area).is_none() {
            return Err(Code::Region);
        }
        if own.is_none_or(|own| area.within(&own)) { Ok(area) } else { Err(Code::OutsideScope) }
    }
}
