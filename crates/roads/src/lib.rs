//! The road network: import, snapping, and routes that trade time against risk.
//!
//! In: tables of places, roads and closures, the bytes of an OpenStreetMap extract, and risk as plain weights per road.
//! Out: a [`Network`], findings about the data, shortest routes and the exact set of best trade-offs of time and risk.
//! Always true: costs are whole numbers, so the same input gives the same routes; a barred road is in no route; every
//! route of a Pareto set is better than every other of it in time or in risk; bad input gives findings, never a panic.
//! Absent: threat (risk arrives as numbers), clocks, files, vehicles, people.

mod bounds;
mod closure;
mod compact;
mod connect;
mod contract;

mod corridor;
mod dijkstra;
mod facets;
mod front;
mod grid;
#[cfg(feature = "cch")]
mod hierarchy;
mod names;
mod network;
mod osm;
mod pareto;
mod place;
mod place_check;
mod radix;
mod road_check;
mod road_table;
mod router;
mod ways;
mod weights;

pub use bounds::Bounds;
pub use closure::{Closure, ClosureEnds, apply_closures, read_closures};
pub use connect::{Islands, find_islands};
pub use dijkstra::{Heading, Tree, find_best, find_fastest, find_tree, find_tree_to};
pub use grid::Snapper;
#[cfg(feature = "cch")]
pub use hierarchy::Hierarchy;
pub use names::{close_matches, fold_name};
pub use network::{Arc, ArcIx, ClassIx, Link, Network, NetworkParts, NodeIx, RoadIx, Span};
pub use osm::{OsmOptions, import_osm};
pub use pareto::{pareto, pareto_to};
pub use place::{PLACE_COLUMNS, Place, read_places};
pub use road_table::{ROAD_COLUMNS, read_roads};
pub use router::Router;
pub use weights::{Cost, Objective, RISK_UNIT, Route, Speeds, Weights};

#[cfg(test)]
mod route_tests;
