//! A file that somebody sent, and how far it is.
use super::Failure;
use crate::staff::Officer;
use documents::table::Format;
use rules::{ActId, Agency, Instant, RegionCode, Scheme, UserId};
use uuid::Uuid;

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Residents to register.
    Members,
    /// Services they received.
    Services,
    /// Permits they asked for or have.
    Licences,
    /// How their businesses did, month by month.
    Measurements,
    /// Support they got beside the stages.
    Support,
    /// Targets.
    Targets,
}

impl Kind {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self::Members,
        Self::Services,
        Self::Licences,
        Self::Measurements,
        Self::Support,
        Self::Targets,
    ];

    /// The word in forms and answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Services => "services",
            Self::Licences => "licences",
            Self::Measurements => "measurements",
            Self::Support => "support",
            Self::Targets => "targets",
        }
    }

    /// The kind with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Behind others.
    Waiting,
    /// Rows are going in.
    Running,
    /// Every row was dealt with.
    Done,
    /// It cannot go on; rows that went in before stay.
    Failed,
}

impl State {
    /// From the first to the last.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Running, Self::Done, Self::Failed];

    /// The word in rows and answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The state with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What became of the rows so far: each is exactly one of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Recorded, and like nobody else's.
    pub new: i64,
    /// Recorded before.
    pub existing: i64,
    /// Recorded, and put on the list of pairs to look at.
    pub possible_duplicate: i64,
    /// Given back with the reason.
    pub rejected: i64,
}

impl Counts {
    /// How many rows were dealt with.
    pub fn rows(&self) -> i64 {
        self.new + self.existing + self.possible_duplicate + self.rejected
    }
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { new, existing, possible_duplicate, rejected } = self;
        write!(
            f,
            "new {new}, existing {existing}, possible duplicate {possible_duplicate}, rejected {rejected}"
        )
    }
}

/// What somebody says about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewImport {
    /// The client's key, by which the same request is known again.
    pub act_id: Option<ActId>,
    /// What its rows are.
    pub kind: Kind,
    /// As the sender calls it.
    pub file_name: String,
    /// Whose rows they are where the file does not say; none: the sender's agency.
    pub agency: Option<Agency>,
    /// Lets codes P1 to P7 count as stages.
    pub scheme: Option<Scheme>,
    /// Whether it is only tried out.
    pub dry_run: bool,
}

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The import.
    pub id: Uuid,
    /// What its rows are.
    pub kind: Kind,
    /// As the sender calls it.
    pub file_name: String,
    /// How it is stored.
    pub format: Format,
    /// Its bytes.
    pub size: i64,
    /// The digest of its bytes.
    pub sha256: Vec<u8>,
    /// Who sent it; none: the operator at the shell.
    pub user: Option<UserId>,
    /// The only agency the sender reached.
    pub reach_agency: Option<Agency>,
    /// The only area the sender reached.
    pub reach_area: Option<RegionCode>,
    /// Whose rows they are where the file does not say.
    pub agency: Agency,
    /// Lets codes P1 to P7 count as stages.
    pub scheme: Option<Scheme>,
    /// Whether it is only tried out.
    pub dry_run: bool,
    /// How far it is.
    pub state: State,
    /// The last line of the file that was dealt with.
    pub line: i64,
    /// What became of the rows so far.
    pub counts: Counts,
    /// Columns that nobody knows; they are ignored.
    pub unknown_columns: Vec<String>,
    /// Why it cannot go on.
    pub failure: Option<Failure>,
    /// When it was sent.
    pub made_at: Instant,
    /// When it was done or failed.
    pub ended_at: Option<Instant>,
}

/// The bytes of a file, before anybody reads them.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub id: Uuid,
    pub format: Format,
    pub size: i64,
    pub sha256: [u8; 32],
    pub at: Instant,
}

impl Job {
    /// A file that waits for its turn.
    pub(super) fn new(officer: &Officer, new: &NewImport, sent: &Sent) -> Self {
        let own = officer.scope.agency().copied();
        Self {
            id: sent.id,
            kind: new.kind,
            file_name: new.file_name.clone(),
            format: sent.format,
            size: sent.size,
            sha256: sent.sha256.to_vec(),
            user: officer.user,
            reach_agency: own,
            reach_area: officer.scope.area(),
            agency: new.agency.or(own).unwrap_or_else(leading_agency),
            scheme: new.scheme,
            dry_run: new.dry_run,
            state: State::Waiting,
            line: 0,
            counts: Counts::default(),
            unknown_columns: Vec::new(),
            failure: None,
            made_at: sent.at,
            ended_at: None,
        }
    }

    /// Whether there is nothing left to do.
    pub fn is_over(&self) -> bool {
        match self.state {
            State::Done | State::Failed => true,
            State::Waiting | State::Running => false,
        }
    }
}

/// The agency that leads the programme: its rows, where neither file nor account says whose.
#[expect(clippy::expect_used, reason = "the first of the agencies the rules begin with")]
fn leading_agency() -> Agency {
    Agency::parse(Agency::SEED[0].0).expect("a code")
}
