//! Certificates: issued once for each who finished, replaced and revoked with a reason.
use crate::{
    attending::{SECOND, present},
    common::{self, day, open},
    finishing::{finish_at, reopen},
    world::{self, ask, class, form, is_verified, members, refused},
};
use jakpreneur::{
    App, Problem,
    certificates::{
        self, Answer, CertificateReissued, CertificateRevoked, CertificatesIssued, Checked,
        Signing, SigningForm, Standing,
    },
    journal::Done,
};
use rules::{CertificateNumber, ClassId, MemberId};
use std::collections::HashSet;
use testkit::on_both_engines;

pub fn signing() -> Signing {
    let (signer, position) = ("Nama Penanda Tangan".to_owned(), "Kepala Suku Dinas".to_owned());
    SigningForm { signer, position }.understand().expect("understood")
}

pub fn issue(app: &App, class: ClassId) -> Result<Done<CertificatesIssued>, Problem> {
    issue_to(app, class, Vec::new())
}

/// Issues to these alone; to all where nobody is named.
fn issue_to(
    app: &App,
    class: ClassId,
    to: Vec<MemberId>,
) -> Result<Done<CertificatesIssued>, Problem> {
    let asking = common::asking_at(app, SECOND);
    app.change_now(move |tx, house| certificates::issue(tx, house, &asking, class, &to, &signing()))
}

pub fn reissue(
    app: &App,
    number: CertificateNumber,
    reason: &'static str,
) -> Result<Done<CertificateReissued>, Problem> {
    let asking = common::asking_at(app, SECOND);
    app.change_now(move |tx, house| {
        certificates::reissue(tx, house, &asking, &number, &signing(), reason)
    })
}

pub fn revoke(
    app: &App,
    number: CertificateNumber,
    reason: &'static str,
) -> Result<Done<CertificateRevoked>, Problem> {
    let asking = common::asking_at(app, SECOND);
    app.change_now(move |tx, house| certificates::revoke(tx, house, &asking, &number, reason))
}

/// What anybody is told about a number.
pub fn check(app: &App, number: &str) -> Answer {
    app.db.look(|tx| certificates::check(tx, &app.house, number)).expect("looks")
}

pub fn certificate(app: &App, number: &CertificateNumber) -> Checked {
    match check(app, &number.to_string()) {
        Answer::Certificate(checked) => *checked,
        other @ (Answer::None | Answer::Card { .. }) => unreachable!("{other:?}"),
    }
}

/// A finished class of so many who all finished.
pub fn finished(app: &App, many: u32) -> (ClassId, Vec<MemberId>) {
    let class = class(app, 100);
    let members = members(app, many);
    finish(app, class, &members);
    (class, members)
}

/// These ask for a place, come to both sessions, and the class is closed.
fn finish(app: &App, class: ClassId, members: &[MemberId]) {
    for member in members {
        drop(ask(app, class, *member).expect("asks"));
    }
    present(app, class, 1, members);
    present(app, class, 2, members);
    let done = finish_at(app, SECOND, class).expect("closes").event;
    assert_eq!(done.finishers.len(), members.len());
}

fn numbers(done: &Done<CertificatesIssued>) -> Vec<CertificateNumber> {
    done.event.issued.iter().map(|one| one.number).collect()
}

on_both_engines!(
    everybody_who_finished_gets_one_certificate_and_a_second_call_only_the_missing,
    |fresh| {
        let app = open(&fresh);
        let (class, members) = finished(&app, 4);
        let some = members[..3].to_vec();
        let done = issue_to(&app, class, some.clone()).expect("issues");
        let first = numbers(&done);
        let sequences: Vec<u32> = first.iter().map(|number| number.sequence).collect();
        assert_eq!(sequences, [1, 2, 3]);
        let who: HashSet<MemberId> = done.event.issued.iter().map(|one| one.member).collect();
        assert_eq!(who, some.iter().copied().collect());
        assert_eq!(refused(issue_to(&app, class, some)), "no-certificate-due");
        let more = issue(&app, class).expect("issues the missing one");
        assert_eq!(more.event.issued[0].member, members[3]);
        assert_eq!(numbers(&more).len(), 1);
        assert_eq!(numbers(&more)[0].sequence, 4);
        assert_eq!(refused(issue(&app, class)), "no-certificate-due");
        is_verified(&app);
    }
);

