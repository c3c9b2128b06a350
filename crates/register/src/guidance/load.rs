//! The whole register: what is shipped and what an operation adds.

use super::area::{GuidanceArea, Reference, State};
use super::{FOLDER, read};
use base::{Finding, Findings};
use content::File;

/// The register of guidance, checked. Areas stand in the order of their identifiers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    areas: Vec<GuidanceArea>,
}

impl Register {
    /// Reads pairs of path and text: first what is `shipped`, then what the operation adds (`own`, of which only the folder `register` is read).
    ///
    /// The operation's references and contacts join the area with the same identifier; a reference with the identifier of another takes its
    /// place and says so. A file with an error is left out whole.
    pub fn load(shipped: &[(&str, &str)], own: &[(&str, &str)]) -> (Self, Findings) {
        let mut register = Self::default();
        let mut findings = Findings::default();
        for (path, text) in shipped.iter().chain(own).filter(|(path, _)| is_register(path)) {
            let file = File::new(path, text);
            let area = file.read(read::area);
            let found = file.finish();
            let sound = !found.has_errors();
            findings.extend(found);
            if let Some(area) = area.filter(|_| sound) {
                register.add(path, area, &mut findings);
            }
        }
        register.areas.sort_by(|a, b| a.id.cmp(&b.id));
        (register, findings)
    }

    /// Every area, by identifier.
    pub fn areas(&self) -> &[GuidanceArea] {
        &self.areas
    }

    /// An area by its identifier, whatever the case.
    pub fn find_area(&self, id: &str) -> Option<&GuidanceArea> {
        self.areas.iter().find(|area| area.id.eq_ignore_ascii_case(id))
    }

    /// Every reference, by area.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.areas.iter().flat_map(|area| &area.references)
    }

    /// A reference by its identifier, whatever the case.
    pub fn find(&self, id: &str) -> Option<&Reference> {
        self.references().find(|reference| reference.id.eq_ignore_ascii_case(id))
    }

    /// What is wrong with citing a reference: it is unknown (error), or another took its place (warning).
    pub fn cite(&self, id: &str) -> Option<Finding> {
        let Some(reference) = self.find(id) else {
            let text = format!("the register of guidance has no '{id}'");
            return Some(
                Finding::error("guidance-unknown", text, "look it up with 'amana guidance', or add it to the operation's register")
                    .with("reference", id),
            );
        };
        let successor = reference.successor.as_deref().filter(|_| reference.state != State::Current);
        let (code, text, remedy) = match (reference.state, successor) {
            (State::Superseded, Some(successor)) => {
                ("guidance-superseded", format!("{id} is superseded by {successor}"), "cite the successor, once you have read what changed")
            }
            (State::InProgress, Some(successor)) => {
                ("guidance-appeared", format!("{id} was in progress and appeared as {successor}"), "cite what appeared")
            }
            (State::Withdrawn | State::Unavailable, _) => {
                ("guidance-gone", format!("{id} can no longer be had"), "ask the area's contact what holds in its place")
            }
            _ => return None,
        };
        Some(Finding::warning(code, text, remedy).with("reference", id).with("successor", successor.unwrap_or_default()))
    }

    /// Findings for every citation in files of content: a line of the form `basis = "published: guidance R12"`.
    pub fn check_citations<'a>(&self, files: impl IntoIterator<Item = &'a (&'a str, &'a str)>) -> Findings {
        let mut findings = Findings::default();
        for (path, text) in files {
            for (row, line) in (1..).zip(text.lines()) {
                let cited = line.split("\"published: guidance ").skip(1).filter_map(|rest| rest.split(['"', ',', ';', ' ']).next());
                findings.extend(cited.filter_map(|id| self.cite(id)).map(|finding| finding.at(*path, row, "basis")));
            }
        }
        findings
    }

    fn add(&mut self, path: &str, area: GuidanceArea, findings: &mut Findings) {
        for reference in &area.references {
            let earlier = self.areas.iter_mut().find_map(|a| {
                let at = a.references.iter().position(|r| r.id == reference.id)?;
                Some(a.references.remove(at))
            });
            if let Some(earlier) = earlier {
                let text = format!("{} takes the place of the one in {}", reference.id, earlier.file);
                let finding = Finding::note("content-overridden", text, "nothing to do; this is the one in use");
                findings.push(finding.at(path, reference.line, "id").with("value", &reference.id).with("hidden", earlier.file));
            }
        }
        let Some(known) = self.areas.iter_mut().find(|a| a.id == area.id) else {
            if area.title.is_empty() {
                let finding = Finding::error("content-missing-key", format!("{} is a new area and has no title", area.id), "add 'title'");
                findings.push(finding.at(path, 1, "title").with("key", "title"));
            } else {
                self.areas.push(area);
            }
            return;
        };
        if !area.title.is_empty() {
            known.title = area.title;
        }
        for (all, more) in [(&mut known.contacts, area.contacts), (&mut known.confirmed_contacts, area.confirmed_contacts)] {
            all.extend(more.into_iter().filter(|m| !all.contains(m)).collect::<Vec<_>>());
        }
        known.references.extend(area.references);
    }
}

fn is_register(path: &str) -> bool {
    path.ends_with(".toml") && path.split('/').any(|part| part == FOLDER)
}
