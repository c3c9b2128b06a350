//! Writes random expressions, records and what this side makes of them, one JSON object per line, for the twin to be held against.
//!
//! `fuzz-cases SEED COUNT`. The same seed gives the same lines on every machine.
#![allow(clippy::unwrap_used, reason = "a tool of the tests")]

#[path = "fuzz/generate.rs"]
mod generate;
#[path = "../tests/notation/mod.rs"]
mod notation;
#[path = "fuzz/record.rs"]
mod record;

use base::Instant;
use content::expression::{Declared, Problem, check, evaluate, parse, print, references};
use generate::Generator;
use notation::{Written, fields, json, type_name};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use serde_json::{Value as Json, json};
use std::io::Write;

/// How many records each expression is asked with.
const RECORDS: usize = 4;

fn main() {
    let mut arguments = std::env::args().skip(1).map(|a| a.parse::<u64>().expect("fuzz-cases SEED COUNT"));
    let (seed, count) = (arguments.next().expect("SEED"), arguments.next().expect("COUNT"));
    let vectors: Json = serde_json::from_str(include_str!("../../../content/expressions/vectors.json")).unwrap();
    let fields = fields(&vectors["fields"]);
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    let mut out = std::io::stdout().lock();
    for _ in 0..count {
        let scope = [None, None, Some("members"), Some("docs")][rng.random_range(0..4)];
        let here = [None, Some("age"), Some("name"), Some("sex"), Some("dob")][rng.random_range(0..5)];
        let ty = generate::TYPES[rng.random_range(0..generate::TYPES.len())];
        let source = Generator { rng: &mut rng, scope, here: here.map(|name| fields[name].ty) }.source(ty);
        let mut case = json!({"source": source, "scope": scope, "here": here, "type": type_name(ty)});
        match parse(&source) {
            Err(problems) => case["reading"] = told(&problems),
            Ok(expression) => {
                let declared = Declared { fields: &fields, here, scope };
                case["checking"] = told(&check(&expression, &declared, ty));
                case["printed"] = json!(print(&expression));
                let names = references(&expression);
                let records = (0..RECORDS).map(|_| {
                    let with = record::record(&mut rng, &names, &declared);
                    let now = Instant(rng.random_range(-62_135_500_000..253_402_200_000));
                    let written = Written { with: &with, now, offset_hours: 1, choice_names: &vectors["choice_names"] };
                    let value = evaluate(&expression, &written);
                    json!({"with": with, "now": now.to_string(), "value": json(&value)})
                });
                case["records"] = records.collect();
            }
        }
        writeln!(out, "{case}").expect("writing to the test that asked");
    }
}

fn told(problems: &[Problem]) -> Json {
    let one = |p: &Problem| json!({"code": p.code, "message": p.message, "remedy": p.remedy, "start": p.start, "end": p.end});
    problems.iter().map(one).collect()
}
