//! From a request to a release: counted beside the writer, released by it.
use super::{ReleaseForm, ReportReleased, prepare, release};
use crate::{
    App, Problem,
    journal::{Asking, Done, done_before},
};
use rules::Act;

/// Counts the report and releases it; the same request again is answered without counting anything.
pub async fn freeze(
    app: &App,
    asking: Asking,
    form: ReleaseForm,
) -> Result<Done<ReportReleased>, Problem> {
    asking.officer.may(Act::ReleaseReports)?;
    let again = asking.clone();
    if let Some(done) = app.look(move |tx, _| done_before(tx, &again)).await? {
        return Ok(done);
    }
    let (own, officer) = (app.clone(), asking.officer.clone());
    let draft = app.blocking(move || prepare(&own, &officer, &form)).await?;
    app.change(move |tx, house| release(tx, house, &asking, draft)).await
}
