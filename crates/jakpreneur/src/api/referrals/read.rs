//! `GET /referrals`, one of them and its documents: within scope, or addressed to the bank that asks.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Declined, Found, Read},
    },
    referrals::{self, ReferralRow, Seen, SeenStep, Wanted},
    web::given_out,
    words::Lang,
};
use axum::{Json, extract::State, response::Response};
use rules::{
    FileId, ReferralId,
    capital::{Bank, Step},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which referrals are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReferralsWanted {
    /// To this bank alone.
    bank: Option<String>,
    /// At this step alone, by its word, or `withdrawn`.
    step: Option<String>,
    /// Open and unchanged for so many days at least.
    #[param(value_type = Option<u16>)]
    waiting_days: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A referral.
#[derive(Debug, Serialize, ToSchema)]
pub struct Referral {
    /// The referral.
    id: Uuid,
    /// The bank's code.
    bank: String,
    /// The product's code.
    product: String,
    /// The amount asked for, in whole rupiah.
    asked: i64,
    /// How far it is: a step's word.
    step: String,
    /// Since which day.
    #[schema(value_type = String, format = Date)]
    step_on: rules::Date,
    /// What the bank may see.
    shared: Vec<String>,
    /// The version of the words the member consented to.
    consent_wording: i16,
    /// Whether the member withdrew consent.
    withdrawn: bool,
}

/// A page of referrals.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralsPage {
    /// The referrals.
    items: Vec<Referral>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many there are over all pages.
    total: u64,
}

/// Something the bank may see.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralShown {
    /// What it is.
    what: String,
    /// What it says, a line each.
    lines: Vec<String>,
}

/// A document that goes with a referral.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralDocument {
    /// The file.
    file: Uuid,
    /// What it proves.
    name: String,
}

/// A step that was taken.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralStep {
    /// Its word.
    step: String,
    /// The day.
    #[schema(value_type = String, format = Date)]
    taken_on: rules::Date,
    /// What was asked for, approved or paid out.
    amount: Option<i64>,
    /// Why the bank does not lend.
    reason: Option<String>,
    /// What was said.
    said: String,
    /// Whether an officer entered it from the bank's letter.
    by_letter: bool,
    /// Whether it was taken back.
    taken_back: bool,
}

/// A referral opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReferralOpened {
    /// The referral.
    #[serde(flatten)]
    referral: Referral,
    /// The member record; null for the bank.
    member: Option<Uuid>,
    /// What the money is for.
    purpose: String,
    /// What the bank sees.
    shown: Vec<ReferralShown>,
    /// The documents that go with it.
    documents: Vec<ReferralDocument>,
    /// What happened, in order.
    steps: Vec<ReferralStep>,
    /// The person's other referrals; none for the bank.
    others: Vec<Referral>,
}

impl From<&ReferralRow> for Referral {
    fn from(row: &ReferralRow) -> Self {
        Self {
            id: row.id.0,
            bank: row.bank.to_string(),
            product: row.product.to_string(),
            asked: row.asked.0,
            step: row.step.word().to_owned(),
            step_on: row.step_on,
            shared: row.shared.iter().map(|it| it.word().to_owned()).collect(),
            consent_wording: row.wording,
            withdrawn: row.withdrawn_at.is_some(),
        }
    }
}

impl From<SeenStep> for ReferralStep {
    fn from(it: SeenStep) -> Self {
        Self {
            step: it.row.step.word().to_owned(),
            taken_on: it.row.on,
            amount: it.row.amount.map(|amount| amount.0),
            reason: it.row.reason.map(|why| why.word().to_owned()),
            said: it.said,
            by_letter: it.row.by_letter,
            taken_back: it.row.voided_at_position.is_some(),
        }
    }
}

impl From<Seen> for ReferralOpened {
    fn from(seen: Seen) -> Self {
        let shown = seen.shown.into_iter();
        let documents = seen.documents.into_iter();
        Self {
            referral: Referral::from(&seen.row),
            member: seen.member.map(|member| member.id.0),
            purpose: seen.purpose,
            shown: shown
                .map(|it| ReferralShown { what: it.what.word().to_owned(), lines: it.lines })
                .collect(),
            documents: documents
                .map(|it| ReferralDocument { file: it.file.0, name: it.name })
                .collect(),
            steps: seen.steps.into_iter().map(Into::into).collect(),
            others: seen.others.iter().map(Into::into).collect(),
        }
    }
}

fn wrong(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

impl ReferralsWanted {
    fn wanted(&self) -> Result<Wanted, Problem> {
        let bank = self.bank.as_ref().map(|raw| Bank::parse(raw)).transpose();
        let known = |word: &String| word == "withdrawn" || Step::of_word(word).is_some();
        if self.step.as_ref().is_some_and(|word| !known(word)) {
            return Err(wrong("step", Code::Word));
        }
        let waiting = self.waiting_days.as_ref().map(|raw| raw.parse()).transpose();
        let limit = self.limit.as_ref().map_or(Ok(50), |raw| raw.parse());
        let limit = limit.ok().filter(|limit| (1..=200).contains(limit));
        let after = self.after.as_ref().map(|raw| raw.parse()).transpose();
        let after = after.ok().filter(|after| after.is_none_or(|after: i64| after >= 0));
        Ok(Wanted {
            bank: bank.map_err(|_| wrong("bank", Code::Word))?,
            step: self.step.clone(),
            waiting: waiting.map_err(|_| wrong("waiting_days", Code::Number))?,
            after: after.ok_or_else(|| wrong("after", Code::Number))?,
            limit: limit.ok_or_else(|| wrong("limit", Code::Number))?,
        })
    }
}

/// List referrals
///
/// Those of people within scope; for a bank those addressed to it while the members consent.
#[utoipa::path(get, path = "/referrals", tag = "referrals", params(ReferralsWanted),
    responses(Read, Found, (status = 200, description = "A page.", body = ReferralsPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<ReferralsWanted>,
) -> Result<Json<ReferralsPage>, Declined> {
    let wanted = asked.wanted()?;
    let look = app.look(move |tx, house| referrals::list(tx, house, &officer, &wanted));
    let (total, items, next) = look.await?;
    let items = items.iter().map(|it| Referral::from(&it.row)).collect();
    Ok(Json(ReferralsPage { items, next, total }))
}

/// Open a referral
///
/// That it was opened is logged.
#[utoipa::path(get, path = "/referrals/{id}", tag = "referrals",
    params(("id" = Uuid, Path, description = "The referral.")),
    responses(Read, Found, (status = 200, description = "The referral.", body = ReferralOpened)))]
pub async fn one(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<ReferralId>,
) -> Result<Json<ReferralOpened>, Declined> {
    let at = app.house.now();
    let read = app.change(move |tx, house| referrals::see(tx, house, &officer, (id, Lang::Id), at));
    Ok(Json(read.await?.into()))
}

/// Open a document of a referral
///
/// That it was opened is logged.
#[utoipa::path(get, path = "/referrals/{id}/documents/{file}", tag = "referrals",
    params(("id" = Uuid, Path, description = "The referral."), ("file" = Uuid, Path, description = "The file.")),
    responses(Read, Found, (status = 200, description = "The file.",
        body = Vec<u8>, content_type = "application/octet-stream")))]
pub async fn document(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId((id, file)): RecordId<(ReferralId, FileId)>,
) -> Result<Response, Declined> {
    let at = app.house.now();
    let act = app.change(move |tx, house| {
        let log = (at, house.new_id());
        referrals::take_document(tx, house, &officer, log, (id, file))
    });
    let (media, bytes) = act.await?;
    Ok(given_out(file, media, bytes))
}
