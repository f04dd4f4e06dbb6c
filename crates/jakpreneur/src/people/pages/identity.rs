//! What a file tells about the person, line by line.
use crate::{
    House,
    people::File,
    words::{self, Lang, fill},
};
use rules::{Date, Level, RegionCode};

/// A line of the summary.
pub(crate) struct Detail {
    /// What it is about.
    pub what: &'static str,
    /// What is known.
    pub said: String,
}

/// The lines in the order of the page; what nobody knows is left out, but for birth date and sex.
pub(crate) fn details(house: &House, lang: Lang, file: &File) -> Vec<Detail> {
    let w = words::People::of(lang);
    let (row, known) = (&file.row, file.identity.as_ref());
    let unknown = || w.unknown.to_owned();
    let born = known.and_then(|known| known.birth_date);
    let sex = row.sex.map(|sex| lang.pick(sex.label_id(), sex.label_en()).to_owned());
    let phone = known.and_then(|known| known.phone.as_ref());
    let email = known.and_then(|known| known.email.as_ref());
    let groups = known.map(|known| known.target_groups.as_slice()).unwrap_or_default();
    let groups: Vec<&str> =
        groups.iter().map(|group| lang.pick(group.label_id(), group.label_en())).collect();
    let registered_at = [
        ("date", words::day(row.registered_on, lang)),
        ("office", house.region_name(row.office)),
        ("agency", row.agency.to_string().to_uppercase()),
    ];
    let registered_at = registered_at.each_ref().map(|(place, text)| (*place, text.as_str()));
    let trade = lang.pick(row.business_type.label_id(), row.business_type.label_en());
    let channel = lang.pick(row.channel.label_id(), row.channel.label_en());
    let lines = [
        (w.born, known.map(|_| born.map_or_else(unknown, |born| aged(lang, born, house.today())))),
        (w.sex, Some(sex.unwrap_or_else(unknown))),
        (w.phone, phone.map(|phone| phone.digits().to_owned())),
        (w.email, email.map(|email| email.as_str().to_owned())),
        (w.address, known.and_then(|known| known.address.clone())),
        (w.place, Some(place(house, row.area))),
        (w.trade, Some(trade.to_owned())),
        (w.target_groups, Some(groups.join(", ")).filter(|groups| !groups.is_empty())),
        (w.registered, Some(fill(w.registered_at, &registered_at))),
        (w.channel, Some(channel.to_owned())),
    ];
    let detail =
        |(what, said): (&'static str, Option<String>)| said.map(|said| Detail { what, said });
    lines.into_iter().filter_map(detail).collect()
}

fn aged(lang: Lang, born: Date, today: Date) -> String {
    let w = words::People::of(lang);
    let age = rules::date::age(born, today).to_string();
    fill(w.age, &[("date", &words::day(born, lang)), ("age", &age)])
}

/// `Kebon Jeruk, Kebon Jeruk, Kota Jakarta Barat`: from the kelurahan up to the city.
fn place(house: &House, area: RegionCode) -> String {
    let levels = [Level::Kelurahan, Level::Kecamatan, Level::City];
    let names = levels.into_iter().filter_map(|level| area.at(level));
    names.map(|code| house.region_name(code)).collect::<Vec<_>>().join(", ")
}
