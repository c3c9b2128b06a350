//! `amana init`.

use super::user;
use crate::files::Failure;
use crate::office::{self, Settings};
use crate::spell::Init;
use app::identity::SetUp;
use base::{DeviceId, LocalZone, Uuid};
use std::process::ExitCode;

pub fn run(args: &Init) -> Result<ExitCode, Failure> {
    LocalZone::find(&args.zone).ok_or_else(|| format!("there is no time zone '{}': use one like Africa/Bangui", args.zone))?;
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
    };
    runtime.block_on(async {
        let opened = office::of_folder(&args.dir, &key).await?;
        let sheet = opened.office.set_up(&asked).await.map_err(user::said);
        let sheet = sheet.inspect(|sheet| {
            println!("The office is in {}.", args.dir.display());
            user::print(sheet, &opened.office);
        });
        opened.office.store.close().await;
        sheet
    })?;
    println!("Keep the passphrase or key file away from {}: without it nobody can read the records, you neither.", args.dir.display());
    Ok(ExitCode::SUCCESS)
}
