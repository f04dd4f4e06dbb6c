//! Trying a row out: what recording it would say, with nothing written.
use super::{
    Outcome,
    enter::record_of,
    lines::{
        Content, LicenceLine, Line, MeasurementLine, ServiceLine, Setting, SupportLine, placed,
    },
};
use crate::{
    House, Problem,
    board::Names,
    growth, licences,
    people::{self, Beside, Looks, Registration},
    privacy::Hash,
    stages, support,
    targets::{self, Draft},
};
use db::Tx;
use rules::{
    Act, Agency, Date, MemberId, StageKind,
    licensing::{LicenceKind, LicenceState},
};
use std::collections::{HashMap, HashSet, hash_map::Entry};

/// What the rows before would have recorded.
#[derive(Default)]
pub struct Seen {
    names: Names,
    count: u32,
    records: HashMap<Hash, Vec<(Agency, MemberId)>>,
    phones: HashMap<Hash, Vec<MemberId>>,
    services: HashSet<(MemberId, StageKind, Date, Agency)>,
    licences: HashSet<(MemberId, LicenceKind, LicenceState, String)>,
    supports: HashSet<(MemberId, support::Same)>,
    months: HashMap<MemberId, Vec<growth::Standing>>,
    targets: Vec<Draft>,
}

impl Seen {
    /// What recording the row would say, after the rows before.
    pub fn try_out(
        &mut self,
        tx: &mut Tx<'_>,
        house: &House,
        setting: &Setting,
        line: &Line,
    ) -> Result<Outcome, Problem> {
        let outcome = match &line.content {
            Content::Member(new) => self.member(tx, house, setting, new),
            Content::Service(service) => self.received(tx, house, setting, service),
            Content::Licence(line) => self.licence(tx, house, setting, line),
            Content::Measurement(line) => self.measured(tx, house, setting, line),
            Content::Support(line) => self.supported(tx, house, setting, line),
            Content::Target(draft) => self.target(tx, setting, draft),
            Content::Wrong(reasons) => return Ok(Outcome::Rejected(reasons.clone())),
        };
        outcome.or_else(Outcome::refused)
    }

    fn member(
        &mut self,
        tx: &mut Tx<'_>,
        house: &House,
        setting: &Setting,
        new: &Registration,
    ) -> Result<Outcome, Problem> {
        let mut own = people::would_register(tx, house, &setting.asking(house), new)?;
        let before = self.records.entry(house.seal.nik_hash(&new.nik)).or_default();
        if before.iter().any(|(agency, _)| *agency == new.agency) {
            return Ok(Outcome::Existing);
        }
        own.extend(before.iter().map(|(_, member)| *member));
        let member = house.new_member(house.seal.shard(&new.nik));
        before.push((new.agency, member));
        let alike = people::similar(tx, house, &Looks::of(new), &own, &self.beside(house, new))?;
        self.remember(house, new, member);
        Ok(Outcome::registered(!alike.is_empty()))
    }

    fn beside(&self, house: &House, new: &Registration) -> Beside {
        let named = new.birth_date.map(|birth| self.names.similar(&new.name.folded(), birth));
        let hash = new.phone.as_ref().map(|phone| house.seal.phone_hash(phone));
        let phoned = hash.and_then(|hash| self.phones.get(&hash).cloned());
        Beside { named: named.unwrap_or_default(), phoned: phoned.unwrap_or_default() }
    }

    fn remember(&mut self, house: &House, new: &Registration, member: MemberId) {
        self.count += 1;
        self.names.add(self.count, member, &new.name.folded(), new.birth_date);
        if let Some(phone) = &new.phone {
            self.phones.entry(house.seal.phone_hash(phone)).or_default().push(member);
        }
    }

    /// A target after those of the rows before: the same again is nothing new.
    fn target(
        &mut self,
        tx: &mut Tx<'_>,
        setting: &Setting,
        draft: &Draft,
    ) -> Result<Outcome, Problem> {
        setting.officer.may(Act::SetTargets)?;
        let new = targets::would_enter(tx, draft)?;
        let again = self.targets.contains(draft);
        self.targets.push(draft.clone());
        Ok(Outcome::entered(new && !again))
    }

    fn received(
        &mut self,
        tx: &mut Tx<'_>,
        house: &House,
        setting: &Setting,
        line: &ServiceLine,
    ) -> Result<Outcome, Problem> {
        let Some(row) = record_of(tx, house, setting, (&line.nik, line.agency))? else {
            return Ok(Outcome::unknown_nik());
        };
        let new = line.form.check(house, &setting.asking(house), &row)?;
        let same = stages::same_service(tx, row.id, new.stage, new.occurred_on, new.agency)?;
        let first = self.services.insert((row.id, new.stage, new.occurred_on, new.agency));
        Ok(if same.is_none() && first { Outcome::New } else { Outcome::Existing })
    }

    fn licence(
        &mut self,
        tx: &mut Tx<'_>,
        house: &House,
        setting: &Setting,
        line: &LicenceLine,
    ) -> Result<Outcome, Problem> {
        let whose = (&line.nik, line.agency);
        let Some(row) = record_of(tx, house, setting, whose)? else {
            return Ok(Outcome::unknown_nik());
        };
        let asking = setting.asking(house);
        let brought = licences::would_bring(tx, house, &asking, &row, &line.form)?;
        let told = licences::told_apart(&brought);
        let first = |(kind, state, number)| self.licences.insert((row.id, kind, state, number));
        Ok(if told.is_some_and(first) { Outcome::New } else { Outcome::Existing })
    }

    fn supported(
        &mut self,
        tx: &mut Tx<'_>,
        house: &House,
        setting: &Setting,
        line: &SupportLine,
    ) -> Result<Outcome, Problem> {
        let whose = (&line.nik, line.agency);
        let Some(row) = record_of(tx, house, setting, whose)? else {
            return Ok(Outcome::unknown_nik());
        };
        let asking = setting.asking(house);
        let new = support::would_bring(tx, house, &asking, &row, &line.form).map_err(placed)?;
        let first = new.is_some_and(|same| self.supports.insert((row.id, same)));
        Ok(Outcome::entered(first))
    }

    /// A month after those told before and those of the rows before.
    fn measured(
        &mut self,
        tx: &mut Tx<'_>,
        house: &House,
        setting: &Setting,
        line: &MeasurementLine,
    ) -> Result<Outcome, Problem> {
        let whose = (&line.nik, line.agency);
        let Some(row) = record_of(tx, house, setting, whose)? else {
            return Ok(Outcome::unknown_nik());
        };
        let series = match self.months.entry(row.id) {
            Entry::Occupied(told) => told.into_mut(),
            Entry::Vacant(first) => first.insert(growth::series_of(tx, house, &row)?),
        };
        let (asking, today) = (setting.asking(house), house.today());
        growth::would_bring(series, &asking, &row, &line.form, today).map(Outcome::entered)
    }
}
