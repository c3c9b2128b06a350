//! `amana user`: accounts and grants, by whoever holds the office's keys; the audit says that it was the command line.

use crate::files::Failure;
use crate::office;
use crate::spell::{User, UserAct};
use app::identity::{By, FirstSheet, NewGrant, NewUser};
use app::{Office, Problem};
use std::process::ExitCode;

pub fn run(args: &User) -> Result<ExitCode, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| e.to_string())?;
    runtime.block_on(async {
        let opened = office::of_folder(&args.dir, &args.key.read()?).await?;
        let done = act(&opened.office, &args.act).await.map_err(said);
        opened.office.store.close().await;
        done.map(|()| ExitCode::SUCCESS)
    })
}

async fn act(office: &Office, act: &UserAct) -> Result<(), Problem> {
    let by = By::CommandLine;
    match act {
        UserAct::List => list(office).await,
        UserAct::Add { login, name } => {
            let asked = NewUser { login: login.clone(), name: name.clone() };
            print(&office.add_user(by, &asked).await?, office);
            println!("They may do nothing yet: amana user grant {login} ROLE");
            Ok(())
        }
        UserAct::Reset { login } => {
            print(&office.reset_user(by, office.user_of(login).await?).await?, office);
            Ok(())
        }
        UserAct::Disable { login } => office.end_user(by, office.user_of(login).await?).await,
        UserAct::Enable { login } => office.open_user(by, office.user_of(login).await?).await,
        UserAct::Grant { login, role, until } => {
            let until = until.as_deref().map(|text| office.zone.parse(text)).transpose();
            let until = until.map_err(|e| Problem::new("date-unreadable", e, "write it as 2027-01-31"))?;
            let asked = NewGrant { role: role.clone(), areas: std::collections::BTreeSet::new(), until };
            if office.grant(by, office.user_of(login).await?, &asked).await?.is_some() {
                println!(
                    "{role} reaches an area that is strict or hidden: someone who gives grants must approve it on the page 'Decide' within a week."
                );
            }
            Ok(())
        }
        UserAct::Revoke { login, role } => {
            let user = office.user_of(login).await?;
            let now = office.now();
            let all = office.users(by).await?.into_iter().find(|u| u.id == user);
            let live: Vec<_> =
                all.into_iter().flat_map(|u| u.grants).filter(|g| g.role == *role && g.until.is_none_or(|until| now < until)).collect();
            if live.is_empty() {
                return Err(Problem::new("not-found", format!("{login} has no grant of {role} now"), "see 'amana user list'"));
            }
            for grant in live {
                office.end_grant(by, grant.id).await?;
            }
            Ok(())
        }
    }
}

async fn list(office: &Office) -> Result<(), Problem> {
    let now = office.now();
    for user in office.users(By::CommandLine).await? {
        let roles: Vec<String> = user.grants.into_iter().filter(|g| g.until.is_none_or(|until| now < until)).map(|g| g.role).collect();
        let state = if user.ended.is_some() { "disabled" } else { "" };
        println!("{}\t{}\t{}\t{state}", user.login, user.name, roles.join(" "));
    }
    Ok(())
}

/// What is handed over, once.
pub fn print(sheet: &FirstSheet, office: &Office) {
    println!("Copy this to paper now and hand it over in person: it is shown once.\n");
    println!("  Sign in as:         {}", sheet.login);
    println!("  First sign-in code: {}", sheet.code);
    println!("  Good until:         {}\n", office.zone.show(sheet.until));
    println!("Type the code in place of a password; the page then asks for a passkey, or a password with an authenticator.");
}

pub fn said(problem: Problem) -> Failure {
    format!("{}; {}", problem.text, problem.remedy)
}
