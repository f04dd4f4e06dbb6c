//! How a session is named in an address: the class and the session's number in it.
use rules::ClassId;
use serde::Deserialize;

/// A session: `{class}-{number}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct SessionId {
    /// The class.
    pub class: ClassId,
    /// The number in it.
    pub number: i16,
}

impl TryFrom<String> for SessionId {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (class, number) = text.rsplit_once('-').ok_or("no session")?;
        let class = class.parse().map_err(|_| "no class")?;
        Ok(Self { class, number: number.parse().map_err(|_| "no number")? })
    }
}
