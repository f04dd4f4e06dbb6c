//! Whatever an officer types is a value or a refusal, and a value reads back as itself.
#![no_main]
use rules::{
    Agency, Email, FamilyCard, Nik, PersonName, Phone, RegionCode, Regions, StageKind, TaxNumber,
    date, member_number, name,
};

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(nik) = Nik::parse(text) {
        assert_eq!(Nik::parse(nik.digits()).as_ref(), Ok(&nik));
        let _ = (nik.birth_date(jiff()), nik.sex(), nik.masked());
    }
    if let Ok(phone) = Phone::parse(text) {
        assert_eq!(Phone::parse(phone.digits()).as_ref(), Ok(&phone));
    }
    if let Ok(name) = PersonName::parse(text) {
        assert!(name::similar(&name.folded(), &name.folded()));
    }
    if let Ok(on) = date::parse_officer(text) {
        assert_eq!(date::parse_officer(&date::words(on)), Ok(on));
    }
    if let Ok(code) = RegionCode::parse(text) {
        assert_eq!(RegionCode::parse(&code.to_string()).as_ref(), Ok(&code));
    }
    let _ = (Email::parse(text), FamilyCard::parse(text), TaxNumber::parse(text));
    let _ = (Agency::parse(text), StageKind::parse_officer(text, None), member_number::parse(text));
    let _ = Regions::jakarta().find_kelurahan(text, Some(text));
});

fn jiff() -> rules::Date {
    rules::Instant(1_655_900_000_000_000).date()
}
