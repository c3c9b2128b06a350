//! One decision on one record.

use crate::policy::{Action, Policy, Row, Width};
use crate::resource::Resource;
use crate::subject::{Grant, Subject, Why};
use base::{Group, Instant, Purpose, Role};
use std::collections::BTreeSet;

/// How long a fresh proof of who someone is counts, in seconds.
const STEP_UP_SECONDS: i64 = 600;

/// The answer to "may they".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Yes, by this row; both go into the audit.
    Permit {
        /// The role granted.
        role: Role,
        /// Which of the role's rows, from 0.
        row: usize,
        /// Whether it rests on a broken glass.
        break_glass: bool,
    },
    /// They may know that the record is there and may not do this.
    Refuse(Refusal),
    /// To them it isn't there. The same value as for a record that doesn't exist; there is nothing in it to tell the two apart.
    NotFound,
}

/// Why something is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// They may, once they have proved anew who they are.
    StepUp,
    /// They may, for one of these purposes.
    Purpose(BTreeSet<Purpose>),
    /// Not in their work; in an emergency they may break the glass.
    BreakGlass,
    /// A reason for breaking the glass must be at least this many characters long.
    Reason {
        /// Characters.
        shortest: usize,
    },
    /// Nothing they have been granted permits it.
    NoGrant,
}

impl Refusal {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::StepUp => "access-step-up",
            Self::Purpose(_) => "access-purpose",
            Self::BreakGlass => "access-break-glass",
            Self::Reason { .. } => "access-reason",
            Self::NoGrant => "access-no-grant",
        }
    }

    /// What to do about it, in English.
    pub fn hint(&self) -> String {
        match self {
            Self::StepUp => "confirm who you are with your second means, then try again within ten minutes".into(),
            Self::Purpose(allowed) => {
                format!(
                    "state a purpose that this is permitted for: {}",
                    allowed.iter().map(Purpose::as_str).collect::<Vec<_>>().join(", ")
                )
            }
            Self::BreakGlass => "ask for a grant; if someone is in danger now, open it with a reason, which will be looked at".into(),
            Self::Reason { shortest } => format!("say who is in danger and why it can't wait, in {shortest} characters or more"),
            Self::NoGrant => "ask whoever gives grants in your office".into(),
        }
    }
}

/// A row that counts for a subject now, with the grant that it comes from.
#[derive(Clone, Copy)]
pub(crate) struct Live<'a> {
    pub(crate) grant: &'a Grant,
    pub(crate) index: usize,
    pub(crate) row: &'a Row,
}

impl Live<'_> {
    /// Whether the grant and row permit the action on the group. A broken glass lists and reads, by rows that let it be broken.
    fn permits(&self, action: Action, group: &Group) -> bool {
        let action_fits = match self.grant.why {
            Why::Normal => self.row.actions.contains(&action),
            Why::BreakGlass { .. } => matches!(action, Action::List | Action::Read) && self.row.actions.contains(&Action::BreakGlass),
        };
        action_fits && self.row.groups.contains(group) && self.grant.limits.groups.as_ref().is_none_or(|g| g.contains(group))
    }

    fn is_for(&self, purpose: &Purpose) -> bool {
        self.row.purposes.contains(purpose) && self.grant.limits.purposes.as_ref().is_none_or(|p| p.contains(purpose))
    }

    fn purposes(&self) -> impl Iterator<Item = Purpose> {
        self.row.purposes.iter().filter(|p| self.is_for(p)).cloned()
    }

    /// Whether it lets the subject know that what it reaches is there.
    fn sees(&self) -> bool {
        let sight = |group: &Group| [Action::List, Action::Read, Action::BreakGlass].into_iter().any(|a| self.permits(a, group));
        self.row.groups.iter().any(sight) && self.purposes().next().is_some()
    }

    /// The row's scope and the grant's limit. Both must hold: what someone is assigned to need not belong to their team or site.
    pub(crate) fn widths(&self) -> impl Iterator<Item = Width> {
        [Some(self.row.scope), self.grant.limits.scope].into_iter().flatten()
    }

    fn reaches(&self, subject: &Subject, resource: &Resource) -> bool {
        let area = &resource.area;
        if !self.row.kinds.contains(&resource.kind)
            || !self.row.areas.contains(area)
            || self.grant.limits.areas.as_ref().is_some_and(|a| !a.contains(area))
        {
            return false;
        }
        let at_home = resource.agency == subject.agency;
        self.widths().all(|width| match width {
            Width::Own => at_home && resource.assigned.contains(&subject.user),
            Width::Team => at_home && resource.team.is_some_and(|t| subject.teams.contains(&t)),
            Width::Site => at_home && resource.site.is_some_and(|s| subject.sites.contains(&s)),
            Width::Agency => at_home,
            Width::All => true,
        })
    }
}

/// The rows that count for a subject now.
fn live<'a>(policy: &'a Policy, subject: &'a Subject, now: Instant) -> impl Iterator<Item = Live<'a>> {
    subject.grants.iter().filter(move |grant| grant.is_live(now)).flat_map(move |grant| {
        let rows = policy.roles.get(&grant.role).map_or(&[][..], |table| table.rows.as_slice());
        rows.iter().enumerate().map(move |(index, row)| Live { grant, index, row })
    })
}

/// The rows that permit the action on the group for the purpose, wherever they reach.
pub(crate) fn permitting<'a>(
    policy: &'a Policy,
    subject: &'a Subject,
    action: Action,
    group: &'a Group,
    purpose: &'a Purpose,
    now: Instant,
) -> impl Iterator<Item = Live<'a>> {
    live(policy, subject, now).filter(move |l| l.permits(action, group) && l.is_for(purpose))
}

/// Whether the subject has proved who they are as freshly as the action asks.
pub fn step_up(subject: &Subject, action: Action, now: Instant) -> Result<(), Refusal> {
    let fresh = |at: Instant| (0..=STEP_UP_SECONDS).contains(&now.0.saturating_sub(at.0));
    if !action.needs_step_up() || subject.stepped_up.is_some_and(fresh) { Ok(()) } else { Err(Refusal::StepUp) }
}

/// Whether the subject may do this to the field group of the resource, for the purpose, now.
pub fn decide(
    policy: &Policy,
    subject: &Subject,
    action: Action,
    resource: &Resource,
    group: &Group,
    purpose: &Purpose,
    now: Instant,
) -> Decision {
    let reaching: Vec<Live<'_>> = match resource.withheld_from.contains(&subject.user) {
        true => Vec::new(),
        false => live(policy, subject, now).filter(|l| l.reaches(subject, resource)).collect(),
    };
    if let Some(by) = reaching.iter().find(|l| l.permits(action, group) && l.is_for(purpose)) {
        return match step_up(subject, action, now) {
            Ok(()) => Decision::Permit { role: by.grant.role.clone(), row: by.index, break_glass: by.grant.why != Why::Normal },
            Err(refusal) => Decision::Refuse(refusal),
        };
    }
    // What is about to be made hides nothing; of anything else, only those who can see it may learn why not.
    if action != Action::Create && !reaching.iter().any(Live::sees) {
        return Decision::NotFound;
    }
    let purposes: BTreeSet<Purpose> = reaching.iter().filter(|l| l.permits(action, group)).flat_map(Live::purposes).collect();
    Decision::Refuse(if !purposes.is_empty() {
        Refusal::Purpose(purposes)
    } else if reaching.iter().any(|l| l.permits(Action::BreakGlass, group)) {
        Refusal::BreakGlass
    } else {
        Refusal::NoGrant
    })
}
