//! Runs the import over a corpus of the bench: `import-corpus CORPUS OUT`.
//!
//! `CORPUS` holds `pages/` and `truth.json`; `OUT` receives `<id>.md`, `<id>.json` (the fields) and `_run.json` (pages
//! and the CPU seconds that the import took; reading and writing of files is not counted).

use std::io::{self, Write as _};
use std::path::Path;
use std::{env, fs};

use postil::import::{self, Draft, Source};
use serde_json::{Map, Value, json};

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [corpus, out] = args.as_slice() else { anyhow::bail!("import-corpus CORPUS OUT") };
    let (corpus, out) = (Path::new(corpus), Path::new(out));
    fs::create_dir_all(out)?;
    let truth: Map<String, Value> = serde_json::from_str(&fs::read_to_string(corpus.join("truth.json"))?)?;
    let (mut pages, mut seconds, mut slowest) = (0_u32, 0.0, (0.0, String::new()));
    let mut files: Vec<_> = fs::read_dir(corpus.join("pages"))?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    for file in files {
        let path = file.path();
        let Some(id) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let Some(row) = truth.get(id) else { continue };
        let bytes = fs::read(&path)?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or(id);
        let started = cpu();
        let drafts =
            import::read(&Source { name, bytes: &bytes, kind: None, url: row.get("url").and_then(Value::as_str) });
        let took = cpu() - started;
        pages += 1;
        seconds += took;
        if took > slowest.0 {
            slowest = (took, id.to_owned());
        }
        match drafts {
            Ok(drafts) => write(out, id, &drafts)?,
            Err(error) => writeln!(io::stderr(), "{id}: {error}")?,
        }
    }
    let run = json!({"tool": "postil", "pages": pages, "seconds": seconds});
    fs::write(out.join("_run.json"), run.to_string())?;
    let rate = f64::from(pages) / seconds;
    writeln!(io::stdout(), "{pages} pages, {rate:.0} pages/s, slowest {:.3} s ({})", slowest.0, slowest.1)?;
    Ok(())
}

/// CPU seconds of this thread, by Linux: the cores may be shared.
fn cpu() -> f64 {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    stat.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1e9
}

fn write(out: &Path, id: &str, drafts: &[Draft]) -> anyhow::Result<()> {
    let Some(draft) = drafts.first() else { return Ok(()) };
    fs::write(out.join(format!("{id}.md")), draft.article_md(None, None, &draft.from))?;
    fs::write(out.join(format!("{id}.report")), draft.report())?;
    let fields = json!({
        "title": draft.title,
        "author": draft.authors,
        "date": draft.published.map(|date| date.to_string()),
        "lang": draft.language,
        "outlet": draft.outlet,
        "unsure": draft.unsure.iter().map(|field| field.key()).collect::<Vec<_>>(),
    });
    fs::write(out.join(format!("{id}.json")), fields.to_string())?;
    Ok(())
}
