//! The way to halal that is open to a member's business; nothing is recorded.
use super::member::{MemberPage, id};
use crate::{
    App, Problem,
    licences::{self, Advised, HalalForm},
    web::{Page, Posted},
    words::{self, Lang, fill},
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use rules::{
    MemberId,
    licensing::{HalalPath, Obstacle},
};

/// Shows the member's permits with the advice.
pub(super) async fn advise(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, officer): (MemberId, _) = (id(&member)?, posted.visit.officer()?);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let form = HalalForm {
        annual_sales: text("annual_sales"),
        outlets: text("outlets"),
        slaughter: text("slaughter"),
    };
    let look = app.look(move |tx, house| {
        licences::advise_halal(tx, house, &officer, member, &form, house.today())
    });
    let (advised, lang) = (look.await, posted.visit.lang);
    let page = MemberPage::of(&app, &posted.visit, member, posted.fields);
    match advised {
        Ok(advised) => Ok(Page::of(page.await?.advised(lang, &advised)).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let fields = ["annual_sales", "outlets", "slaughter"];
            Ok(Page::wrong(page.await?.with(&wrong, lang, &fields)).into_response())
        }
        Err(other) => Err(other),
    }
}

/// The advice in a sentence.
pub(super) fn sentence(lang: Lang, advised: &Advised) -> String {
    let w = words::Licences::of(lang);
    let why = |all: &[Obstacle]| {
        let said = all.iter().map(|it| match it {
            Obstacle::Nib => w.against_nib,
            Obstacle::Sales => w.against_sales,
            Obstacle::Outlets => w.against_outlets,
            Obstacle::Slaughter => w.against_slaughter,
        });
        said.collect::<Vec<_>>().join(", ")
    };
    let advice = &advised.advice;
    match advice.path {
        HalalPath::Declared => w.path_declared.to_owned(),
        HalalPath::Regular => fill(w.path_regular, &[("why", &why(&advice.against))]),
        HalalPath::Ask => fill(w.path_ask, &[("why", &why(&advice.unasked))]),
    }
}
