//! The article that was named on the command line.

use std::path::Path;

use anyhow::bail;

use crate::model::library::Library;
use crate::text::nearest;

/// Most names that are offered in place of one that is not known.
const OFFERED: usize = 5;

/// The number of an article in the library, from its slug or the path of its folder or of a file in it.
///
/// # Errors
/// When there is no such article; the message offers those whose names are like it.
pub(super) fn find(root: &Path, typed: &str, library: &Library) -> anyhow::Result<usize> {
    if let Some(found) = library.article(typed) {
        return Ok(found);
    }
    let slug = slug_of_path(root, Path::new(typed)).unwrap_or_else(|| typed.to_owned());
    if let Some(found) = library.article(&slug) {
        return Ok(found);
    }
    if root.join("content/articles").join(&slug).join("article.md").is_file() {
        bail!("content/articles/{slug}/article.md can't be read as an article: `postil check` says why");
    }
    bail!("there is no article `{typed}`: {}", offer(&slug, library))
}

/// The name below `content/articles` that a path leads to.
fn slug_of_path(root: &Path, typed: &Path) -> Option<String> {
    let articles = root.join("content/articles").canonicalize().ok()?;
    // As it was typed, from where the person is, or from the site's folder.
    [typed.to_owned(), root.join(typed)].into_iter().find_map(|path| {
        let real = path.canonicalize().ok()?;
        let slug = real.strip_prefix(&articles).ok()?.components().next()?;
        Some(slug.as_os_str().to_str()?.to_owned())
    })
}

fn offer(slug: &str, library: &Library) -> String {
    let slugs: Vec<&str> = library.articles.iter().map(|article| article.slug.as_str()).collect();
    let near = nearest(slug, slugs.iter().copied());
    let holding =
        slugs.iter().copied().filter(|known| !slug.is_empty() && known.contains(slug) && Some(*known) != near);
    let offered: Vec<String> = near.into_iter().chain(holding).take(OFFERED).map(|slug| format!("`{slug}`")).collect();
    if !offered.is_empty() {
        return format!("did you mean {}?", offered.join(" or "));
    }
    match &slugs[..] {
        [] => "the site has none yet; `postil import` makes the first one".to_owned(),
        slugs => format!("there are {}", slugs[..slugs.len().min(OFFERED)].join(", ")) + more(slugs.len()),
    }
}

fn more(articles: usize) -> &'static str {
    if articles > OFFERED { " and more in content/articles" } else { "" }
}
