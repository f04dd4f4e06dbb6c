//! What the pages of bazaars say.
use super::words;

words! {
    /// Texts of bazaars.
    Bazaars {
        title: "Bazar" / "Bazaars",
    }
}
