//! Names and birth dates in memory: names are sealed at rest, so searching happens here.
use memchr::memmem::Finder;
use rules::{Date, MemberId};
use std::collections::HashMap;

/// Separates one name from the next; no folded name holds it.
const END: u8 = b'\n';

/// Every member's folded name, in order of registration.
#[derive(Default)]
pub struct Names {
    positions: Vec<u32>,
    members: Vec<MemberId>,
    starts: Vec<u32>,
    text: Vec<u8>,
    births: HashMap<i32, Vec<u32>>,
    /// The names that were corrected, by place; the text keeps the old ones, which no longer count.
    renamed: HashMap<u32, Renamed>,
}

/// What a correction says of a name.
#[derive(Clone, Default)]
struct Renamed {
    folded: String,
    birth: Option<Date>,
}

impl Names {
    /// Adds a member; positions only grow.
    pub fn add(&mut self, position: u32, member: MemberId, folded: &str, birth: Option<Date>) {
        let index = u32::try_from(self.positions.len()).unwrap_or(u32::MAX);
        self.positions.push(position);
        self.members.push(member);
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.extend(folded.bytes().filter(|byte| *byte != END));
        self.text.push(END);
        if let Some(birth) = birth {
            self.births.entry(day(birth)).or_default().push(index);
        }
    }

    /// Adds those of `later` who came after the last one here.
    pub fn append_after(&mut self, later: &Names) {
        let last = self.positions.last().copied().unwrap_or_default();
        let from = later.positions.partition_point(|position| *position <= last);
        let births: HashMap<u32, i32> = later
            .births
            .iter()
            .flat_map(|(day, who)| who.iter().map(|index| (*index, *day)))
            .collect();
        for index in from..later.positions.len() {
            let name = String::from_utf8_lossy(later.name(index)).into_owned();
            let (Some(position), Some(member)) =
                (later.positions.get(index), later.members.get(index))
            else {
                continue;
            };
            self.add(*position, *member, &name, None);
            let day = u32::try_from(index).ok().and_then(|index| births.get(&index));
            if let Some(day) = day {
                let own = u32::try_from(self.positions.len() - 1).unwrap_or(u32::MAX);
                self.births.entry(*day).or_default().push(own);
            }
        }
        for (index, renamed) in &later.renamed {
            if let Some(position) = later.positions.get(*index as usize) {
                self.rename(*position, &renamed.folded, renamed.birth);
            }
        }
    }

    /// Finds the member registered at a position by another name and birth date from now on.
    pub fn rename(&mut self, position: u32, folded: &str, birth: Option<Date>) {
        let Ok(index) = self.positions.binary_search(&position) else { return };
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        if let Some(birth) = birth {
            let born = self.births.entry(day(birth)).or_default();
            if !born.contains(&index) {
                born.push(index);
            }
        }
        self.renamed.insert(index, Renamed { folded: folded.to_owned(), birth });
    }

    /// How many members are known.
    pub fn len(&self) -> usize {
        self.positions.len()
    }

    /// Whether nobody is known.
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// Where each record was registered.
    pub fn registered_at(&self) -> HashMap<MemberId, u32> {
        self.members.iter().copied().zip(self.positions.iter().copied()).collect()
    }

    /// The record registered at a position.
    pub fn member_at(&self, position: u32) -> Option<MemberId> {
        let index = self.positions.binary_search(&position).ok()?;
        self.members.get(index).copied()
    }

    /// The positions of all whose name holds every word of `folded`, oldest first.
    pub fn search(&self, folded: &str) -> Vec<u32> {
        let mut words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let Some((rarest, others)) = words.split_first() else { return Vec::new() };
        let others: Vec<Finder<'_>> =
            others.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let mut found = Vec::new();
        let (mut index, mut last) = (0, None);
        for at in Finder::new(rarest.as_bytes()).find_iter(&self.text) {
            index = self.index_of(at, index);
            if last == Some(index) {
                continue;
            }
            last = Some(index);
            let name = self.name(index);
            if self.renamed_at(index).is_some() {
                continue;
            }
            if others.iter().all(|word| word.find(name).is_some()) {
                found.extend(self.positions.get(index));
            }
        }
        self.search_renamed(&words, &mut found);
        found
    }

    /// Adds those who have the words in a corrected name.
    fn search_renamed(&self, words: &[&str], found: &mut Vec<u32>) {
        let before = found.len();
        for (index, renamed) in &self.renamed {
            if words.iter().all(|word| renamed.folded.contains(word)) {
                found.extend(self.positions.get(*index as usize));
            }
        }
        if found.len() > before {
            found.sort_unstable();
        }
    }

    fn renamed_at(&self, index: usize) -> Option<&Renamed> {
        u32::try_from(index).ok().and_then(|index| self.renamed.get(&index))
    }

