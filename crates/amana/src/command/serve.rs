//! `amana serve`.

use crate::clock::MachineClock;
use crate::files::{Failure, read_scenario, scenario};
use crate::office;
use crate::output;
use crate::spell::Serve;
use crate::witness;
use app::{Desk, Language, texts};
use base::LocalZone;
use movement::operation::zone;
use std::process::ExitCode;
use std::sync::Arc;

pub fn run(args: &Serve) -> Result<ExitCode, Failure> {
    let files = read_scenario(&scenario(&args.scenario)?)?;
    let zone = zone(&files).ok_or("operation.toml can't be read")?;
    let as_of = match &args.as_of {
        Some(text) => Some(zone.parse(text)?),
        None => None,
    };
    let desk = match Desk::open(files, as_of) {
        Ok(desk) => desk,
        Err(findings) => {
            output::findings(&findings, texts(Language::English));
            return Ok(ExitCode::FAILURE);
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|e| format!("the server can't start: {e}"))?;
    runtime.block_on(listen(desk, args, zone))
}

async fn listen(desk: Desk, args: &Serve, zone: LocalZone) -> Result<ExitCode, Failure> {
    let opened = match &args.dir {
        Some(dir) => office::of_folder(dir, &args.key.read()?).await?,
        None if args.demo => office::demonstration(zone, "Demonstration").await?,
        None => {
            return Err("say which office: --dir FOLDER (made by 'amana init'), or --demo for a demonstration with made-up people".into());
        }
    };
    let port = args.port;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|e| format!("port {port} can't be used: {e}; another program may have it: try --port 8081"))?;
    let port = listener.local_addr().map_err(|e| e.to_string())?.port();
    let mut hosts = ["127.0.0.1", "localhost"].map(|host| format!("{host}:{port}")).to_vec();
    let origin = args.origin.clone().unwrap_or_else(|| format!("http://localhost:{port}"));
    hosts.extend(origin.split_once("://").map(|(_, host)| host.trim_end_matches('/').to_owned()));
    let office = opened.office.served_at(&origin).map_err(|p| format!("{}; {}", p.text, p.remedy))?;
    let stop = asked_to_stop();
    println!("Amana is at http://127.0.0.1:{port}");
    println!("Passkeys work at {origin}");
    let store = office.store.clone();
    let server = http::Server::new(office.clone(), opened.verifier, desk, Arc::new(MachineClock), hosts);
    // Whoever comes first needn't wait; what goes wrong here is said to whoever asks.
    tokio::spawn(http::refresh(server.clone()));
    let (stopped, stops) = tokio::sync::oneshot::channel::<()>();
    let keeper = witness::Keeper::new(&office, opened.signer.clone(), opened.witness.clone());
    let keeper = tokio::spawn(keeper.keep(async { stops.await.unwrap_or_default() }));
    let served = http::serve(listener, http::router(server), stop).await;
    let _ = stopped.send(());
    let _ = keeper.await;
    store.close().await;
    served.map_err(|e| format!("the server stopped: {e}"))?;
    Ok(ExitCode::SUCCESS)
}

/// Over when someone presses Ctrl-C, or the system asks the program to end; the system is listened to from the call on.
fn asked_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let terminated = signal(SignalKind::terminate());
    async {
        match terminated {
            Ok(mut terminated) => tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            },
            Err(_) => drop(tokio::signal::ctrl_c().await),
        }
    }
}
