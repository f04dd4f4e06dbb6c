//! What is announced of a bazaar.
use rules::{
    Agency, Date, RegionCode,
    bazaar::{Kind, Outsiders, Terms, Window},
    marketing::bazaar::Ground,
};
use serde::{Deserialize, Serialize};

/// All that is announced of a bazaar; what was configured on that day stays with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announced {
    /// What it is called.
    pub title: String,
    /// On site, or on the network.
    pub kind: Kind,
    /// The agency that holds it.
    pub agency: Agency,
    /// From a kelurahan to the city.
    pub area: RegionCode,
    /// The place, or the address on the network.
    pub place: String,
    /// The first day of selling.
    pub first_on: Date,
    /// The last.
    pub last_on: Date,
    /// The last day to ask.
    pub closes_on: Date,
    /// How many tents; none on the network.
    pub tents: u32,
    /// How many sellers share a tent.
    pub stands_a_tent: u16,
    /// Who else may come.
    pub outsiders: Outsiders,
    /// For how many months earlier stands count.
    pub window_months: u16,
    /// What makes taking part the marketing service.
    pub ground: Ground,
}

impl Announced {
    /// What the rules decide by.
    pub const fn terms(&self) -> Terms {
        Terms {
            kind: self.kind,
            first_on: self.first_on,
            last_on: self.last_on,
            closes_on: self.closes_on,
            tents: self.tents,
            stands_a_tent: self.stands_a_tent,
            outsiders: self.outsiders,
            window: Window(self.window_months),
        }
    }

    /// Its days of selling, at most as many as a bazaar lasts.
    pub fn days(&self) -> Vec<Date> {
        let each = self.first_on.series(jiff::Span::new().days(1));
        each.take_while(|day| *day <= self.last_on).collect()
    }
}
