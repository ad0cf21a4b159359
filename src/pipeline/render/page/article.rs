//! An article with its notes.

use serde::Serialize;
use serde_json::json;
use tera::Value;

use super::super::context::{Contexts, DateCx, LinkCx, NoteCx, Section};
use super::super::document::{MarkedNote, Marks, Role, Writer};
use super::super::html::Html;
use super::super::{Plan, RenderError};
use super::{Page, Renderer};
use crate::config::Forge;
use crate::model::anchor::Placement;
use crate::model::article::{Article, Stance};
use crate::model::document::NodeKind;
use crate::model::site::{Backlink, NoteRef, Thing};
use crate::model::vocabulary::Treats;

pub(super) fn plan(plan: &mut Plan<'_>) -> Result<(), RenderError> {
    let library = plan.renderer.cx.library();
    for index in 0..library.articles.len() {
        plan.page(&library.route(Thing::Article(index)), move |r| r.article(index))?;
    }
    Ok(())
}

/// A stretch of the text: a block with the notes whose words end in it, and the blocks behind it that have none.
#[derive(Serialize)]
struct Passage {
    first: Html,
    notes: Vec<NoteCx>,
    rest: Html,
}

#[derive(Serialize)]
struct TocCx {
    level: u8,
    id: String,
    text: String,
}

#[derive(Serialize)]
struct OriginCx {
    outlet: Option<LinkCx>,
    authors: Vec<LinkCx>,
    url: String,
    host: String,
    published: Option<DateCx>,
    retrieved: Option<DateCx>,
    archived: String,
    via: Option<LinkCx>,
    genre_label: &'static str,
    rights: String,
    text_label: &'static str,
    text_explained: &'static str,
}

#[derive(Serialize)]
pub(super) struct StanceCx {
    article: LinkCx,
    outlet: Option<LinkCx>,
    target: LinkCx,
    label: &'static str,
    label_text: &'static str,
    rationale: String,
    quote: String,
    by: LinkCx,
    on: DateCx,
}

#[derive(Serialize)]
struct TreatedClaim {
    #[serde(flatten)]
    card: Value,
    treats: &'static str,
    treats_label: &'static str,
}

#[derive(Serialize)]
struct RelatedCx {
    card: Value,
    reason: String,
}

#[derive(Serialize)]
pub(super) struct BacklinkCx {
    label: String,
    route: String,
    sentence: String,
}

#[derive(Serialize)]
struct CorrectionCx {
    date: DateCx,
    text: String,
    url: String,
}

#[derive(Serialize)]
struct CiteCx {
    text: String,
}

#[derive(Serialize)]
struct ArticleCx {
    #[serde(flatten)]
    card: Value,
    passages: Vec<Passage>,
    footnotes: Html,
    toc: Vec<TocCx>,
    source: OriginCx,
    #[serde(rename = "stances")]
    judged: Vec<StanceCx>,
    whole_notes: Vec<NoteCx>,
    lost_notes: Vec<NoteCx>,
    claims: Vec<TreatedClaim>,
    related: Vec<RelatedCx>,
    backlinks: Vec<BacklinkCx>,
    corrections: Vec<CorrectionCx>,
    cite: CiteCx,
    edit_url: String,
    new_note_url: String,
}

#[derive(Serialize)]
struct Fields {
    article: ArticleCx,
}

impl Renderer<'_> {
    fn article(&self, index: usize) -> Page {
        let cx = &self.cx;
        let article = &cx.library().articles[index];
        let route = cx.library().route(Thing::Article(index));
        let mut page = cx.page("article", Section::Articles, &route, &article.front.title);
        page.description = article.front.summary.clone().unwrap_or_default();
        page.language.clone_from(&article.front.language);
        page.json_ld = json_ld(cx, article);
        let (edit_url, new_note_url) = forge_urls(cx, article);
        let fields = Fields {
            article: ArticleCx {
                passages: passages(cx, index, &page.root),
                footnotes: Html::default(),
                toc: toc(article),
                source: origin(cx, article),
                judged: article.front.stance.iter().map(|s| stance(cx, index, s)).collect(),
                whole_notes: notes(cx, index, &page.root, |p| matches!(p, Placement::Whole)),
                lost_notes: notes(cx, index, &page.root, |p| {
                    matches!(p, Placement::Ambiguous(_) | Placement::Orphan(_))
                }),
                claims: claims(cx, index),
                related: related(cx, index),
                backlinks: backlinks(cx, Thing::Article(index)),
                corrections: corrections(article),
                cite: CiteCx { text: cite(cx, article, &page.canonical) },
                edit_url,
                new_note_url,
                card: cx.cards.articles[index].clone(),
            },
        };
        self.fill("article.html", &page, &fields)
    }
}

