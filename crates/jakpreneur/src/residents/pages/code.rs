//! A sign-in code for a member, shown once to the officer who hands it over.
use crate::{
    App, Problem,
    residents::give_code,
    web::{Page, Posted, Shell},
    words::{Residents, fill},
};
use askama::Template;
use axum::extract::{Path, State};
use rules::{MemberId, sign_in_code::good_until};

#[derive(Template)]
#[template(path = "residents/pages/code.html")]
pub(super) struct CodePage {
    shell: Shell,
    w: &'static Residents,
    member: MemberId,
    number: String,
    code: String,
    until: String,
}

/// Makes a code and shows it.
pub(super) async fn give(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Page<CodePage>, Problem> {
    let member: MemberId = id.parse().map_err(|_| Problem::NotFound)?;
    let (asking, w) = (posted.asking(&app)?, Residents::of(posted.visit.lang));
    let until = good_until(asking.at).wib();
    let scope = asking.officer.scope.clone();
    let given = app.change(move |tx, house| {
        let (_, code) = give_code(tx, house, &asking, member)?;
        let row = crate::people::record(tx, &scope, member)?.ok_or(Problem::NotFound)?;
        Ok((code, row.number))
    });
    let (code, number) = given.await?;
    Ok(Page::of(CodePage {
        shell: posted.visit.shell(&app, w.code_title),
        w,
        member,
        number,
        code: code.spelled(),
        until: fill(w.good_until, &[("at", &until)]),
    }))
}
