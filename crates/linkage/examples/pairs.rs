//! Times linking without the rest of the program: `pairs LEFT [RIGHT]` writes `left<TAB>right<TAB>probability` and, last, what was estimated, to standard output.

use linkage::find::Finder;
use linkage::model::Expect;
use linkage::{columns, pairs};

fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let read = |file: &String| columns::read(file, &std::fs::read(file).expect("a readable file")).0;
    let wanted = pairs::Wanted { top: 10, least: 0.0 };
    let left = read(&files[0]);
    let begin = std::time::Instant::now();
    let (asked, found, ids) = match files.get(1) {
        Some(right) => {
            let asked = read(right);
            let ids: Vec<String> = left.iter().map(|r| r.id.clone()).collect();
            let mut finder = Finder::new(left, Expect::OneAtMost);
            eprintln!("index {:.1} s", begin.elapsed().as_secs_f64());
            let found = pairs::link(&asked, &mut finder, wanted, |_| ());
            (asked, found, ids)
        }
        None => {
            let ids: Vec<String> = left.iter().map(|r| r.id.clone()).collect();
            let mut finder = Finder::new(left.clone(), Expect::Any);
            eprintln!("index {:.1} s", begin.elapsed().as_secs_f64());
            (left, pairs::duplicates(&mut finder, wanted, |_| ()), ids)
        }
    };
    for (n, proposal) in &found.pairs {
        println!("{}\t{}\t{:.6}\t{:.2}", ids[proposal.at], asked[*n].id, proposal.probability, proposal.weight);
    }
    eprintln!("{:?} missed {:.4}; {:.1} s", found.learnt, found.missed, begin.elapsed().as_secs_f64());
}
