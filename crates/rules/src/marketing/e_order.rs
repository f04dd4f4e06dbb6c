//! Who may be on the e-order list: a passed curation, and a valid halal certificate where it is food (BR-25).

use super::Category;

/// Why a product is not on the list; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Missing {
    /// No curation was passed.
    #[error("not-curated")]
    Curation,
    /// It is food or drink, and no halal certificate holds today.
    #[error("no-halal")]
    Halal,
}

/// Everything that is missing; nothing where the product is eligible.
pub fn missing(category: Category, passed: bool, halal: bool) -> Vec<Missing> {
    let curation = (!passed).then_some(Missing::Curation);
    let halal = (category.is_food() && !halal).then_some(Missing::Halal);
    curation.into_iter().chain(halal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn food_needs_halal_and_everything_needs_a_passed_curation() {
        assert!(missing(Category::Food, true, true).is_empty());
        assert_eq!(missing(Category::Drink, true, false), [Missing::Halal]);
        assert!(missing(Category::Craft, true, false).is_empty());
        assert_eq!(missing(Category::Craft, false, true), [Missing::Curation]);
        assert_eq!(missing(Category::Food, false, false), [Missing::Curation, Missing::Halal]);
    }
}
