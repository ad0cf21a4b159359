//! `postil serve`: the real program on a free port, asked over plain sockets. Who is answered with what, what never
//! leaves, that nobody holds up others, and that each save arrives in the page that is open.

mod client;

use std::{fs, thread, time::Duration};

use client::{Site, status};

/// What a page elsewhere, a curious program or a broken one may send, and what it gets. `{own}` is the server's name.
const REQUESTS: &str = r"
200 | GET / HTTP/1.1            | Host: {own}
200 | GET / HTTP/1.1            | Host: localhost:{port}
200 | GET / HTTP/1.1            | Host: [::1]:{port}
200 | GET /articles/tides.html?a=../b HTTP/1.1 | Host: {own}
200 | GET /articles/tides.html HTTP/1.1 | Host: {own}; Origin: http://{own}
200 | GET /articles/tides.html HTTP/1.1 | Host: {own}; Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: navigate
200 | GET /articles/%74ides.html HTTP/1.1 | Host: {own}
200 | GET http://{own}/ HTTP/1.1 | Host: {own}
400 | GET / HTTP/1.1            |
400 | GET / HTTP/1.1            | Host: {own}; Host: {own}
403 | GET / HTTP/1.1            | Host: evil.example.org
403 | GET / HTTP/1.1            | Host: evil.example.org:{port}
403 | GET / HTTP/1.1            | Host: 127.0.0.1
403 | GET / HTTP/1.1            | Host: 127.0.0.1:1
403 | GET / HTTP/1.1            | Host: {own}.evil.example.org
403 | GET / HTTP/1.1            | Host: evil@{own}
403 | GET / HTTP/1.1            | Host: 192.168.0.1:{port}
403 | GET / HTTP/1.1            | Host:
403 | GET http://evil.example.org/ HTTP/1.1 | Host: {own}
403 | GET / HTTP/1.1            | Host: {own}; Origin: http://evil.example.org
403 | GET / HTTP/1.1            | Host: {own}; Origin: https://{own}
403 | GET / HTTP/1.1            | Host: {own}; Origin: null
403 | GET /_postil/live?page=/ HTTP/1.1 | Host: {own}; Origin: http://localhost:1
403 | GET /_postil/live?page=/ HTTP/1.1 | Host: {own}; Sec-Fetch-Site: cross-site; Sec-Fetch-Mode: cors
403 | GET /_postil/live.js HTTP/1.1 | Host: {own}; Sec-Fetch-Site: same-site; Sec-Fetch-Mode: no-cors
405 | POST / HTTP/1.1           | Host: {own}; Content-Length: 0
405 | PUT /index.html HTTP/1.1  | Host: {own}; Content-Length: 0
405 | DELETE / HTTP/1.1         | Host: {own}
405 | OPTIONS * HTTP/1.1        | Host: {own}
405 | TRACE / HTTP/1.1          | Host: {own}
404 | GET /articles HTTP/1.1    | Host: {own}
404 | GET /assets/ HTTP/1.1     | Host: {own}
404 | GET /postil.yaml HTTP/1.1 | Host: {own}
404 | GET /../postil.yaml HTTP/1.1 | Host: {own}
404 | GET /articles/../index.html HTTP/1.1 | Host: {own}
404 | GET /%2e%2e/postil.yaml HTTP/1.1 | Host: {own}
404 | GET /..%2fpostil.yaml HTTP/1.1 | Host: {own}
404 | GET /%252e%252e/postil.yaml HTTP/1.1 | Host: {own}
404 | GET /..%5cpostil.yaml HTTP/1.1 | Host: {own}
404 | GET //index.html HTTP/1.1 | Host: {own}
404 | GET //evil.example.org/ HTTP/1.1 | Host: {own}
404 | GET /./index.html HTTP/1.1 | Host: {own}
404 | GET /index.html/ HTTP/1.1 | Host: {own}
404 | GET /index.html%00 HTTP/1.1 | Host: {own}
404 | GET /%FF HTTP/1.1         | Host: {own}
404 | GET /etc/passwd HTTP/1.1  | Host: {own}
404 | GET //etc/passwd HTTP/1.1 | Host: {own}
404 | GET /_postil/ HTTP/1.1    | Host: {own}
404 | GET /_postil/live/ HTTP/1.1 | Host: {own}";

#[test]
fn only_own_names_and_pages_are_answered() {
    let site = Site::small().serve();
    let (own, port) = (site.own(), site.port.to_string());
    for line in REQUESTS.lines().skip(1) {
        let line = line.replace("{own}", &own).replace("{port}", &port);
        let [expected, first, headers] = line.splitn(3, '|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}")
        };
        let headers = if headers.is_empty() { String::new() } else { headers.replace("; ", "\r\n") + "\r\n" };
        let response = site.raw(format!("{first}\r\n{headers}Connection: close\r\n\r\n").as_bytes());
        assert_eq!(status(&response), expected, "{line}\n{response}");
        let quiet = !response.to_lowercase().contains("access-control-") && !response.contains("root:");
        assert!(quiet && !response.contains("title: Tides"), "{line}\n{response}");
    }
}

