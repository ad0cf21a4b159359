//! `postil serve`: the site live on this machine, fresh after each save. Nothing is written to disk.
//!
//! ```text
//! watch        disk → something changed                  the kernel tells; a look now and then heals what it missed
//! rebuild      changed → a Generation or problems        the last good site stays up
//! generation   one reading of the site: its own thread makes the pages that are asked for
//! state        what is shown now                         rebuild writes it, every connection reads it
//! server       connections, bounded in number and time
//! answer       request → response                        guard says whose requests are answered, body carries it
//! live         a page that is open → what happens to it  live.js reloads it where it stood, live.css shows problems
//! ```

mod answer;
mod body;
mod generation;
mod guard;
mod live;
mod rebuild;
mod server;
mod state;
mod watch;

use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};

use self::guard::{Names, Own};
use self::rebuild::{Opening, Rebuild};
use self::state::State;
use super::site;
use crate::cli::Serve;
use crate::model::address::Address;

/// Where the search for a free port begins; no well-known program uses it.
const FIRST_PORT: u16 = 4321;

/// How many ports are tried.
const PORTS: u16 = 20;

/// Stack of the threads that read the site, in bytes: as large as a main thread's, for what is nested deeply.
const STACK: usize = 8 << 20;

/// Serves the site at `root` until it is interrupted.
///
/// # Errors
/// When there is no site, or no port.
pub(super) fn run(root: &Path, args: &Serve) -> anyhow::Result<ExitCode> {
    site::settings_file(root)?;
    let root = root.canonicalize().with_context(|| root.display().to_string())?;
    let listener = listener(args)?;
    let local = listener.local_addr().context("the port")?;
    let address = Address::parse(&format!("http://{}/", shown(local))).context("the address")?;
    let names = if args.host.is_some() { Names::Addresses } else { Names::Loopback };
    if !local.ip().is_loopback() {
        let mut out = anstream::stderr();
        writeln!(out, "warning: everybody who reaches {} can read this site", local.ip())?;
    }
    let state = Arc::new(State::new(Own { port: local.port(), names }));
    let opening = if args.open { Opening::Browser } else { Opening::Nothing };
    let rebuild = Rebuild::new(root, address, Arc::clone(&state));
    std::thread::Builder::new()
        .name("rebuild".into())
        .stack_size(STACK)
        .spawn(move || rebuild.run(opening))
        .context("a thread")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("the server")?;
    runtime.block_on(server::serve(listener, state)).context("the server")?;
    runtime.shutdown_background();
    Ok(ExitCode::SUCCESS)
}

/// Takes the port that was asked for, or the first free one.
fn listener(args: &Serve) -> anyhow::Result<TcpListener> {
    let host = args.host.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    if let Some(port) = args.port {
        return TcpListener::bind((host, port)).with_context(|| {
            format!("port {port} of {host} can't be had; another one, or none for the first free one")
        });
    }
    let mut last = None;
    for port in FIRST_PORT..FIRST_PORT + PORTS {
        match TcpListener::bind((host, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = Some(error),
        }
    }
    let reason = last.map(|error| error.to_string()).unwrap_or_default();
    bail!("no port from {FIRST_PORT} to {} of {host} is free ({reason}); give one with --port", FIRST_PORT + PORTS - 1)
}

/// The address that a browser on this machine can open.
fn shown(local: SocketAddr) -> SocketAddr {
    match local.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => SocketAddr::from((Ipv4Addr::LOCALHOST, local.port())),
        IpAddr::V6(ip) if ip.is_unspecified() => SocketAddr::from((std::net::Ipv6Addr::LOCALHOST, local.port())),
        _ => local,
    }
}
