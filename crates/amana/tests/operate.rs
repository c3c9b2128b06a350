//! An office from its making to its restoring, as whoever runs it does: serve, stop, check, back up, damage, restore, doctor.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use seal::{BackupFrom, BackupTo, BackupWriter, SecretString, open_backup};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_amana")).args(args).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn fine(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", said(&output));
    said(&output)
}

/// An office in a folder of its own, with its keys and its witness apart.
struct Bench {
    folder: PathBuf,
}

impl Drop for Bench {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Bench {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("operate-{name}"));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let bench = Self { folder };
        let (dir, key, witness) = (bench.path("office"), bench.path("key"), bench.path("witness"));
        fine(&[
            "init",
            "--dir",
            &dir,
            "--key-file",
            &key,
            "--office",
            "Test office",
            "--agency",
            "Test agency",
            "--zone",
            "Africa/Bangui",
            "--witness",
            &witness,
        ]);
        bench
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    fn office<'a>(&self, before: &[&'a str], dir: &'a str, key: &'a str, after: &[&'a str]) -> Output {
        run(&[before, &["--dir", dir, "--key-file", key], after].concat())
    }

    /// Serves the office until the system asks it to stop.
    fn serve(&self) {
        let scenario = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014");
        let mut child = Command::new(env!("CARGO_BIN_EXE_amana"))
            .args(["serve", "--scenario", scenario, "--dir", &self.path("office"), "--key-file", &self.path("key"), "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split(|c: char| c == '/' || c.is_whitespace()).next().unwrap();
        for (path, said) in [("/healthz", "ok\n"), ("/readyz", "ready\n")] {
            let mut asked = TcpStream::connect(address).unwrap();
            write!(asked, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = String::new();
            asked.read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with(said), "{answer}");
        }
        assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
        assert!(child.wait().unwrap().success(), "asked to stop, it stops in order");
    }

    fn verify(&self, dir: &str, witness: &str) -> (Option<i32>, String) {
        let output = self.office(&["audit", "verify"], dir, &self.path("key"), &["--witness", witness]);
        (output.status.code(), said(&output))
    }

    fn backup(&self, to: &str) -> String {
        if !Path::new(&self.path("identity")).exists() {
            fine(&["backup", "--new-identity", &self.path("identity")]);
        }
        let identity = std::fs::read_to_string(self.path("identity")).unwrap();
        let key = identity.lines().find_map(|line| line.strip_prefix("# public key: ")).unwrap().to_owned();
        fine(&["backup", "--dir", &self.path("office"), "--key-file", &self.path("key"), "--to", &self.path(to), "--recipient", &key]);
        self.path(to)
    }

    fn restore(&self, from: &str, dir: &str) -> Output {
        self.restore_with(from, dir, &["--identity", &self.path("identity")], &self.path("key"))
    }

    fn restore_with(&self, from: &str, dir: &str, opens: &[&str], key: &str) -> Output {
        run(&[&["restore", "--from", from, "--dir", &self.path(dir), "--key-file", key], opens].concat())
    }

    /// The lines of a backup, changed, as a backup again.
    fn changed(&self, from: &str, to: &str, change: impl FnOnce(&mut Vec<String>)) -> String {
        let identity = std::fs::read_to_string(self.path("identity")).unwrap();
        let secret: SecretString = identity.lines().last().unwrap().to_owned().into();
        let public = identity.lines().find_map(|line| line.strip_prefix("# public key: ")).unwrap().to_owned();
        let mut text = String::new();
        open_backup(&BackupFrom::Identity(secret), std::fs::File::open(from).unwrap()).unwrap().read_to_string(&mut text).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        change(&mut lines);
        let mut out = BackupWriter::begin(&BackupTo::Recipients(vec![public]), Vec::new()).unwrap();
        out.write_all(format!("{}\n", lines.join("\n")).as_bytes()).unwrap();
        std::fs::write(self.path(to), out.finish().unwrap()).unwrap();
        self.path(to)
    }
}

/// The places of the rows of a table among the lines of a backup.
fn rows(lines: &[String], table: &str) -> std::ops::Range<usize> {
    let head = lines.iter().position(|line| line.starts_with(&format!("{{\"table\":[\"{table}\","))).unwrap() + 1;
    head..head + lines[head..].iter().take_while(|line| line.starts_with('[')).count()
}

fn cell(line: &mut String, place: usize, change: impl FnOnce(&mut Value)) {
    let mut cells: Vec<Value> = serde_json::from_str(line).unwrap();
    change(&mut cells[place]);
    *line = serde_json::to_string(&cells).unwrap();
}

#[test]
fn a_tail_that_was_cut_is_missed_by_the_witness() {
    let bench = Bench::new("cut");
    let (office, witness) = (bench.path("office"), bench.path("witness"));
    bench.serve();
    let (code, text) = bench.verify(&office, &witness);
    assert_eq!(code, Some(0), "{text}");
    let early = bench.backup("early.age");
    bench.serve();
    // More acts, and the server signs them at its stop.
    assert!(bench.office(&["audit", "list"], &office, &bench.path("key"), &["--format", "csv"]).status.success());
    assert_eq!(bench.verify(&office, &witness).0, Some(0));
    // What an earlier copy holds is the audit with its tail cut off: whole by itself, and not what the witness saw.
    let cut = bench.changed(&early, "cut.age", |_| {});
    assert!(bench.restore(&cut, "rolled-back").status.success());
    let (code, text) = bench.verify(&bench.path("rolled-back"), &witness);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("checkpoint kept outside"), "{text}");
    // A witness that isn't there is said, and fails nothing.
    let (code, text) = bench.verify(&office, &bench.path("no-stick"));
    assert!(code == Some(0) && text.contains("witness-unreadable"), "{text}");
    // A forged one fails.
    let last = std::fs::read_to_string(&witness).unwrap().lines().last().unwrap().replace("\"n\":", "\"n\":9");
    std::fs::write(bench.path("forged"), format!("{last}\n")).unwrap();
    let (code, text) = bench.verify(&office, &bench.path("forged"));
    assert!(code == Some(1) && text.contains("audit-checkpoint-forged"), "{text}");
}

