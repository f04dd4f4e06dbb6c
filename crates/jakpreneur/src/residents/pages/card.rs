//! The member's own card, to keep on the phone or to print.
use crate::{
    App, Problem,
    certificates::{own_card, taken_away, unprinted},
    residents::{Resident, own},
};
use axum::{extract::State, response::Response};
use documents::print::member_card;

/// Gives the card as a PDF.
pub(super) async fn give(State(app): State<App>, resident: Resident) -> Result<Response, Problem> {
    let read = app.look(move |tx, house| {
        let own = own(tx, house, resident)?;
        let row = own.file()?.row.clone();
        own_card(house, row)
    });
    let (card, now) = (read.await?, app.house.now().civil());
    let name = format!("kartu-{}.pdf", card.number);
    let bytes = app.blocking(move || member_card(&card, now).map_err(unprinted)).await?;
    Ok(taken_away(&name, "application/pdf", bytes))
}
