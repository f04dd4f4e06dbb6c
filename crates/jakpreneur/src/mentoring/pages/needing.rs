//! The list of who needs a mentor, each with the office that looks after them meanwhile.
use crate::{
    App, Problem,
    mentoring::{self, Because},
    people,
    web::{Page, Shell, Visit},
    words::{MentorTerms, fill},
};
use askama::Template;
use axum::extract::State;

#[derive(Template)]
#[template(path = "mentoring/pages/needing.html")]
pub(super) struct NeedingPage {
    shell: Shell,
    w: &'static MentorTerms,
    counted: String,
    lines: Vec<Line>,
}

struct Line {
    open: String,
    name: String,
    office: String,
    why: &'static str,
}

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
) -> Result<Page<NeedingPage>, Problem> {
    let (officer, w, today) = (visit.officer()?, MentorTerms::of(visit.lang), app.house.today());
    let look = app.look(move |tx, house| {
        let found = mentoring::needing(tx, &officer, today)?;
        let briefs = people::briefs(house, found.iter().map(|one| one.row.clone()).collect());
        Ok((found, briefs))
    });
    let (found, briefs) = look.await?;
    let line = |(one, brief): (&mentoring::Needing, people::Brief)| Line {
        open: format!("/warga/{}", one.row.id),
        name: if brief.name.is_empty() { brief.row.number } else { brief.name },
        office: app.house.region_name(one.office),
        why: match one.because {
            Because::Nobody => w.why_nobody,
            Because::TermOver(_) => w.why_term_over,
            Because::OutOfReach(_) => w.why_out_of_reach,
        },
    };
    let lines: Vec<Line> = found.iter().zip(briefs).map(line).collect();
    let said = if lines.len() < mentoring::LISTED { w.all_of } else { w.first_of };
    Ok(Page::of(NeedingPage {
        shell: visit.shell(&app, w.needing),
        w,
        counted: fill(said, &[("n", &lines.len().to_string())]),
        lines,
    }))
}
