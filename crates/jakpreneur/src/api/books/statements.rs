//! `GET /books/{business}/statements`: position, income and cash flow of whole months.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Declined, Found, Read},
    },
    books::seen_by,
};
use axum::{Json, extract::State};
use rules::{
    Act, MemberId,
    books::{Activity, Line, Period, Statements},
    growth::Month,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which months the statements are of.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MonthsWanted {
    /// The first month; this month when not given.
    #[param(example = "2022-01", pattern = "^[0-9]{4}-[0-9]{2}$")]
    from: Option<String>,
    /// The last month; this month when not given.
    #[param(example = "2022-05", pattern = "^[0-9]{4}-[0-9]{2}$")]
    to: Option<String>,
}

/// The statements of a business by SAK EMKM; amounts in whole rupiah.
#[derive(Debug, Serialize, ToSchema)]
pub struct BookStatements {
    /// The first day.
    #[schema(format = Date)]
    from: String,
    /// The last day, at whose end the position is.
    #[schema(format = Date)]
    to: String,
    /// Whether all of it is closed; what is open may change.
    is_closed: bool,
    /// What the business has, below zero what lessens it.
    assets: Vec<AccountLine>,
    /// What it owes.
    liabilities: Vec<AccountLine>,
    /// What is the owner's, drawings below zero.
    equity: Vec<AccountLine>,
    /// The sum of the assets, which is that of liabilities and equity.
    total_assets: i64,
    /// The sum of the liabilities.
    total_liabilities: i64,
    /// The sum of the equity.
    total_equity: i64,
    /// What was earned.
    income: Vec<AccountLine>,
    /// What it cost.
    expenses: Vec<AccountLine>,
    /// Profit, or a loss below zero.
    result: i64,
    /// Cash and bank before the first day.
    opening_cash: i64,
    /// What money moved for.
    cash_flows: Vec<CashFlowLine>,
    /// Cash and bank at the end of the last day: opening and inflow, less outflow.
    closing_cash: i64,
    /// Classes about finance that the member finished, the newest first.
    finance_classes: Vec<FinanceClassLine>,
}

/// A class about finance that the member finished.
#[derive(Debug, Serialize, ToSchema)]
pub struct FinanceClassLine {
    /// The class.
    id: uuid::Uuid,
    /// What it is called.
    title: String,
    /// The day of its last session.
    #[schema(format = Date)]
    last_on: String,
}

/// An account with its amount.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountLine {
    /// Its number in the chart.
    #[schema(example = "1.1")]
    number: &'static str,
    /// Its word.
    #[schema(example = "cash")]
    account: &'static str,
    /// Whole rupiah.
    amount: i64,
}

/// Money of one activity.
#[derive(Debug, Serialize, ToSchema)]
pub struct CashFlowLine {
    /// What it moved for.
    #[schema(pattern = "^(operating|investing|financing)$")]
    activity: &'static str,
    /// What came in.
    inflow: i64,
    /// What went out.
    outflow: i64,
}

/// Ask for the statements of a member's books
///
/// Only while the member consents; otherwise not found. That they were opened is logged, and the member sees it.
#[utoipa::path(get, path = "/books/{business}/statements", tag = "books",
    params(("business" = Uuid, Path, description = "The member record whose business it is."), MonthsWanted),
    responses(Read, Found, (status = 200, description = "The statements.", body = BookStatements),
        (status = 409, description = "`no-period`: the months are in the wrong order, or over more than ten years.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn of(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(member): RecordId<MemberId>,
    Query(asked): Query<MonthsWanted>,
) -> Result<Json<BookStatements>, Declined> {
    officer.may(Act::ReadBooks)?;
    let this = Month::of(app.house.today());
    let first = month("from", asked.from.as_deref(), this)?;
    let last = month("to", asked.to.as_deref(), this)?;
    let period = Period::months(first, last);
    let period = period.map_err(|no| Problem::Refused(Code::Books(no)))?;
    let at = app.house.now();
    let (_, opened) = app.change(move |tx, house| seen_by(tx, house, &officer, member, at)).await?;
    let is_closed = opened.books.is_closed(period.to());
    let statements = Statements::of(&opened.books, period);
    let classes = opened.classes.into_iter().map(|it| FinanceClassLine {
        id: it.class.0,
        title: it.title,
        last_on: it.last_on.to_string(),
    });
    Ok(Json(BookStatements::new(&statements, is_closed, classes.collect())))
}

fn month(field: &'static str, text: Option<&str>, otherwise: Month) -> Result<Month, Problem> {
    let Some(text) = text else { return Ok(otherwise) };
    let wrong = |_| Problem::Invalid(vec![FieldError::new(field, Code::Month)]);
    Month::parse_officer(text).map_err(wrong)
}

impl BookStatements {
    fn new(of: &Statements, is_closed: bool, finance_classes: Vec<FinanceClassLine>) -> Self {
        let (position, income, flow) = (&of.position, &of.income, &of.cash_flow);
        let flows =
            Activity::ALL.into_iter().zip(flow.flows).map(|(activity, moved)| CashFlowLine {
                activity: activity.word(),
                inflow: moved.inflow.0,
                outflow: moved.outflow.0,
            });
        Self {
            from: of.period.from().to_string(),
            to: of.period.to().to_string(),
            is_closed,
            assets: lines(&position.assets),
            liabilities: lines(&position.liabilities),
            equity: lines(&position.equity),
            total_assets: position.total_assets().0,
            total_liabilities: position.total_liabilities().0,
            total_equity: position.total_equity().0,
            income: lines(&income.income),
            expenses: lines(&income.expenses),
            result: income.result().0,
            opening_cash: flow.opening.0,
            cash_flows: flows.collect(),
            closing_cash: flow.closing.0,
            finance_classes,
        }
    }
}

fn lines(of: &[Line]) -> Vec<AccountLine> {
    let line = |line: &Line| AccountLine {
        number: line.account.number(),
        account: line.account.word(),
        amount: line.amount.0,
    };
    of.iter().map(line).collect()
}
