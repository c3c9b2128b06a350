//! How the commands about names and links are spelt.

use clap::Args;
use std::path::PathBuf;

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
