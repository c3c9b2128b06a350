//! Lists and search: what someone may know of, narrowed.

use super::index;
use super::show::{act, line};
use super::wire::{Given, Likeness, Line, Lines};
use crate::Problem;
use crate::office::Office;
use access::{Action, Subject};
use base::{Area, Compartment, Field, Group, Kind, Reason};
use casework::known::{group, kind};
use casework::{DisplayCode, names};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use store::{Cursor, Filter, Search, Token, Witnessed};

/// Lines of a part of a list.
const LINES: u32 = 50;
/// Lines of a search: whoever sees as many types more.
const FOUND: u32 = 50;
/// People that a new registration may be the same as, at most.
const ALIKE: u32 = 10;

/// What a list is narrowed by.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Ask {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this area of work.
    pub area: Option<Area>,
    /// Only this state.
    pub state: Option<String>,
    /// Only those that the asker works on.
    pub mine: bool,
    /// Words of a name, or a display code.
    pub q: Option<String>,
    /// Where the part before ended.
    pub cursor: Option<String>,
}

impl Office {
    /// A part of a list, or what a search finds.
    pub async fn list(&self, who: &Subject, ask: &Ask) -> Result<Lines, Problem> {
        let filter = Filter {
            kinds: ask.kind.iter().cloned().collect(),
            areas: ask.area.iter().cloned().collect(),
            states: ask.state.iter().filter(|state| !state.is_empty()).cloned().collect(),
            assigned: ask.mine.then_some(who.user),
            parent: None,
        };
        let question = ask.q.as_deref().map(str::trim).filter(|q| !q.is_empty());
        let Some(question) = question else {
            let after: Option<Cursor> = match &ask.cursor {
                Some(text) => {
                    Some(text.parse().map_err(|_| Problem::new("cursor-unreadable", "this is no place in a list", "begin the list anew"))?)
                }
                None => None,
            };
            return self.lines(who, filter, after, LINES).await;
        };
        let lines = match question.parse::<DisplayCode>() {
            Ok(_) => self.search(who, &group::CARD, filter, &[vec![index::code(question)]], FOUND).await?,
            Err(_) => self.search(who, &group::IDENTITY, filter, &index::spellings(question), FOUND).await?,
        };
        Ok(Lines { lines, next: None })
    }

    async fn search(&self, who: &Subject, within: &Group, filter: Filter, words: &[Vec<Token>], limit: u32) -> Result<Vec<Line>, Problem> {
        let found = self.scopes(who, Action::Read, within)?;
        let show = self.show(who)?;
        let search = Search { scope: &found.scope, filter, group: within.clone(), words, limit, show: &show };
        let compartments: BTreeSet<Compartment> = found
            .scope
            .clauses
            .iter()
            .flat_map(|clause| &clause.areas)
            .map(|area| Compartment { area: area.clone(), group: within.clone() })
            .collect();
        let links = vec![act(who, "search", None, compartments.into_iter().collect(), found.purpose)];
        let lines = self.store.search(&self.feed, &search, &Witnessed { at: self.now(), acts: links }).await?;
        Ok(lines.iter().map(|found| line(&found.record, &found.cards.values().map(|r| &r.card).collect::<Vec<_>>())).collect())
    }

    /// People whom someone being registered may already be among, as far as the asker may see: to be looked at before anyone is registered twice.
    ///
    /// `answers` are those of the registration so far; its names are looked for. The program never takes two for one by itself.
    pub async fn alike(&self, who: &Subject, answers: &BTreeMap<Field, Given>) -> Result<Vec<Likeness>, Problem> {
        let texts = names_in(answers);
        let filter = || Filter { kinds: BTreeSet::from([kind::PERSON.clone()]), ..Filter::default() };
        let mut found: Vec<Likeness> = Vec::new();
        for text in &texts {
            for line in self.search(who, &group::IDENTITY, filter(), &index::spellings(text), ALIKE).await? {
                if found.iter().any(|likeness| likeness.line.id == line.id) {
                    continue;
                }
                let theirs = line.title.as_deref().map(names::words).unwrap_or_default();
                let same = names::words(text).iter().any(|word| theirs.contains(word));
                let reason = Reason::new(if same { "alike-name" } else { "alike-sound" }).with("name", text);
                found.push(Likeness { line, reasons: vec![reason] });
            }
        }
        found.truncate(ALIKE as usize);
        Ok(found)
    }
}

/// The names in a registration, those of its repeats included.
fn names_in(answers: &BTreeMap<Field, Given>) -> Vec<String> {
    let mut found = Vec::new();
    for (field, given) in answers {
        if let Some(text) = given.value.as_ref().and_then(|v| v.as_str()).filter(|_| matches!(field.as_str(), "name" | "name_text")) {
            found.push(text.to_owned());
        }
        found.extend(given.rows.iter().flatten().flat_map(names_in));
    }
    found
}
