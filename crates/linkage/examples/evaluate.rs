//! Names of two words made from a corpus of words in two scripts: how often the right one is in the first ten, and first.
//! `evaluate FILE POOL QUERIES [SHOW]`, with misses among the first `SHOW` queries shown. In the environment: `HARD` (three words, asked for in another
//! order with one wrong), `SINGLE` (by the last word alone), `COMMON` (words as often as the corpus has them).

use linkage::{Name, Script, Table, rank::Pool};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let text = std::fs::read_to_string(&arguments[0]).expect("a readable file");
    let (size, asked): (usize, usize) = (arguments[1].parse().expect("a number"), arguments[2].parse().expect("a number"));
    let show: usize = arguments.get(3).and_then(|s| s.parse().ok()).unwrap_or(0);
    let words: Vec<(String, String)> = text
        .lines()
        .filter_map(|line| {
            let mut cells = line.split('\t');
            let (a, b) = (cells.next()?.replace(' ', ""), cells.next()?.replace(' ', ""));
            let native_first = a.chars().find_map(Script::of)? != Script::Latin;
            Some(if native_first { (b, a) } else { (a, b) })
        })
        .collect();
    let counts: Vec<f64> = text.lines().map(|l| l.split('\t').nth(2).and_then(|c| c.parse().ok()).unwrap_or(1.0)).collect();
    let mut bounds = Vec::new();
    let mut sum = 0.0;
    counts.iter().for_each(|c| {
        sum += c;
        bounds.push(sum);
    });
    let common = std::env::var("COMMON").is_ok();
    let mut state = 88172645463325252u64;
    let mut draw = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        if common {
            bounds.partition_point(|b| *b < (state >> 11) as f64 / (1u64 << 53) as f64 * sum).min(words.len() - 1)
        } else {
            (state >> 11) as usize % words.len()
        }
    };
    let hard = std::env::var("HARD").is_ok();
    let people: Vec<(usize, usize)> = (0..size).map(|_| (draw(), draw())).collect();
    let middle: Vec<(usize, usize)> = (0..size).map(|_| (draw(), draw())).collect();
    let latin: Vec<Name> = people
        .iter()
        .zip(&middle)
        .map(
            |(&(a, b), &(c, _))| {
                if hard { format!("{} {} {}", words[a].0, words[c].0, words[b].0) } else { format!("{} {}", words[a].0, words[b].0) }
            },
        )
        .map(|name| Name::read(&name))
        .collect();
    let single = std::env::var("SINGLE").is_ok();
    let pool = Pool::new(&latin, Table::shipped());
    let start = std::time::Instant::now();
    let (mut first, mut ten) = (0, 0);
    for (n, &(a, b)) in people.iter().enumerate().take(asked) {
        let asked = if hard {
            format!("{} {} {}", words[b].1, words[a].1, words[middle[n].1].1)
        } else if single {
            words[b].1.clone()
        } else {
            format!("{} {}", words[a].1, words[b].1)
        };
        let found = pool.rank(&Name::read(&asked), 10);
        let at = found
            .iter()
            .position(|&(m, _)| m as usize == n || people[m as usize] == (a, b) && !hard || (single && people[m as usize].1 == b));
        first += usize::from(at == Some(0));
        ten += usize::from(at.is_some());
        if at != Some(0) && n < show {
            let best = found.first().map(|&(m, s)| format!("{} {} {s:.1}", words[people[m as usize].0].0, words[people[m as usize].1].0));
            println!("{asked} = {} {} at {at:?}; first {best:?}", words[a].0, words[b].0);
        }
    }
    println!(
        "{}: recall@1 {:.3} @10 {:.3}, {:.1} ms each",
        arguments[0],
        first as f64 / asked as f64,
        ten as f64 / asked as f64,
        start.elapsed().as_secs_f64() * 1000.0 / asked as f64
    );
}
