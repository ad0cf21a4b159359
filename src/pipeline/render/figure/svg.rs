//! Writes pictures as SVG that stands in a page.
//!
//! Places along the width are parts of it, so that a picture spreads without its words growing or shrinking; heights are
//! pixels. Looks are classes: the pages' policy allows no style in an element.

use std::collections::BTreeSet;

use super::super::html::{Html, HtmlWriter};
use super::axis::WIDTH;
use super::ticks::{Anchor, Label};

/// A place along the width as a part of it. Two digits are a tenth of a pixel at a thousand.
pub(super) fn part(x: f64) -> String {
    let mut text = format!("{:.2}", x / WIDTH * 100.0);
    text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    text.push('%');
    text
}

/// A height in pixels.
fn pixels(y: f64) -> String {
    let mut text = format!("{y:.1}");
    text.truncate(text.trim_end_matches(".0").len());
    text
}

/// A rectangle: `x` in pixels of the layout, and `shift` from there in pixels of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Box {
    /// The place that it belongs to.
    pub(super) x: f64,
    /// Its upper edge.
    pub(super) y: f64,
    /// Its width; it stands around its place.
    pub(super) width: f64,
    /// Its height.
    pub(super) height: f64,
    /// The radius of its corners.
    pub(super) round: f64,
}

/// A picture from front to back.
#[derive(Debug)]
pub(super) struct Svg {
    out: HtmlWriter,
    /// The classes of its lines.
    lines: BTreeSet<&'static str>,
}

impl Svg {
    /// A picture of links, with a name for those who do not see it.
    pub(super) fn links(height: f64, name: &str) -> Self {
        Self::open("group", height, name)
    }

    /// A picture that is one thing for those who do not see it.
    pub(super) fn image(height: f64, name: &str) -> Self {
        Self::open("img", height, name)
    }

    fn open(role: &str, height: f64, name: &str) -> Self {
        let mut out = HtmlWriter::default();
        out.markup("<svg class=\"chart\"").attribute("width", "100%").number("height", pixels(height));
        out.attribute("role", role).attribute("aria-label", name).markup(">\n");
        Self { out, lines: BTreeSet::new() }
    }

    /// A constant piece.
    pub(super) fn markup(&mut self, markup: &'static str) -> &mut Self {
        self.out.markup(markup);
        self
    }

    /// A line from one place to another.
    pub(super) fn line(&mut self, class: &'static str, from: (f64, f64), to: (f64, f64)) -> &mut Self {
        self.lines.insert(class);
        self.out.markup("<line").attribute("class", class);
        self.out.attribute("x1", &part(from.0)).attribute("x2", &part(to.0));
        self.out.attribute("y1", &pixels(from.1)).attribute("y2", &pixels(to.1)).markup("/>");
        self
    }

    /// A circle.
    pub(super) fn circle(&mut self, x: f64, y: f64, radius: f64) -> &mut Self {
        self.out.markup("<circle").attribute("cx", &part(x)).attribute("cy", &pixels(y));
        self.out.attribute("r", &pixels(radius)).markup("/>");
        self
    }

    /// A rectangle around its place.
    pub(super) fn rect(&mut self, shape: Box) -> &mut Self {
        self.out.markup("<rect").attribute("x", &part(shape.x)).attribute("y", &pixels(shape.y));
        self.out.attribute("width", &pixels(shape.width)).attribute("height", &pixels(shape.height));
        if shape.round > 0.0 {
            self.out.attribute("rx", &pixels(shape.round));
        }
        let shift = format!("translate(-{})", pixels(shape.width / 2.0));
        self.out.attribute("transform", &shift).markup("/>");
        self
    }

    /// A column from one place to another, whose width grows with the page.
    pub(super) fn column(&mut self, from: f64, to: f64, y: f64, height: f64) -> &mut Self {
        self.out.markup("<rect").attribute("x", &part(from)).attribute("width", &part(to - from));
        self.out.attribute("y", &pixels(y)).attribute("height", &pixels(height)).markup("/>");
        self
    }

    /// A shape that the picture has defined.
    pub(super) fn shape(&mut self, id: &'static str, x: f64, y: f64) -> &mut Self {
        self.out.markup("<use").attribute("href", id).attribute("x", &part(x)).attribute("y", &pixels(y)).markup("/>");
        self
    }

    /// Words whose baseline is at `y`, `shift` pixels of the page beside their place.
    pub(super) fn words(&mut self, label: &Label, y: f64, shift: f64) -> &mut Self {
        self.out.markup("<text").attribute("x", &part(label.x)).attribute("y", &pixels(y));
        if shift != 0.0 {
            self.out.attribute("dx", &pixels(shift));
        }
        match label.anchor {
            Anchor::Start => {}
            Anchor::Middle => drop(self.out.attribute("text-anchor", "middle")),
            Anchor::End => drop(self.out.attribute("text-anchor", "end")),
        }
        self.out.markup(">").text(&label.text).markup("</text>");
        self
    }

    /// A link with its name; what follows up to [`Svg::end_link`] is part of it.
    pub(super) fn link(&mut self, class: &str, href: &str, name: &str) -> &mut Self {
        self.out.markup("<a").attribute("class", class).attribute("href", href);
        self.out.markup("><title>").text(name).markup("</title>");
        self
    }

    /// Ends a link.
    pub(super) fn end_link(&mut self) -> &mut Self {
        self.markup("</a>\n")
    }

    /// Whether it has a line of that class.
    pub(super) fn has(&self, class: &'static str) -> bool {
        self.lines.contains(class)
    }

    /// The picture.
    pub(super) fn finish(mut self) -> Html {
        self.out.markup("</svg>");
        self.out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_parts_of_the_width() {
        assert_eq!([0.0, 175.0, 14.5, 700.0].map(part), ["0%", "25%", "2.07%", "100%"]);
        assert_eq!([12.0, 12.5, 100.0].map(pixels), ["12", "12.5", "100"]);
    }
}
