//! What postil finds of a folder of feeds, as `score_feeds.py` wants it: `feeds PAGES OUT`.

use std::fs;
use std::path::Path;

use postil::import::feed;
use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pages, out] = &arguments[..] else { panic!("feeds PAGES OUT") };
    fs::create_dir_all(out)?;
    for entry in fs::read_dir(pages)? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let rows: Vec<Value> = match feed::parse(&fs::read(&path)?, None) {
            Ok(feed) => feed.items.iter().map(row).collect(),
            Err(_) => Vec::new(),
        };
        fs::write(Path::new(out).join(format!("{name}.json")), Value::from(rows).to_string())?;
    }
    Ok(())
}

/// Every item, also those that an import passes over.
fn row(item: &feed::Item) -> Value {
    let words = |stated: &Option<feed::Stated>| stated.as_ref().map(|stated| stated.words.clone());
    let day = [&item.published, &item.updated].into_iter().flatten().find_map(|stated| feed::day(&stated.words));
    json!({
        "title": words(&item.title),
        "link": words(&item.link),
        "author": item.authors.iter().map(|author| author.words.as_str()).collect::<Vec<_>>().join(", "),
        "date": day.map(|day| day.to_string()),
        "body": item.longest().map_or(0, |text| text.html.chars().count()),
    })
}
