//! The catalogue in memory, opened once and looked through by every visitor.
use super::badges::{self, Badge};
use crate::{
    House, Problem, curations,
    products::{self, Shown},
};
use db::{Position, Tx};
use rules::{Date, FileId, Instant, ProductId, RegionCode, marketing::Category};
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

/// So many products stand on a page.
pub const A_PAGE: usize = 24;
/// After so long permits and erased people are looked at anew, in microseconds; what a seller does shows at once.
const FRESH: i64 = 60_000_000;

/// A product as everybody sees it.
#[derive(Clone, Debug)]
pub struct Item {
    /// What the seller shows.
    pub shown: Shown,
    /// The kecamatan's name.
    pub place: String,
    /// What the seller's permits say.
    pub badges: Vec<Badge>,
    /// The grade of its latest curation, where that passed.
    pub grade: Option<String>,
    /// What is searched.
    words: String,
}

impl Item {
    /// Its address.
    pub fn id(&self) -> ProductId {
        self.shown.row.id
    }

    /// Where it came into the catalogue; the order of the pages.
    pub fn position(&self) -> Position {
        self.shown.row.published_at_position.unwrap_or_default()
    }

    /// The photo that stands for it: its file, width and height.
    pub fn photo(&self) -> Option<(FileId, i64, i64)> {
        self.shown.photos.first().map(|it| (it.file, it.width, it.height))
    }
}

/// Everything in the catalogue, the newest first.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The products.
    pub items: Vec<Item>,
    /// The kecamatan in which there are any, by name.
    pub places: BTreeSet<(String, RegionCode)>,
    last_change: Option<Position>,
    day: Option<Date>,
    read_at: Option<Instant>,
}

/// What a visitor looks for.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Words that all are in it.
    pub words: String,
    /// Of this category alone.
    pub category: Option<Category>,
    /// Of this kecamatan alone.
    pub kecamatan: Option<RegionCode>,
    /// Where the page before ended.
    pub after: Option<Position>,
}

/// Where a process keeps its shelf.
#[derive(Debug, Default)]
pub struct Kept(Mutex<Arc<Shelf>>);

/// The catalogue as it is now; read anew only where something changed.
pub fn on_shelf(tx: &mut Tx<'_>, house: &House) -> Result<Arc<Shelf>, Problem> {
    let (last_change, now) = (products::last_change(tx)?, house.now());
    let mut kept = house.shelf.0.lock().unwrap_or_else(PoisonError::into_inner);
    if !kept.is_as_of(last_change, now) {
        *kept = Arc::new(Shelf::read(tx, house, last_change, now)?);
    }
    Ok(kept.clone())
}

impl Shelf {
    fn is_as_of(&self, last_change: Option<Position>, now: Instant) -> bool {
        let young = self.read_at.is_some_and(|at| (0..FRESH).contains(&(now.0 - at.0)));
        young && self.last_change == last_change && self.day == Some(now.date())
    }

    fn read(
        tx: &mut Tx<'_>,
        house: &House,
        last_change: Option<Position>,
        now: Instant,
    ) -> Result<Self, Problem> {
        let (day, mut items) = (now.date(), Vec::new());
        for shown in products::shown(tx, house)? {
            let place = house.region_name(shown.kecamatan);
            let badges = badges::on(tx, shown.member, day)?;
            let grade = curations::grade_of(tx, shown.row.id)?.filter(|(_, passes)| *passes);
            let grade = grade.map(|(grade, _)| grade);
            let labels = badges.iter().map(|it| it.label());
            let about = [shown.told.name.as_str(), &shown.told.text, &place];
            let words = about.into_iter().chain(labels).collect::<Vec<_>>().join(" ");
            items.push(Item { words: words.to_lowercase(), shown, place, badges, grade });
        }
        let places = items.iter().map(|it| (it.place.clone(), it.shown.kecamatan)).collect();
        Ok(Self { items, places, last_change, day: Some(day), read_at: Some(now) })
    }

    /// What is sought, a page of it, and where the next page begins; with how many there are in all.
    pub fn page(&self, sought: &Sought) -> (Vec<&Item>, Option<Position>, usize) {
        let words = sought.words.to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let fits = |it: &&Item| {
            sought.category.is_none_or(|category| it.shown.row.category == category)
                && sought.kecamatan.is_none_or(|place| it.shown.kecamatan == place)
                && words.iter().all(|word| it.words.contains(word))
        };
        let all: Vec<&Item> = self.items.iter().filter(fits).collect();
        let total = all.len();
        let rest = all.into_iter();
        let before = sought.after.unwrap_or(Position::MAX);
        let mut page: Vec<&Item> =
            rest.filter(|it| it.position() < before).take(A_PAGE + 1).collect();
        let more = page.len() > A_PAGE;
        page.truncate(A_PAGE);
        let next = page.last().filter(|_| more).map(|it| it.position());
        (page, next, total)
    }

    /// One product.
    pub fn item(&self, id: ProductId) -> Option<&Item> {
        self.items.iter().find(|it| it.id() == id)
    }
}
