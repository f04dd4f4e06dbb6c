//! `verify` finds whatever was changed behind the journal's back.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod common;

use common::{open, register, serve, void};
use jakpreneur::{
    App,
    cli::user::add,
    people::{self, Decision},
    staff::AccountForm,
    verify::{Difference, KEPT, NotVerified, Verified, verify},
};
use rules::StageKind;
use testkit::{Fresh, on_both_engines};

/// Some of everything that derives a row: people, a second agency, services, a void, a decided pair.
fn lived_in(app: &App) {
    let mut members = Vec::new();
    for number in 0..12 {
        let done = register(app, number, "ppkukm", "2022-01-03").expect("registers");
        members.push(done.event.member);
    }
    register(app, 3, "ppapp", "2022-02-01").expect("registers at a second agency");
    for (member, stage) in members.iter().zip(StageKind::ALL.into_iter().skip(1)) {
        serve(app, *member, stage, "2022-03-01").expect("records");
    }
    let wrong = serve(app, members[0], StageKind::Capital, "2022-04-01").expect("records");
    void(app, wrong.event.service).expect("takes back");
    alike(app);
    let account = AccountForm {
        name: "pengawas".to_owned(),
        role: "auditor".to_owned(),
        password: "kuda laut berenang".to_owned(),
        ..AccountForm::default()
    };
    add(app, &account).expect("makes an account");
}

/// Two people with one phone, looked at and found to be the same.
fn alike(app: &App) {
    let mut of = Vec::new();
    for number in [20, 21] {
        let mut form = common::form(number, "sosial", "2022-05-05");
        "0812 1111 2222".clone_into(&mut form.phone);
        form.has_business = Some(true);
        let asking = common::asking(app);
        let new = form.understand(&app.house, &asking.officer).expect("understood");
        let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
        of.push(done.expect("registers").event.member);
    }
    let asking = common::asking(app);
    let (older, newer) = (of[0], of[1]);
    app.change_now(move |tx, _| people::decide(tx, &asking, newer, older, Decision::Same))
        .expect("decides");
}

fn verified(app: &App) -> Result<Verified, Difference> {
    verify(app, &mut |_, _, _| {}).map_err(|not| match not {
        NotVerified::Differs(difference) => difference,
        NotVerified::Problem(problem) => panic!("broke: {problem}"),
    })
}

/// Changes the database as only its owner can, past the triggers.
fn tamper(fresh: &Fresh, sql: &str) {
    let mut owner = db::owner(&fresh.address).expect("opens");
    let past = if fresh.is_sqlite() {
        "drop trigger journal_stays; drop trigger journal_keeps;"
    } else {
        "set session_replication_role = replica;"
    };
    // The two engines write bytes differently.
    let sql = if fresh.is_sqlite() { sql.to_owned() } else { sql.replace("x'", "'\\x") };
    owner(&format!("{past} {sql}")).expect("the owner may");
}

/// What verify says after the database was tampered with.
fn after(fresh: &Fresh, sql: &str) -> Difference {
    lived_in(&open(fresh));
    tamper(fresh, sql);
    verified(&open(fresh)).expect_err("it was tampered with")
}

on_both_engines!(what_was_only_lived_in_is_verified, |fresh| {
    let app = open(&fresh);
    lived_in(&app);
    let verified = verified(&app).expect("nothing differs");
    assert_eq!(verified.entries, 25);
    assert_eq!(verified.rows, 55);
    assert!(verified.figures > 1000, "{verified:?}");
});

on_both_engines!(an_empty_programme_is_verified, |fresh| {
    assert_eq!(verified(&open(&fresh)).expect("nothing differs").entries, 0);
});

on_both_engines!(a_changed_payload_is_found, |fresh| {
    let found = after(
        &fresh,
        "update journal set payload = replace(payload, 'ppkukm', 'sosial') where position = 4",
    );
    assert_eq!(found, Difference::Chain(db::Broken::Changed(4)));
});

on_both_engines!(a_swapped_hash_is_found, |fresh| {
    let found = after(
        &fresh,
        "update journal set hash = (select hash from journal where position = 2) where position = 3",
    );
    assert_eq!(found, Difference::Chain(db::Broken::Changed(3)));
});

on_both_engines!(a_deleted_entry_is_found, |fresh| {
    let found = after(&fresh, "delete from journal where position = 5");
    assert_eq!(found, Difference::Chain(db::Broken::Gap(6)));
});

on_both_engines!(a_deleted_last_entry_is_found, |fresh| {
    let found = after(&fresh, "delete from journal where position = 25");
    assert_eq!(found, Difference::Head { ends: 24, says: 25 });
});

on_both_engines!(a_changed_row_is_found, |fresh| {
    let sql = "update service set occurred_on = occurred_on + 1 where stage = 'training'";
    let found = after(&fresh, sql);
    let Difference::Changed { table, column, .. } = found else { panic!("{found}") };
    assert_eq!((table.as_str(), column.as_str()), ("service", "occurred_on"));
});

on_both_engines!(a_deleted_row_is_found, |fresh| {
    let found = after(&fresh, "delete from service where stage = 'licensing'");
    assert!(matches!(&found, Difference::Missing { table, .. } if table == "service"), "{found}");
});

on_both_engines!(an_added_row_is_found, |fresh| {
    let sql = "insert into nik_claim (shard, nik_hash, person_id)
        select 4095, x'00112233445566778899aabbccddeeff', id from person where position = 1";
    let found = after(&fresh, sql);
    assert!(matches!(&found, Difference::Added { table, .. } if table == "nik_claim"), "{found}");
});

on_both_engines!(a_change_in_any_derived_table_is_found, |fresh| {
    for (table, column) in [
        ("user_account", "role = 'executive'"),
        ("person", "position = position + 1"),
        ("member", "office = '31.74.01'"),
        ("member", "phone_hash = nik_hash"),
        ("business", "business_type = 'jasa'"),
        ("possible_duplicate", "decision = 'different'"),
        ("identity_link", "basis = 'different'"),
    ] {
        let fresh = if fresh.is_sqlite() { Some(Fresh::sqlite()) } else { Fresh::postgres() };
        let found = after(&fresh.expect("a server"), &format!("update {table} set {column}"));
        let Difference::Changed { table: found_in, .. } = &found else { panic!("{found}") };
        assert_eq!(found_in, table);
    }
});

on_both_engines!(a_table_is_either_rebuilt_or_named_as_kept, |fresh| {
    let app = open(&fresh);
    let tables = app.db.look(db::schema).expect("described");
    for kept in KEPT {
        assert!(tables.iter().any(|table| table.name == kept), "{kept} is kept and does not exist");
    }
    for table in tables {
        assert!(!table.key.is_empty(), "{} has no key to be compared by", table.name);
    }
});
