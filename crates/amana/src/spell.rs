//! How commands are spelt.

mod linking;
mod movement;

pub use linking::*;
pub use movement::*;

use crate::command;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Protects people in a humanitarian crisis: who leaves first, on which vehicle, by which safest way.
#[derive(Debug, Parser)]
#[command(name = "amana", version)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the page on this machine.
    Serve(Serve),
    /// Make an office: its keys, its records, its first administrator.
    Init(Init),
    /// Who may sign in to an office, and what they are granted.
    User(User),
    /// Write everything of an office into one encrypted file, while it is served or not.
    Backup(command::backup::Backup),
    /// Put a backup into an empty place.
    Restore(command::restore::Restore),
    /// Check the audit, or list who did what.
    Audit(command::audit::Audit),
    /// Look whether all is well with an office, and say what to do; exit code 1 if something is not.
    Doctor(command::doctor::Doctor),
    /// Make a plan for an operation, or for a benchmark instance.
    Plan(Plan),
    /// Replay a plan with the independent checker; exit code 1 if a rule is broken.
    Check(Check),
    /// Judge a site plan by the rules that lower the risk of violence; exit code 1 if one is not met.
    CheckSite(command::check_site::CheckSite),
    /// Make a plan anew when something has happened.
    Replan(Replan),
    /// Print the manifest of a trip.
    Manifest(Manifest),
    /// Print every best trade-off of time and risk between two places.
    Route(Route),
    /// Walk through history: what fastest and safest routes would have met.
    Backtest(Backtest),
    /// Degrees of exposure of a file of people, with reasons and the disparity report.
    Assess(Assess),
    /// Write generated people, vehicles and destinations for a scenario.
    Generate(Generate),
    /// What to follow and whom to ask in each area of work, with what was superseded.
    Guidance(command::guidance::Guidance),
    /// Show a name as it is compared: its words and their sounds.
    Names(Names),
    /// Find who of a list a person may be, by name in any script and whatever else is known, with what speaks for each.
    Match(MatchName),
    /// For each person asked for, who of those registered it may be: pairs for people to verify.
    Link(Link),
    /// Find who may be registered twice.
    Duplicates(Duplicates),
}

/// `amana serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Folder of the operation, or the name of a scenario.
    #[arg(long)]
    pub scenario: PathBuf,
    /// Port on this machine; 0 for any free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Day of knowledge.
    #[arg(long)]
    pub as_of: Option<String>,
    /// Folder of the office, made by `amana init`.
    #[arg(long, conflicts_with = "demo")]
    pub dir: Option<PathBuf>,
    #[command(flatten)]
    pub key: KeySource,
    /// The page's address as browsers show it, such as https://amana.example.org: passkeys are made for its host name.
    /// Without it they are made for this machine (http://localhost and the port).
    #[arg(long)]
    pub origin: Option<String>,
    /// Serve a demonstration: everyone in it is made up, anyone may sign in, and it is kept nowhere.
    #[arg(long)]
    pub demo: bool,
}

/// Where the key to an office's records comes from.
#[derive(Debug, Clone, Args)]
pub struct KeySource {
    /// File whose first line is the passphrase; `-` for standard input.
    #[arg(long, conflicts_with = "key_file")]
    pub passphrase_file: Option<PathBuf>,
    /// Key file that `amana init` made.
    #[arg(long)]
    pub key_file: Option<PathBuf>,
}

/// An office and its key.
#[derive(Debug, Args)]
pub struct OfficeArgs {
    /// Folder of the office, made by `amana init`.
    #[arg(long)]
    pub dir: PathBuf,
    #[command(flatten)]
    pub key: KeySource,
}

impl KeySource {
    /// The key that was named.
    pub fn read(&self) -> Result<crate::office::Key, String> {
        match (&self.passphrase_file, &self.key_file) {
            (Some(path), _) => Ok(crate::office::Key::Passphrase(path.clone())),
            (None, Some(path)) => Ok(crate::office::Key::File(path.clone())),
            (None, None) => {
                Err("say how the records are unlocked: --passphrase-file FILE ('-' for standard input) or --key-file FILE".into())
            }
        }
    }
}

/// Makes an office.
#[derive(Debug, Args)]
pub struct Init {
    /// Folder for its keys and records; must not hold an office.
    #[arg(long)]
    pub dir: PathBuf,
    #[command(flatten)]
    pub key: KeySource,
    /// What the office is called.
    #[arg(long)]
    pub office: String,
    /// The agency whose office it is.
    #[arg(long)]
    pub agency: String,
    /// Its first site.
    #[arg(long, default_value = "Main site")]
    pub site: String,
    /// The zone that it lives in, such as Africa/Bangui.
    #[arg(long)]
    pub zone: String,
    /// A PostgreSQL database in place of a file: postgres://user@host/name.
    #[arg(long)]
    pub database: Option<String>,
    /// File that signed checkpoints of the audit go to: best on another disk or machine.
    #[arg(long)]
    pub witness: Option<PathBuf>,
    /// The first administrator's name to sign in with.
    #[arg(long, default_value = "admin")]
    pub login: String,
    /// Their name.
    #[arg(long, default_value = "Administrator")]
    pub name: String,
}

/// `amana user`.
#[derive(Debug, Args)]
pub struct User {
    /// Folder of the office, made by `amana init`.
    #[arg(long)]
    pub dir: PathBuf,
    #[command(flatten)]
    pub key: KeySource,
    /// What to do.
    #[command(subcommand)]
    pub act: UserAct,
}

/// What is done with accounts and grants.
#[derive(Debug, Subcommand)]
pub enum UserAct {
    /// Everyone: name to sign in with, name, roles now, whether disabled.
    List,
    /// Add someone; prints what they need to sign in the first time.
    Add {
        /// The name to sign in with.
        login: String,
        /// Their name.
        #[arg(long)]
        name: String,
    },
    /// Take every means of signing in from someone who lost theirs; prints what they need to sign in again.
    Reset {
        /// The name to sign in with.
        login: String,
    },
    /// Let someone sign in no longer; ends their sessions.
    Disable {
        /// The name to sign in with.
        login: String,
    },
    /// Let someone who was disabled sign in again.
    Enable {
        /// The name to sign in with.
        login: String,
    },
    /// Give someone a role; one that reaches a strict or hidden area waits for a second person.
    Grant {
        /// The name to sign in with.
        login: String,
        /// The role, as in docs/policy-matrix.md.
        role: String,
        /// When it ends: a day, in the office's zone.
        #[arg(long)]
        until: Option<String>,
    },
    /// End a role of someone, from now.
    Revoke {
        /// The name to sign in with.
        login: String,
        /// The role.
        role: String,
    },
}
