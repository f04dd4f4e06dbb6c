//! How each of the rules' types is kept in a column.
use postgres::types::{FromSqlOwned, IsNull, Type, private::BytesMut, to_sql_checked};
use rules::{
    ActId, Agency, AgreementId, ApplicationId, BazaarId, BookEntryId, BusinessId, BusinessType,
    CertificateId, Channel, ClassId, CurationEntryId, CurationRoundId, Date, FileId, GroupId,
    Instant, LicenceId, ListingId, MemberId, PartnerId, PersonId, PlanId, ProductId, ReferralId,
    RegionCode, ReleaseId, Role, ServiceId, Sex, Shard, StageKind, SupportId, TargetId,
    ToolGrantId, Track, UserId, WaveId, WebhookId,
    bazaar::{Kind as BazaarKind, Outsiders},
    capital::{Bank, NotLent, Product, Step},
    licensing::{LicenceKind, LicenceState, RefusalReason, WavePlaceState},
    marketing::{bazaar::Ground, curation::EntryState},
    support::SupportKind,
    training::{
        ClassKind, ClassState, Mark, OrganiserKind, PlaceState, SessionMode, Share, TimeOfDay, Way,
    },
};
use rusqlite::types::{FromSqlResult, ToSqlOutput, ValueRef};
use std::error::Error;
use uuid::Uuid;

/// A value both engines can hold.
pub trait Kept:
    rusqlite::ToSql + rusqlite::types::FromSql + postgres::types::ToSql + FromSqlOwned + Sync
{
}
impl<K> Kept for K where
    K: rusqlite::ToSql + rusqlite::types::FromSql + postgres::types::ToSql + FromSqlOwned + Sync
{
}

/// A value that can be bound to `$n`.
pub trait Param {
    /// What the engines hold for it.
    type Kept: Kept;
    /// The value as it is held.
    fn keep(self) -> Self::Kept;
}

/// A value that can be read from a column.
pub trait Read: Sized {
    /// What the engines hold for it.
    type Kept: Kept;
    /// The value again, or what the column holds instead.
    fn read(kept: Self::Kept) -> Result<Self, String>;
}

