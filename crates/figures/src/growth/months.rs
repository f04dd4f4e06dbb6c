//! All pages by month; pages where nothing was told are not there.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::page::{Cell, Page};
use crate::chunk::CHUNK;
use crate::column::memory_bytes;

/// January 2000.
const FIRST: u16 = 2000 * 12;

/// The months that can be measured: as far as days are counted.
pub(super) const POSSIBLE: RangeInclusive<u16> = FIRST..=2179 * 12 + 5;

/// The pages of each month since January 2000. Copies share pages until one of them writes.
#[derive(Debug, Clone, Default)]
pub(super) struct Months {
    pages: Vec<Vec<Option<Arc<Page>>>>,
}

impl Months {
    /// One page of a month.
    pub fn page(&self, month: u16, page: usize) -> Option<&Page> {
        let months = usize::from(month.checked_sub(FIRST)?);
        self.pages.get(months)?.get(page)?.as_deref()
    }

    /// What stands for a month of a business.
    pub fn cell(&self, business: u32, month: u16) -> Cell {
        let (page, at) = place(business);
        self.page(month, page).map_or(Cell::EMPTY, |page| page.cell(at))
    }

    /// Puts something there and gives what stood before; the month must be possible.
    pub fn replace(&mut self, business: u32, month: u16, cell: Cell) -> Cell {
        let (page, at) = place(business);
        let page = self.page_mut(usize::from(month.saturating_sub(FIRST)), page);
        let before = page.cell(at);
        page.set(at, cell);
        before
    }

    fn page_mut(&mut self, month: usize, page: usize) -> &mut Page {
        if self.pages.len() <= month {
            self.pages.resize_with(month + 1, Vec::new);
        }
        let pages = &mut self.pages[month];
        if pages.len() <= page {
            pages.resize(page + 1, None);
        }
        Arc::make_mut(pages[page].get_or_insert_with(|| Arc::new(Page::EMPTY)))
    }

    pub fn memory_bytes(&self) -> usize {
        let there = self.pages.iter().flatten().flatten().count() * size_of::<Page>();
        there + self.pages.iter().map(memory_bytes).sum::<usize>() + memory_bytes(&self.pages)
    }
}

/// The page of a business and its place there.
pub(super) fn place(business: u32) -> (usize, usize) {
    let index = business as usize;
    (index / CHUNK, index % CHUNK)
}
