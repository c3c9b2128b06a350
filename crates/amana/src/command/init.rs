//! `amana init`.

use crate::files::{self, Failure};
use crate::office::{self, Settings};
use crate::spell::Init;
use app::identity::SetUp;
use base::{DeviceId, LocalZone, Uuid};
use std::process::ExitCode;

pub fn run(args: &Init) -> Result<ExitCode, Failure> {
    LocalZone::find(&args.zone).ok_or_else(|| format!("there is no time zone '{}': use one like Africa/Bangui", args.zone))?;
    let password = String::from_utf8(files::read(&args.password_file)?).map_err(|_| "the password is not text".to_owned())?;
    let key = args.key.read()?;
    let settings = Settings {
        feed: office::feed("main")?,
        zone: args.zone.clone(),
        device: DeviceId(Uuid::now_v7()),
        database: args.database.clone(),
        witness: args.witness.clone(),
    };
    office::make(&args.dir, &key, &settings)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| e.to_string())?;
    let asked = SetUp {
        office: args.office.clone(),
        agency: args.agency.clone(),
        site: args.site.clone(),
        login: args.login.clone(),
        name: args.name.clone(),
        password: password.lines().next().unwrap_or_default().to_owned().into(),
    };
    let sheet = runtime.block_on(async {
        let opened = office::of_folder(&args.dir, &key).await?;
        let sheet = opened.office.set_up(&asked).await.map_err(|p| format!("{}; {}", p.text, p.remedy));
        opened.office.store.close().await;
        sheet
    })?;
    println!("The office is in {}. Copy what follows to paper now: it is shown once.\n", args.dir.display());
    println!(
        "Sign in as: {}\nAuthenticator (scan or type it): {}\n\nRecovery codes, each good once:",
        asked.login,
        sheet.authenticator_text()
    );
    sheet.code_texts().for_each(|code| println!("  {code}"));
    println!("\nKeep the passphrase or key file away from {}: without it nobody can read the records, you neither.", args.dir.display());
    Ok(ExitCode::SUCCESS)
}
