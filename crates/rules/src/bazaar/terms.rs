//! What a bazaar offers and to whom: its tents, its days, and whether outsiders may come (BR-26).

use crate::worded::worded;
use jiff::{Span, civil::Date};

worded! {
    /// Where a bazaar is held.
    named => Kind {
        /// At a place, in tents.
        OnSite = "on_site", "Di tempat", "On site", "offline", "luring";
        /// On the network; everybody who asks is in.
        Online = "online", "Daring", "Online";
    }
}

worded! {
    /// Whether somebody who is no member may have a stand.
    named => Outsiders {
        /// Members only.
        Never = "never", "Khusus anggota", "Members only";
        /// After every member who asked, while places remain.
        WhilePlacesRemain = "while_places_remain", "Bila masih ada tempat", "While places remain";
    }
}

/// How far back an earlier stand counts, in months before the first day of the bazaar; 1 or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window(pub u16);

impl Window {
    /// As delivered: a year.
    pub const USUAL: Self = Self(12);

    /// Whether a stand held on a day counts against whoever asks for a bazaar that begins on `first_on`.
    pub fn counts(self, held_on: Date, first_on: Date) -> bool {
        self.since(first_on) <= held_on && held_on < first_on
    }

    /// The first day that counts for a bazaar that begins on `first_on`.
    pub fn since(self, first_on: Date) -> Date {
        first_on.saturating_sub(Span::new().months(i64::from(self.0)))
    }
}

/// What was announced. A stand costs nothing, so there is no price here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Where it is held.
    pub kind: Kind,
    /// The first day of selling.
    pub first_on: Date,
    /// The last day of selling, the same or later.
    pub last_on: Date,
    /// The last day to ask, not after the first day of selling.
    pub closes_on: Date,
    /// How many tents; none on the network.
    pub tents: u32,
    /// How many sellers share one.
    pub stands_a_tent: u16,
    /// Who else may come.
    pub outsiders: Outsiders,
    /// How far back earlier stands count.
    pub window: Window,
}

impl Terms {
    /// Two sellers share a tent, as delivered.
    pub const STANDS_A_TENT: u16 = 2;
    /// A bazaar lasts no longer than so many days.
    pub const LONGEST_DAYS: i32 = 92;
    /// No bazaar has more stands: a slip of the hand, not a plan.
    pub const MOST_STANDS: u32 = 20_000;

    /// How many sellers find a place; on the network, everybody who asks does.
    pub fn stands(&self) -> u32 {
        match self.kind {
            Kind::OnSite => self.tents.saturating_mul(u32::from(self.stands_a_tent)),
            Kind::Online => u32::MAX,
        }
    }

    /// Whether its stands are few and so are drawn.
    pub const fn has_stands(&self) -> bool {
        matches!(self.kind, Kind::OnSite)
    }

    /// Whether it may be announced so.
    ///
    /// # Errors
    /// Refused where its days are out of order or too many, or its stands none or too many.
    pub fn may_announce(&self) -> Result<(), Refused> {
        let days = self.first_on.until(self.last_on).map_or(i32::MAX, |span| span.get_days());
        if self.last_on < self.first_on || self.closes_on > self.first_on {
            return Err(Refused::DaysOutOfOrder);
        }
        if days >= Self::LONGEST_DAYS {
            return Err(Refused::TooManyDays);
        }
        if self.window.0 == 0 {
            return Err(Refused::NoWindow);
        }
        match (self.kind, self.stands()) {
            (Kind::Online, _) if self.tents > 0 => Err(Refused::TentsOnline),
            (Kind::OnSite, 0) => Err(Refused::NoStands),
            (Kind::OnSite, stands) if stands > Self::MOST_STANDS => Err(Refused::TooManyStands),
            (Kind::Online | Kind::OnSite, _) => Ok(()),
        }
    }

