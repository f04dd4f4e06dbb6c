//! Any encoding and any line end in, UTF-8 with line feeds out; a bounded number of bytes a row.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding};

use super::super::{Limit, Unreadable};

const CHUNK: usize = 64 * 1024;

/// A text whose every line, the last included, ends with one line feed.
pub(super) struct Lines<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    decoded: String,
    ready: Vec<u8>,
    taken: usize,
    after_return: bool,
    ended: bool,
    row_limit: u64,
    since_row: u64,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R, encoding: &'static Encoding, row_limit: u64) -> Self {
        Self {
            input,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; CHUNK],
            decoded: String::new(),
            ready: Vec::with_capacity(CHUNK),
            taken: 0,
            after_return: false,
            ended: false,
            row_limit,
            since_row: 0,
        }
    }

    /// Says that a row is complete, so that the next may be as long.
    pub(super) fn begin_row(&mut self) {
        self.since_row = 0;
    }

    fn refill(&mut self) -> Result<(), Unreadable> {
        let read = self.input.read(&mut self.raw)?;
        self.since_row += u64::try_from(read).unwrap_or(u64::MAX);
        if self.since_row > self.row_limit {
            return Err(Unreadable::TooLarge(Limit::Row));
        }
        self.decode(read)?;
        self.ready.clear();
        self.taken = 0;
        self.straighten()?;
        if read == 0 {
            self.ended = true;
            self.ready.push(b'\n');
        }
        Ok(())
    }

    fn decode(&mut self, read: usize) -> Result<(), Unreadable> {
        self.decoded.clear();
        let room = self.decoder.max_utf8_buffer_length_without_replacement(read);
        self.decoded.reserve(room.ok_or(Unreadable::TooLarge(Limit::Row))?);
        let (result, _) = self.decoder.decode_to_string_without_replacement(
            &self.raw[..read],
            &mut self.decoded,
            read == 0,
        );
        match result {
            DecoderResult::InputEmpty => Ok(()),
            DecoderResult::OutputFull | DecoderResult::Malformed(..) => Err(Unreadable::Encoding),
        }
    }

    fn straighten(&mut self) -> Result<(), Unreadable> {
        for byte in self.decoded.bytes() {
            match byte {
                0 => return Err(Unreadable::NotATable),
                b'\n' if self.after_return => {}
                b'\r' => self.ready.push(b'\n'),
                _ => self.ready.push(byte),
            }
            self.after_return = byte == b'\r';
        }
        Ok(())
    }
}

impl<R: Read> Read for Lines<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.ready.len() && !self.ended {
            self.refill()?;
        }
        let left = &self.ready[self.taken..];
        let count = left.len().min(into.len());
        into[..count].copy_from_slice(&left[..count]);
        self.taken += count;
        Ok(count)
    }
}
