//! Who sees what of a referral.
use crate::city::{City, HOME, form, step, why};
use jakpreneur::{
    House,
    journal::{Asking, Change},
    referrals::{self, AnswerForm, ReferralForm},
    staff::Officer,
    verify::verify,
};
use rules::capital::Shared;
use std::sync::Arc;
use testkit::on_both_engines;

on_both_engines!(once_consent_is_withdrawn_the_bank_sees_nothing_at_once, |fresh| {
    let city = City::of(&fresh);
    let file = city.document();
    let with = ReferralForm { documents: vec![file.to_string()], ..form("bri") };
    let id = city.send(with).expect("sends");
    assert_eq!(city.take(&city.bri, id, file).expect("opens"), b"%PDF-1.7 nib");
    assert_eq!(city.take(&city.own(), id, file).expect("is the member's"), b"%PDF-1.7 nib");
    assert_eq!(why(city.take(&city.bni, id, file)), ("", "not-found"));
    let neighbour = Arc::new(Officer::resident(city.neighbour));
    assert_eq!(why(city.take(&neighbour, id, file)), ("", "not-found"));
    city.act(&city.own(), move |tx, _, asking| referrals::withdraw(tx, asking, id))
        .expect("withdraws");
    assert_eq!(city.listed(&city.bri), (0, 0));
    assert_eq!(why(city.see(&city.bri, id)), ("", "not-found"));
    assert_eq!(why(city.take(&city.bri, id, file)), ("", "not-found"));
    assert_eq!(why(city.answer(&city.bri, id, step("received", ""))), ("", "not-found"));
    let office = city.world.officer("loket", "registration_officer", HOME.0, HOME.1);
    assert_eq!(why(city.answer(&office, id, step("received", ""))), ("", "consent-withdrawn"));
    assert!(city.see(&city.own(), id).expect("sees").row.withdrawn_at.is_some());
    verify(&city.world.app, &mut |_, _, _| {}).expect("verifies");
});

on_both_engines!(the_bank_sees_what_was_ticked_and_nothing_else, |fresh| {
    let city = City::of(&fresh);
    let id = city.send(form("bri")).expect("sends");
    let seen = city.see(&city.bri, id).expect("sees");
    let what: Vec<Shared> = seen.shown.iter().map(|it| it.what).collect();
    assert_eq!(what, [Shared::Name, Shared::Phone]);
    assert_eq!(seen.shown[0].lines, ["Warga Contoh"]);
    assert!(seen.member.is_none() && seen.others.is_empty() && seen.documents.is_empty());
    assert_eq!((seen.row.wording, seen.purpose.as_str()), (1, "Membeli oven"));
    let slik = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
        referrals::check_slik(tx, asking, id, Some(true), "")
    };
    assert_eq!(why(city.act(&city.bri, slik)), ("", "no-slik-consent"));
    let ticked = ["name", "slik", "statement", "residence", "business", "joined", "permits"];
    let all = ReferralForm { shared: ticked.map(str::to_owned).into(), ..form("bni") };
    let second = city.send(all).expect("sends");
    let slik = move |tx: &mut Change<'_>, _: &House, asking: &Asking| {
        referrals::check_slik(tx, asking, second, Some(true), "2022-06-20")
    };
    city.act(&city.bni, slik).expect("notes");
    let seen = city.see(&city.bni, second).expect("sees");
    let slik = seen.shown.iter().find(|it| it.what == Shared::Slik).expect("is shown");
    assert_eq!(slik.lines, ["baik, 20 Juni 2022"]);
    // Several banks stand beside one another for the member and the office.
    assert_eq!(city.see(&city.own(), id).expect("sees").others.len(), 1);
    assert_eq!(city.see(&city.world.app.operator(), id).expect("sees").others.len(), 1);
    verify(&city.world.app, &mut |_, _, _| {}).expect("verifies");
});

on_both_engines!(an_officer_enters_a_letter_that_is_marked_and_books_stay_the_members, |fresh| {
    let city = City::of(&fresh);
    let office = city.world.officer("loket", "registration_officer", HOME.0, HOME.1);
    let far = city.world.officer("jauh", "registration_officer", HOME.0, "31.74.01");
    let to = city.member;
    let sending = |form: ReferralForm| {
        move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            referrals::send(tx, house, asking, to, &form)
        }
    };
    let shared = vec!["name".to_owned(), "statement".to_owned()];
    let with_books = ReferralForm { shared, ..form("bri") };
    assert_eq!(why(city.act(&office, sending(with_books))), ("shared", "consent"));
    let without = ReferralForm { consent: false, ..form("bri") };
    assert_eq!(why(city.act(&office, sending(without))), ("consent", "consent"));
    assert_eq!(why(city.act(&far, sending(form("bri")))), ("", "not-found"));
    let id = city.act(&office, sending(form("bri"))).expect("sends").event.referral;
    assert_eq!(why(city.see(&far, id)), ("", "not-found"));
    let refused = AnswerForm { reason: "documents".to_owned(), ..step("refused", "") };
    assert_eq!(why(city.answer(&office, id, step("refused", ""))), ("reason", "empty"));
    city.answer(&office, id, refused).expect("enters the letter");
    let seen = city.see(&city.bri, id).expect("sees");
    assert!(seen.steps.last().expect("a step").row.by_letter);
    assert_eq!(why(city.answer(&city.bri, id, step("approved", "1"))), ("", "referral-step"));
    // A neighbour finds nothing of it.
    let neighbour = Arc::new(Officer::resident(city.neighbour));
    assert_eq!(why(city.see(&neighbour, id)), ("", "not-found"));
});
