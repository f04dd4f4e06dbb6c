//! How far long work is: a bar on a terminal, a line at each tenth elsewhere.
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, Write};

/// Shows how far long work is, on standard error.
pub struct Progress {
    terminal: bool,
    bar: Option<ProgressBar>,
    what: String,
    tenth: u64,
}

impl Default for Progress {
    /// Nothing has begun yet.
    fn default() -> Self {
        let terminal = std::io::stderr().is_terminal();
        Self { terminal, bar: None, what: String::new(), tenth: 0 }
    }
}

impl Progress {
    /// So many of so many are done.
    pub fn at(&mut self, what: &str, done: u64, of: u64) {
        if what != self.what {
            self.end();
            what.clone_into(&mut self.what);
            self.tenth = 0;
            self.bar = self.terminal.then(|| bar(what, of));
        }
        match &self.bar {
            Some(bar) => {
                bar.set_length(of);
                bar.set_position(done);
            }
            None => self.plain(done, of),
        }
    }

    fn plain(&mut self, done: u64, of: u64) {
        let tenth = (done * 10).checked_div(of).unwrap_or(10);
        if tenth > self.tenth {
            self.tenth = tenth;
            // Nobody is left to tell when standard error is closed.
            drop(writeln!(std::io::stderr(), "{}: {done} of {of}", self.what));
        }
    }

    /// Nothing more comes.
    pub fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
        self.what.clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

fn bar(what: &str, of: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg:12} {wide_bar} {pos}/{len} {eta}");
    let bar = ProgressBar::new(of).with_message(what.to_owned());
    style.map_or(bar.clone(), |style| bar.with_style(style))
}
