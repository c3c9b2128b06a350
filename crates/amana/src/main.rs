//! The one program: a server and a command line.
//!
//! Everything that touches the outside world on behalf of the engines is here: files, standard streams, the clock.
//! Exit codes: 0 done, 1 done with findings that are errors (or a plan that breaks a rule), 2 wrong use, 3 the world failed.

mod backup;
mod clock;
mod command;
mod files;
mod generate;
mod office;
mod output;
mod spell;
mod witness;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    match spell::Cli::parse().command.run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("amana: {failure}");
            ExitCode::from(3)
        }
    }
}
