//! What was known at a position stays, and loading is applying.

use figures::{
    Broken, Change, Fact, Figures, Link, Measure, Member, Question, Service, State, Void, narrow,
};
use proptest::prelude::*;

use crate::stories::{applied, history, question};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn an_answer_as_known_then_never_changes(
        facts in history(), question in question(), cut in any::<prop::sample::Index>(),
    ) {
        let before = &facts[..cut.index(facts.len() + 1)];
        let then = applied(before);
        let known_at = Some(then.position().unwrap_or(0));
        let question = Question { known_at, ..question };
        let later = applied(&facts);
        prop_assert_eq!(later.ask(&question), then.ask(&question));
        let now = Question { known_at: None, ..question.clone() };
        prop_assert_eq!(then.ask(&question), then.ask(&now));
        for stage in 0..7 {
            let reached = Measure::Reached(stage);
            prop_assert_eq!(later.list(&question, reached, None, 5), then.list(&now, reached, None, 5));
        }
    }

    #[test]
    fn loading_is_applying(facts in history().prop_shuffle(), question in question()) {
        let mut in_order = facts.clone();
        in_order.sort_by_key(Fact::position);
        let (applied, loaded) = (applied(&in_order), loaded(&facts).unwrap());
        prop_assert_eq!(loaded.position(), applied.position());
        prop_assert_eq!(loaded.ask(&question), applied.ask(&question));
        for fact in &facts {
            let position = fact.position();
            prop_assert_eq!(loaded.member_at(position), applied.member_at(position));
            prop_assert_eq!(loaded.same_person(position), applied.same_person(position));
        }
    }
}

fn loaded(facts: &[Fact]) -> Result<Figures, Broken> {
    let (mut members, mut services, mut voids, mut links) = (vec![], vec![], vec![], vec![]);
    let mut changes = vec![];
    for fact in facts {
        match *fact {
            Fact::Member(member) => members.push(member),
            Fact::Service(service) => services.push(service),
            Fact::Void(void) => voids.push(void),
            Fact::Link(link) => links.push(link),
            Fact::Change(change) => changes.push(change),
        }
    }
    Figures::load(members, services, voids, links, changes)
}

const MEMBER: Member = Member {
    position: 10,
    same_person_as: None,
    agency: 0,
    area: 3,
    office: 1,
    sex: 0,
    track: 0,
    business_type: 2,
    channel: 0,
    registered_on: 7700,
};

const SERVICE: Service = Service {
    position: 20,
    member: 10,
    stage: 3,
    occurred_on: 7710,
    state: State::Completed,
    agency: 0,
};

const MOVE: Change = Change {
    position: 31,
    member: 10,
    holds_from: 7720,
    area: 5,
    office: 2,
    sex: 0,
    track: 0,
    business_type: 2,
    registered_on: 7700,
};

fn in_office(figures: &Figures, office: usize, as_at: u16, known_at: Option<u32>) -> u64 {
    let mut offices = vec![false; 4];
    offices[office] = true;
    let filter = figures::Filter { offices: Some(offices), ..figures::Filter::default() };
    figures.ask(&Question { filter, known_at, ..Question::as_at(as_at) }).persons
}

#[test]
fn who_moves_stays_in_the_old_place_for_the_days_before() {
    let figures = applied(&[Fact::Member(MEMBER), Fact::Change(MOVE)]);
    assert_eq!((in_office(&figures, 1, 7719, None), in_office(&figures, 2, 7719, None)), (1, 0));
    assert_eq!((in_office(&figures, 1, 7720, None), in_office(&figures, 2, 7720, None)), (0, 1));
    assert_eq!(in_office(&figures, 1, 7720, Some(30)), 1, "nobody knew of it then");
}

#[test]
fn a_mistake_is_corrected_for_all_days_and_for_no_earlier_position() {
    let corrected = Change { holds_from: 0, registered_on: 7690, ..MOVE };
    let figures = applied(&[Fact::Member(MEMBER), Fact::Change(corrected)]);
    assert_eq!((in_office(&figures, 1, 7700, None), in_office(&figures, 2, 7700, None)), (0, 1));
    assert_eq!(figures.ask(&Question::as_at(7695)).persons, 1);
    let then = Question { known_at: Some(30), ..Question::as_at(7695) };
    assert_eq!(figures.ask(&then).persons, 0);
    assert_eq!(in_office(&figures, 1, 7700, Some(30)), 1);
}

