//! What every act may use: the keys, the regions, the counts, the clock and randomness.
use crate::{
    attendance::Remembered, board::Board, dashboard, licences::Permits, open_data, privacy::Seal,
    quality, staff::Gate, targets,
};
use rules::{
    Agency, CertificateId, Date, Instant, MemberId, PersonId, RegionCode, Regions, ServiceId,
    Shard, ToolGrantId,
};
use std::sync::{
    Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
};
use uuid::Uuid;

/// The server's clock.
pub type Clock = Arc<dyn Fn() -> Instant + Send + Sync>;
/// Fills a buffer with random bytes.
pub type Random = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// The tools of the programme, shared by all requests.
pub struct House {
    /// Seals and finds identity values.
    pub seal: Seal,
    /// The region tree.
    pub regions: &'static Regions,
    /// The agencies with their names, by code.
    pub agencies: RwLock<Vec<(Agency, String)>>,
    /// The kinds of permits with their terms.
    pub permits: RwLock<Arc<Permits>>,
    /// What is counted and searched in memory.
    board: RwLock<Board>,
    /// The catalogue in memory.
    pub shelf: crate::catalogue::Kept,
    /// Who stands how to which class.
    pub standings: Remembered,
    /// What is published for everybody.
    pub open_data: open_data::Kept,
    /// The dashboards of those who looked last.
    pub dashboards: dashboard::Kept,
    /// The targets that were asked for last, with what became of them.
    pub targets: targets::Kept,
    /// What looks wrong in which record.
    pub quality: quality::Remembered,
    /// Held by whoever counts growth for the first time.
    counting_growth: Mutex<()>,
    /// Who is let in.
    pub gate: Gate,
    /// The server's clock.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
    /// Where the public reaches this server, `https://…` without a slash at the end; when nobody said so,
    /// papers carry the address they were asked for at.
    pub public_url: OnceLock<String>,
    /// Whether partner systems may lie inside the operator's own network; unless said so, they may not.
    pub own_network: OnceLock<bool>,
}

impl House {
    /// Furnishes a house; the board is loaded later.
    pub fn new(seal: Seal, clock: Clock, random: Random) -> Self {
        let regions = Regions::jakarta();
        let board = RwLock::new(Board::new(regions));
        let gate = Gate::default();
        let (agencies, permits) = (RwLock::default(), RwLock::default());
        let (public_url, own_network) = (OnceLock::new(), OnceLock::new());
        let standings = Remembered::default();
        let open_data = open_data::Kept::default();
        let quality = quality::Remembered::default();
        let (dashboards, targets) = (dashboard::Kept::default(), targets::Kept::default());
        let (shelf, counting_growth) = (crate::catalogue::Kept::default(), Mutex::default());
        Self {
            seal,
            regions,
            agencies,
            permits,
            board,
            shelf,
            standings,
            open_data,
            dashboards,
            targets,
            quality,
            counting_growth,
            gate,
            clock,
            random,
            public_url,
            own_network,
        }
    }

    /// The counts, to look at.
    pub fn board(&self) -> RwLockReadGuard<'_, Board> {
        self.board.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The counts, to bring forward.
    pub fn board_mut(&self) -> RwLockWriteGuard<'_, Board> {
        self.board.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets one at a time count growth for the first time, while the others wait.
    pub fn one_counts_growth(&self) -> MutexGuard<'_, ()> {
        self.counting_growth.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The kinds of permits with their terms.
    pub fn permits(&self) -> Arc<Permits> {
        self.permits.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Now.
    pub fn now(&self) -> Instant {
        (self.clock)()
    }

    /// Today in Jakarta.
    pub fn today(&self) -> Date {
        rules::date::today(self.now())
    }

    /// Random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.random)(&mut bytes);
        bytes
    }

    /// A new id without a shard.
    pub fn new_id(&self) -> Uuid {
        let millis = u64::try_from(self.now().0 / 1000).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// A new id in a shard.
    pub fn new_sharded(&self, shard: Shard) -> Uuid {
        let millis = u64::try_from(self.now().0 / 1000).unwrap_or_default();
        rules::ids::with_shard(millis, self.bytes(), shard)
    }

    /// A new person's id, which tells their shard.
    pub fn new_person(&self, shard: Shard) -> PersonId {
        PersonId(self.new_sharded(shard))
    }

    /// A new member record's id, in the person's shard.
    pub fn new_member(&self, shard: Shard) -> MemberId {
        MemberId(self.new_sharded(shard))
    }

    /// A new service's id, in the member's shard.
    pub fn new_service(&self, shard: Shard) -> ServiceId {
        ServiceId(self.new_sharded(shard))
    }

    /// A new certificate's id, in the shard of whom it is for.
    pub fn new_certificate(&self, shard: Shard) -> CertificateId {
        CertificateId(self.new_sharded(shard))
    }

    /// A new handover's id, in the shard of who receives.
    pub fn new_tool_grant(&self, shard: Shard) -> ToolGrantId {
        ToolGrantId(self.new_sharded(shard))
    }

    /// Whether the programme knows this agency.
    pub fn knows(&self, agency: &Agency) -> bool {
        let agencies = self.agencies.read().unwrap_or_else(PoisonError::into_inner);
        agencies.iter().any(|(code, _)| code == agency)
    }

    /// Every agency the programme knows, with its full name.
    pub fn known_agencies(&self) -> Vec<(Agency, String)> {
        self.agencies.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The agency's full name.
    pub fn agency_name(&self, agency: &Agency) -> String {
        let agencies = self.agencies.read().unwrap_or_else(PoisonError::into_inner);
        let known = agencies.iter().find(|(code, _)| code == agency);
        known.map_or_else(|| agency.to_string(), |(_, name)| name.clone())
    }

    /// The region's name, or its code where it has none.
    pub fn region_name(&self, code: RegionCode) -> String {
        self.regions.name(code).map_or_else(|| code.to_string(), str::to_owned)
    }
}