#[test]
fn what_is_malformed_ends_only_its_own_connection() {
    let site = Site::small().serve();
    let long = format!("GET /{} HTTP/1.1\r\nHost: {}\r\n\r\n", "a".repeat(100_000), site.own());
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(5_000));
    let odd: [&[u8]; 10] = [
        b"\r\n\r\n",
        b"\0\0\0\0\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /\\..\\postil.yaml HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        long.as_bytes(),
        many.as_bytes(),
    ];
    for request in odd {
        let response = site.cut(request);
        let shown = String::from_utf8_lossy(&request[..request.len().min(60)]);
        assert!(response.is_empty() || status(&response).starts_with('4'), "{shown}\n{response}");
        assert_eq!(status(&site.get("/")), "200", "after {shown}");
    }
}

#[test]
fn a_response_says_what_it_is_and_keeps_to_itself() {
    let site = Site::small().serve();
    let page = site.get("/articles/tides.html");
    for line in [
        "content-type: text/html; charset=utf-8",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "cross-origin-resource-policy: same-origin",
        "x-frame-options: DENY",
    ] {
        assert!(page.contains(line), "{line} is missing in\n{page}");
    }
    assert!(page.contains("<script src=\"/_postil/live.js\""), "{page}");
    let head = site.ask("HEAD", "/articles/tides.html");
    assert!(head.ends_with("\r\n\r\n") && status(&head) == "200", "{head}");
    let length = |response: &str| response.lines().find(|l| l.starts_with("content-length")).map(str::to_owned);
    assert_eq!(length(&head), length(&page));
    let lost = site.get("/articles/none.html");
    assert!(status(&lost) == "404" && lost.contains("Page not found"), "{lost}");
    assert!(site.get("/feed.xml").contains("content-type: application/xml"));
}

#[test]
fn a_live_site_has_no_worker_and_ends_one() {
    let site = Site::small();
    site.write("postil.yaml", "title: Tides\nlanguage: en\noffline: pwa\n");
    let site = site.serve();
    assert!(!site.get("/articles/tides.html").contains("sw.js"));
    assert!(site.get("/sw.js").contains("registration.unregister()"));
    assert_eq!(status(&site.get("/offline.json")), "404");
}

#[test]
fn nothing_is_written_to_the_disk() {
    let mut site = Site::small();
    let before = site.tree();
    site = site.serve();
    site.get("/articles/tides.html");
    assert_eq!(site.tree(), before);
}

#[test]
fn who_is_slow_or_idle_holds_up_nobody() {
    let site = Site::small().serve();
    let idle: Vec<_> = (0..500).map(|_| site.connect()).collect();
    let half: Vec<_> = (0..50).map(|_| site.begin(b"GET / HTTP/1.1\r\nHost: 127")).collect();
    // Whoever asks for much and takes nothing.
    let ask = format!("GET /articles/tides.html HTTP/1.1\r\nHost: {}\r\n\r\n", site.own()).repeat(200);
    let greedy: Vec<_> = (0..20).map(|_| site.begin(ask.as_bytes())).collect();
    assert_eq!(status(&site.get("/")), "200");
    drop((idle, greedy));
    // Half a head is not waited for longer than ten seconds.
    for mut stream in half.into_iter().take(1) {
        let rest = client::rest(&mut stream);
        assert!(rest.is_empty() || status(&rest) == "408", "{rest}");
    }
}

#[test]
fn a_save_arrives_in_the_page_that_is_open() {
    let site = Site::small().serve();
    let (mut tides, mut moon) = (site.listen("/articles/tides.html"), site.listen("/articles/moon.html"));
    site.write("content/articles/tides/article.md", &client::ARTICLE.replace("comes in", "goes out"));
    tides.event("change");
    site.becomes(&mut tides, "/articles/tides.html", "goes out");
    site.write("content/articles/tides/notes/mostly.yaml", &client::NOTE.replace("Mostly", "Seldom"));
    site.becomes(&mut tides, "/articles/tides.html", "Seldom");
    // Nothing of this was news for the other page: the first thing that it hears is its own.
    site.write("content/articles/moon/article.md", &client::moon("Full."));
    moon.event("change");
    site.becomes(&mut moon, "/articles/moon.html", "Full.");
}

#[test]
fn a_page_that_slept_learns_of_what_it_missed() {
    let site = Site::small().serve();
    let mut awake = site.listen("/articles/moon.html");
    let before = site.get("/articles/moon.html");
    site.write("content/articles/moon/article.md", &client::moon("Full."));
    site.becomes(&mut awake, "/articles/moon.html", "Full.");
    site.listen_from("/articles/moon.html", &before).event("change");
}