macro_rules! columns { ($($ty:ty as $kept:ty, $keep:expr, $read:expr;)+) => {$(
    impl Param for $ty {
        type Kept = $kept;
        fn keep(self) -> $kept { let keep: fn($ty) -> $kept = $keep; keep(self) }
    }
    impl Read for $ty {
        type Kept = $kept;
        fn read(kept: $kept) -> Result<Self, String> {
            let read: fn($kept) -> Result<$ty, String> = $read;
            read(kept)
        }
    }
)+} }
columns! {
    i64          as i64,     |n| n,             Ok;
    i16          as i16,     |n| n,             Ok;
    String       as String,  |text| text,       Ok;
    Vec<u8>      as Vec<u8>, |bytes| bytes,     Ok;
    Uuid         as Uuid,    |id| id,           Ok;
    PersonId     as Uuid,    |id| id.0,         |id| Ok(PersonId(id));
    MemberId     as Uuid,    |id| id.0,         |id| Ok(MemberId(id));
    ServiceId    as Uuid,    |id| id.0,         |id| Ok(ServiceId(id));
    BusinessId   as Uuid,    |id| id.0,         |id| Ok(BusinessId(id));
    BookEntryId  as Uuid,    |id| id.0,         |id| Ok(BookEntryId(id));
    GroupId      as Uuid,    |id| id.0,         |id| Ok(GroupId(id));
    UserId       as Uuid,    |id| id.0,         |id| Ok(UserId(id));
    ClassId      as Uuid,    |id| id.0,         |id| Ok(ClassId(id));
    PlanId       as Uuid,    |id| id.0,         |id| Ok(PlanId(id));
    TargetId     as Uuid,    |id| id.0,         |id| Ok(TargetId(id));
    ReleaseId    as Uuid,    |id| id.0,         |id| Ok(ReleaseId(id));
    CertificateId as Uuid,   |id| id.0,         |id| Ok(CertificateId(id));
    ToolGrantId  as Uuid,    |id| id.0,         |id| Ok(ToolGrantId(id));
    LicenceId    as Uuid,    |id| id.0,         |id| Ok(LicenceId(id));
    ReferralId   as Uuid,    |id| id.0,         |id| Ok(ReferralId(id));
    ProductId    as Uuid,    |id| id.0,         |id| Ok(ProductId(id));
    ListingId    as Uuid,    |id| id.0,         |id| Ok(ListingId(id));
    SupportId    as Uuid,    |id| id.0,         |id| Ok(SupportId(id));
    FileId       as Uuid,    |id| id.0,         |id| Ok(FileId(id));
    WebhookId    as Uuid,    |id| id.0,         |id| Ok(WebhookId(id));
    CurationRoundId as Uuid, |id| id.0,         |id| Ok(CurationRoundId(id));
    CurationEntryId as Uuid, |id| id.0,         |id| Ok(CurationEntryId(id));
    PartnerId    as Uuid,    |id| id.0,         |id| Ok(PartnerId(id));
    AgreementId  as Uuid,    |id| id.0,         |id| Ok(AgreementId(id));
    WaveId       as Uuid,    |id| id.0,         |id| Ok(WaveId(id));
    BazaarId     as Uuid,    |id| id.0,         |id| Ok(BazaarId(id));
    ApplicationId as Uuid,   |id| id.0,         |id| Ok(ApplicationId(id));
    ActId        as Uuid,    |id| id.0,         |id| Ok(ActId(id));
    Instant      as Moment,  Moment,            |at| Ok(at.0);
    Date         as Calendar, Calendar,         |on| Ok(on.0);
    Shard        as i16,     |shard| i16::try_from(shard.get()).unwrap_or(i16::MAX),
                             |n| u16::try_from(n).ok().and_then(Shard::new).ok_or(n.to_string());
    StageKind    as String,  |it| it.word().to_owned(), |word| StageKind::of_word(&word).ok_or(word);
    Sex          as String,  |it| it.word().to_owned(), |word| Sex::of_word(&word).ok_or(word);
    Track        as String,  |it| it.word().to_owned(), |word| Track::of_word(&word).ok_or(word);
    BusinessType as String,  |it| it.word().to_owned(), |word| BusinessType::of_word(&word).ok_or(word);
    Channel      as String,  |it| it.word().to_owned(), |word| Channel::of_word(&word).ok_or(word);
    Role         as String,  |it| it.word().to_owned(), |word| Role::of_word(&word).ok_or(word);
    ClassKind    as String,  |it| it.word().to_owned(), |word| ClassKind::of_word(&word).ok_or(word);
    ClassState   as String,  |it| it.word().to_owned(), |word| ClassState::of_word(&word).ok_or(word);
    OrganiserKind as String,  |it| it.word().to_owned(), |word| OrganiserKind::of_word(&word).ok_or(word);
    SessionMode  as String,  |it| it.word().to_owned(), |word| SessionMode::of_word(&word).ok_or(word);
    PlaceState   as String,  |it| it.word().to_owned(), |word| PlaceState::of_word(&word).ok_or(word);
    Mark         as String,  |it| it.word().to_owned(), |word| Mark::of_word(&word).ok_or(word);
    Way          as String,  |it| it.word().to_owned(), |word| Way::of_word(&word).ok_or(word);
    TimeOfDay    as String,  |it| it.to_string(), |time| time.parse().map_err(|_| time);
    Share        as i16,     |share| share.percent().into(),
                             |n| u8::try_from(n).ok().and_then(Share::new).ok_or(n.to_string());
    LicenceState as String,  |it| it.word().to_owned(), |word| LicenceState::of_word(&word).ok_or(word);
    RefusalReason as String, |it| it.word().to_owned(), |word| RefusalReason::of_word(&word).ok_or(word);
    WavePlaceState as String, |it| it.word().to_owned(), |word| WavePlaceState::of_word(&word).ok_or(word);
    LicenceKind  as String,  |it| it.to_string(), |code| LicenceKind::parse(&code).map_err(|_| code);
    SupportKind  as String,  |it| it.to_string(), |code| SupportKind::parse(&code).map_err(|_| code);
    Bank         as String,  |it| it.to_string(), |code| Bank::parse(&code).map_err(|_| code);
    Product      as String,  |it| it.to_string(), |code| Product::parse(&code).map_err(|_| code);
    Step         as String,  |it| it.word().to_owned(), |word| Step::of_word(&word).ok_or(word);
    EntryState   as String,  |it| it.word().to_owned(), |word| EntryState::of_word(&word).ok_or(word);
    NotLent      as String,  |it| it.word().to_owned(), |word| NotLent::of_word(&word).ok_or(word);
    BazaarKind   as String,  |it| it.word().to_owned(), |word| BazaarKind::of_word(&word).ok_or(word);
    Outsiders    as String,  |it| it.word().to_owned(), |word| Outsiders::of_word(&word).ok_or(word);
    Ground       as String,  |it| it.word().to_owned(), |word| Ground::of_word(&word).ok_or(word);
    Agency       as String,  |it| it.to_string(), |code| Agency::parse(&code).map_err(|_| code);
    RegionCode   as String,  |it| it.to_string(), |code| code.parse().map_err(|_| code);
}
impl Param for &str {
    type Kept = String;
    fn keep(self) -> String {
        self.to_owned()
    }
}
impl Param for &[u8] {
    type Kept = Vec<u8>;
    fn keep(self) -> Vec<u8> {
        self.to_vec()
    }
}
impl Param for &Agency {
    type Kept = String;
    fn keep(self) -> String {
        self.to_string()
    }
}
impl<P: Param> Param for Option<P> {
    type Kept = Option<P::Kept>;
    fn keep(self) -> Self::Kept {
        self.map(P::keep)
    }
}
impl<R: Read> Read for Option<R> {
    type Kept = Option<R::Kept>;
    fn read(kept: Self::Kept) -> Result<Self, String> {
        kept.map(R::read).transpose()
    }
}

