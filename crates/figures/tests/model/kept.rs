//! What is kept of a question asked before never shows: asked between any facts it answers as if counted anew.

use std::sync::LazyLock;

use figures::{Answer, Fact, Figures, Flow, Member, Question, Service, State};
use proptest::prelude::*;

use crate::stories::{history, question};

/// Enough for several parts, the last one not full.
const MANY: u32 = 50_000;

type Said = (Answer, Vec<Vec<(u16, u64)>>, Vec<u64>, Vec<Option<u32>>);

/// All that is kept of a question.
fn said(figures: &Figures, question: &Question) -> Said {
    let flow: Flow = figures.flow(question);
    let curves = (0..7).map(|stage| figures.curve(question, stage)).collect();
    let without = (0..49).map(|pair| flow.without(pair / 7, pair % 7)).collect();
    let medians = (0..7).map(|stage| flow.median_days(stage)).collect();
    (figures.ask(question), curves, without, medians)
}

fn member(index: u32) -> Member {
    let small = |of: u32| u8::try_from(index % of).unwrap();
    Member {
        position: 2 * index + 1,
        same_person_as: None,
        agency: small(3),
        area: small(7).into(),
        office: small(4).into(),
        sex: small(2),
        track: small(2),
        business_type: small(3),
        channel: small(2),
        registered_on: 7700 + u16::try_from(index / 1000).unwrap(),
    }
}

fn service(index: u32) -> Service {
    Service {
        position: 2 * index + 2,
        member: 2 * index + 1,
        stage: 1 + u8::try_from(index % 6).unwrap(),
        occurred_on: 7705 + u16::try_from(index / 1000).unwrap(),
        state: if index.is_multiple_of(9) { State::Started } else { State::Completed },
        agency: 0,
    }
}

/// Members of several parts, each with a service.
static LARGE: LazyLock<Figures> = LazyLock::new(|| {
    let (members, services) = ((0..MANY).map(member), (0..MANY).map(service));
    Figures::load(members, services, [], [], []).unwrap()
});

/// What happens to a few of the many, spread over the parts.
fn later(facts: Vec<Fact>) -> Vec<Fact> {
    let last = 2 * MANY;
    let mut news = Vec::new();
    let of = |position: u32| 2 * (position * 7919 % MANY) + 1;
    for fact in facts {
        let fact = match fact {
            Fact::Member(it) => {
                let same_person_as = it.same_person_as.map(of);
                Fact::Member(Member { position: last + it.position, same_person_as, ..it })
            }
            Fact::Service(it) => {
                Fact::Service(Service { position: last + it.position, member: of(it.member), ..it })
            }
            Fact::Link(mut it) => {
                (it.position, it.member) = (last + it.position, of(it.member));
                it.with = it.with.map(of);
                Fact::Link(it)
            }
            Fact::Change(mut it) => {
                (it.position, it.member) = (last + it.position, of(it.member));
                Fact::Change(it)
            }
            Fact::Void(mut it) => {
                (it.position, it.service) = (last + it.position, of(it.service) + 1);
                Fact::Void(it)
            }
        };
        news.push(fact);
    }
    news
}

/// Applies the facts, asking after each of them; a copy has kept nothing.
fn is_never_stale(
    mut figures: Figures,
    facts: &[Fact],
    questions: &[Question],
) -> Result<(), TestCaseError> {
    for question in questions {
        said(&figures, question);
    }
    for fact in facts {
        if figures.apply(*fact).is_ok() {
            let since = figures.position().map(|last| last.saturating_sub(9));
            let before = Question { known_at: since, ..Question::as_at(7800) };
            for question in questions.iter().chain([&before]) {
                prop_assert_eq!(
                    said(&figures, question),
                    said(&figures.clone(), question),
                    "{:?}",
                    fact
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_question_asked_after_every_fact_is_answered_as_if_asked_once(
        facts in history(), questions in prop::collection::vec(question(), 1..3),
    ) {
        is_never_stale(Figures::new(), &facts, &questions)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn of_several_parts_those_that_nothing_touched_are_still_right(
        facts in history(), question in question(),
    ) {
        let facts = later(facts);
        is_never_stale(LARGE.clone(), &facts[..facts.len().min(25)], &[question, Question::as_at(7800)])?;
    }
}
