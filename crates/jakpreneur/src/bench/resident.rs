//! Made-up residents by number: nobody's NIK, as in the demonstration, and names that are not alike.
use crate::people::RegistrationForm;

const SYLLABLES: [&str; 16] = [
    "ba", "ru", "mi", "sto", "len", "ga", "wi", "dar", "pu", "ke", "no", "ti", "ya", "hu", "sri",
    "jo",
];

/// The registration of the resident with this number; every third runs a business.
pub(super) fn form(number: u64) -> RegistrationForm {
    RegistrationForm {
        nik: nik(number),
        name: name(number),
        phone: format!("0810{number:08}"),
        kelurahan: "31.73.05.1001".to_owned(),
        business_type: "kuliner".to_owned(),
        has_business: Some(number.is_multiple_of(3)),
        agency: "ppkukm".to_owned(),
        office: "31.73.05".to_owned(),
        channel: "counter".to_owned(),
        registered_on: "2022-01-03".to_owned(),
        consent: true,
        ..RegistrationForm::default()
    }
}

/// The same as the API takes it.
pub(super) fn body(number: u64) -> String {
    let form = form(number);
    format!(
        "{{\"nik\":\"{}\",\"name\":\"{}\",\"phone\":\"{}\",\"kelurahan\":\"{}\",\"business_type\":\"{}\",\
         \"has_business\":{},\"agency\":\"{}\",\"office\":\"{}\",\"channel\":\"{}\",\"registered_on\":\"{}\",\
         \"consent\":true}}",
        form.nik,
        form.name,
        form.phone,
        form.kelurahan,
        form.business_type,
        form.has_business == Some(true),
        form.agency,
        form.office,
        form.channel,
        form.registered_on,
    )
}

fn nik(number: u64) -> String {
    let (day, month) = (1 + number % 28, 1 + number / 28 % 12);
    let (year, serial) = (60 + number / 336 % 40, 9_999 - number / 13_440 % 9_000);
    format!("317305{day:02}{month:02}{year:02}{serial:04}")
}

/// Neighbouring numbers get names that share nothing, so that few residents look alike, as in life.
fn name(number: u64) -> String {
    let mixed = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let word = |from: u32| -> String {
        let syllables = (from..from + 4).map(|place| (mixed >> (28 + 4 * place)) % 16);
        let spoken =
            syllables.filter_map(|syllable| SYLLABLES.get(usize::try_from(syllable).ok()?));
        spoken.copied().collect()
    };
    format!("{} {}", word(0), word(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn residents_born_on_the_same_day_do_not_look_alike() {
        let born_with_the_first = (0..8).map(|turn| name(turn * 13_440));
        let names: Vec<String> = born_with_the_first.collect();
        for (at, one) in names.iter().enumerate() {
            let others = names.iter().skip(at + 1);
            assert!(others.clone().all(|other| !rules::name::similar(one, other)), "{one}");
        }
    }
}
