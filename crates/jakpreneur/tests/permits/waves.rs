//! Facilitation waves: in the order of asking, never over the quota; results are permits.
use crate::{
    common::{self, open},
    world::{decide, is_verified, licensed, member, nib, permits, record, refused, text, void},
};
use jakpreneur::{
    App, Problem,
    journal::Done,
    licences::LicenceForm,
    waves::{self, SeenWave, WaveForm, WaveJoined, WaveOpened},
};
use rules::{
    MemberId, WaveId,
    licensing::{LicenceState, WavePlaceState},
};
use testkit::on_both_engines;

pub fn form(quota: &str) -> WaveForm {
    WaveForm {
        kind: text("halal_declared"),
        quota: text(quota),
        agency: text("ppkukm"),
        area: text("31"),
        closes_on: text("2022-06-30"),
        ..WaveForm::default()
    }
}

fn opened(app: &App, form: WaveForm) -> Result<Done<WaveOpened>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| waves::open(tx, house, &asking, &form))
}

pub fn wave(app: &App, quota: &str) -> WaveId {
    opened(app, form(quota)).expect("opens").event.wave
}

pub fn ask(app: &App, wave: WaveId, member: MemberId) -> Result<Done<WaveJoined>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, _| waves::ask(tx, &asking, wave, member))
}

fn leave(app: &App, wave: WaveId, member: MemberId) -> Result<Vec<MemberId>, Problem> {
    let asking = common::asking(app);
    let done = app
        .change_now(move |tx, house| waves::leave(tx, house, &asking, wave, member, "Tidak jadi"));
    done.map(|done| done.event.moved_up)
}

pub fn see(app: &App, wave: WaveId) -> SeenWave {
    let officer = app.operator();
    app.db.look(|tx| waves::see(tx, &app.house, &officer, wave)).expect("sees")
}

fn state(app: &App, wave: WaveId, member: MemberId) -> WavePlaceState {
    let seen = see(app, wave);
    let found = seen.people.iter().find(|it| it.member.row.id == member);
    found.expect("is in the wave").place.state
}

on_both_engines!(who_asks_first_is_enrolled_and_who_waited_longest_moves_up, |fresh| {
    let app = open(&fresh);
    let wave = wave(&app, "2");
    let of: Vec<MemberId> = (1..=4).map(|n| member(&app, n)).collect();
    let got: Vec<_> = of.iter().map(|it| ask(&app, wave, *it).expect("asks").event).collect();
    assert!(got[..2].iter().all(|it| it.state == WavePlaceState::Enrolled));
    assert_eq!(got[2..].iter().map(|it| it.queue).collect::<Vec<_>>(), [Some(1), Some(2)]);
    assert_eq!(refused(ask(&app, wave, of[0])), ("", "already-in-wave"));
    assert_eq!(leave(&app, wave, of[3]).expect("leaves"), [], "who waited frees no permit");
    assert_eq!(leave(&app, wave, of[0]).expect("leaves"), [of[2]]);
    assert_eq!(refused(leave(&app, wave, of[0]).map(drop)), ("", "not-in-wave"));
    let again = ask(&app, wave, of[0]).expect("asks again").event;
    assert_eq!((again.state, again.queue), (WavePlaceState::Waiting, Some(1)));
    is_verified(&app);
});

on_both_engines!(the_result_of_a_place_is_a_permit_and_a_refused_one_is_used_up, |fresh| {
    let app = open(&fresh);
    let wave = wave(&app, "2");
    let of: Vec<MemberId> = (1..=3).map(|n| member(&app, n)).collect();
    for it in &of {
        ask(&app, wave, *it).expect("asks");
    }
    let halal = |wave| LicenceForm {
        kind: text("halal_declared"),
        wave: Some(wave),
        ..LicenceForm::default()
    };
    let waits = record(&app, of[2], halal(wave));
    assert_eq!(refused(waits), ("", "not-in-wave"));
    let other_kind = LicenceForm { wave: Some(wave), ..nib() };
    assert_eq!(refused(record(&app, of[0], other_kind)), ("", "not-in-wave"));
    let first = record(&app, of[0], halal(wave)).expect("asked for").event.licence;
    let issued = LicenceForm {
        number: text("ID31110000123450622"),
        issued_on: text("2022-06-22"),
        ..LicenceForm::default()
    };
    decide(&app, first, LicenceState::Issued, issued).expect("issued");
    let no = LicenceForm { refusal: text("documents"), ..halal(wave) };
    let second = record(&app, of[1], no).expect("refused").event.licence;
    assert_eq!(state(&app, wave, of[0]), WavePlaceState::Issued);
    assert_eq!(state(&app, wave, of[1]), WavePlaceState::Refused);
    assert_eq!(see(&app, wave).counts.taken(), 2);
    assert_eq!(licensed(&app, "2022-06-22"), 1);
    void(&app, second, "Salah orang").expect("takes back");
    assert_eq!(state(&app, wave, of[1]), WavePlaceState::Enrolled, "the place is open again");
    assert_eq!(permits(&app, of[0])[0].wave, Some(wave));
    is_verified(&app);
});

on_both_engines!(a_wave_is_for_its_agency_its_days_and_who_has_none, |fresh| {
    let app = open(&fresh);
    let wave = wave(&app, "5");
    let other = common::register(&app, 9, "ppapp", "2022-01-03").expect("registers").event.member;
    assert_eq!(refused(ask(&app, wave, other)), ("", "not-for-wave"));
    let later = WaveForm { opens_on: text("2022-06-23"), ..form("5") };
    let later = opened(&app, later).expect("opens").event.wave;
    let who = member(&app, 1);
    assert_eq!(refused(ask(&app, later, who)), ("", "wave-over"));
    let has =
        LicenceForm { kind: text("halal_declared"), number: text("ID31110000123450622"), ..nib() };
    record(&app, who, has).expect("records");
    assert_eq!(refused(ask(&app, wave, who)), ("", "licence-there"));
    for (wrong, field, code) in [
        (WaveForm { quota: text("0"), ..form("5") }, "quota", "number"),
        (WaveForm { closes_on: text("2022-06-21"), ..form("5") }, "closes_on", "ends-before-start"),
        (WaveForm { area: text("99"), ..form("5") }, "area", "region"),
        (WaveForm { kind: text(""), ..form("5") }, "kind", "empty"),
    ] {
        assert_eq!(refused(opened(&app, wrong)), (field, code));
    }
});
