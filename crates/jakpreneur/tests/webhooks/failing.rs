//! A receiver that fails, hangs and lies.
use crate::{
    receiver::{Manner, Receiver, positions},
    world::{Partner, signature},
};
use jakpreneur::webhooks::{self, Outcome, Paused, Step};
use std::sync::Arc;
use testkit::on_both_engines;
use tokio::task::JoinSet;

on_both_engines!(everything_arrives_signed_in_commit_order_and_once, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(7);
    partner.live(5, 1);
    partner.register(5);
    partner.live(5, 1);
    assert_eq!(partner.receiver.taken(), partner.everything());
    let came = partner.receiver.came();
    assert_eq!(came.len(), 2, "what happens together is told together");
    for it in &came {
        let expected = signature(&partner.secret, &it.id, it.timestamp, &it.body);
        assert_eq!(it.signatures, [expected]);
    }
    let text = String::from_utf8_lossy(&came[0].body).into_owned();
    assert!(text.contains("member.register") && !text.contains("identity"), "{text}");
    assert!(!text.contains("destination"), "{text}");
    partner.is_verified();
});

on_both_engines!(a_receiver_that_fails_hangs_lies_and_comes_back_loses_nothing, |fresh| {
    let mut partner = Partner::of(&fresh);
    let elsewhere = Receiver::start();
    partner.register(3);
    let bad = [
        (Manner::Say(500), Outcome::Declined(500)),
        (Manner::Say(429), Outcome::Declined(429)),
        (Manner::Say(404), Outcome::Declined(404)),
        (Manner::Hang, Outcome::TimedOut),
        (Manner::Leave, Outcome::Cut),
        (Manner::BreakOff, Outcome::Cut),
        (Manner::Garble, Outcome::Garbled),
        (Manner::EndlessHead, Outcome::Garbled),
        (Manner::SendTo(elsewhere.url()), Outcome::Redirected(307)),
    ];
    let first = partner.everything();
    for (manner, expected) in bad {
        partner.receiver.be(manner.clone());
        assert_eq!(partner.try_once(), expected, "{manner:?}");
        partner.register(1);
    }
    assert!(partner.receiver.taken().is_empty() && elsewhere.came().is_empty());
    let tried = partner.receiver.came();
    assert!(tried.iter().all(|it| it.id == tried[0].id && it.body == tried[0].body));
    assert_eq!(positions(&tried[0].body), first, "the same part until it arrives");
    for lie in [Manner::TakeWithNonsense, Manner::TakeAndTalk, Manner::Take] {
        partner.receiver.be(lie);
        partner.register(2);
        assert!(partner.try_once().is_taken());
    }
    partner.live(10, 1);
    assert_eq!(partner.receiver.taken(), partner.everything());
    partner.is_verified();
});

on_both_engines!(a_receiver_that_stays_away_is_not_flooded_and_is_paused_with_a_notice, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(1);
    partner.receiver.be(Manner::Say(503));
    let first_hour = partner.live(3_600, 5);
    assert!((8..=14).contains(&first_hour), "{first_hour} tries in the first hour");
    let first_day = partner.live(23 * 3_600, 30);
    assert!((23..=50).contains(&first_day), "{first_day} tries in the rest of the day");
    partner.register(4);
    partner.live(3 * 24 * 3_600, 60);
    let progress = partner.seen().progress;
    assert_eq!(progress.paused.map(|(_, why)| why), Some(Paused::Failed));
    assert!(progress.attempts <= 160, "{} tries in three days", progress.attempts);
    assert_eq!(partner.step(), Step::Paused);
    let before = partner.receiver.came().len();
    partner.live(24 * 3_600, 600);
    assert_eq!(partner.receiver.came().len(), before, "paused is quiet");
    partner.receiver.be(Manner::Take);
    let webhook = partner.webhook;
    let resumed =
        partner.act(move |tx, house, asking| webhooks::resume(tx, house, asking, webhook));
    resumed.expect("resumes");
    partner.live(5, 1);
    assert_eq!(partner.receiver.taken(), partner.everything());
    partner.is_verified();
});

on_both_engines!(who_says_gone_is_asked_no_more, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(1);
    partner.receiver.be(Manner::Say(410));
    assert_eq!(partner.try_once(), Outcome::Declined(410));
    assert_eq!(partner.step(), Step::Paused);
    assert_eq!(partner.seen().progress.paused.map(|(_, why)| why), Some(Paused::Gone));
});

on_both_engines!(a_flood_of_changes_is_told_in_few_deliveries, |fresh| {
    let mut partner = Partner::of(&fresh);
    let mut sent = 0;
    for _ in 0..20 {
        partner.register(10);
        sent += partner.settle();
        sent += partner.settle();
    }
    assert_eq!(sent, 1, "within a second only one");
    partner.world.pass(1);
    sent += partner.live(3, 1);
    assert_eq!(sent, 2, "and then the rest together");
    assert_eq!(partner.receiver.taken(), partner.everything());
});

on_both_engines!(one_delivery_is_under_way_at_a_time_whoever_tries, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(3);
    let (one, other) = (partner.courier.clone(), Arc::new(partner.another()));
    let steps = partner.runtime.block_on(async {
        let mut steps = JoinSet::new();
        for courier in [&one, &other].repeat(6) {
            let (courier, webhook) = (courier.clone(), partner.webhook);
            steps.spawn(async move { courier.step(webhook).await.expect("a step") });
        }
        steps.join_all().await
    });
    let sent = steps.iter().filter(|step| matches!(step, Step::Sent(_))).count();
    assert_eq!((sent, partner.receiver.busiest()), (1, 1), "{steps:?}");
    assert_eq!(partner.receiver.taken(), partner.everything());
});

on_both_engines!(a_process_that_dies_in_the_middle_is_followed_by_another, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(3);
    partner.receiver.be(Manner::Hang);
    let (courier, webhook) = (partner.courier.clone(), partner.webhook);
    let step = partner.runtime.spawn(async move { courier.step(webhook).await });
    while partner.receiver.came().is_empty() {
        std::thread::yield_now();
    }
    step.abort();
    let lost = partner.receiver.came();
    assert_eq!(lost.len(), 1);
    partner.register(2);
    partner.receiver.be(Manner::Take);
    let other = partner.another();
    let step = || partner.runtime.block_on(other.step(partner.webhook)).expect("a step");
    assert_eq!(step(), Step::Elsewhere, "it may still be under way");
    partner.world.pass(21);
    assert_eq!(step(), Step::Sent(Outcome::Taken(204)));
    let again = partner.receiver.came().pop().expect("came");
    assert_eq!((&again.id, &again.body), (&lost[0].id, &lost[0].body), "known again by its id");
    partner.world.pass(1);
    assert_eq!(step(), Step::Sent(Outcome::Taken(204)));
    assert_eq!(partner.receiver.taken(), partner.everything());
});