/// The text, cut before each block that has notes.
fn passages(cx: &Contexts<'_>, index: usize, root: &str) -> Vec<Passage> {
    let article = &cx.library().articles[index];
    let marks = marks(cx, index);
    let around = cx.surroundings(root, Thing::Article(index), Role::Main);
    let mut writer = Writer::new(&article.body, &cx.site.links.articles[index].body, &marks, around);
    let mut passages: Vec<Passage> = Vec::new();
    let note = |note: usize| cx.note(NoteRef { article: index, note }, root);
    // A heading waits for the block that it stands over, so that both keep together when notes stretch a passage.
    let mut heading = Html::default();
    let mut add = |html: Html, notes: Vec<NoteCx>| match passages.last_mut() {
        Some(last) if notes.is_empty() => last.rest.append(&html),
        _ => passages.push(Passage { first: html, notes, rest: Html::default() }),
    };
    for block in Writer::blocks(&article.body) {
        let top = &article.body.nodes[block];
        let notes: Vec<NoteCx> = marks.ending_in(top.text).map(note).collect();
        heading.append(&writer.block_html(block));
        if !notes.is_empty() || !matches!(top.kind, NodeKind::Heading(_)) {
            add(std::mem::take(&mut heading), notes);
        }
    }
    if !heading.is_empty() {
        add(heading, Vec::new());
    }
    let footnotes = article.body.nodes.iter().filter(|n| matches!(n.kind, NodeKind::Footnote(_)));
    let notes = footnotes.flat_map(|n| marks.ending_in(n.text)).map(note).collect();
    let html = writer.footnotes_html();
    if !html.is_empty() {
        add(html, notes);
    }
    passages
}

/// The notes that have a place in the text.
fn marks(cx: &Contexts<'_>, index: usize) -> Marks {
    let article = &cx.library().articles[index];
    let placements = &cx.site.anchored.placements[index].notes;
    let marked = cx.site.links.reading_order[index].iter().filter_map(|&i| {
        let anchor = placements[i].anchor()?;
        let at = NoteRef { article: index, note: i };
        let note = &article.notes[i];
        let level = note.fields.verdict.as_ref().and_then(|id| cx.config.scale.level(id));
        Some(MarkedNote {
            note: i,
            id: note.id.to_string(),
            number: cx.number(at),
            range: anchor.range,
            kind: note.fields.kind,
            tone: level.map(|level| level.tone.id()),
            label: cx.note_label(at),
        })
    });
    Marks::new(marked.collect())
}

fn notes(cx: &Contexts<'_>, index: usize, root: &str, wanted: impl Fn(&Placement) -> bool) -> Vec<NoteCx> {
    let placements = &cx.site.anchored.placements[index].notes;
    let order = cx.site.links.reading_order[index].iter().copied();
    order.filter(|&i| wanted(&placements[i])).map(|note| cx.note(NoteRef { article: index, note }, root)).collect()
}

/// A table of contents is worth its place from three headings on.
fn toc(article: &Article) -> Vec<TocCx> {
    const FEWEST: usize = 3;
    let headings = article.body.headings.iter().filter(|h| !h.id.is_empty() && h.level <= 3);
    let toc: Vec<TocCx> = headings
        .map(|h| TocCx {
            level: h.level.max(2),
            id: h.id.to_string(),
            text: article.body.text.slice(h.text).to_owned(),
        })
        .collect();
    if toc.len() < FEWEST { Vec::new() } else { toc }
}

fn origin(cx: &Contexts<'_>, article: &Article) -> OriginCx {
    let library = cx.library();
    let source = &article.front.source;
    let outlet = |id: Option<&crate::model::id::Id>| {
        id.and_then(|id| library.outlets.index(id.as_str())).map(|i| cx.link(Thing::Outlet(i)))
    };
    let author =
        |name: &String| LinkCx { label: name.clone(), route: format!("authors/{}.html", crate::text::slugify(name)) };
    OriginCx {
        outlet: outlet(source.outlet.as_ref()),
        authors: source.authors.iter().map(author).collect(),
        url: source.url.as_ref().map(ToString::to_string).unwrap_or_default(),
        host: source.url.as_ref().map(crate::model::address::Address::host).unwrap_or_default(),
        published: source.published.map(DateCx::from),
        retrieved: source.retrieved.map(DateCx::from),
        archived: source.archived.as_ref().map(ToString::to_string).unwrap_or_default(),
        via: outlet(source.via.as_ref()),
        genre_label: source.genre.map_or("", crate::model::vocabulary::Genre::label),
        rights: source.rights.clone().unwrap_or_default(),
        text_label: article.front.text.label(),
        text_explained: article.front.text.explained(),
    }
}

