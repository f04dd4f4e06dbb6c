//! Curation as its people meet it: a member's phone, the office's screens, a curator's, and a program.
use crate::{
    Fair, NIK,
    browser::{Answer, Browser},
};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::{Value, json};
use testkit::on_both_engines;

impl Fair {
    fn browser(&self, name: &str) -> Browser {
        let mut browser = Browser::new(&self.world.app);
        browser.sign_in(name);
        browser
    }

    /// The member's phone, signed in with a code from the counter.
    fn phone(&self) -> Browser {
        self.world.officer("petugas", "registration_officer", crate::HOME.0, crate::HOME.1);
        let mut counter = self.browser("petugas");
        counter.open(&format!("/warga/{}", self.member));
        let page = counter.send(&format!("/warga/{}/kode-masuk", self.member), &[]).text();
        let within = |before: &str| {
            let (_, rest) = page.split_once(before).expect("is on the page");
            rest.split_once('<').expect("ends").0.to_owned()
        };
        let (number, code) =
            (within("<span class=\"jp-code\">"), within("<p class=\"jp-figure\">"));
        let mut phone = Browser::new(&self.world.app);
        phone.open("/saya/masuk");
        let sent = phone.send("/saya/masuk", &[("who", &number), ("code", &code)]);
        assert_eq!(sent.header("location"), "/saya");
        phone
    }
}

fn json_of(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.bytes).expect("JSON")
}

