//! Tables: as GFM has them, or, where a cell holds what GFM's cannot, cell by cell.

use dom_query::NodeRef;

use super::runs::{Marks, Runs};
use super::{Piece, Writer, block, inline};
use crate::import::draft::Kind;
use crate::import::html::dom;
use crate::import::shape;

/// Widest table, in columns, and longest cell, in words, that a line of Markdown should hold.
const WIDEST: usize = 64;
const LONGEST_CELL: usize = 120;

/// Longest list in a cell, in items.
const LONGEST_LIST: usize = 6;

/// A table of data, or the blocks of one that only lays out a page.
pub(super) fn write(node: &NodeRef<'_>, writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    let rows = rows(node);
    if !is_data(node, &rows) {
        layout(node, &rows, writer, blocks);
        return;
    }
    for caption in node.element_children().iter().filter(|child| child.has_name("caption")) {
        block::caption(caption, writer, blocks);
    }
    let grid = grid(&rows, writer);
    let columns = grid.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return;
    }
    let mut lines: Vec<String> = Vec::new();
    for row in &grid {
        let mut line = String::from("|");
        for at in 0..columns {
            let cell = row.get(at).map_or("", String::as_str);
            line.extend([" ", cell, if cell.is_empty() { "|" } else { " |" }]);
        }
        lines.push(line);
    }
    // Only the first row can be the head; where the source has none it is the first row of data.
    lines.insert(1, format!("|{}", " --- |".repeat(columns)));
    blocks.push(Piece { kind: Kind::Markdown(lines.join("\n")), words: dom::words(node), linked: 0 });
}

/// The rows of this table, not those of tables inside it.
fn rows<'a>(node: &NodeRef<'a>) -> Vec<Vec<NodeRef<'a>>> {
    let mut rows = Vec::new();
    for child in node.element_children() {
        if child.has_name("tr") {
            rows.push(cells(&child));
        } else if dom::is_one_of(&child, &["thead", "tbody", "tfoot"]) {
            rows.extend(child.element_children().iter().filter(|row| row.has_name("tr")).map(cells));
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

fn cells<'a>(row: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    row.element_children().into_iter().filter(|cell| dom::is_one_of(cell, &["td", "th"])).collect()
}

/// Whether a table is one of data that fits into lines: two rows and two columns at least, and cells of words.
fn is_data(node: &NodeRef<'_>, rows: &[Vec<NodeRef<'_>>]) -> bool {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    if rows.len() < 2 || !(2..=WIDEST).contains(&widest) {
        return false;
    }
    if dom::attribute(node, "role").is_some_and(|role| role == "presentation") {
        return false;
    }
    rows.iter().flatten().all(fits)
}

fn fits(cell: &NodeRef<'_>) -> bool {
    let blocks = ["table", "pre", "h1", "h2", "h3", "blockquote", "figure"];
    let long = |node: &NodeRef<'_>| dom::is_one_of(node, &["ul", "ol"]) && node.element_children().len() > LONGEST_LIST;
    !cell.descendants_it().any(|node| dom::is_one_of(&node, &blocks) || long(&node))
        && shape::words(&cell.text()) <= LONGEST_CELL
}

/// Cells as Markdown; a cell over several columns is followed by empty ones, one over several rows stands above empty
/// ones.
fn grid(rows: &[Vec<NodeRef<'_>>], writer: &mut Writer<'_>) -> Vec<Vec<String>> {
    let mut grid: Vec<Vec<String>> = Vec::new();
    // Rows that a cell above still reaches into, by column.
    let mut reach: Vec<usize> = Vec::new();
    for row in rows {
        let mut line: Vec<String> = Vec::new();
        for cell in row {
            while reach.get(line.len()).is_some_and(|rows| *rows > 0) && line.len() < WIDEST {
                reach[line.len()] -= 1;
                line.push(String::new());
            }
            let (wide, high) = (span(cell, "colspan"), span(cell, "rowspan"));
            let text = cell_text(cell, writer);
            for column in 0..wide {
                if line.len() >= WIDEST && column > 0 {
                    break;
                }
                reach.resize(reach.len().max(line.len() + 1), 0);
                reach[line.len()] = high - 1;
                line.push(if column == 0 { text.clone() } else { String::new() });
            }
        }
        for rows in reach.iter_mut().skip(line.len()) {
            *rows = rows.saturating_sub(1);
        }
        grid.push(line);
    }
    grid.retain(|line| line.iter().any(|cell| !cell.is_empty()));
    grid
}

fn span(cell: &NodeRef<'_>, name: &str) -> usize {
    dom::attribute(cell, name).and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, WIDEST)
}

/// A cell's blocks in one line, with `<br>` between them; items of lists begin with a bullet.
fn cell_text(cell: &NodeRef<'_>, writer: &mut Writer<'_>) -> String {
    let mut lines = Vec::new();
    parts(cell, writer, &mut lines);
    lines.join("<br>")
}

fn parts(node: &NodeRef<'_>, writer: &mut Writer<'_>, lines: &mut Vec<String>) {
    let mut runs = Runs::default();
    let mut child = node.first_child();
    while let Some(one) = child {
        child = one.next_sibling();
        let name = dom::name(&one);
        let name = name.as_ref().map_or("", AsRef::as_ref);
        if dom::is_block(name) {
            flush(&mut runs, lines);
            let first = lines.len();
            parts(&one, writer, lines);
            if let Some(line) = lines.get_mut(first).filter(|_| name == "li") {
                line.insert_str(0, "• ");
            }
        } else {
            runs.read(&one, writer);
        }
    }
    flush(&mut runs, lines);
}

fn flush(runs: &mut Runs, lines: &mut Vec<String>) {
    let runs = std::mem::take(runs);
    lines.extend(runs.paragraphs().iter().map(|runs| inline::write(runs, inline::Line::Cell)));
}

/// A table that lays out a page, or whose cells hold blocks: cell after cell. A row of short cells stays one line.
fn layout(node: &NodeRef<'_>, rows: &[Vec<NodeRef<'_>>], writer: &mut Writer<'_>, blocks: &mut Vec<Piece>) {
    for caption in node.element_children().iter().filter(|child| child.has_name("caption")) {
        block::caption(caption, writer, blocks);
    }
    for row in rows {
        if row.len() > 1 && row.iter().all(is_short) {
            let mut runs = Runs::default();
            for cell in row {
                runs.read_children(cell, writer);
                runs.words(" ", Marks::default());
            }
            block::paragraphs(runs, blocks);
        } else {
            for cell in row {
                block::children(cell, writer, blocks);
            }
        }
    }
}

/// One line of a few words without a block.
fn is_short(cell: &NodeRef<'_>) -> bool {
    let block = |node: NodeRef<'_>| dom::name(&node).is_some_and(|name| dom::is_block(name.as_ref()));
    shape::words(&cell.text()) <= 8 && !cell.descendants_it().any(block)
}
