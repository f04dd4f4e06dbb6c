//! Which stages a record reached, and since when.
use crate::{
    people::File,
    stages::State,
    words::{self, Lang, fill},
};
use rules::{Date, Scheme, StageKind};

/// A stage of a record.
pub(crate) struct Reached {
    /// The stage.
    pub stage: &'static str,
    /// Since when it is reached or under way, or that it is neither.
    pub said: String,
    /// Whether it is neither.
    pub not_yet: bool,
}

/// Every stage in the usual order, over one record of a person or all of them.
pub(crate) fn reached(lang: Lang, files: &[&File]) -> Vec<Reached> {
    let w = words::People::of(lang);
    let registered_on = files.iter().map(|file| file.row.registered_on).min();
    let of = |stage: StageKind| {
        let registered = registered_on.filter(|_| stage == StageKind::Registration);
        let done = registered.or_else(|| first(files, stage, State::Completed));
        let begun = first(files, stage, State::Started);
        let since = |text: &str, on: Date| fill(text, &[("date", &words::day(on, lang))]);
        let said = match (done, begun) {
            (Some(on), _) => since(w.since, on),
            (None, Some(on)) => since(w.open_since, on),
            (None, None) => w.not_yet.to_owned(),
        };
        let not_yet = done.is_none() && begun.is_none();
        Reached { stage: lang.pick(stage.label_id(), stage.label_en()), said, not_yet }
    };
    Scheme::Pergub.order().map(of).into()
}

/// The first day of a stage in a state, without what was taken back.
pub(crate) fn first(files: &[&File], stage: StageKind, state: State) -> Option<Date> {
    let services = files.iter().flat_map(|file| &file.services);
    let valid = services.filter(|service| service.voided_at_position.is_none());
    let of_kind = valid.filter(|service| (service.stage, service.state) == (stage, state));
    of_kind.map(|service| service.occurred_on).min()
}