#[test]
fn what_was_done_to_the_audit_is_found() {
    let bench = Bench::new("audit");
    bench.serve();
    let whole = bench.backup("whole.age");
    type Change = fn(&mut Vec<String>, std::ops::Range<usize>);
    let changes: [(&str, Change); 4] = [
        ("changed", |lines, audit| cell(&mut lines[audit.start + 1], 4, |action| *action = "read".into())),
        ("reordered", |lines, audit| {
            let (first, second) = (audit.start, audit.start + 1);
            cell(&mut lines[first], 1, |n| *n = 2.into());
            cell(&mut lines[second], 1, |n| *n = 1.into());
        }),
        ("removed", |lines, audit| {
            lines.remove(audit.start + 1);
            let end = lines.last_mut().unwrap();
            let mut counts: Value = serde_json::from_str(end).unwrap();
            let count = counts["end"]["audit"].as_u64().unwrap() - 1;
            counts["end"]["audit"] = count.into();
            *end = counts.to_string();
        }),
        ("forged", |lines, _| {
            let signed = rows(lines, "checkpoint");
            cell(&mut lines[signed.start], 4, |signature| *signature = "0".repeat(128).into());
        }),
    ];
    for (name, change) in changes {
        let file = bench.changed(&whole, &format!("{name}.age"), |lines| {
            let audit = rows(lines, "audit");
            change(lines, audit);
        });
        let restored = bench.restore(&file, name);
        assert_eq!(restored.status.code(), Some(1), "{name}: {}", said(&restored));
        let (code, text) = bench.verify(&bench.path(name), &bench.path("witness"));
        assert_eq!(code, Some(1), "{name}: {text}");
        assert!(text.contains("[audit-") && text.contains("NOT as it was written"), "{name}: {text}");
    }
    // The list of a period: identifiers, no names.
    let out = bench.path("audit.csv");
    let listed = bench.office(
        &["audit", "list"],
        &bench.path("office"),
        &bench.path("key"),
        &["--from", "2020-01-01", "--format", "csv", "--out", &out],
    );
    assert!(listed.status.success(), "{}", said(&listed));
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("n,at,actor,action,") && text.contains("backup") && !text.contains("Administrator"), "{text}");
    assert_eq!(std::fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    let none = bench.office(&["audit", "list"], &bench.path("office"), &bench.path("key"), &["--until", "2020-01-01", "--format", "json"]);
    assert_eq!(String::from_utf8_lossy(&none.stdout).trim(), "[]");
}

