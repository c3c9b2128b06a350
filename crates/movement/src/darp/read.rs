//! Reads Cordeau's text format: a header, then a line per node (depot, pick-ups, drop-offs and, in most files, the depot again).

use super::instance::{Darp, Node};
use base::{Finding, Findings};

/// Largest number of requests read: the solver holds a table of distances between all stops (128 MB at this size).
const MOST_REQUESTS: usize = 2_000;
/// Largest magnitude of a coordinate or time: keeps sums exact enough for a judge at 1e-6.
const LARGEST: f64 = 1e7;
const FORM: &str = "write: index x y service load opens closes";

/// Reads an instance; `file` only names the source in findings.
///
/// The header is `vehicles nodes duration capacity ride`: both ways in which copies of the sets count nodes (requests, or pick-ups and drop-offs)
/// are understood. Times are minutes and one unit of distance takes one minute.
///
/// # Errors
/// Everything wrong in the file, all at once, each with its line.
pub fn read(file: &str, bytes: &[u8]) -> Result<Darp, Findings> {
    let mut reader = Reader { file, findings: Findings::default() };
    let darp = reader.read(bytes);
    match darp {
        Some(darp) if !reader.findings.has_errors() => Ok(darp),
        _ => Err(reader.findings),
    }
}

struct Reader<'a> {
    file: &'a str,
    findings: Findings,
}

struct Header {
    vehicles: usize,
    nodes: usize,
    duration: f64,
    capacity: i64,
    ride: f64,
}