on_both_engines!(numbers_run_for_each_unit_and_are_never_used_again, |fresh| {
    let app = open(&fresh);
    let (one, _) = finished(&app, 2);
    let other = world::announce(
        &app,
        jakpreneur::classes::ClassForm { area: Some("31.73.01".to_owned()), ..form(10) },
    );
    let other = other.expect("announces").event.class;
    let member =
        common::register(&app, 60, "ppkukm", "2022-01-03").expect("registers").event.member;
    finish(&app, other, &[member]);
    let first = numbers(&issue(&app, one).expect("issues"));
    let elsewhere = numbers(&issue(&app, other).expect("issues"));
    assert!(first[1].to_string().starts_with("0002/PKT-PPKUKM/31.73.05/2022/"), "{}", first[1]);
    assert!(elsewhere[0].to_string().starts_with("0001/PKT-PPKUKM/31.73.01/2022/"));
    revoke(&app, first[1], "Salah orang").expect("revokes");
    let again = reissue(&app, first[1], "Ternyata benar").expect("reissues");
    assert_eq!(again.event.issued.number.sequence, 3, "a revoked number is not given again");
});

on_both_engines!(a_number_changed_by_one_letter_is_no_certificate, |fresh| {
    let app = open(&fresh);
    let (class, _) = finished(&app, 2);
    let number = numbers(&issue(&app, class).expect("issues"))[0];
    let printed = number.to_string();
    assert!(matches!(check(&app, &printed), Answer::Certificate(_)));
    assert!(matches!(check(&app, &number.dashed().to_lowercase()), Answer::Certificate(_)));
    for (at, letter) in printed.char_indices() {
        if letter == '/' || letter == '-' {
            continue;
        }
        let other = if letter == '7' { '8' } else { '7' };
        let mut changed = printed.clone();
        changed.replace_range(at..=at, &other.to_string());
        assert_eq!(check(&app, &changed), Answer::None, "{changed}");
    }
    for nothing in ["", "kosong", "0001/PKT-PPKUKM/31.73.05/2022/22222222"] {
        assert_eq!(check(&app, nothing), Answer::None);
    }
});

on_both_engines!(what_was_printed_stays_as_it_was_issued, |fresh| {
    let app = open(&fresh);
    let (class, _) = finished(&app, 1);
    let number = numbers(&issue(&app, class).expect("issues"))[0];
    let checked = certificate(&app, &number);
    let printed = checked.printed.clone().expect("is known");
    assert_eq!(checked.standing, Standing::Valid);
    assert_eq!(checked.issued_on, day("2022-06-30"));
    assert_eq!(printed.number, number.to_string());
    assert_eq!(printed.name, "Warga a");
    assert_eq!(printed.title, "Olahan kue kering");
    assert_eq!(printed.trade, "Kue dan roti");
    assert_eq!(printed.days, "29 sampai 30 Juni 2022");
    assert_eq!(printed.hours, "8 jam pelajaran (JP)");
    assert_eq!(printed.place, "Aula kecamatan Kebon Jeruk");
    assert_eq!(printed.issued, "Jakarta, 30 Juni 2022");
    assert_eq!(printed.signer, "Nama Penanda Tangan");
    revoke(&app, number, "Kelas salah judul").expect("revokes");
    reopen(&app, class, "Kelas salah judul").expect("opens again");
    let later = jakpreneur::classes::ClassForm {
        title: Some("Judul lain".to_owned()),
        ..Default::default()
    };
    world::change(&app, class, later).expect("changes");
    assert_eq!(
        certificate(&app, &number).printed,
        Some(printed),
        "the class changed, the paper did not"
    );
    is_verified(&app);
});