#[test]
fn a_backup_is_whole_or_refused_and_nothing_is_half_there() {
    let bench = Bench::new("backup");
    let file = bench.backup("office.age");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"));
    let again = run(&[
        "backup",
        "--dir",
        &bench.path("office"),
        "--key-file",
        &bench.path("key"),
        "--to",
        &file,
        "--recipients-file",
        &bench.path("identity"),
    ]);
    assert!(!again.status.success() && std::fs::read(&file).unwrap() == bytes, "a backup is never overwritten");

    // Wrong keys, flipped bits, cuts: a clear refusal, and no folder.
    fine(&["backup", "--new-identity", &bench.path("stranger")]);
    std::fs::write(bench.path("wrong-key"), std::fs::read_to_string(bench.path("key")).unwrap().replace(['a', '1'], "2")).unwrap();
    let ours = ["--identity", &bench.path("identity")].map(str::to_owned);
    let ours: Vec<&str> = ours.iter().map(String::as_str).collect();
    let refused = |output: Output, words: &str| {
        assert_eq!(output.status.code(), Some(3), "{}", said(&output));
        assert!(said(&output).contains(words), "{words}: {}", said(&output));
        assert!(!Path::new(&bench.path("new")).exists() && !Path::new(&bench.path("new.part")).exists(), "nothing is left behind");
    };
    refused(bench.restore_with(&file, "new", &["--identity", &bench.path("stranger")], &bench.path("key")), "another passphrase or key");
    refused(bench.restore_with(&file, "new", &ours, &bench.path("wrong-key")), "the office's key");
    for place in [bytes.len() / 4, bytes.len() / 2, bytes.len() - 1] {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1;
        std::fs::write(bench.path("flipped.age"), flipped).unwrap();
        refused(bench.restore(&bench.path("flipped.age"), "new"), "altered");
        std::fs::write(bench.path("cut.age"), &bytes[..place]).unwrap();
        refused(bench.restore(&bench.path("cut.age"), "new"), "cut off");
    }
    refused(bench.restore(&bench.path("key"), "new"), "altered");
    let office = std::fs::read(bench.path("office/amana.db")).unwrap();
    let onto = bench.restore(&file, "office");
    assert!(onto.status.code() == Some(3) && said(&onto).contains("is not empty"));
    assert_eq!(std::fs::read(bench.path("office/amana.db")).unwrap(), office, "what was there is untouched");

    // And the whole one comes back, with its settings and its key ring.
    let restored = bench.restore(&file, "new");
    assert!(restored.status.success(), "{}", said(&restored));
    assert_eq!(std::fs::read(bench.path("new/keyring")).unwrap(), std::fs::read(bench.path("office/keyring")).unwrap());
    let checked = bench.office(&["doctor"], &bench.path("new"), &bench.path("key"), &["--json", "--port", "0"]);
    assert!(checked.status.success(), "{}", said(&checked));
}

