//! Why a field or an act is refused: one closed list.
use super::{LicensingCode, MentoringCode, ReleasingCode};
use crate::files::PictureRefusal;

/// Every reason a field or an act is refused for. The words are in `words/refusals.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// Nothing was given.
    Empty,
    /// So many digits are missing from the NIK.
    NikShort(usize),
    /// The NIK has so many digits too many.
    NikLong(usize),
    /// The NIK holds something that is no digit.
    NikCharacters,
    /// The NIK cell of a spreadsheet holds a number, which rounds after 15 digits.
    NikAsNumber,
    /// This agency has registered the NIK (import).
    NikRegistered,
    /// Nobody has this NIK.
    NikUnknown,
    /// Not a name.
    Name,
    /// Not a phone number.
    Phone,
    /// Not an e-mail address.
    Email,
    /// Not a date.
    Date,
    /// A date that has not come yet.
    Future,
    /// A date before the programme began.
    BeforeProgramme,
    /// A date before the member's registration.
    BeforeRegistration,
    /// There is no such region.
    Region,
    /// Several regions have this name; the kecamatan tells which.
    RegionAmbiguous,
    /// The kelurahan is not in the kecamatan.
    RegionMismatch,
    /// Not one of the allowed words.
    Word,
    /// No such agency.
    Agency,
    /// Not within what the asker may reach.
    OutsideScope,
    /// Consent was not given.
    Consent,
    /// A minor needs a guardian's consent.
    Guardian,
    /// Too long.
    Long,
    /// No such stage.
    Stage,
    /// Registration is recorded by registering only.
    RegistrationAgain,
    /// The registration itself cannot be taken back.
    IsRegistration,
    /// It was taken back already.
    AlreadyVoided,
    /// It was begun only, and a file records what is finished.
    Unfinished,
    /// A reason is needed.
    Reason,
    /// The name is taken.
    NameTaken,
    /// The password is too short or too common.
    Password,
    /// Name and password do not match.
    SignIn,
    /// A file without a column of NIK.
    NikColumn,
    /// No such trade.
    Trade,
    /// No such plan of trainings within scope.
    Plan,
    /// No such account.
    Account,
    /// Not a time of day.
    Time,
    /// A session that ends before it begins.
    EndsBeforeStart,
    /// Registration would close after the last session.
    ClosesAfterEnd,
    /// A session that was held stays as it was.
    SessionHeld,
    /// More people have a place than there would be seats.
    CapacityBelowPlaces,
    /// The class is finished or called off.
    ClassOver,
    /// The last day of registration is over.
    RegistrationClosed,
    /// The person is in the class or waits for it.
    AlreadyInClass,
    /// The person is neither in the class nor waits for it.
    NotInClass,
    /// The basic class is for starters.
    EstablishedInBasicClass,
    /// No seat is free at the door.
    ClassFull,
    /// The session's day has not come.
    SessionNotYet,
    /// The last session's day has not come.
    ClassNotOver,
    /// Nobody was marked at any session.
    NobodyMarked,
    /// Certificates of the class hold.
    CertificatesIssued,
    /// Not the code of a card of ours.
    Card,
    /// Not a picture that can be read.
    Picture,
    /// No code is seen in the picture.
    PictureWithoutCode,
    /// The class is not finished.
    ClassNotFinished,
    /// Everybody who finished has a certificate.
    NoCertificateDue,
    /// Another certificate took this one's place.
    CertificateReplaced,
    /// The certificate was revoked.
    CertificateRevoked,
    /// Not a certificate's number.
    CertificateNumber,
    /// The person's data was erased.
    Erased,
    /// The agency has given this person tools.
    ToolsBefore,
    /// Nobody looked at the KTP.
    KtpNotSeen,
    /// Not a permit's number.
    Permit,
    /// The licensing stage was not reached.
    NoPermit,
    /// The class does not meet today.
    NoSessionToday,
    /// The two records are of one person already.
    AlreadyLinked,
    /// The position is not one the journal has.
    Position,
    /// A registration dated after a service that stands.
    AfterService,
    /// A day of moving, and no other place.
    MovedNowhere,
    /// No member within scope has this number or NIK.
    MemberUnknown,
    /// The member is in the group already.
    InGroup,
    /// The password in force is another one.
    OldPassword,
    /// Nobody has decided about the pair.
    Undecided,
    /// Too many dimensions.
    Dimensions,
    /// Not a whole number, or out of bounds.
    Number,
    /// The file is not a table.
    File,
    /// The file is larger than allowed.
    FileLarge,
    /// A column that must be there is missing.
    ColumnMissing,
    /// Not a month of the year.
    Month,
    /// The kecamatan is outside the area the plan is for.
    OutsidePlan,
    /// The day is in another month or year than the line of the plan.
    OutsideMonth,
    /// More people than there are seats.
    PersonsOverSeats,
    /// This agency has a plan for this area and year.
    PlanThere,
    /// The plan has a newer version than the one this change was made on.
    PlanChanged,
    /// There is such a target; it is revised, with a reason, and never edited.
    TargetThere,
    /// The target has a newer version than the one this change was made on.
    TargetChanged,
    /// Nothing differs from what is recorded.
    Unchanged,
    /// Something about the books of a business.
    Books(rules::books::Refused),
    /// Something about a referral to a bank.
    Capital(rules::capital::Refused),
    /// Something about telling partner systems.
    Webhook(rules::webhook::Refused),
    /// Something about a bazaar.
    Bazaar(rules::bazaar::Refused),
    /// Something about products.
    Products(rules::marketing::Refused),
    /// Something about curation.
    Curation(rules::marketing::curation::Refused),
    /// Something about partners.
    Partners(rules::partners::Refused),
    /// Something about permits.
    Licensing(LicensingCode),
    /// Something about released reports.
    Releasing(ReleasingCode),
    /// Something about mentoring.
    Mentoring(MentoringCode),
    /// A photo that is not kept.
    Photo(PictureRefusal),
    /// The day is before the month it was measured for.
    BeforeMonth,
    /// The value jumps against the month told before.
    Odd,
    /// Values that jump need to be confirmed.
    Unconfirmed,
}
