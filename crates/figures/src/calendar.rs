//! Months and years of day numbers, as tables over the first so many days.

const MONTHS: [usize; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The month of each day since 2000-01-01, as year x 12 + month - 1.
pub(crate) fn months(days: usize) -> Vec<u16> {
    let mut table = Vec::with_capacity(days + 31);
    let mut month: u16 = 2000 * 12;
    while table.len() < days {
        table.resize(table.len() + length(month), month);
        month += 1;
    }
    table.truncate(days);
    table
}

/// The year of each day since 2000-01-01.
pub(crate) fn years(days: usize) -> Vec<u16> {
    months(days).into_iter().map(|month| month / 12).collect()
}

fn length(month: u16) -> usize {
    let year = month / 12;
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let ordinary = MONTHS[usize::from(month % 12)];
    if leap && month % 12 == 1 { ordinary + 1 } else { ordinary }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn february_2000_has_29_days_and_february_2100_has_28() {
        let table = months(65_535);
        let days_in = |sought: u16| table.iter().filter(|month| **month == sought).count();
        assert_eq!(days_in(2000 * 12 + 1), 29);
        assert_eq!(days_in(2023 * 12 + 1), 28);
        assert_eq!(days_in(2100 * 12 + 1), 28);
    }

    #[test]
    fn the_second_of_march_2021_is_day_7731() {
        let table = months(7732);
        assert_eq!(table[7729..], [2021 * 12 + 1, 2021 * 12 + 2, 2021 * 12 + 2]);
        assert_eq!(years(7732).last(), Some(&2021));
    }
}
