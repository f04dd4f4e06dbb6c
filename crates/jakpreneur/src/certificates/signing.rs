//! Who signs, as it is printed.
use crate::{Code, FieldError, Problem};

/// The longest name or position printed.
const LONGEST: usize = 120;

/// Who signs, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SigningForm {
    /// The name.
    pub signer: String,
    /// The position.
    pub position: String,
}

/// Somebody who signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The name, with titles.
    pub signer: String,
    /// As what: `Kepala Suku Dinas`.
    pub position: String,
}

impl SigningForm {
    /// Both are needed, and each on a line or two.
    pub fn understand(&self) -> Result<Signing, Problem> {
        let mut wrong = Vec::new();
        let mut read = |field, text: &str| {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.is_empty() {
                wrong.push(FieldError::new(field, Code::Empty));
            } else if text.chars().count() > LONGEST {
                wrong.push(FieldError::new(field, Code::Long));
            }
            text
        };
        let signing = Signing {
            signer: read("signer", &self.signer),
            position: read("position", &self.position),
        };
        if wrong.is_empty() { Ok(signing) } else { Err(Problem::Invalid(wrong)) }
    }
}
