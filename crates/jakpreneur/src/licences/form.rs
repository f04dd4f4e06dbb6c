//! A permit as typed, and as understood.
use super::{Details, Permits};
use crate::{Code, FieldError, House, LicensingCode, Problem, journal::Asking, people::MemberRow};
use rules::{
    Agency, Date, WaveId,
    licensing::{
        self, Dates, DatesRefused, LicenceKind, LicenceState, NumberRefused, RefusalReason, Warning,
    },
};

/// The longest text of a field.
const LONGEST: usize = 120;
/// The longest note or reason kept.
pub(super) const LONGEST_NOTE: usize = 1000;

/// A permit as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LicenceForm {
    /// A kind's code or name.
    pub kind: String,
    /// `requested`, `issued` or `refused`; empty: what the days say.
    pub state: String,
    /// Its number; needed once it is issued.
    pub number: String,
    /// Who issues it; empty: who usually does.
    pub issuer: String,
    /// When it was asked for; empty: today, where it was only asked for.
    pub requested_on: String,
    /// When it was issued.
    pub issued_on: String,
    /// The last day it is good; empty: as the terms of its kind say.
    pub expires_on: String,
    /// When it was refused or revoked.
    pub ended_on: String,
    /// Why it was refused.
    pub refusal: String,
    /// A product that the kind may not admit.
    pub product: String,
    /// The agency that helps; empty: the officer's, else the member's.
    pub agency: String,
    /// A sentence; may be empty.
    pub note: String,
    /// The wave it is of.
    pub wave: Option<WaveId>,
}

/// A permit that is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recordable {
    /// Its kind.
    pub kind: LicenceKind,
    /// How far it is.
    pub state: LicenceState,
    /// Its days.
    pub dates: Dates,
    /// The day it was refused.
    pub ended_on: Option<Date>,
    /// Why.
    pub refusal: Option<RefusalReason>,
    /// Who issues it.
    pub issuer: String,
    /// Who helps.
    pub agency: Agency,
    /// What is written on it.
    pub details: Details,
    /// What is odd about it.
    pub warnings: Vec<Warning>,
    /// The wave it is of.
    pub wave: Option<WaveId>,
}

/// The fields while they are read.
struct Reading<'f> {
    form: &'f LicenceForm,
    permits: &'f Permits,
    today: Date,
    wrong: Vec<FieldError>,
}

impl LicenceForm {
    /// Reads every field, and tells all that are wrong.
    pub fn understand(
        &self,
        house: &House,
        asking: &Asking,
        row: &MemberRow,
    ) -> Result<Recordable, Problem> {
        let permits = house.permits();
        let today = asking.at.date();
        let mut reading = Reading { form: self, permits: &permits, today, wrong: Vec::new() };
        let agency = self.agency(house, asking, row);
        let agency = agency.map_err(|code| reading.wrong("agency", code)).ok();
        let understood = reading.all(agency.unwrap_or(row.agency));
        match understood {
            Some(new) if reading.wrong.is_empty() => Ok(new),
            Some(_) | None => Err(Problem::Invalid(reading.wrong)),
        }
    }

    fn agency(&self, house: &House, asking: &Asking, row: &MemberRow) -> Result<Agency, Code> {
        let scope = &asking.officer.scope;
        if self.agency.trim().is_empty() {
            return Ok(scope.agency().copied().unwrap_or(row.agency));
        }
        let agency = Agency::parse(&self.agency).map_err(|_| Code::Agency)?;
        if !house.knows(&agency) {
            return Err(Code::Agency);
        }
        if scope.covers_agency(&agency) { Ok(agency) } else { Err(Code::OutsideScope) }
    }
}

