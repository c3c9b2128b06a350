//! How commands are spelt.

use crate::command;
use clap::{Args, Parser, Subcommand, ValueEnum};
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
    /// File whose first line is their first password.
    #[arg(long)]
    pub password_file: PathBuf,
}

/// What is minimised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mode {
    /// Tier 1's harm first, then tier 2's, 3's and 4's.
    Tiers,
    /// The total W.
    Harm,
    /// What a good officer does on paper.
    Officer,
}

/// Format of an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Places, vehicles, households as text.
    Evacuation,
    /// Cordeau's dial-a-ride format.
    Darp,
}

/// `amana plan`.
#[derive(Debug, Args)]
pub struct Plan {
    /// Folder of the operation, or the name of a scenario.
    #[arg(long, required_unless_present = "instance")]
    pub scenario: Option<PathBuf>,
    /// A benchmark instance in place of an operation.
    #[arg(long, conflicts_with = "scenario")]
    pub instance: Option<PathBuf>,
    /// Format of the instance.
    #[arg(long, value_enum, default_value_t = Format::Evacuation)]
    pub format: Format,
    /// Day of knowledge; reports after it are not known.
    #[arg(long)]
    pub as_of: Option<String>,
    /// What is minimised.
    #[arg(long, value_enum, default_value_t = Mode::Tiers)]
    pub mode: Mode,
    /// Seed; the operation's if absent.
    #[arg(long)]
    pub seed: Option<u64>,
    /// Rounds of the search: same input, seed and rounds give the same bytes.
    #[arg(long)]
    pub iterations: Option<u64>,
    /// Seconds to search; 5 if neither this nor --iterations is given.
    #[arg(long)]
    pub time_limit: Option<f64>,
    /// Where to write the plan; `-` for standard output.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Where to write the report that goes with it (who waits by sex, age and site; other hazards).
    #[arg(long)]
    pub report: Option<PathBuf>,
    /// Print the plan as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `amana check`.
#[derive(Debug, Args)]
pub struct Check {
    /// The plan; `-` for standard input.
    pub plan: PathBuf,
    /// Folder of the operation; the one named in the plan if absent.
    #[arg(long)]
    pub scenario: Option<PathBuf>,
    /// Print findings as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `amana replan`.
#[derive(Debug, Args)]
pub struct Replan {
    /// The plan; `-` for standard input.
    pub plan: PathBuf,
    /// The present: what has set off stays.
    #[arg(long)]
    pub now: String,
    /// Roads closed from now on, as `From--To`.
    #[arg(long, num_args = 1..)]
    pub close: Vec<String>,
    /// Vehicles lost from now on.
    #[arg(long, num_args = 1..)]
    pub lose: Vec<String>,
    /// Households held back, as `household=NB02`.
    #[arg(long, num_args = 1..)]
    pub hold: Vec<String>,
    /// Folder of the operation; the one named in the plan if absent.
    #[arg(long)]
    pub scenario: Option<PathBuf>,
    /// Rounds of the search.
    #[arg(long)]
    pub iterations: Option<u64>,
    /// Seconds to search; 2 if neither this nor --iterations is given.
    #[arg(long)]
    pub time_limit: Option<f64>,
    /// Where to write the new plan; `-` for standard output.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Language of the difference: en, fr, es or ar.
    #[arg(long, default_value = "en")]
    pub lang: String,
    /// Print the new plan and the difference as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `amana manifest`.
#[derive(Debug, Args)]
pub struct Manifest {
    /// The plan; `-` for standard input.
    pub plan: PathBuf,
    /// Number of the trip.
    #[arg(long)]
    pub trip: u32,
    /// For whom: driver, escort, receiving or sending.
    #[arg(long = "for", default_value = "driver")]
    pub audience: String,
    /// Language: en, fr, es or ar.
    #[arg(long, default_value = "en")]
    pub lang: String,
    /// html or csv.
    #[arg(long, default_value = "html")]
    pub format: String,
    /// Folder of the operation; the one named in the plan if absent.
    #[arg(long)]
    pub scenario: Option<PathBuf>,
    /// Where to write it; standard output if absent.
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// `amana route`.
#[derive(Debug, Args)]
pub struct Route {
    /// Folder of the operation, or the name of a scenario.
    #[arg(long)]
    pub scenario: PathBuf,
    /// From which place.
    #[arg(long)]
    pub from: String,
    /// To which place.
    #[arg(long)]
    pub to: String,
    /// Day of knowledge.
    #[arg(long)]
    pub as_of: Option<String>,
    /// Print as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `amana backtest`.
#[derive(Debug, Args)]
pub struct Backtest {
    /// Folder of the operation, or the name of a scenario.
    #[arg(long)]
    pub scenario: PathBuf,
    /// First day.
    #[arg(long)]
    pub from: String,
    /// Last day.
    #[arg(long)]
    pub to: String,
    /// Where journeys begin, separated by commas; the largest towns of the affected country if absent.
    #[arg(long, value_delimiter = ',')]
    pub origins: Vec<String>,
    /// Where they lead, separated by commas; camps and transit points abroad if absent.
    #[arg(long, value_delimiter = ',')]
    pub destinations: Vec<String>,
    /// Incidents within this many km of the route count.
    #[arg(long)]
    pub radius_km: Option<f64>,
    /// This many km around both ends are left out.
    #[arg(long)]
    pub ends_km: Option<f64>,
    /// Incidents of this many days from each start count.
    #[arg(long)]
    pub days: Option<u32>,
    /// Print as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `amana assess`.
#[derive(Debug, Args)]
pub struct Assess {
    /// People; `-` for standard input.
    pub people: PathBuf,
    /// Instant of the assessment; now if absent.
    #[arg(long)]
    pub as_of: Option<String>,
    /// Time zone of dates in the file.
    #[arg(long, default_value = "UTC")]
    pub timezone: String,
    /// Rules to use in place of the built-in ones.
    #[arg(long)]
    pub rules: Option<PathBuf>,
    /// Language of the reasons: en, fr, es or ar.
    #[arg(long, default_value = "en")]
    pub lang: String,
    /// Print as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `amana generate`.
#[derive(Debug, Args)]
pub struct Generate {
    /// Folder of the operation, or the name of a scenario.
    #[arg(long)]
    pub scenario: PathBuf,
    /// How many people.
    #[arg(long, default_value_t = 2000)]
    pub people: usize,
    /// Seed: the same seed gives the same bytes.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Folder to write to, with the other files of the scenario; the scenario's own folder if absent.
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// `amana names`.
#[derive(Debug, Args)]
pub struct Names {
    /// A name, in any script.
    pub name: String,
}

/// `amana match`.
#[derive(Debug, Args)]
pub struct MatchName {
    /// People as CSV (docs/formats.md), or a list of names: identifier, tab, full name; `-` for standard input.
    #[arg(long = "in")]
    pub list: PathBuf,
    /// The name to look for, in any script.
    #[arg(long)]
    pub name: String,
    /// What else is known; used where the list is CSV.
    #[command(flatten)]
    pub known: Known,
    /// How many to show.
    #[arg(long, default_value_t = 10)]
    pub top: usize,
    /// Print as JSON.
    #[arg(long)]
    pub json: bool,
}

/// What is known of a person beside the name, as columns of a list have it.
#[derive(Debug, Args)]
pub struct Known {
    /// female or male.
    #[arg(long)]
    pub sex: Option<String>,
    /// Such as 2009-04-30.
    #[arg(long)]
    pub birth_date: Option<String>,
    /// Year of birth.
    #[arg(long)]
    pub birth_year: Option<String>,
    /// Age in years, with --age-date.
    #[arg(long, requires = "age_date")]
    pub age: Option<String>,
    /// Day on which the age was asked.
    #[arg(long)]
    pub age_date: Option<String>,
    /// The age or birth is a guess.
    #[arg(long)]
    pub estimated: bool,
    /// A place they are from or were seen at; may be given several times.
    #[arg(long = "place")]
    pub places: Vec<String>,
    /// A relative such as 'mother: Amina Hassan'; may be given several times.
    #[arg(long = "relative")]
    pub relatives: Vec<String>,
    /// Number of a paper; may be given several times.
    #[arg(long = "identifier")]
    pub identifiers: Vec<String>,
    /// Telephone number; may be given several times.
    #[arg(long = "phone")]
    pub phones: Vec<String>,
}

/// `amana link`.
#[derive(Debug, Args)]
pub struct Link {
    /// People registered, as CSV.
    #[arg(long, required_unless_present = "rank_only")]
    pub left: Option<PathBuf>,
    /// People asked for, as CSV.
    #[arg(long, required_unless_present = "rank_only")]
    pub right: Option<PathBuf>,
    /// Rank by name alone: needs --pool and --queries.
    #[arg(long, requires_all = ["pool", "queries"], conflicts_with_all = ["left", "right"])]
    pub rank_only: bool,
    /// Names to find among: identifier, tab, full name.
    #[arg(long, requires = "rank_only")]
    pub pool: Option<PathBuf>,
    /// Names to find: identifier, tab, full name.
    #[arg(long, requires = "rank_only")]
    pub queries: Option<PathBuf>,
    /// How many for each; 100 with --rank-only and 10 without if absent.
    #[arg(long)]
    pub top: Option<usize>,
    /// Leave out pairs that are less likely than this.
    #[arg(long, default_value_t = 0.01, conflicts_with = "rank_only")]
    pub least: f32,
    /// Where to write; `-` for standard output.
    #[arg(long, default_value = "-")]
    pub out: PathBuf,
}

/// `amana duplicates`.
#[derive(Debug, Args)]
pub struct Duplicates {
    /// People as CSV.
    pub list: PathBuf,
    /// How many for each person at most.
    #[arg(long, default_value_t = 10)]
    pub top: usize,
    /// Leave out pairs that are less likely than this.
    #[arg(long, default_value_t = 0.1)]
    pub least: f32,
    /// Where to write; `-` for standard output.
    #[arg(long, default_value = "-")]
    pub out: PathBuf,
}
