//! A table as an Excel workbook, read by calamine on a thread of its own.
//!
//! The thread keeps three promises at once: calamine's reader borrows from its workbook and both
//! live together there; the next rows are unpacked while the last are being stored; and a panic of
//! a parser on a hostile file ends the thread, not the server.

mod claim;
mod compound;
mod markup;
mod sheet;
mod value;
mod weigh;

use std::io::{Read, Seek};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::vec;

use self::sheet::Stop;
use super::{Limits, Row, Unreadable};

/// Rows that travel together, and how many such batches may wait.
const BATCH: usize = 512;
const WAITING: usize = 4;

/// What the reading thread says.
enum Message {
    Header(Vec<String>),
    Rows(Vec<Row>),
    Failed(Unreadable),
    End,
}

/// The rows below the header.
#[derive(Debug)]
pub(super) struct Records {
    messages: Receiver<Message>,
    batch: vec::IntoIter<Row>,
}

/// Starts reading, and waits for the header.
pub(super) fn open<R>(input: R, limits: Limits) -> Result<(Vec<String>, Records), Unreadable>
where
    R: Read + Seek + Send + 'static,
{
    let (sender, messages) = sync_channel(WAITING);
    thread::Builder::new().name("xlsx".to_owned()).spawn(move || read(input, &limits, &sender))?;
    match messages.recv() {
        Ok(Message::Header(header)) => {
            Ok((header, Records { messages, batch: Vec::new().into_iter() }))
        }
        Ok(Message::Failed(reason)) => Err(reason),
        Ok(Message::Rows(_) | Message::End) => Err(Unreadable::NoHeader),
        Err(_) => Err(Unreadable::BrokenSheet),
    }
}

fn read<R: Read + Seek>(mut input: R, limits: &Limits, messages: &SyncSender<Message>) {
    let outcome = weigh::check(&mut input, limits)
        .map_err(Stop::Refused)
        .and_then(|()| sheet::read(input, limits, messages));
    let last = match outcome {
        Ok(()) => Message::End,
        Err(Stop::Refused(reason)) => Message::Failed(reason),
        Err(Stop::Unwanted) => return,
    };
    // Nobody may be listening any more, and then nothing is owed.
    drop(messages.send(last));
}

impl Iterator for Records {
    type Item = Result<Row, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.batch.next() {
                return Some(Ok(row));
            }
            match self.messages.recv() {
                Ok(Message::Rows(rows)) => self.batch = rows.into_iter(),
                Ok(Message::Failed(reason)) => return Some(Err(reason)),
                Ok(Message::Header(_) | Message::End) => return None,
                // Gone without a word: the parser panicked.
                Err(_) => return Some(Err(Unreadable::BrokenSheet)),
            }
        }
    }
}
