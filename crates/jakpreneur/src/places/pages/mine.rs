//! The classes of one member, for their file.
use crate::{
    places::Attended,
    words::{self, Lang},
};
use askama::Template;
use rules::training::ClassState;

/// The part of the file about classes; nothing where there are none.
#[derive(Template)]
#[template(path = "places/pages/mine.html")]
pub(crate) struct Mine {
    w: &'static words::Places,
    lines: Vec<Line>,
}

/// A class of the member.
struct Line {
    open: String,
    title: String,
    day: String,
    state: &'static str,
    /// What became of the class, where it is not still to be held.
    class_state: Option<&'static str>,
}

impl Mine {
    /// The classes a member has to do with. They lead to the announcement, which everybody may read.
    pub(crate) fn of(lang: Lang, them: &[Attended]) -> Self {
        let line = |it: &Attended| Line {
            open: format!("/kelas/{}", it.class),
            title: it.title.clone(),
            day: words::day(it.first_on, lang),
            state: lang.pick(it.state.label_id(), it.state.label_en()),
            class_state: Some(it.class_state)
                .filter(|state| *state != ClassState::Announced)
                .map(|state| lang.pick(state.label_id(), state.label_en())),
        };
        Self { w: words::Places::of(lang), lines: them.iter().map(line).collect() }
    }
}