/// Microseconds since 1970 in SQLite, a `timestamptz` in PostgreSQL.
#[derive(Debug)]
pub struct Moment(Instant);
const POSTGRES_EPOCH: i64 = 946_684_800_000_000;

impl rusqlite::ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.0.into())
    }
}
impl rusqlite::types::FromSql for Moment {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(|at| Self(Instant(at)))
    }
}
impl postgres::types::ToSql for Moment {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        out.extend_from_slice(&(self.0.0 - POSTGRES_EPOCH).to_be_bytes());
        Ok(IsNull::No)
    }
    fn accepts(ty: &Type) -> bool {
        *ty == Type::TIMESTAMPTZ
    }
    to_sql_checked!();
}
impl postgres::types::FromSql<'_> for Moment {
    fn from_sql(_: &Type, raw: &[u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(Instant(i64::from_be_bytes(raw.try_into()?) + POSTGRES_EPOCH)))
    }
    fn accepts(ty: &Type) -> bool {
        *ty == Type::TIMESTAMPTZ
    }
}

/// Days since 2000-01-01 in SQLite, a `date` in PostgreSQL (which counts from the same day).
#[derive(Debug)]
pub struct Calendar(Date);
const FIRST_DAY: Date = jiff::civil::date(2000, 1, 1);

impl Calendar {
    fn days(&self) -> i32 {
        self.0.since(FIRST_DAY).map_or(0, |span| span.get_days())
    }
    fn of(days: i64) -> Result<Self, Box<dyn Error + Sync + Send>> {
        let span = jiff::Span::new().try_days(days)?;
        Ok(Self(FIRST_DAY.checked_add(span)?))
    }
}
impl rusqlite::ToSql for Calendar {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(i64::from(self.days()).into())
    }
}
impl rusqlite::types::FromSql for Calendar {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let days = value.as_i64()?;
        Self::of(days).map_err(|_| rusqlite::types::FromSqlError::OutOfRange(days))
    }
}
impl postgres::types::ToSql for Calendar {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        out.extend_from_slice(&self.days().to_be_bytes());
        Ok(IsNull::No)
    }
    fn accepts(ty: &Type) -> bool {
        *ty == Type::DATE
    }
    to_sql_checked!();
}
impl postgres::types::FromSql<'_> for Calendar {
    fn from_sql(_: &Type, raw: &[u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Self::of(i64::from(i32::from_be_bytes(raw.try_into()?)))
    }
    fn accepts(ty: &Type) -> bool {
        *ty == Type::DATE
    }
}
