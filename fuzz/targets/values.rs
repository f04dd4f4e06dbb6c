//! Whatever an officer types is a value or a refusal, and a value reads back as itself.
#![no_main]
use rules::{
    Agency, BusinessType, Channel, Email, FamilyCard, Instant, Nik, PersonName, Phone, RegionCode,
    Regions, Role, Scheme, Sex, StageKind, TargetGroup, TaxNumber, Track, date, member_number,
    marketing::{ListingAddress, Marketplace}, name, nik::Stated, webhook,
};

libfuzzer_sys::fuzz_target!(|text: &str| {
    identities(text);
    names(text);
    places_and_days(text);
    words(text);
});

fn identities(text: &str) {
    if let Ok(nik) = Nik::parse(text) {
        assert_eq!(Nik::parse(nik.digits()).as_ref(), Ok(&nik));
        let stated = Stated { birth_date: None, sex: None, registered_on: today() };
        let _ = (nik.birth_date(today()), nik.sex(), nik.masked(), nik.warnings(&stated));
    }
    if let Ok(phone) = Phone::parse(text) {
        assert_eq!(Phone::parse(phone.digits()).as_ref(), Ok(&phone));
    }
    if let Ok(card) = FamilyCard::parse(text) {
        assert_eq!(FamilyCard::parse(card.digits()).as_ref(), Ok(&card));
        let _ = card.masked();
    }
    if let Ok(number) = TaxNumber::parse(text) {
        assert_eq!(TaxNumber::parse(number.digits()).as_ref(), Ok(&number));
        let _ = number.masked();
    }
    if let Ok(kinds) = webhook::Kinds::parse(text) {
        assert_eq!(webhook::Kinds::parse(&kinds.to_string()).as_ref(), Ok(&kinds));
        let _ = kinds.have(text);
    }
    if let Ok(email) = Email::parse(text) {
        assert_eq!(Email::parse(email.as_str()).as_ref(), Ok(&email));
        let _ = email.masked();
    }
    if let Ok(position) = member_number::parse(text) {
        let region = RegionCode::parse("31.73.05").expect("a region");
        assert_eq!(member_number::parse(&member_number::number(region, position)), Ok(position));
    }
}

fn names(text: &str) {
    let folded = name::fold(text);
    assert_eq!(name::fold(&folded), folded);
    let (one, other) = text.split_at(text.floor_char_boundary(text.len() / 2));
    let (one, other) = (name::fold(one), name::fold(other));
    assert_eq!(name::similar(&one, &other), name::similar(&other, &one));
    if let Ok(name) = PersonName::parse(text) {
        assert_eq!(PersonName::parse(name.as_str()).as_ref(), Ok(&name));
        assert!(name::similar(&name.folded(), &name.folded()));
        let _ = name.masked();
    }
}

fn places_and_days(text: &str) {
    if let Ok(on) = date::parse_officer(text) {
        assert_eq!(date::parse_officer(&date::words(on)), Ok(on));
        assert_eq!(date::parse_officer(&on.to_string()), Ok(on));
    }
    if let Some(at) = Instant::parse_rfc3339(text) {
        assert_eq!(Instant::parse_rfc3339(&at.rfc3339()), Some(at));
    }
    if let Ok(code) = RegionCode::parse(text) {
        assert_eq!(RegionCode::parse(&code.to_string()).as_ref(), Ok(&code));
        let _ = (code.digits(), code.kecamatan(), code.city());
    }
    if let Ok(agency) = Agency::parse(text) {
        assert_eq!(Agency::parse(agency.as_str()).as_ref(), Ok(&agency));
    }
    for market in Marketplace::ALL {
        if let Ok(address) = ListingAddress::parse(text, market) {
            assert_eq!(ListingAddress::parse(address.as_str(), market).as_ref(), Ok(&address));
            assert!(address.as_str().starts_with("https://"));
        }
    }
    let _ = Regions::jakarta().find_kecamatan(text);
    let _ = Regions::jakarta().find_kelurahan(text, Some(text));
}

fn words(text: &str) {
    let _ = (Sex::of_word(text), Track::of_word(text), BusinessType::of_word(text));
    let _ = (Channel::of_word(text), TargetGroup::of_word(text), Role::of_word(text));
    let _ = (Sex::parse_officer(text), Track::parse_officer(text), Scheme::of_word(text));
    for scheme in [None, Some(Scheme::Pergub), Some(Scheme::Jakbar2022)] {
        let _ = StageKind::parse_officer(text, scheme);
    }
}

/// 22 June 2022.
fn today() -> rules::Date {
    Instant(1_655_900_000_000_000).date()
}
