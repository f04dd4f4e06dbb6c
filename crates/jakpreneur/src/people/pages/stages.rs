//! Which stages a record reached, and since when.
use crate::{
    people::File,
    stages::{ServiceRow, State},
    words::{self, Lang, fill},
};
use rules::{Date, Scheme, StageKind};

/// A stage of a record.
pub(super) struct Reached {
    /// The stage.
    pub stage: &'static str,
    /// Since when it is reached or under way, or that it is neither.
    pub said: String,
    /// Whether it is neither.
    pub not_yet: bool,
}

/// Every stage in the usual order.
pub(super) fn reached(lang: Lang, file: &File) -> Vec<Reached> {
    let w = words::People::of(lang);
    let of = |stage: StageKind| {
        let registered = (stage == StageKind::Registration).then_some(file.row.registered_on);
        let done = registered.or_else(|| first(&file.services, stage, State::Completed));
        let begun = first(&file.services, stage, State::Started);
        let since = |text: &str, on: Date| fill(text, &[("date", &rules::date::words(on))]);
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
fn first(services: &[ServiceRow], stage: StageKind, state: State) -> Option<Date> {
    let valid = services.iter().filter(|service| service.voided_at_position.is_none());
    let of_kind = valid.filter(|service| (service.stage, service.state) == (stage, state));
    of_kind.map(|service| service.occurred_on).min()
}
