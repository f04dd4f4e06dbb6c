//! What the operator sees: results on standard output, words about them on standard error.
use super::NotDone;
use std::{
    fmt::Display,
    io::{self, Write},
};

/// The two outputs of a command.
pub struct Screen {
    out: Box<dyn Write + Send>,
    words: Box<dyn Write + Send>,
}

impl Screen {
    /// Those of the process.
    pub fn of_process() -> Self {
        Self { out: Box::new(io::stdout()), words: Box::new(io::stderr()) }
    }

    /// Any two outputs.
    pub fn new(out: impl Write + Send + 'static, words: impl Write + Send + 'static) -> Self {
        Self { out: Box::new(out), words: Box::new(words) }
    }

    /// A line of the result.
    pub fn line(&mut self, line: impl Display) -> io::Result<()> {
        writeln!(self.out, "{line}")?;
        self.out.flush()
    }

    /// A result that is not lines: a file.
    pub fn bytes(&mut self) -> &mut (dyn Write + Send) {
        &mut self.out
    }

    /// A word about the work, beside the result.
    pub fn word(&mut self, word: impl Display) {
        // Nobody is left to tell when standard error is closed.
        drop(writeln!(self.words, "{word}"));
    }

    /// Why the command was not done.
    pub fn complain(&mut self, not_done: &NotDone) {
        let line = not_done.to_string().replace('\n', " ");
        self.word(format_args!("jakpreneur: {line}"));
    }
}
