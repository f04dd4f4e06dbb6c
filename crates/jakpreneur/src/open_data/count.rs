//! Counting all tables of one state of the records, and hiding over all of them together.
use super::{Cell, OpenRow, OpenTable, Publication, Table};
use crate::{
    House, Problem,
    reports::{self, By, Narrowing},
    staff::Officer,
};
use db::Position;
use rules::{
    BusinessType, Date, Level, RegionCode, Sex, StageKind,
    disclosure::{Published, SMALLEST},
    regions::bps_code,
};
use std::collections::HashMap;

const STAGES: usize = StageKind::ALL.len();
/// The province, in the codes of the ministry and of the statistics office alike.
const PROVINCE: &str = "31";

/// Counts of groups by their code; no code where it is not known.
type Counts = HashMap<Option<String>, [u64; STAGES]>;

/// A row whose numbers have their places among all that is published.
struct Placed {
    row: OpenRow,
    cells: [usize; STAGES],
}

/// Counts what is published as at a day, as known at a position that the board has come to.
pub(super) fn publish(
    house: &House,
    as_at: Date,
    known_at: Position,
) -> Result<Publication, Problem> {
    let counting = Counting { house, as_at, known_at };
    let whole = counting.whole()?;
    let mut published = Published::default();
    let province = place(&mut published, named("province", PROVINCE, "DKI Jakarta"), whole);
    let mut tables = Vec::new();
    for table in Table::ALL {
        let rows = counting.rows(&mut published, table, &province.cells)?;
        tables.push((table, rows));
    }
    let hidden = published.hidden(SMALLEST);
    let shown = |placed: &Placed| shown(placed, &published, &hidden);
    let table = |(table, rows): (Table, Vec<Placed>)| OpenTable {
        table,
        rows: std::iter::once(&province).chain(&rows).map(shown).collect(),
    };
    let tables = tables.into_iter().map(table).collect();
    Ok(Publication { as_at, known_at, settled: false, tables })
}

/// The state of the records that is counted.
struct Counting<'a> {
    house: &'a House,
    as_at: Date,
    known_at: Position,
}

impl Counting<'_> {
    fn asked(&self, by: Vec<By>) -> Result<reports::Answer, Problem> {
        let (as_at, known_at) = (Some(self.as_at), Some(self.known_at));
        let asked = Narrowing { as_at, known_at, by, ..Narrowing::default() };
        reports::answer(self.house, &Officer::public(), &asked, self.known_at)
    }

    fn whole(&self) -> Result<[u64; STAGES], Problem> {
        Ok(reached(&self.asked(Vec::new())?.rows))
    }

    fn counts(&self, by: By) -> Result<Counts, Problem> {
        let groups = self.asked(vec![by])?.groups.unwrap_or_default();
        let of = |group: reports::GroupAnswer| {
            let key = group.key.into_iter().next();
            (key.and_then(|key| key.code), reached(&group.rows))
        };
        Ok(groups.into_iter().map(of).collect())
    }

    /// A table's rows below the whole. A group of nobody has its row like any other: its absence would say
    /// what is hidden.
    fn rows(
        &self,
        published: &mut Published,
        table: Table,
        whole: &[usize; STAGES],
    ) -> Result<Vec<Placed>, Problem> {
        let counts = self.counts(table.by())?;
        match table {
            Table::StagesByArea => self.areas(published, &counts, whole),
            Table::StagesBySex => {
                let of = |it: &Sex| named("group", it.word(), it.label_id());
                Ok(groups(published, Sex::ALL.iter().map(of), &counts, whole))
            }
            Table::StagesByBusinessType => {
                let of = |it: &BusinessType| named("group", it.word(), it.label_id());
                Ok(groups(published, BusinessType::ALL.iter().map(of), &counts, whole))
            }
            Table::StagesByYear => {
                let years = counts.keys().flatten().filter_map(|year| year.parse::<i16>().ok());
                let first = years.min().unwrap_or_else(|| self.as_at.year());
                let of = |year: i16| named("group", &year.to_string(), &year.to_string());
                Ok(groups(published, (first..=self.as_at.year()).map(of), &counts, whole))
            }
        }
    }

    fn areas(
        &self,
        published: &mut Published,
        cities: &Counts,
        whole: &[usize; STAGES],
    ) -> Result<Vec<Placed>, Problem> {
        let kecamatan = self.counts(By::Kecamatan)?;
        let (mut rows, mut of_cities) = (Vec::new(), Vec::new());
        for city in self.inside(Level::City, None) {
            let placed = place(published, self.area("city", city), at(cities, Some(city)));
            let inside = self.inside(Level::Kecamatan, Some(city));
            let mut below = Vec::new();
            for code in inside {
                let row = self.area("kecamatan", code);
                below.push(place(published, row, at(&kecamatan, Some(code))));
            }
            add_up(published, &placed.cells, &below);
            of_cities.push(placed.cells);
            rows.push(placed);
            rows.extend(below);
        }
        add_up_cells(published, whole, &of_cities);
        Ok(rows)
    }

    fn inside(&self, level: Level, of: Option<RegionCode>) -> Vec<RegionCode> {
        let all = self.house.regions.all().iter().map(|region| region.code);
        let all = all.filter(|code| code.level() == level);
        let mut inside: Vec<_> = all.filter(|code| of.is_none_or(|of| code.within(&of))).collect();
        inside.dedup();
        inside
    }

    fn area(&self, level: &'static str, code: RegionCode) -> OpenRow {
        let name = self.house.region_name(code);
        let bps_code = bps_code(code).map(str::to_owned);
        OpenRow { bps_code, ..named(level, &code.to_string(), &name) }
    }
}

