//! Where an address leads from a file of the site, as a browser reads it.

use percent_encoding::percent_decode_str;
use url::Url;

use super::Folder;

/// Stands for the site's folder while addresses are resolved; two folders deep, so that what leads above it is seen.
const ROOT: &str = "http://site.invalid/a/b/";

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// To nothing that is loaded: `data:`, `mailto:`, an address that is none.
    Nowhere,
    /// To another host.
    Outside,
    /// To a place on a disk, by `file:`.
    Disk,
    /// To the root of the server or the disk.
    Root,
    /// Out of the folder by `..`.
    Above,
    /// To a folder.
    Folder,
    /// To a file that is not there.
    Missing(String),
    /// To a file, and perhaps a place in it.
    File { file: String, id: Option<String> },
}

/// Where `written` in the file `from` leads. The 404 page is shown at any address, so that it names files of its own
/// site in full: `full` says that it may.
pub(super) fn lead(folder: &Folder, from: &str, full: bool, written: &str) -> Lead {
    let written = written.trim_matches(|c: char| c <= ' ');
    if written.is_empty() {
        return Lead::Nowhere;
    }
    let base = folder.base.as_str();
    if full
        && !base.is_empty()
        && let Some(rest) = written.strip_prefix(base)
    {
        return resolved(folder, "404.html", if rest.is_empty() { "index.html" } else { rest });
    }
    match Url::parse(written) {
        Ok(url) => match url.scheme() {
            "http" | "https" | "ws" | "wss" | "ftp" => Lead::Outside,
            "file" => Lead::Disk,
            // `C:\a.html`.
            drive if drive.len() == 1 => Lead::Disk,
            _ => Lead::Nowhere,
        },
        Err(url::ParseError::RelativeUrlWithoutBase) => resolved(folder, from, written),
        // Browsers load nothing from an address that is none.
        Err(_) => Lead::Nowhere,
    }
}

fn resolved(folder: &Folder, from: &str, written: &str) -> Lead {
    // The names of files are no addresses yet.
    let Ok(root) = Url::parse(ROOT) else { return Lead::Nowhere };
    let mut here = root.clone();
    here.set_path(&format!("{}{from}", root.path()));
    let Ok(url) = here.join(written) else { return Lead::Nowhere };
    if url.host_str() != root.host_str() {
        return Lead::Outside;
    }
    if written.starts_with(['/', '\\']) {
        return Lead::Root;
    }
    let Some(path) = url.path().strip_prefix(root.path()) else { return Lead::Above };
    let file = percent_decode_str(path).decode_utf8_lossy().into_owned();
    if folder.files.contains(&file) {
        return Lead::File { file, id: url.fragment().map(place) };
    }
    if folder.has_folder(&file) { Lead::Folder } else { Lead::Missing(file) }
}

/// The id that a fragment names, without a text fragment.
fn place(fragment: &str) -> String {
    let id = fragment.split(":~:").next().unwrap_or_default();
    percent_decode_str(id).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_where_a_browser_goes() {
        let files = ["index.html", "404.html", "a/b c.html", "a/p.png"].map(str::to_owned).into();
        let folder = Folder::new(files, "<link rel=canonical href='https://example.org/r/index.html'>");
        let of = |written: &str| lead(&folder, "a/b c.html", false, written);
        let file = |file: &str, id: Option<&str>| Lead::File { file: file.into(), id: id.map(Into::into) };
        let leads = [
            ("p.png", file("a/p.png", None)),
            (" p.png?x=1\n", file("a/p.png", None)),
            ("./../index.html#a%20b:~:text=x", file("index.html", Some("a b"))),
            ("b%20c.html", file("a/b c.html", None)),
            ("#x", file("a/b c.html", Some("x"))),
            ("q.png", Lead::Missing("a/q.png".into())),
            ("../a/", Lead::Folder),
            ("..", Lead::Folder),
            ("../../x.png", Lead::Above),
            ("/p.png", Lead::Root),
            ("\\p.png", Lead::Root),
            ("//host.example/p.png", Lead::Outside),
            ("/\\host.example/p.png", Lead::Outside),
            ("HTTPS://host.example/", Lead::Outside),
            ("https://example.org/r/index.html", Lead::Outside),
            ("file:///p.png", Lead::Disk),
            ("C:\\p.png", Lead::Disk),
            ("data:,x", Lead::Nowhere),
            ("", Lead::Nowhere),
        ];
        for (written, expected) in leads {
            assert_eq!(of(written), expected, "{written}");
        }
        assert_eq!(lead(&folder, "404.html", true, "https://example.org/r/a/p.png"), file("a/p.png", None));
    }
}
