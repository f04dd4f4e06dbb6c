//! Answers that many ask for at once: counted once for all who wait, and kept until something is recorded.
use crate::{House, Problem, journal::Db};
use db::{Position, Tx};
use rules::Date;
use std::sync::{Arc, Mutex, PoisonError};

/// So many questions are remembered; which nobody asked for longest is forgotten first.
const MOST: usize = 32;

/// Answers by their questions. A question must hold all that its answer depends on but the journal and the day.
pub struct Answers<Q, A>(Mutex<Vec<Arc<Slot<Q, A>>>>);

struct Slot<Q, A> {
    question: Q,
    /// Held while it is counted, so that others wait for that count.
    counted: Mutex<Option<Counted<A>>>,
}

struct Counted<A> {
    position: Position,
    day: Date,
    answer: Arc<A>,
}

impl<Q, A> Default for Answers<Q, A> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<Q: PartialEq, A> Answers<Q, A> {
    /// The answer as at now, or as at a moment since this asking began. Blocks, and not within a look: whoever
    /// waits holds no connection.
    pub fn ask(
        &self,
        db: &Db,
        house: &House,
        question: Q,
        count: impl FnOnce(&mut Tx<'_>) -> Result<A, Problem>,
    ) -> Result<Arc<A>, Problem> {
        let (seen, day) = (db.look(position)?, house.today());
        let slot = self.slot(question);
        let mut counted = slot.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = &*counted
            && known.position >= seen
            && known.day == day
        {
            return Ok(known.answer.clone());
        }
        let (position, answer) = db.look(|tx| Ok::<_, Problem>((position(tx)?, count(tx)?)))?;
        let answer = Arc::new(answer);
        *counted = Some(Counted { position, day, answer: answer.clone() });
        Ok(answer)
    }

    fn slot(&self, question: Q) -> Arc<Slot<Q, A>> {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = slots.iter().position(|slot| slot.question == question);
        let slot = match known {
            Some(at) => slots.remove(at),
            None => Arc::new(Slot { question, counted: Mutex::default() }),
        };
        slots.push(slot.clone());
        if slots.len() > MOST {
            slots.remove(0);
        }
        slot
    }
}

fn position(tx: &mut Tx<'_>) -> Result<Position, Problem> {
    Ok(tx.chain()?.position)
}