/// The groups of a whole, with one for those of whom it is not known.
fn groups(
    published: &mut Published,
    known: impl Iterator<Item = OpenRow>,
    counts: &Counts,
    whole: &[usize; STAGES],
) -> Vec<Placed> {
    let unknown = OpenRow { code: None, ..named("group", "", "Belum diketahui") };
    let count = |row: &OpenRow| counts.get(&row.code).copied().unwrap_or_default();
    let mut placed = Vec::new();
    for row in known.chain([unknown]) {
        let counts = count(&row);
        placed.push(place(published, row, counts));
    }
    add_up(published, whole, &placed);
    placed
}

fn named(level: &'static str, code: &str, label: &str) -> OpenRow {
    let bps_code = (level == "province").then(|| code.to_owned());
    let (code, label) = (Some(code.to_owned()), label.to_owned());
    OpenRow { level, code, bps_code, label, cells: Vec::new() }
}

fn at(counts: &Counts, code: Option<RegionCode>) -> [u64; STAGES] {
    counts.get(&code.map(|code| code.to_string())).copied().unwrap_or_default()
}

fn reached(rows: &[reports::StageRow]) -> [u64; STAGES] {
    StageKind::ALL
        .map(|stage| rows.iter().find(|row| row.stage == stage).map_or(0, |row| row.reached))
}

/// Gives a row's numbers their places; nobody reaches a stage who is not registered.
fn place(published: &mut Published, row: OpenRow, counts: [u64; STAGES]) -> Placed {
    let cells = counts.map(|count| published.number(count));
    let [registered, others @ ..] = &cells;
    for stage in others {
        published.at_most(*stage, *registered);
    }
    Placed { row, cells }
}

fn add_up(published: &mut Published, whole: &[usize; STAGES], parts: &[Placed]) {
    let parts: Vec<_> = parts.iter().map(|placed| placed.cells).collect();
    add_up_cells(published, whole, &parts);
}

fn add_up_cells(published: &mut Published, whole: &[usize; STAGES], parts: &[[usize; STAGES]]) {
    for (stage, whole) in whole.iter().enumerate() {
        let of_stage = parts.iter().filter_map(|cells| cells.get(stage).copied());
        published.adds_up(*whole, of_stage.collect());
    }
}

fn shown(placed: &Placed, published: &Published, hidden: &[bool]) -> OpenRow {
    let cell = |(stage, at): (StageKind, usize)| {
        let is_hidden = hidden.get(at).copied().unwrap_or(true);
        Cell { stage, persons: published.value(at).filter(|_| !is_hidden) }
    };
    let cells = StageKind::ALL.into_iter().zip(placed.cells).map(cell).collect();
    OpenRow { cells, ..placed.row.clone() }
}
