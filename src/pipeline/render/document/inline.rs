//! Lines of text: words with their marks, emphasis, links, images, code spans.

use super::super::language::Language;
use super::marks::Segment;
use super::writer::{Role, Writer};
use crate::model::document::{HtmlElement, Link, LinkKind, NodeKind};
use crate::model::id::Id;
use crate::model::mention::{Mention, MentionPlace};
use crate::model::site::{Href, Thing};
use crate::text::TextRange;

impl Writer<'_> {
    pub(super) fn inline(&mut self, index: usize) {
        let document = self.document;
        let node = &document.nodes[index];
        match &node.kind {
            NodeKind::Text => self.words(node.text),
            NodeKind::SoftBreak => self.marked_as(node.text, "\n"),
            NodeKind::HardBreak => drop(self.html.markup("<br>\n")),
            NodeKind::Code => self.hoist("<code>", "</code>", |w| w.marked(node.text)),
            NodeKind::Emphasis => self.around("<em>", "</em>", index),
            NodeKind::Strong => self.around("<strong>", "</strong>", index),
            NodeKind::Strikethrough => self.around("<del>", "</del>", index),
            NodeKind::Link(number) => self.link(index, *number as usize),
            NodeKind::Image(number) => self.image(*number as usize),
            NodeKind::FootnoteReference(number, earlier) => self.footnote_reference(*number, *earlier),
            NodeKind::Html(element) => self.element(*element, index),
            NodeKind::Task(done) => self.task(*done),
            _ => {}
        }
    }

    fn around(&mut self, start: &'static str, end: &'static str, index: usize) {
        self.html.markup(start);
        self.children(index);
        self.html.markup(end);
    }

    fn element(&mut self, element: HtmlElement, index: usize) {
        match element {
            HtmlElement::Sub => self.around("<sub>", "</sub>", index),
            HtmlElement::Sup => self.around("<sup>", "</sup>", index),
            HtmlElement::Kbd => self.around("<kbd>", "</kbd>", index),
            HtmlElement::Abbr => self.around("<abbr>", "</abbr>", index),
            HtmlElement::Br => drop(self.html.markup("<br>")),
            HtmlElement::Wbr => drop(self.html.markup("<wbr>")),
        }
    }

    /// Words of the plain text, in the window: names of topics as links, around the marks of what is quoted. A name that
    /// a line break in the file parts is one link over several calls.
    fn words(&mut self, range: TextRange) {
        let range = range.intersect(self.window);
        let mentions = self.mentions;
        let first = mentions.partition_point(|m| m.range.end <= range.start);
        let inside = mentions[first..].iter().take_while(|m| m.range.start < range.end);
        let mut at = range.start;
        for mention in inside.filter(|m| m.place == MentionPlace::First) {
            let name = mention.range.intersect(range);
            self.marked(TextRange { start: at, end: name.start });
            if name.start == mention.range.start {
                self.mention_start(mention.topic);
            }
            self.marked(name);
            if name.end == mention.range.end {
                self.mention_end();
            }
            at = name.end;
        }
        self.marked(TextRange { start: at, end: range.end });
    }

    fn mention_start(&mut self, topic: usize) {
        let library = self.around.site.library();
        let to = self.page(Thing::Topic(topic), None);
        let id = mention_id(&library.topics.at(topic).id);
        self.html.markup("<a class=\"mention\"").attribute("id", &id).attribute("href", &to).markup(">");
        self.hoisting += 1;
    }

    fn mention_end(&mut self) {
        self.hoisting -= 1;
        self.html.markup("</a>");
        self.release();
    }

    /// Words of the plain text, in the window, with marks where they are quoted.
    pub(super) fn marked(&mut self, range: TextRange) {
        let range = range.intersect(self.window);
        if range.is_empty() {
            return;
        }
        let mut at = range.start;
        let marks = self.marks;
        for segment in marks.within(range) {
            let inside = segment.range.intersect(range);
            self.plain(TextRange { start: at, end: inside.start });
            self.segment(segment, inside.start, |w| w.plain(inside));
            self.references(&segment.notes, inside.end);
            at = inside.end;
        }
        self.plain(TextRange { start: at, end: range.end });
    }

    /// The same for words that HTML writes otherwise: the line break in the file for the space that a reader sees.
    fn marked_as(&mut self, range: TextRange, words: &'static str) {
        let range = range.intersect(self.window);
        let marks = self.marks;
        let segment = marks.within(range).next();
        match segment {
            _ if range.is_empty() => {}
            None => drop(self.html.markup(words)),
            Some(segment) => {
                self.segment(segment, range.start, |w| {
                    w.html.markup(words);
                });
                self.references(&segment.notes, range.end);
            }
        }
    }

    /// Words of a marked stretch from `start` on. The mark of a note lies inside that of shared words.
    fn segment(&mut self, segment: &Segment, start: u32, words: impl FnOnce(&mut Self)) {
        let shared = !segment.shared.is_empty();
        if shared {
            self.shared_start(&segment.shared, start);
        }
        if segment.notes.is_empty() {
            words(self);
        } else {
            self.mark_start(&segment.notes);
            words(self);
            self.html.markup("</mark>");
        }
        if shared {
            self.html.markup("</span>");
        }
    }

    /// Shared words have a place to go to where they begin; where several begin there, each has its own.
    fn shared_start(&mut self, shared: &[usize], start: u32) {
        let marks = self.marks;
        let mut beginning = shared.iter().map(|&i| &marks.shared[i]).filter(|shared| shared.range.start == start);
        let last = beginning.next_back();
        for before in beginning {
            self.html.markup("<span").attribute("id", &format!("page-shared-{}", before.number)).markup("></span>");
        }
        self.html.markup("<span class=\"shared\"");
        if let Some(last) = last {
            self.html.attribute("id", &format!("page-shared-{}", last.number));
        }
        self.html.markup(">");
    }

    fn plain(&mut self, range: TextRange) {
        if !range.is_empty() {
            self.html.text(self.document.text.slice(range));
        }
    }

    /// The strongest note decides how the words look.
    pub(super) fn mark_start(&mut self, notes: &[usize]) {
        let marks = self.marks;
        let Some(strongest) = notes.iter().map(|&i| &marks.notes[i]).min_by_key(|n| (n.kind, n.number)) else { return };
        let mut class = format!("hl hl-{}", strongest.kind.id());
        if let Some(tone) = strongest.tone {
            class.push_str(" tone-");
            class.push_str(tone);
        }
        if notes.len() > 1 {
            class.push_str(" hl-many");
        }
        if notes.iter().any(|&i| marks.notes[i].changed) {
            class.push_str(" hl-changed");
        }
        let ids: Vec<&str> = notes.iter().map(|&i| marks.notes[i].id.as_str()).collect();
        self.html.markup("<mark").attribute("class", &class).attribute("data-notes", &ids.join(" ")).markup(">");
    }

    /// The references of the notes whose words end at `end`: now, or behind the link or code span that is open.
    pub(super) fn references(&mut self, notes: &[usize], end: u32) {
        let marks = self.marks;
        let mut ending: Vec<usize> = notes.iter().copied().filter(|&i| marks.notes[i].range.end == end).collect();
        ending.sort_by_key(|&i| marks.notes[i].number);
        if self.hoisting > 0 {
            self.waiting.extend(ending);
            return;
        }
        for note in ending {
            self.reference(note);
        }
    }

    /// An empty link: its number is generated content, so that selecting and copying give the author's words only.
    fn reference(&mut self, note: usize) {
        let marks = self.marks;
        let note = &marks.notes[note];
        let changed = if note.changed { " noteref-changed" } else { "" };
        self.html
            .markup("<a")
            .attribute("class", &format!("noteref noteref-{}{changed}", note.kind.id()))
            .attribute("id", &format!("ref-{}", note.id))
            .attribute("href", &format!("#note-{}", note.id))
            .markup(" role=\"doc-noteref\"")
            .attribute("aria-label", &note.label)
            .number("data-n", note.number)
            .markup("></a>");
    }

    /// Writes something that no reference may stand in.
    fn hoist(&mut self, start: &'static str, end: &'static str, inside: impl FnOnce(&mut Self)) {
        self.html.markup(start);
        self.hoisting += 1;
        inside(self);
        self.hoisting -= 1;
        self.html.markup(end);
        self.release();
    }

    /// Writes the references that have waited.
    pub(super) fn release(&mut self) {
        if self.hoisting == 0 {
            for note in std::mem::take(&mut self.waiting) {
                self.reference(note);
            }
        }
    }

    fn link(&mut self, index: usize, number: usize) {
        let document = self.document;
        let link = &document.links[number];
        let Some(to) = self.href(number) else {
            self.html.markup("<span class=\"broken-link\">");
            self.children(index);
            self.html.markup("</span>");
            return;
        };
        self.html.markup("<a");
        let named = |m: &&Mention| u32::try_from(number).is_ok_and(|n| m.place == MentionPlace::Link(n));
        let first = self.mentions.partition_point(|m| m.range.start < link.text.start);
        if let Some(mention) = self.mentions.get(first).filter(named) {
            let id = mention_id(&self.around.site.library().topics.at(mention.topic).id);
            self.html.attribute("id", &id);
        }
        self.html.attribute("href", &to);
        if matches!(self.hrefs[number], Href::Elsewhere(_)) {
            let rel = self.rel();
            self.html.markup(" class=\"external\"").attribute("rel", rel);
        }
        if !link.title.is_empty() {
            self.html.attribute("title", &link.title);
        }
        self.hoist(">", "</a>", |w| w.children(index));
    }

    fn rel(&self) -> &'static str {
        match self.around.role {
            Role::Main => "external noopener noreferrer",
            Role::Note => "external nofollow ugc noopener noreferrer",
        }
    }

    /// What stands in `href`, or `None` for a link that leads nowhere. A place that its page does not have is left out.
    fn href(&self, number: usize) -> Option<String> {
        let site = self.around.site;
        match self.hrefs.get(number)? {
            Href::Page { thing, fragment } => Some(self.page(*thing, fragment.as_deref())),
            Href::File(route) => Some(format!("{}{}", self.around.root, encoded(route.as_str()))),
            Href::Here(fragment) => {
                let known = site.has_place(self.around.home, fragment);
                known.then(|| match self.around.role {
                    Role::Main => format!("#{fragment}"),
                    Role::Note => self.page(self.around.home, Some(fragment)),
                })
            }
            Href::Elsewhere(address) => Some(address.as_str().to_owned()),
            Href::Broken(_) => None,
        }
    }

    fn page(&self, thing: Thing, fragment: Option<&str>) -> String {
        let site = self.around.site;
        let route = site.library().route(thing);
        match fragment.filter(|f| site.has_place(thing, f)) {
            Some(fragment) => format!("{}{route}#{fragment}", self.around.root),
            None => format!("{}{route}", self.around.root),
        }
    }

    /// An image that lies beside its article; one from elsewhere becomes a link, since a page asks no other host.
    fn image(&mut self, number: usize) {
        let document = self.document;
        let link = &document.links[number];
        match (&self.hrefs[number], self.href(number)) {
            (Href::File(route), Some(to)) => {
                self.html.markup("<img").attribute("src", &to).attribute("alt", &link.alternative);
                if let Some((width, height)) = self.around.site.image_size(route) {
                    self.html.number("width", width).number("height", height);
                }
                self.html.markup(" loading=\"lazy\" decoding=\"async\">");
            }
            (Href::Elsewhere(_), Some(to)) => {
                let rel = self.rel();
                self.html.markup("<a class=\"external\"").attribute("rel", rel).attribute("href", &to).markup(">");
                let words = instead(link, self.around.language);
                self.html.text(&words).markup("</a>");
            }
            _ => {
                let words = instead(link, self.around.language);
                self.html.markup("<span class=\"broken-link\">").text(&words).markup("</span>");
            }
        }
    }

    /// In a note, which may stand on a page without its footnotes, only the number.
    fn footnote_reference(&mut self, number: u32, earlier: u32) {
        if self.around.role == Role::Note {
            self.html.markup("<sup>").text(&number.to_string()).markup("</sup>");
            return;
        }
        let label = self.around.language.say("footnote-number", &[("number", (number as usize).into())]);
        let again = if earlier == 0 { String::new() } else { format!("-{}", earlier + 1) };
        self.html
            .markup("<sup class=\"fnref\"><a")
            .attribute("id", &format!("fnref-{number}{again}"))
            .attribute("href", &format!("#fn-{number}"))
            .markup(" role=\"doc-noteref\"")
            .attribute("aria-label", &label)
            .number("data-n", number)
            .markup("></a></sup>");
    }

    fn task(&mut self, done: bool) {
        let (checked, id) = if done { (" checked", "task-done") } else { ("", "task-open") };
        let label = &self.around.language.say(id, &[]);
        self.html
            .markup("<input type=\"checkbox\" disabled")
            .markup(checked)
            .attribute("aria-label", label)
            .markup("> ");
    }
}

/// The id of the place where an article first names a topic.
pub(crate) fn mention_id(topic: &Id) -> String {
    format!("m-{topic}")
}

/// What stands for an image that is not shown.
fn instead(link: &Link, language: &Language) -> String {
    debug_assert_eq!(link.kind, LinkKind::Image);
    if link.alternative.is_empty() { language.say("image", &[]) } else { link.alternative.clone() }
}

/// A path of the site as a link has it.
fn encoded(path: &str) -> String {
    use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
    const PATH: &AsciiSet =
        &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`').add(b':');
    utf8_percent_encode(path, PATH).to_string()
}
