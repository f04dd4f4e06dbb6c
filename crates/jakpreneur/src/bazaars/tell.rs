//! Telling of a seller's day: whether they were there, and what they sold. The latest stands.
use super::{form, rows, stage, standing, whose, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    ApplicationId, BazaarId, Date, MemberId, Rupiah, ServiceId,
    bazaar::{Holding, Refused, SellingDay, Told},
};
use serde::{Deserialize, Serialize};

/// Something was told of a seller's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SellerDayTold {
    /// The bazaar.
    pub bazaar: BazaarId,
    /// The seller's application.
    pub application: ApplicationId,
    /// Who sells, where a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// The day.
    pub on: Date,
    /// Whether they were there, as it is known now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attended: Option<bool>,
    /// What they sold, as it is known now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sold: Option<Rupiah>,
    /// The marketing service that taking part is now, with the day of it; none where it is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<(ServiceId, Date)>,
}

impl Event for SellerDayTold {
    const ACT: &'static str = "bazaar.tell";
}

/// A seller's day as typed; what is empty stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayForm {
    /// `yes` or `no`. Only an officer can have seen it.
    pub attended: String,
    /// Whole rupiah; nothing sold is `0`.
    pub sold: String,
}

/// More than a stand sells in a day: a slip of the hand.
const MOST: Rupiah = Rupiah(1_000_000_000);

/// Tells of a day of one seller: the member of their own sales, or an officer who looks after the seller.
pub fn tell(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    (id, application): (BazaarId, ApplicationId),
    on: &str,
    form: &DayForm,
) -> Result<Done<SellerDayTold>, Problem> {
    whose::may_at_all(asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (bazaar, row) = whose::application(tx, asking, id, application)?;
    let today = asking.at.date();
    let wrong = |code| Problem::Invalid(vec![FieldError::new("on", code)]);
    let on = form::day(on, Some(today)).map_err(wrong)?;
    bazaar.announced.terms().may_tell(on, today).map_err(form::refused)?;
    let new = form.understand()?;
    if new.attended.is_some() {
        whose::officer(asking)?;
    }
    if standing::of(tx, &bazaar, &row)? != Some(Holding::Stand) {
        return Err(form::refused(Refused::NoStand));
    }
    let mut days = rows::days_of(tx, id, application)?;
    let told = later(&mut days, on, new);
    let service = stage::reached(tx, house, asking, &bazaar, &row, &days)?;
    let event = SellerDayTold {
        bazaar: id,
        application,
        member: row.member,
        on,
        attended: told.attended,
        sold: told.sold,
        service,
    };
    let subject = row.member.map_or(id.0, |member| member.0);
    let done = journal::record(tx, asking, Some(subject), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Tells of a day of several sellers at once; whoever has nothing new is left as they are.
pub fn tell_many(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    id: BazaarId,
    on: &str,
    forms: &[(ApplicationId, DayForm)],
) -> Result<Vec<Done<SellerDayTold>>, Problem> {
    let mut done = Vec::with_capacity(forms.len());
    for (part, (application, form)) in forms.iter().enumerate() {
        if *form != DayForm::default() {
            // A seller's own parts are two; they begin where the seller before ended.
            let asking = asking.part(PART + part);
            done.push(tell(tx, house, &asking, (id, *application), on, form)?);
        }
    }
    Ok(done)
}

/// The parts of telling of many begin after those of one.
const PART: usize = 16;

/// The day as it stands after what is new; the days with it.
fn later(days: &mut Vec<SellingDay>, on: Date, new: Told) -> Told {
    let before = days.iter().find(|day| day.on == on).map(|day| day.told);
    let told = Told {
        attended: new.attended.or(before.and_then(|told| told.attended)),
        sold: new.sold.or(before.and_then(|told| told.sold)),
    };
    days.retain(|day| day.on != on);
    days.push(SellingDay { on, told });
    told
}

impl DayForm {
    fn understand(&self) -> Result<Told, Problem> {
        let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
        let attended = match self.attended.trim() {
            "" => None,
            "yes" => Some(true),
            "no" => Some(false),
            _ => return Err(wrong("attended", Code::Word)),
        };
        let sold = match self.sold.trim() {
            "" => None,
            typed => Some(Rupiah::parse_officer(typed).ok_or_else(|| wrong("sold", Code::Number))?),
        };
        if sold.is_some_and(|sold| sold < Rupiah(0) || sold > MOST) {
            return Err(wrong("sold", Code::Number));
        }
        if attended.is_none() && sold.is_none() {
            return Err(wrong("sold", Code::Empty));
        }
        Ok(Told { attended, sold })
    }
}

/// The rows of a day that was told.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &SellerDayTold) -> Result<(), Problem> {
    Ok(written::tell(tx, stamp, event)?)
}
