//! Lists and search: what someone may know of, narrowed.

use super::index;
use super::show::{act, line_of};
use super::wire::{Line, Lines};
use crate::Problem;
use crate::office::Office;
use access::{Action, Subject};
use base::{Area, Compartment, Group, Kind};
use casework::DisplayCode;
use casework::known::group;
use serde::Deserialize;
use std::collections::BTreeSet;
use store::{Cursor, Filter, Search, Show, Token, Witnessed};

/// Lines of a part of a list.
const LINES: u32 = 50;
/// Lines of a search: whoever sees as many types more.
const FOUND: u32 = 50;

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
    /// What is due soonest first, and after it what isn't due, newest first.
    pub by_due: bool,
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
            return match ask.by_due {
                true => self.by_due(who, filter, ask.cursor.as_deref()).await,
                false => self.lines(who, filter, place(ask.cursor.as_deref())?, LINES).await,
            };
        };
        let lines = match question.parse::<DisplayCode>() {
            Ok(_) => self.search(who, &group::CARD, filter, &[vec![index::code(question)]], FOUND).await?,
            Err(_) => self.search(who, &group::IDENTITY, filter, &index::spellings(question), FOUND).await?,
        };
        Ok(Lines { lines, next: None })
    }

    /// What is due, soonest first, and then what isn't, newest first. A cursor of the second part begins with `-`.
    async fn by_due(&self, who: &Subject, filter: Filter, cursor: Option<&str>) -> Result<Lines, Problem> {
        let mut lines = Vec::new();
        let mut after = match cursor.map(|text| text.strip_prefix('-').ok_or(text)) {
            Some(Ok("")) => None,
            Some(Ok(undated)) => place(Some(undated))?,
            dated => {
                let part = self.page(who, filter.clone(), store::Sort::Due, place(dated.and_then(Result::err))?, LINES).await?;
                lines.extend(part.lines.iter().map(line_of));
                if let Some(next) = part.next {
                    return Ok(Lines { lines, next: Some(next.to_string()) });
                }
                None
            }
        };
        // The second part is read from the list of all, in which what is due was shown before.
        loop {
            let part = self.page(who, filter.clone(), store::Sort::Changed, after, LINES).await?;
            lines.extend(part.lines.iter().filter(|line| line.record.placement.due.is_none()).map(line_of));
            match part.next {
                Some(next) if lines.is_empty() => after = Some(next),
                next => return Ok(Lines { lines, next: next.map(|next| format!("-{next}")) }),
            }
        }
    }

    async fn search(&self, who: &Subject, within: &Group, filter: Filter, words: &[Vec<Token>], limit: u32) -> Result<Vec<Line>, Problem> {
        let lines = self.found(who, within, filter, words, limit, &self.show(who)?).await?;
        Ok(lines.iter().map(line_of).collect())
    }

    /// Finds by words within a group, among what someone may read of it.
    pub(super) async fn found(
        &self,
        who: &Subject,
        within: &Group,
        filter: Filter,
        words: &[Vec<Token>],
        limit: u32,
        show: &[Show],
    ) -> Result<Vec<store::Line>, Problem> {
        let found = self.scopes(who, Action::Read, within)?;
        let search = Search { scope: &found.scope, filter, group: within.clone(), words, limit, show };
        let compartments: BTreeSet<Compartment> = found
            .scope
            .clauses
            .iter()
            .flat_map(|clause| &clause.areas)
            .map(|area| Compartment { area: area.clone(), group: within.clone() })
            .collect();
        let links = vec![act(who, "search", None, compartments.into_iter().collect(), found.purpose)];
        Ok(self.store.search(&self.feed, &search, &Witnessed { at: self.now(), acts: links }).await?)
    }
}

/// Where a part of a list begins.
pub(super) fn place(cursor: Option<&str>) -> Result<Option<Cursor>, Problem> {
    let unreadable = |_| Problem::new("cursor-unreadable", "this is no place in a list", "begin the list anew");
    cursor.map(|text| text.parse().map_err(unreadable)).transpose()
}
