//! Everything that an operation works with: what is shipped, and over it what the operation says itself.

use crate::area::{WorkArea, read_area, read_calendar};
use crate::block::{Block, File};
use crate::codelist::{self, Code, CodeList};
use crate::form::{self, Dictionary, Form};
use crate::procedure::{self, Procedure};
use crate::within::Calendar;
use base::{Area, Finding, Findings, Kind};
use std::collections::{BTreeMap, BTreeSet};

/// The content of an operation, checked.
#[derive(Debug, Clone, Default)]
pub struct Content {
    forms: Versions<Form>,
    procedures: Versions<Procedure>,
    codelists: BTreeMap<String, CodeList>,
    areas: BTreeMap<Area, WorkArea>,
    calendar: Calendar,
}

/// All versions of things with an identifier, and which of them holds today.
#[derive(Debug, Clone)]
struct Versions<T> {
    all: BTreeMap<String, BTreeMap<u32, T>>,
    current: BTreeMap<String, u32>,
}

impl<T> Default for Versions<T> {
    fn default() -> Self {
        Self { all: BTreeMap::new(), current: BTreeMap::new() }
    }
}

impl<T> Versions<T> {
    fn find(&self, id: &str, version: u32) -> Option<&T> {
        self.all.get(id)?.get(&version)
    }

    fn find_current(&self, id: &str) -> Option<&T> {
        self.find(id, *self.current.get(id)?)
    }

    fn current(&self) -> impl Iterator<Item = &T> {
        self.current.iter().filter_map(|(id, version)| self.find(id, *version))
    }

    fn iter(&self) -> impl Iterator<Item = &T> {
        self.all.values().flat_map(BTreeMap::values)
    }
}

/// One thing read from one file.
enum Read {
    Form(Form),
    Procedure(Procedure),
    CodeList(CodeList),
    Area(WorkArea),
    Calendar(Calendar),
}

impl Content {
    /// Reads pairs of path and text: first what is `shipped`, then what the operation puts over it (`own`).
    ///
    /// A file's kind is told by its folder (`forms`, `procedures`, `codelists`) or name (`area.toml`, `calendar.toml`). The operation's own
    /// form or procedure is the one in use whatever its version; all versions stay readable. Its own code list takes the place of the shipped
    /// one, whose codes stay readable as retired. A file with an error is left out whole: what is shipped stays in use in its place.
    pub fn load(shipped: &[(&str, &str)], own: &[(&str, &str)]) -> (Self, Findings) {
        let mut content = Self::default();
        let mut findings = Findings::default();
        content.add(shipped, &mut findings);
        let below = content.clone();
        content.add(own, &mut findings);
        content.check(&below, &mut findings);
        (content, findings)
    }

    /// A version of a form, also one no longer in use.
    pub fn find_form(&self, id: &str, version: u32) -> Option<&Form> {
        self.forms.find(id, version)
    }

    /// The version of a form that is in use.
    pub fn find_current_form(&self, id: &str) -> Option<&Form> {
        self.forms.find_current(id)
    }

    /// Every form in use, by identifier.
    pub fn forms(&self) -> impl Iterator<Item = &Form> {
        self.forms.current()
    }

