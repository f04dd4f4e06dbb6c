//! What was counted of a question, kept by part of the members: a fact that comes later costs its part alone.

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use crate::chunk::CHUNK;
use crate::figures::Figures;
use crate::known::Known;
use crate::parts::shared;

/// So many members are a part, counted again when a fact touches one of them.
const PART: usize = 8 * CHUNK;

/// So many questions are remembered; which nobody asked for longest is forgotten first.
const MOST: usize = 256;

/// So many bytes are remembered, about.
const MOST_BYTES: usize = 64 << 20;

/// By part, the position of the last fact that touched it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Touched(Vec<u32>);

impl Touched {
    /// A fact changes what is counted of the member.
    pub fn note(&mut self, member: u32, position: u32) {
        let part = member as usize / PART;
        if self.0.len() <= part {
            self.0.resize(part + 1, 0);
        }
        self.0[part] = position;
    }
}

/// What a part was counted as.
pub(crate) trait Part: Send + Sync {
    /// What it holds, about.
    fn bytes(&self) -> usize;
}

/// The parts of the questions asked last.
#[derive(Debug)]
pub(crate) struct Kept<Q, T>(Mutex<Vec<Arc<Asked<Q, T>>>>);

#[derive(Debug)]
struct Asked<Q, T> {
    question: Q,
    /// Held while it is counted, so that who asks the same waits for that count.
    parts: Mutex<Vec<Option<Counted<T>>>>,
}

#[derive(Debug)]
struct Counted<T> {
    /// What was known when it was counted.
    position: u32,
    part: Arc<T>,
}

impl<Q, T> Default for Kept<Q, T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

/// Another copy counts for itself.
impl<Q, T> Clone for Kept<Q, T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<Q: PartialEq, T: Part> Kept<Q, T> {
    /// The parts of a question, as known then: what nothing touched later was the same. The question must
    /// name all that a count depends on, but for the members of the part and what was known.
    pub fn parts(
        &self,
        figures: &Figures,
        known: &Known<'_>,
        question: Q,
        count: impl Fn(Range<usize>) -> T + Sync,
    ) -> Vec<Arc<T>> {
        let asked = self.asked(question);
        let mut parts = asked.parts.lock().unwrap_or_else(PoisonError::into_inner);
        let touched = &figures.touched.0[..known.members.div_ceil(PART)];
        if parts.len() < touched.len() {
            parts.resize_with(touched.len(), || None);
        }
        let position = known.position.min(figures.position().unwrap_or_default());
        let stands = |at: usize| touched[at] <= position;
        let is_current =
            |at: usize| parts[at].as_ref().is_some_and(|it| it.position >= touched[at]);
        let missing = (0..touched.len()).filter(|at| !stands(*at) || !is_current(*at));
        let missing: Vec<usize> = missing.collect();
        let range = |at: usize| at * PART..known.members.min((at + 1) * PART);
        let counts = shared(&missing, PART, |at| Arc::new(count(range(at))));
        let mut news = missing.into_iter().zip(counts).peekable();
        let each = (0..touched.len()).filter_map(|at| {
            let Some((_, part)) = news.next_if(|(new, _)| *new == at) else {
                return parts[at].as_ref().map(|counted| counted.part.clone());
            };
            if stands(at) {
                parts[at] = Some(Counted { position, part: part.clone() });
            }
            Some(part)
        });
        each.collect()
    }

    /// What was asked before, or room for it.
    fn asked(&self, question: Q) -> Arc<Asked<Q, T>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.iter().position(|asked| asked.question == question);
        let asked = match known {
            Some(at) => all.remove(at),
            None => Arc::new(Asked { question, parts: Mutex::default() }),
        };
        all.push(asked.clone());
        forget(&mut all);
        asked
    }

    pub fn memory_bytes(&self) -> usize {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().map(|asked| asked.bytes()).sum()
    }
}

/// Keeps the newest, as far as there is room; at least the one asked now.
fn forget<Q, T: Part>(all: &mut Vec<Arc<Asked<Q, T>>>) {
    let mut bytes = 0;
    let newest = all.iter().rev().take(MOST).take_while(|asked| {
        bytes += asked.bytes();
        bytes <= MOST_BYTES
    });
    let newest = newest.count().max(1);
    all.drain(..all.len() - newest);
}

impl<Q, T: Part> Asked<Q, T> {
    /// What its parts hold; nothing while somebody counts them.
    fn bytes(&self) -> usize {
        let parts = self.parts.try_lock().ok();
        parts.map_or(0, |parts| parts.iter().flatten().map(|it| it.part.bytes()).sum())
    }
}
