//! The files of the project, and what cargo knows about it.

use std::path::Path;
use std::process::Command;

/// Folders that hold what was built or installed.
const NOT_OURS: [&str; 10] =
    [".git", "target", "node_modules", "dist", ".work", "out", "test-results", "playwright-report", ".svelte-kit", "coverage"];

/// One file: its path from the root with `/`, and its text.
#[derive(Debug, Clone)]
pub struct File {
    /// Path from the root.
    pub path: String,
    /// Its text; blank if it isn't UTF-8.
    pub text: String,
}

impl File {
    /// A file for a test.
    #[cfg(test)]
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// Whether the path ends with one of these.
    pub fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|e| self.path.ends_with(e))
    }
}

/// Every file below `root`, sorted by path.
pub fn read(root: &Path) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    walk(root, "", &mut files).map_err(|e| e.to_string())?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<File>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        // A worktree may link to what is installed elsewhere.
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &path, files)?;
        } else {
            let text = String::from_utf8(std::fs::read(entry.path())?).unwrap_or_default();
            files.push(File { path, text });
        }
    }
    Ok(())
}

/// What `cargo metadata` says of the workspace's own packages.
pub fn metadata(root: &Path) -> Result<serde_json::Value, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root)
        .output()
        .map_err(|e| format!("cargo can't be run: {e}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo metadata can't be read: {e}"))
}