    /// The forms in use that write records of a kind in an area.
    pub fn forms_for<'a>(&'a self, kind: &'a Kind, area: &'a Area) -> impl Iterator<Item = &'a Form> {
        self.forms().filter(move |form| form.kind == *kind && form.area.as_ref().is_none_or(|a| a == area))
    }

    /// A version of a procedure, also one no longer in use.
    pub fn find_procedure(&self, id: &str, version: u32) -> Option<&Procedure> {
        self.procedures.find(id, version)
    }

    /// Every procedure in use, by identifier.
    pub fn procedures(&self) -> impl Iterator<Item = &Procedure> {
        self.procedures.current()
    }

    /// The procedure that new records of a kind in an area begin: the area's own before the one for every area.
    pub fn find_procedure_for(&self, kind: &Kind, area: &Area) -> Option<&Procedure> {
        let fitting = || self.procedures().filter(|p| p.kind == *kind);
        fitting().find(|p| p.area.as_ref() == Some(area)).or_else(|| fitting().find(|p| p.area.is_none()))
    }

    /// The code list with this identifier.
    pub fn find_codelist(&self, id: &str) -> Option<&CodeList> {
        self.codelists.get(id)
    }

    /// Every code list, by identifier.
    pub fn codelists(&self) -> impl Iterator<Item = &CodeList> {
        self.codelists.values()
    }

    /// The area of work with this name.
    pub fn find_area(&self, id: &Area) -> Option<&WorkArea> {
        self.areas.get(id)
    }

    /// Every area of work, by name.
    pub fn areas(&self) -> impl Iterator<Item = &WorkArea> {
        self.areas.values()
    }

    /// On which days the operation works.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    fn add(&mut self, sources: &[(&str, &str)], findings: &mut Findings) {
        let mut layer: BTreeMap<String, &str> = BTreeMap::new();
        let mut current: [BTreeMap<String, u32>; 2] = Default::default();
        for (path, text) in sources.iter().filter(|(path, _)| !elsewhere(path)) {
            let (read, found) = read(path, text);
            findings.extend(found);
            let Some(read) = read else { continue };
            let name = read.name();
            if let Some(first) = layer.insert(name.clone(), path) {
                let finding =
                    Finding::error("content-twice", format!("{name} is also in {first}"), "keep one of them, or raise the version");
                findings.push(finding.at(*path, 1, "id").with("value", &name));
                continue;
            }
            findings.extend(self.put(read, path, &mut current));
        }
        let [forms, procedures] = current;
        self.forms.current.extend(forms);
        self.procedures.current.extend(procedures);
    }

    /// Puts one thing in its place and says what it hides.
    fn put(&mut self, read: Read, path: &str, [forms, procedures]: &mut [BTreeMap<String, u32>; 2]) -> Option<Finding> {
        let name = read.name();
        let newest = |current: &mut BTreeMap<String, u32>, id: &str, version: u32| {
            let at = current.entry(id.to_owned()).or_insert(version);
            *at = version.max(*at);
        };
        let hidden = match read {
            Read::Form(form) => {
                newest(forms, &form.id, form.version);
                let versions = self.forms.all.entry(form.id.clone()).or_default();
                versions.insert(form.version, form).map(|hidden| (hidden.file, true))
            }
            Read::Procedure(procedure) => {
                newest(procedures, &procedure.id, procedure.version);
                let versions = self.procedures.all.entry(procedure.id.clone()).or_default();
                versions.insert(procedure.version, procedure).map(|hidden| (hidden.file, true))
            }
            Read::CodeList(mut list) => {
                let hidden = self.codelists.remove(&list.id);
                if let Some(hidden) = &hidden {
                    keep_codes(&mut list, hidden);
                }
                self.codelists.insert(list.id.clone(), list);
                hidden.map(|hidden| (hidden.file, false))
            }
            Read::Area(area) => self.areas.insert(area.id.clone(), area).map(|hidden| (hidden.file, false)),
            Read::Calendar(calendar) => {
                self.calendar = calendar;
                None
            }
        };
        let (hidden, same_version) = hidden?;
        let text = format!("{name} takes the place of the one in {hidden}");
        let finding = if same_version {
            Finding::warning(
                "content-hides-version",
                text,
                "raise the version, so that records written under the other stay readable as they were",
            )
        } else {
            Finding::note("content-overridden", text, "nothing to do; this is the one in use")
        };
        Some(finding.at(path, 1, "id").with("value", &name).with("hidden", hidden))
    }

    /// Checks what depends on other files, and takes out what has errors. `below` is what is shipped.
    fn check(&mut self, below: &Self, findings: &mut Findings) {
        let lists = &self.codelists;
        lists.values().for_each(|list| findings.extend(codelist::check_parents(list, lists)));
        let mut broken: BTreeSet<(String, u32)> = BTreeSet::new();
        let mut dictionary = Dictionary::default();
        for form in self.forms.all.values_mut().flat_map(BTreeMap::values_mut) {
            let mut found = form::check(form, lists);
            if !found.has_errors() {
                found.extend(dictionary.add(form));
            }
            if let Some(area) = form.area.as_ref().filter(|a| !self.areas.contains_key(a)) {
                found.push(unknown_area(area, &form.file));
            }
            if found.has_errors() {
                broken.insert((form.id.clone(), form.version));
            }
            findings.extend(found);
        }
        drop_broken(&mut self.forms, &below.forms, &broken);
        broken.clear();
        let forms: BTreeSet<&str> = self.forms.current.keys().map(String::as_str).collect();
        for procedure in self.procedures.iter() {
            let fields = dictionary.declarations(&procedure.kind, lists);
            let mut found = procedure::check(procedure, &fields, &forms, lists);
            if let Some(area) = procedure.area.as_ref().filter(|a| !self.areas.contains_key(a)) {
                found.push(unknown_area(area, &procedure.file));
            }
            if found.has_errors() {
                broken.insert((procedure.id.clone(), procedure.version));
            }
            findings.extend(found);
        }
        drop_broken(&mut self.procedures, &below.procedures, &broken);
    }
}

