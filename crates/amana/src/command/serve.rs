//! `amana serve`.

use crate::clock::MachineClock;
use crate::files::{Failure, read_scenario, scenario};
use crate::output;
use crate::spell::Serve;
use app::{Desk, Language, texts};
use movement::operation::zone;
use std::process::ExitCode;
use std::sync::Arc;

pub fn run(args: &Serve) -> Result<ExitCode, Failure> {
    let files = read_scenario(&scenario(&args.scenario)?)?;
    let as_of = match &args.as_of {
        Some(text) => Some(zone(&files).ok_or("operation.toml can't be read")?.parse(text)?),
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
    runtime.block_on(listen(desk, args.port))
}

async fn listen(desk: Desk, port: u16) -> Result<ExitCode, Failure> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|e| format!("port {port} can't be used: {e}; another program may have it: try --port 8081"))?;
    let port = listener.local_addr().map_err(|e| e.to_string())?.port();
    let hosts = ["127.0.0.1", "localhost"].map(|host| format!("{host}:{port}")).to_vec();
    println!("Amana is at http://127.0.0.1:{port}");
    let router = http::router(http::Server::new(desk, Arc::new(MachineClock), hosts));
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    http::serve(listener, router, stop).await.map_err(|e| format!("the server stopped: {e}"))?;
    Ok(ExitCode::SUCCESS)
}
