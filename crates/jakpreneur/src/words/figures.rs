//! What the pages of this part say.
use super::words;

words! {
    /// Texts of the figures pages.
    Figures {
        title: "-" / "-",
    }
}
