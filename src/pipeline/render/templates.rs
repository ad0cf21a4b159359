//! The template engine with everything that templates may call.

use std::sync::Arc;

use tera::{Kwargs, State, Tera};

use super::html::escape_to;
use super::language::Language;
use crate::model::sources::Look;

/// Reads all templates: a site's own win over the theme's, those over postil's own, also for components; each may
/// extend the one it replaces by its full name (`{% extends "theme/article.html" %}`).
///
/// # Errors
/// When a template is malformed or names something that does not exist: Tera finds that here, not on a page.
pub(super) fn load(look: &Look, language: &Arc<Language>) -> tera::TeraResult<Tera> {
    let mut tera = Tera::default();
    tera.set_escape_fn(escape_to);
    tera.set_fallback_prefixes(["site/", "theme/", "builtin/"])?;
    let (language, of_scripts) = (Arc::clone(language), Arc::clone(language));
    tera.register_filter("words", move |ids: Vec<String>, _: Kwargs, _: &State<'_>| of_scripts.words(&ids));
    tera.register_filter("say", move |id: &str, kwargs: Kwargs, _: &State<'_>| language.filter(id, &kwargs));
    tera.add_raw_templates(look.templates.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(tera)
}
