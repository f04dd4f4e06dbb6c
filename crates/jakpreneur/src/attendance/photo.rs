//! Whose card a photo shows.
use crate::{Code, FieldError, Problem};
use documents::picture::{self, Unread};

/// What the code in a JPEG or PNG says.
pub fn code_in(picture: &[u8]) -> Result<String, Problem> {
    let code = |why| match why {
        Unread::NotAPicture => Code::Picture,
        Unread::NoCode => Code::PictureWithoutCode,
    };
    let read = picture::code_in(picture);
    read.map_err(|why| Problem::Invalid(vec![FieldError::new("photo", code(why))]))
}
