//! What a referral shows of the member's file: what was ticked, and nothing else.
use super::ReferralRow;
use crate::{
    House, Problem,
    books::Opened,
    licences,
    people::MemberRow,
    words::{self, Lang},
};
use db::Tx;
use jiff::ToSpan;
use rules::{
    Level,
    books::{Income, Period, Position},
    capital::Shared,
    licensing::Validity,
};

/// One thing that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it is.
    pub what: Shared,
    /// What it says; a line each.
    pub lines: Vec<String>,
}

/// Everything that was ticked, as the file says it now.
pub(super) fn shown(
    tx: &mut Tx<'_>,
    house: &House,
    (row, member): (&ReferralRow, &MemberRow),
    lang: Lang,
) -> Result<Vec<Shown>, Problem> {
    let mut all = Vec::new();
    for what in &row.shared {
        let lines = lines(tx, house, (row, member), *what, lang)?;
        all.push(Shown { what: *what, lines });
    }
    Ok(all)
}

fn lines(
    tx: &mut Tx<'_>,
    house: &House,
    (row, member): (&ReferralRow, &MemberRow),
    what: Shared,
    lang: Lang,
) -> Result<Vec<String>, Problem> {
    let identity = member.identity(&house.seal);
    let identity = identity.as_ref();
    Ok(match what {
        Shared::Name => identity.map(|it| it.name.as_str().to_owned()).into_iter().collect(),
        Shared::Phone => {
            let phone = identity.and_then(|it| it.phone.as_ref());
            phone.map(|phone| phone.digits().to_owned()).into_iter().collect()
        }
        Shared::Residence => {
            let street = identity.and_then(|it| it.address.clone());
            let regions = [Some(member.area), member.area.at(Level::Kecamatan)];
            let regions = regions.into_iter().flatten().map(|code| house.region_name(code));
            let mut lines: Vec<String> = street.into_iter().chain(regions).collect();
            lines.dedup();
            lines
        }
        Shared::Business => {
            let kind = member.business_type;
            vec![lang.pick(kind.label_id(), kind.label_en()).to_owned()]
        }
        Shared::Joined => vec![words::day(member.registered_on, lang)],
        Shared::Permits => permits(tx, house, member, lang)?,
        Shared::Statement => statement(tx, house, member, lang)?,
        // Told by itself, once it was looked at.
        Shared::Slik => super::rows::slik(tx, row.id)?
            .map(|(good, on)| {
                let said = if good { ("baik", "good") } else { ("tidak baik", "not good") };
                format!("{}, {}", lang.pick(said.0, said.1), words::day(on, lang))
            })
            .into_iter()
            .collect(),
    })
}

fn permits(
    tx: &mut Tx<'_>,
    house: &House,
    member: &MemberRow,
    lang: Lang,
) -> Result<Vec<String>, Problem> {
    let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
    let today = house.today();
    let all = licences::of_member(tx, member.id)?.into_iter();
    let good = all.filter(|it| it.validity_on(today) == Some(Validity::Valid));
    let line = |it: licences::LicenceRow| {
        let name = house.permits().kind_name(it.kind, lang);
        format!("{name} {}", it.details(key.as_ref()).number)
    };
    Ok(good.map(line).collect())
}

fn statement(
    tx: &mut Tx<'_>,
    house: &House,
    member: &MemberRow,
    lang: Lang,
) -> Result<Vec<String>, Problem> {
    if member.salt.is_none() {
        return Ok(Vec::new());
    }
    let books = Opened::of(tx, house, member)?.books;
    let today = house.today();
    let from = today.saturating_sub(1.year()).tomorrow().unwrap_or(today);
    let Ok(period) = Period::new(from, today) else { return Ok(Vec::new()) };
    let (income, position) = (Income::of(&books, period), Position::of(&books, today));
    let lines = [
        (("Pendapatan", "Income"), income.total_income()),
        (("Beban", "Expenses"), income.total_expenses()),
        (("Laba atau rugi", "Result"), income.result()),
        (("Aset", "Assets"), position.total_assets()),
        (("Liabilitas", "Liabilities"), position.total_liabilities()),
        (("Ekuitas", "Equity"), position.total_equity()),
    ];
    let said = |((id, en), amount)| format!("{}: {amount}", lang.pick(id, en));
    Ok(lines.map(said).into())
}