    /// Whose name a place in the text is in; nobody's before the name at `from`. Bearers of a frequent
    /// part stand close together, so the next is looked for nearby first.
    fn index_of(&self, at: usize, from: usize) -> usize {
        let ahead = self.starts.get(from..).unwrap_or_default();
        let begins = |start: &u32| *start as usize <= at;
        let mut reach = 1;
        while ahead.get(reach).is_some_and(begins) {
            reach *= 2;
        }
        let near = ahead.get(reach / 2..ahead.len().min(reach)).unwrap_or_default();
        from + reach / 2 + near.partition_point(begins).saturating_sub(1)
    }

    /// Those born on the same day with a similar name.
    pub fn similar(&self, folded: &str, birth: Date) -> Vec<MemberId> {
        let born = self.births.get(&day(birth)).map(Vec::as_slice).unwrap_or_default();
        let moved = |index: u32| {
            self.renamed.get(&index).is_some_and(|renamed| renamed.birth != Some(birth))
        };
        born.iter()
            .filter(|index| !moved(**index))
            .filter(|index| {
                let name = std::str::from_utf8(self.name(**index as usize)).unwrap_or_default();
                rules::name::similar(folded, name)
            })
            .filter_map(|index| self.members.get(*index as usize).copied())
            .collect()
    }

    fn name(&self, index: usize) -> &[u8] {
        if let Some(renamed) = self.renamed_at(index) {
            return renamed.folded.as_bytes();
        }
        let start = self.starts.get(index).map_or(self.text.len(), |start| *start as usize);
        let next = self.starts.get(index + 1).map_or(self.text.len(), |start| *start as usize);
        self.text.get(start..next.saturating_sub(1)).unwrap_or_default()
    }
}

fn day(date: Date) -> i32 {
    i32::from(date.year()) * 512 + i32::from(date.month()) * 32 + i32::from(date.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn names(list: &[&str]) -> Names {
        let mut names = Names::default();
        for (n, name) in (1..).zip(list) {
            names.add(n, MemberId(Uuid::from_u128(u128::from(n))), name, None);
        }
        names
    }

    #[test]
    fn a_part_of_a_name_finds_each_bearer_once() {
        let names = names(&["siti siti", "budi santoso", "siti aminah", "", "aminah siti rahma"]);
        assert_eq!(names.search("siti"), [1, 3, 5]);
        assert_eq!(names.search("amin sit"), [3, 5]);
        assert_eq!(
            names.search("ti si"),
            [1, 3, 5],
            "words match in any order, and parts of words"
        );
        assert!(names.search("").is_empty());
        assert!(names.search("xyz").is_empty());
    }

    #[test]
    fn a_name_never_matches_across_two_people() {
        assert!(names(&["siti", "budi"]).search("tib").is_empty());
    }

    #[test]
    fn a_corrected_name_is_found_and_the_wrong_one_no_more() {
        let mut names = names(&["siti", "budi", "siti aminah"]);
        let born = jiff::civil::date(1990, 6, 15);
        names.rename(1, "sari dewi", Some(born));
        assert_eq!(names.search("siti"), [3]);
        assert_eq!(names.search("dewi sari"), [1]);
        assert_eq!(names.similar("sari dewi", born), [MemberId(Uuid::from_u128(1))]);
        names.rename(1, "sari dewi", None);
        assert!(names.similar("sari dewi", born).is_empty());
        let mut loaded = super::Names::default();
        loaded.add(1, MemberId(Uuid::from_u128(1)), "siti", None);
        loaded.append_after(&names);
        assert_eq!(loaded.search("dewi"), [1], "corrected while the names were loaded");
        assert_eq!(loaded.search("budi"), [2]);
    }

    #[test]
    fn look_alikes_share_the_birth_date() {
        let mut names = Names::default();
        let born = jiff::civil::date(1990, 6, 15);
        let (one, two) = (MemberId(Uuid::from_u128(1)), MemberId(Uuid::from_u128(2)));
        names.add(1, one, "siti rahmawati", Some(born));
        names.add(2, two, "siti rahmawati", Some(jiff::civil::date(1991, 6, 15)));
        assert_eq!(names.similar("siti rahmawati", born), [one]);
    }

    proptest::proptest! {
        #[test]
        fn a_search_finds_whoever_one_finds_by_reading_all(
            list in proptest::collection::vec("[ab ]{0,6}", 0..40),
            part in "[ab]{1,3}",
        ) {
            let list: Vec<&str> = list.iter().map(String::as_str).collect();
            let bearers = (1..).zip(&list).filter(|(_, name)| name.contains(&part));
            let bearers: Vec<u32> = bearers.map(|(position, _)| position).collect();
            proptest::prop_assert_eq!(names(&list).search(&part), bearers);
        }
    }
}
