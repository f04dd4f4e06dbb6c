//! What is counted and searched in memory: fed by the writer, exact at every moment.
mod answers;
pub(crate) mod codes;
mod following;
mod growing;
mod linked;
mod load;
mod load_growth;
mod names;
mod news;
mod versions;

pub use answers::Answers;
pub use codes::Codes;
pub use following::{Following, bring_up_to_date, caught_up};
pub use growing::Growing;
pub use load::{load, load_names};
pub use load_growth::load_growth;
pub use names::Names;
pub use news::{ChangeNews, MeasuredNews, MemberNews, News, ServiceNews};

use figures::{Fact, Figures, narrow};
use rules::Regions;

/// The counts and the names, as at one journal position.
pub struct Board {
    /// The counts.
    pub figures: Figures,
    /// Names and birth dates, for searching.
    pub names: Names,
    /// What the counts' small numbers mean.
    pub codes: Codes,
    /// How businesses grow; behind the rest until it is first needed.
    pub growing: Growing,
    /// The journal position all of this is as at.
    pub position: db::Position,
    /// Whether all names are in; they come after the counts at start.
    pub names_ready: bool,
}

impl Board {
    /// An empty board.
    pub fn new(regions: &Regions) -> Self {
        Self {
            figures: Figures::new(),
            names: Names::default(),
            codes: Codes::new(regions),
            growing: Growing::new(regions),
            position: 0,
            names_ready: true,
        }
    }

    /// Takes one piece of news.
    pub fn take(&mut self, news: &News) -> Result<(), figures::Broken> {
        if self.growing.is_ready {
            self.growing.take(news)?;
        }
        match news {
            News::Member(member) => {
                let fact = self.codes.member(member)?;
                self.figures.apply(Fact::Member(fact))?;
                self.names.add(
                    fact.position,
                    member.member,
                    &member.name_folded,
                    member.birth_date,
                );
            }
            News::Service(service) => {
                let fact = self.codes.service(service)?;
                self.figures.apply(Fact::Service(fact))?;
            }
            News::Void { position, service } => {
                let (position, service) = (position_of(*position)?, position_of(*service)?);
                self.figures.apply(Fact::Void(figures::Void { position, service }))?;
            }
            News::Change(change) => {
                let fact = self.codes.change(change)?;
                self.figures.apply(Fact::Change(fact))?;
                self.names.rename(fact.member, &change.name_folded, change.birth_date);
            }
            News::Access(_)
            | News::Measured(_)
            | News::MonthVoided { .. }
            | News::Mentor { .. } => {}
            News::Link { position, member, with } => {
                let with = with.map(position_of).transpose()?;
                let (position, member) = (position_of(*position)?, position_of(*member)?);
                self.figures.apply(Fact::Link(figures::Link { position, member, with }))?;
            }
        }
        Ok(())
    }
}

/// A journal position as the counts hold it.
pub fn position_of(position: db::Position) -> Result<u32, figures::Broken> {
    narrow(u64::try_from(position).unwrap_or(u64::MAX))
}