on_both_engines!(a_replaced_certificate_says_what_took_its_place_and_a_revoked_one_why, |fresh| {
    let app = open(&fresh);
    let (class, _) = finished(&app, 2);
    let all = numbers(&issue(&app, class).expect("issues"));
    assert_eq!(refused(reissue(&app, all[0], " ")), "reason");
    let new = reissue(&app, all[0], "Nama salah tulis").expect("reissues").event.issued.number;
    let Standing::Replaced { by, on, reason } = certificate(&app, &all[0]).standing else {
        unreachable!("it was replaced")
    };
    assert_eq!((by, on), (new.to_string(), day("2022-06-30")));
    assert_eq!(reason.as_deref(), Some("Nama salah tulis"));
    assert_eq!(certificate(&app, &new).replaces, Some(all[0].to_string()));
    assert_eq!(refused(reissue(&app, all[0], "Lagi")), "certificate-replaced");
    assert_eq!(refused(revoke(&app, all[0], "Lagi")), "certificate-replaced");
    revoke(&app, all[1], "Bukan pesertanya").expect("revokes");
    assert_eq!(refused(revoke(&app, all[1], "Lagi")), "certificate-revoked");
    let revoked =
        Standing::Revoked { on: day("2022-06-30"), reason: Some("Bukan pesertanya".to_owned()) };
    assert_eq!(certificate(&app, &all[1]).standing, revoked);
    assert_eq!(refused(issue(&app, class)), "no-certificate-due", "a revoked one is not missing");
    is_verified(&app);
});

on_both_engines!(the_certificate_of_an_erased_person_says_so, |fresh| {
    let app = open(&fresh);
    let (class, members) = finished(&app, 1);
    let number = numbers(&issue(&app, class).expect("issues"))[0];
    world::erase(&app, members[0]);
    let checked = certificate(&app, &number);
    assert_eq!((checked.printed, checked.standing), (None, Standing::Valid));
    assert_eq!(refused(reissue(&app, number, "Hilang")), "erased");
});

on_both_engines!(only_a_finished_class_of_ones_own_gives_certificates, |fresh| {
    let app = open(&fresh);
    let open_class = class(&app, 10);
    assert_eq!(refused(issue(&app, open_class)), "class-not-finished");
    let (class, _) = finished(&app, 1);
    for (name, role, area, answer) in [
        ("kepala-lain", "kecamatan_head", "31.73.01", "not-found"),
        ("kepala", "kecamatan_head", "31.73.05", ""),
        ("petugas", "registration_officer", "31.73.05", "forbidden"),
    ] {
        let officer = world::officer(&app, name, role, "ppkukm", area);
        let asking = jakpreneur::journal::Asking { officer, ..common::asking(&app) };
        let done = app.change_now(move |tx, house| {
            certificates::issue(tx, house, &asking, class, &[], &signing())
        });
        if answer.is_empty() {
            assert_eq!(numbers(&done.expect("issues")).len(), 1);
        } else {
            assert_eq!(refused(done), answer, "{name}");
        }
    }
});

on_both_engines!(the_same_request_twice_issues_once, |fresh| {
    let app = open(&fresh);
    let (class, _) = finished(&app, 2);
    let asking = jakpreneur::journal::Asking {
        act_id: common::key(),
        asked: Some([7; 32]),
        ..common::asking(&app)
    };
    let act = || {
        let asking = asking.clone();
        app.change_now(move |tx, house| {
            certificates::issue(tx, house, &asking, class, &[], &signing())
        })
    };
    let (first, second) = (act().expect("issues"), act().expect("answers the same"));
    assert!(!first.before && second.before);
    assert_eq!(first.event, second.event);
});

on_both_engines!(a_card_tells_that_it_is_valid_and_of_which_kecamatan_alone, |fresh| {
    let app = open(&fresh);
    let member = members(&app, 1)[0];
    let code = rules::CardCode { member, code: app.house.seal.card_code(member) };
    let area = "31.73.05".parse().expect("a region");
    assert_eq!(check(&app, &code.to_string()), Answer::Card { area });
    let forged = rules::CardCode { member: MemberId(testkit::id()), ..code };
    assert_eq!(check(&app, &forged.to_string()), Answer::None);
    world::erase(&app, member);
    assert_eq!(check(&app, &code.to_string()), Answer::None);
});