#[test]
fn a_broken_fact_changes_nothing() {
    let mut figures = applied(&[Fact::Member(MEMBER), Fact::Service(SERVICE)]);
    figures.apply(Fact::Void(Void { position: 30, service: 20 })).unwrap();
    let broken = [
        (Fact::Member(MEMBER), Broken::OutOfOrder),
        (Fact::Member(Member { position: 30, ..MEMBER }), Broken::OutOfOrder),
        (
            Fact::Member(Member { position: 31, same_person_as: Some(11), ..MEMBER }),
            Broken::UnknownMember,
        ),
        (
            Fact::Member(Member { position: 31, registered_on: u16::MAX, ..MEMBER }),
            Broken::DayTooLate,
        ),
        (Fact::Service(Service { position: 31, member: 31, ..SERVICE }), Broken::UnknownMember),
        (Fact::Service(Service { position: 31, stage: 0, ..SERVICE }), Broken::UnknownStage),
        (Fact::Service(Service { position: 31, stage: 7, ..SERVICE }), Broken::UnknownStage),
        (
            Fact::Service(Service { position: 31, occurred_on: u16::MAX, ..SERVICE }),
            Broken::DayTooLate,
        ),
        (Fact::Void(Void { position: 31, service: 20 }), Broken::AlreadyVoided),
        (Fact::Void(Void { position: 31, service: 10 }), Broken::UnknownService),
        (Fact::Link(Link { position: 31, member: 9, with: None }), Broken::UnknownMember),
        (Fact::Link(Link { position: 31, member: 10, with: Some(20) }), Broken::UnknownMember),
        (Fact::Change(Change { member: 9, ..MOVE }), Broken::UnknownMember),
        (Fact::Change(Change { registered_on: u16::MAX, ..MOVE }), Broken::DayTooLate),
    ];
    let before = figures.ask(&Question::as_at(8000));
    for (fact, why) in broken {
        assert_eq!(figures.apply(fact), Err(why), "{fact:?}");
        assert_eq!(figures.position(), Some(30));
        assert_eq!(figures.ask(&Question::as_at(8000)), before);
    }
}

#[test]
fn two_facts_cannot_share_a_position_however_they_are_loaded() {
    let service = Service { position: 11, ..SERVICE };
    let other = Member { position: 11, ..MEMBER };
    assert_eq!(
        loaded(&[Fact::Service(service), Fact::Member(other), Fact::Member(MEMBER)]).err(),
        Some(Broken::OutOfOrder)
    );
}

#[test]
fn a_position_beyond_32_bits_is_refused() {
    assert_eq!(narrow(4_294_967_295), Ok(u32::MAX));
    assert_eq!(narrow(4_294_967_296), Err(Broken::Overflow));
}

#[test]
fn a_member_shows_its_days_and_its_other_records() {
    let other = Member { position: 30, same_person_as: Some(10), agency: 1, ..MEMBER };
    let begun = Service { position: 40, stage: 5, state: State::Started, ..SERVICE };
    let figures = applied(&[
        Fact::Member(MEMBER),
        Fact::Service(SERVICE),
        Fact::Member(other),
        Fact::Service(begun),
    ]);
    let view = figures.member_at(10).unwrap();
    assert_eq!((view.area, view.business_type, view.registered_on), (3, 2, 7700));
    assert_eq!(view.first, [Some(7700), None, None, Some(7710), None, None, None]);
    assert_eq!(view.begun[5], Some(7710));
    assert_eq!(figures.same_person(10), [10, 30]);
    assert_eq!(figures.same_person(30), [10, 30]);
    assert_eq!(figures.same_person(40), []);
    assert_eq!(view.latest(7709, [0, 1, 2, 3, 4, 5, 6]), 0);
    assert_eq!(view.latest(7710, [0, 1, 2, 3, 4, 5, 6]), 3);
    assert_eq!(figures.member_at(20), None);
}
