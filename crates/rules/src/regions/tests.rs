//! The seed is whole, and names lead where officers expect.
#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::*;

fn code(raw: &str) -> RegionCode {
    RegionCode::parse(raw).unwrap()
}

fn one(raw: &str) -> Found {
    Found::One(code(raw))
}

#[test]
fn the_seed_has_1_province_6_cities_44_kecamatan_and_267_kelurahan() {
    let regions = Regions::jakarta();
    let count = |level| regions.all().iter().filter(|region| region.code.level() == level).count();
    assert_eq!(Level::ALL.map(count), [1, 6, 44, 267]);
    assert_eq!(SEED.lines().count() - 1, regions.all().len(), "no row is dropped");
}

#[test]
fn every_row_of_the_seed_agrees_with_its_code() {
    for line in SEED.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        assert_eq!(code(cells[0]).level().word(), cells[2]);
        assert_eq!(code(cells[0]).parent().map_or(String::new(), |p| p.to_string()), cells[3]);
    }
}

#[test]
fn no_region_is_an_orphan_and_children_lead_to_every_region() {
    let regions = Regions::jakarta();
    let orphan =
        |region: &&Region| region.code.parent().is_some_and(|parent| regions.get(parent).is_none());
    assert_eq!(regions.all().iter().find(orphan), None);
    let children: usize =
        regions.all().iter().map(|region| regions.children(region.code).count()).sum();
    assert_eq!(children, regions.all().len() - 1);
}

#[test]
fn each_city_has_its_number_of_kecamatan_and_kelurahan() {
    let regions = Regions::jakarta();
    for (city, kecamatan, kelurahan, bps) in [
        ("31.01", 2, 6, "3101"),
        ("31.71", 8, 44, "3173"),
        ("31.72", 6, 31, "3175"),
        ("31.73", 8, 56, "3174"),
        ("31.74", 10, 65, "3171"),
        ("31.75", 10, 65, "3172"),
    ] {
        let city = code(city);
        let below = |level| {
            regions.all().iter().filter(|r| r.code.within(&city) && r.code.level() == level).count()
        };
        assert_eq!(
            (below(Level::Kecamatan), below(Level::Kelurahan)),
            (kecamatan, kelurahan),
            "{city}"
        );
        assert_eq!(bps_code(city), Some(bps));
    }
    assert_eq!(bps_code(code("31")), None);
}

#[test]
fn every_region_is_found_by_its_own_name_and_code() {
    let regions = Regions::jakarta();
    for region in regions.all() {
        let found = match region.code.level() {
            Level::Province | Level::City => continue,
            Level::Kecamatan => [
                regions.find_kecamatan(&region.name),
                regions.find_kecamatan(&region.code.digits()),
            ],
            Level::Kelurahan => [
                regions.find_kelurahan(&region.name, None),
                regions.find_kelurahan(
                    &region.code.to_string(),
                    region.code.parent().map(|p| p.to_string()).as_deref(),
                ),
            ],
        };
        assert_eq!(found, [Found::One(region.code); 2], "{}", region.name);
    }
}

#[test]
fn common_spellings_lead_to_the_official_kecamatan() {
    let regions = Regions::jakarta();
    for (raw, expected) in [
        ("Palmerah", "31.73.07"),
        ("PAL MERAH", "31.73.07"),
        ("Tamansari", "31.73.03"),
        ("Pulo Gadung", "31.75.02"),
        ("Kramat Jati", "31.75.04"),
        ("Setia Budi", "31.74.02"),
        ("Kec. Kebon Jeruk", "31.73.05"),
        ("kecamatan kebon-jeruk", "31.73.05"),
        ("Kec.Tebet", "31.74.01"),
        ("317401", "31.74.01"),
    ] {
        assert_eq!(regions.find_kecamatan(raw), one(expected), "{raw}");
    }
    assert_eq!(regions.find_kecamatan("Bekasi"), Found::None);
    assert_eq!(regions.find_kecamatan("31.74"), Found::None);
    assert_eq!(regions.find_kecamatan(""), Found::None);
}

#[test]
fn a_kelurahan_whose_name_begins_like_a_title_is_still_found() {
    let regions = Regions::jakarta();
    let kelapa = regions.find_kelurahan("Kelapa Gading Barat", None);
    assert!(matches!(kelapa, Found::One(_)));
    assert_eq!(
        regions.find_kelurahan("Kel. Kelapa Gading Barat", Some("Kec. Kelapa Gading")),
        kelapa
    );
}

#[test]
fn a_kelurahan_is_looked_for_only_in_the_kecamatan_that_is_named() {
    let regions = Regions::jakarta();
    let gambir = one("31.71.01.1001");
    assert_eq!(regions.find_kelurahan("gambir", None), gambir);
    assert_eq!(regions.find_kelurahan("gambir", Some(" ")), gambir);
    assert_eq!(regions.find_kelurahan("Gambir", Some("Tebet")), Found::None);
    assert_eq!(regions.find_kelurahan("3171011001", Some("31.74.01")), Found::None);
}

#[test]
fn a_name_that_two_kelurahan_share_needs_the_kecamatan() {
    let kapuk = |code: &str| Region {
        code: code.parse().unwrap(),
        name: "Kapuk".to_owned(),
        valid_from: jiff::civil::date(2018, 1, 1),
        valid_to: None,
    };
    let mut all = Regions::jakarta().all().to_vec();
    all.retain(|region| region.name != "Kapuk");
    all.extend([kapuk("31.73.01.1005"), kapuk("31.72.01.1009")]);
    let regions = Regions::of(all);
    assert_eq!(regions.find_kelurahan("Kapuk", None), Found::Several);
    assert_eq!(regions.find_kelurahan("Kapuk", Some("Cengkareng")), one("31.73.01.1005"));
}

#[test]
fn a_renamed_region_answers_with_its_latest_name_and_is_found_by_both() {
    let day = jiff::civil::date(2024, 1, 1);
    let mut all = Regions::jakarta().all().to_vec();
    all[0].valid_to = Some(day);
    all.push(Region {
        name: "Daerah Khusus Jakarta".to_owned(),
        valid_from: day,
        valid_to: None,
        ..all[0].clone()
    });
    let regions = Regions::of(all);
    assert_eq!(regions.name(code("31")), Some("Daerah Khusus Jakarta"));
    assert_eq!(regions.valid_on(day).filter(|region| region.code == code("31")).count(), 1);
}