/// One judge's reading of an article's stance.
pub(super) fn stance(cx: &Contexts<'_>, index: usize, stance: &Stance) -> StanceCx {
    let library = cx.library();
    let article = &library.articles[index];
    let outlet = article.front.source.outlet.as_ref().and_then(|id| library.outlets.index(id.as_str()));
    let target = cx.site.topic_or_claim(&stance.toward);
    StanceCx {
        article: cx.link(Thing::Article(index)),
        outlet: outlet.map(|i| cx.link(Thing::Outlet(i))),
        target: match target {
            Some(thing) => cx.link(thing),
            None => LinkCx { label: stance.toward.to_string(), route: String::new() },
        },
        label: stance.label.id(),
        label_text: stance.label.label(),
        rationale: stance.rationale.clone().unwrap_or_default(),
        quote: stance.quote.clone().unwrap_or_default(),
        by: cx.editor(&stance.by),
        on: stance.on.into(),
    }
}

/// The claims that the notes tie to the article, in reading order; where notes differ in how the article treats one,
/// the first counts.
fn claims(cx: &Contexts<'_>, index: usize) -> Vec<TreatedClaim> {
    let library = cx.library();
    let mut claims: Vec<(usize, Treats)> = Vec::new();
    for &note in &cx.site.links.reading_order[index] {
        let note = &library.articles[index].notes[note];
        let claim = note.fields.claim.as_ref().and_then(|id| library.claims.index(id.as_str()));
        if let Some(claim) = claim.filter(|claim| claims.iter().all(|(c, _)| c != claim)) {
            claims.push((claim, note.treats()));
        }
    }
    let treated = |(claim, treats): (usize, Treats)| TreatedClaim {
        card: cx.cards.claims[claim].clone(),
        treats: treats.id(),
        treats_label: treats.label(),
    };
    claims.into_iter().map(treated).collect()
}

fn related(cx: &Contexts<'_>, index: usize) -> Vec<RelatedCx> {
    let count = |n: usize, word: &str| (n > 0).then(|| format!("{n} {word}{}", if n == 1 { "" } else { "s" }));
    let related = cx.site.links.related[index].iter().map(|related| {
        let shared: Vec<String> =
            [count(related.claims, "claim"), count(related.topics, "topic")].into_iter().flatten().collect();
        RelatedCx {
            card: cx.cards.articles[related.article].clone(),
            reason: format!("{} in common", shared.join(" and ")),
        }
    });
    related.collect()
}

/// The pages that link to a thing.
pub(super) fn backlinks(cx: &Contexts<'_>, thing: Thing) -> Vec<BacklinkCx> {
    let backlinks = cx.site.links.backlinks.get(&thing).map(Vec::as_slice).unwrap_or_default();
    let backlink = |backlink: &Backlink| {
        let link = cx.link(backlink.from);
        BacklinkCx { label: link.label, route: link.route, sentence: backlink.sentence.clone() }
    };
    backlinks.iter().map(backlink).collect()
}

fn corrections(article: &Article) -> Vec<CorrectionCx> {
    let correction = |c: &crate::model::article::OutletCorrection| CorrectionCx {
        date: c.date.into(),
        text: c.text.clone(),
        url: c.url.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    article.front.corrections.iter().map(correction).collect()
}

/// How the page is cited: authors, title, outlet and date of the source, then this site.
fn cite(cx: &Contexts<'_>, article: &Article, canonical: &str) -> String {
    let source = &article.front.source;
    let outlet = source.outlet.as_ref().and_then(|id| cx.library().outlets.get(id.as_str()));
    let mut parts = Vec::new();
    if !source.authors.is_empty() {
        parts.push(source.authors.join(", "));
    }
    parts.push(format!("“{}”", article.front.title));
    parts.extend(outlet.map(|o| o.fields.name.clone()));
    parts.extend(source.published.map(crate::model::date::Date::text));
    let here = if canonical.is_empty() { String::new() } else { format!(", {canonical}") };
    format!("{}. {} with notes in: {}{here}.", parts.join(", "), article.front.text.label(), cx.config.title)
}

/// The addresses at which the forge edits the article and begins a new note.
fn forge_urls(cx: &Contexts<'_>, article: &Article) -> (String, String) {
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

/// The page is about an article of somebody else's, and says so: it does not pose as its publisher.
fn json_ld(cx: &Contexts<'_>, article: &Article) -> Html {
    let source = &article.front.source;
    let Some(outlet) = source.outlet.as_ref().and_then(|id| cx.library().outlets.get(id.as_str())) else {
        return Html::default();
    };
    let authors: Vec<_> = source.authors.iter().map(|name| json!({ "@type": "Person", "name": name })).collect();
    let mut original = json!({
        "@type": "NewsArticle",
        "headline": article.front.title,
        "inLanguage": article.front.language,
        "publisher": { "@type": "NewsMediaOrganization", "name": outlet.fields.name },
    });
    if !authors.is_empty() {
        original["author"] = json!(authors);
    }
    if let Some(date) = source.published {
        original["datePublished"] = json!(date.to_string());
    }
    if let Some(url) = &source.url {
        original["url"] = json!(url.as_str());
    }
    Html::json(&json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": article.front.title,
        "isBasedOn": original,
    }))
}
