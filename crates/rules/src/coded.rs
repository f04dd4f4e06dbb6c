//! Short codes of reference data that the operator may add to, small enough to copy.

/// Why a text can be no code; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeRefused {
    /// Fewer than 2 or more than 20 characters.
    #[error("length")]
    Length,
    /// Something other than letters, digits and underscores.
    #[error("characters")]
    Characters,
}

/// The longest code.
pub(crate) const LONGEST: usize = 20;

/// Declares the type of one family of codes.
macro_rules! coded {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name([u8; $crate::coded::LONGEST]);

        impl $name {
            /// A code of the programme's own; what would be too long is cut.
            pub(crate) const fn delivered(code: &str) -> Self {
                let (from, mut to) = (code.as_bytes(), [0; $crate::coded::LONGEST]);
                let mut at = 0;
                while at < from.len() && at < to.len() {
                    to[at] = from[at];
                    at += 1;
                }
                Self(to)
            }

            /// Reads a code; case and spaces around it do not count.
            pub fn parse(raw: &str) -> Result<Self, $crate::coded::CodeRefused> {
                let raw = raw.trim().to_ascii_lowercase();
                if !raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
                    return Err($crate::coded::CodeRefused::Characters);
                }
                if !(2..=$crate::coded::LONGEST).contains(&raw.len()) {
                    return Err($crate::coded::CodeRefused::Length);
                }
                Ok(Self::delivered(&raw))
            }

            /// The code.
            pub fn as_str(&self) -> &str {
                let length = self.0.iter().position(|b| *b == 0).unwrap_or($crate::coded::LONGEST);
                std::str::from_utf8(&self.0[..length]).unwrap_or_default()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::coded::CodeRefused;
            fn try_from(raw: String) -> Result<Self, Self::Error> {
                Self::parse(&raw)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.as_str().to_owned()
            }
        }
    };
}

pub(crate) use coded;
