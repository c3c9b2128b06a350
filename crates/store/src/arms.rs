//! A scope as arms: each reaches its records through one index, by equality alone, in the order of a list.

use crate::sql::{Sql, Value};
use access::Scope;
use base::{AgencyId, Area, Feed, Group, Kind, RecordId, SiteId, TeamId, UserId};
use std::collections::BTreeSet;

/// What narrows a list; empty means all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these kinds.
    pub kinds: BTreeSet<Kind>,
    /// Only these areas of work.
    pub areas: BTreeSet<Area>,
    /// Only these states.
    pub states: BTreeSet<String>,
    /// Only those assigned to this person.
    pub assigned: Option<UserId>,
    /// Only parts of this record.
    pub parent: Option<RecordId>,
}

/// What records must hold to be found: one word as it is, and any spelling of each other.
pub(crate) struct Words<'a> {
    pub(crate) group: &'a Group,
    /// What is looked through, from the newest record on.
    pub(crate) first: i64,
    /// How many of the records that hold it are looked at.
    pub(crate) newest: i64,
    pub(crate) others: Vec<&'a [i64]>,
}

/// Records of one area and kind; of one agency, person, team or site where that part is there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Arm {
    pub(crate) area: Area,
    kind: Kind,
    agency: Option<AgencyId>,
    assigned: Option<UserId>,
    team: Option<TeamId>,
    site: Option<SiteId>,
}

impl Arm {
    /// Whether it reaches all that the other reaches.
    fn covers(&self, other: &Self) -> bool {
        fn part<T: PartialEq>(ours: &Option<T>, theirs: &Option<T>) -> bool {
            ours.is_none() || ours == theirs
        }
        self.area == other.area
            && self.kind == other.kind
            && part(&self.agency, &other.agency)
            && part(&self.assigned, &other.assigned)
            && part(&self.team, &other.team)
            && part(&self.site, &other.site)
    }

    /// Whoever its records must be assigned to, besides the first of them.
    fn assigned(&self, filter: &Filter) -> (Option<UserId>, Option<UserId>) {
        let first = filter.assigned.or(self.assigned);
        (first, self.assigned.filter(|user| Some(*user) != first))
    }

    /// The columns by which a list of it is ordered: change, due, record.
    pub(crate) fn columns(&self, filter: &Filter) -> [&'static str; 3] {
        if self.assigned(filter).0.is_some() { ["i.changed_at", "i.due_at", "i.record"] } else { ["r.updated_at", "r.due_at", "r.id"] }
    }

    /// ` FROM … record r … WHERE …`: its records, but those withheld from the user, erased, or merged into another.
    ///
    /// Words of a group narrow it to the records that hold them all.
    pub(crate) fn push(&self, sql: &mut Sql, feed: &Feed, user: UserId, filter: &Filter, words: Option<&Words<'_>>) {
        let (mine, also) = self.assigned(filter);
        // CROSS JOIN tells SQLite, which has no statistics, what to look through first; to PostgreSQL it is any join.
        let record = match (mine, words) {
            (Some(user), _) => {
                sql.push(" FROM involved i CROSS JOIN record r WHERE r.id = i.record AND i.how = 'assigned'");
                sql.push(" AND i.feed = ").bind(Value::text(feed.as_str())).push(" AND i.account = ").bind(Value::uuid(user.0));
                sql.push(" AND i.area = ")
                    .bind(Value::text(self.area.as_str()))
                    .push(" AND i.kind = ")
                    .bind(Value::text(self.kind.as_str()));
                "i.record"
            }
            (None, Some(words)) => {
                sql.push(" FROM (SELECT record, agency, team, site FROM token");
                self.holds(sql, feed, words.group, &[words.first]);
                sql.push(" ORDER BY record DESC LIMIT ").bind(Value::int(words.newest));
                sql.push(") t CROSS JOIN record r WHERE r.id = t.record");
                self.whose(sql, ["t.agency", "t.team", "t.site"]);
                "t.record"
            }
            (None, None) => {
                match filter.parent {
                    Some(parent) => {
                        sql.push(" FROM record p CROSS JOIN record r WHERE r.id = p.id AND p.feed = ").bind(Value::text(feed.as_str()));
                        sql.push(" AND p.parent = ").bind(Value::uuid(parent.0));
                    }
                    None => {
                        sql.push(" FROM record r WHERE r.merged_into IS NULL");
                    }
                }
                "r.id"
            }
        };
        sql.push(" AND r.feed = ").bind(Value::text(feed.as_str()));
        sql.push(" AND r.area = ").bind(Value::text(self.area.as_str())).push(" AND r.kind = ").bind(Value::text(self.kind.as_str()));
        if let Some(user) = also {
            sql.push(
                " AND EXISTS (SELECT 1 FROM involved j WHERE j.feed = r.feed AND j.how = 'assigned' AND j.record = r.id AND j.account = ",
            );
            sql.bind(Value::uuid(user.0)).push(")");
        }
        if let Some(words) = words {
            let first = [words.first];
            let all = mine.map(|_| &first[..]).into_iter().chain(words.others.iter().copied());
            for any in all {
                sql.push(" AND EXISTS (SELECT 1 FROM token");
                self.holds(sql, feed, words.group, any);
                sql.push(" AND token.record = ").push(record).push(")");
            }
        }
        self.whose(sql, ["r.agency", "r.team", "r.site"]);
        if !filter.states.is_empty() {
            sql.push(" AND r.state IN ").bind_all(filter.states.iter().map(|s| Value::text(s)));
        }
        if let Some(parent) = filter.parent {
            sql.push(" AND r.parent = ").bind(Value::uuid(parent.0));
        }
        sql.push(" AND r.merged_into IS NULL AND r.salt IS NOT NULL");
        sql.push(" AND NOT EXISTS (SELECT 1 FROM involved w WHERE w.feed = r.feed AND w.account = ").bind(Value::uuid(user.0));
        sql.push(" AND w.how = 'withheld' AND w.record = r.id)");
    }

