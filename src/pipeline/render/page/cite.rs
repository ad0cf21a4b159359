//! How an article is cited: in words, for BibTeX, and as CSL-JSON, which most programs for references read.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::super::context::Contexts;
use super::super::language::{Arg, without_marks};
use super::reference::cite;
use crate::model::article::Article;
use crate::model::date::Date;

/// The months as BibTeX's styles name them: they stand without braces.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `article.cite` in templates.
#[derive(Serialize)]
pub(super) struct CiteCx {
    text: String,
    bibtex: String,
    csl: String,
}

/// What the formats say of an article.
struct Cited<'a> {
    article: &'a Article,
    outlet: &'a str,
    /// The page, or where no site's address is known the original.
    url: &'a str,
    note: String,
}

/// An article's citation; `canonical` is the address of its page, or empty.
pub(super) fn citation(cx: &Contexts<'_>, article: &Article, canonical: &str) -> CiteCx {
    let source = &article.front.source;
    let outlet = source.outlet.as_ref().and_then(|id| cx.library().outlets.get(id.as_str()));
    let original = source.url.as_ref().map_or("", |url| url.as_str());
    let text = ("text", Arg::from(cx.name("text", article.front.text.id())));
    let site = ("site", Arg::from(&cx.config.title));
    let note = if canonical.is_empty() || original.is_empty() {
        cx.say("cite-note", &[text, site])
    } else {
        cx.say("cite-note-original", &[text, site, ("address", original.into())])
    };
    let url = if canonical.is_empty() { original } else { canonical };
    let cited = Cited { article, outlet: outlet.map_or("", |o| &o.fields.name), url, note: without_marks(&note) };
    CiteCx { text: cite(cx, article, canonical), bibtex: bibtex(&cited), csl: csl(&cited) }
}

/// An entry of the kind that every style knows. Names and the title stand in double braces: they are as printed, not taken
/// apart at `and` or commas, nor put into small letters.
fn bibtex(cited: &Cited<'_>) -> String {
    let front = &cited.article.front;
    let braced = |words: &str| format!("{{{}}}", tex(words));
    let mut fields: Vec<(&str, String)> = Vec::new();
    if !front.source.authors.is_empty() {
        let names: Vec<String> = front.source.authors.iter().map(|name| braced(name)).collect();
        fields.push(("author", format!("{{{}}}", names.join(" and "))));
    }
    fields.push(("title", format!("{{{}}}", braced(&front.title))));
    if !cited.outlet.is_empty() {
        fields.push(("howpublished", braced(cited.outlet)));
    }
    if let Some(date) = front.source.published {
        fields.push(("year", format!("{{{}}}", date.year())));
        let month = date.month().and_then(|month| MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?));
        fields.extend(month.map(|month| ("month", (*month).to_owned())));
    }
    if !cited.url.is_empty() {
        // Verbatim for the styles that know the field; only braces would end it.
        fields.push(("url", format!("{{{}}}", cited.url.replace('{', "%7B").replace('}', "%7D"))));
    }
    fields.push(("note", braced(&cited.note)));
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("  {name} = {value}")).collect();
    format!("@misc{{{},\n{}\n}}\n", key(cited.article.slug.as_ref()), fields.join(",\n"))
}

/// A key that all programs take: letters and digits of ASCII, and hyphens.
fn key(slug: &str) -> String {
    slug.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// Words with TeX's signs as commands. Braces too: BibTeX counts those behind a backslash as well.
fn tex(words: &str) -> String {
    let mut tex = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' => tex.push_str("{\\textbackslash}"),
            '{' => tex.push_str("{\\textbraceleft}"),
            '}' => tex.push_str("{\\textbraceright}"),
            '~' => tex.push_str("{\\textasciitilde}"),
            '^' => tex.push_str("{\\textasciicircum}"),
            '&' | '%' | '$' | '#' | '_' => {
                tex.push('\\');
                tex.push(c);
            }
            c => tex.push(c),
        }
    }
    tex
}

/// One item of [CSL-JSON](https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html).
fn csl(cited: &Cited<'_>) -> String {
    let front = &cited.article.front;
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| item.insert(name.to_owned(), value);
    put("id", json!(cited.article.slug.to_string()));
    put("type", json!("webpage"));
    put("title", json!(front.title));
    if !front.source.authors.is_empty() {
        put("author", front.source.authors.iter().map(|name| json!({ "literal": name })).collect());
    }
    if !cited.outlet.is_empty() {
        put("container-title", json!(cited.outlet));
    }
    if let Some(date) = front.source.published {
        put("issued", date_parts(date));
    }
    if let Some(date) = front.source.retrieved {
        put("accessed", date_parts(date));
    }
    if !cited.url.is_empty() {
        put("URL", json!(cited.url));
    }
    put("language", json!(front.language));
    put("note", json!(cited.note));
    Value::Array(vec![Value::Object(item)]).to_string()
}

/// As much of a date as is known.
fn date_parts(date: Date) -> Value {
    let parts: Vec<i16> =
        [Some(date.year()), date.month().map(i16::from), date.day().map(i16::from)].into_iter().flatten().collect();
    json!({ "date-parts": [parts] })
}

#[cfg(test)]
mod tests {
    use super::{key, tex};

    #[test]
    fn signs_of_tex_are_commands_and_braces_stay_balanced() {
        assert_eq!(tex("50 % of R&D_1 #2 $3"), "50 \\% of R\\&D\\_1 \\#2 \\$3");
        assert_eq!(
            tex("a } b \\ ~^"),
            "a {\\textbraceright} b {\\textbackslash} {\\textasciitilde}{\\textasciicircum}"
        );
        assert_eq!(tex("Žižek, élan, 日本"), "Žižek, élan, 日本");
    }

    #[test]
    fn keys_are_ascii() {
        assert_eq!(key("grève-2025"), "gr-ve-2025");
    }
}
