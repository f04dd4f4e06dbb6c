//! The numbers on permits: what cannot be one is refused, what is merely unusual warns.

use super::home_food;
use crate::digits;
use jiff::civil::Date;
use std::fmt;

/// How the numbers of a kind are built; its word is what reference data hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFormat {
    /// So many digits.
    Digits(u8),
    /// P-IRT: fifteen digits with the year it ends.
    HomeFood,
    /// MD and twelve digits.
    Bpom,
    /// ID and digits, or the old number without ID.
    Halal,
    /// Anything of at most so many letters.
    Free(u8),
}

impl NumberFormat {
    /// The format of a word such as `digits:13` or `home_food`.
    pub fn of_word(word: &str) -> Option<Self> {
        match word.split_once(':') {
            Some(("digits", count)) => count.parse().ok().map(Self::Digits),
            Some(("free", most)) => most.parse().ok().map(Self::Free),
            Some(_) => None,
            None => [Self::HomeFood, Self::Bpom, Self::Halal]
                .into_iter()
                .find(|of| of.to_string() == word),
        }
    }
}

impl fmt::Display for NumberFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digits(count) => write!(f, "digits:{count}"),
            Self::HomeFood => f.write_str("home_food"),
            Self::Bpom => f.write_str("bpom_md"),
            Self::Halal => f.write_str("halal"),
            Self::Free(most) => write!(f, "free:{most}"),
        }
    }
}

/// Why a text is no number of that kind; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberRefused {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// So many digits are missing.
    #[error("short")]
    Short(usize),
    /// So many digits or letters are too many.
    #[error("long")]
    Long(usize),
    /// Something that such a number does not hold.
    #[error("characters")]
    Characters,
    /// The year in the number is before the year of issue.
    #[error("ends-before-issue")]
    EndsBeforeIssue,
    /// The year in the number is more than five after the year of issue.
    #[error("ends-too-late")]
    EndsTooLate,
}

impl From<digits::Refused> for NumberRefused {
    fn from(refused: digits::Refused) -> Self {
        match refused {
            digits::Refused::Empty => Self::Empty,
            digits::Refused::Short(n) => Self::Short(n),
            digits::Refused::Long(n) => Self::Long(n),
            digits::Refused::Characters => Self::Characters,
        }
    }
}

/// Something worth a second look; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
pub enum Warning {
    /// The first digit of a P-IRT number names no packaging.
    #[error("unknown-packaging")]
    UnknownPackaging,
    /// The kind of permit does not admit such a product.
    #[error("excluded-product")]
    ExcludedProduct,
    /// A halal number of unusual length.
    #[error("unusual-length")]
    UnusualLength,
    /// Such permits were no longer issued on that day.
    #[error("no-longer-issued")]
    NoLongerIssued,
}

/// A number in its one spelling, so that two spellings of a permit are found to be one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LicenceNumber(String);

impl LicenceNumber {
    /// As it is stored and shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The year it ends, where the format says so.
    pub fn ends_in(&self, format: NumberFormat) -> Option<i16> {
        let digits: String = self.0.chars().filter(char::is_ascii_digit).collect();
        let year = home_food::last_year(&digits).filter(|_| format == NumberFormat::HomeFood)?;
        Some(2000 + i16::from(year))
    }
}

/// A number that is taken, and what is odd about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The number.
    pub number: LicenceNumber,
    /// What to look at again.
    pub warnings: Vec<Warning>,
}

/// Reads a number; the day of issue counts where it is known.
pub fn check(
    format: NumberFormat,
    raw: &str,
    issued_on: Option<Date>,
) -> Result<Checked, NumberRefused> {
    let (number, warnings) = match format {
        NumberFormat::Digits(count) => (exactly(usize::from(count), raw)?, vec![]),
        NumberFormat::HomeFood => {
            let digits = exactly(15, unlabelled(raw, &["SPP-IRT", "P-IRT", "PIRT"]))?;
            let warnings = home_food::check(&digits, issued_on)?;
            (home_food::written(&digits), warnings)
        }
        NumberFormat::Bpom => (
            format!("MD {}", exactly(12, unlabelled(raw, &["BPOM RI MD", "BPOM MD", "MD"]))?),
            vec![],
        ),
        NumberFormat::Halal => halal(raw)?,
        NumberFormat::Free(most) => (free(usize::from(most), raw)?, vec![]),
    };
    Ok(Checked { number: LicenceNumber(number), warnings })
}

/// What follows the letters that officers write before a number, and `No.`
fn unlabelled<'a>(raw: &'a str, labels: &[&str]) -> &'a str {
    let mut rest = raw.trim();
    for label in labels.iter().copied().chain(["NOMOR", "NO"]) {
        if rest.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label)) {
            rest = rest[label.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
        }
    }
    rest
}

fn exactly(count: usize, raw: &str) -> Result<String, NumberRefused> {
    let digits = digits::all(raw)?;
    match digits.len() {
        n if n < count => Err(NumberRefused::Short(count - n)),
        n if n > count => Err(NumberRefused::Long(n - count)),
        _ => Ok(digits),
    }
}

/// Certificates have borne ID with fourteen to seventeen digits, older ones eleven to fourteen without.
fn halal(raw: &str) -> Result<(String, Vec<Warning>), NumberRefused> {
    let plain = unlabelled(raw, &["ID"]);
    let digits = digits::all(plain)?;
    let prefix = if plain.len() < raw.trim().len() { "ID" } else { "" };
    let usual = if prefix.is_empty() { 11..=14 } else { 14..=17 };
    match digits.len() {
        n if n < 10 => Err(NumberRefused::Short(10 - n)),
        n if n > 20 => Err(NumberRefused::Long(n - 20)),
        n if usual.contains(&n) => Ok((format!("{prefix}{digits}"), vec![])),
        _ => Ok((format!("{prefix}{digits}"), vec![Warning::UnusualLength])),
    }
}

fn free(most: usize, raw: &str) -> Result<String, NumberRefused> {
    let words: Vec<&str> = raw.split_whitespace().collect();
    let number = words.join(" ").to_uppercase();
    let length = number.chars().count();
    if length > most {
        return Err(NumberRefused::Long(length - most));
    }
    if number.chars().any(char::is_control) {
        return Err(NumberRefused::Characters);
    }
    if number.chars().any(char::is_alphanumeric) { Ok(number) } else { Err(NumberRefused::Empty) }
}
