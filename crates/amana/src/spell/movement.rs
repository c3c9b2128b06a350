//! How the commands about threat, exposure and movement are spelt.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

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
