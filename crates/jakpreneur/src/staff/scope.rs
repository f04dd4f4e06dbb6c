//! Whom an officer may see: every list, count, look-up, export and figure takes this.
use rules::{Agency, RegionCode};

/// A reach: one agency or all, one area or all. Made from an account only, so that a query without
/// somebody's scope cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    agency: Option<Agency>,
    area: Option<RegionCode>,
    nowhere: bool,
}

/// The scope as text bounds for SQL: `agency between $a and $b and office between $c and $d`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The lowest agency code.
    pub agency_low: String,
    /// The highest.
    pub agency_high: String,
    /// The lowest office code.
    pub office_low: String,
    /// The highest.
    pub office_high: String,
}

/// After every code: codes are ASCII letters, digits, `_` and `.`.
const AFTER_ALL: &str = "~";

impl Scope {
    pub(in crate::staff) fn new(agency: Option<Agency>, area: Option<RegionCode>) -> Self {
        Self { agency, area, nowhere: false }
    }

    /// A reach of nothing: whoever sees no record by agency and area.
    pub(in crate::staff) const fn nowhere() -> Self {
        Self { agency: None, area: None, nowhere: true }
    }

    /// The one agency this scope reaches, if it is narrowed to one.
    pub fn agency(&self) -> Option<&Agency> {
        self.agency.as_ref()
    }

    /// The one area this scope reaches, if it is narrowed to one.
    pub fn area(&self) -> Option<RegionCode> {
        self.area
    }

    /// Whether records of this agency and office are within.
    pub fn covers(&self, agency: &Agency, office: RegionCode) -> bool {
        self.covers_agency(agency) && self.area.is_none_or(|area| office.within(&area))
    }

    /// Whether records of this agency are within.
    pub fn covers_agency(&self, agency: &Agency) -> bool {
        !self.nowhere && self.agency.as_ref().is_none_or(|own| own == agency)
    }

    /// Whether `other` reaches nothing that this scope does not.
    pub fn contains(&self, other: &Scope) -> bool {
        let agency = self.agency.is_none() || self.agency == other.agency;
        let area = match (self.area, other.area) {
            (None, _) => true,
            (Some(own), Some(asked)) => asked.within(&own),
            (Some(_), None) => false,
        };
        !self.nowhere && agency && area
    }

    /// The part of this scope that is of one agency and one area, where they are named; none where they reach
    /// outside.
    pub fn narrowed(&self, agency: Option<Agency>, area: Option<RegionCode>) -> Option<Self> {
        let part = Self::new(agency.or(self.agency), area.or(self.area));
        self.contains(&part).then_some(part)
    }

    /// As bounds for SQL.
    pub fn bounds(&self) -> Bounds {
        if self.nowhere {
            // Nothing lies between a later code and an earlier one.
            let (low, high) = (AFTER_ALL.to_owned(), String::new());
            return Bounds {
                agency_low: low.clone(),
                agency_high: high.clone(),
                office_low: low,
                office_high: high,
            };
        }
        let (agency_low, agency_high) = match &self.agency {
            Some(agency) => (agency.to_string(), agency.to_string()),
            None => (String::new(), AFTER_ALL.to_owned()),
        };
        let (office_low, office_high) = match self.area {
            Some(area) => (area.to_string(), format!("{area}{AFTER_ALL}")),
            None => (String::new(), AFTER_ALL.to_owned()),
        };
        Bounds { agency_low, agency_high, office_low, office_high }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    use super::*;

    fn scope(agency: Option<&str>, area: Option<&str>) -> Scope {
        Scope::new(
            agency.map(|code| Agency::parse(code).expect("an agency")),
            area.map(|code| code.parse().expect("a region")),
        )
    }

    #[test]
    fn the_bounds_hold_exactly_what_the_scope_covers() {
        let scope = scope(Some("ppapp"), Some("31.73"));
        let bounds = scope.bounds();
        for (agency, office) in [
            ("ppapp", "31.73.05"),
            ("ppapp", "31.74.01"),
            ("ppkukm", "31.73.05"),
            ("ppapp", "31.73"),
        ] {
            let within = bounds.agency_low.as_str() <= agency
                && agency <= bounds.agency_high.as_str()
                && bounds.office_low.as_str() <= office
                && office <= bounds.office_high.as_str();
            let agency = Agency::parse(agency).expect("an agency");
            assert_eq!(within, scope.covers(&agency, office.parse().expect("a region")));
        }
    }

    #[test]
    fn a_narrower_scope_is_contained_and_never_a_wider_one() {
        let city = scope(Some("ppkukm"), Some("31.73"));
        let kecamatan = scope(Some("ppkukm"), Some("31.73.05"));
        assert!(city.contains(&kecamatan));
        assert!(!kecamatan.contains(&city));
        assert!(!city.contains(&scope(None, Some("31.73.05"))));
        assert!(scope(None, None).contains(&city));
    }
}
