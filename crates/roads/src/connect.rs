//! Which nodes can be reached from one another, and which places are cut off.

use crate::network::{Network, NodeIx};
use base::{Finding, Findings};

/// Groups of nodes that can all be driven to from one another; the first is the mainland.
///
/// The mainland is the group with the most places, of equal ones that with the most nodes, then that with the lowest node.
#[derive(Debug, Clone, Default)]
pub struct Islands {
    /// The group of each node, 0 for the mainland.
    pub group_of: Vec<u32>,
    /// Nodes of each group, ascending.
    pub groups: Vec<Vec<NodeIx>>,
}

impl Islands {
    /// Whether a node is on the mainland.
    pub fn on_mainland(&self, node: NodeIx) -> bool {
        self.group_of.get(node.index()) == Some(&0)
    }
}

/// Finds the groups, counting one-way roads one way and closed roads as open.
pub fn find_islands(network: &Network) -> Islands {
    let component = strong_components(network.node_count(), || network.arcs().iter().map(|arc| (arc.tail.0, arc.head.0)));
    let mut groups: Vec<Vec<NodeIx>> = vec![Vec::new(); component.iter().max().map_or(0, |last| *last as usize + 1)];
    for (node, group) in network.nodes().zip(component) {
        groups[group as usize].push(node);
    }
    let places = |group: &[NodeIx]| group.iter().filter(|node| network.place_at(**node).is_some()).count();
    groups.sort_by_cached_key(|group| (std::cmp::Reverse((places(group), group.len())), group.first().copied()));
    let mut group_of = vec![0; network.node_count()];
    for (number, group) in groups.iter().enumerate() {
        for node in group {
            group_of[node.index()] = number as u32;
        }
    }
    Islands { group_of, groups }
}

/// The strongly connected component of each node (Tarjan 1972, without recursion), numbered from 0.
pub(crate) fn strong_components<I: Iterator<Item = (u32, u32)>>(nodes: usize, arcs: impl Fn() -> I) -> Vec<u32> {
    const UNSEEN: u32 = u32::MAX;
    let mut first = vec![0u32; nodes + 1];
    arcs().for_each(|(tail, _)| first[tail as usize + 1] += 1);
    for i in 0..nodes {
        first[i + 1] += first[i];
    }
    let mut next = first.clone();
    let mut heads = vec![0u32; first[nodes] as usize];
    for (tail, head) in arcs() {
        heads[next[tail as usize] as usize] = head;
        next[tail as usize] += 1;
    }
    // From here on `next` is the first arc of a node that has not been looked at.
    next.copy_from_slice(&first);
    let (mut order, mut low, mut group_of) = (vec![UNSEEN; nodes], vec![0u32; nodes], vec![UNSEEN; nodes]);
    let (mut path, mut open, mut clock, mut groups) = (Vec::new(), Vec::new(), 0u32, 0u32);
    for root in 0..nodes as u32 {
        if order[root as usize] != UNSEEN {
            continue;
        }
        path.push(root);
        while let Some(&node) = path.last() {
            let at = node as usize;
            if order[at] == UNSEEN {
                (order[at], low[at]) = (clock, clock);
                clock += 1;
                open.push(node);
            }
            if next[at] < first[at + 1] {
                let head = heads[next[at] as usize];
                next[at] += 1;
                if order[head as usize] == UNSEEN {
                    path.push(head);
                } else if group_of[head as usize] == UNSEEN {
                    low[at] = low[at].min(order[head as usize]);
                }
                continue;
            }
            path.pop();
            if let Some(parent) = path.last() {
                low[*parent as usize] = low[*parent as usize].min(low[at]);
            }
            if low[at] == order[at] {
                while let Some(member) = open.pop() {
                    group_of[member as usize] = groups;
                    if member == node {
                        break;
                    }
                }
                groups += 1;
            }
        }
    }
    group_of
}

/// Adds `place-unreachable` for a place alone and `places-cut-off` for several together that the mainland can't be driven to and from.
pub(crate) fn check_connections(network: &Network, file: &str, findings: &mut Findings) {
    for island in find_islands(network).groups.iter().skip(1) {
        let names: Vec<&str> = island.iter().filter_map(|node| network.place_at(*node)).map(|place| place.name.as_str()).collect();
        let joined = names.join(", ");
        let finding = match names.as_slice() {
            [] => continue,
            [name] => Finding::warning(
                "place-unreachable",
                format!("no road leads from the other places to '{name}' and back"),
                "add the road, or correct its direction; nobody can be taken there or from there by road",
            ),
            _ => Finding::warning(
                "places-cut-off",
                format!("{joined} are joined to one another but not, there and back, to the other places"),
                "add the road that joins them to the others, or correct its direction",
            ),
        };
        findings.push(finding.in_file(file).with("places", joined));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Two nodes are in one component exactly if each is reached from the other.
        #[test]
        fn components_are_mutual_reach(arcs in prop::collection::vec((0u32..9, 0u32..9), 0..24)) {
            let group = strong_components(9, || arcs.iter().copied());
            let mut reach = [[false; 9]; 9];
            (0..9).for_each(|i| reach[i][i] = true);
            arcs.iter().for_each(|(a, b)| reach[*a as usize][*b as usize] = true);
            for k in 0..9 {
                for i in 0..9 {
                    for j in 0..9 {
                        reach[i][j] |= reach[i][k] && reach[k][j];
                    }
                }
            }
            for i in 0..9 {
                for j in 0..9 {
                    prop_assert_eq!(group[i] == group[j], reach[i][j] && reach[j][i], "{} {}", i, j);
                }
            }
        }
    }
}
