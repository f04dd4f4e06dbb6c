//! What an act tells the board, once it is committed.
use db::Position;
use rules::{
    Agency, BusinessType, Channel, Date, MemberId, RegionCode, Sex, StageKind, Track, UserId,
    growth::{Measurement, Month},
};

/// Something that changes a count or a name.
#[derive(Clone, Debug)]
pub enum News {
    /// Somebody was registered.
    Member(Box<MemberNews>),
    /// A service was recorded.
    Service(ServiceNews),
    /// The service recorded at `service` was taken back.
    Void {
        /// Where it was taken back.
        position: Position,
        /// Where it was recorded.
        service: Position,
    },
    /// The member registered at `member` is the same person as the one at `with`, or nobody else.
    Link {
        /// Where it was decided.
        position: Position,
        /// Where the member was registered.
        member: Position,
        /// Where another record of the person was registered.
        with: Option<Position>,
    },
    /// A record was corrected, or its member moved.
    Change(Box<ChangeNews>),
    /// A month of a business was told, for the first time or instead of what stood.
    Measured(Box<MeasuredNews>),
    /// What stood for a month was taken back.
    MonthVoided {
        /// Where it was taken back.
        position: Position,
        /// Where the member was registered.
        member: Position,
        /// The month.
        month: Month,
    },
    /// A member came into a mentor's caseload, or into none.
    Mentor {
        /// Where it was recorded.
        position: Position,
        /// Where the member was registered.
        member: Position,
        /// The first day.
        from_on: Date,
        /// The mentor's account.
        mentor: Option<UserId>,
    },
    /// An account lost a session, a token or everything: it must not be recognised from memory.
    Access(UserId),
}

/// A registration, as counted and searched.
#[derive(Clone, Debug)]
pub struct MemberNews {
    /// Where it was recorded.
    pub position: Position,
    /// The record.
    pub member: MemberId,
    /// The registration of the same person at another agency, if any.
    pub same_person_as: Option<Position>,
    /// The agency that registered.
    pub agency: Agency,
    /// The responsible kecamatan.
    pub office: RegionCode,
    /// The kelurahan, or the kecamatan where it is not known.
    pub area: RegionCode,
    /// Female, male, or not known.
    pub sex: Option<Sex>,
    /// Starter or established.
    pub track: Track,
    /// The trade.
    pub business_type: BusinessType,
    /// How the registration came in.
    pub channel: Channel,
    /// When it happened.
    pub registered_on: Date,
    /// The name as it is searched; empty once erased.
    pub name_folded: String,
    /// For finding look-alikes.
    pub birth_date: Option<Date>,
}

/// A service, as counted.
#[derive(Clone, Debug)]
pub struct ServiceNews {
    /// Where it was recorded.
    pub position: Position,
    /// Where its member was registered.
    pub member: Position,
    /// Which stage it is of.
    pub stage: StageKind,
    /// Whether it is finished.
    pub completed: bool,
    /// When it happened.
    pub occurred_on: Date,
    /// Who gave it.
    pub agency: Agency,
}

/// A month of a business, as counted.
#[derive(Clone, Debug)]
pub struct MeasuredNews {
    /// Where it was recorded.
    pub position: Position,
    /// Where the member was registered.
    pub member: Position,
    /// What was told.
    pub measurement: Measurement,
}

/// What a record says from a position on, as counted and searched.
#[derive(Clone, Debug)]
pub struct ChangeNews {
    /// Where it was recorded.
    pub position: Position,
    /// Where the member was registered.
    pub member: Position,
    /// From when the office and the area hold; none where they always did.
    pub holds_from: Option<Date>,
    /// The responsible kecamatan.
    pub office: RegionCode,
    /// The kelurahan, or the kecamatan where it is not known.
    pub area: RegionCode,
    /// Female, male, or not known.
    pub sex: Option<Sex>,
    /// Starter or established.
    pub track: Track,
    /// The trade.
    pub business_type: BusinessType,
    /// When the registration happened.
    pub registered_on: Date,
    /// The name as it is searched; empty once erased.
    pub name_folded: String,
    /// For finding look-alikes.
    pub birth_date: Option<Date>,
}
