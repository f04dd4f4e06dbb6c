//! Capital: partner banks, people's business credit, and a referral's way to the bank's answer (BR-32, BR-33).
//! The city never disburses: it passes an application on, and the bank answers.

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
    /// A kind of people's business credit (KUR).
    named => Tier {
        /// Up to 10 million.
        SuperMicro = "super_micro", "KUR super mikro", "KUR super micro";
        /// Up to 100 million.
        Micro = "micro", "KUR mikro", "KUR micro";
        /// Up to 500 million.
        Small = "small", "KUR kecil", "KUR small";
    }
}

/// The most that a kind of KUR lends, from a day on (BR-33).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierTerms {
    /// The first day of the limit.
    pub valid_from: Date,
    /// The kind.
    pub tier: Tier,
    /// The most, in rupiah.
    pub most: Rupiah,
}

impl TierTerms {
    /// As delivered: Permenko 1/2022 and what held since.
    pub const SEED: [Self; 3] = [
        Self { valid_from: date(2022, 1, 1), tier: Tier::SuperMicro, most: Rupiah(10_000_000) },
        Self { valid_from: date(2022, 1, 1), tier: Tier::Micro, most: Rupiah(100_000_000) },
        Self { valid_from: date(2022, 1, 1), tier: Tier::Small, most: Rupiah(500_000_000) },
    ];
}

/// What an amount would be (BR-33); never a reason to refuse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Within a kind of KUR.
    Kur(Tier),
    /// More than any kind of KUR.
    NotKur,
    /// No limits are known for that day.
    Unknown,
}

/// Advice on an amount by the limits in force on a day.
pub fn advice(terms: &[TierTerms], amount: Rupiah, on: Date) -> Advice {
    let in_force = |tier: Tier| {
        let past = terms.iter().filter(|it| it.tier == tier && it.valid_from <= on);
        past.max_by_key(|it| it.valid_from).map(|it| (it.most, tier))
    };
    let mut limits: Vec<(Rupiah, Tier)> = Tier::ALL.into_iter().filter_map(in_force).collect();
    limits.sort();
    match limits.iter().find(|(most, _)| amount <= *most) {
        Some((_, tier)) => Advice::Kur(*tier),
        None if limits.is_empty() => Advice::Unknown,
        None => Advice::NotKur,
    }
}

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
mod tests {
    use super::*;

    const DAY: Date = date(2022, 6, 22);

    #[test]
    fn an_amount_is_advised_by_the_limits_of_its_day_and_above_them_is_no_kur() {
        let on = |amount, day| advice(&TierTerms::SEED, Rupiah(amount), day);
        assert_eq!(on(10_000_000, DAY), Advice::Kur(Tier::SuperMicro));
        assert_eq!(on(10_000_001, DAY), Advice::Kur(Tier::Micro));
        assert_eq!(on(100_000_000, DAY), Advice::Kur(Tier::Micro));
        assert_eq!(on(500_000_000, DAY), Advice::Kur(Tier::Small));
        assert_eq!(on(500_000_001, DAY), Advice::NotKur);
        assert_eq!(on(1, date(2021, 12, 31)), Advice::Unknown);
        let mut later = TierTerms::SEED.to_vec();
        let most = Rupiah(20_000_000);
        later.push(TierTerms { valid_from: date(2023, 1, 1), tier: Tier::SuperMicro, most });
        assert_eq!(advice(&later, most, DAY), Advice::Kur(Tier::Micro));
        assert_eq!(advice(&later, most, date(2023, 1, 1)), Advice::Kur(Tier::SuperMicro));
    }

    #[test]
    fn a_bank_pays_out_only_what_it_approved_and_never_before() {
        let taken = |step, amount: Option<i64>| Taken { step, on: DAY, amount: amount.map(Rupiah) };
        let approved = taken(Step::Approved, Some(5));
        let paid = |amount| may_take(approved, taken(Step::Disbursed, amount), DAY);
        assert_eq!(paid(Some(5)), Ok(()));
        assert_eq!(paid(Some(6)), Err(Refused::OverApproved));
        assert_eq!(paid(None), Err(Refused::Amount));
        let early = may_take(taken(Step::Sent, Some(9)), taken(Step::Disbursed, Some(5)), DAY);
        assert_eq!(early, Err(Refused::Step));
        let next = Taken { on: date(2022, 6, 21), ..taken(Step::Refused, None) };
        assert_eq!(may_take(approved, next, DAY), Err(Refused::Day));
    }

    #[test]
    fn nothing_follows_what_is_over_and_nothing_leads_back_to_sending() {
        for step in Step::ALL {
            assert!(!step.may_lead_to(Step::Sent));
            for next in Step::ALL {
                assert!(step.is_open() || !step.may_lead_to(next), "{step} {next}");
            }
        }
    }

    #[test]
    fn what_counts_is_the_latest_rule_that_began_and_disbursed_without_one() {
        let rules = [(date(2022, 1, 1), Counts::Applied), (date(2022, 7, 1), Counts::Approved)];
        assert_eq!(counts_on(&rules, date(2021, 12, 31)), Counts::Disbursed);
        assert_eq!(counts_on(&rules, DAY), Counts::Applied);
        assert_eq!(counts_on(&rules, date(2022, 7, 1)), Counts::Approved);
    }
}
