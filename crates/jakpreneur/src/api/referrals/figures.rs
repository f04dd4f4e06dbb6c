//! `GET /banks` and `GET /figures/referrals`: who lends what, and referrals in numbers.
use crate::{
    App,
    api::{
        asking::Caller,
        problem::{Declined, Read},
    },
    referrals::{self, Banks, Figures},
};
use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

/// A product of a bank.
#[derive(Debug, Serialize, ToSchema)]
pub struct BankProduct {
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// The least amount lent, in whole rupiah.
    least: i64,
    /// The most; null where the bank names none.
    most: Option<i64>,
    /// The first day it is offered.
    #[schema(value_type = String, format = Date)]
    valid_from: rules::Date,
    /// The first day it is offered no more.
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<rules::Date>,
}

/// A partner bank.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnerBank {
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// The first day it is a partner.
    #[schema(value_type = String, format = Date)]
    valid_from: rules::Date,
    /// The first day it is a partner no more.
    #[schema(value_type = Option<String>, format = Date)]
    valid_to: Option<rules::Date>,
    /// What it lends.
    products: Vec<BankProduct>,
}

/// The limit of a kind of KUR, from a day on.
#[derive(Debug, Serialize, ToSchema)]
pub struct KurLimit {
    /// `super_micro`, `micro` or `small`.
    tier: String,
    /// The most, in whole rupiah.
    most: i64,
    /// The first day of the limit.
    #[schema(value_type = String, format = Date)]
    valid_from: rules::Date,
}

/// Which event counts as having reached the capital stage, from a day on.
#[derive(Debug, Serialize, ToSchema)]
pub struct CapitalTerm {
    /// `applied`, `approved` or `disbursed`.
    counts: String,
    /// The first day of the rule.
    #[schema(value_type = String, format = Date)]
    valid_from: rules::Date,
}

/// Banks, limits, and what counts.
#[derive(Debug, Serialize, ToSchema)]
pub struct BankList {
    /// The banks.
    items: Vec<PartnerBank>,
    /// The limits of KUR; they advise and never refuse.
    kur: Vec<KurLimit>,
    /// What counts as having reached the stage.
    capital_terms: Vec<CapitalTerm>,
}

/// The referrals to a bank that stand at one step.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralLine {
    /// The bank's code.
    bank: String,
    /// A step's word, or `withdrawn`.
    step: String,
    /// How many: as many as the list of the same bank and step.
    referrals: u64,
    /// What they ask for, in whole rupiah.
    asked: i64,
    /// What was approved, or paid out.
    granted: i64,
}

/// How long referrals to a bank stood at a step before the next.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralDays {
    /// The bank's code.
    bank: String,
    /// The step that was left.
    step: String,
    /// How often it was left.
    times: u64,
    /// The median of the days.
    median: i64,
}

/// Referrals in numbers.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralFigures {
    /// By bank and step; referrals and rupiah add up.
    rows: Vec<ReferralLine>,
    /// By bank and the step that was left.
    days: Vec<ReferralDays>,
}

/// List the partner banks
#[utoipa::path(get, path = "/banks", tag = "referrals",
    responses(Read, (status = 200, description = "The banks.", body = BankList)))]
pub async fn banks(State(app): State<App>, _: Caller) -> Result<Json<BankList>, Declined> {
    Ok(Json(app.look(|tx, _| referrals::banks(tx)).await?.into()))
}

impl From<Banks> for BankList {
    fn from(of: Banks) -> Self {
        let products = |bank| {
            let own = of.products.iter().filter(move |it| it.bank == bank);
            let told = own.map(|it| BankProduct {
                code: it.product.to_string(),
                name: it.name.clone(),
                least: it.least.0,
                most: it.most.map(|most| most.0),
                valid_from: it.valid_from,
                valid_to: it.valid_to,
            });
            told.collect()
        };
        let items = of.banks.iter().map(|(bank, name, from, to)| PartnerBank {
            code: bank.to_string(),
            name: name.clone(),
            valid_from: *from,
            valid_to: *to,
            products: products(*bank),
        });
        let kur = of.tiers.iter().map(|it| KurLimit {
            tier: it.tier.word().to_owned(),
            most: it.most.0,
            valid_from: it.valid_from,
        });
        let terms = of.counts.iter().map(|(from, counts)| CapitalTerm {
            counts: counts.word().to_owned(),
            valid_from: *from,
        });
        Self { items: items.collect(), kur: kur.collect(), capital_terms: terms.collect() }
    }
}

/// Count referrals
///
/// Those of people within scope, by bank and step, with amounts and the days each step took.
#[utoipa::path(get, path = "/figures/referrals", tag = "figures",
    responses(Read, (status = 200, description = "The figures.", body = ReferralFigures)))]
pub async fn figures(
    State(app): State<App>,
    Caller(officer): Caller,
) -> Result<Json<ReferralFigures>, Declined> {
    let look = app.look(move |tx, _| referrals::figures(tx, &officer));
    Ok(Json(look.await?.into()))
}

impl From<Figures> for ReferralFigures {
    fn from(of: Figures) -> Self {
        let rows = of.lines.into_iter().map(|it| ReferralLine {
            bank: it.bank.to_string(),
            step: it.step,
            referrals: it.referrals,
            asked: it.asked.0,
            granted: it.granted.0,
        });
        let days = of.days.into_iter().map(|it| ReferralDays {
            bank: it.bank.to_string(),
            step: it.step.word().to_owned(),
            times: it.times,
            median: it.median,
        });
        Self { rows: rows.collect(), days: days.collect() }
    }
}