    /// Agency, team and site as it asks for them, in columns of these names.
    fn whose(&self, sql: &mut Sql, [agency, team, site]: [&'static str; 3]) {
        let parts = [(agency, self.agency.map(|a| a.0)), (team, self.team.map(|t| t.0)), (site, self.site.map(|s| s.0))];
        for (column, id) in parts {
            if let Some(id) = id {
                sql.push(" AND ").push(column).push(" = ").bind(Value::uuid(id));
            }
        }
    }

    /// ` WHERE …`: any of these words, in the token table.
    pub(crate) fn holds(&self, sql: &mut Sql, feed: &Feed, group: &Group, any: &[i64]) {
        sql.push(" WHERE token IN ").bind_all(any.iter().map(|n| Value::int(*n)));
        sql.push(" AND feed = ").bind(Value::text(feed.as_str())).push(" AND area = ").bind(Value::text(self.area.as_str()));
        sql.push(" AND grp = ").bind(Value::text(group.as_str()));
    }
}

/// The arms of a scope that a filter leaves, none of which another covers.
pub(crate) fn arms(scope: &Scope, filter: &Filter) -> Vec<Arm> {
    let mut all = BTreeSet::new();
    for clause in &scope.clauses {
        let teams = each(clause.teams.as_ref());
        let sites = each(clause.sites.as_ref());
        for area in clause.areas.iter().filter(|a| filter.areas.is_empty() || filter.areas.contains(*a)) {
            for kind in clause.kinds.iter().filter(|k| filter.kinds.is_empty() || filter.kinds.contains(*k)) {
                for team in &teams {
                    all.extend(sites.iter().map(|site| Arm {
                        area: area.clone(),
                        kind: kind.clone(),
                        agency: clause.agency,
                        assigned: clause.assigned,
                        team: *team,
                        site: *site,
                    }));
                }
            }
        }
    }
    all.iter().filter(|arm| !all.iter().any(|other| other != *arm && other.covers(arm))).cloned().collect()
}

/// Each of a set, or no limit where there is no set.
fn each<T: Copy>(set: Option<&BTreeSet<T>>) -> Vec<Option<T>> {
    set.map_or_else(|| vec![None], |set| set.iter().copied().map(Some).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrate::{MIGRATIONS, migrate};
    use crate::open::{Place, connect};
    use access::Clause;
    use base::Uuid;

    /// Each table is looked up by more than its feed: what a list or search costs doesn't grow with what others have.
    #[tokio::test]
    async fn no_arm_reads_a_whole_table_of_sqlite() {
        let keys = seal::MasterKeys::random(&mut seal::system_random());
        let db = connect(&Place::Memory, &keys).await.unwrap();
        migrate(&db, MIGRATIONS.len()).await.unwrap();
        let mut tx = db.writing().await.unwrap();
        let (feed, group, id) = ("f".parse::<Feed>().unwrap(), "identity".parse::<Group>().unwrap(), Uuid::from_u128(1));
        let (areas, kinds) = (["general".parse().unwrap()].into(), ["person".parse().unwrap()].into());
        let any = Clause { areas, kinds, agency: Some(AgencyId(id)), assigned: None, teams: None, sites: None };
        let clauses = [
            any.clone(),
            Clause { agency: None, ..any.clone() },
            Clause { assigned: Some(UserId(id)), ..any.clone() },
            Clause { teams: Some([TeamId(id)].into()), ..any.clone() },
            Clause { sites: Some([SiteId(id)].into()), ..any },
        ];
        let filters = [
            Filter::default(),
            Filter { assigned: Some(UserId(id)), ..Filter::default() },
            Filter { parent: Some(RecordId(id)), ..Filter::default() },
        ];
        let words = Words { group: &group, first: 1, newest: 1000, others: vec![&[1, 2, 3], &[4]] };
        let mut lines = 0;
        let searched = [None, Some(&words)];
        for (clause, filter, words) in clauses.iter().flat_map(|c| filters.iter().flat_map(move |f| searched.map(move |w| (c, f, w)))) {
            let scope = Scope { user: UserId(id), clauses: vec![clause.clone()] };
            for arm in arms(&scope, filter) {
                let mut sql = Sql::default();
                sql.push("EXPLAIN QUERY PLAN SELECT r.id");
                arm.push(&mut sql, &feed, scope.user, filter, words);
                let [changed, _, record] = arm.columns(filter);
                if words.is_none() {
                    sql.push(" ORDER BY ").push(changed).push(" DESC, ").push(record).push(" DESC LIMIT 50");
                }
                let mut by_parent = false;
                for (_, _, _, step) in sql.fetch::<(i64, i64, i64, String)>(&mut tx).await.unwrap() {
                    // The newest that hold a word are looked through; they were found by their index.
                    let through = step == "SCAN t" && words.is_some();
                    assert!(!step.starts_with("SCAN") && !step.ends_with("(feed=?)") || through, "{clause:?} {filter:?}: {step}");
                    assert!(filter.parent.is_some() || !step.contains("TEMP B-TREE"), "{clause:?} {filter:?}: sorted");
                    by_parent |= step.contains("record_parent");
                    lines += 1;
                }
                let parts = filter.parent.is_some() && clause.assigned.is_none() && words.is_none();
                assert!(by_parent || !parts, "{clause:?}: parts of a record are found through it");
            }
        }
        assert!(lines > 60);
    }
}
