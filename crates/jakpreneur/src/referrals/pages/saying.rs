//! Referrals as these pages say them.
use crate::{
    referrals::{Banks, ReferralRow},
    web::Choice,
    words::{self, Capital, Lang, fill},
};
use rules::{
    Date, Rupiah,
    capital::{Advice, Step},
};

/// A referral in a list.
pub(super) struct Line {
    pub open: String,
    pub bank: String,
    pub product: String,
    pub name: String,
    pub asked: String,
    pub step: &'static str,
    pub since: String,
    pub days: String,
}

pub(super) fn step(step: Step, lang: Lang) -> &'static str {
    lang.pick(step.label_id(), step.label_en())
}

pub(super) fn line(
    row: &ReferralRow,
    banks: &Banks,
    today: Date,
    (open, name): (String, String),
    lang: Lang,
) -> Line {
    let w = Capital::of(lang);
    let days = (today - row.step_on).get_days().to_string();
    let said = if row.withdrawn_at.is_some() { w.withdrawn } else { step(row.step, lang) };
    Line {
        open,
        bank: banks.name(row.bank),
        product: banks.product_name(row.bank, row.product),
        name,
        asked: row.asked.to_string(),
        step: said,
        since: words::day(row.step_on, lang),
        days: fill(w.days, &[("n", &days)]),
    }
}

/// Every bank to choose from.
pub(super) fn bank_choices(banks: &Banks, chosen: &str) -> impl Iterator<Item = Choice> {
    banks
        .banks
        .iter()
        .map(move |(code, name, ..)| Choice::of(code.to_string(), name.clone(), chosen))
}

/// What an amount would be; empty where nothing is known.
pub(super) fn advised(banks: &Banks, amount: Rupiah, on: Date, lang: Lang) -> String {
    let w = Capital::of(lang);
    match banks.advice(amount, on) {
        Advice::Kur(tier) => fill(w.kur, &[("tier", lang.pick(tier.label_id(), tier.label_en()))]),
        Advice::NotKur => w.not_kur.to_owned(),
        Advice::Unknown => String::new(),
    }
}
