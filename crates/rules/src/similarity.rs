//! Whether two folded names may be one person's: for a second look, never for a decision.

/// One slip of the pen is forgiven for every so many letters.
const LETTERS_PER_SLIP: usize = 5;
/// A single word this long is a name of its own.
const TELLING_WORD: usize = 5;

/// The same, the same words in another order, one inside the other, or a few slips apart.
pub fn similar(a_folded: &str, b_folded: &str) -> bool {
    let (more, less) = unmatched(a_folded, b_folded);
    a_folded == b_folded
        || more == 0 && inside(a_folded, b_folded)
        || less == 0 && inside(b_folded, a_folded)
        || few_slips(a_folded, b_folded, more.max(less))
}

/// At least so many letters of each lack their like in the other: tells most pairs apart at a glance.
fn unmatched(a: &str, b: &str) -> (usize, usize) {
    let mut surplus = [0_isize; 32];
    if !(a.is_ascii() && b.is_ascii()) {
        return (0, 0);
    }
    for letter in a.bytes() {
        surplus[usize::from(letter % 32)] += 1;
    }
    for letter in b.bytes() {
        surplus[usize::from(letter % 32)] -= 1;
    }
    let sum = |sign: isize| surplus.iter().map(|of| (of * sign).max(0).unsigned_abs()).sum();
    (sum(1), sum(-1))
}

/// All words of `part` are in `whole`, as often, and they are enough to tell a person by.
fn inside(part: &str, whole: &str) -> bool {
    let times = |name: &str, word: &str| name.split(' ').filter(|other| *other == word).count();
    let telling = part.contains(' ') || letters(part) >= TELLING_WORD;
    telling && part.split(' ').all(|word| times(part, word) <= times(whole, word))
}

fn letters(name: &str) -> usize {
    name.chars().filter(|c| *c != ' ').count()
}

/// Whether they are few slips apart, of which there are at least so many.
fn few_slips(a: &str, b: &str, at_least: usize) -> bool {
    let allowed = letters(a).min(letters(b)) / LETTERS_PER_SLIP;
    if at_least > allowed {
        return false;
    }
    if a.is_ascii() && b.is_ascii() {
        return apart_at_most(a.as_bytes(), b.as_bytes(), allowed);
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    apart_at_most(&a, &b, allowed)
}

/// Whether `allowed` insertions, deletions and replacements turn one into the other.
fn apart_at_most<T: PartialEq>(a: &[T], b: &[T], allowed: usize) -> bool {
    let (a, b) = without_common_ends(a, b);
    if a.len().abs_diff(b.len()) > allowed {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        let mut least = i + 1;
        for (j, right) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
            least = least.min(row[j + 1]);
        }
        if least > allowed {
            return false;
        }
    }
    row.last().is_some_and(|apart| *apart <= allowed)
}

fn without_common_ends<'a, T: PartialEq>(a: &'a [T], b: &'a [T]) -> (&'a [T], &'a [T]) {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (&a[..a.len() - tail], &b[..b.len() - tail])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_words_in_another_order_are_similar() {
        assert!(similar("siti nur rahmawati", "rahmawati siti nur"));
    }

    #[test]
    fn a_name_that_holds_all_words_of_another_is_similar() {
        assert!(similar("siti rahmawati", "siti nur rahmawati"));
        assert!(similar("rahmawati", "siti rahmawati"));
        assert!(!similar("siti", "siti rahmawati"), "a short first name tells nobody");
        assert!(!similar("ani ani", "ani dewi"), "a doubled word must be there twice");
    }

    #[test]
    fn one_slip_in_five_letters_is_forgiven() {
        assert!(similar("rahmawati", "rahmawatie"));
        assert!(similar("numan", "nu man"));
        assert!(similar("muhammad rizki", "muhamad riski"));
        assert!(!similar("budi", "bude"));
        assert!(!similar("rahmawati", "rahmadani"));
        assert!(similar("дмитрий", "дмитрии"));
    }

    #[test]
    fn nothing_is_similar_only_to_nothing() {
        assert!(similar("", ""));
        assert!(!similar("", "rahmawati"));
        assert!(!similar("", "a"));
    }

    /// The plain recursion of the textbook, to judge the fast one by.
    fn apart(a: &[u8], b: &[u8]) -> usize {
        match (a, b) {
            ([], rest) | (rest, []) => rest.len(),
            ([x, a_rest @ ..], [y, b_rest @ ..]) => (apart(a_rest, b_rest) + usize::from(x != y))
                .min(apart(a_rest, b) + 1)
                .min(apart(a, b_rest) + 1),
        }
    }

    proptest! {
        #[test]
        fn every_name_is_similar_to_itself(name in "\\PC{0,40}") {
            prop_assert!(similar(&name, &name));
        }

        #[test]
        fn a_glance_tells_apart_only_what_a_close_look_does(a in "[a-c0 ]{0,12}", b in "[a-c0 ]{0,12}") {
            let close = a == b || inside(&a, &b) || inside(&b, &a) || few_slips(&a, &b, 0);
            prop_assert_eq!(similar(&a, &b), close);
        }

        #[test]
        fn similarity_does_not_depend_on_who_came_first(a in "[a-eé ]{0,24}", b in "[a-eé ]{0,24}") {
            prop_assert_eq!(similar(&a, &b), similar(&b, &a));
        }

        #[test]
        fn the_slips_are_counted_as_the_textbook_does(a in "[ab]{0,6}", b in "[ab]{0,6}", allowed in 0_usize..4) {
            let (a, b) = (a.as_bytes(), b.as_bytes());
            prop_assert_eq!(apart_at_most(a, b, allowed), apart(a, b) <= allowed);
        }
    }
}
