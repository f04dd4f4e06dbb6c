//! What a page or the API says no with: one closed list, turned into words in one place.
mod code;
mod licensing_code;
mod mentoring_code;
mod releasing_code;
mod slug;

pub use code::Code;
pub use licensing_code::LicensingCode;
pub use mentoring_code::MentoringCode;
pub use releasing_code::ReleasingCode;
use rules::MemberId;

/// Why a request was not done.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// There is no such thing, or it is outside the asker's scope: the two look alike.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in.
    #[error("not signed in")]
    SignedOut,
    /// The role may not do this.
    #[error("not allowed")]
    Forbidden,
    /// The form did not come from our own page.
    #[error("the form is not ours")]
    Forged,
    /// Fields that are wrong.
    #[error("invalid fields")]
    Invalid(Vec<FieldError>),
    /// This agency has registered this NIK; its member where the asker may see it.
    #[error("this agency has registered this NIK")]
    NikRegistered(Option<MemberId>),
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Code),
    /// The idempotency key was used for another request.
    #[error("the key was used for another request")]
    KeyReused,
    /// Too many tries; seconds until the next may be made.
    #[error("too many tries")]
    TooMany(u64),
    /// The request is larger than allowed.
    #[error("too large")]
    TooLarge,
    /// Something broke; its text is for the log alone.
    #[error("fault: {0}")]
    Fault(#[from] db::Error),
    /// Something of ours broke that is not the database.
    #[error("fault: {0}")]
    Broken(String),
}

/// A wrong field and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name as in `contract.md`.
    pub field: &'static str,
    /// Why it is wrong.
    pub code: Code,
}

impl FieldError {
    /// A wrong field.
    pub fn new(field: &'static str, code: Code) -> Self {
        Self { field, code }
    }
}
