//! The desk kept up to date with the records: the operation's list of people read in once, in the background; then what changed, before each answer.

use crate::state::Server;
use app::{Problem, ReadIn};
use base::Findings;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where reading the list in stands.
#[derive(Debug, Default)]
enum Stage {
    /// Nobody looked yet whether it is in.
    #[default]
    Unknown,
    /// It is being read in.
    Runs(ReadIn),
    /// It could not be read in; said once, then tried again.
    Failed(Problem),
    /// It is in, but for what was found.
    Done(Findings),
}

/// How far reading the operation's list of people in has come.
#[derive(Debug, Default)]
pub struct Reading(Mutex<Stage>);

impl Reading {
    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is done, while it runs.
    pub fn progress(&self) -> Option<ReadIn> {
        match *self.stage() {
            Stage::Runs(read_in) => Some(read_in),
            _ => None,
        }
    }

    /// What of the list could not be read in.
    pub fn findings(&self) -> Findings {
        match &*self.stage() {
            Stage::Done(findings) => findings.clone(),
            _ => Findings::default(),
        }
    }

    /// Refuses what needs everyone while the list is being read in.
    pub fn refuse_while_it_runs(&self) -> Result<(), Problem> {
        self.progress().map_or(Ok(()), |ReadIn { done, of }| {
            let text = format!("the people of the operation are still being read in: {done} of {of}");
            Err(Problem::new("operation-being-read-in", text, "wait until all are there"))
        })
    }
}

impl Server {
    /// Brings the desk up to date with the records. While the operation's list is being read in there is nothing to wait for.
    pub async fn refresh(self: &Arc<Self>) -> Result<(), Problem> {
        if !self.has_read_in().await? {
            return Ok(());
        }
        let mut roster = self.roster.lock().await;
        if roster.refresh(&self.office).await? {
            let (server, people) = (self.clone(), Arc::new(roster.clone()));
            let put = tokio::task::spawn_blocking(move || server.desk().put_roster(people));
            return put.await.map_err(|e| Problem::new("operation-unreadable", e.to_string(), "report this"))?;
        }
        Ok(())
    }

    /// Whether the list is in; begins to read it in if it isn't and nobody does yet.
    async fn has_read_in(self: &Arc<Self>) -> Result<bool, Problem> {
        {
            let mut stage = self.reading.stage();
            match std::mem::take(&mut *stage) {
                Stage::Unknown => *stage = Stage::Runs(ReadIn { done: 0, of: 0 }),
                Stage::Failed(problem) => return Err(problem),
                runs @ Stage::Runs(_) => {
                    *stage = runs;
                    return Ok(false);
                }
                done @ Stage::Done(_) => {
                    *stage = done;
                    return Ok(true);
                }
            }
        }
        let (operation, people) = self.desk().list_as_it_came();
        let found = self.office.found_reading_in(&operation).await;
        if let Ok(None) = found {
            let server = self.clone();
            tokio::spawn(async move {
                let mut told = |read_in| *server.reading.stage() = Stage::Runs(read_in);
                let result = server.office.read_in(&operation, &people, &mut told).await;
                *server.reading.stage() = result.map_or_else(Stage::Failed, Stage::Done);
            });
            return Ok(false);
        }
        *self.reading.stage() = match &found {
            Ok(Some(findings)) => Stage::Done(findings.clone()),
            _ => Stage::Unknown,
        };
        found.map(|_| true)
    }
}
