//! Referrals over the API: sent with consent, answered by the bank alone, hidden from the other bank, withdrawn.
use crate::world::{NIK, World};
use serde_json::{Value, json};
use testkit::on_both_engines;

const KEY: [(&str, &str); 1] = [("idempotency-key", "0190b0f2-0000-7000-8000-000000000032")];

/// An office, and an officer of each of two banks.
struct City {
    world: World,
    office: String,
    bri: String,
    bni: String,
    member: String,
}

impl City {
    fn of(fresh: &testkit::Fresh) -> Self {
        let world = World::new(fresh);
        let all = world.administrator();
        let office = world.token("registration_officer", "ppkukm", "31.73.05");
        let bri = world.named_token("petugas-bri", "bank_officer");
        let bound = json!({"name": "petugas-bri", "bank": "bri"});
        assert_eq!(world.post("/api/v1/bank-accounts", &all, &bound).status.as_u16(), 200);
        let bni = world.named_token("petugas-bni", "bank_officer");
        let bound = json!({"name": "petugas-bni", "bank": "bni"});
        assert_eq!(world.post("/api/v1/bank-accounts", &all, &bound).status.as_u16(), 200);
        let member = world.registered(&office, NIK, "ppkukm");
        Self { world, office, bri, bni, member }
    }

    fn asked(&self, bank: &str) -> Value {
        json!({"member": self.member, "bank": bank, "product": "kur", "amount": 15_000_000,
            "purpose": "Membeli oven", "shared": ["name"], "consent": true})
    }

    fn sent(&self, bank: &str) -> String {
        let sent = self.world.post("/api/v1/referrals", &self.office, &self.asked(bank));
        assert_eq!(sent.status.as_u16(), 201, "{}", sent.text);
        sent.json()["id"].as_str().expect("an id").to_owned()
    }

    fn says(&self, token: &str, id: &str, body: &Value) -> (u16, String) {
        let said = self.world.post(&format!("/api/v1/referrals/{id}/answer"), token, body);
        if said.status.is_success() { (200, String::new()) } else { said.problem() }
    }
}

on_both_engines!(a_referral_goes_from_the_office_to_the_banks_answer, |fresh| {
    let city = City::of(&fresh);
    let world = &city.world;
    let asked = city.asked("bri");
    let sent = world.post_as("/api/v1/referrals", &city.office, &asked, &KEY);
    assert_eq!(sent.status.as_u16(), 201, "{}", sent.text);
    let again = world.post_as("/api/v1/referrals", &city.office, &asked, &KEY);
    assert_eq!((again.status.as_u16(), again.json()), (200, sent.json()));
    let id = sent.json()["id"].as_str().expect("an id").to_owned();
    let at = format!("/api/v1/referrals/{id}");
    for (step, amount) in
        [("received", None), ("approved", Some(12_000_000)), ("disbursed", Some(12_000_000))]
    {
        assert_eq!(
            city.says(&city.bri, &id, &json!({"step": step, "amount": amount})).0,
            200,
            "{step}"
        );
    }
    let seen = world.get(&at, &city.bri).json();
    assert_eq!((&seen["step"], &seen["member"]), (&json!("disbursed"), &Value::Null));
    assert_eq!(seen["shown"], json!([{"what": "name", "lines": ["Siti Rahmawati"]}]));
    let figures = world.get("/api/v1/figures/referrals", &city.office).json();
    assert_eq!(figures["rows"][0]["granted"], 12_000_000);
    let all = world.get("/api/v1/figures/stages", &city.office).json();
    let rows = all["rows"].as_array().expect("rows");
    let capital = rows.iter().find(|row| row["stage"] == "capital").expect("a row");
    assert_eq!(capital["reached"], 1);
    let back = world.post(&format!("{at}/take-back"), &city.bri, &json!({"reason": "salah orang"}));
    assert_eq!(back.status.as_u16(), 200, "{}", back.text);
    assert_eq!(world.get(&at, &city.office).json()["step"], "approved");
});

on_both_engines!(
    the_other_bank_finds_nothing_and_after_a_withdrawal_neither_does_the_first,
    |fresh| {
        let city = City::of(&fresh);
        let world = &city.world;
        let id = city.sent("bri");
        let at = format!("/api/v1/referrals/{id}");
        assert_eq!(world.get(&at, &city.bri).status.as_u16(), 200);
        assert_eq!(world.get(&at, &city.bni).problem(), (404, "not-found".to_owned()));
        assert_eq!(city.says(&city.bni, &id, &json!({"step": "received"})).0, 404);
        assert_eq!(world.get("/api/v1/referrals", &city.bni).json()["total"], 0);
        let withdrawn = world.post(&format!("{at}/withdraw"), &city.office, &json!({}));
        assert_eq!(withdrawn.status.as_u16(), 200, "{}", withdrawn.text);
        assert_eq!(world.get(&at, &city.bri).problem(), (404, "not-found".to_owned()));
        assert_eq!(world.get("/api/v1/referrals", &city.bri).json()["total"], 0);
        assert_eq!(world.get(&at, &city.office).json()["withdrawn"], true);
    }
);

on_both_engines!(what_is_wrong_with_a_referral_is_said_at_its_field, |fresh| {
    let city = City::of(&fresh);
    for (field, value, code) in [
        ("bank", json!("bank-lain"), "word"),
        ("product", json!("deposito"), "word"),
        ("amount", json!(0), "referral-amount"),
        ("purpose", json!(""), "empty"),
        ("shared", json!(["phone"]), "consent"),
        ("consent", json!(false), "consent"),
    ] {
        let mut asked = city.asked("bri");
        asked[field] = value;
        let sent = city.world.post("/api/v1/referrals", &city.office, &asked);
        assert_eq!(sent.wrong(), [(field.to_owned(), code.to_owned())], "{}", sent.text);
    }
    let bank = city.world.post("/api/v1/referrals", &city.bri, &city.asked("bri"));
    assert_eq!(bank.problem(), (403, "forbidden".to_owned()));
});