#[test]
fn backups_with_a_passphrase_open_with_it_and_old_ones_go() {
    let bench = Bench::new("keep");
    std::fs::write(bench.path("words"), "in the safe of the bank\n").unwrap();
    std::fs::create_dir(bench.path("backups")).unwrap();
    for stamp in ["20200101T000000Z", "20200102T000000Z"] {
        std::fs::write(bench.path(&format!("backups/amana-main-{stamp}.age")), "old").unwrap();
    }
    std::fs::write(bench.path("backups/letter.age"), "not ours").unwrap();
    let (office, key, words, to) = (bench.path("office"), bench.path("key"), bench.path("words"), bench.path("backups"));
    fine(&["backup", "--dir", &office, "--key-file", &key, "--to", &to, "--backup-passphrase-file", &words, "--keep", "2"]);
    let mut left: Vec<String> = std::fs::read_dir(&to).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    left.sort();
    assert_eq!((left.len(), left[0].as_str(), left[2].as_str()), (3, "amana-main-20200102T000000Z.age", "letter.age"), "{left:?}");
    let file = bench.path(&format!("backups/{}", left[1]));
    assert!(bench.restore_with(&file, "again", &["--backup-passphrase-file", &words], &key).status.success());
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    let bench = Bench::new("doctor");
    let doctor = |key: &str| {
        let output = bench.office(&["doctor"], &bench.path("office"), &bench.path(key), &["--json", "--port", "0"]);
        let lines: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(&output)));
        (output.status.code(), lines)
    };
    let state = |lines: &[Value], check: &str| {
        lines.iter().filter(|l| l["check"] == check).map(|l| l["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (code, lines) = doctor("key");
    assert_eq!(code, Some(0), "{lines:#?}");
    assert_eq!(
        (state(&lines, "audit"), state(&lines, "witness"), state(&lines, "backup")),
        (vec!["ok".into()], vec!["warn".into()], vec!["warn".into()])
    );
    assert!(lines.iter().all(|l| l["state"] == "ok" || l["remedy"].as_str().is_some_and(|r| r.len() > 10)), "{lines:#?}");
    bench.serve();
    bench.backup("office.age");
    let (_, lines) = doctor("key");
    assert_eq!((state(&lines, "witness"), state(&lines, "backup")), (vec!["ok".into()], vec!["ok".into()]), "{lines:#?}");

    std::fs::copy(bench.path("key"), bench.path("office/key")).unwrap();
    let (code, lines) = doctor("office/key");
    assert_eq!((code, state(&lines, "key file")), (Some(1), vec!["fail".into()]));
    std::fs::create_dir_all(bench.path("office/content/forms")).unwrap();
    std::fs::write(bench.path("office/content/forms/mine.toml"), "title = ").unwrap();
    assert_eq!(state(&doctor("key").1, "content"), ["warn"]);
    // A page of the database that isn't as it was written.
    let mut bytes = std::fs::read(bench.path("office/amana.db")).unwrap();
    let place = bytes.len() / 2;
    bytes[place] ^= 1;
    std::fs::write(bench.path("office/amana.db"), bytes).unwrap();
    let (code, lines) = doctor("key");
    assert_eq!((code, state(&lines, "records")), (Some(1), vec!["fail".into()]), "{lines:#?}");
    // The wrong key, and no office.
    std::fs::write(bench.path("other"), "amana-key-1:0000000000000000000000000000000000000000000000000000000000000000\n").unwrap();
    let (code, lines) = doctor("other");
    assert_eq!((code, state(&lines, "key")), (Some(1), vec!["fail".into()]));
}

/// What the unit files and the container start is what the program takes: wrong use would be exit code 2.
#[test]
fn deployed_command_lines_are_the_program_s() {
    let deploy = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy");
    let text = |name: &str| std::fs::read_to_string(deploy.join(name)).unwrap();
    let mut lines: Vec<Vec<String>> = ["amana.service", "amana-backup.service"]
        .iter()
        .flat_map(|name| {
            text(name).lines().filter_map(|l| l.strip_prefix("ExecStart=/usr/bin/amana ").map(str::to_owned)).collect::<Vec<_>>()
        })
        .map(|line| line.split(' ').map(str::to_owned).collect())
        .collect();
    assert_eq!(lines.len(), 2);
    lines.extend(
        text("Containerfile").lines().find_map(|l| l.strip_prefix("CMD ")).map(|json| serde_json::from_str::<Vec<String>>(json).unwrap()),
    );
    assert_eq!(lines.len(), 3);
    for line in lines {
        let args: Vec<&str> = line.iter().map(String::as_str).collect();
        let output = run(&args);
        assert_eq!(output.status.code(), Some(3), "{args:?}: {}", said(&output));
    }
}
