//! Learns the table of correspondences from names in two scripts: `learn OUT FILE…`, files of `latin<TAB>native[<TAB>count]`
//! (letters of either may stand apart). Expectation and maximisation over all pairings of symbols in order; spellings of one name in Latin are then
//! compared through the native symbols that both stand for.

use linkage::{SYMBOLS, Script, Symbol};
use std::collections::BTreeMap;
use std::fmt::Write as _;

type Pair = (Vec<Symbol>, Vec<Symbol>, bool, f64);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().expect("where to write");
    let mut pairs: Vec<Pair> = Vec::new();
    for file in arguments {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        for line in text.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let [first, second, ..] = cells.as_slice() else { continue };
            let count: f64 = cells.get(2).and_then(|c| c.parse().ok()).unwrap_or(1.0);
            let (a, b) = (first.replace(' ', ""), second.replace(' ', ""));
            let native_first = a.chars().find_map(Script::of).is_some_and(|s| s != Script::Latin);
            let (latin, native) = if native_first { (b, a) } else { (a, b) };
            let Some(script) = native.chars().find_map(Script::of) else { continue };
            let (latin, read) = (Script::Latin.read(&latin.to_lowercase()), script.read(&native.to_lowercase()));
            if latin.is_empty() || read.is_empty() || latin.len() > 3 * read.len() + 3 || read.len() > 3 * latin.len() + 3 {
                continue;
            }
            pairs.push((latin, read, script.leaves_vowels_out(), count.sqrt()));
        }
    }
    eprintln!("{} pairs", pairs.len());
    let n = SYMBOLS + 1;
    // joint[bare][latin or gap][native or gap]
    let mut joint = [vec![1.0 / (n * n) as f64; n * n], vec![1.0 / (n * n) as f64; n * n]];
    for table in &mut joint {
        for s in 0..SYMBOLS {
            table[s * n + s] *= 20.0;
        }
    }
    for round in 0..14 {
        let mut count = [vec![1e-4; n * n], vec![1e-4; n * n]];
        let mut likelihood = 0.0;
        for (latin, native, bare, weight) in &pairs {
            likelihood += weight * expect(latin, native, &joint[usize::from(*bare)], &mut count[usize::from(*bare)], *weight, n);
        }
        for (table, count) in joint.iter_mut().zip(&count) {
            let sum: f64 = count.iter().sum();
            table.iter_mut().zip(count).for_each(|(t, c)| *t = c / sum);
        }
        eprintln!("round {round}: {likelihood:.0}");
    }
    std::fs::write(out, write(&joint, n)).expect("a place to write");
}

/// Forward and backward over all pairings; adds expected counts. Gives the log-likelihood.
fn expect(x: &[Symbol], y: &[Symbol], joint: &[f64], count: &mut [f64], weight: f64, n: usize) -> f64 {
    let gap = n - 1;
    let at = |s: Symbol| (0..SYMBOLS).find(|&i| index(i) == s).expect("a symbol");
    let (x, y): (Vec<usize>, Vec<usize>) = (x.iter().map(|&s| at(s)).collect(), y.iter().map(|&s| at(s)).collect());
    let (rows, columns) = (x.len() + 1, y.len() + 1);
    let mut forward = vec![0.0; rows * columns];
    let mut backward = vec![0.0; rows * columns];
    forward[0] = 1.0;
    for i in 0..rows {
        for j in 0..columns {
            let mut sum = forward[i * columns + j];
            if i > 0 {
                sum += forward[(i - 1) * columns + j] * joint[x[i - 1] * n + gap];
            }
            if j > 0 {
                sum += forward[i * columns + j - 1] * joint[gap * n + y[j - 1]];
            }
            if i > 0 && j > 0 {
                sum += forward[(i - 1) * columns + j - 1] * joint[x[i - 1] * n + y[j - 1]];
            }
            forward[i * columns + j] = sum;
        }
    }
    backward[rows * columns - 1] = 1.0;
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let mut sum = backward[i * columns + j];
            if i + 1 < rows {
                sum += backward[(i + 1) * columns + j] * joint[x[i] * n + gap];
            }
            if j + 1 < columns {
                sum += backward[i * columns + j + 1] * joint[gap * n + y[j]];
            }
            if i + 1 < rows && j + 1 < columns {
                sum += backward[(i + 1) * columns + j + 1] * joint[x[i] * n + y[j]];
            }
            backward[i * columns + j] = sum;
        }
    }
    let all = forward[rows * columns - 1];
    if all <= 0.0 {
        return 0.0;
    }
    for i in 0..rows {
        for j in 0..columns {
            let before = forward[i * columns + j] * weight / all;
            if i + 1 < rows {
                count[x[i] * n + gap] += before * joint[x[i] * n + gap] * backward[(i + 1) * columns + j];
            }
            if j + 1 < columns {
                count[gap * n + y[j]] += before * joint[gap * n + y[j]] * backward[i * columns + j + 1];
            }
            if i + 1 < rows && j + 1 < columns {
                count[x[i] * n + y[j]] += before * joint[x[i] * n + y[j]] * backward[(i + 1) * columns + j + 1];
            }
        }
    }
    all.ln()
}