impl Reading<'_> {
    fn wrong(&mut self, field: &'static str, code: Code) {
        if !self.wrong.iter().any(|known| known.field == field) {
            self.wrong.push(FieldError::new(field, code));
        }
    }

    fn all(&mut self, agency: Agency) -> Option<Recordable> {
        let kind = self.kind();
        let issued_on = self.date("issued_on", &self.form.issued_on);
        let refusal = self.refusal();
        let state = self.state(issued_on, refusal)?;
        let requested_on = self.date("requested_on", &self.form.requested_on);
        let only_asked = state == LicenceState::Requested && requested_on.is_none();
        let requested_on = requested_on.or_else(|| only_asked.then_some(self.today));
        let ended_on = self.ended_on(state);
        if state == LicenceState::Refused && refusal.is_none() {
            self.wrong("refusal", Code::Reason);
        }
        let kind = kind?;
        let day = issued_on.or(requested_on).unwrap_or(self.today);
        let (number, warnings, ends) = self.number(kind, state, issued_on, day)?;
        let expires_on = self.date("expires_on", &self.form.expires_on);
        let expires_on = expires_on.or(ends).filter(|_| state == LicenceState::Issued);
        let dates = Dates { requested_on, issued_on, expires_on };
        self.days(state, &dates);
        let issuer = self.issuer(kind, day);
        let note = self.text("note", &self.form.note, LONGEST_NOTE);
        let details = Details { number, note };
        let wave = self.form.wave;
        Some(Recordable {
            kind,
            state,
            dates,
            ended_on,
            refusal,
            issuer,
            agency,
            details,
            warnings,
            wave,
        })
    }

    fn kind(&mut self) -> Option<LicenceKind> {
        let kind = self.permits.kind(&self.form.kind);
        if kind.is_none() {
            let empty = self.form.kind.trim().is_empty();
            self.wrong("kind", if empty { Code::Empty } else { Code::Word });
        }
        kind
    }

    fn state(
        &mut self,
        issued_on: Option<Date>,
        refusal: Option<RefusalReason>,
    ) -> Option<LicenceState> {
        if self.form.state.trim().is_empty() {
            return Some(match (issued_on, refusal) {
                (_, Some(_)) => LicenceState::Refused,
                (Some(_), None) => LicenceState::Issued,
                (None, None) => LicenceState::Requested,
            });
        }
        match LicenceState::parse_officer(&self.form.state) {
            // What was revoked was issued first, and is recorded so.
            None | Some(LicenceState::Revoked) => {
                self.wrong("state", Code::Word);
                None
            }
            state => state,
        }
    }

    fn refusal(&mut self) -> Option<RefusalReason> {
        let typed = self.form.refusal.trim();
        let refusal = RefusalReason::parse_officer(typed);
        if refusal.is_none() && !typed.is_empty() {
            self.wrong("refusal", Code::Word);
        }
        refusal
    }

    fn date(&mut self, field: &'static str, typed: &str) -> Option<Date> {
        if typed.trim().is_empty() {
            return None;
        }
        rules::date::parse_officer(typed).map_err(|_| self.wrong(field, Code::Date)).ok()
    }

    fn ended_on(&mut self, state: LicenceState) -> Option<Date> {
        let ended_on = self.date("ended_on", &self.form.ended_on);
        if state != LicenceState::Refused {
            return None;
        }
        let ended_on = ended_on.unwrap_or(self.today);
        if ended_on > self.today {
            self.wrong("ended_on", Code::Future);
        }
        Some(ended_on)
    }

    /// The number, what is odd about it, and the last day of the permit as terms and number say.
    fn number(
        &mut self,
        kind: LicenceKind,
        state: LicenceState,
        issued_on: Option<Date>,
        day: Date,
    ) -> Option<(String, Vec<Warning>, Option<Date>)> {
        let Some(terms) = self.permits.terms(kind, day) else {
            self.wrong("kind", Code::Word);
            return None;
        };
        let mut warnings: Vec<Warning> =
            issued_on.and_then(|on| terms.odd_on(on)).into_iter().collect();
        if self.permits.excludes(kind, &self.form.product, day) {
            warnings.push(Warning::ExcludedProduct);
        }
        if self.form.number.trim().is_empty() && state != LicenceState::Issued {
            return Some((String::new(), warnings, None));
        }
        match licensing::check(terms.format, &self.form.number, issued_on) {
            Ok(checked) => {
                warnings.extend(checked.warnings);
                let ends = issued_on.and_then(|on| terms.expires_with(&checked.number, on));
                Some((checked.number.as_str().to_owned(), warnings, ends))
            }
            Err(refused) => {
                self.wrong("number", number_code(refused));
                None
            }
        }
    }

    fn days(&mut self, state: LicenceState, dates: &Dates) {
        let Err(refused) = licensing::may_date(state, dates, self.today) else { return };
        let later = dates.issued_on.is_some_and(|on| on > self.today);
        match refused {
            DatesRefused::IssueDayMissing => self.wrong("issued_on", Code::Empty),
            DatesRefused::InFuture if later => self.wrong("issued_on", Code::Future),
            DatesRefused::InFuture => self.wrong("requested_on", Code::Future),
            DatesRefused::IssuedBeforeRequest => {
                self.wrong("issued_on", Code::Licensing(LicensingCode::BeforeRequest));
            }
            DatesRefused::ExpiresBeforeIssue => {
                self.wrong("expires_on", Code::Licensing(LicensingCode::BeforeIssue));
            }
        }
    }

    fn issuer(&mut self, kind: LicenceKind, day: Date) -> String {
        let typed = self.text("issuer", &self.form.issuer, LONGEST);
        let usual = || self.permits.terms(kind, day).map(|terms| terms.issuer.to_string());
        if typed.is_empty() { usual().unwrap_or_default() } else { typed }
    }

    fn text(&mut self, field: &'static str, typed: &str, longest: usize) -> String {
        if typed.chars().count() > longest {
            self.wrong(field, Code::Long);
        }
        typed.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Why a text is no number of its kind.
pub(super) fn number_code(refused: NumberRefused) -> Code {
    match refused {
        NumberRefused::Empty => Code::Empty,
        NumberRefused::Short(n) => Code::Licensing(LicensingCode::NumberShort(n)),
        NumberRefused::Long(n) => Code::Licensing(LicensingCode::NumberLong(n)),
        NumberRefused::Characters => Code::Licensing(LicensingCode::NumberCharacters),
        NumberRefused::EndsBeforeIssue => Code::Licensing(LicensingCode::NumberEndsBeforeIssue),
        NumberRefused::EndsTooLate => Code::Licensing(LicensingCode::NumberEndsTooLate),
    }
}
