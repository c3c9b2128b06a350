//! A small encoder of `.osm.pbf`, so that tests need no data of others: protocol buffers, blocks without compression.

/// A way to write: its nodes and tags.
pub(super) type Way<'a> = (&'a [i64], &'a [(&'a str, &'a str)]);

/// The bytes of a file with nodes (number, latitude, longitude) and ways.
pub(super) fn write_pbf(nodes: &[(i64, f64, f64)], ways: &[Way<'_>]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut header = Vec::new();
    bytes_field(&mut header, 4, b"OsmSchema-V0.6");
    bytes_field(&mut header, 4, b"DenseNodes");
    blob(&mut file, "OSMHeader", &header);
    blob(&mut file, "OSMData", &node_block(nodes));
    blob(&mut file, "OSMData", &way_block(ways));
    file
}

fn node_block(nodes: &[(i64, f64, f64)]) -> Vec<u8> {
    let steps = |values: Vec<i64>| {
        let mut packed = Vec::new();
        let mut last = 0;
        for value in values {
            varint(&mut packed, zigzag(value - last));
            last = value;
        }
        packed
    };
    let degrees = |d: f64| (d * 1e7).round() as i64;
    let mut dense = Vec::new();
    bytes_field(&mut dense, 1, &steps(nodes.iter().map(|n| n.0).collect()));
    bytes_field(&mut dense, 8, &steps(nodes.iter().map(|n| degrees(n.1)).collect()));
    bytes_field(&mut dense, 9, &steps(nodes.iter().map(|n| degrees(n.2)).collect()));
    let mut group = Vec::new();
    bytes_field(&mut group, 2, &dense);
    block(&[String::new()], &group)
}

fn way_block(ways: &[Way<'_>]) -> Vec<u8> {
    let mut strings = vec![String::new()];
    let mut group = Vec::new();
    for (number, (nodes, tags)) in (1u64..).zip(ways) {
        let (mut keys, mut values, mut refs, mut last) = (Vec::new(), Vec::new(), Vec::new(), 0);
        for (key, value) in *tags {
            for (text, packed) in [(key, &mut keys), (value, &mut values)] {
                let at = strings.iter().position(|s| s == text).unwrap_or_else(|| {
                    strings.push((*text).to_owned());
                    strings.len() - 1
                });
                varint(packed, at as u64);
            }
        }
        for node in *nodes {
            varint(&mut refs, zigzag(node - last));
            last = *node;
        }
        let mut way = Vec::new();
        varint(&mut way, 1 << 3);
        varint(&mut way, number);
        bytes_field(&mut way, 2, &keys);
        bytes_field(&mut way, 3, &values);
        bytes_field(&mut way, 8, &refs);
        bytes_field(&mut group, 3, &way);
    }
    block(&strings, &group)
}

fn block(strings: &[String], group: &[u8]) -> Vec<u8> {
    let mut table = Vec::new();
    strings.iter().for_each(|s| bytes_field(&mut table, 1, s.as_bytes()));
    let mut block = Vec::new();
    bytes_field(&mut block, 1, &table);
    bytes_field(&mut block, 2, group);
    block
}

fn blob(file: &mut Vec<u8>, kind: &str, content: &[u8]) {
    let mut blob = Vec::new();
    bytes_field(&mut blob, 1, content);
    let mut header = Vec::new();
    bytes_field(&mut header, 1, kind.as_bytes());
    varint(&mut header, 3 << 3);
    varint(&mut header, blob.len() as u64);
    file.extend((header.len() as u32).to_be_bytes());
    file.extend(header);
    file.extend(blob);
}

fn bytes_field(out: &mut Vec<u8>, number: u64, content: &[u8]) {
    varint(out, number << 3 | 2);
    varint(out, content.len() as u64);
    out.extend(content);
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}