/// Folders of content that the room `register` reads.
const ELSEWHERE: [&str; 2] = ["register", "channels"];

fn elsewhere(path: &str) -> bool {
    path.split('/').any(|part| ELSEWHERE.contains(&part))
}

fn unknown_area(area: &Area, file: &str) -> Finding {
    let finding = Finding::error("content-area-unknown", format!("there is no area '{area}'"), "add its area.toml, or correct the name");
    finding.at(file, 1, "area").with("value", area)
}

/// Takes broken versions out; what is shipped comes back into use where nothing of the operation's own is left.
fn drop_broken<T>(versions: &mut Versions<T>, below: &Versions<T>, broken: &BTreeSet<(String, u32)>) {
    for (id, version) in broken {
        if let Some(all) = versions.all.get_mut(id) {
            all.remove(version);
        }
        if versions.current.get(id) == Some(version) {
            versions.current.remove(id);
            let shipped = below.current.get(id).filter(|v| versions.find(id, **v).is_some());
            let newest = versions.all.get(id).and_then(|all| all.keys().next_back());
            if let Some(version) = shipped.or(newest).copied() {
                versions.current.insert(id.clone(), version);
            }
        }
    }
}

/// Keeps the codes that a list no longer has, as retired: old answers must keep their labels.
fn keep_codes(list: &mut CodeList, hidden: &CodeList) {
    let gone: Vec<Code> = hidden.codes.iter().filter(|c| list.find(&c.code).is_none()).cloned().collect();
    let version = list.version;
    list.codes.extend(gone.into_iter().map(|code| Code { retired: Some(version), ..code }));
}

impl Read {
    fn name(&self) -> String {
        match self {
            Self::Form(form) => format!("form {} version {}", form.id, form.version),
            Self::Procedure(procedure) => format!("procedure {} version {}", procedure.id, procedure.version),
            Self::CodeList(list) => format!("code list {}", list.id),
            Self::Area(area) => format!("area {}", area.id),
            Self::Calendar(_) => "calendar".to_owned(),
        }
    }
}

/// Reads one file; one with an error gives nothing but findings.
fn read(path: &str, text: &str) -> (Option<Read>, Findings) {
    let parts: Vec<&str> = path.split('/').collect();
    let folder = parts.iter().rev().find(|part| ["forms", "procedures", "codelists", "area.toml", "calendar.toml"].contains(*part));
    let reader: fn(&Block<'_>) -> Option<Read> = match folder.copied() {
        Some("forms") => |block| form::read(block).map(Read::Form),
        Some("procedures") => |block| procedure::read(block).map(Read::Procedure),
        Some("codelists") => |block| codelist::read(block).map(Read::CodeList),
        Some("area.toml") => |block| read_area(block).map(Read::Area),
        Some("calendar.toml") => |block| read_calendar(block).map(Read::Calendar),
        _ => {
            let remedy = "put it into forms, procedures or codelists, or name it area.toml or calendar.toml";
            let finding = Finding::warning("content-unknown-file", "nothing reads this file", remedy).in_file(path);
            return (None, Findings(vec![finding]));
        }
    };
    let file = File::new(path, text);
    let read = file.read(reader);
    let findings = file.finish();
    (read.filter(|_| !findings.has_errors()), findings)
}
