//! Rounds and entries as these pages say them.
use crate::{
    House,
    curations::{EntryRow, Listed, RoundRow},
    words::{self, Curation, Lang, fill},
};
use rules::{
    Date,
    marketing::curation::{EntryState, Grade},
};

/// An entry in a list.
pub(super) struct Line {
    pub open: String,
    pub product: String,
    pub name: String,
    pub state: String,
    pub colour: &'static str,
    pub since: String,
}

pub(super) fn state(state: EntryState, lang: Lang) -> &'static str {
    lang.pick(state.label_id(), state.label_en())
}

/// How far an entry is; a graded one with its grade.
pub(super) fn standing(row: &EntryRow, lang: Lang) -> (String, &'static str) {
    let colour = match row.state {
        EntryState::Registered | EntryState::Verified | EntryState::Validated => "jp-tag--amber",
        EntryState::Scheduled => "jp-tag--blue",
        EntryState::Graded if row.passed => "jp-tag--green",
        EntryState::Graded => "",
        EntryState::Declined => "jp-tag--red",
    };
    let said = state(row.state, lang).to_owned();
    let said = row.grade.as_ref().map_or(said.clone(), |grade| format!("{said}: {grade}"));
    (said, colour)
}

pub(super) fn line(it: &Listed, open: String, lang: Lang) -> Line {
    let (state, colour) = standing(&it.row, lang);
    Line {
        open,
        product: it.product.clone(),
        name: it.name.clone(),
        state,
        colour,
        since: words::day(it.row.state_on, lang),
    }
}

/// A round in a list.
pub(super) struct RoundLine {
    pub open: String,
    pub title: String,
    pub standing: &'static str,
    pub colour: &'static str,
    pub days: String,
    pub area: String,
    pub agency: String,
}

pub(super) fn round(row: &RoundRow, house: &House, lang: Lang) -> RoundLine {
    let (standing, colour) = round_standing(row, house.today(), lang);
    RoundLine {
        open: format!("/kurasi/{}", row.id),
        title: row.title.clone(),
        standing,
        colour,
        days: days(row, lang),
        area: house.region_name(row.area),
        agency: row.agency.to_string().to_uppercase(),
    }
}

pub(super) fn round_standing(
    row: &RoundRow,
    today: Date,
    lang: Lang,
) -> (&'static str, &'static str) {
    let w = Curation::of(lang);
    if row.takes_on(today) {
        (w.is_open, "jp-tag--green")
    } else if row.ended_on.is_none() && today < row.opens_on {
        (w.is_coming, "jp-tag--blue")
    } else {
        (w.is_over, "jp-tag--red")
    }
}

pub(super) fn days(row: &RoundRow, lang: Lang) -> String {
    let (from, to) = (row.opens_on, row.ended_on.unwrap_or(row.closes_on));
    let (from, to) = (words::day(from, lang), words::day(to, lang));
    fill(Curation::of(lang).from_to, &[("from", &from), ("to", &to)])
}

pub(super) fn grade(it: &Grade, lang: Lang) -> String {
    let w = Curation::of(lang);
    let text = if it.passes { w.grade_passes } else { w.grade_from };
    fill(text, &[("grade", &it.name), ("from", &it.from.to_string())])
}

/// When and where a product is brought; none before that is set.
pub(super) fn held(row: &EntryRow, lang: Lang) -> Option<String> {
    let (day, time, place) = (row.held_on?, row.held_at.as_ref()?, row.place.as_ref()?);
    let day = words::day(day, lang);
    let about = [("day", day.as_str()), ("time", time), ("place", place)];
    Some(fill(Curation::of(lang).held_said, &about))
}
