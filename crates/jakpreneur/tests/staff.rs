//! Accounts, sign-in, sessions and tokens, on both engines.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests fail by panicking")]
mod staff_world;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
    routing::get,
};
use http_body_util::BodyExt;
use jakpreneur::{
    Code, FieldError, Problem,
    staff::{self, MaybeSignedIn, Password, Session, SignedIn, Via},
};
use staff_world::{CHEAP, PASSWORD, World, wrong};
use std::sync::Arc;
use testkit::on_both_engines;
use tower::ServiceExt;

/// Runs beside a programme that must not be dropped inside.
fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(work)
}

fn sign_in(world: &World, name: &str, password: &str) -> Result<Session, Problem> {
    run(staff::sign_in(&world.app, name, password))
}

fn cookie(session: &Session) -> (&'static str, String) {
    let set = session.cookie(false);
    (header::COOKIE.as_str(), set.split(';').next().unwrap().to_owned())
}

fn bearer(token: &str) -> (&'static str, String) {
    (header::AUTHORIZATION.as_str(), format!("Bearer {token}"))
}

/// What a page that needs somebody answers, and one that is open to all.
fn visit(world: &World, sent: &[(&str, String)]) -> (StatusCode, String) {
    call(world, "/needed", sent)
}

fn call(world: &World, path: &str, sent: &[(&str, String)]) -> (StatusCode, String) {
    let router = Router::new()
        .route("/needed", get(|who: SignedIn| async move { who.officer.name.clone() }))
        .route(
            "/open",
            get(|MaybeSignedIn(who): MaybeSignedIn| async move {
                who.map_or_else(|| "somebody".to_owned(), |who| who.officer.name.clone())
            }),
        )
        .with_state(world.app.clone());
    let mut request = Request::get(path);
    for (name, value) in sent {
        request = request.header(*name, value);
    }
    run(async {
        let answer = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let status = answer.status();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    })
}

fn status(world: &World, sent: &[(&str, String)]) -> StatusCode {
    visit(world, sent).0
}

fn mentor(world: &World) -> Arc<staff::Officer> {
    world.officer("pendamping", "mentor", "ppkukm", "31.73.05")
}

fn headers(session: &Session) -> HeaderMap {
    let (name, value) = cookie(session);
    HeaderMap::from_iter([(name.parse().unwrap(), value.parse().unwrap())])
}

on_both_engines!(a_session_is_known_by_its_cookie_until_signing_out, |fresh| {
    let world = World::open(&fresh);
    mentor(&world);
    assert_eq!(status(&world, &[]), StatusCode::UNAUTHORIZED);
    let session = sign_in(&world, " Pendamping ", PASSWORD).expect("signs in");
    let set = session.cookie(true);
    assert!(set.contains("; HttpOnly; SameSite=Lax; ") && set.ends_with("; Secure"), "{set}");
    let sent = [cookie(&session)];
    assert_eq!(visit(&world, &sent), (StatusCode::OK, "pendamping".to_owned()));
    assert_eq!(call(&world, "/open", &sent).1, "pendamping");
    run(staff::sign_out(&world.app, &headers(&session))).expect("signs out");
    assert_eq!(status(&world, &sent), StatusCode::UNAUTHORIZED, "at once, not after ten seconds");
    assert_eq!(call(&world, "/open", &sent).1, "somebody");
});

on_both_engines!(
    a_session_ends_two_hours_after_its_last_use_and_twelve_after_its_beginning,
    |fresh| {
        let world = World::open(&fresh);
        mentor(&world);
        let (used, left) = (
            sign_in(&world, "pendamping", PASSWORD).expect("signs in"),
            sign_in(&world, "pendamping", PASSWORD).expect("signs in"),
        );
        world.pass(2 * 3600 - 1);
        assert_eq!(status(&world, &[cookie(&used)]), StatusCode::OK);
        world.pass(1);
        assert_eq!(status(&world, &[cookie(&left)]), StatusCode::UNAUTHORIZED, "idle");
        for _ in 0..9 {
            world.pass(3600);
            assert_eq!(status(&world, &[cookie(&used)]), StatusCode::OK);
        }
        world.pass(3600 - 1);
        assert_eq!(status(&world, &[cookie(&used)]), StatusCode::OK);
        world.pass(1);
        assert_eq!(status(&world, &[cookie(&used)]), StatusCode::UNAUTHORIZED, "twelve hours");
    }
);

