//! Puts the content that is shipped into the program: every TOML file of the folders below, with its path.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FOLDERS: [&str; 4] = ["areas", "codelists", "forms", "procedures"];
/// Its words are in the catalogues and `movement` reads it itself.
const READ_ELSEWHERE: &str = "codelists/no-boarding.toml";

fn main() -> io::Result<()> {
    let content = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("../../content");
    let mut files = Vec::new();
    for folder in FOLDERS {
        let folder = content.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        collect(&folder, &mut files)?;
    }
    files.sort();
    let mut list = String::from("&[\n");
    for file in files {
        let path = file.strip_prefix(&content).map_err(io::Error::other)?.display().to_string();
        if path != READ_ELSEWHERE {
            writeln!(list, "    ({path:?}, include_str!({:?})),", file.display().to_string()).map_err(io::Error::other)?;
        }
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("shipped.rs"), list)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "toml") {
            files.push(path);
        }
    }
    Ok(())
}