fn index(i: usize) -> Symbol {
    Symbol::all().nth(i).expect("a symbol")
}

/// Log-odds against chance. Latin with native as learnt; Latin with Latin, and native with native, through what both stand for.
fn write(joint: &[Vec<f64>; 2], n: usize) -> String {
    let gap = n - 1;
    let both: Vec<f64> = joint[0].iter().zip(&joint[1]).map(|(a, b)| (a + b) / 2.0).collect();
    let latin: Vec<f64> = (0..n).map(|a| (0..n).map(|b| both[a * n + b]).sum()).collect();
    let native: Vec<f64> = (0..n).map(|b| (0..n).map(|a| both[a * n + b]).sum()).collect();
    let mut odds: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let mut put = |a: usize, b: usize, value: f64| {
        let slot = odds.entry((a.min(b), a.max(b))).or_insert(f64::NEG_INFINITY);
        *slot = slot.max(value);
    };
    let floor = 3e-6;
    for a in 0..SYMBOLS {
        for b in 0..SYMBOLS {
            if latin[a] > 1e-5 && native[b] > 1e-5 {
                put(a, b, ((both[a * n + b] + floor * latin[a].min(native[b])) / (latin[a] * native[b])).ln());
            }
            if latin[a] > 1e-5 && latin[b] > 1e-5 {
                let through: f64 = (0..SYMBOLS).filter(|&s| native[s] > 1e-6).map(|s| both[a * n + s] * both[b * n + s] / native[s]).sum();
                put(a, b, (through / (latin[a] * latin[b])).max(1e-3).ln());
            }
            if native[a] > 1e-5 && native[b] > 1e-5 {
                let through: f64 = (0..SYMBOLS).filter(|&s| latin[s] > 1e-6).map(|s| both[s * n + a] * both[s * n + b] / latin[s]).sum();
                put(a, b, (through / (native[a] * native[b])).max(1e-3).ln());
            }
        }
    }
    let mut text = String::new();
    // A share of a symbol that stands alone, from what both tables saw of it.
    let share = |lone: f64, all: f64| (all > 1e-5).then(|| (lone / all).max(1e-3).ln());
    let sums = |table: &[f64], s: usize| ((0..n).map(|b| table[s * n + b]).sum::<f64>(), (0..n).map(|a| table[a * n + s]).sum::<f64>());
    for s in 0..SYMBOLS {
        let (full, bare) = (sums(&joint[0], s), sums(&joint[1], s));
        let of_native = share(joint[0][gap * n + s] + joint[1][gap * n + s], full.1 + bare.1);
        let in_full = [share(joint[0][s * n + gap], full.0), of_native].into_iter().flatten().fold(f64::NEG_INFINITY, f64::max);
        // What the Latin letters that it stands for lack in a script without vowels.
        let through: Vec<(f64, f64)> =
            (0..SYMBOLS).filter_map(|l| Some((joint[0][l * n + s], share(joint[1][l * n + gap], sums(&joint[1], l).0)?.exp()))).collect();
        let weight: f64 = through.iter().map(|(w, _)| w).sum();
        let of_vowels = (weight > 1e-5).then(|| (through.iter().map(|(w, lone)| w * lone).sum::<f64>() / weight).max(1e-3).ln());
        let in_bare = [share(joint[1][s * n + gap], bare.0), of_vowels, of_native].into_iter().flatten().fold(f64::NEG_INFINITY, f64::max);
        for (mark, value) in [("-", in_full), ("~", in_bare)] {
            if value.is_finite() {
                let _ = writeln!(text, "{mark}\t{}\t{value:.2}", index(s).text());
            }
        }
    }
    for ((a, b), value) in odds {
        if value > -4.5 {
            let _ = writeln!(text, "{}\t{}\t{value:.2}", index(a).text(), index(b).text());
        }
    }
    text
}
