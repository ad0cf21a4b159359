//! Files that are copied: the theme's, with a hash of their bytes in the names of style sheets and scripts, so that a
//! page never meets those of another version; and what lies beside articles.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::lean;
use super::{Plan, RenderError};
use crate::model::output::Content;
use crate::model::sources::Look;

/// The theme's files by their place in the site.
#[derive(Default)]
pub(super) struct Assets<'a> {
    files: BTreeMap<String, Cow<'a, [u8]>>,
    /// Style sheets in the order in which pages load them.
    pub(super) stylesheets: Vec<StyleSheetCx>,
    /// The routes of scripts, by name without `.js`.
    pub(super) scripts: BTreeMap<String, String>,
    /// The route of the site's icon, or empty.
    pub(super) icon: String,
}

/// A style sheet, and the kinds of page that load it: without any, all.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StyleSheetCx {
    route: String,
    only_on: Vec<String>,
}

impl<'a> Assets<'a> {
    pub(super) fn new(look: &'a Look) -> Self {
        let mut assets = Self::default();
        let mut routes = BTreeMap::new();
        for (name, bytes) in &look.statics {
            let bytes = without_comments(name, bytes);
            let route = route(name, &bytes);
            if let Some(name) = name.strip_suffix(".js") {
                assets.scripts.insert(name.to_owned(), route.clone());
            }
            routes.insert(name, route.clone());
            if name == "icon.svg" {
                assets.icon.clone_from(&route);
            }
            assets.files.insert(route, bytes);
        }
        let sheet = |name: &String| {
            let only_on = look.only_on.get(name).cloned().unwrap_or_default();
            Some(StyleSheetCx { route: routes.remove(name)?, only_on })
        };
        assets.stylesheets = look.styles.iter().filter_map(sheet).collect();
        assets
    }

    /// Plans the theme's files, those beside articles, and the one that tells GitHub Pages to copy everything.
    pub(super) fn plan(self, plan: &mut Plan<'a>) -> Result<(), RenderError> {
        for (route, bytes) in self.files {
            let content = match bytes {
                Cow::Borrowed(bytes) => Content::Shared(bytes),
                Cow::Owned(bytes) => Content::Bytes(bytes),
            };
            plan.file(&route, content)?;
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

/// Style sheets and scripts without their comments; other files as they are.
fn without_comments<'a>(name: &str, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    match (name.rsplit_once('.'), str::from_utf8(bytes)) {
        (Some((_, "css")), Ok(text)) => Cow::Owned(lean::style(text).into_bytes()),
        (Some((_, "js")), Ok(text)) => Cow::Owned(lean::script(text).into_bytes()),
        _ => Cow::Borrowed(bytes),
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
