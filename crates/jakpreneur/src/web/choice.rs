//! One of several things to choose from: a radio button, a box, a line of a select.

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Choice {
    /// Something to choose, chosen when `now` is its value.
    pub fn of(value: impl Into<String>, label: impl Into<String>, now: &str) -> Self {
        let value = value.into();
        Self { chosen: value == now, label: label.into(), value }
    }
}
