//! Connections: bounded in number, in the time that a head may take, in size and in life.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener as Listener;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::answer::answer;
use super::state::State;

/// Connections at once: more than all pages of a person's browser need, with 500 idle ones beside them; below the 1,024
/// files that a program may usually have open.
const CONNECTIONS: usize = 800;

/// How long a head may take, and how long a connection may be idle between two requests.
const HEAD: Duration = Duration::from_secs(10);

/// How long a connection lives, so that a reader who takes nothing does not keep it. An open page connects again by
/// itself and misses nothing.
const LIFE: Duration = Duration::from_secs(600);

/// Bytes of a head: a browser sends one or two thousand.
const HEAD_BYTES: usize = 32 << 10;

/// Answers until the program is interrupted.
pub(super) async fn serve(listener: Listener, state: Arc<State>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = TcpListener::from_std(listener)?;
    tokio::select! {
        () = accept(&listener, &state) => Ok(()),
        interrupted = tokio::signal::ctrl_c() => interrupted,
    }
}

async fn accept(listener: &TcpListener, state: &Arc<State>) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            return;
        };
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(connection(stream, place, Arc::clone(state)));
            }
            // No files left, or a client that went at once: others go on, and in a moment there is room.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn connection(stream: TcpStream, _place: OwnedSemaphorePermit, state: Arc<State>) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let state = Arc::clone(&state);
        async move { Ok::<_, Infallible>(answer(&request, &state).await) }
    });
    let mut http = http1::Builder::new();
    // Without the timer the time for a head would have no limit.
    http.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(HEAD_BYTES);
    // What is malformed ends its own connection and nothing else.
    let _ = tokio::time::timeout(LIFE, http.serve_connection(TokioIo::new(stream), service)).await;
}
