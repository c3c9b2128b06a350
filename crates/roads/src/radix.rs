//! A queue for searches whose next key is never below the last one taken (radix heap, Ahuja, Mehlhorn, Orlin and Tarjan 1990).

/// Numbers with keys; taken out by ascending key, in no particular but always the same order where keys are equal.
pub(crate) struct RadixHeap<T> {
    last: u64,
    /// Bucket 0 holds keys equal to `last`, bucket i those whose highest bit different from it is bit i - 1.
    buckets: Vec<Vec<(u64, T)>>,
}

impl<T: Clone> RadixHeap<T> {
    pub(crate) fn new() -> Self {
        Self { last: 0, buckets: vec![Vec::new(); 65] }
    }

    /// Puts a number in; a key below the last one taken counts as that.
    pub(crate) fn push(&mut self, key: u64, item: T) {
        let key = key.max(self.last);
        self.buckets[bucket(key, self.last)].push((key, item));
    }

    /// Takes out a number with the lowest key.
    pub(crate) fn pop(&mut self) -> Option<(u64, T)> {
        if self.buckets[0].is_empty() {
            let lowest = self.buckets.iter().position(|b| !b.is_empty())?;
            let mut spread = std::mem::take(&mut self.buckets[lowest]);
            self.last = spread.iter().map(|(key, _)| *key).min()?;
            for (key, item) in spread.drain(..) {
                self.buckets[bucket(key, self.last)].push((key, item));
            }
            // Give the room back: the bucket will be filled again.
            self.buckets[lowest] = spread;
        }
        self.buckets[0].pop()
    }
}

fn bucket(key: u64, last: u64) -> usize {
    (u64::BITS - (key ^ last).leading_zeros()) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Mixed pushes and pops give keys in order, each number once.
        #[test]
        fn keys_come_in_order(steps in prop::collection::vec((any::<bool>(), 0u64..1 << 40, 0u32..8), 0..200)) {
            let mut heap = RadixHeap::new();
            let (mut inside, mut last) = (Vec::new(), 0);
            for (push, by, shift) in steps {
                if push {
                    let key = last + (by >> (shift * 5));
                    heap.push(key, inside.len() as u32);
                    inside.push(key);
                    inside.sort_unstable();
                } else {
                    let taken = heap.pop().map(|(key, _)| key);
                    prop_assert_eq!(taken, inside.first().copied());
                    if let Some(key) = taken {
                        inside.remove(0);
                        last = key;
                    }
                }
            }
        }
    }
}
