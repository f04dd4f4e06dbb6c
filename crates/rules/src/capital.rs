//! Capital: partner banks, people's business credit, and a referral's way to the bank's answer (BR-32, BR-33).
//! The city never disburses: it passes an application on, and the bank answers.

mod kur;

pub use kur::{Advice, Tier, TierTerms, advice};

use crate::{Rupiah, coded::coded, worded::worded};
use jiff::civil::{Date, date};

coded! {
    /// The code of a partner bank.
    Bank
}

coded! {
    /// The code of a bank's product.
    Product
}

/// A product of a bank, as reference data tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductTold {
    /// Whose it is.
    pub bank: Bank,
    /// Its code.
    pub product: Product,
    /// What the screen calls it.
    pub name: String,
    /// The least amount lent, in rupiah.
    pub least: Rupiah,
    /// The most; none where the bank names none.
    pub most: Option<Rupiah>,
    /// The first day it is offered.
    pub valid_from: Date,
    /// The first day it is offered no more.
    pub valid_to: Option<Date>,
}

impl ProductTold {
    /// Whether it is offered on that day.
    pub fn is_offered_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }

    /// Whether an amount lies within its limits; it advises and never blocks.
    pub fn fits(&self, amount: Rupiah) -> bool {
        self.least <= amount && self.most.is_none_or(|most| amount <= most)
    }
}

/// The programme began in this year.
const EVER: Date = date(2017, 1, 1);

/// The partner banks as delivered: code and name.
pub const BANKS: [(&str, &str); 3] = [("bank_dki", "Bank DKI"), ("bni", "BNI"), ("bri", "BRI")];
/// The products each is delivered with: code, name, least, most.
pub const PRODUCTS: [(&str, &str, i64, Option<i64>); 2] = [
    ("kur", "Kredit Usaha Rakyat (KUR)", 1, Some(500_000_000)),
    ("other", "Kredit usaha lain", 1, None),
];
/// The first day of banks, products and the event that counts, as delivered.
pub const DELIVERED_FROM: Date = EVER;

worded! {
    /// What of the file a member lets a bank see; each has a tick of its own.
    named => Shared {
        /// The name.
        Name = "name", "Nama", "Name";
        /// The telephone number.
        Phone = "phone", "Nomor HP", "Telephone number";
        /// The street, kelurahan and kecamatan.
        Residence = "residence", "Alamat tinggal", "Residence";
        /// What the business does.
        Business = "business", "Jenis usaha", "Kind of business";
        /// The day of joining.
        Joined = "joined", "Tanggal bergabung", "Day of joining";
        /// The permits in force, with their numbers.
        Permits = "permits", "Izin usaha yang berlaku", "Permits in force";
        /// What the books of the last twelve months add up to.
        Statement = "statement", "Ringkasan pembukuan 12 bulan terakhir", "Totals of the books of the last 12 months";
        /// Whether the credit record was good; never what is in it.
        Slik = "slik", "Hasil pemeriksaan SLIK: baik atau tidak", "SLIK check: good or not";
    }
}

/// The version of the words a member consents to; a change of the words is a new version.
pub const WORDING: i16 = 1;

worded! {
    /// How far a referral is.
    named => Step {
        /// Sent to the bank.
        Sent = "sent", "Terkirim", "Sent";
        /// The bank has it.
        Received = "received", "Diterima bank", "Received by the bank";
        /// The bank asks something.
        Asked = "asked", "Bank bertanya", "The bank asks";
        /// What the bank asked was answered.
        Replied = "replied", "Pertanyaan dijawab", "Question answered";
        /// The bank lends.
        Approved = "approved", "Disetujui", "Approved";
        /// The bank does not lend.
        Refused = "refused", "Ditolak", "Refused";
        /// The money was paid out.
        Disbursed = "disbursed", "Dicairkan", "Disbursed";
    }
}

worded! {
    /// Why a bank does not lend.
    named => NotLent {
        /// The credit record.
        Slik = "slik", "Riwayat kredit", "Credit record";
        /// Papers are missing.
        Documents = "documents", "Dokumen belum lengkap", "Papers are missing";
        /// The business is too young.
        TooYoung = "too_young", "Usaha belum cukup lama", "The business is too young";
        /// Could not pay back so much.
        Capacity = "capacity", "Kemampuan membayar", "Ability to pay back";
        /// Has another credit.
        OtherCredit = "other_credit", "Masih ada kredit lain", "Has another credit";
        /// Did not go on with it.
        GaveUp = "gave_up", "Pemohon tidak melanjutkan", "The applicant did not go on";
        /// Another reason, told in words.
        Other = "other", "Alasan lain", "Another reason";
    }
}

