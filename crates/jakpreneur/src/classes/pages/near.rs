//! The next classes, for the front page.
use super::{Saying, listing::Card};
use crate::{
    App, Problem,
    classes::{self, Wanted},
    staff::Officer,
    web::{Choices, areas},
    words::{Classes, Lang},
};
use askama::Template;
use rules::training::ClassState;

/// So many classes are on the front page.
const FEW: usize = 3;

/// The part of the front page about classes.
#[derive(Template)]
#[template(path = "classes/pages/near.html")]
pub(crate) struct Near {
    w: &'static Classes,
    areas: Vec<Choices>,
    cards: Vec<Card>,
}

/// The next few classes that still take registrations or are going on.
pub(crate) async fn near(app: &App, lang: Lang) -> Result<Near, Problem> {
    let (from, state) = (Some(app.house.today()), Some(ClassState::Announced));
    let wanted = Wanted { from, state, limit: FEW, ..Wanted::default() };
    let looked = app.look(move |tx, _| {
        Ok((classes::trades(tx)?, classes::list(tx, &Officer::public(), &wanted)?))
    });
    let (trades, found) = looked.await?;
    let saying = Saying { house: &app.house, lang, trades: &trades };
    let w = Classes::of(lang);
    Ok(Near {
        w,
        areas: areas(&app.house, None, Some(w.everywhere), ""),
        cards: found.items.iter().map(|line| Card::of(&saying, line)).collect(),
    })
}
