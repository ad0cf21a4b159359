//! Blocks: paragraphs, headings, lists, quotes, tables, footnotes.

use std::collections::BTreeSet;

use super::writer::{Role, Writer};
use crate::model::document::{Alert, Alignment, Node, NodeKind};

impl Writer<'_> {
    pub(super) fn block(&mut self, index: usize) {
        let document = self.document;
        match &document.nodes[index].kind {
            NodeKind::Paragraph => self.paragraph(index),
            NodeKind::Heading(number) => self.heading(*number as usize, index),
            NodeKind::Quote => self.lines("<blockquote>\n", "</blockquote>\n", index),
            NodeKind::Alert(alert) => self.alert(*alert, index),
            NodeKind::List(first) => self.list(*first, index),
            NodeKind::Item => self.item(index),
            NodeKind::CodeBlock(language) => self.code_block(language, document.nodes[index].text),
            NodeKind::Table(columns) => self.table(columns, index),
            NodeKind::Rule => drop(self.html.markup("<hr>\n")),
            NodeKind::DefinitionList => self.lines("<dl>\n", "</dl>\n", index),
            NodeKind::Term => self.lines("<dt>", "</dt>\n", index),
            NodeKind::Definition => self.lines("<dd>", "</dd>\n", index),
            _ => self.children(index),
        }
    }

    fn lines(&mut self, start: &'static str, end: &'static str, index: usize) {
        self.html.markup(start);
        self.children(index);
        self.html.markup(end);
    }

    fn paragraph(&mut self, index: usize) {
        match self.only_image(index) {
            Some(title) => {
                self.html.markup("<figure>");
                self.children(index);
                if !title.is_empty() {
                    self.html.markup("<figcaption>").text(&title).markup("</figcaption>");
                }
                self.html.markup("</figure>\n");
            }
            None => self.lines("<p>", "</p>\n", index),
        }
    }

    /// The title of the image that is all that a paragraph holds.
    fn only_image(&self, index: usize) -> Option<String> {
        let mut children = self.document.children(Some(index));
        match (children.next().map(|i| &self.document.nodes[i].kind), children.next()) {
            (Some(NodeKind::Image(number)), None) => Some(self.document.links[*number as usize].title.clone()),
            _ => None,
        }
    }

    /// The title of the page is its `h1`; a note's headings are no headings of the page.
    fn heading(&mut self, number: usize, index: usize) {
        if self.around.role == Role::Note {
            return self.lines("<p><strong>", "</strong></p>\n", index);
        }
        let heading = &self.document.headings[number];
        let (start, end) = match heading.level {
            1 | 2 => ("<h2", "</h2>\n"),
            3 => ("<h3", "</h3>\n"),
            4 => ("<h4", "</h4>\n"),
            5 => ("<h5", "</h5>\n"),
            _ => ("<h6", "</h6>\n"),
        };
        self.html.markup(start).attribute("id", &heading.id).markup(">");
        self.children(index);
        self.html.markup(end);
    }

    fn alert(&mut self, alert: Alert, index: usize) {
        let (class, id) = match alert {
            Alert::Note => ("alert alert-note", "alert-note"),
            Alert::Tip => ("alert alert-tip", "alert-tip"),
            Alert::Important => ("alert alert-important", "alert-important"),
            Alert::Warning => ("alert alert-warning", "alert-warning"),
            Alert::Caution => ("alert alert-caution", "alert-caution"),
        };
        let label = &self.around.language.say(id, &[]);
        self.html.markup("<div").attribute("class", class).markup(" role=\"note\"").attribute("aria-label", label);
        self.html.markup(">\n<p class=\"alert-title\">").text(label).markup("</p>\n");
        self.children(index);
        self.html.markup("</div>\n");
    }

    fn list(&mut self, first: Option<u64>, index: usize) {
        match first {
            None => self.lines("<ul>\n", "</ul>\n", index),
            Some(1) => self.lines("<ol>\n", "</ol>\n", index),
            Some(first) => {
                self.html.markup("<ol").number("start", first).markup(">\n");
                self.children(index);
                self.html.markup("</ol>\n");
            }
        }
    }

    fn item(&mut self, index: usize) {
        let document = self.document;
        let task = document.children(Some(index)).any(|i| {
            let inside = document.children(Some(i)).next();
            [Some(i), inside].into_iter().flatten().any(|i| matches!(document.nodes[i].kind, NodeKind::Task(_)))
        });
        self.lines(if task { "<li class=\"task\">" } else { "<li>" }, "</li>\n", index);
    }

    fn table(&mut self, columns: &[Alignment], index: usize) {
        self.tables += 1;
        let label = self.around.language.say("table-number", &[("number", self.tables.into())]);
        self.html.markup("<div class=\"table\" tabindex=\"0\" role=\"region\"").attribute("aria-label", &label);
        self.html.markup(">\n<table>\n");
        let document = self.document;
        let mut rows = document.children(Some(index)).peekable();
        if let Some(head) = rows.next_if(|&i| document.nodes[i].kind == NodeKind::TableHead) {
            self.html.markup("<thead>\n");
            self.row(head, columns, "<th scope=\"col\"", "</th>");
            self.html.markup("</thead>\n");
        }
        self.html.markup("<tbody>\n");
        for row in rows {
            self.row(row, columns, "<td", "</td>");
        }
        self.html.markup("</tbody>\n</table>\n</div>\n");
    }

    fn row(&mut self, row: usize, columns: &[Alignment], start: &'static str, end: &'static str) {
        let document = self.document;
        self.html.markup("<tr>");
        for (column, cell) in document.children(Some(row)).enumerate() {
            let class = match columns.get(column) {
                Some(Alignment::Center) => " class=\"al-center\"",
                Some(Alignment::End) => " class=\"al-right\"",
                Some(Alignment::Default | Alignment::Start) | None => "",
            };
            self.html.markup(start).markup(class).markup(">");
            self.children(cell);
            self.html.markup(end);
        }
        self.html.markup("</tr>\n");
    }

    pub(super) fn footnotes(&mut self) {
        let document = self.document;
        let notes = || document.children(None).filter(|&i| matches!(document.nodes[i].kind, NodeKind::Footnote(_)));
        if notes().next().is_none() {
            return;
        }
        match self.around.role {
            Role::Main => self
                .html
                .markup("<section class=\"footnotes\" role=\"doc-endnotes\"")
                .attribute("aria-label", &self.around.language.say("footnotes", &[]))
                .markup(">\n<ol>\n"),
            Role::Note => self.html.markup("<div class=\"footnotes\">\n<ol>\n"),
        };
        let mentioned: BTreeSet<u32> = document.nodes.iter().filter_map(mentioned).collect();
        for index in notes() {
            self.footnote(index, &mentioned);
        }
        self.html.markup(if self.around.role == Role::Main { "</ol>\n</section>\n" } else { "</ol>\n</div>\n" });
    }

    fn footnote(&mut self, index: usize, mentioned: &BTreeSet<u32>) {
        let NodeKind::Footnote(number) = self.document.nodes[index].kind else { return };
        if self.around.role == Role::Note {
            return self.lines("<li>", "</li>\n", index);
        }
        self.html.markup("<li").attribute("id", &format!("fn-{number}")).markup(">");
        self.children(index);
        if mentioned.contains(&number) {
            self.html.markup("<a").attribute("href", &format!("#fnref-{number}"));
            let label = self.around.language.say("back-to-text", &[]);
            self.html.markup(" role=\"doc-backlink\"").attribute("aria-label", &label).markup(">↩</a>");
        }
        self.html.markup("</li>\n");
    }
}

/// The number of the footnote that a node mentions.
fn mentioned(node: &Node) -> Option<u32> {
    match node.kind {
        NodeKind::FootnoteReference(number, _) => Some(number),
        _ => None,
    }
}
