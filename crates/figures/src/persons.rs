//! Which members are one person.

use std::ops::Range;

use crate::column::{memory_bytes, push};

/// The cluster of a member that never had to do with another record; nearly all are so.
const NONE: u32 = u32::MAX;

/// Members of one cluster are one person; a member in none is a person of its own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Persons {
    /// By member.
    cluster_of: Vec<u32>,
    /// How many clusters there ever were.
    clusters: u32,
}

impl Persons {
    pub fn push_member(&mut self) {
        push(&mut self.cluster_of, NONE);
    }

    pub fn clusters(&self) -> usize {
        self.clusters as usize
    }

    pub fn cluster_of(&self, member: u32) -> Option<u32> {
        let cluster = self.cluster_of[member as usize];
        (cluster != NONE).then_some(cluster)
    }

    /// The indices of a cluster's members.
    pub fn members(&self, cluster: u32) -> impl Iterator<Item = usize> {
        let in_it = self.cluster_of.iter().enumerate().filter(move |(_, at)| **at == cluster);
        in_it.map(|(index, _)| index)
    }

    /// Those of the members that are in a cluster, by their place in the range.
    pub fn clustered(&self, members: Range<usize>) -> impl Iterator<Item = usize> {
        let clusters = self.cluster_of[members].iter().enumerate();
        clusters.filter(|(_, cluster)| **cluster != NONE).map(|(index, _)| index)
    }

    /// Makes the member a record of that person.
    pub fn join(&mut self, member: u32, with: u32) {
        if member != with {
            let cluster = self.cluster_of(with).unwrap_or_else(|| self.found(with));
            self.place(member, Some(cluster));
        }
    }

    /// Puts the member into a cluster, or makes it a person of its own.
    pub fn place(&mut self, member: u32, cluster: Option<u32>) {
        self.cluster_of[member as usize] = cluster.unwrap_or(NONE);
    }

    /// Gives the member a cluster of its own, unless it has one.
    pub fn single_out(&mut self, member: u32) {
        if self.cluster_of(member).is_none() {
            self.found(member);
        }
    }

    /// Begins a cluster of one.
    fn found(&mut self, member: u32) -> u32 {
        let cluster = self.clusters;
        self.clusters += 1;
        self.place(member, Some(cluster));
        cluster
    }

    pub fn reserve(&mut self, members: usize) {
        self.cluster_of.reserve_exact(members);
    }

    pub fn memory_bytes(&self) -> usize {
        memory_bytes(&self.cluster_of)
    }
}
