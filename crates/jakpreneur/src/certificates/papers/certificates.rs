//! Certificates to print, word for word as they were issued.
use crate::{
    House, Problem,
    certificates::{
        check::{Checked, Standing},
        issue::answered_for,
        rows::{self, CertificateRow},
    },
    classes, people,
    staff::Officer,
};
use db::Tx;
use documents::print::Certificate;
use rules::{Act, CertificateId, CertificateNumber, ClassId};

/// Those of a class that hold, for whoever issues them.
pub fn of_class(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    url: &str,
) -> Result<Vec<Certificate>, Problem> {
    officer.may(Act::IssueCertificates)?;
    let class = answered_for(tx, officer, class)?;
    let mut all = Vec::new();
    for row in rows::of_class(tx, class.id)?.into_iter().filter(CertificateRow::holds) {
        all.extend(drawn(&Checked::of(tx, house, row)?, url));
    }
    Ok(all)
}

/// One, also when it no longer holds, for whoever may open the person's file or issues it.
pub fn one(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    certificate: CertificateId,
    url: &str,
) -> Result<(CertificateRow, Certificate), Problem> {
    let row = rows::certificate(tx, certificate)?.ok_or(Problem::NotFound)?;
    let opens = officer.role.may(Act::OpenFile)
        && people::record(tx, &officer.scope, row.member)?.is_some();
    if !opens {
        officer.may(Act::IssueCertificates)?;
        classes::open(tx, officer, row.class)?;
    }
    let checked = Checked::of(tx, house, row.clone())?;
    Ok((row, drawn(&checked, url).ok_or(Problem::NotFound)?))
}

/// As it is printed; none for somebody who was erased.
fn drawn(checked: &Checked, url: &str) -> Option<Certificate> {
    let said = checked.printed.clone()?;
    let dashed = CertificateNumber::parse(&checked.number).ok()?.dashed();
    Some(Certificate {
        number: said.number,
        name: said.name,
        title: said.title,
        trade: said.trade,
        organisers: said.organisers,
        days: said.days,
        hours: said.hours,
        place: said.place,
        issued: said.issued,
        signer: said.signer,
        position: said.position,
        address: format!("{url}/cek/{dashed}"),
        notice: notice(&checked.standing),
    })
}

fn notice(standing: &Standing) -> String {
    match standing {
        Standing::Valid => String::new(),
        Standing::Replaced { by, on, .. } => {
            format!("TIDAK BERLAKU: diganti {} dengan nomor {by}", rules::date::words(*on))
        }
        Standing::Revoked { on, .. } => {
            format!("TIDAK BERLAKU: dicabut {}", rules::date::words(*on))
        }
    }
}
