//! What somebody is told who was refused: the words of the reason, with its numbers filled in.
use super::{Lang, fill, licensing_refusals, refusals::plain};
use crate::Code;

/// What is wrong and how to fix it.
pub fn message(code: Code, lang: Lang) -> String {
    let (id, en) = plain(code);
    let text = lang.pick(id, en);
    if let Code::NikShort(n) | Code::NikLong(n) = code {
        return fill(text, &[("n", &n.to_string())]);
    }
    let Code::Licensing(code) = code else { return text.to_owned() };
    licensing_refusals::filled(code, text)
}