#[test]
fn an_error_leaves_the_last_good_page_and_is_told_as_check_tells_it() {
    let site = Site::small().serve();
    let good = site.get("/articles/tides.html");
    let mut open = site.listen("/articles/tides.html");
    for (path, broken, said) in [
        ("content/articles/tides/notes/mostly.yaml", "kind: <b>nonsense", "notes/mostly.yaml:1:7"),
        ("postil.yaml", "title: [", "postil.yaml:"),
        ("templates/article.html", "{% if %}", "article.html"),
        ("templates/components/extra.html", "{{ nothing }", "extra.html"),
    ] {
        let before = fs::read_to_string(site.path(path)).ok();
        site.write(path, broken);
        open.problems(said);
        let same = site.get("/articles/tides.html");
        assert_eq!(client::body(&same), client::body(&good), "{path}");
        match before {
            Some(text) => site.write(path, &text),
            None => fs::remove_file(site.path(path)).unwrap(),
        }
        open.mended();
    }
}

#[test]
fn a_site_that_begins_with_errors_waits_for_them_to_be_mended() {
    let site = Site::small();
    site.write("content/articles/tides/notes/mostly.yaml", "kind: <b>nonsense");
    let site = site.serve();
    let page = site.get("/articles/tides.html");
    assert_eq!(status(&page), "503");
    assert!(page.contains("notes/mostly.yaml:1:7") && page.contains("&lt;b&gt;nonsense"), "{page}");
    assert!(page.contains("content-security-policy: default-src 'none'") && page.contains("live.js"), "{page}");
    let mut open = site.listen("/articles/tides.html");
    site.write("content/articles/tides/notes/mostly.yaml", client::NOTE);
    open.event("change");
    assert_eq!(status(&site.get("/articles/tides.html")), "200");
}

#[test]
fn files_and_folders_may_come_go_and_be_renamed() {
    let site = Site::small().serve();
    let mut open = site.listen("/articles/moon.html");
    let articles = site.path("content/articles");
    fs::rename(articles.join("moon"), articles.join("sun")).unwrap();
    open.event("change");
    assert_eq!(status(&site.get("/articles/moon.html")), "404");
    // As editors save: another file takes the name.
    let mut open = site.listen("/articles/sun.html");
    site.write("content/articles/sun/.article.md.part", &client::moon("Bright."));
    fs::rename(articles.join("sun/.article.md.part"), articles.join("sun/article.md")).unwrap();
    site.becomes(&mut open, "/articles/sun.html", "Bright.");
    // All content goes, and comes back.
    fs::rename(site.path("content"), site.path("away")).unwrap();
    open.problems("content");
    assert!(site.get("/articles/sun.html").contains("Bright."), "the last good site stays up");
    fs::rename(site.path("away"), site.path("content")).unwrap();
    open.mended();
    site.write("content/articles/sun/article.md", &client::moon("Dim."));
    site.becomes(&mut open, "/articles/sun.html", "Dim.");
}

#[test]
fn the_last_of_many_changes_is_never_missed() {
    let site = Site::small().serve();
    let mut open = site.listen("/articles/moon.html");
    for round in 0..20 {
        let text = |step: u64| format!("Night {round}-{step}.");
        for step in 0..20 {
            site.write("content/articles/moon/article.md", &client::moon(&text(step)));
        }
        site.becomes(&mut open, "/articles/moon.html", &text(19));
        thread::sleep(Duration::from_millis(round));
    }
}

#[test]
fn an_address_of_ones_own_is_answered_and_one_that_others_reach_is_warned_of() {
    let site = Site::small().serve_at(&["--host", "127.0.0.2"]);
    let asked = |host: &str| {
        let mut stream = site.connect_to("127.0.0.2");
        client::send(
            &mut stream,
            &format!("GET / HTTP/1.1\r\nHost: {host}:{}\r\nConnection: close\r\n\r\n", site.port),
        );
        status(&client::rest(&mut stream))
    };
    assert_eq!((asked("127.0.0.2"), asked("evil.example.org")), ("200".to_owned(), "403".to_owned()));
    assert!(std::net::TcpStream::connect(("127.0.0.1", site.port)).is_err(), "reached at another address");
    assert!(!site.warned().contains("warning"));
    assert!(Site::small().serve_at(&["--host", "0.0.0.0"]).warned().contains("warning: everybody who reaches 0.0.0.0"));
}

#[test]
fn a_port_that_is_taken_is_said() {
    let site = Site::small().serve();
    let (code, said) = Site::small().fails(&["serve", "--port", &site.port.to_string()]);
    assert!(code == 2 && said.contains("can't be had"), "{code} {said}");
    let (code, said) = Site::empty().fails(&["serve"]);
    assert!(code == 2 && said.contains("there is no postil.yaml"), "{code} {said}");
}
