//! A plan in figures: what it lays out beside what became of it, people apart from seats and attendances.
use super::{Held, Plan, held, rows};
use crate::{
    classes::{HeldClass, Taken, under_plan},
    staff::Scope,
};
use db::{Result, Tx};
use rules::{
    RegionCode,
    training::{
        ClassKind,
        plan::{self, Clash, Gap, Numbered, PlannedClasses, Sums, clashes},
    },
};
use std::collections::BTreeMap;

/// What is planned, and what was held of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Both {
    /// What the lines come to.
    pub planned: Sums,
    /// What became of them.
    pub held: Held,
}

/// The figures of one version of a plan, of the lines within somebody's scope.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// All lines.
    pub total: Both,
    /// By month, 1 to 12.
    pub months: BTreeMap<i8, Both>,
    /// By kecamatan.
    pub areas: BTreeMap<RegionCode, Both>,
    /// By the code of the trade.
    pub trades: BTreeMap<String, Both>,
    /// By for whom the classes are.
    pub kinds: BTreeMap<ClassKind, Both>,
    /// By kecamatan, month and trade.
    pub groups: BTreeMap<(RegionCode, i8, String), Both>,
    /// Lines that want one room or trainer on one day.
    pub clashes: Vec<Clash>,
    /// Whether these are all lines of the plan, so that they can be held against its target.
    pub whole: bool,
}

/// The figures of a version; the caller has found the plan in scope.
pub fn figures(tx: &mut Tx<'_>, scope: &Scope, plan: &Plan, version: i64) -> Result<Figures> {
    let lines = rows::lines(tx, scope, plan.id, version)?;
    let (classes, taken) = under_plan(tx, scope, plan.id)?;
    Ok(Figures {
        whole: scope.covers(&plan.agency, plan.area),
        clashes: clashes(&lines),
        ..Figures::of(&lines, &classes, &taken)
    })
}

impl Figures {
    fn of(lines: &[Numbered], classes: &[HeldClass], taken: &[Taken]) -> Self {
        let counting = Counting { lines, classes, taken };
        let all = counting.by(|_| (), |_| ());
        Self {
            total: all.into_values().next().unwrap_or_default(),
            months: counting.by(|line| line.month, |class| class.month),
            areas: counting.by(|line| line.area, |class| class.area),
            trades: counting.by(|line| line.trade.clone(), |class| class.trade.clone()),
            kinds: counting.by(|line| line.kind, |class| class.kind),
            groups: counting.by(
                |line| (line.area, line.month, line.trade.clone()),
                |class| (class.area, class.month, class.trade.clone()),
            ),
            ..Self::default()
        }
    }

    /// What is planned beside the target of the whole plan.
    pub fn gap(&self, persons_target: u32) -> Gap {
        Gap { target: persons_target.into(), planned: self.total.planned.persons }
    }
}

struct Counting<'c> {
    lines: &'c [Numbered],
    classes: &'c [HeldClass],
    taken: &'c [Taken],
}

impl<'c> Counting<'c> {
    fn by<K: Ord + Clone>(
        &self,
        of_line: impl Fn(&'c PlannedClasses) -> K,
        of_class: impl Fn(&'c HeldClass) -> K,
    ) -> BTreeMap<K, Both> {
        let mut groups: BTreeMap<K, Both> = BTreeMap::new();
        for (key, planned) in plan::by(self.lines.iter().map(|(_, line)| line), of_line) {
            groups.entry(key).or_default().planned = planned;
        }
        for (key, held) in held::by(self.classes, self.taken, of_class) {
            groups.entry(key).or_default().held = held;
        }
        groups
    }
}
