//! What the forms of permits offer, and how a permit is told in a line.
use crate::{
    House,
    licences::{LicenceForm, LicenceRow, SOON},
    web::{Choice, Fields},
    words::{self, Lang},
};
use rules::{
    Date,
    licensing::{LicenceState, RefusalReason, Validity, reminder_due},
};

/// The selects of the form that records a permit.
pub(super) struct FormChoices {
    pub kinds: Vec<Choice>,
    pub states: Vec<Choice>,
    pub refusals: Vec<Choice>,
    pub products: Vec<Choice>,
}

impl FormChoices {
    pub(super) fn of(house: &House, lang: Lang, typed: &Fields) -> Self {
        let (w, permits) = (words::Licences::of(lang), house.permits());
        let now = |field: &str| typed.get(field).to_owned();
        let state = typed.some("state").unwrap_or_else(|| LicenceState::Issued.word().to_owned());
        let states = [LicenceState::Requested, LicenceState::Issued, LicenceState::Refused];
        let products = permits.exclusions.iter().filter(|it| it.holds_on(house.today()));
        let products = products.map(|it| {
            Choice::of(
                it.product.to_string(),
                lang.pick(&it.name, &it.name_en).to_string(),
                &now("product"),
            )
        });
        Self {
            kinds: kinds(house, lang, w.choose, &now("kind")),
            states: states
                .map(|it| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), &state))
                .into(),
            refusals: refusals(lang, &now("refusal")),
            products: first(w.no_product).into_iter().chain(products).collect(),
        }
    }
}

fn first(label: &str) -> Vec<Choice> {
    vec![Choice { value: String::new(), label: label.to_owned(), chosen: false }]
}

/// Every kind, after one for none.
pub(super) fn kinds(house: &House, lang: Lang, none: &str, now: &str) -> Vec<Choice> {
    let permits = house.permits();
    let kinds = permits.kinds.iter();
    let kinds = kinds.map(|it| {
        Choice::of(it.kind.to_string(), lang.pick(&it.name, &it.name_en).to_string(), now)
    });
    first(none).into_iter().chain(kinds).collect()
}

/// Every reason of a refusal, after one for none.
pub(super) fn refusals(lang: Lang, now: &str) -> Vec<Choice> {
    let w = words::Licences::of(lang);
    let all = RefusalReason::ALL
        .map(|it| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), now));
    first(w.no_refusal).into_iter().chain(all).collect()
}

/// A permit as typed.
pub(super) fn form(typed: &Fields) -> LicenceForm {
    let text = |field: &str| typed.get(field).to_owned();
    LicenceForm {
        kind: text("kind"),
        state: text("state"),
        number: text("number"),
        issuer: text("issuer"),
        requested_on: text("requested_on"),
        issued_on: text("issued_on"),
        expires_on: text("expires_on"),
        ended_on: text("ended_on"),
        refusal: text("refusal"),
        product: text("product"),
        agency: text("agency"),
        note: text("note"),
        wave: typed.get("wave").parse().ok(),
    }
}

/// How a permit stands on a day, in words and in colour.
pub fn standing(on: Date, lang: Lang, row: &LicenceRow) -> (&'static str, &'static str) {
    let w = words::Licences::of(lang);
    let Some(validity) = row.validity_on(on) else { return (w.voided, "jp-tag--red") };
    let due = reminder_due(row.state, row.dates.expires_on, on, SOON);
    if due && validity == Validity::Valid {
        return (w.ends_soon, "jp-tag--amber");
    }
    let colour = match validity {
        Validity::Waiting => "jp-tag--amber",
        Validity::Valid => "jp-tag--green",
        Validity::Expired | Validity::Refused | Validity::Revoked => "jp-tag--red",
    };
    (lang.pick(validity.label_id(), validity.label_en()), colour)
}

/// What is odd about a permit, in a sentence.
pub(super) fn odd(lang: Lang, warnings: &[String]) -> Option<String> {
    let said: Vec<String> = warnings.iter().map(|it| words::licence_warning(it, lang)).collect();
    let text = words::Licences::of(lang).odd;
    (!said.is_empty()).then(|| words::fill(text, &[("warnings", &said.join("; "))]))
}
