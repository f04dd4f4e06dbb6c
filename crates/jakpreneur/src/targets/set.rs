//! Setting a target: its first version.
use super::{Draft, rows};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, Agency, RegionCode, TargetId,
    targets::{CountingRule, Indicator, Period},
};
use serde::{Deserialize, Serialize};

/// A target was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetSet {
    /// The target.
    pub target: TargetId,
    /// What it counts.
    pub indicator: Indicator,
    /// Whose; none for all agencies together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// Where.
    pub area: RegionCode,
    /// When.
    pub period: Period,
    /// How it is counted.
    pub rule: CountingRule,
    /// Which wording of the rule.
    pub rule_version: u8,
    /// Persons to reach.
    pub persons: u64,
    /// What it rests on; empty where nobody said.
    pub basis: String,
}

impl Event for TargetSet {
    const ACT: &'static str = "target.set";
}

/// Sets a target; there is one for an indicator, agency, area, period and rule.
pub fn set(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    draft: &Draft,
) -> Result<Done<TargetSet>, Problem> {
    asking.officer.may(Act::SetTargets)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    draft.check(&asking.officer)?;
    if rows::same(tx, draft)?.is_some() {
        return Err(Problem::Refused(Code::TargetThere));
    }
    let target = TargetId(house.new_id());
    let event = TargetSet {
        target,
        indicator: draft.indicator,
        agency: draft.agency,
        area: draft.area,
        period: draft.period,
        rule: draft.rule,
        rule_version: draft.rule.version(),
        persons: draft.target,
        basis: draft.basis.clone(),
    };
    let done = journal::record(tx, asking, Some(target.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a target.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &TargetSet) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}
