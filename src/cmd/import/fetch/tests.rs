//! Against a server on this machine, which answers each request with the next of its answers.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use super::*;

/// Answers requests by their paths; gives the server's address. The thread ends with the test's process.
fn serve(answer: fn(&str, &mut TcpStream)) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            thread::spawn(move || {
                let mut request = [0; 4096];
                let read = stream.read(&mut request).unwrap_or(0);
                let request = String::from_utf8_lossy(&request[..read]).into_owned();
                answer(&request, &mut stream);
            });
        }
    });
    format!("http://{address}")
}

fn say(stream: &mut TcpStream, head: &str, body: &str) {
    let _ = write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
}

fn answer(request: &str, stream: &mut TcpStream) {
    let path = request.split(' ').nth(1).unwrap_or("");
    match path {
        "/page" => say(stream, "200 OK\r\nContent-Type: Text/Markdown; charset=utf-8", request),
        "/moved" => say(stream, "301 Moved\r\nLocation: /page", ""),
        "/loop" => say(stream, "302 Found\r\nLocation: /loop", ""),
        "/away" => say(stream, "302 Found\r\nLocation: ftp://example.org/a", ""),
        "/nowhere" => say(stream, "302 Found", ""),
        "/endless" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while stream.write_all(&[b'x'; 1000]).is_ok() {}
        }
        "/slow" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx");
            thread::sleep(Duration::from_secs(20));
        }
        "/bomb" => {
            let packed = packed(&vec![b'x'; 1_000_000]);
            let head = "200 OK\r\nContent-Encoding: gzip";
            let _ = write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", packed.len());
            let _ = stream.write_all(&packed);
        }
        _ => say(stream, "404 Not Found", "gone"),
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

fn limits() -> Limits {
    Limits { connect: Duration::from_secs(5), whole: Duration::from_secs(5), bytes: 100_000 }
}

fn get(path: &str) -> (Result<Page, NotFetched>, Vec<String>, String) {
    let server = serve(answer);
    let mut trail = Vec::new();
    let page = fetch(&format!("{server}{path}"), limits(), &mut trail);
    (page, trail, server)
}

#[test]
fn a_page_comes_with_its_address_and_kind() {
    let (page, trail, server) = get("/page#part");
    let page = page.expect("it is there");
    assert_eq!((page.address, page.hint), (format!("{server}/page"), "page.md"));
    assert!(trail.is_empty());
    let request = String::from_utf8(page.bytes).expect("text").to_lowercase();
    assert!(request.contains("user-agent: postil/") && request.contains("accept-encoding: gzip"), "{request}");
}

#[test]
fn redirects_are_followed_and_shown() {
    let (page, trail, server) = get("/moved");
    assert_eq!(page.expect("it is there").address, format!("{server}/page"));
    assert_eq!(trail, [format!("{server}/moved → {server}/page (301)")]);
}

#[test]
fn redirects_end() {
    let (page, trail, _) = get("/loop");
    assert!(matches!(page, Err(NotFetched::Loop)), "{page:?}");
    assert_eq!(trail.len(), REDIRECTS + 1);
    assert!(matches!(get("/away").0, Err(NotFetched::Scheme(_))));
    assert!(matches!(get("/nowhere").0, Err(NotFetched::Nowhere)));
}

#[test]
fn what_is_too_large_or_too_slow_is_left() {
    assert!(matches!(get("/endless").0, Err(NotFetched::TooLarge(_))));
    assert!(matches!(get("/bomb").0, Err(NotFetched::TooLarge(_))), "the size counts unpacked");
    let mut limits = limits();
    limits.whole = Duration::from_millis(300);
    let started = Instant::now();
    let page = fetch(&format!("{}/slow", serve(answer)), limits, &mut Vec::new());
    assert!(matches!(page, Err(NotFetched::Slow(_))), "{page:?}");
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn errors_are_said_in_plain_words() {
    let (page, ..) = get("/other");
    assert!(page.expect_err("not there").to_string().starts_with("the server says 404 Not Found:"));
    let said = |address: &str| fetch(address, limits(), &mut Vec::new()).expect_err("can't be").to_string();
    assert_eq!(said("ftp://example.org/a"), "only http and https addresses are read, not ftp");
    assert!(said("http://").contains("is no address"));
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("it is bound");
    assert!(said(&format!("http://{free}/")).starts_with("the connection failed"));
}

#[test]
fn no_redirect_leads_from_https_to_http() {
    let from = Url::parse("https://example.org/a").expect("an address");
    assert!(matches!(next(&from, Some("http://example.org/b")), Err(NotFetched::Downgrade(_))));
    assert_eq!(next(&from, Some("//example.org/c")).expect("https").as_str(), "https://example.org/c");
}
