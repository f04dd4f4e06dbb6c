//! What a template is given: the fields of a paper as values, never as source.

use serde::Serialize;
use typst::foundations::{Dict, IntoValue};

use super::{Unprintable, code};

/// The fields of a paper, by their names.
pub(super) fn of(paper: &impl Serialize) -> Result<Dict, Unprintable> {
    let fields = serde_json::to_value(paper).map_err(|_| Unprintable::Template)?;
    serde_json::from_value(fields).map_err(|_| Unprintable::Template)
}

/// Several papers of one kind as `papers`, and the code of each, in the same order, as `codes`.
pub(super) fn all<T: Serialize>(
    papers: &[T],
    text: impl Fn(&T) -> &str,
) -> Result<Dict, Unprintable> {
    #[derive(Serialize)]
    struct All<'p, T> {
        papers: &'p [T],
    }
    if papers.is_empty() {
        return Err(Unprintable::NoPages);
    }
    let mut inputs = of(&All { papers })?;
    let codes = papers.iter().map(|paper| code::square(text(paper)));
    let codes = codes.collect::<Result<Vec<_>, _>>()?;
    inputs.insert("codes".into(), codes.into_value());
    Ok(inputs)
}
