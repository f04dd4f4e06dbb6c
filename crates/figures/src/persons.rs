//! Which members are one person.

use std::collections::HashMap;

/// A member that is in no cluster is a person of its own; nearly all are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Persons {
    /// By member, whether its cluster has others.
    shared: Vec<bool>,
    cluster_of: HashMap<u32, u32>,
    clusters: Vec<Vec<u32>>,
}

impl Persons {
    pub fn push_member(&mut self) {
        crate::column::push(&mut self.shared, false);
    }

    /// By member, whether the person has other records.
    pub fn shared(&self) -> &[bool] {
        &self.shared
    }

    /// The members of each cluster; some have one or none.
    pub fn clusters(&self) -> &[Vec<u32>] {
        &self.clusters
    }

    pub fn cluster_of(&self, member: u32) -> Option<u32> {
        self.cluster_of.get(&member).copied()
    }

    /// The other members that are the same person.
    pub fn others(&self, member: u32) -> impl Iterator<Item = u32> {
        let cluster = self.cluster_of(member).map(|cluster| &self.clusters[cluster as usize]);
        cluster.into_iter().flatten().copied().filter(move |other| *other != member)
    }

    /// Makes the member a record of that person.
    pub fn join(&mut self, member: u32, with: u32) {
        if member == with {
            return;
        }
        let cluster = self.cluster_of(with).unwrap_or_else(|| self.found(with));
        self.place(member, Some(cluster));
    }

    /// Puts the member into a cluster, or makes it a person of its own.
    pub fn place(&mut self, member: u32, cluster: Option<u32>) {
        let left = self.cluster_of(member);
        if left == cluster {
            return;
        }
        if let Some(left) = left {
            self.clusters[left as usize].retain(|other| *other != member);
            self.cluster_of.remove(&member);
            self.shared[member as usize] = false;
            self.mark(left);
        }
        if let Some(cluster) = cluster {
            self.clusters[cluster as usize].push(member);
            self.cluster_of.insert(member, cluster);
            self.mark(cluster);
        }
    }

    /// Begins a cluster of one.
    fn found(&mut self, member: u32) -> u32 {
        let cluster = u32::try_from(self.clusters.len()).unwrap_or(u32::MAX);
        self.clusters.push(Vec::with_capacity(2));
        self.place(member, Some(cluster));
        cluster
    }

    fn mark(&mut self, cluster: u32) {
        let members = &self.clusters[cluster as usize];
        for member in members {
            self.shared[*member as usize] = members.len() > 1;
        }
    }

    pub fn memory_bytes(&self) -> usize {
        let members: usize = self.clusters.iter().map(Vec::capacity).sum();
        self.shared.capacity()
            + self.cluster_of.capacity() * 9
            + self.clusters.capacity() * 24
            + members * 4
    }
}
