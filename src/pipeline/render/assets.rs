//! Files that are copied: the theme's, with a hash of their bytes in the names of style sheets and scripts, so that a
//! page never meets those of another version; and what lies beside articles.

use std::collections::BTreeMap;

use super::{Plan, RenderError};
use crate::model::output::Content;
use crate::model::sources::Look;

/// The theme's files by their place in the site.
pub(super) struct Assets<'a> {
    files: BTreeMap<String, &'a [u8]>,
    /// The routes of style sheets, in the order in which pages load them.
    pub(super) stylesheets: Vec<String>,
    /// The routes of scripts, by name without `.js`.
    pub(super) scripts: BTreeMap<String, String>,
    /// The route of the site's icon, or empty.
    pub(super) icon: String,
}

impl<'a> Assets<'a> {
    pub(super) fn new(look: &'a Look) -> Self {
        let mut assets =
            Self { files: BTreeMap::new(), stylesheets: Vec::new(), scripts: BTreeMap::new(), icon: String::new() };
        for (name, bytes) in &look.statics {
            let route = route(name, bytes);
            if let Some(name) = name.strip_suffix(".js") {
                assets.scripts.insert(name.to_owned(), route.clone());
            }
            if name == "icon.svg" {
                assets.icon.clone_from(&route);
            }
            assets.files.insert(route, bytes);
        }
        let routes = look.styles.iter().filter_map(|name| Some(route(name, look.statics.get(name)?)));
        assets.stylesheets = routes.collect();
        assets
    }

    /// Plans the theme's files, those beside articles, and the one that tells GitHub Pages to copy everything.
    pub(super) fn plan(self, plan: &mut Plan<'a>) -> Result<(), RenderError> {
        for (route, bytes) in self.files {
            plan.file(&route, Content::Shared(bytes))?;
        }
        let library = plan.renderer.cx.library();
        for article in &library.articles {
            for file in article.attachments.iter().filter(|file| file.flaw.is_none()) {
                let path = format!("articles/{}/{}", article.slug, file.name);
                match plan.file(&path, Content::Copy(file.path.clone())) {
                    // Of two that are one file on some disks the first stands; `check` reports it.
                    Ok(()) | Err(RenderError::Clash(_)) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        plan.file(".nojekyll", Content::Bytes(Vec::new()))
    }
}

/// `style.css` → `assets/style-1f3a5b7c.css`; other files keep their names, since style sheets name them.
fn route(name: &str, bytes: &[u8]) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending @ ("css" | "js"))) => {
            let hash = blake3::hash(bytes).to_hex();
            format!("assets/{stem}-{}.{ending}", &hash[..8])
        }
        _ => format!("assets/{name}"),
    }
}
