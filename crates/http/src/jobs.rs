//! Planning in the background: progress, stop, result.

use app::{Pace, Phase, Problem, Progress};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// How many finished jobs are remembered.
const REMEMBERED: usize = 20;

/// `GET /api/jobs/{job}`.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct JobView {
    state: &'static str,
    phase: &'static str,
    seconds: f64,
    limit: f64,
    iterations: u64,
    served: usize,
    total: usize,
    harm: f64,
    rule_harm: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Problem>,
}

/// A job under way.
pub struct Job {
    view: Mutex<JobView>,
    stop: AtomicBool,
    began: Instant,
    limit: f64,
}

impl Job {
    fn update(&self, change: impl FnOnce(&mut JobView)) {
        let mut view = self.view.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut view);
        view.seconds = self.began.elapsed().as_secs_f64();
    }

    fn view(&self) -> JobView {
        let mut view = self.view.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if view.state == "running" {
            view.seconds = self.began.elapsed().as_secs_f64();
        }
        view
    }

    /// Notes progress; says how much of the time is used.
    pub fn paces(&self, progress: &Progress) -> Pace {
        self.update(|view| {
            view.phase = match progress.phase {
                Phase::Roads => "roads",
                Phase::Search => "search",
                Phase::Bound => "bound",
            };
            if progress.phase == Phase::Search {
                (view.iterations, view.served, view.total) = (progress.iterations, progress.served, progress.total);
                (view.harm, view.rule_harm) = (progress.harm, progress.rule_harm);
            }
        });
        if self.is_stopped() { Pace::Stop } else { Pace::Spent(self.began.elapsed().as_secs_f64() / self.limit) }
    }

    /// The plan is made and is being checked.
    pub fn checks(&self) {
        self.update(|view| view.phase = "check");
    }

    /// The plan can be shown; what if the hazard is other is worked out behind it, and gives way to the next job.
    pub fn shows(&self) {
        self.update(|view| {
            view.state = if self.is_stopped() { "stopped" } else { "done" };
            view.phase = "what-ifs";
        });
    }

    /// Whether the officer, or the next job, said stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn ends(&self, result: Result<(), Problem>) {
        self.update(|view| match result {
            Ok(()) if view.state == "running" => view.state = if self.is_stopped() { "stopped" } else { "done" },
            Ok(()) => view.phase = "over",
            Err(problem) => {
                view.state = "failed";
                view.error = Some(problem);
            }
        });
    }
}

/// All jobs.
#[derive(Default)]
pub struct Jobs {
    all: Mutex<BTreeMap<u64, Arc<Job>>>,
}

impl Jobs {
    /// Runs work in a thread of its own, with a limit of seconds; refuses while another job runs.
    pub fn start(&self, limit: f64, work: impl FnOnce(&Job) -> Result<(), Problem> + Send + 'static) -> Result<u64, Problem> {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        if all.values().any(|job| job.view().state == "running") {
            return Err(Problem::new("plan-is-being-made", "a plan is being made", "wait for it, or stop it"));
        }
        all.values().for_each(|job| job.stop.store(true, Ordering::Relaxed));
        let view = JobView {
            state: "running",
            phase: "roads",
            seconds: 0.0,
            limit,
            iterations: 0,
            served: 0,
            total: 0,
            harm: 0.0,
            rule_harm: 0.0,
            error: None,
        };
        let job = Arc::new(Job { view: Mutex::new(view), stop: AtomicBool::new(false), began: Instant::now(), limit });
        let id = all.keys().next_back().map_or(1, |k| k + 1);
        while all.len() >= REMEMBERED {
            all.pop_first();
        }
        all.insert(id, job.clone());
        std::thread::spawn(move || {
            let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&job)));
            job.ends(result.unwrap_or_else(|_| {
                Err(Problem::new("planner-failed", "the planner failed", "report this with the operation's files; nothing was changed"))
            }));
        });
        Ok(id)
    }

    /// A job's view.
    pub fn find(&self, id: u64) -> Option<JobView> {
        let job = self.all.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()?;
        Some(job.view())
    }

    /// Asks a job to stop with the best it has.
    pub fn stop(&self, id: u64) -> Option<()> {
        let job = self.all.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()?;
        job.stop.store(true, Ordering::Relaxed);
        Some(())
    }
}