worded! {
    /// Which event counts as having reached the capital stage (BR-32).
    named => Counts {
        /// When it was sent.
        Applied = "applied", "Diajukan", "Applied";
        /// When the bank approved.
        Approved = "approved", "Disetujui", "Approved";
        /// When the money was paid out.
        Disbursed = "disbursed", "Dicairkan", "Disbursed";
    }
}

impl Counts {
    /// The step that counts.
    pub const fn step(self) -> Step {
        match self {
            Self::Applied => Step::Sent,
            Self::Approved => Step::Approved,
            Self::Disbursed => Step::Disbursed,
        }
    }
}

/// The event in force on a day: the latest rule that had begun, by default disbursed.
pub fn counts_on(rules: &[(Date, Counts)], day: Date) -> Counts {
    let begun = rules.iter().filter(|(from, _)| *from <= day);
    begun.max_by_key(|(from, _)| *from).map_or(Counts::Disbursed, |(_, counts)| *counts)
}

/// Why a step cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refused {
    /// The referral is past such a step, or not so far.
    Step,
    /// The member let the bank see it no more.
    Withdrawn,
    /// An amount that is no amount.
    Amount,
    /// More was paid out than approved.
    OverApproved,
    /// A day that has not come, or before the step before.
    Day,
    /// Nothing is there to be taken back.
    NoAnswer,
    /// The member did not consent to a note on the credit record.
    NoSlikConsent,
    /// The account belongs to no bank.
    NoBank,
}

impl Refused {
    /// Its stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Step => "referral-step",
            Self::Withdrawn => "consent-withdrawn",
            Self::Amount => "referral-amount",
            Self::OverApproved => "over-approved",
            Self::Day => "referral-day",
            Self::NoAnswer => "no-answer",
            Self::NoSlikConsent => "no-slik-consent",
            Self::NoBank => "no-bank",
        }
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// The most that is believed to be asked for: a slip of the keyboard is more.
const MOST: Rupiah = Rupiah(10_000_000_000);

/// Whether so much can be asked for.
pub fn may_ask_for(amount: Rupiah) -> Result<(), Refused> {
    if (Rupiah(1)..=MOST).contains(&amount) { Ok(()) } else { Err(Refused::Amount) }
}

impl Step {
    /// Whether the bank takes it, and not who applies.
    pub const fn is_banks(self) -> bool {
        matches!(
            self,
            Self::Received | Self::Asked | Self::Approved | Self::Refused | Self::Disbursed
        )
    }

    /// Whether something is still to come.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Refused | Self::Disbursed)
    }

    /// Whether `next` may follow.
    pub const fn may_lead_to(self, next: Self) -> bool {
        match next {
            Self::Sent => false,
            Self::Received => matches!(self, Self::Sent),
            Self::Asked => matches!(self, Self::Sent | Self::Received | Self::Replied),
            Self::Replied => matches!(self, Self::Asked),
            Self::Approved => {
                matches!(self, Self::Sent | Self::Received | Self::Asked | Self::Replied)
            }
            Self::Refused => self.is_open(),
            Self::Disbursed => matches!(self, Self::Approved),
        }
    }
}

/// A step that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub step: Step,
    /// On which day.
    pub on: Date,
    /// What was asked for, approved or paid out.
    pub amount: Option<Rupiah>,
}

/// Whether `next` may be recorded after `last`.
pub fn may_take(last: Taken, next: Taken, today: Date) -> Result<(), Refused> {
    if !last.step.may_lead_to(next.step) {
        return Err(Refused::Step);
    }
    if next.on < last.on || next.on > today {
        return Err(Refused::Day);
    }
    match (next.step, next.amount) {
        (Step::Approved, Some(amount)) => may_ask_for(amount),
        (Step::Disbursed, Some(amount)) => {
            may_ask_for(amount)?;
            let over = last.amount.is_some_and(|approved| amount > approved);
            if over { Err(Refused::OverApproved) } else { Ok(()) }
        }
        (Step::Approved | Step::Disbursed, None) => Err(Refused::Amount),
        (Step::Sent | Step::Received | Step::Asked | Step::Replied | Step::Refused, _) => Ok(()),
    }
}

#[cfg(test)]
mod tests;
