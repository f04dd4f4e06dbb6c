//! Pages that are only read: help, privacy, accessibility.
use crate::{
    App,
    web::{Page, Shell, Visit},
    words::{Accessibility, Help, Privacy},
};
use askama::Template;
use axum::extract::State;

#[derive(Template)]
#[template(path = "public/reading.html")]
pub(super) struct Reading {
    shell: Shell,
    sections: Vec<Section>,
}

struct Section {
    heading: &'static str,
    text: &'static str,
}

impl Section {
    fn paragraphs(&self) -> std::str::Lines<'static> {
        self.text.lines()
    }
}

fn page(
    app: &App,
    visit: &Visit,
    title: &str,
    sections: &[(&'static str, &'static str)],
) -> Page<Reading> {
    let sections = sections.iter().map(|&(heading, text)| Section { heading, text }).collect();
    Page::of(Reading { shell: visit.shell(app, title), sections })
}

/// How to register, what staff ask most, what the figures mean.
pub(super) async fn help(State(app): State<App>, visit: Visit) -> Page<Reading> {
    let w = Help::of(visit.lang);
    let sections = [
        (w.residents, w.residents_text),
        (w.staff, w.staff_text),
        (w.keys, w.keys_text),
        (w.numbers, w.numbers_text),
        (w.contact, w.contact_text),
    ];
    page(&app, &visit, w.title, &sections)
}

/// What is stored of whom, why, and what they may ask for.
pub(super) async fn privacy(State(app): State<App>, visit: Visit) -> Page<Reading> {
    let w = Privacy::of(visit.lang);
    let sections = [
        (w.purpose, w.purpose_text),
        (w.basis, w.basis_text),
        (w.stored, w.stored_text),
        (w.kept, w.kept_text),
        (w.rights, w.rights_text),
        (w.contact, w.contact_text),
        (w.cookies, w.cookies_text),
    ];
    page(&app, &visit, w.title, &sections)
}

/// What everybody can rely on, and whom to tell when something is in the way.
pub(super) async fn accessibility(State(app): State<App>, visit: Visit) -> Page<Reading> {
    let w = Accessibility::of(visit.lang);
    let sections = [
        (w.aim, w.aim_text),
        (w.works, w.works_text),
        (w.checked, w.checked_text),
        (w.report, w.report_text),
    ];
    page(&app, &visit, w.title, &sections)
}
