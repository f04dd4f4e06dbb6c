//! What the pages of this part say.
use super::words;

words! {
    /// Texts of the imports pages.
    Imports {
        title: "-" / "-",
    }
}
