//! Somebody who asked two banks for capital: one has it, the other asks something back. Nothing is paid out, so
//! no figure of the stages moves.
use super::{asking, unknown};
use crate::{
    App, Problem,
    people::{self, Asked},
    referrals::{self, AnswerForm, ReferralForm},
    reports::Narrowing,
    staff::Officer,
};
use rules::{MemberId, RegionCode};
use std::sync::Arc;

/// Each bank with what its letter says, and the words of it.
const LETTERS: [(&str, &str, &str); 2] =
    [("bri", "received", ""), ("bni", "asked", "Sudah berapa lama usaha ini berjalan?")];

/// Refers the member who was registered first in Kebon Jeruk.
pub(super) fn refer(app: &App) -> Result<(), Problem> {
    let area = RegionCode::parse("31.73.05").map_err(|_| unknown("31.73.05"))?;
    let narrowing = Narrowing { area: Some(area), ..Narrowing::default() };
    let asked = Asked { narrowing, limit: 1, ..Asked::default() };
    let found = people::list(&app.db, &app.house, &app.operator(), &asked)?;
    found.items.first().map_or(Ok(()), |first| both(app, first.row.id))
}

fn both(app: &App, member: MemberId) -> Result<(), Problem> {
    let (own, office) = (Arc::new(Officer::resident(member)), app.operator());
    app.change_now(move |tx, house| {
        for (bank, step, said) in LETTERS {
            let sent = asking(house, &own, house.now());
            let done = referrals::send(tx, house, &sent, member, &form(bank))?;
            let (step, said) = (step.to_owned(), said.to_owned());
            let answer = AnswerForm { step, said, ..AnswerForm::default() };
            let read = asking(house, &office, house.now());
            referrals::answer(tx, house, &read, done.event.referral, &answer)?;
        }
        Ok(())
    })
}

fn form(bank: &str) -> ReferralForm {
    ReferralForm {
        bank: bank.to_owned(),
        product: "kur".to_owned(),
        amount: "15000000".to_owned(),
        purpose: "Menambah penggorengan dan bahan baku".to_owned(),
        shared: ["name", "phone", "business", "statement"].map(str::to_owned).into(),
        documents: Vec::new(),
        consent: true,
    }
}
