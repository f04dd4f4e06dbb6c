//! Planned classes that want one room, or one trainer, on one day.

use super::{Numbered, PlannedClasses};
use crate::{Date, text::squeezed};
use std::collections::BTreeMap;

/// What lines want at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shared {
    /// A room.
    Room,
    /// Who teaches.
    Trainer,
}

/// Lines that want the same on the same day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The day they begin.
    pub on: Date,
    /// What they share.
    pub shared: Shared,
    /// The room or the trainer, as the first of them writes it.
    pub name: String,
    /// The numbers of the lines: two or more.
    pub lines: Vec<u32>,
}

/// Every clash, in order of the days. A line without a day, a room or a trainer clashes with nothing.
pub fn clashes(lines: &[Numbered]) -> Vec<Clash> {
    let mut wanted: BTreeMap<(Date, Shared, String), (&str, Vec<u32>)> = BTreeMap::new();
    for (number, line) in lines {
        for (shared, name) in wants(line) {
            let Some(on) = line.first_on else { continue };
            let by = wanted.entry((on, shared, squeezed(name))).or_insert((name, Vec::new()));
            by.1.push(*number);
        }
    }
    let several = wanted.into_iter().filter(|(_, (_, lines))| lines.len() > 1);
    let clash = |((on, shared, _), (name, lines)): ((Date, Shared, _), (&str, _))| Clash {
        on,
        shared,
        name: name.to_owned(),
        lines,
    };
    several.map(clash).collect()
}

fn wants(line: &PlannedClasses) -> impl Iterator<Item = (Shared, &str)> {
    let room = line.place.as_deref().map(|place| (Shared::Room, place));
    let trainer = line.trainer.as_deref().map(|trainer| (Shared::Trainer, trainer));
    let named = |(_, name): &(Shared, &str)| !squeezed(name).is_empty();
    room.into_iter().chain(trainer).filter(named)
}

#[cfg(test)]
mod tests {
    use super::{super::tests::line, *};
    use jiff::civil::date;

    fn at(number: u32, day: i8, place: &str, trainer: &str) -> Numbered {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let first_on = (day > 0).then(|| date(2020, 3, day));
        (number, PlannedClasses { first_on, place: some(place), trainer: some(trainer), ..line() })
    }

    #[test]
    fn a_room_or_a_trainer_wanted_twice_on_a_day_is_a_clash() {
        let lines = [
            at(1, 2, "Aula Kecamatan", "Bu Contoh"),
            at(2, 2, "aula kecamatan", ""),
            at(3, 2, "Ruang B", "Bu Contoh"),
            at(4, 3, "Aula Kecamatan", "Pak Contoh"),
        ];
        let found = clashes(&lines);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].shared, found[0].lines.clone()), (Shared::Room, vec![1, 2]));
        assert_eq!(found[0].name, "Aula Kecamatan");
        assert_eq!((found[1].shared, found[1].lines.clone()), (Shared::Trainer, vec![1, 3]));
    }

    #[test]
    fn what_has_no_day_or_no_room_clashes_with_nothing() {
        let lines =
            [at(1, 0, "Aula", ""), at(2, 0, "Aula", ""), at(3, 2, "", ""), at(4, 2, "-", "")];
        assert!(clashes(&lines).is_empty());
    }
}
