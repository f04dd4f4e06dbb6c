//! Counting one more fact.

use super::Growth;
use super::fact::{Business, Fact, Measurement, Move, Place, Void};
use super::months::POSSIBLE;
use super::page::Cell;
use crate::broken::Broken;
use crate::days::NEVER;
use crate::question::UNMAPPED;

/// The first amount that is refused, so that sums of years fit.
const TOO_LARGE: u64 = 1 << 56;

impl Growth {
    /// Counts all facts, which must come in the order of their positions.
    pub fn load(facts: impl IntoIterator<Item = Fact>) -> Result<Self, Broken> {
        let mut growth = Self::new();
        for fact in facts {
            growth.apply(fact)?;
        }
        Ok(growth)
    }

    /// Counts the fact; a broken one changes nothing.
    pub fn apply(&mut self, fact: Fact) -> Result<(), Broken> {
        if self.position.is_some_and(|last| fact.position() < last) {
            return Err(Broken::OutOfOrder);
        }
        match fact {
            Fact::Business(business) => self.follow(&business)?,
            Fact::Move(moved) => self.move_to(&moved)?,
            Fact::Measurement(measurement) => self.measure(&measurement)?,
            Fact::Void(void) => self.void(void)?,
        }
        self.position = Some(fact.position());
        Ok(())
    }

    fn follow(&mut self, business: &Business) -> Result<(), Broken> {
        day_that_counts(business.registered_on)?;
        let is_taken = self.businesses.positions.values().last() == Some(&business.position);
        if is_taken {
            return Err(Broken::OutOfOrder);
        }
        if business.mentor == Some(UNMAPPED) {
            return Err(Broken::Overflow);
        }
        self.businesses.push(business);
        Ok(())
    }

    fn move_to(&mut self, moved: &Move) -> Result<(), Broken> {
        day_that_counts(moved.on)?;
        match moved.to {
            Place::Mentor(Some(UNMAPPED)) => return Err(Broken::Overflow),
            Place::Registered(day) => day_that_counts(day)?,
            Place::Area(_) | Place::Office(_) | Place::Mentor(_) => {}
        }
        let index = self.business(moved.business)?;
        self.businesses.move_to(index, moved);
        Ok(())
    }

    fn measure(&mut self, measurement: &Measurement) -> Result<(), Broken> {
        let Measurement { position, month, is_baseline, .. } = *measurement;
        let business = self.business(measurement.business)?;
        possible(measurement)?;
        let before = self.months.replace(business, month, Cell::of(measurement));
        self.log.note(position, business, month, before);
        let was_baseline = self.businesses.baseline[business as usize] == month;
        if is_baseline != was_baseline {
            self.mark(position, business, if is_baseline { month } else { NEVER });
        }
        Ok(())
    }

    fn void(&mut self, void: Void) -> Result<(), Broken> {
        let Void { position, month, .. } = void;
        let business = self.business(void.business)?;
        if self.months.cell(business, month) == Cell::EMPTY {
            return Err(Broken::NothingMeasured);
        }
        let before = self.months.replace(business, month, Cell::EMPTY);
        self.log.note(position, business, month, before);
        if self.businesses.baseline[business as usize] == month {
            self.mark(position, business, NEVER);
        }
        Ok(())
    }

    fn mark(&mut self, position: u32, business: u32, month: u16) {
        let baseline = &mut self.businesses.baseline[business as usize];
        self.log.note_baseline(position, business, *baseline);
        *baseline = month;
    }

    fn business(&self, position: u32) -> Result<u32, Broken> {
        self.businesses.positions.index_of(position).ok_or(Broken::UnknownMember)
    }
}

fn possible(measurement: &Measurement) -> Result<(), Broken> {
    day_that_counts(measurement.measured_on)?;
    if !POSSIBLE.contains(&measurement.month) {
        return Err(Broken::UnknownMonth);
    }
    let mut amounts = measurement.turnover.into_iter().chain(measurement.assets);
    let too_large = amounts.any(|amount| amount >= TOO_LARGE);
    if too_large || measurement.workers == Some(u32::MAX) { Err(Broken::Overflow) } else { Ok(()) }
}

fn day_that_counts(day: u16) -> Result<(), Broken> {
    if day == NEVER { Err(Broken::DayTooLate) } else { Ok(()) }
}
