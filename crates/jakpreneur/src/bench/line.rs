//! What was measured, beside its target.
use serde::{Deserialize, Serialize};

/// What a number counts, and which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// More is better.
    PerSecond,
    /// More is better.
    PerMinute,
    /// Less is better.
    Milliseconds,
    /// Less is better.
    Seconds,
    /// Less is better.
    Megabytes,
}

/// A number and its target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What was measured.
    pub name: String,
    /// What came out.
    pub measured: f64,
    /// What it counts.
    pub unit: Unit,
    /// What it should be; none where the number is there to compare with.
    pub target: Option<f64>,
    /// How much better than the target: 1 is just met.
    pub ratio: Option<f64>,
}

impl Line {
    /// A number with a target.
    pub fn new(name: impl Into<String>, measured: f64, unit: Unit, target: f64) -> Self {
        let ratio = match unit {
            Unit::PerSecond | Unit::PerMinute => measured / target,
            Unit::Milliseconds | Unit::Seconds | Unit::Megabytes => target / measured,
        };
        let name = name.into();
        Self { name, measured, unit, target: Some(target), ratio: Some(ratio) }
    }

    /// A number to compare with.
    pub fn beside(name: impl Into<String>, measured: f64, unit: Unit) -> Self {
        Self { name: name.into(), measured, unit, target: None, ratio: None }
    }
}

impl Unit {
    fn word(self) -> &'static str {
        match self {
            Self::PerSecond => "/s",
            Self::PerMinute => "/min",
            Self::Milliseconds => "ms",
            Self::Seconds => "s",
            Self::Megabytes => "MB",
        }
    }
}

/// The lines as a table of letters.
pub fn table(lines: &[Line]) -> String {
    let longest = lines.iter().map(|line| line.name.chars().count()).max().unwrap_or(0);
    let head = format!("{:<longest$} {:>12}    {:>10} {:>7}", "", "measured", "target", "ratio");
    let drawn = |line: &Line| {
        let (name, unit, measured) = (&line.name, line.unit.word(), short(line.measured));
        let target = line.target.map_or_else(String::new, short);
        let ratio = line.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        format!("{name:<longest$} {measured:>12} {unit:<2} {target:>10} {ratio:>7}")
    };
    std::iter::once(head).chain(lines.iter().map(drawn)).collect::<Vec<_>>().join("\n")
}

fn short(number: f64) -> String {
    if number >= 100.0 { format!("{number:.0}") } else { format!("{number:.2}") }
}

/// The lines for a programme.
pub fn json(lines: &[Line]) -> String {
    serde_json::to_string_pretty(lines).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_above_one_is_better_than_the_target_whichever_way_that_is() {
        let ratio = |unit, measured| Line::new("", measured, unit, 100.0).ratio;
        assert_eq!(ratio(Unit::PerSecond, 200.0), Some(2.0));
        assert_eq!(ratio(Unit::Milliseconds, 50.0), Some(2.0));
    }
}
