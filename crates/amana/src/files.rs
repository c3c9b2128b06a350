//! Reading and writing files, with errors that say what to do.

use base::table::MAX_BYTES;
use movement::operation::Files;
use movement::plan::Plan;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// What a failure is told as.
pub type Failure = String;

/// A file's bytes, or standard input for `-`; of a file too large only as much as shows that it is.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    let read = if path == Path::new("-") {
        std::io::stdin().take(most).read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|f| f.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|e| format!("{} can't be read: {e}", path.display()))?;
    Ok(bytes)
}

/// Writes a file whole: beside it first, then in its place, so that a cut leaves the old one.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if path == Path::new("-") {
        return std::io::stdout().write_all(bytes).map_err(|e| format!("standard output: {e}"));
    }
    let fail = |e: std::io::Error| format!("{} can't be written: {e}", path.display());
    let beside = path.with_extension("part");
    fs::write(&beside, bytes).map_err(fail)?;
    fs::rename(&beside, path).map_err(fail)
}

/// Writes a file that only its owner may read, whole.
pub fn write_secret(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    use std::os::unix::fs::OpenOptionsExt;
    let fail = |e: std::io::Error| format!("{} can't be written: {e}", path.display());
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(fail)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(fail)
}

/// Makes a folder one that only its owner may look into.
pub fn only_ours(folder: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(|e| format!("{}: {e}", folder.display()))
}

/// Bytes that the disk of a folder has room for.
pub fn free_space(folder: &Path) -> Result<u64, Failure> {
    let room = rustix::fs::statvfs(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(room.f_bavail.saturating_mul(room.f_frsize))
}

/// All files below a folder inside another, by path from the outer one, sorted; nothing if it isn't there. Links are not followed.
pub fn below(outer: &Path, inner: &str, found: &mut Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let folder = outer.join(inner);
    let fail = |e: std::io::Error| format!("{} can't be read: {e}", folder.display());
    if !folder.exists() {
        return Ok(());
    }
    let mut entries = fs::read_dir(&folder).map_err(fail)?.collect::<Result<Vec<_>, _>>().map_err(fail)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{inner}/{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type().map_err(fail)?;
        if kind.is_dir() {
            below(outer, &name, found)?;
        } else if kind.is_file() {
            found.push((name.clone(), read(&outer.join(&name))?));
        }
    }
    Ok(())
}

/// The folder of a scenario: a path, or the name of one under `scenarios/`.
pub fn scenario(name: &Path) -> Result<PathBuf, Failure> {
    let shipped = Path::new("scenarios").join(name);
    [name.to_path_buf(), shipped]
        .into_iter()
        .find(|p| p.is_dir())
        .ok_or_else(|| format!("there is no folder {} and no scenario of that name", name.display()))
}

/// The data files of a scenario's folder.
pub fn read_scenario(folder: &Path) -> Result<Files, Failure> {
    let listed = fs::read_dir(folder).map_err(|e| format!("{} can't be read: {e}", folder.display()))?;
    let mut files = Files::new();
    for entry in listed {
        let path = entry.map_err(|e| format!("{} can't be read: {e}", folder.display()))?.path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
        let data = [".csv", ".toml", ".osm.pbf"].iter().any(|ending| name.ends_with(ending));
        if path.is_file() && data {
            files.insert(name, read(&path)?);
        }
    }
    Ok(files)
}

/// A plan as a file: with the folder it was made from.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PlanFile {
    /// Folder of the operation, as the user named it.
    pub scenario: PathBuf,
    /// The plan.
    #[serde(flatten)]
    pub plan: Plan,
}

impl PlanFile {
    /// Reads a plan file.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        serde_json::from_slice(&read(path)?).map_err(|e| format!("{} is not a plan of 'amana plan': {e}", path.display()))
    }

    /// Its bytes: the same plan gives the same bytes.
    pub fn bytes(&self) -> Result<Vec<u8>, Failure> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|e| format!("the plan can't be written: {e}"))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
