//! The panel beside the counter's form: is this NIK known, who looks alike, what does it say.
use crate::{
    App, House, Problem,
    people::{self, Checked, Match, Seen},
    staff::Officer,
    web::{Fields, Page, Posted},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::State;
use db::Tx;
use rules::Date;

/// What the check found, to be read.
#[derive(Template)]
#[template(path = "counter/check.html")]
pub(super) struct Panel {
    w: &'static words::Counter,
    registered: Vec<Line>,
    elsewhere: bool,
    similar: Vec<Line>,
    warnings: Vec<&'static str>,
    born: Option<String>,
    sex: Option<&'static str>,
    issued_here: bool,
}

/// A record that was found, masked.
struct Line {
    open: Option<String>,
    name: String,
    office: String,
    stage: &'static str,
}

/// Answers the form's script while the officer types.
pub(super) async fn answer(State(app): State<App>, posted: Posted) -> Result<Page<Panel>, Problem> {
    let (officer, lang) = (posted.visit.officer()?, posted.visit.lang);
    let panel = app.look(move |tx, house| Panel::look(tx, house, &officer, &posted.fields, lang));
    Ok(Page::of(panel.await?))
}

impl Panel {
    /// Looks up what is typed so far.
    pub(super) fn look(
        tx: &mut Tx<'_>,
        house: &House,
        officer: &Officer,
        typed: &Fields,
        lang: Lang,
    ) -> Result<Self, Problem> {
        let seen = Seen {
            nik: typed.get("nik").to_owned(),
            name: typed.get("name").to_owned(),
            birth_date: typed.get("birth_date").to_owned(),
            phone: typed.get("phone").to_owned(),
        };
        let checked = people::check(tx, house, officer, &seen)?;
        Ok(Self::of(checked, house.today(), lang))
    }

    fn of(checked: Checked, today: Date, lang: Lang) -> Self {
        let w = words::Counter::of(lang);
        let line = |found: Match| Line {
            open: found.member.map(|member| format!("/warga/{member}")),
            name: found.name,
            office: found.office,
            stage: lang.pick(found.stage.label_id(), found.stage.label_en()),
        };
        let born = checked.birth_date.map(|born| {
            let age = rules::date::age(born, today).to_string();
            fill(w.born, &[("date", &words::day(born, lang)), ("age", &age)])
        });
        Self {
            w,
            registered: checked.registered.into_iter().map(line).collect(),
            elsewhere: checked.registered_elsewhere,
            similar: checked.similar.into_iter().map(line).collect(),
            issued_here: !checked.warnings.contains(&"nik-elsewhere"),
            warnings: checked.warnings.iter().filter_map(|code| warning(w, code)).collect(),
            born,
            sex: checked.sex.map(|sex| lang.pick(sex.label_id(), sex.label_en())),
        }
    }

    fn how_many(&self) -> String {
        fill(self.w.similar, &[("n", &self.similar.len().to_string())])
    }
}

/// The words of a warning; the codes are those of `rules::nik::Warning`.
fn warning(w: &'static words::Counter, code: &str) -> Option<&'static str> {
    let known = [
        ("nik-date", w.impossible_date),
        ("nik-serial", w.zero_serial),
        ("nik-elsewhere", w.outside),
        ("birth-date-differs", w.birth_differs),
        ("sex-differs", w.sex_differs),
        ("under-17", w.under_17),
    ];
    known.into_iter().find(|(known, _)| *known == code).map(|(_, said)| said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::nik::Warning;

    #[test]
    fn every_warning_has_words() {
        let w = words::Counter::of(Lang::Id);
        for known in [
            Warning::ImpossibleDate,
            Warning::ZeroSerial,
            Warning::IssuedElsewhere,
            Warning::BirthDateDiffers,
            Warning::SexDiffers,
            Warning::UnderSeventeen,
        ] {
            assert!(warning(w, known.code()).is_some(), "{}", known.code());
        }
    }
}
