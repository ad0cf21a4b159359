//! A small site that is served, and a client that sends what it is told to.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{Shutdown, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use tempfile::TempDir;

use crate::case::{Tree, place, tree};

pub(super) const ARTICLE: &str =
    "---\ntitle: Tides\nlanguage: en\ntext: digest\n---\n\nTwice a day the sea comes in.\n";
pub(super) const NOTE: &str = "kind: context\nquote: Twice a day\nbody: Mostly.\nby: ada\ncreated: 2025-11-21\n";

/// The other article.
pub(super) fn moon(text: &str) -> String {
    format!("---\ntitle: Moon\nlanguage: en\ntext: digest\n---\n\n{text}\n")
}

/// Longer than anything takes on a machine that is busy; reached only where something is wrong.
const PATIENCE: Duration = Duration::from_secs(60);

/// A site with two articles, served or not.
pub(super) struct Site {
    folder: TempDir,
    pub(super) port: u16,
    server: Option<Child>,
}

impl Site {
    pub(super) fn empty() -> Self {
        Self { folder: place(), port: 0, server: None }
    }

    pub(super) fn small() -> Self {
        let site = Self::empty();
        site.write("postil.yaml", "title: Tides\nlanguage: en\n");
        site.write("content/editors/ada.yaml", "name: Ada\n");
        site.write("content/articles/tides/article.md", ARTICLE);
        site.write("content/articles/tides/notes/mostly.yaml", NOTE);
        site.write("content/articles/moon/article.md", &moon("New."));
        site
    }

    /// Starts the server on a free port and waits until it shows the site.
    pub(super) fn serve(self) -> Self {
        self.serve_at(&[])
    }

    /// The same with more options.
    pub(super) fn serve_at(mut self, options: &[&str]) -> Self {
        let arguments = [&["serve", "--port", "0"], options].concat();
        let warnings = fs::File::create(self.folder.path().with_extension("warnings")).unwrap();
        let mut server = self.command(&arguments).stdout(Stdio::piped()).stderr(warnings).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        self.server = Some(server);
        let port = line.split(['/', ':']).find_map(|part| part.parse().ok());
        self.port = port.unwrap_or_else(|| panic!("no address in {line}"));
        self
    }

    /// What the server has said beside its address.
    pub(super) fn warned(&self) -> String {
        fs::read_to_string(self.folder.path().with_extension("warnings")).unwrap()
    }

    /// Runs a command that ends by itself: its exit code and what it said.
    pub(super) fn fails(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.command(arguments).output().unwrap();
        (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_postil"));
        command.current_dir(self.folder.path()).args(arguments).env("NO_COLOR", "1").stdin(Stdio::null());
        command
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    pub(super) fn tree(&self) -> Tree {
        tree(self.folder.path())
    }

    /// The server's name, as browsers write it.
    pub(super) fn own(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(super) fn connect(&self) -> TcpStream {
        self.connect_to("127.0.0.1")
    }

    pub(super) fn connect_to(&self, host: &str) -> TcpStream {
        let stream = TcpStream::connect((host, self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends the beginning of something.
    pub(super) fn begin(&self, bytes: &[u8]) -> TcpStream {
        let mut stream = self.connect();
        stream.set_nonblocking(true).unwrap();
        // A server that takes no more is what some tests are about.
        let _ = stream.write(bytes);
        stream.set_nonblocking(false).unwrap();
        stream
    }

    /// Sends a request; what came back.
    pub(super) fn raw(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        stream.write_all(request).unwrap();
        rest(&mut stream)
    }

    /// Sends these bytes and lets go; what came back.
    pub(super) fn cut(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        let _ = stream.write_all(request);
        let _ = stream.shutdown(Shutdown::Write);
        rest(&mut stream)
    }

    pub(super) fn ask(&self, method: &str, path: &str) -> String {
        let mut stream = self.connect();
        let request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.own());
        stream.write_all(request.as_bytes()).unwrap();
        rest(&mut stream)
    }

    pub(super) fn get(&self, path: &str) -> String {
        self.ask("GET", path)
    }

    /// Waits for events until `path` shows `words`.
    pub(super) fn becomes(&self, events: &mut Events, path: &str, words: &str) {
        while !self.get(path).contains(words) {
            events.event("change");
        }
    }

    /// Listens as the page at `path` does that is open in its present state.
    pub(super) fn listen(&self, path: &str) -> Events {
        self.listen_from(path, &self.get(path))
    }

    /// The same for one that is open as it was in `page`.
    pub(super) fn listen_from(&self, path: &str, page: &str) -> Events {
        let seen = page.split("data-seen=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let mut stream = self.connect();
        let path = path.replace('/', "%2F");
        let request = format!("GET /_postil/live?page={path}&seen={seen} HTTP/1.1\r\nHost: {}\r\n\r\n", self.own());
        stream.write_all(request.as_bytes()).unwrap();
        let mut events = Events { lines: BufReader::new(stream) };
        while events.line() != "retry: 500" {}
        events
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
            let _ = fs::remove_file(self.folder.path().with_extension("warnings"));
        }
    }
}

/// What an open page is told.
pub(super) struct Events {
    lines: BufReader<TcpStream>,
}

impl Events {
    /// The data of the next event of this name.
    pub(super) fn event(&mut self, name: &str) -> String {
        while self.line() != format!("event: {name}") {}
        self.line().trim_start_matches("data: ").to_owned()
    }

    /// Waits until the page is told of problems with these words. A file that is half written is a problem as well.
    pub(super) fn problems(&mut self, words: &str) -> String {
        loop {
            let told = self.event("problems");
            if told.contains(words) {
                return told;
            }
        }
    }

    /// Waits until the page is told that all is mended.
    pub(super) fn mended(&mut self) {
        while self.event("problems") != "\"\"" {}
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        let read = self.lines.read_line(&mut line).expect("the server says something in time");
        assert!(read > 0, "the server ended the stream");
        line.trim_end().to_owned()
    }
}

pub(super) fn send(stream: &mut TcpStream, text: &str) {
    stream.write_all(text.as_bytes()).unwrap();
}

/// Everything up to the end of the connection.
pub(super) fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = vec![];
    // A connection that is cut off is an answer as well.
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// `HTTP/1.1 200 OK …` → `200`.
pub(super) fn status(response: &str) -> String {
    response.split(' ').nth(1).unwrap_or_default().to_owned()
}

pub(super) fn body(response: &str) -> &str {
    response.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}
