//! The question of one group.
use super::{Asked, By};
use crate::reports::Key;
use rules::{Agency, Date, RegionCode};

impl Asked {
    /// This question narrowed to a group; none where the group holds those of whom it is not known.
    pub fn narrowed(&self, key: &[Key]) -> Option<Self> {
        let whole = Self { by: Vec::new(), ..self.clone() };
        key.iter().try_fold(whole, |asked, key| {
            asked.one(By::of_word(key.dimension)?, key.code.as_deref()?)
        })
    }

    fn one(mut self, by: By, code: &str) -> Option<Self> {
        match by {
            By::City | By::Kecamatan | By::Kelurahan => {
                let group: RegionCode = code.parse().ok()?;
                // A question about a kelurahan, grouped by city, stays with the kelurahan.
                let narrower = self.area.filter(|own| own.within(&group));
                self.area = Some(narrower.unwrap_or(group));
            }
            By::Agency => self.agency = Some(Agency::parse(code).ok()?),
            By::Mentor => self.mentor = Some(code.parse().ok()?),
            By::Year => {
                let first: Date = format!("{code}-01-01").parse().ok()?;
                let last: Date = format!("{code}-12-31").parse().ok()?;
                self.registered_from = self.registered_from.max(Some(first));
                self.registered_to = Some(self.registered_to.map_or(last, |own| own.min(last)));
            }
        }
        Some(self)
    }
}
