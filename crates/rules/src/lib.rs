//! What the programme allows: values and rules, without clock, database or web.

mod digits;
mod text;
mod worded;

pub mod activity;
pub mod agency;
pub mod assessment;
pub mod attribute;
pub mod bazaar;
pub mod books;
pub mod capital;
pub mod card_code;
pub mod certificate_number;
pub mod check_code;
pub mod coded;
pub mod correction;
pub mod date;
pub mod day;
pub mod disclosure;
pub mod email;
pub mod family_card;
pub mod growth;
pub mod ids;
pub mod instant;
pub mod licensing;
pub mod marketing;
pub mod member_number;
pub mod mentoring;
pub mod name;
pub mod next_stage;
pub mod nik;
pub mod number;
pub mod partners;
pub mod permission;
pub mod phone;
pub mod recording;
pub mod region;
pub mod regions;
pub mod registration;
pub mod role;
pub mod scheme;
pub mod sign_in_code;
pub mod similarity;
pub mod spelled;
pub mod stage;
pub mod support;
pub mod targets;
pub mod tax_number;
pub mod trade;
pub mod training;
pub mod webhook;

pub use agency::Agency;
pub use attribute::{BusinessType, Channel, Sex, TargetGroup, Track};
pub use card_code::CardCode;
pub use certificate_number::CertificateNumber;
pub use check_code::CheckCode;
pub use day::Day;
pub use email::Email;
pub use family_card::FamilyCard;
pub use ids::{
    ActId, AgreementId, ApplicationId, BazaarId, BookEntryId, BusinessId, CertificateId, ClassId,
    CurationEntryId, CurationRoundId, FileId, GroupId, LicenceId, ListingId, MemberId, PartnerId,
    PersonId, PlanId, ProductId, ReferralId, ReleaseId, ServiceId, Shard, SupportId, TargetId,
    ToolGrantId, UserId, WaveId, WebhookId,
};
pub use instant::Instant;
/// A civil date; every date of the programme is one of Asia/Jakarta.
pub use jiff::civil::Date;
pub use name::PersonName;
pub use next_stage::next_stage;
pub use nik::Nik;
pub use number::{Percent, Rupiah};
pub use permission::Act;
pub use phone::Phone;
pub use region::{Level, Region, RegionCode};
pub use regions::{Found, Regions};
pub use role::{Reach, Role};
pub use scheme::Scheme;
pub use sign_in_code::SignInCode;
pub use stage::StageKind;
pub use tax_number::TaxNumber;
