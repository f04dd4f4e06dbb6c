//! The obvious model: what stands is found fact by fact, and judged by the rules one by one.

use std::collections::BTreeMap;

use figures::UNMAPPED;
use figures::growth::{
    Answer, Business, Counts, Dimension, Fact, Group, Limits, Measure, Measurement, Place,
    Question, Terms,
};
use rules::growth::{Month, Need, SizeRules, Workers, class_change, level_up};
use rules::{Day, Rupiah};

/// What is known of one business.
struct Followed {
    business: Business,
    measured: BTreeMap<u16, Measurement>,
    /// Day, and where from then on, in the order of the journal.
    moves: Vec<(u16, Place)>,
}

/// Where a business stands, in the numbers of `Counts`.
struct Standing {
    outcome: usize,
    changes: [usize; 3],
    gained: i64,
}

pub struct Naive<'a>(pub &'a [Fact]);

impl Naive<'_> {
    pub fn ask(&self, question: &Question) -> Answer {
        let mut answer = Answer::default();
        let mut groups: BTreeMap<[u16; 2], Counts> = BTreeMap::new();
        for followed in self.in_scope(question) {
            let standing = followed.standing(question);
            standing.count(&mut answer.whole);
            standing.count(groups.entry(followed.key(question)).or_default());
        }
        if question.by.iter().any(Option::is_some) {
            answer.groups = groups.into_iter().map(|(key, counts)| Group { key, counts }).collect();
        }
        answer
    }

    /// All positions of a list, newest first.
    pub fn list(&self, question: &Question, measure: Measure) -> Vec<u32> {
        let counted = self.in_scope(question).into_iter().filter(|followed| {
            let standing = followed.standing(question);
            match measure {
                Measure::Businesses => true,
                Measure::Outcome(outcome) => standing.outcome == outcome as usize,
                Measure::Change(of, outcome) => standing.changes[of] == outcome as usize,
                Measure::Gaining => standing.gained > 0,
                Measure::Losing => standing.gained < 0,
            }
        });
        counted.map(|followed| followed.business.position).rev().collect()
    }

    fn in_scope(&self, question: &Question) -> Vec<Followed> {
        let mut all = self.followed(question.known_at.unwrap_or(u32::MAX));
        all.retain(|followed| followed.is_in_scope(question));
        all
    }

    fn followed(&self, known_at: u32) -> Vec<Followed> {
        let mut all: BTreeMap<u32, Followed> = BTreeMap::new();
        for fact in self.0.iter().filter(|fact| fact.position() <= known_at) {
            match *fact {
                Fact::Business(business) => {
                    let followed = Followed { business, measured: BTreeMap::new(), moves: vec![] };
                    all.insert(business.position, followed);
                }
                Fact::Move(moved) => {
                    all.get_mut(&moved.business).unwrap().moves.push((moved.on, moved.to));
                }
                Fact::Measurement(new) => all.get_mut(&new.business).unwrap().measure(new),
                Fact::Void(void) => {
                    all.get_mut(&void.business).unwrap().measured.remove(&void.month);
                }
            }
        }
        all.into_values().collect()
    }
}

impl Followed {
    /// The last baseline marked is the only one.
    fn measure(&mut self, new: Measurement) {
        if new.is_baseline {
            self.measured.values_mut().for_each(|of| of.is_baseline = false);
        }
        self.measured.insert(new.month, new);
    }

    fn standing(&self, question: &Question) -> Standing {
        let series: Vec<_> = self.measured.values().map(as_in_rules).collect();
        let day = Day(question.as_at).date();
        let grown = level_up(&series, day, &terms(&question.terms));
        let strict = |limits: &Limits| {
            class_change(&series, day, &[sizes(limits)], question.terms.fresh_months).outcome
        };
        let outcome = question.strict.as_ref().map_or(grown.outcome, strict);
        Standing {
            outcome: outcome.index(),
            changes: grown.changes().map(rules::growth::Outcome::index),
            gained: grown.workers_gained().unwrap_or(0),
        }
    }

    fn area(&self, day: u16) -> u16 {
        let area = |place| if let Place::Area(area) = place { Some(area) } else { None };
        self.latest(day, area).unwrap_or(self.business.area)
    }

