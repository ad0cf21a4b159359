//! How others refer to an article's page: as a citation, on the forge.

use super::super::context::Contexts;
use super::super::language::Arg;
use crate::config::Forge;
use crate::model::article::Article;

/// How the page is cited: authors, title, outlet and date of the source, then this site.
pub(super) fn cite(cx: &Contexts<'_>, article: &Article, canonical: &str) -> String {
    let source = &article.front.source;
    let outlet = source.outlet.as_ref().and_then(|id| cx.library().outlets.get(id.as_str()));
    let mut parts = Vec::new();
    let separator = cx.say("list-separator", &[]);
    if !source.authors.is_empty() {
        parts.push(source.authors.join(&separator));
    }
    parts.push(cx.say("quoted", &[("words", (&article.front.title).into())]));
    parts.extend(outlet.map(|o| o.fields.name.clone()));
    parts.extend(source.published.map(|date| cx.language.date(date)));
    let args = [
        ("original", Arg::from(parts.join(&separator))),
        ("text", cx.name("text", article.front.text.id()).into()),
        ("site", (&cx.config.title).into()),
        ("address", canonical.into()),
    ];
    cx.say(if canonical.is_empty() { "cite-here" } else { "cite-here-at" }, &args)
}

/// The addresses at which the forge edits the article and begins a new note.
pub(super) fn forge_urls(cx: &Contexts<'_>, article: &Article) -> (String, String) {
    let Some(repository) = &cx.config.repository else { return Default::default() };
    let root = repository.url.as_str().trim_end_matches('/');
    let branch = &repository.branch;
    let path = cx.library().sources.path(article.origin.source);
    let new_note = format!("content/articles/{}/notes/new-note.yaml", article.slug);
    let skeleton = "kind: context\nquote: the exact words of the article\nbody: |\n  What a reader should know.\nby: your-editor-id\ncreated: 2000-01-01\n";
    let query =
        |pairs: &[(&str, &str)]| url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    match repository.forge {
        Forge::Github => (
            format!("{root}/edit/{branch}/{path}"),
            format!("{root}/new/{branch}?{}", query(&[("filename", &new_note), ("value", skeleton)])),
        ),
        Forge::Gitlab => (
            format!("{root}/-/edit/{branch}/{path}"),
            format!("{root}/-/new/{branch}?{}", query(&[("file_name", &new_note)])),
        ),
        Forge::Forgejo => (
            format!("{root}/_edit/{branch}/{path}"),
            format!("{root}/_new/{branch}?{}", query(&[("filename", &new_note), ("value", skeleton)])),
        ),
    }
}
