//! Whose card was read: the code names a member and proves that we issued it.
use crate::{Code, FieldError, House, Problem};
use rules::{CardCode, MemberId};

/// The member a card is of. What proves it is compared in a time that does not tell what is wrong.
pub fn of_card(house: &House, read: &str) -> Result<MemberId, Problem> {
    let wrong = || Problem::Invalid(vec![FieldError::new("code", Code::Card)]);
    let card = CardCode::parse(read).map_err(|_| wrong())?;
    let same = house.seal.card_code(card.member).same(&card.code);
    if same { Ok(card.member) } else { Err(wrong()) }
}