on_both_engines!(everybody_finds_what_waits_for_them_and_takes_the_next_step, |fresh| {
    let fair = Fair::of(&fresh);
    let mut office = fair.browser("sudin");
    let page = office.open("/kurasi");
    assert!(page.contains("weight-quality") && page.contains("Tidak ada yang menunggu"));
    let wrong = office.send("/kurasi", &[("title", "Kurasi Juni"), ("act_id", "x")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    office.open("/kurasi");
    let round = [
        ("title", "Kurasi Juni"),
        ("area", "31.73"),
        ("agency", "ppkukm"),
        ("closes_on", "2022-07-31"),
        ("weight-quality", "2"),
        ("weight-packaging", "1"),
    ];
    let page = office.follow("/kurasi", &round);
    assert!(page.contains("Putaran diumumkan") && page.contains("Kemasan: 1"), "{page}");
    let product = fair.product("Keripik balado", "food");
    let mut phone = fair.phone();
    let page = phone.open("/saya/kurasi");
    let round = page.split_once("<option value=\"").map(|(_, rest)| rest).expect("a choice");
    let round = round.split("<option value=\"").nth(1).expect("a round");
    let round = round.split_once('"').expect("ends").0.to_owned();
    let none = phone.send("/saya/kurasi", &[("round", ""), ("product", "")]);
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    phone.open("/saya/kurasi");
    let product = product.to_string();
    let page = phone.follow("/saya/kurasi", &[("round", &round), ("product", &product)]);
    assert!(page.contains("Terdaftar"), "{page}");
    let list = fair.world.app.db.look(|tx| {
        let wanted = jakpreneur::curations::Wanted { limit: 1, ..Default::default() };
        jakpreneur::curations::list(tx, &fair.world.app.house, &fair.office, &wanted)
    });
    let entry = list.expect("lists").1[0].row.id.to_string();
    let at = format!("/kurasi/produk/{entry}");
    let mut mentor = fair.browser("pendamping");
    assert!(mentor.open("/kurasi").contains("1 produk menunggu Anda"));
    mentor.open(&at);
    assert!(mentor.follow(&format!("{at}/verifikasi"), &[]).contains("Diverifikasi"));
    assert!(mentor.open("/kurasi").contains("Tidak ada yang menunggu"));
    let mut head = fair.browser("kasatpel");
    assert!(head.open("/kurasi").contains("Keripik balado"));
    head.open(&at);
    assert!(head.follow(&format!("{at}/sahkan"), &[]).contains("Disahkan"));
    office.open(&at);
    let day = [("held_on", "2022-06-22"), ("held_at", "09:00"), ("place", "Aula kecamatan")];
    assert!(office.follow(&format!("{at}/jadwal"), &day).contains("Aula kecamatan"));
    assert!(phone.open(&format!("/saya/kurasi/{entry}")).contains("Bawa produk Anda"));
    let mut curator = fair.browser("kurator");
    let page = curator.open(&at);
    assert!(!page.contains("Warga Contoh"), "a curator is not told whose it is");
    assert_eq!(curator.get("/e-order").status, StatusCode::FORBIDDEN);
    curator.open(&at);
    let few = [("score-quality", "90"), ("advice", "Beri label")];
    let wrong = curator.send(&format!("{at}/nilai"), &few);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    curator.open(&at);
    let scores = [("score-quality", "90"), ("score-packaging", "81"), ("advice", "Beri label")];
    let page = curator.follow(&format!("{at}/nilai"), &scores);
    assert!(page.contains("Grade A, nilai 87"), "{page}");
    let page = phone.open(&format!("/saya/kurasi/{entry}"));
    assert!(page.contains("Beri label") && page.contains("Lolos kurasi"));
    let paper = phone.get(&format!("/saya/kurasi/{entry}/sertifikat.pdf"));
    assert!(paper.bytes.starts_with(b"%PDF"), "{}", paper.status);
    let number = format!("/cek-kurasi/0001-KURASI-PPKUKM-2022-{}", letters(&fair, &entry));
    let page = phone.open(&number);
    assert!(page.contains("Keripik balado") && page.contains("Warga Contoh"));
    assert_eq!(
        phone.get("/cek-kurasi/0001-KURASI-PPKUKM-2022-22222222").status,
        StatusCode::NOT_FOUND
    );
    let file = office.open(&format!("/warga/{}", fair.member));
    assert!(file.contains("Kurasi: Keripik balado"), "the steps stand in the history");
    assert!(office.open(&format!("/warga/{}/produk/{product}", fair.member)).contains("Kurasi A"));
});

/// The letters at the end of the number of an entry's certificate.
fn letters(fair: &Fair, entry: &str) -> String {
    let seen = fair.see(&fair.own(), entry.parse().expect("an id")).expect("sees");
    let number = seen.certificate.expect("has one").number;
    number.rsplit_once('/').expect("parts").1.to_owned()
}

on_both_engines!(the_e_order_list_is_a_page_a_file_and_a_route_with_the_same_lines, |fresh| {
    let fair = Fair::of(&fresh);
    let round = fair.round();
    let bag = fair.product("Tas anyam", "craft");
    fair.product("Keripik", "food");
    let entry = fair.scheduled(round, bag);
    fair.grade(entry, "90").expect("graded");
    let mut office = fair.browser("sudin");
    let page = office.open("/e-order");
    assert!(page.contains("2 produk") && page.contains("Belum lolos kurasi; Tidak ada sertifikat"));
    let page = office.open("/e-order?boleh=ya");
    assert!(page.contains("Tas anyam") && !page.contains("Keripik"));
    let csv = office.get("/e-order/berkas/csv?boleh=ya").text();
    assert!(csv.contains("Tas anyam") && csv.lines().count() == 2, "{csv}");
    assert!(!csv.contains(NIK) && !csv.contains("Warga Contoh"), "nobody is named");
    let xlsx = office.get("/e-order/berkas/xlsx");
    assert!(xlsx.bytes.starts_with(b"PK"));
    let token = fair.world.token(&fair.world.app.operator(), "sudin").expect("a token").1;
    let bearer = format!("Bearer {token}");
    let ask = |browser: &mut Browser, path: &str| {
        browser.request(Request::get(path).header("authorization", &bearer), Body::empty())
    };
    let mut program = Browser::new(&fair.world.app);
    let list = json_of(&ask(&mut program, "/api/v1/e-order?eligible=false"));
    assert_eq!(list["total"], 1);
    assert_eq!(list["items"][0]["missing"], json!(["not-curated", "no-halal"]));
    let entries = json_of(&ask(&mut program, "/api/v1/curation-entries?state=graded"));
    assert_eq!(entries["items"][0]["grade"], "A");
    assert_eq!(entries["total"], 1);
    let one = json_of(&ask(&mut program, &format!("/api/v1/curation-entries/{entry}")));
    assert_eq!(one["mean"], 90);
    assert_eq!(one["steps"].as_array().map(Vec::len), Some(5));
    let rounds = json_of(&ask(&mut program, "/api/v1/curations"));
    assert_eq!(rounds["items"][0]["counts"], json!([{ "state": "graded", "entries": 1 }]));
    let number = one["certificate"].as_str().expect("a number").replace('/', "-");
    let mut anybody = Browser::new(&fair.world.app);
    let checked = anybody.get(&format!("/api/v1/curation-certificates/{number}"));
    assert_eq!(json_of(&checked)["product"], "Tas anyam");
    let body = json!({ "title": "Kurasi Juli", "area": "31.73", "closes_on": "2022-07-31",
        "criteria": [{ "code": "quality", "weight": 1 }],
        "grades": [{ "name": "Lolos", "from": 50, "passes": true }] });
    let post = Request::post("/api/v1/curations")
        .header("authorization", &bearer)
        .header("content-type", "application/json")
        .header("idempotency-key", "019f9c3e-3a44-7a2e-8a57-000000000001");
    let refused = program.request(post, Body::from(body.to_string()));
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(json_of(&refused)["errors"][0]["code"], "grades");
    let timeline = format!("/api/v1/members/{}/timeline", fair.member);
    let facts = json_of(&ask(&mut program, &timeline));
    assert_eq!(facts["items"][0]["curation"]["grade"], "A");
});
