//! What sellers told of their days. Nothing told is not nothing sold.

use crate::Rupiah;
use jiff::civil::Date;

/// Told of one seller and day; of several, the latest stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Whether they were there; none where nobody said.
    pub attended: Option<bool>,
    /// What they sold, none where nobody said. Nothing sold is zero rupiah.
    pub sold: Option<Rupiah>,
}

/// A day of a seller, as it stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SellingDay {
    /// The day.
    pub on: Date,
    /// What is told of it.
    pub told: Told,
}

/// What a bazaar comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Who had a stand.
    pub sellers: u32,
    /// Of them, who was there on a day or more.
    pub came: u32,
    /// Of them, who told the sales of a day or more; the turnover is theirs alone.
    pub told: u32,
    /// What they sold, none while nobody told.
    pub turnover: Option<Rupiah>,
}

/// The sums over sellers, each with the days that something is told of.
pub fn sums<'a>(sellers: impl IntoIterator<Item = &'a [SellingDay]>) -> Sums {
    let mut sums = Sums::default();
    for days in sellers {
        sums.sellers += 1;
        sums.came += u32::from(days.iter().any(|day| day.told.attended == Some(true)));
        let sold = days.iter().filter_map(|day| day.told.sold).map(|sold| sold.0);
        if let Some(sold) = sold.reduce(i64::saturating_add) {
            sums.told += 1;
            let before = sums.turnover.map_or(0, |turnover| turnover.0);
            sums.turnover = Some(Rupiah(before.saturating_add(sold)));
        }
    }
    sums
}
