//! Told again from any position, and secrets that change.
use crate::{
    receiver::{Manner, positions},
    world::{Partner, signature},
};
use jakpreneur::{Code, FieldError, Problem, webhooks};
use testkit::on_both_engines;

on_both_engines!(a_partner_is_told_again_from_any_position, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(6);
    partner.live(3, 1);
    let told = partner.receiver.taken();
    let webhook = partner.webhook;
    let again = |after: &'static str| {
        let asked = partner
            .act(move |tx, house, asking| webhooks::replay_from(tx, house, asking, webhook, after));
        asked.map(|done| done.event.after)
    };
    assert_eq!(again("3").expect("begins again"), 3);
    partner.live(3, 1);
    let came = partner.receiver.came();
    let last = came.last().expect("came");
    assert!(came[..came.len() - 1].iter().all(|it| it.id != last.id), "it is told anew");
    assert_eq!(positions(&last.body), partner.everything()[3..]);
    assert_eq!(positions(&last.body)[..told.len() - 3], told[3..]);
    for (wrong, code) in
        [("", Code::Empty), ("-1", Code::Number), ("lima", Code::Number), ("999", Code::Position)]
    {
        match again(wrong) {
            Err(Problem::Invalid(fields)) => assert_eq!(fields, [FieldError::new("after", code)]),
            other => panic!("{other:?}"),
        }
    }
    partner.is_verified();
});

on_both_engines!(beginning_again_while_something_is_under_way_skips_nothing, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(4);
    partner.receiver.be(Manner::Say(500));
    partner.try_once();
    let webhook = partner.webhook;
    let begun = partner
        .act(move |tx, house, asking| webhooks::replay_from(tx, house, asking, webhook, "2"));
    begun.expect("begins again");
    partner.receiver.be(Manner::Take);
    partner.live(3, 1);
    assert_eq!(partner.receiver.taken(), partner.everything()[2..]);
});

on_both_engines!(two_secrets_sign_for_a_day_after_a_change, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(1);
    let webhook = partner.webhook;
    let new = partner.act(move |tx, house, asking| {
        let (_, secret) = webhooks::rotate(tx, house, asking, webhook)?;
        Ok(secret.expect("is new").text())
    });
    let new = new.expect("changes");
    assert_ne!(new, partner.secret);
    partner.live(2, 1);
    let came = partner.receiver.came().pop().expect("came");
    let with = |secret: &str| signature(secret, &came.id, came.timestamp, &came.body);
    assert_eq!(came.signatures, [with(&new), with(&partner.secret)]);
    partner.world.pass(24 * 3_600);
    partner.register(1);
    partner.live(2, 1);
    let came = partner.receiver.came().pop().expect("came");
    assert_eq!(came.signatures, [signature(&new, &came.id, came.timestamp, &came.body)]);
    partner.is_verified();
});
