//! Who asks for a change to accounts and grants.

use super::sign_in::Who;
use crate::Problem;
use crate::office::Office;
use access::Action;
use base::{Purpose, UserId};
use store::{Act, Witnessed};

/// Who asks: someone signed in, or whoever holds the office's keys at its own machine.
#[derive(Debug, Clone, Copy)]
pub enum By<'a> {
    /// Someone signed in; their grants decide.
    Person(&'a Who),
    /// The command line: who can open the office's keys may do all of this. The audit says so.
    CommandLine,
}

impl<'a> From<&'a Who> for By<'a> {
    fn from(who: &'a Who) -> Self {
        Self::Person(who)
    }
}

impl By<'_> {
    /// Whether they may do this to what belongs to the office.
    pub(super) fn may(self, office: &Office, action: Action, kind: &'static str) -> Result<(), Problem> {
        match self {
            Self::Person(who) => office.may_office(&who.subject, action, kind).map(drop),
            Self::CommandLine => Ok(()),
        }
    }

    /// Who, if a person.
    pub(super) fn user(self) -> Option<UserId> {
        match self {
            Self::Person(who) => Some(who.subject.user),
            Self::CommandLine => None,
        }
    }

    /// What the audit holds of it.
    pub(super) fn witnessed(self, office: &Office, action: &str) -> Witnessed {
        let purpose = match self {
            Self::Person(_) => None,
            Self::CommandLine => Some(Purpose::known("command_line")),
        };
        let act = Act { actor: self.user(), action: action.into(), record: None, compartments: Vec::new(), purpose };
        Witnessed { at: office.now(), acts: vec![act] }
    }
}
