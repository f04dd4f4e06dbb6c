//! The record of a handover, to sign (BAST).
use super::{Handed, rows};
use crate::{Code, House, Problem, certificates::letterhead, people, staff::Officer};
use db::Tx;
use documents::print::{Handover, Item};
use rules::{Act, MemberId, ToolGrantId, number::thousands, training::PermitKind};

/// The record, for whoever may open the person's file; and whose it is.
pub fn bast(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    grant: ToolGrantId,
) -> Result<(MemberId, Handover), Problem> {
    officer.may(Act::OpenFile)?;
    let row = rows::granted(tx, grant)?.ok_or(Problem::NotFound)?;
    let member = people::record(tx, &officer.scope, row.member)?.ok_or(Problem::NotFound)?;
    let erased = || Problem::Refused(Code::Erased);
    let known = member.identity(&house.seal).ok_or_else(erased)?;
    let key = house.seal.person_key(member.keyed_by, member.salt.as_ref().ok_or_else(erased)?);
    let handed = Handed::open(&key, grant, &row.handed).ok_or_else(erased)?;
    let on = rules::date::words;
    let agency = house.agency_name(&row.agency);
    let permit = match row.permit {
        PermitKind::Nib => format!("NIB {}", handed.permit),
        PermitKind::Other => handed.permit.clone(),
        PermitKind::Stage => "tahap perizinan sudah dicapai".to_owned(),
    };
    let item = |it: super::Item| Item {
        name: it.name,
        quantity: format!("{} {}", thousands(it.quantity.into()), it.unit),
    };
    let back = |day| format!("Alat pada berita acara ini ditarik kembali pada {}.", on(day));
    let giver = [("Nama", &handed.giver), ("Jabatan", &handed.giver_position), ("OPD", &agency)];
    let place = house.region_name(member.area);
    let receiver = [
        ("Nama", &handed.receiver),
        ("NIK", &known.nik.masked()),
        ("Nomor anggota", &member.number),
        ("Wilayah", &place),
        ("Izin usaha", &permit),
    ];
    let pairs = |pairs: &[(&str, &String)]| {
        pairs.iter().map(|(label, value)| ((*label).to_owned(), (*value).clone())).collect()
    };
    let handover = Handover {
        letterhead: letterhead(house, &row.agency, member.office),
        number: row.number,
        day: rules::spelled::date(row.given_on),
        giver: pairs(&giver),
        receiver: pairs(&receiver),
        items: row.items.into_iter().map(item).collect(),
        value: row.value.map(|value| value.to_string()).unwrap_or_default(),
        written: format!("Jakarta, {}", on(row.given_on)),
        giver_name: handed.giver.clone(),
        receiver_name: handed.receiver.clone(),
        notice: row.taken_back_on.map(back).unwrap_or_default(),
    };
    Ok((row.member, handover))
}
