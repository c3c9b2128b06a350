//! A real office from the command line: its first minutes, its users, and what a wrong key may not do.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// An office, and the file that its key is in.
struct Office {
    dir: PathBuf,
    passphrase: PathBuf,
}

impl Office {
    fn key<'a>(&'a self, passphrase: &'a Path) -> [&'a str; 4] {
        ["--dir", self.dir.to_str().unwrap(), "--passphrase-file", passphrase.to_str().unwrap()]
    }

    fn run(&self, passphrase: &Path, command: &str, rest: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_amana")).arg(command).args(self.key(passphrase)).args(rest).output().unwrap()
    }

    /// What a command prints.
    fn says(&self, command: &str, rest: &[&str]) -> String {
        let output = self.run(&self.passphrase, command, rest);
        assert!(output.status.success(), "{rest:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn serve(&self) -> Served {
        let scenario = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/car-2014");
        let mut child = Command::new(env!("CARGO_BIN_EXE_amana"))
            .arg("serve")
            .args(self.key(&self.passphrase))
            .args(["--scenario", scenario, "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let host = lines
            .find_map(|line| line.unwrap().split_once("http://127.0.0.1:").map(|(_, port)| format!("127.0.0.1:{}", port.trim())))
            .unwrap();
        Served { child, host, _says: lines }
    }
}

struct Served {
    child: Child,
    host: String,
    /// Kept: a server whose output nobody takes any more ends.
    _says: Lines<BufReader<ChildStdout>>,
}

impl Served {
    /// Status, headers and body of an answer.
    fn ask(&self, method: &str, path: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let request = format!(
            "{method} /api/{path} HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            self.host,
            body.len()
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn sign_in(&self, login: &str, password: &str) -> String {
        self.ask("POST", "session", &format!(r#"{{"login":"{login}","password":"{password}"}}"#))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The first sign-in code of a printed sheet.
fn code(sheet: &str) -> &str {
    sheet.lines().find_map(|line| line.split_once("First sign-in code: ")).unwrap().1.trim()
}

/// Every file of a folder with its bytes.
fn bytes(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all: Vec<_> =
        std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).map(|p| (p.clone(), std::fs::read(p).unwrap())).collect();
    all.sort();
    all
}

#[test]
fn an_office_is_set_up_serves_its_administrator_and_nobody_with_another_key() {
    let folder = folder("office");
    let office = Office { dir: folder.join("bangui"), passphrase: folder.join("passphrase") };
    std::fs::write(&office.passphrase, "eleven generated words\n").unwrap();
    let init =
        ["--office", "Bangui", "--agency", "Generated agency", "--zone", "Africa/Bangui", "--login", "awa", "--name", "Awa Generated"];
    let sheet = office.says("init", &init);
    assert!(!office.run(&office.passphrase, "init", &init).status.success(), "an office is never made over");

    // Another key is refused, and nothing is touched.
    let wrong = folder.join("wrong");
    std::fs::write(&wrong, "eleven other words\n").unwrap();
    let before = bytes(&office.dir);
    let refused = office.run(&wrong, "user", &["list"]);
    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("keyring"), "{}", String::from_utf8_lossy(&refused.stderr));
    assert_eq!(bytes(&office.dir), before);

    let served = office.serve();
    let welcome = served.ask("GET", "welcome", "");
    assert!(welcome.contains(r#""office":"Bangui""#) && welcome.contains(r#""demo":[]"#), "{welcome}");
    for login in ["amina", "jonas"] {
        assert!(
            served.ask("POST", "session", &format!(r#"{{"login":"{login}"}}"#)).starts_with("HTTP/1.1 401"),
            "{login} of the demonstration"
        );
    }
    let inside = served.sign_in("awa", code(&sheet));
    assert!(
        inside.starts_with("HTTP/1.1 200") && inside.contains("set-cookie: amana-session=") && inside.contains(r#""limited":true"#),
        "{inside}"
    );
}

#[test]
fn users_are_kept_on_the_command_line_and_tries_count_on_after_a_restart() {
    let folder = folder("users");
    let office = Office { dir: folder.join("bria"), passphrase: folder.join("passphrase") };
    std::fs::write(&office.passphrase, "eleven generated words\n").unwrap();
    office.says("init", &["--office", "Bria", "--agency", "Generated agency", "--zone", "Africa/Bangui"]);
    let sheet = office.says("user", &["add", "boris", "--name", "Boris Generated"]);
    office.says("user", &["grant", "boris", "site_manager"]);
    assert!(office.says("user", &["grant", "boris", "gbv_caseworker"]).contains("must approve"), "strict areas need a person");
    let list = || office.says("user", &["list"]);
    assert!(list().contains("boris\tBoris Generated\tsite_manager\t\n"), "{}", list());
    office.says("user", &["revoke", "boris", "site_manager"]);
    office.says("user", &["disable", "boris"]);
    assert!(list().contains("boris\tBoris Generated\t\tdisabled\n"), "{}", list());
    assert!(!office.run(&office.passphrase, "user", &["reset", "nobody"]).status.success());
    {
        let served = office.serve();
        assert!(served.sign_in("boris", code(&sheet)).starts_with("HTTP/1.1 401"), "disabled");
    }
    office.says("user", &["enable", "boris"]);
    let again = office.says("user", &["reset", "boris"]);
    {
        let served = office.serve();
        assert!(served.sign_in("boris", code(&sheet)).starts_with("HTTP/1.1 401"), "the code before the reset");
        assert!(served.sign_in("boris", code(&again)).starts_with("HTTP/1.1 200"));
        for _ in 0..10 {
            assert!(served.sign_in("boris", "wrong").starts_with("HTTP/1.1 401"));
        }
    }
    let served = office.serve();
    assert!(served.sign_in("boris", code(&again)).starts_with("HTTP/1.1 429"), "tries are counted in the office, not in a process");
}
