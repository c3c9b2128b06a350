//! Arithmetic on ranges of finite numbers; correlation is lost (`x - x` is not 0 for a range), which the specification states.

use super::tree::Step;
use super::value::{Between, Blank, Value};

/// A number, or why there is none.
pub(super) type Numeric = Result<Between<f64>, Blank>;

/// One step of a sum or product.
pub(super) fn step(step: Step, a: Between<f64>, b: Between<f64>) -> Numeric {
    match step {
        Step::Plus => finite(a.lo + b.lo, a.hi + b.hi),
        Step::Minus => finite(a.lo - b.hi, a.hi - b.lo),
        Step::Times => corners(a, b, |x, y| x * y),
        Step::Div if b.lo == 0.0 && b.hi == 0.0 => Err(Blank::Undefined),
        Step::Div if b.lo <= 0.0 && b.hi >= 0.0 => Err(Blank::Imprecise),
        Step::Div => corners(a, b, |x, y| x / y),
        _ => match (a.exact(), b.exact()) {
            (_, Some(0.0)) => Err(Blank::Undefined),
            (Some(x), Some(y)) => finite(x % y, x % y),
            _ => Err(Blank::Imprecise),
        },
    }
}

/// The range of an operation that is monotone in each operand.
fn corners(a: Between<f64>, b: Between<f64>, of: impl Fn(f64, f64) -> f64) -> Numeric {
    let all = [of(a.lo, b.lo), of(a.lo, b.hi), of(a.hi, b.lo), of(a.hi, b.hi)];
    finite(all.into_iter().fold(f64::INFINITY, f64::min), all.into_iter().fold(f64::NEG_INFINITY, f64::max))
}

fn finite(lo: f64, hi: f64) -> Numeric {
    match Value::between(lo, hi) {
        Value::Number(range) => Ok(range),
        _ => Err(Blank::Undefined),
    }
}

/// The range of a function that never falls.
pub(super) fn rising(range: Between<f64>, of: impl Fn(f64) -> f64) -> Value {
    Value::between(of(range.lo), of(range.hi))
}

/// The nearest whole number, the higher of two equally near.
pub(super) fn half_up(x: f64) -> f64 {
    let below = x.floor();
    if x - below < 0.5 { below } else { below + 1.0 }
}

/// A power of ten, exact up to 22.
pub(super) fn power_of_ten(exponent: u32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

/// An optional `-`, digits, and a point with digits on at least one side; anything else is no number.
pub(super) fn number_from_text(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(rest) || (whole.is_empty() && rest.is_empty()) {
        return None;
    }
    text.parse().ok().filter(|x: &f64| x.is_finite())
}

/// The fewest digits that read back as the same number, the nearest such, the last of two equally near even; without an exponent.
pub(super) fn number_text(x: f64) -> String {
    let shortest = format!("{:e}", x + 0.0);
    let places =
        shortest.find('e').map_or(0, |end| shortest.get(..end).unwrap_or_default().trim_start_matches('-').len().saturating_sub(2));
    // The shortest form takes the higher of two equally near, the exact form the even one.
    let exact = format!("{:.places$e}", x + 0.0);
    let written = if exact.parse() == Ok(x) { exact } else { shortest };
    let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits = mantissa.replace('.', "");
    let point = exponent.parse::<i32>().unwrap_or(0) + 1;
    let Ok(point) = usize::try_from(point) else {
        return format!("{sign}0.{}{digits}", "0".repeat(point.unsigned_abs() as usize));
    };
    match digits.split_at_checked(point) {
        Some(("", fraction)) => format!("{sign}0.{fraction}"),
        Some((whole, "")) => format!("{sign}{whole}"),
        Some((whole, fraction)) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{digits:0<point$}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{RngExt, SeedableRng};

    #[test]
    fn every_number_reads_back_and_has_the_fewest_digits() {
        let mut rng = rand_pcg::Pcg64Mcg::seed_from_u64(1);
        let digits = |text: &str| text.replace(['.', '-'], "").trim_matches('0').to_owned();
        for round in 0..200_000 {
            let x = if round % 2 == 0 { f64::from_bits(rng.random()) } else { (rng.random::<u64>() >> 11) as f64 / 16.0 };
            if x.is_finite() {
                let text = number_text(x);
                assert_eq!(text.parse(), Ok(x), "{text}");
                // Another program's shortest form, of the same number of digits and ours as near.
                let theirs = serde_json::to_string(&x).unwrap();
                let theirs = theirs.split('e').next().unwrap();
                assert_eq!(digits(&text), digits(theirs), "{x:e}");
                assert_eq!(number_from_text(&text), Some(x));
            }
        }
    }
}
