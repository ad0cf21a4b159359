//! Step 5: [`Site`] → [`Output`]. Documents become HTML with their marks, contexts fill templates.
//!
//! Pages are recipes: each is made when the writer asks for it, on any thread, so that a site of any size never stands
//! in memory whole. [`language`] has the words, [`document`] writes Markdown trees as HTML, [`figure`] draws, [`context`]
//! makes what templates receive, [`page`] has one file for each kind of page, [`search`] the index that one of them
//! searches, [`offline`] what an installable site needs.

mod assets;
mod context;
mod document;
mod figure;
mod html;
mod language;
mod lean;
mod offline;
mod page;
mod search;
mod templates;

use std::sync::Arc;

use crate::config::Config;
use crate::model::output::{BadPath, Clash, Content, MakeError, OutPath, Output};
use crate::model::route::Route;
use crate::model::site::Site;

use self::context::{Contexts, SiteCx};
use self::language::Language;
use self::page::Renderer;

/// Why no site can be rendered at all.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template is wrong: the message shows where.
    #[error("{0}")]
    Template(#[from] tera::Error),
    /// A file would have a name that some disk does not take.
    #[error(transparent)]
    Path(#[from] BadPath),
    /// Two things want the same place.
    #[error(transparent)]
    Clash(#[from] Clash),
}

/// Plans all files of a site; their bytes are made when they are asked for.
///
/// # Errors
/// When a template can't be read, or two files want the same place.
pub fn render<'a>(site: &'a Site, config: &'a Config) -> Result<Output<'a>, RenderError> {
    let language = Arc::new(Language::new(&site.library().look, &config.language));
    let tera = templates::load(&site.library().look, &language)?;
    let contexts = Contexts::new(site, config, language);
    let mut assets = assets::Assets::new(&site.library().look);
    if !config.search {
        assets.scripts.remove("search");
    }
    let scripted = offline::scripted(config.offline, &mut assets.scripts);
    let search_script = assets.scripts.get("search").cloned();
    let site_cx = SiteCx::new(&contexts, &assets.stylesheets, &assets.scripts, &assets.icon);
    let mut plan = Plan { output: Output::new(), renderer: Arc::new(Renderer { cx: contexts, tera, site: site_cx }) };
    let icon = assets.icon.clone();
    assets.plan(&mut plan)?;
    for (route, text) in scripted {
        plan.file(&route, Content::Bytes(text.into_bytes()))?;
    }
    let mut index = None;
    if let Some(script) = search_script {
        let root = index.insert(search::plan(&mut plan)?);
        page::search::plan(&mut plan, script, root.clone())?;
    }
    page::plan(&mut plan)?;
    offline::plan(&mut plan, &icon, index)?;
    Ok(plan.output)
}

/// The files planned so far.
struct Plan<'a> {
    output: Output<'a>,
    renderer: Arc<Renderer<'a>>,
}

impl<'a> Plan<'a> {
    /// Plans a page that `make` renders.
    fn page(
        &mut self,
        route: &Route,
        make: impl Fn(&Renderer<'a>) -> Result<Vec<u8>, MakeError> + Send + Sync + 'a,
    ) -> Result<(), RenderError> {
        let renderer = Arc::clone(&self.renderer);
        self.file(route.as_str(), Content::Made(Box::new(move || make(&renderer))))
    }

    /// Plans a file.
    fn file(&mut self, path: &str, content: Content<'a>) -> Result<(), RenderError> {
        Ok(self.output.insert(OutPath::new(path)?, content)?)
    }
}
