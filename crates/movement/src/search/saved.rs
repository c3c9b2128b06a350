//! The best state met, kept cheaply: only vehicles that changed are copied.

use super::bank::Bank;
use super::model::Model;
use super::route::Route;
use super::state::{NOWHERE, State};

/// A state worth keeping.
#[derive(Debug, Clone)]
pub(super) struct Saved {
    pub cost: f64,
    pub harm: [f64; 4],
    pub bank: Bank,
    routes: Vec<Route>,
    stale: Vec<bool>,
}

impl Saved {
    pub fn of(state: &State) -> Self {
        let stale = vec![false; state.routes.len()];
        Self { cost: state.cost, harm: state.harm, bank: state.bank.clone(), routes: state.routes.clone(), stale }
    }

    /// Notes vehicles that differ from what is kept.
    pub fn mark(&mut self, changed: impl Iterator<Item = usize>) {
        changed.for_each(|v| self.stale[v] = true);
    }

    /// Keeps the state as it is now.
    pub fn save(&mut self, state: &State) {
        (self.cost, self.harm) = (state.cost, state.harm);
        self.bank.clone_from(&state.bank);
        for (v, stale) in self.stale.iter_mut().enumerate().filter(|(_, stale)| **stale) {
            self.routes[v].clone_from(&state.routes[v]);
            *stale = false;
        }
    }
}

impl State {
    /// Goes to what was kept.
    pub fn restore(&mut self, model: &Model, saved: &Saved) {
        (0..self.routes.len()).for_each(|v| self.book(model, v, false));
        self.on.iter_mut().for_each(|on| *on = NOWHERE);
        self.routes.clone_from(&saved.routes);
        self.bank.clone_from(&saved.bank);
        for v in 0..self.routes.len() {
            self.book(model, v, true);
            self.routes[v].leaves.iter().flat_map(|leaf| leaf.units()).for_each(|u| self.on[u] = v);
        }
        self.journal.clear();
        self.sum_up(model);
    }
}
