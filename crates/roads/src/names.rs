//! Names of places as people type them: folding for comparison, and what an unknown name may have meant.

/// A name without case, accents, spaces, hyphens and apostrophes, for comparison only.
pub fn fold_name(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).map(unaccented).collect()
}

fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

/// Up to three of `known` that `name` may have meant, nearest first.
///
/// Near means at most a third of the letters changed, left out, added or swapped, and never more than three.
pub fn close_matches<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let folded: Vec<char> = fold_name(name).chars().collect();
    let limit = (folded.len() / 3).clamp(1, 3);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|candidate| {
            let other: Vec<char> = fold_name(candidate).chars().collect();
            if folded.len().abs_diff(other.len()) > limit {
                return None;
            }
            let edits = edits(&folded, &other);
            (edits <= limit).then_some((edits, candidate))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// Letters changed, left out, added or swapped with their neighbour (optimal string alignment).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, cb) in b.iter().enumerate() {
            let changed = last[j] + usize::from(ca != cb);
            row[j + 1] = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *ca == b[j - 1] && a[i - 1] == *cb {
                row[j + 1] = row[j + 1].min(before[j - 1] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_and_finds() {
        assert_eq!(fold_name("Goré"), "gore");
        assert_eq!(fold_name("Gado-Badzere"), fold_name("gado badzéré"));
        let known = ["Bangui", "Bangassou", "Bria", "Bossangoa", "Bossembele"];
        assert_eq!(close_matches("Bagnui", known), ["Bangui"]);
        assert_eq!(close_matches("Bossembélé", known), ["Bossembele"]);
        assert!(close_matches("Paris", known).is_empty());
        assert!(close_matches("", known).is_empty());
    }
}
