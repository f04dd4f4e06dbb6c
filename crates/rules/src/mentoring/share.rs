//! Who is given to whom when many are shared out: always to whoever has the fewest, and the same each time.

/// For each member in order, the place of the mentor who takes them: of those who may, the one with the
/// fewest, of equals the first. None where nobody may. `loads` is how many each mentor has before, and
/// after.
pub fn share(
    members: usize,
    loads: &mut [u32],
    may: impl Fn(usize, usize) -> bool,
) -> Vec<Option<usize>> {
    let give = |member: usize| {
        let fewest = (0..loads.len())
            .filter(|mentor| may(member, *mentor))
            .min_by_key(|mentor| (loads.get(*mentor).copied().unwrap_or(u32::MAX), *mentor))?;
        if let Some(load) = loads.get_mut(fewest) {
            *load = load.saturating_add(1);
        }
        Some(fewest)
    };
    (0..members).map(give).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whoever_has_the_fewest_is_given_first() {
        let mut loads = [3, 1, 1];
        let given = share(5, &mut loads, |_, _| true);
        assert_eq!(given, [Some(1), Some(2), Some(1), Some(2), Some(0)]);
        assert_eq!(loads, [4, 3, 3]);
    }

    #[test]
    fn whom_nobody_may_have_stays_without() {
        let mut loads = [0, 0];
        let given = share(3, &mut loads, |member, mentor| member != 1 && mentor == 1);
        assert_eq!(given, [Some(1), None, Some(1)]);
    }

    proptest! {
        #[test]
        fn nobody_is_given_more_than_one_above_who_could_have_taken_them(
            members in 0..200_usize,
            before in proptest::collection::vec(0..40_u32, 1..9),
        ) {
            let mut loads = before.clone();
            let given = share(members, &mut loads, |_, _| true);
            prop_assert!(given.iter().all(Option::is_some));
            let fewest = *loads.iter().min().unwrap();
            for (load, before) in loads.iter().zip(&before) {
                prop_assert!(*load <= fewest + 1 || load == before);
            }
            let mut again = before.clone();
            prop_assert_eq!(share(members, &mut again, |_, _| true), given);
        }
    }
}
