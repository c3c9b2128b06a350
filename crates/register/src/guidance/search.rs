//! Finding a reference by words.

use super::Register;
use super::area::{GuidanceArea, Reference};

/// A reference that was found, with its area.
pub type Found<'a> = (&'a GuidanceArea, &'a Reference);

impl Register {
    /// References in which every word stands somewhere: identifiers, titles, publisher, descriptions in any language, area. Blank finds all.
    pub fn search(&self, words: &str) -> Vec<Found<'_>> {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        let all = self.areas().iter().flat_map(|area| area.references.iter().map(move |reference| (area, reference)));
        all.filter(|(area, reference)| {
            let text = text(area, reference);
            words.iter().all(|word| text.contains(word.as_str()))
        })
        .collect()
    }
}

fn text(area: &GuidanceArea, r: &Reference) -> String {
    let mut all = vec![area.id.clone(), r.id.clone(), r.cited.clone(), r.title.clone(), r.publisher.clone()];
    all.extend(r.year.iter().chain(&r.cited_year).map(u32::to_string));
    all.extend(r.identifier.iter().chain(&r.successor).chain(&r.see_also).chain(area.title.0.values()).chain(r.about.0.values()).cloned());
    all.join(" ").to_lowercase()
}
