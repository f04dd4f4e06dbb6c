//! What a correction changed, field by field, with what was said before and after.
use super::{MemberRow, Statement, Version};
use crate::{
    House,
    words::{Lang, day},
};
use rules::{RegionCode, TargetGroup, correction::Field};

/// One thing that a correction changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What.
    pub field: Field,
    /// What was said before; none where nothing was. A NIK is masked.
    pub before: Option<String>,
    /// What is said since.
    pub after: Option<String>,
}

/// What each version changed of the one before; empty once the person is erased.
pub fn changes(
    house: &House,
    row: &MemberRow,
    before: &Version,
    after: &Version,
    lang: Option<Lang>,
) -> Vec<Changed> {
    let statement = |version: &Version| version.statement(house, row);
    let (Some(before), Some(after)) = (statement(before), statement(after)) else {
        return Vec::new();
    };
    let changed = |field| Changed {
        field,
        before: before.said(house, field, lang),
        after: after.said(house, field, lang),
    };
    before.differences(&after).into_iter().map(changed).collect()
}

impl Version {
    fn statement(&self, house: &House, row: &MemberRow) -> Option<Statement> {
        Some(Statement {
            office: self.office,
            area: self.area,
            sex: self.sex,
            track: self.track,
            business_type: self.business_type,
            registered_on: self.registered_on,
            identity: self.identity(house, row)?,
        })
    }
}

impl Statement {
    /// What is said of a field: in a language for people, in words and codes for programs.
    fn said(&self, house: &House, field: Field, lang: Option<Lang>) -> Option<String> {
        let known = &self.identity;
        let date = |on| lang.map_or_else(|| format!("{on}"), |lang| day(on, lang));
        let pick =
            |word: &str, id: &str, en: &str| lang.map_or(word, |lang| lang.pick(id, en)).to_owned();
        let region =
            |code: RegionCode| lang.map_or_else(|| code.to_string(), |_| house.region_name(code));
        match field {
            Field::Nik => Some(known.nik.masked()),
            Field::Name => Some(known.name.as_str().to_owned()),
            Field::BirthDate => known.birth_date.map(date),
            Field::Sex => self.sex.map(|sex| pick(sex.word(), sex.label_id(), sex.label_en())),
            Field::Phone => known.phone.as_ref().map(|phone| phone.digits().to_owned()),
            Field::Email => known.email.as_ref().map(|email| email.as_str().to_owned()),
            Field::Address => known.address.clone(),
            Field::TargetGroups => {
                let said = |it: &TargetGroup| pick(it.word(), it.label_id(), it.label_en());
                let groups: Vec<String> = known.target_groups.iter().map(said).collect();
                Some(groups.join(", ")).filter(|groups| !groups.is_empty())
            }
            Field::Kelurahan => Some(region(self.area)),
            Field::Office => Some(region(self.office)),
            Field::Track => {
                Some(pick(self.track.word(), self.track.label_id(), self.track.label_en()))
            }
            Field::BusinessType => {
                let trade = self.business_type;
                Some(pick(trade.word(), trade.label_id(), trade.label_en()))
            }
            Field::RegisteredOn => Some(date(self.registered_on)),
        }
    }
}
