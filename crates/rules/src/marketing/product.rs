//! A product of a member: what may stand in the catalogue.

use crate::{Rupiah, worded::worded};

worded! {
    /// What sort of thing a product is.
    named => Category {
        /// To eat.
        Food = "food", "Makanan", "Food", "kuliner";
        /// To drink.
        Drink = "drink", "Minuman", "Drink";
        /// To wear.
        Fashion = "fashion", "Fesyen", "Fashion", "fashion", "pakaian";
        /// Made by hand.
        Craft = "craft", "Kerajinan", "Craft", "kriya";
        /// Done for somebody.
        Services = "services", "Jasa", "Services";
        /// Anything else.
        Other = "other", "Lainnya", "Other";
    }
}

impl Category {
    /// Whether a halal certificate is asked for (BR-25).
    pub const fn is_food(self) -> bool {
        match self {
            Self::Food | Self::Drink => true,
            Self::Fashion | Self::Craft | Self::Services | Self::Other => false,
        }
    }
}

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;
/// The longest description, in characters.
pub const LONGEST_TEXT: usize = 1000;
/// The longest words about how to reach the seller, in characters.
pub const LONGEST_CONTACT: usize = 120;
/// The highest price, whole rupiah: more is a slip of the keyboard.
pub const HIGHEST: Rupiah = Rupiah(1_000_000_000);
/// So many photos at most.
pub const MOST_PHOTOS: usize = 4;

/// Why a product cannot be kept or shown; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// A price of nothing, or more than makes sense.
    #[error("price")]
    Price,
    /// Nobody is asked into the catalogue without saying yes.
    #[error("no-consent")]
    NoConsent,
    /// It is in the catalogue.
    #[error("published")]
    Published,
    /// It is not in the catalogue.
    #[error("not-published")]
    NotPublished,
    /// It has as many photos as are kept.
    #[error("photos-full")]
    PhotosFull,
    /// Not an address that a browser opens safely.
    #[error("listing-address")]
    ListingAddress,
    /// The address is not one of that marketplace.
    #[error("listing-elsewhere")]
    ListingElsewhere,
    /// The product stands at this address already.
    #[error("listing-there")]
    ListingThere,
    /// The listing is gone.
    #[error("listing-gone")]
    ListingGone,
    /// An officer has looked before that day.
    #[error("before-listing")]
    BeforeListing,
}

impl Refused {
    /// Every reason.
    pub const ALL: [Self; 10] = [
        Self::Price,
        Self::NoConsent,
        Self::Published,
        Self::NotPublished,
        Self::PhotosFull,
        Self::ListingAddress,
        Self::ListingElsewhere,
        Self::ListingThere,
        Self::ListingGone,
        Self::BeforeListing,
    ];

    /// The stable slug.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Price => "price",
            Self::NoConsent => "no-consent",
            Self::Published => "published",
            Self::NotPublished => "not-published",
            Self::PhotosFull => "photos-full",
            Self::ListingAddress => "listing-address",
            Self::ListingElsewhere => "listing-elsewhere",
            Self::ListingThere => "listing-there",
            Self::ListingGone => "listing-gone",
            Self::BeforeListing => "before-listing",
        }
    }
}

/// How far a product is, as the rules need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Described {
    /// Whether it is in the catalogue.
    pub published: bool,
    /// How many photos it has.
    pub photos: usize,
}

impl Described {
    /// Whether it may be shown to everybody; only with the seller's consent.
    pub const fn may_publish(self, consent: bool) -> Result<(), Refused> {
        if self.published {
            return Err(Refused::Published);
        }
        if consent { Ok(()) } else { Err(Refused::NoConsent) }
    }

    /// Whether it may be taken off the catalogue.
    pub const fn may_take_off(self) -> Result<(), Refused> {
        if self.published { Ok(()) } else { Err(Refused::NotPublished) }
    }

    /// Whether another photo is kept.
    pub const fn may_add_photo(self) -> Result<(), Refused> {
        if self.photos < MOST_PHOTOS { Ok(()) } else { Err(Refused::PhotosFull) }
    }
}

/// Whether something costs this.
pub fn may_cost(price: Rupiah) -> Result<(), Refused> {
    if price > Rupiah(0) && price <= HIGHEST { Ok(()) } else { Err(Refused::Price) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAFT: Described = Described { published: false, photos: 0 };

    #[test]
    fn nothing_is_shown_without_consent_and_nothing_twice() {
        assert_eq!(DRAFT.may_publish(false), Err(Refused::NoConsent));
        assert_eq!(DRAFT.may_publish(true), Ok(()));
        assert_eq!(DRAFT.may_take_off(), Err(Refused::NotPublished));
        let shown = Described { published: true, ..DRAFT };
        assert_eq!(shown.may_publish(true), Err(Refused::Published));
        assert_eq!(shown.may_take_off(), Ok(()));
    }

    #[test]
    fn a_price_is_above_nothing_and_below_a_slip() {
        assert_eq!(may_cost(Rupiah(0)), Err(Refused::Price));
        assert_eq!(may_cost(Rupiah(1)), Ok(()));
        assert_eq!(may_cost(HIGHEST), Ok(()));
        assert_eq!(may_cost(Rupiah(HIGHEST.0 + 1)), Err(Refused::Price));
    }

    #[test]
    fn four_photos_are_kept() {
        assert_eq!(Described { photos: 3, ..DRAFT }.may_add_photo(), Ok(()));
        assert_eq!(Described { photos: 4, ..DRAFT }.may_add_photo(), Err(Refused::PhotosFull));
    }

    #[test]
    fn food_and_drink_are_food() {
        let food = Category::ALL.map(Category::is_food);
        assert_eq!(food, [true, true, false, false, false, false]);
    }

    #[test]
    fn every_refusal_has_the_code_it_displays() {
        for refused in Refused::ALL {
            assert_eq!(refused.to_string(), refused.code());
        }
    }
}