    fn office(&self, day: u16) -> u16 {
        let office = |place| if let Place::Office(office) = place { Some(office) } else { None };
        self.latest(day, office).unwrap_or(self.business.office)
    }

    fn mentor(&self, day: u16) -> u16 {
        let mentor = |place| if let Place::Mentor(mentor) = place { Some(mentor) } else { None };
        self.latest(day, mentor).unwrap_or(self.business.mentor).unwrap_or(UNMAPPED)
    }

    fn registered_on(&self) -> u16 {
        let day = |place| if let Place::Registered(day) = place { Some(day) } else { None };
        self.latest(u16::MAX, day).unwrap_or(self.business.registered_on)
    }

    fn latest<T>(&self, day: u16, of_kind: impl Fn(Place) -> Option<T>) -> Option<T> {
        let moves = self.moves.iter().filter(|(on, _)| *on <= day);
        let moves = moves.filter_map(|(on, place)| Some((on, of_kind(*place)?)));
        moves.max_by_key(|(on, _)| *on).map(|(_, to)| to)
    }

    fn is_in_scope(&self, question: &Question) -> bool {
        let (filter, day) = (&question.filter, question.as_at);
        let in_set = |set: &Option<Vec<bool>>, index: u16| {
            set.as_ref().is_none_or(|set| set.get(usize::from(index)) == Some(&true))
        };
        let Business { agency, .. } = self.business;
        let registered_on = self.registered_on();
        registered_on <= day
            && filter.agency.is_none_or(|wanted| wanted == agency)
            && filter.scope_agency.is_none_or(|wanted| wanted == agency)
            && in_set(&filter.areas, self.area(day))
            && in_set(&filter.offices, self.office(day))
            && filter.mentor.is_none_or(|wanted| wanted == self.mentor(day))
            && filter.registered_from.is_none_or(|from| registered_on >= from)
            && filter.registered_to.is_none_or(|to| registered_on <= to)
    }

    fn key(&self, question: &Question) -> [u16; 2] {
        let day = question.as_at;
        let mapped = |map: &[u16], at: u16| map.get(usize::from(at)).copied().unwrap_or(UNMAPPED);
        question.by.each_ref().map(|by| match by {
            None => 0,
            Some(Dimension::Agency) => self.business.agency.into(),
            Some(Dimension::Area(map)) => mapped(map, self.area(day)),
            Some(Dimension::Office(map)) => mapped(map, self.office(day)),
            Some(Dimension::Mentor) => self.mentor(day),
            Some(Dimension::Year) => Month::of(Day(self.registered_on()).date()).year(),
        })
    }
}

impl Standing {
    fn count(&self, counts: &mut Counts) {
        counts.businesses += 1;
        counts.outcomes[self.outcome] += 1;
        for (of, change) in self.changes.iter().enumerate() {
            counts.changes[of][*change] += 1;
        }
        counts.workers_gained += u64::try_from(self.gained).unwrap_or(0);
        counts.workers_lost += u64::try_from(-self.gained).unwrap_or(0);
        counts.gaining += u64::from(self.gained > 0);
        counts.losing += u64::from(self.gained < 0);
    }
}

fn as_in_rules(of: &Measurement) -> rules::growth::Measurement {
    let rupiah = |amount: u64| Rupiah(i64::try_from(amount).unwrap());
    rules::growth::Measurement {
        month: Month(of.month),
        measured_on: Day(of.measured_on).date(),
        turnover: of.turnover.map(rupiah),
        assets: of.assets.map(rupiah),
        workers: of.workers.map(|men_paid| Workers { men_paid, ..Workers::default() }),
        is_baseline: of.is_baseline,
    }
}

fn terms(terms: &Terms) -> rules::growth::Terms {
    rules::growth::Terms {
        indicators: terms.indicators,
        need: if terms.needs_all { Need::All } else { Need::Any },
        threshold_percent: terms.threshold_percent,
        turnover_months: terms.turnover_months,
        fresh_months: terms.fresh_months,
    }
}

fn sizes(limits: &Limits) -> SizeRules {
    let rupiah = |amount: u64| Rupiah(i64::try_from(amount).unwrap());
    SizeRules {
        code: "test".into(),
        valid_from: Day(0).date(),
        sales: limits.sales.map(rupiah),
        capital: limits.capital.map(rupiah),
    }
}
