//! Who holds a class and who teaches it, as typed and as understood.
use super::{
    Organiser, OrganiserForm, Trainer, TrainerForm,
    understand::{blank, named, short},
};
use crate::{
    Code, FieldError, House, Problem,
    staff::{self, Officer},
};
use db::Tx;
use rules::{Agency, training::OrganiserKind};

/// So many organisers or trainers one class has at most.
const MOST: usize = 20;

type Wrong = Vec<FieldError>;

/// Every organiser, or everything that is wrong with them.
pub(super) fn organisers(house: &House, typed: &[OrganiserForm]) -> Result<Vec<Organiser>, Wrong> {
    let read = typed
        .iter()
        .map(|form| organiser(house, form).map_err(|code| FieldError::new("organisers", code)));
    all("organisers", read)
}

fn organiser(house: &House, form: &OrganiserForm) -> Result<Organiser, Code> {
    let kind = OrganiserKind::parse_officer(&form.kind);
    let kind = kind.ok_or_else(|| blank(form.kind.trim(), Code::Word))?;
    if kind != OrganiserKind::Agency {
        return Ok(Organiser { kind, name: named(form.name.trim())?, agency: None });
    }
    let agency = Agency::parse(&form.agency).map_err(|_| Code::Agency)?;
    if !house.knows(&agency) {
        return Err(Code::Agency);
    }
    let name = short(form.name.trim())?;
    let name = if name.is_empty() { house.agency_name(&agency) } else { name };
    Ok(Organiser { kind, name, agency: Some(agency) })
}

/// Every trainer, or everything that is wrong with them. An account must be within the officer's scope.
pub(super) fn trainers(
    tx: &mut Tx<'_>,
    officer: &Officer,
    typed: &[TrainerForm],
) -> Result<Result<Vec<Trainer>, Wrong>, Problem> {
    let mut read = Vec::with_capacity(typed.len());
    for form in typed {
        let name = named(form.name.trim()).map_err(|code| FieldError::new("trainers", code));
        let account = form.account.trim();
        let user = match (account, staff::account_named(tx, &officer.scope, account)?) {
            ("", _) => Ok(None),
            (_, Some(account)) => Ok(Some(account.id)),
            (_, None) => Err(FieldError::new("trainers", Code::Account)),
        };
        read.push(name.and_then(|name| Ok(Trainer { name, user: user? })));
    }
    Ok(all("trainers", read.into_iter()))
}

fn all<T>(
    field: &'static str,
    read: impl ExactSizeIterator<Item = Result<T, FieldError>>,
) -> Result<Vec<T>, Wrong> {
    if read.len() > MOST {
        return Err(vec![FieldError::new(field, Code::Number)]);
    }
    read.collect::<Result<_, _>>().map_err(|wrong| vec![wrong])
}