on_both_engines!(five_wrong_passwords_lock_a_name_whether_or_not_it_exists, |fresh| {
    let world = World::open(&fresh);
    mentor(&world);
    for name in ["pendamping", "nobody.at.all"] {
        for _ in 0..5 {
            assert!(matches!(
                sign_in(&world, name, "sepuluh kucing"),
                Err(Problem::Refused(Code::SignIn))
            ));
        }
        assert!(matches!(sign_in(&world, name, PASSWORD), Err(Problem::TooMany(30))));
    }
    world.pass(29);
    assert!(matches!(sign_in(&world, "pendamping", PASSWORD), Err(Problem::TooMany(1))));
    world.pass(1);
    assert!(sign_in(&world, "pendamping", "sepuluh kucing").is_err());
    assert!(matches!(sign_in(&world, "pendamping", PASSWORD), Err(Problem::TooMany(60))));
    world.pass(60);
    sign_in(&world, "pendamping", PASSWORD).expect("signs in");
    assert!(sign_in(&world, "pendamping", "sepuluh kucing").is_err());
    sign_in(&world, "pendamping", PASSWORD).expect("the failures before are forgotten");
});

on_both_engines!(a_rush_of_guesses_cannot_outrun_the_lock, |fresh| {
    let world = World::open(&fresh);
    mentor(&world);
    let tried = run(async {
        let tries: Vec<_> = (0..24)
            .map(|n| {
                let app = world.app.clone();
                tokio::spawn(async move {
                    staff::sign_in(&app, "pendamping", &format!("tebakan ke-{n}")).await.err()
                })
            })
            .collect();
        let mut tried = Vec::new();
        for one in tries {
            tried.push(one.await.unwrap());
        }
        tried
    });
    let wrong = tried.iter().filter(|it| matches!(it, Some(Problem::Refused(Code::SignIn))));
    let looked_at = wrong.count();
    assert!((5..=6).contains(&looked_at), "{looked_at} guesses were compared");
    assert!(tried.iter().filter(|it| matches!(it, Some(Problem::TooMany(_)))).count() >= 18);
});

on_both_engines!(a_disabled_account_loses_its_session_and_its_token_at_once, |fresh| {
    let world = World::open(&fresh);
    mentor(&world);
    let session = sign_in(&world, "pendamping", PASSWORD).expect("signs in");
    let (_, token) = world.token(&world.app.operator(), "pendamping").expect("makes a token");
    assert_eq!(status(&world, &[cookie(&session)]), StatusCode::OK);
    assert_eq!(status(&world, &[bearer(&token)]), StatusCode::OK);
    world.disable("pendamping").expect("disables");
    assert_eq!(status(&world, &[cookie(&session)]), StatusCode::UNAUTHORIZED);
    assert_eq!(status(&world, &[bearer(&token)]), StatusCode::UNAUTHORIZED);
    assert!(matches!(sign_in(&world, "pendamping", PASSWORD), Err(Problem::Refused(Code::SignIn))));
    assert!(matches!(world.disable("pendamping"), Err(Problem::NotFound)));
    let again = world.add_as(&world.app.operator(), "pendamping", "auditor", "", "");
    assert_eq!(wrong(again), [FieldError::new("name", Code::NameTaken)]);
});

