//! A row of a file of members, as a registration form.
use super::{Cells, Column, Columns, Reason, Setting};
use crate::{
    Code, House, Problem,
    people::{Registration, RegistrationForm},
};
use documents::table::Row;
use rules::{Channel, Track};

/// Understands the row, or says everything that is wrong with it.
/// Consent, and a guardian's, are on the paper that the file was made from.
pub fn member(
    columns: &Columns,
    row: &Row,
    setting: &Setting,
    house: &House,
) -> Result<Result<Registration, Vec<Reason>>, Problem> {
    let mut cells = Cells::new(columns, row);
    let form = form(&mut cells, setting);
    match form.understand(house, &setting.officer) {
        Ok(understood) if cells.are_fine() => {
            Ok(Ok(Registration { import: Some(setting.import), ..understood }))
        }
        Ok(_) => Ok(Err(cells.reasons(Vec::new()))),
        Err(Problem::Invalid(wrong)) => Ok(Err(cells.reasons(wrong))),
        Err(problem) => Err(problem),
    }
}

fn form(cells: &mut Cells<'_>, setting: &Setting) -> RegistrationForm {
    RegistrationForm {
        nik: cells.nik(),
        name: cells.required(Column::Name),
        birth_date: cells.text(Column::BirthDate),
        sex: cells.text(Column::Sex),
        phone: cells.phone(),
        email: cells.text(Column::Email),
        kelurahan: cells.text(Column::Kelurahan),
        kecamatan: cells.text(Column::Kecamatan),
        address: cells.text(Column::Address),
        business_type: cells.text(Column::BusinessType),
        has_business: has_business(cells),
        target_groups: groups(&cells.text(Column::TargetGroups)),
        agency: setting.agency_or(cells.text(Column::Agency)),
        office: String::new(),
        channel: channel(cells.text(Column::Channel)),
        registered_on: cells.required(Column::RegisteredOn),
        consent: true,
        guardian_consent: true,
    }
}

fn has_business(cells: &mut Cells<'_>) -> Option<bool> {
    let text = cells.text(Column::Track);
    if text.is_empty() {
        return None;
    }
    let track = Track::parse_officer(&text);
    if track.is_none() {
        cells.refuse(Column::Track, Code::Word);
    }
    track.map(|track| track == Track::Established)
}

fn groups(text: &str) -> Vec<String> {
    let groups = text.split([';', ',', '|']).map(str::trim);
    groups.filter(|group| !group.is_empty()).map(str::to_owned).collect()
}

fn channel(text: String) -> String {
    if text.is_empty() { Channel::Import.word().to_owned() } else { text }
}
