//! Asking for many at once, from a list of NIK: each line is an act of its own, with an answer of its own.
use super::{PlaceAsked, Wish, ask, of_nik};
use crate::{
    Code, House, Problem,
    journal::{Asking, Change, Done},
};
use rules::{Act, ClassId};

/// What a line of the list got, or why it is refused.
pub type Answered = Result<Done<PlaceAsked>, Code>;

/// Asks for a place for each NIK, in the order of the list. A refused line keeps nobody else out; a fault
/// keeps nothing.
pub fn ask_for_all(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    niks: &[String],
    wish: &Wish,
) -> Result<Vec<Answered>, Problem> {
    asking.officer.may(Act::ManagePlaces)?;
    crate::classes::seats(tx, &asking.officer, class)?;
    let mut answered = Vec::with_capacity(niks.len());
    for (line, nik) in niks.iter().enumerate() {
        let asking = asking.part(line);
        let member = of_nik(tx, house, &asking.officer, class, nik);
        let done = member.and_then(|member| ask(tx, house, &asking, class, member, wish));
        answered.push(refusals(done)?);
    }
    Ok(answered)
}

/// A refusal is an answer; a fault ends the list.
pub(super) fn refusals<T>(done: Result<T, Problem>) -> Result<Result<T, Code>, Problem> {
    match done {
        Ok(done) => Ok(Ok(done)),
        Err(Problem::Refused(code)) => Ok(Err(code)),
        Err(Problem::Invalid(fields)) => {
            Ok(Err(fields.first().map_or(Code::NikUnknown, |wrong| wrong.code)))
        }
        Err(other) => Err(other),
    }
}