on_both_engines!(a_token_is_refused_once_revoked, |fresh| {
    let world = World::open(&fresh);
    mentor(&world);
    let operator = world.app.operator();
    let (id, token) = world.token(&operator, "pendamping").expect("makes a token");
    assert!(token.starts_with("jp_") && token.len() == 46, "{token}");
    assert_eq!(visit(&world, &[bearer(&token)]), (StatusCode::OK, "pendamping".to_owned()));
    let kept = world.app.db.look(|tx| staff::tokens(tx, &operator)).expect("lists");
    assert_eq!(kept[0].seen_at, Some(world.app.house.now()));
    world.revoke(&operator, id).expect("revokes");
    assert_eq!(status(&world, &[bearer(&token)]), StatusCode::UNAUTHORIZED);
    assert_eq!(call(&world, "/open", &[bearer(&token)]).0, StatusCode::UNAUTHORIZED);
    assert!(matches!(world.revoke(&operator, id), Err(Problem::NotFound)));
});

on_both_engines!(a_token_wins_over_a_cookie_and_neither_serves_as_the_other, |fresh| {
    let world = World::open(&fresh);
    mentor(&world);
    world.officer("pengawas", "auditor", "", "");
    let session = sign_in(&world, "pendamping", PASSWORD).expect("signs in");
    let (_, token) = world.token(&world.app.operator(), "pengawas").expect("makes a token");
    assert_eq!(visit(&world, &[cookie(&session), bearer(&token)]).1, "pengawas");
    let wrong = [cookie(&session), bearer("jp_no")];
    assert_eq!(status(&world, &wrong), StatusCode::UNAUTHORIZED);
    let secret = cookie(&session).1.replace("jp_session=", "jp_");
    assert_eq!(status(&world, &[bearer(&secret)]), StatusCode::UNAUTHORIZED);
    let as_cookie = token.replace("jp_", "jp_session=");
    assert_eq!(status(&world, &[("cookie", as_cookie)]), StatusCode::UNAUTHORIZED);
});

on_both_engines!(a_form_with_another_sessions_word_is_forged, |fresh| {
    let world = World::open(&fresh);
    mentor(&world);
    let (one, other) = (
        sign_in(&world, "pendamping", PASSWORD).expect("signs in"),
        sign_in(&world, "pendamping", PASSWORD).expect("signs in"),
    );
    let via = Via::Session { csrf: one.csrf() };
    via.check_csrf(&one.csrf()).expect("our own form");
    assert!(matches!(via.check_csrf(&other.csrf()), Err(Problem::Forged)));
    assert!(matches!(via.check_csrf(""), Err(Problem::Forged)));
    Via::Token.check_csrf("").expect("no browser sends a token by itself");
});

on_both_engines!(a_new_password_ends_the_sessions_and_lifts_the_lock, |fresh| {
    let world = World::open(&fresh);
    mentor(&world);
    let session = sign_in(&world, "pendamping", PASSWORD).expect("signs in");
    for _ in 0..5 {
        assert!(sign_in(&world, "pendamping", "sepuluh kucing").is_err());
    }
    let new = Password::parse("delapan kucing", "pendamping").expect("good enough");
    let hash = new.hash(CHEAP, world.app.house.bytes()).expect("hashes");
    let asking = world.asking(&world.app.operator());
    let done = world
        .app
        .change_now(move |tx, house| staff::reset(tx, house, &asking, "pendamping", &hash))
        .expect("resets");
    assert_eq!(status(&world, &[cookie(&session)]), StatusCode::UNAUTHORIZED);
    assert!(sign_in(&world, "pendamping", PASSWORD).is_err());
    sign_in(&world, "pendamping", "delapan kucing").expect("signs in");
    let entry = world.app.db.look(|tx| {
        let mut found = None;
        tx.entries(done.stamp.position - 1, done.stamp.position, |entry| {
            found = Some(entry);
            Ok(())
        })?;
        Ok::<_, Problem>(found)
    });
    let payload = entry.expect("looks").expect("an entry").payload;
    assert_eq!(payload, format!("{{\"user\":\"{}\"}}", done.event.user));
});