impl Reader<'_> {
    fn fail(&mut self, code: &str, row: u64, column: &str, text: String, remedy: &str) {
        self.findings.push(Finding::error(code, text, remedy).at(self.file, row, column));
    }

    fn read(&mut self, bytes: &[u8]) -> Option<Darp> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.trim_start_matches('\u{feff}'),
            Err(error) => {
                let row = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count() as u64 + 1;
                self.fail("darp-text", row, "", "not UTF-8 text".into(), "give the plain text file of the instance");
                return None;
            }
        };
        let mut lines = text.lines().zip(1u64..).filter(|(line, _)| !line.trim().is_empty());
        let Some((header, header_row)) = lines.next() else {
            self.fail("darp-empty", 1, "", "the file is empty".into(), "give a header and a line per node");
            return None;
        };
        let header = self.header(header, header_row);
        let mut rows = Vec::new();
        for (line, row) in lines {
            if rows.len() > 2 * MOST_REQUESTS + 2 {
                let text = format!("more than {MOST_REQUESTS} requests");
                self.fail("darp-too-large", row, "", text, "split the instance by area or day");
                return None;
            }
            rows.push((self.node(line, row, rows.len()), row));
        }
        self.assemble(header?, rows)
    }

    fn number(&mut self, field: &str, row: u64, column: &str, lowest: f64) -> Option<f64> {
        match field.parse::<f64>() {
            Ok(value) if value.is_finite() && value >= lowest && value <= LARGEST => Some(value),
            Ok(_) => {
                let text = format!("{field} is outside {lowest} to {LARGEST}");
                self.fail("darp-range", row, column, text, "correct the number or its unit (minutes, distance units)");
                None
            }
            Err(_) => {
                self.fail("darp-number", row, column, format!("{field:?} is not a number"), "write a plain decimal number");
                None
            }
        }
    }

    fn whole(&mut self, field: &str, row: u64, column: &str, lowest: f64) -> Option<i64> {
        let value = self.number(field, row, column, lowest)?;
        if value.fract() != 0.0 {
            self.fail("darp-number", row, column, format!("{field:?} is not a whole number"), "write a whole number");
            return None;
        }
        Some(value as i64)
    }

    fn header(&mut self, line: &str, row: u64) -> Option<Header> {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [vehicles, nodes, duration, capacity, ride] = fields[..] else {
            let text = format!("the header has {} values, not 5", fields.len());
            self.fail("darp-header", row, "", text, "write: vehicles nodes duration capacity ride");
            return None;
        };
        let vehicles = self.whole(vehicles, row, "vehicles", 0.0);
        let nodes = self.whole(nodes, row, "nodes", 0.0);
        let duration = self.number(duration, row, "duration", 0.0);
        let capacity = self.whole(capacity, row, "capacity", 0.0);
        let ride = self.number(ride, row, "ride", 0.0);
        Some(Header {
            vehicles: usize::try_from(vehicles?).ok()?,
            nodes: usize::try_from(nodes?).ok()?,
            duration: duration?,
            capacity: capacity?,
            ride: ride?,
        })
    }

    fn node(&mut self, line: &str, row: u64, expected: usize) -> Option<Node> {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [index, x, y, service, load, opens, closes] = fields[..] else {
            self.fail("darp-columns", row, "", format!("the line has {} values, not 7", fields.len()), FORM);
            return None;
        };
        if let Some(index) = self.whole(index, row, "index", 0.0)
            && index != expected as i64
        {
            let text = format!("index {index} where {expected} was due");
            self.fail("darp-index", row, "index", text, "number the nodes 0, 1, 2, ... without gaps, in this order");
        }
        let x = self.number(x, row, "x", -LARGEST);
        let y = self.number(y, row, "y", -LARGEST);
        let service = self.number(service, row, "service", 0.0);
        let load = self.whole(load, row, "load", -LARGEST);
        let opens = self.number(opens, row, "opens", -LARGEST);
        let closes = self.number(closes, row, "closes", -LARGEST);
        let node = Node { x: x?, y: y?, service: service?, load: load?, opens: opens?, closes: closes? };
        if node.opens > node.closes {
            let text = format!("the window opens at {} after it closes at {}", node.opens, node.closes);
            self.fail("darp-window", row, "closes", text, "put the earlier time first");
        }
        Some(node)
    }

    fn assemble(&mut self, header: Header, rows: Vec<(Option<Node>, u64)>) -> Option<Darp> {
        let last = rows.last().map_or(1, |(_, row)| *row);
        if rows.is_empty() {
            self.fail("darp-depot", last, "", "no depot".into(), "add the depot as node 0");
            return None;
        }
        let ends_at_depot = rows.len().is_multiple_of(2);
        let requests = (rows.len() - 1) / 2;
        if header.nodes != requests && header.nodes != 2 * requests {
            let text = format!("the header counts {} nodes, the file has {requests} pick-ups and as many drop-offs", header.nodes);
            self.fail("darp-node-count", last, "nodes", text, "complete the file, or correct the second value of the header");
            return None;
        }
        for (pickup, (drop, drop_row)) in rows.iter().skip(1).zip(rows.iter().skip(1 + requests)).take(requests) {
            let ((Some(on), row), Some(off)) = (pickup, drop) else { continue };
            if on.load < 0 {
                self.fail("darp-load", *row, "load", format!("a pick-up with load {}", on.load), "a pick-up's load is 0 or more");
            } else if off.load != -on.load {
                let text = format!("{} get on and {} get off", on.load, -off.load);
                self.fail("darp-load", *drop_row, "load", text, "a drop-off's load is minus that of its pick-up");
            }
        }
        let depots = rows.iter().take(1).chain(rows.iter().skip(2 * requests + 1));
        for (depot, row) in depots {
            if depot.as_ref().is_some_and(|depot| depot.load != 0) {
                self.fail("darp-load", *row, "load", "a depot with a load".into(), "a depot's load is 0");
            }
        }
        let mut nodes = rows.into_iter().map(|(node, _)| node).collect::<Option<Vec<Node>>>()?;
        if !ends_at_depot {
            nodes.push(nodes.first()?.clone());
        }
        Some(Darp { vehicles: header.vehicles, capacity: header.capacity, max_duration: header.duration, max_ride: header.ride, nodes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: &str = "2 2 480 3 30\n0 0.5 0 0 0 0 480\n1 1 -2.25 3 1 10 25\n2 3 4 3 -1 0 1440\n3 0.5 0 0 0 0 400\n";

    #[test]
    fn both_ways_of_counting_nodes_and_an_absent_end_depot_are_read() {
        let darp = read("good", GOOD.as_bytes()).unwrap();
        assert_eq!((darp.vehicles(), darp.requests(), darp.capacity(), darp.max_duration(), darp.max_ride()), (2, 1, 3, 480.0, 30.0));
        let pickup = Node { x: 1.0, y: -2.25, service: 3.0, load: 1, opens: 10.0, closes: 25.0 };
        assert_eq!(darp.nodes().get(1), Some(&pickup));
        assert_eq!(darp.nodes().last().map(|depot| depot.closes), Some(400.0));
        let requests_only = GOOD.replacen("2 2 480", "2 1 480", 1).replace('\n', "\r\n\r\n");
        assert_eq!(read("good", requests_only.as_bytes()).unwrap(), darp);
        let open_end = GOOD.rsplit_once("3 0.5").map(|(start, _)| start).unwrap();
        assert_eq!(read("good", open_end.as_bytes()).unwrap().nodes().last().map(|depot| depot.closes), Some(480.0));
    }

    #[test]
    fn each_fault_is_found_at_its_line() {
        let cases = [
            ("2 2 480 3 30", "2 2 480 3", "darp-header", 1),
            ("2 2 480 3 30", "-2 2 480 3 30", "darp-range", 1),
            ("2 2 480 3 30", "2 2 480 3.5 30", "darp-number", 1),
            ("2 2 480 3 30", "2 7 480 3 30", "darp-node-count", 5),
            ("1 1 -2.25", "1 one -2.25", "darp-number", 3),
            ("1 1 -2.25", "1 NaN -2.25", "darp-range", 3),
            ("1 1 -2.25", "7 1 -2.25", "darp-index", 3),
            ("1 1 -2.25 3 1 10 25", "1 1 -2.25 3 1 10", "darp-columns", 3),
            ("1 10 25", "1 30 25", "darp-window", 3),
            ("3 1 10 25", "-3 1 10 25", "darp-range", 3),
            ("3 1 10 25", "3 -1 10 25", "darp-load", 3),
            ("3 -1 0 1440", "3 -2 0 1440", "darp-load", 4),
            ("0 0 0 480", "0 1 0 480", "darp-load", 2),
        ];
        for (from, to, code, row) in cases {
            let found = read("bad", GOOD.replacen(from, to, 1).as_bytes()).unwrap_err();
            assert!(found.iter().any(|finding| finding.code == code && finding.row == Some(row)), "{to}: {found:?}");
            assert!(found.iter().all(|finding| !finding.remedy.is_empty() && finding.file.as_deref() == Some("bad")));
        }
        assert!(read("bad", b"").unwrap_err().has("darp-empty"));
        assert!(read("bad", b"2 0 480 3 30\n").unwrap_err().has("darp-depot"));
        assert!(read("bad", b"2 2 \xff 3 30\n").unwrap_err().has("darp-text"));
        assert!(read("bad", "0 0 0 0 0 0 0\n".repeat(4_100).as_bytes()).unwrap_err().has("darp-too-large"));
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let found = read("bad", b"2 2 480 3\n0 0 0 0 0 0 480\n1 x y 3 1 0 9\n2 0 0 3 -1 9 0\n").unwrap_err();
        let rows: Vec<_> = found.iter().map(|finding| (finding.row, finding.column.clone())).collect();
        let at = |row: u64, column: &str| (Some(row), Some(column.to_owned()));
        assert_eq!(rows, [at(1, ""), at(3, "x"), at(3, "y"), at(4, "closes")]);
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), cut in 0..GOOD.len(), with in "[-0-9.e \n]{0,9}") {
            let _ = read("any", &bytes);
            let mut text = GOOD.to_owned();
            text.insert_str(cut, &with);
            if let Ok(darp) = read("any", text.as_bytes()) {
                prop_assert_eq!(darp.nodes().len(), 2 * darp.requests() + 2);
            }
        }
    }
}
