//! All that is recorded of a member, for themselves.
use super::{
    Resident,
    readers::{self, Reading},
};
use crate::{
    House, Problem,
    people::{self, File, first},
    places::{self, Attended},
    stages::State,
};
use db::Tx;
use rules::{MemberId, Scheme, StageKind, next_stage};

/// A person's records, the classes they have to do with, and who opened their file.
pub struct Own {
    /// The record they signed in with.
    pub(super) signed_in_with: MemberId,
    /// Every record, oldest first.
    pub files: Vec<File>,
    /// Every class, the newest first.
    pub classes: Vec<Attended>,
    /// Who opened the file, the newest first.
    pub readings: Vec<Reading>,
}

/// Everything of the member who is signed in, and nothing of anybody else.
pub fn own(tx: &mut Tx<'_>, house: &House, resident: Resident) -> Result<Own, Problem> {
    let files = people::own_files(tx, house, resident.person)?;
    let (mut classes, mut readings) = (Vec::new(), Vec::new());
    for file in &files {
        classes.extend(places::of_member(tx, file.row.id)?);
        readings.extend(readers::of_member(tx, file.row.id)?);
    }
    classes.sort_by_key(|class| std::cmp::Reverse((class.first_on, class.class)));
    readings.sort_by_key(|reading| std::cmp::Reverse(reading.at));
    Ok(Own { signed_in_with: resident.member, files, classes, readings })
}

impl Own {
    /// The record they signed in with.
    pub fn file(&self) -> Result<&File, Problem> {
        let mut files = self.files.iter();
        files.find(|file| file.row.id == self.signed_in_with).ok_or(Problem::SignedOut)
    }

    /// The records, to count over.
    pub(super) fn all(&self) -> Vec<&File> {
        self.files.iter().collect()
    }

    /// The stage to name first.
    pub fn next(&self) -> Option<StageKind> {
        let files = self.all();
        let in_state = |state: State| -> Vec<StageKind> {
            let kinds = Scheme::Pergub.order().into_iter();
            kinds.filter(|kind| first(&files, *kind, state).is_some()).collect()
        };
        let mut reached = in_state(State::Completed);
        reached.push(StageKind::Registration);
        next_stage(&reached, &in_state(State::Started))
    }
}