    /// Whether somebody may ask for a stand today.
    ///
    /// # Errors
    /// Refused after the last day to ask, after the draw, twice, or where outsiders never come.
    pub fn may_ask(&self, asking: Asking, today: Date) -> Result<(), Refused> {
        if asking.has_asked {
            return Err(Refused::AskedBefore);
        }
        if asking.is_drawn || today > self.closes_on {
            return Err(Refused::Closed);
        }
        match (asking.is_member, self.outsiders) {
            (true, Outsiders::Never | Outsiders::WhilePlacesRemain)
            | (false, Outsiders::WhilePlacesRemain) => Ok(()),
            (false, Outsiders::Never) => Err(Refused::MembersOnly),
        }
    }

    /// Whether the stands may be drawn today: not while somebody may still ask.
    ///
    /// # Errors
    /// Refused before the last day to ask is over, or when they were drawn before.
    pub fn may_draw(&self, is_drawn: bool, today: Date) -> Result<(), Refused> {
        if !self.has_stands() {
            return Err(Refused::NothingToDraw);
        }
        if is_drawn {
            return Err(Refused::DrawnBefore);
        }
        if today <= self.closes_on { Err(Refused::StillOpen) } else { Ok(()) }
    }

    /// Whether attendance and sales may be told of a day: a day of the bazaar that has come.
    ///
    /// # Errors
    /// Refused for other days and for days to come.
    pub fn may_tell(&self, day: Date, today: Date) -> Result<(), Refused> {
        if day < self.first_on || self.last_on < day {
            return Err(Refused::NoDayOfIt);
        }
        if day > today { Err(Refused::DayToCome) } else { Ok(()) }
    }
}

/// What is known of somebody who asks for a stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asking {
    /// Whether a member, and not an outsider.
    pub is_member: bool,
    /// Whether an application of theirs stands.
    pub has_asked: bool,
    /// Whether the stands are drawn.
    pub is_drawn: bool,
}

/// Why a bazaar says no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{self:?}")]
pub enum Refused {
    /// It ends before it begins, or one may ask after it began.
    DaysOutOfOrder,
    /// It lasts longer than a bazaar does.
    TooManyDays,
    /// Nobody would find a place.
    NoStands,
    /// More stands than any bazaar has.
    TooManyStands,
    /// Earlier stands would never count.
    NoWindow,
    /// The last day to ask is over, or the stands are drawn.
    Closed,
    /// They asked already.
    AskedBefore,
    /// Outsiders never come.
    MembersOnly,
    /// One may still ask, so nothing is drawn.
    StillOpen,
    /// A draw is made once.
    DrawnBefore,
    /// Not a day of this bazaar.
    NoDayOfIt,
    /// The day has not come.
    DayToCome,
    /// A bazaar on the network has no tents.
    TentsOnline,
    /// On the network everybody who asks is in, so nothing is drawn.
    NothingToDraw,
    /// It was called off.
    CalledOff,
    /// They gave it up already.
    GivenUp,
    /// They have no stand: not drawn yet, waiting, or given up.
    NoStand,
}

impl Refused {
    /// The stable slug of this reason, for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DaysOutOfOrder => "days-out-of-order",
            Self::TooManyDays => "too-many-days",
            Self::NoStands => "no-stands",
            Self::TooManyStands => "too-many-stands",
            Self::NoWindow => "no-window",
            Self::Closed => "bazaar-closed",
            Self::AskedBefore => "asked-before",
            Self::MembersOnly => "members-only",
            Self::StillOpen => "still-open",
            Self::DrawnBefore => "drawn-before",
            Self::NoDayOfIt => "no-day-of-it",
            Self::DayToCome => "day-to-come",
            Self::TentsOnline => "tents-online",
            Self::NothingToDraw => "nothing-to-draw",
            Self::CalledOff => "called-off",
            Self::GivenUp => "given-up",
            Self::NoStand => "no-stand",
        }
    }
}
