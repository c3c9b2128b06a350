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

/// Finds the groups, counting one-way roads one way and closed roads as open (strongly connected components, Tarjan 1972).
pub fn find_islands(network: &Network) -> Islands {
    let mut groups = components(network);
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

fn components(network: &Network) -> Vec<Vec<NodeIx>> {
    const UNSEEN: u32 = u32::MAX;
    let count = network.node_count();
    let (mut order, mut low, mut done) = (vec![UNSEEN; count], vec![0u32; count], vec![false; count]);
    let (mut path, mut stack, mut groups, mut clock) = (Vec::new(), Vec::new(), Vec::new(), 0u32);
    for root in network.nodes() {
        if order[root.index()] != UNSEEN {
            continue;
        }
        path.push((root, network.arcs_from(root).collect::<Vec<_>>()));
        (order[root.index()], low[root.index()]) = (clock, clock);
        clock += 1;
        stack.push(root);
        while let Some((node, arcs)) = path.last_mut() {
            let node = *node;
            if let Some(arc) = arcs.pop() {
                let next = network.arc(arc).head;
                if order[next.index()] == UNSEEN {
                    (order[next.index()], low[next.index()]) = (clock, clock);
                    clock += 1;
                    stack.push(next);
                    path.push((next, network.arcs_from(next).collect()));
                } else if !done[next.index()] {
                    low[node.index()] = low[node.index()].min(order[next.index()]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[parent.index()] = low[parent.index()].min(low[node.index()]);
            }
            if low[node.index()] == order[node.index()] {
                let mut group = Vec::new();
                while let Some(member) = stack.pop() {
                    done[member.index()] = true;
                    group.push(member);
                    if member == node {
                        break;
                    }
                }
                group.sort_unstable();
                groups.push(group);
            }
        }
    }
    groups
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
