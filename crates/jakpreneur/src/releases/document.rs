//! A released report as it is frozen. Fields stand in the order of their names and hold no fractions, so
//! that its JSON is canonical (RFC 8785): the same report gives the same bytes everywhere.
use super::{Digest, Kind, Reason};
use crate::Problem;
use rules::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The frozen report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReleasedReport)]
pub struct Document {
    /// The last day that counts.
    #[schema(value_type = String, format = Date)]
    pub as_at: Date,
    /// The version of this form, 1.
    pub format: u8,
    /// Which report.
    pub kind: Kind,
    /// The journal position up to which it is known.
    pub known_at: i64,
    /// A line an indicator.
    pub lines: Vec<Line>,
    /// Everybody counted, by a pseudonym that nobody outside can trace; sorted.
    pub members: Vec<Counted>,
    /// The number of the release.
    #[schema(example = "2022-0001")]
    pub number: String,
    /// Distinct persons counted, of growth businesses: as many as there are `members`.
    pub persons: u64,
    /// When it was released, RFC 3339.
    #[schema(format = DateTime)]
    pub released_at: String,
    /// The role of who released it.
    pub released_by: String,
    /// The release whose place it takes, and why.
    pub restates: Option<Restated>,
    /// Whose stage numbers it uses.
    pub scheme: String,
    /// Whose records count.
    pub scope: ScopeFrozen,
    /// What it is called.
    pub title: String,
}

/// A line of a released report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReleasedLine)]
pub struct Line {
    /// Persons reached; of growth businesses.
    pub actual: u64,
    /// Persons whose latest stage it is; of stage reports.
    pub at: Option<u64>,
    /// `actual` of `target`, in hundredths of a percent, half up; null without a target.
    pub attainment_hundredths: Option<u64>,
    /// What it counts, in Indonesian.
    pub indicator: String,
    /// Which line it is in every release of the same question: a stage, a target, an agency's stage.
    pub key: String,
    /// Its place in the report, from 1.
    pub number: u64,
    /// Persons who began the stage and have not reached it; of stage reports.
    pub open: Option<u64>,
    /// What else is to know, in Indonesian.
    pub remark: String,
    /// `actual` of `persons`, in hundredths of a percent, half up; of stage reports.
    pub share_hundredths: Option<u64>,
    /// Persons to reach, where there is a target.
    pub target: Option<u64>,
    /// What is counted, in Indonesian.
    pub unit: String,
}

/// Somebody counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[schema(as = ReleasedMember)]
pub struct Counted {
    /// A pseudonym: a keyed hash, the same in every release of this installation.
    pub id: String,
    /// The numbers of the lines that count this person.
    pub lines: Vec<u64>,
}

/// Whose records count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReleasedScope)]
pub struct ScopeFrozen {
    /// Records of this agency; of targets, targets of this agency.
    pub agency: Option<String>,
    /// Records of this area; of targets, targets of this area and inside it.
    pub area: Option<String>,
    /// By what the lines behind those of the whole are told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// In this trade.
    pub business_type: Option<String>,
    /// Through this channel.
    pub channel: Option<String>,
    /// Targets that count this.
    pub indicator: Option<String>,
    /// Targets of this period.
    pub period: Option<String>,
    /// Registered on this day or later.
    pub registered_from: Option<String>,
    /// Registered on this day or earlier.
    pub registered_to: Option<String>,
    /// The same in words, Indonesian.
    pub said: String,
    /// The only agency that whoever released it sees.
    pub seen_agency: Option<String>,
    /// The only area that whoever released it sees.
    pub seen_area: Option<String>,
    /// Of this sex.
    pub sex: Option<String>,
    /// On this track.
    pub track: Option<String>,
}

/// What a release restates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReleasedRestatement)]
pub struct Restated {
    /// Line by line, what differs; a line that is in neither or the same in both is not here.
    pub changes: Vec<Change>,
    /// The number of the release restated.
    pub number: String,
    /// Why it is restated, as written by whoever did.
    pub reason: String,
    /// The SHA-256 of the release restated.
    #[schema(value_type = String)]
    pub sha256: Digest,
}

/// What differs in a line. The parts add up to `now` less `was`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReleasedChange)]
pub struct Change {
    /// What it counts, in Indonesian.
    pub indicator: String,
    /// Which line.
    pub key: String,
    /// Persons reached as of this release.
    pub now: u64,
    /// The difference by reason; empty where only the target differs.
    pub parts: Vec<Part>,
    /// Persons to reach as of this release.
    pub target_now: Option<u64>,
    /// Persons to reach as of the release before.
    pub target_was: Option<u64>,
    /// Persons reached as of the release before.
    pub was: u64,
}

/// A part of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReleasedChangePart)]
pub struct Part {
    /// Persons more, or less.
    pub change: i64,
    /// Why.
    pub reason: Reason,
}

impl Document {
    /// The version of the form.
    pub const FORMAT: u8 = 1;

    /// Its exact bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, Problem> {
        serde_json::to_vec(self).map_err(|error| Problem::Broken(error.to_string()))
    }

    /// Reads frozen bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        serde_json::from_slice(bytes)
            .map_err(|error| Problem::Broken(format!("a released report cannot be read: {error}")))
    }

    /// The line with this key.
    pub fn line(&self, key: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.key == key)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    use super::*;

    /// A report with everything in it.
    fn full() -> Document {
        let part = Part { change: -1, reason: Reason::Voided };
        let change = Change {
            indicator: "Pelatihan".to_owned(),
            key: "training".to_owned(),
            now: 1,
            parts: vec![part],
            target_now: None,
            target_was: Some(3),
            was: 2,
        };
        Document {
            as_at: Date::constant(2022, 6, 22),
            format: Document::FORMAT,
            kind: Kind::Stages,
            known_at: 7,
            lines: vec![Line {
                actual: 1,
                at: Some(1),
                attainment_hundredths: Some(10_000),
                indicator: "Pelatihan “dasar”".to_owned(),
                key: "training".to_owned(),
                number: 1,
                open: None,
                remark: String::new(),
                share_hundredths: Some(5_968),
                target: Some(1),
                unit: "orang".to_owned(),
            }],
            members: vec![Counted { id: "00ff".to_owned(), lines: vec![1] }],
            number: "2022-0002".to_owned(),
            persons: 1,
            released_at: "2022-06-22T12:00:00+07:00".to_owned(),
            released_by: "Administrator".to_owned(),
            restates: Some(Restated {
                changes: vec![change],
                number: "2022-0001".to_owned(),
                reason: "salah".to_owned(),
                sha256: Digest([0; 32]),
            }),
            scheme: "pergub".to_owned(),
            scope: ScopeFrozen::default(),
            title: "Laporan".to_owned(),
        }
    }

    #[test]
    fn the_bytes_are_canonical_and_read_back_to_the_same_report() {
        let (report, bytes) = (full(), full().bytes().expect("bytes"));
        assert_eq!(Document::read(&bytes).expect("reads"), report);
        // A map of serde_json keeps its keys sorted.
        let sorted: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(serde_json::to_vec(&sorted).expect("bytes"), bytes);
    }
}
