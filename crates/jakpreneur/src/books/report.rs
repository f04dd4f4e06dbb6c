//! Keeping the report of closed months: by the programme's rule it is the financial reporting service (BR-31).
use super::{Opened, made::refused, mine, reference, rows, told};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::MemberRow,
    stages::{self, Remarks, State},
};
use db::Tx;
use rules::{
    MemberId, Rupiah, ServiceId, StageKind,
    books::{Period, Statements},
    growth::Month,
};
use serde::{Deserialize, Serialize};

/// A report was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportKept {
    /// Whose books.
    pub member: MemberId,
    /// From the beginning of this month
    pub first: Month,
    /// to the end of that.
    pub last: Month,
    /// The service it is; none where an earlier report of these months was it, or the rule asks for more.
    pub service: Option<ServiceId>,
    /// Its totals, sealed.
    pub told: Sealed,
}

impl Event for ReportKept {
    const ACT: &'static str = "books.report";
}

/// The totals of a report, whole rupiah.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// What the business had at the end.
    pub assets: Rupiah,
    /// What it owed.
    pub liabilities: Rupiah,
    /// What was the owner's.
    pub equity: Rupiah,
    /// What was earned in the time.
    pub income: Rupiah,
    /// What it cost.
    pub expenses: Rupiah,
    /// Money before.
    pub opening_cash: Rupiah,
    /// Money at the end.
    pub closing_cash: Rupiah,
}

/// The part of the act that is the service.
const SERVICE: usize = 0;

/// Keeps the report of whole closed months of the member who asks. The same report is not kept twice.
pub fn report(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    (first, last): (Month, Month),
) -> Result<Done<ReportKept>, Problem> {
    let row = mine(tx, asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let books = Opened::of(tx, house, &row)?.books;
    let period = Period::months(first, last).map_err(refused)?;
    books.may_report(period).map_err(refused)?;
    let totals = Totals::of(&Statements::of(&books, period));
    let before = rows::reports(tx, row.id, first, last)?;
    let key = told::key(house, &row)?;
    if before.last().is_some_and(|it| told::open(&key, &row, it).as_ref() == Some(&totals)) {
        return Err(Problem::Refused(Code::Unchanged));
    }
    let terms = reference::report_terms(tx, asking.at.date())?;
    let counts = before.is_empty() && terms.count(first, last);
    let service =
        if counts { Some(service(tx, house, asking, &row, (first, last))?) } else { None };
    let told = told::seal(house, &row, &totals)?;
    let event = ReportKept { member: row.id, first, last, service, told };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn service(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    (first, last): (Month, Month),
) -> Result<ServiceId, Problem> {
    let evidence = format!("Laporan keuangan {first} s.d. {last}");
    let new = stages::Recordable {
        stage: StageKind::FinancialReporting,
        state: State::Completed,
        occurred_on: asking.at.date().max(row.registered_on),
        agency: row.agency,
        area: None,
        remarks: Remarks { evidence, note: String::new() },
    };
    let done = stages::enter(tx, house, &asking.part(SERVICE), row, &new, None)?;
    Ok(done.event.service)
}

/// The row of a report.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReportKept) -> Result<(), Problem> {
    Ok(rows::keep(tx, stamp, event)?)
}

impl Totals {
    fn of(told: &Statements) -> Self {
        let (position, income, flow) = (&told.position, &told.income, &told.cash_flow);
        Self {
            assets: position.total_assets(),
            liabilities: position.total_liabilities(),
            equity: position.total_equity(),
            income: income.total_income(),
            expenses: income.total_expenses(),
            opening_cash: flow.opening,
            closing_cash: flow.closing,
        }
    }
}
