//! One attribute of all members, side by side.

/// Values in the order of the members, and how many codes there are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Column<T> {
    values: Vec<T>,
    most: T,
}

impl<T: Copy + Ord + Into<usize>> Column<T> {
    pub fn push(&mut self, value: T) {
        self.most = self.most.max(value);
        push(&mut self.values, value);
    }

    /// Makes room among the codes for one that a change brings.
    pub fn know(&mut self, value: T) {
        self.most = self.most.max(value);
    }

    pub fn get(&self, index: usize) -> T {
        self.values[index]
    }

    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// One more than the largest code.
    pub fn codes(&self) -> usize {
        self.most.into() + 1
    }

    pub fn memory_bytes(&self) -> usize {
        memory_bytes(&self.values)
    }

    pub fn reserve(&mut self, more: usize) {
        self.values.reserve_exact(more);
    }
}

/// Grows by an eighth: doubling would cost hundreds of megabytes that nothing uses.
pub(crate) fn push<T>(values: &mut Vec<T>, value: T) {
    if values.len() == values.capacity() {
        values.reserve_exact(values.len() / 8 + 64);
    }
    values.push(value);
}

/// What a vector holds, spare room included.
pub(crate) fn memory_bytes<T>(values: &Vec<T>) -> usize {
    values.capacity() * size_of::<T>()
}
